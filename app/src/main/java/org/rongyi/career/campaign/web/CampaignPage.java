package org.rongyi.career.campaign.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.Selection;
import org.rongyi.career.campaign.direct.DirectPolicy;
import org.rongyi.career.campaign.who.CandidateKind;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;

/**
 * One campaign, for the office.
 *
 * @param seats all that were published or entered, and how many people take part
 * @param kinds of people who may use its ways
 * @param next what there is to do; none for who does not run it
 * @param mayAct whether the reader's unit runs it and his post lets him
 * @param mayCallOff whether the reader may call it off, while it goes on
 * @param direct whether there is 直通安置, or may be
 * @param reason as typed
 */
public record CampaignPage(
        CampaignRecord campaign,
        long posts,
        long seats,
        long candidates,
        List<CandidateKind> kinds,
        @Nullable NextStep next,
        boolean mayAct,
        boolean mayCallOff,
        boolean direct,
        String reason,
        FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return campaign.plan().title();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("阳光安置", "/campaigns"));
    }

    public String directName() {
        return DirectPolicy.name(campaign);
    }

    public String path() {
        return "/campaigns/" + campaign.id();
    }

    public String lead() {
        return campaign.calledOff() == null ? campaign.stage().zh() : "已停办：" + campaign.calledOff();
    }

    /** Whether it has come so far. */
    public boolean isAt(CampaignStage stage) {
        return campaign.stage().compareTo(stage) >= 0;
    }

    /** Where one is planned, or may still be. */
    public boolean isLive() {
        return campaign.selection() instanceof Selection.Live
                || isDraft() && campaign.plan().mayBeLive();
    }

    /** Where 网上双选 is planned, or may still be. */
    public boolean isOnline() {
        return campaign.selection() instanceof Selection.Online
                || isDraft() && campaign.plan().mayBeOnline();
    }

    /** Where one is planned, or may still be. */
    public boolean hasExam() {
        return campaign.exam() != null || isDraft() && mayAct;
    }

    public boolean isDraft() {
        return campaign.isIn(CampaignStage.DRAFT);
    }

    public List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("编号", campaign.number()));
        facts.add(Fact.of("主办单位", campaign.unitName()));
        facts.add(Fact.of("拟定人", campaign.draftedBy()));
        facts.addAll(CampaignFacts.rules(campaign));
        facts.add(Fact.of(
                "可以参加的",
                kinds.stream().map(CandidateKind::zh).collect(Collectors.joining("、"))
                        + "（照填报开始那天这里的规定；军官和军士、义务兵分开办）"));
        facts.add(Fact.of("岗位", Words.number(posts) + " 个，" + Words.number(seats) + " 人"));
        facts.add(Fact.of("参加人", Words.number(candidates) + " 人"));
        if (campaign.noticeFrom() != null) {
            facts.add(Fact.of(
                    "公示",
                    Words.day(campaign.noticeFrom()) + "至"
                            + Words.day(Objects.requireNonNull(campaign.noticeUntil()))));
        }
        return List.copyOf(facts);
    }
}
