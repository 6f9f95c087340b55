package org.rongyi.career.campaign.exam.mark.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.ExamPlan;
import org.rongyi.career.campaign.exam.mark.ExamPapers;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/**
 * 阅卷: the papers the reader may still mark, by number alone.
 *
 * @param barred why he may not mark; empty where he may
 * @param isFirst whether this is the first page
 * @param next the number behind which the next page begins; none at the last
 */
public record MarkingPage(
        CampaignRecord campaign,
        ExamPlan exam,
        String barred,
        List<ExamPapers.Paper> papers,
        boolean isFirst,
        @Nullable String next,
        String paper,
        String points,
        FieldErrors errors)
        implements Page {

    public MarkingPage {
        papers = List.copyOf(papers);
    }

    @Override
    public String title() {
        return "阅卷";
    }

    @Override
    public List<Crumb> crumbs() {
        return PapersPage.crumbs(campaign);
    }

    public String path() {
        return "/campaigns/" + campaign.id() + "/exam/marking";
    }

    public String subject(ExamPapers.Paper one) {
        var subject = exam.subjects().get(one.subject() - 1);
        return subject.name() + "，满分 " + subject.full();
    }
}
