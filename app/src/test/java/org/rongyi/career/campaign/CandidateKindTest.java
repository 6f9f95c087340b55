package org.rongyi.career.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.candidate.AddCandidates;
import org.rongyi.career.campaign.candidate.RefusalGround;
import org.rongyi.career.campaign.candidate.Refusals;
import org.rongyi.career.campaign.candidate.RefuseForPost;
import org.rongyi.career.campaign.exam.Examining;
import org.rongyi.career.campaign.exam.PlanExam;
import org.rongyi.career.campaign.group.ApprovePlan;
import org.rongyi.career.campaign.who.CandidateKind;
import org.rongyi.career.reception.Handed;
import org.rongyi.career.reception.rule.Discharge;
import org.rongyi.career.reception.rule.Rank;
import org.rongyi.career.reception.scoring.EnterScore;
import org.rongyi.career.reception.scoring.EnteredAs;
import org.rongyi.career.reception.scoring.Entry;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("转业的军官列入参加人：按得分里的职务定类别，不能用这种方式的不列，说出规定")
class CandidateKindTest {

    private static final LocalDate LEFT = LocalDate.of(2021, 3, 31);

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    private Gathering gathering;
    private Handed handed;

    @BeforeEach
    void county() {
        gathering = new Gathering(program);
        handed = new Handed(program);
    }

    @Test
    @DisplayName("得分里是正营职的，列为营职以下；选的与得分里的不符，不列")
    void theScoreSaysTheKind() {
        var campaign = gathering.drafted(gathering.plan("军官甲"));
        var officer = settled("冼营长", "officer.duty.battalion");
        assertThat(add(campaign, officer, null, CandidateKind.REGIMENT))
                .isInstanceOfSatisfying(
                        AddCandidates.Outcome.Wanting.class,
                        wanting -> assertThat(wanting.why()).contains("得分里的职务是营职以下的转业军官", "不符"));
        assertThat(add(campaign, officer, null, null)).isInstanceOf(AddCandidates.Outcome.Added.class);
        assertThat(kind(campaign)).isEqualTo(CandidateKind.BATTALION);
    }

    @Test
    @DisplayName("师职的按考核选调，不列入赋分选岗的活动；得分里没有职务的要选明类别；士兵不选军官的类别")
    void whoMayNotUseItIsTold() {
        var campaign = gathering.drafted(gathering.plan("军官乙"));
        var officer = settled("冼师长", "officer.rank.senior");
        assertThat(add(campaign, officer, null, null)).isInstanceOf(AddCandidates.Outcome.Wanting.class);
        assertThat(add(campaign, officer, null, CandidateKind.DIVISION))
                .isInstanceOfSatisfying(
                        AddCandidates.Outcome.NotReady.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .asString()
                                .contains("师职的转业军官在这里不能用“赋分选岗”、“指令性分配”", "考核选调"));
        assertThat(add(campaign, gathering.settled("冼士兵", 1), null, CandidateKind.MERIT))
                .isInstanceOf(AddCandidates.Outcome.Wanting.class);
    }

    @Test
    @DisplayName("列入以后方案加了考试，团职的不能考试考核：审定方案时说出来")
    void approvalLooksAgain() {
        var examining = new Examining(program);
        var officer = settled("冼团长", "officer.duty.regiment");
        assertThat(add(examining.campaign, officer, null, null)).isInstanceOf(AddCandidates.Outcome.Added.class);
        assertThat(examining.plan(gathering.officer, 10)).isInstanceOf(PlanExam.Outcome.Planned.class);
        assertThat(examining.approve(gathering.now))
                .isInstanceOfSatisfying(
                        ApprovePlan.Outcome.Wanting.class,
                        wanting -> assertThat(wanting.why()).contains("团职的转业军官在这里不能用“考试考核”"));
    }

    @Test
    @DisplayName("亲属回避要说明是什么关系，规定以外的关系不登记；登记的写着哪部法哪一条")
    void relativesByTheLaw() {
        var campaign = gathering.drafted(gathering.plan("回避"));
        var post = gathering.post(campaign, "综合科员", 1);
        gathering.add(campaign, gathering.settled("冼回避", 1));
        var who = candidates(campaign).getFirst();
        assertThat(refuse(campaign, who.id(), post, null)).isInstanceOf(RefuseForPost.Outcome.NoRule.class);
        assertThat(refuse(campaign, who.id(), post, "COUSIN")).isInstanceOf(RefuseForPost.Outcome.NoRule.class);
        assertThat(refuse(campaign, who.id(), post, "SPOUSE")).isInstanceOf(RefuseForPost.Outcome.RefusedFor.class);
        var words = transactions.read(
                gathering.officer,
                () -> program.getBean(Refusals.class).of(campaign).getFirst().words());
        assertThat(words).isEqualTo("亲属回避，夫妻关系（公务员法（2018 年修订） 第七十四条）：配偶是副主任");
    }

    private RefuseForPost.Outcome refuse(UUID campaign, UUID candidate, UUID post, @Nullable String relation) {
        return gathering.perform(
                gathering.officer,
                RefuseForPost.class,
                new RefuseForPost.Command(
                        CommandId.fresh(gathering.officer),
                        campaign,
                        candidate,
                        post,
                        RefusalGround.RELATIVES,
                        relation,
                        "配偶是副主任"));
    }

    private CandidateKind kind(UUID campaign) {
        return candidates(campaign).getFirst().kind();
    }

    private List<Candidate> candidates(UUID campaign) {
        return transactions.read(
                gathering.officer, () -> program.getBean(Candidates.class).of(campaign));
    }

    private AddCandidates.Outcome add(
            UUID campaign, UUID reception, @Nullable String exempt, @Nullable CandidateKind kind) {
        var entry = new AddCandidates.Entry(reception, exempt, null, null, kind, List.of());
        return gathering.perform(
                gathering.officer,
                AddCandidates.class,
                new AddCandidates.Command(CommandId.fresh(gathering.officer), campaign, List.of(entry)));
    }

    /** An officer whose score is settled and whose notice is past. */
    private UUID settled(String name, String item) {
        var discharge = new Discharge(
                Rank.OFFICER, "PLANNED", "", Set.of(), LEFT.minusYears(15), LEFT, "ENLISTED", null, false);
        var reception = handed.received(handed.person(name), discharge);
        handed.report(reception, LEFT.plusDays(12), "");
        var lines = Map.of("placement.score." + item, new Entry.Line(1, "任职命令第 1 页"));
        enter(reception, EnteredAs.ARMY, lines);
        enter(reception, EnteredAs.OFFICE, lines);
        gathering
                .jobs()
                .sql("update reception.score set notice_until = :on where reception_id = :id")
                .param("on", handed.today.minusDays(1))
                .param("id", reception)
                .update();
        return reception;
    }

    private void enter(UUID reception, EnteredAs as, Map<String, Entry.Line> lines) {
        var by = as == EnteredAs.ARMY ? handed.officer : handed.colleague;
        handed.perform(by, EnterScore.class, new EnterScore.Command(CommandId.fresh(by), reception, as, lines, null));
    }
}
