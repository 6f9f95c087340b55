package org.rongyi.career.campaign.mutual.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.Page;

/** 本单位的岗位, for a receiving unit. */
public record RecruitingPage(List<Row> rows, @Nullable String next) implements Page {

    public RecruitingPage {
        rows = List.copyOf(rows);
    }

    /**
     * @param state where its campaign stands
     * @param applicants how many units see; less than 0 before they may
     */
    public record Row(String path, String post, String campaign, String state, int seats, int taken, long applicants) {

        public String applied() {
            return applicants < 0 ? "还看不到" : applicants + " 人";
        }
    }

    @Override
    public String title() {
        return "双选";
    }
}
