package org.rongyi.career.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.candidate.AddCandidates;
import org.rongyi.career.campaign.candidate.CheckGrounds;
import org.rongyi.career.campaign.candidate.RefusalGround;
import org.rongyi.career.campaign.candidate.Refusals;
import org.rongyi.career.campaign.candidate.RefuseForPost;
import org.rongyi.career.campaign.candidate.RetakeScore;
import org.rongyi.career.campaign.candidate.SecondWord;
import org.rongyi.career.campaign.draw.EndNotice;
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
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("转业的军官列入参加人：按得分里的职务定类别，不能用这种方式的不列，说出规定")
class CandidateKindTest {

    private static final LocalDate LEFT = LocalDate.of(2021, 3, 31);

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @LocalServerPort
    private int port;

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
    @DisplayName("荣誉称号获得者：2018 年秋季以前退役的士兵按 2016 年试行办法计分，不列为不评分、最先选；以后退役的才是")
    void whoIsScoredForHisTitleIsNotExempt() {
        var campaign = gathering.drafted(gathering.plan("称号"));
        var before = sergeant("冼称号", LocalDate.of(2018, 8, 31));
        assertThat(add(campaign, before, "荣誉称号获得者", null))
                .isInstanceOfSatisfying(
                        AddCandidates.Outcome.NotReady.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .asString()
                                .contains("荣誉称号按 2016 年的试行办法计分"));
        assertThat(add(campaign, before, "八一勋章获得者", null))
                .as("2016 年的表没有八一勋章")
                .isInstanceOf(AddCandidates.Outcome.Added.class);
        var from = sergeant("冼称谓", LocalDate.of(2018, 9, 1));
        assertThat(add(campaign, from, "荣誉称号获得者", null)).isInstanceOf(AddCandidates.Outcome.Added.class);
    }

