package org.rongyi.career.campaign.exam.mark.web;

import java.util.List;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.exam.Sitting;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;

/**
 * 缺考和试卷编号.
 *
 * @param people to tick who is absent, before the papers have numbers
 * @param rows whose each paper is; only for who gave the numbers
 */
public record PapersPage(
        CampaignRecord campaign,
        Sitting sitting,
        List<Option> people,
        List<String> absent,
        List<Row> rows,
        boolean mayNumber,
        FieldErrors errors)
        implements Page {

    public PapersPage {
        people = List.copyOf(people);
        absent = List.copyOf(absent);
        rows = List.copyOf(rows);
    }

    /** @param seat where he sat, so that the numbers are handed out room by room */
    public record Row(String seat, int ticket, String subject, String number) {}

    @Override
    public String title() {
        return "缺考和试卷编号";
    }

    @Override
    public List<Crumb> crumbs() {
        return crumbs(campaign);
    }

    static List<Crumb> crumbs(CampaignRecord campaign) {
        return List.of(
                new Crumb("阳光安置", "/campaigns"),
                new Crumb(campaign.plan().title(), "/campaigns/" + campaign.id()),
                new Crumb("考试", "/campaigns/" + campaign.id() + "/exam"));
    }

    public String path() {
        return "/campaigns/" + campaign.id() + "/exam/papers";
    }
}
