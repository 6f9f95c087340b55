package org.rongyi.career.campaign.objection.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.list.ListAddress;
import org.rongyi.career.campaign.objection.NoticeObjections;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;

/**
 * 公示异议 of a campaign, a page of them.
 *
 * @param next the cursor of the next page; none on the last
 */
public record NoticeObjectionsPage(
        CampaignRecord campaign,
        List<NoticeObjections.One> rows,
        NoticeObjections.Counts counts,
        @Nullable String next) implements Page {

    public NoticeObjectionsPage {
        rows = List.copyOf(rows);
    }

    @Override
    public String title() {
        return "公示异议";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("阳光安置", "/campaigns"), new Crumb(campaign.plan().title(), "/campaigns/" + campaign.id()));
    }

    public String path() {
        return "/campaigns/" + campaign.id() + "/objections";
    }

    public String lead() {
        return "收到 " + counts.filed() + " 件，" + counts.open() + " 件还没有答复；没有答复完，公示不能结束，介绍信不能开";
    }

    public String state(NoticeObjections.One one) {
        var answer = one.answer();
        return answer == null
                ? Words.day(one.answerBy()) + "以前答复"
                : answer.ruling().zh();
    }

    public String export() {
        return path() + "/export.xlsx";
    }

    public String href(String after) {
        return ListAddress.of(path()).with("after", after).toString();
    }
}