    private UUID sergeant(String name, LocalDate left) {
        var reception = handed.received(handed.person(name), Handed.sergeant(left.minusYears(16), left));
        handed.report(reception, left.plusDays(12), "");
        return reception;
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

    @Test
    @DisplayName("学历、学位没有认证的，没有法律职业资格的，也登记得了，写着哪个文件")
    void everyGroundOfTheListIsKept() {
        var campaign = gathering.drafted(gathering.plan("学历"));
        var post = gathering.post(campaign, "法务", 1);
        var other = gathering.post(campaign, "教师", 1);
        gathering.add(campaign, gathering.settled("冼学历", 1));
        var who = candidates(campaign).getFirst();
        assertThat(refuse(campaign, who.id(), post, RefusalGround.LICENCE, null))
                .isInstanceOf(RefuseForPost.Outcome.RefusedFor.class);
        assertThat(refuse(campaign, who.id(), other, RefusalGround.DEGREE, null))
                .isInstanceOf(RefuseForPost.Outcome.RefusedFor.class);
        var words = transactions.read(
                gathering.officer,
                () -> program.getBean(Refusals.class).of(campaign).stream()
                        .map(Refusals.Refusal::words)
                        .toList());
        assertThat(words)
                .anyMatch(one -> one.startsWith("没有岗位要求的法律职业资格（济南市 2024 年"))
                .anyMatch(one -> one.startsWith("学历、学位没有认证（济南市 2024 年"));
    }

    @Test
    @DisplayName("军官和军士、义务兵的评分表不同，不排在一起：后来的不列，说请另开一次活动；审定方案时再看一遍")
    void twoTablesAreNotOneOrder() {
        var campaign = gathering.drafted(gathering.plan("两张表"));
        assertThat(gathering.add(campaign, gathering.settled("冼先来", 1)))
                .isInstanceOf(AddCandidates.Outcome.Added.class);
        var officer = settled("冼后来", "officer.duty.battalion");
        assertThat(add(campaign, officer, null, null))
                .isInstanceOfSatisfying(
                        AddCandidates.Outcome.NotReady.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .asString()
                                .contains("另一张评分表", "另开一次活动"));
        var both = gathering.drafted(gathering.plan("两种人"));
        assertThat(add(both, officer, null, null)).isInstanceOf(AddCandidates.Outcome.Added.class);
        assertThat(gathering.add(both, gathering.settled("冼更后", 1))).isInstanceOf(AddCandidates.Outcome.NotReady.class);
        var mixed = gathering.drafted(gathering.plan("混着的"));
        gathering.add(mixed, gathering.settled("冼混一", 1), gathering.settled("冼混二", 2));
        gathering
                .jobs()
                .sql("update campaign.candidate set kind = 'BATTALION' where campaign_id = :id and name = '冼混二'")
                .param("id", mixed)
                .update();
        var missing = transactions.read(
                gathering.chief, () -> program.getBean(ApprovePlan.class).missing(gathering.read(mixed)));
        assertThat(missing).anyMatch(one -> one.why().contains("既有军官，又有军士和义务兵"));
    }

    @Test
    @DisplayName("全部列入只列入活动里已有的那一种，说出另一种要另开；名单上也写着为什么不列")
    void allOfOneTable() {
        var campaign = gathering.drafted(gathering.plan("全部列入"));
        gathering.add(campaign, gathering.settled("冼全一", 1));
        gathering.settled("冼全二", 2);
        settled("冼全官", "officer.duty.battalion");
        var browser = Browser.signedIn(port, TestCounty.ensure(program).get("xian"));
        assertThat(browser.get("/campaigns/" + campaign + "/candidates/waiting?q=冼全官")
                        .body())
                .contains("军官用另一张评分表");
        var path = "/campaigns/" + campaign + "/candidates";
        var added = browser.post(
                path + "/all",
                Map.of(
                        "_command",
                        Ids.next().toString(),
                        "_post",
                        gathering.officer.post().toString()));
        assertThat(added.statusCode()).isEqualTo(303);
        assertThat(browser.get(added.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("列入的是军士和义务兵；军官用另一张评分表");
        assertThat(candidates(campaign))
                .extracting(Candidate::name)
                .contains("冼全二")
                .doesNotContain("冼全官");
    }

    @Test
    @DisplayName("更新得分时再看一遍类别：得分里的职务变了的，类别跟着变；与选的不符的不更新")
    void retakingLooksAtTheKindAgain() {
        var campaign = gathering.drafted(gathering.plan("更新"));
        add(campaign, settled("冼更新", "officer.duty.battalion"), null, null);
        kindOnRecord(campaign, "REGIMENT", false);
        var missing = transactions.read(
                gathering.officer, () -> program.getBean(EndNotice.class).missing(gathering.read(campaign)));
        assertThat(missing).anyMatch(why -> why.contains("得分里的职务变了，现在是营职以下的转业军官"));
        assertThat(retake(campaign)).isInstanceOf(RetakeScore.Outcome.Retaken.class);
        assertThat(kind(campaign)).isEqualTo(CandidateKind.BATTALION);
        kindOnRecord(campaign, "REGIMENT", true);
        assertThat(retake(campaign))
                .isInstanceOfSatisfying(
                        RetakeScore.Outcome.NotReady.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .asString()
                                .contains("不符", "撤出以后重新列入"));
    }

    @Test
    @DisplayName("选明的类别是一个人说的，要另一位同事核对；得分里看得出的不用；选功臣模范要写依据")
    void aKindThatWasSaidNeedsASecondWord() {
        var campaign = gathering.drafted(gathering.plan("类别"));
        var officer = settled("冼模范", "officer.rank.senior");
        assertThat(add(campaign, officer, null, CandidateKind.MERIT))
                .isInstanceOfSatisfying(
                        AddCandidates.Outcome.Wanting.class,
                        wanting -> assertThat(wanting.why()).contains("请写明依据"));
        var plain = settled("冼平常", "officer.duty.battalion");
        assertThat(add(campaign, plain, null, CandidateKind.BATTALION)).isInstanceOf(AddCandidates.Outcome.Added.class);
        assertThat(waiting(campaign)).isEmpty();
        var entry = new AddCandidates.Entry(officer, null, "一等功，政〔2019〕7 号", null, CandidateKind.MERIT, List.of());
        assertThat(gathering.perform(
                        gathering.officer,
                        AddCandidates.class,
                        new AddCandidates.Command(CommandId.fresh(gathering.officer), campaign, List.of(entry))))
                .isInstanceOf(AddCandidates.Outcome.Added.class);
        assertThat(add(campaign, settled("冼选的", "officer.rank.captain"), null, CandidateKind.REGIMENT))
                .isInstanceOf(AddCandidates.Outcome.Added.class);
        assertThat(waiting(campaign))
                .extracting(SecondWord.Waiting::name, SecondWord.Waiting::words)
                .containsExactlyInAnyOrder(tuple("冼模范", "最先选、优先安置的依据和军官的类别"), tuple("冼选的", "军官的类别"));
        for (var one : waiting(campaign)) {
            assertThat(check(gathering.officer, campaign, one.candidate()))
                    .isEqualTo(new CheckGrounds.Outcome.SamePerson());
            assertThat(check(gathering.colleague, campaign, one.candidate()))
                    .isInstanceOf(CheckGrounds.Outcome.Checked.class);
        }
        assertThat(waiting(campaign)).isEmpty();
    }

    private CheckGrounds.Outcome check(Actor.Office who, UUID campaign, UUID candidate) {
        return gathering.perform(who, CheckGrounds.class, gathering.checking(who, campaign, candidate));
    }

    private List<SecondWord.Waiting> waiting(UUID campaign) {
        return transactions.read(
                gathering.officer, () -> program.getBean(SecondWord.class).open(campaign));
    }

    private RetakeScore.Outcome retake(UUID campaign) {
        var who = candidates(campaign).getFirst().id();
        return gathering.perform(
                gathering.officer,
                RetakeScore.class,
                new RetakeScore.Command(CommandId.fresh(gathering.officer), campaign, who));
    }

    private void kindOnRecord(UUID campaign, String kind, boolean said) {
        gathering
                .jobs()
                .sql("update campaign.candidate set kind = :kind, kind_said = :said where campaign_id = :id")
                .param("kind", kind)
                .param("said", said)
                .param("id", campaign)
                .update();
    }

    private RefuseForPost.Outcome refuse(UUID campaign, UUID candidate, UUID post, @Nullable String relation) {
        return refuse(campaign, candidate, post, RefusalGround.RELATIVES, relation);
    }

    private RefuseForPost.Outcome refuse(
            UUID campaign, UUID candidate, UUID post, RefusalGround ground, @Nullable String relation) {
        return gathering.perform(
                gathering.officer,
                RefuseForPost.class,
                new RefuseForPost.Command(
                        CommandId.fresh(gathering.officer), campaign, candidate, post, ground, relation, "配偶是副主任"));
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
