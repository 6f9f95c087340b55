package org.rongyi.career.campaign.run.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.run.Runs;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.Words;

/**
 * 安置活动材料, for an auditor: every run within his reach.
 *
 * @param after where this page begins
 */
public record FilesPage(
        List<Line> lines, String after, @Nullable String next, Typed typed, FieldErrors errors) implements Page {

    public record Line(CampaignRecord campaign, Runs.Run run) {

        public String path() {
            return "/campaign-files/" + campaign.id() + "/" + run.id();
        }

        public String state() {
            if (run.setAside() != null) {
                return "已撤销：" + run.setAside();
            }
            return run.isApproved() ? "已审定" : "等审定";
        }

        public String when() {
            return "第 " + run.position() + " 次，" + Words.moment(run.ran());
        }
    }

    public String value(String field) {
        return typed.value(field);
    }

    @Override
    public String title() {
        return "安置活动材料";
    }
}
