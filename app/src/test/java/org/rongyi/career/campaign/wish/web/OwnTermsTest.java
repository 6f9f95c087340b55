package org.rongyi.career.campaign.wish.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.CampaignPlan;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.Gathering;
import org.rongyi.career.campaign.candidate.CheckGrounds;
import org.rongyi.career.campaign.candidate.SetAbilities;
import org.rongyi.career.campaign.group.ApprovePlan;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.campaign.pairs.WaitingTimes;
import org.rongyi.career.campaign.run.RunCampaign;
import org.rongyi.career.placement.proof.Priority;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.career.reception.Handed;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.part.Fact;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("有指令性分配的活动：本人在自己的页面上看得到算他等了几个半年、登记了哪些能力")
class OwnTermsTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    private Gathering gathering;

    @BeforeEach
    void county() {
        gathering = new Gathering(program);
    }

    @Test
    @DisplayName("以前落空一次，现在算多等半年，和办理的人看到的一样；登记的能力写着；没有指令性分配的活动不写")
    void heSeesWhatCounts() {
        var left = gathering.settled("自看落空", 1);
        var earlier = approved(gathering.plan("自看前一次"), gathering.settled("自看第一", 8), left);
        gathering.drawn(earlier);
        assertThat(gathering.run(earlier)).isInstanceOf(RunCampaign.Outcome.Ran.class);
        gathering
                .jobs()
                .sql("update campaign.run set approved_at = now() where campaign_id = :id")
                .param("id", earlier)
                .update();
        var later = approved(gathering.plan("自看后一次"), left);
        var who = only(later);
        assertThat(gathering.perform(
                        gathering.officer,
                        SetAbilities.class,
                        new SetAbilities.Command(
                                CommandId.fresh(gathering.officer), later, who.id(), List.of("LORRY"))))
                .isInstanceOf(SetAbilities.Outcome.Entered.class);
        assertThat(gathering.perform(
                        gathering.colleague,
                        CheckGrounds.class,
                        gathering.checking(gathering.colleague, later, who.id())))
                .isInstanceOf(CheckGrounds.Outcome.Checked.class);
        var today = new Handed(program).today;
        var office = transactions.read(
                gathering.officer, () -> program.getBean(WaitingTimes.class).words(who, today));
        assertThat(office).contains("加 1 个");
        assertThat(facts(only(later)))
                .anyMatch(fact -> fact.contains("等待安排工作") && fact.contains(office))
                .anyMatch(fact -> fact.contains("登记的能力") && fact.contains("大型车辆驾驶证"));
        var other =
                approved(gathering.plan("自看只选岗", List.of(Way.BY_SCORE), Priority.NONE), gathering.settled("自看别的", 1));
        assertThat(facts(only(other))).noneMatch(fact -> fact.contains("等待安排工作") || fact.contains("登记的能力"));
    }

    private List<String> facts(Candidate who) {
        var self = new Actor.Self(Ids.next(), "本人", who.person());
        return transactions.read(
                self,
                () ->
                        program
                                .getBean(WishDesk.class)
                                .page(who, true, Typed.empty(), FieldErrors.none())
                                .facts()
                                .stream()
                                .map(Fact::toString)
                                .toList());
    }

    private UUID approved(CampaignPlan plan, UUID... receptions) {
        var campaign = gathering.drafted(plan);
        gathering.checked(campaign, "管网维护", 1);
        gathering.add(campaign, receptions);
        var group = gathering.group(campaign, Attendance.PRESENT, Attendance.PRESENT, Attendance.PRESENT);
        assertThat(gathering.approve(gathering.chief, campaign, group))
                .isInstanceOf(ApprovePlan.Outcome.Approved.class);
        return campaign;
    }

    private Candidate only(UUID campaign) {
        return transactions.read(
                gathering.officer,
                () -> program.getBean(Candidates.class).of(campaign).getFirst());
    }
}
