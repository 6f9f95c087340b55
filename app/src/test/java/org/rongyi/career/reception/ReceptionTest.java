package org.rongyi.career.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongyi.RongyiTest;
import org.rongyi.career.reception.rule.Discharge;
import org.rongyi.career.reception.rule.DischargeTerms;
import org.rongyi.career.reception.rule.PlacementRule;
import org.rongyi.career.reception.rule.Rank;
import org.rongyi.demo.TestCounty;
import org.rongyi.network.oversight.FoundByPerson;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.policy.Policy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("移交接收：按退役那天的规定；报到、审档、缺的材料")
class ReceptionTest {

    private static final LocalDate OLD = LocalDate.of(2024, 8, 31);
    private static final LocalDate NEW = LocalDate.of(2024, 9, 1);

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Policy policy;

    @Autowired
    private Transactions transactions;

    private Handed handed;

    @BeforeEach
    void county() {
        handed = new Handed(program);
    }

    @ParameterizedTest(name = "{0} {1} {2}退役：{3}")
    @CsvSource({
        "CONSCRIPT, SELF, 2024-08-31, true",
        "CONSCRIPT, MONTHLY, 2024-09-01, false",
        "CONSCRIPT, RETIRED, 2024-09-01, false",
        "SERGEANT, MONTHLY, 2024-09-01, true",
        "SERGEANT, RETIRED, 2024-09-01, true",
        "SERGEANT, TRANSFERRED, 2024-09-01, false",
        "OFFICER, TRANSFERRED, 2024-09-01, true",
        "OFFICER, TRANSFERRED, 2024-08-31, false",
        "OFFICER, PLANNED, 2024-08-31, true",
        "OFFICER, CHOSEN, 2024-09-01, false",
        "OFFICER, SELF, 2024-09-01, false"
    })
    @DisplayName("军官、军士、义务兵各有各的安置方式，按退役那天的规定（条例第五条）")
    void eachRankHasItsModes(Rank rank, String mode, LocalDate discharged, boolean open) {
        var given =
                new Discharge(rank, mode, "", Set.of(), discharged.minusYears(20), discharged, "ENLISTED", null, false);
        assertThat(holds(given, "mode")).isEqualTo(open);
    }

    @ParameterizedTest(name = "{0} {1}，{2} 年，{3}退役：{4}")
    @CsvSource({
        "SERGEANT, TWELVE, 12, 2024-09-01, true",
        "SERGEANT, TWELVE, 11, 2024-09-01, false",
        "CONSCRIPT, TWELVE, 12, 2024-09-01, false",
        "CONSCRIPT, MERIT_OLD, 2, 2024-08-31, true",
        "CONSCRIPT, MERIT_OLD, 2, 2024-09-01, false",
        "CONSCRIPT, MERIT, 2, 2024-08-31, false",
        "CONSCRIPT, MERIT, 2, 2024-09-01, true",
        "CONSCRIPT, MARTYR_CHILD, 2, 2024-08-31, true",
        "CONSCRIPT, GAVE_UP, 2, 2024-09-01, false",
        "SERGEANT, OLD_ENTRANT, 14, 2024-08-31, true",
        "SERGEANT, OLD_ENTRANT, 10, 2024-08-31, false",
        "SERGEANT, '', 12, 2024-09-01, false"
    })
    @DisplayName("安排工作要符合那天的一条条件（2011 年条例第二十九条、2024 年条例第二十五条）")
    void workIsAssignedOnAGround(Rank rank, String ground, int years, LocalDate discharged, boolean open) {
        var given = new Discharge(
                rank, "ASSIGNED", ground, Set.of(), discharged.minusYears(years), discharged, "ENLISTED", null, false);
        assertThat(holds(given, "ground")).isEqualTo(open);
    }

    @Test
    @DisplayName("差一天不满十二年就是不满")
    void aDayShortOfTwelveYears() {
        assertThat(holds(Handed.sergeant(NEW.minusYears(12).plusDays(1), NEW), "ground"))
                .isFalse();
    }

    @Test
    @DisplayName("受过刑事处罚的不安排工作：2024 年 9 月 1 日起退役的才有这一条（第三十五条）")
    void whoWasPunishedIsNotAssigned() {
        for (var day : Set.of(OLD, NEW)) {
            var given = new Discharge(
                    Rank.SERGEANT,
                    "ASSIGNED",
                    "TWELVE",
                    Set.of("CRIME"),
                    day.minusYears(13),
                    day,
                    "ENLISTED",
                    null,
                    false);
            assertThat(holds(given, "bars")).isEqualTo(day.equals(OLD));
        }
    }

    @ParameterizedTest(name = "{0}退役，结婚 {1} 天，中等以上城市 {2}：{3}")
    @CsvSource({
        "2024-08-31, 731, false, true",
        "2024-08-31, 700, false, false",
        "2024-08-31, 700, true, false",
        "2024-09-01, 700, false, true",
        "2024-09-01, 700, true, false",
        "2024-09-01, 731, true, true"
    })
    @DisplayName("随配偶：以前都要结婚满两年；2024 年 9 月 1 日起只有到中等以上城市的才要")
    void followingTheSpouse(LocalDate discharged, int days, boolean city, boolean open) {
        assertThat(holds(Handed.married(discharged, discharged.minusDays(days), city), "married"))
                .isEqualTo(open);
    }

    @ParameterizedTest(name = "{0} 入伍、{1} 退役，父母户口 {2} 迁移：{3}")
    @CsvSource({
        "2012-09-01, 2024-08-31, 2018-05-20, true", // 服役期间迁移
        "2012-09-01, 2024-08-31, 2012-09-01, true", // 入伍当天
        "2012-09-01, 2024-08-31, 2012-08-31, false", // 入伍前一天
        "2012-09-01, 2024-08-31, 2024-08-31, true", // 退役当天
        "2012-09-01, 2024-08-31, 2024-09-01, false", // 退役后一天
        "2012-09-01, 2024-08-31, , false", // 没有填
        "2012-09-01, 2024-09-01, 2018-05-20, true", // 新条例一样
        "2012-09-01, 2024-09-01, 2012-08-31, false",
        "2012-09-01, 2024-09-01, 2024-09-02, false",
        "2012-09-01, 2024-09-01, , false"
    })
    @DisplayName("随父母：父母户口在服现役期间迁移的才可以，新旧条例都一样")
    void followingTheParents(LocalDate enlisted, LocalDate discharged, @Nullable LocalDate moved, boolean open) {
        var given = new Discharge(
                Rank.CONSCRIPT, "SELF", "", Set.of(), enlisted, discharged, "PARENTS", null, moved, false);
        assertThat(PlacementRule.points(given, DischargeTerms.on(policy, discharged)).stream()
                        .allMatch(PlacementRule.Point::holds))
                .isEqualTo(open);
    }

    @Test
    @DisplayName("随父母安置的，父母户口迁移的日期记在接收里；填错依据的不记")
    void theDayTheParentsMovedIsKept() {
        var left = handed.today.minusDays(10);
        var moved = left.minusYears(1);
        var given = new Discharge(
                Rank.CONSCRIPT, "SELF", "", Set.of(), left.minusYears(2), left, "PARENTS", null, moved, false);
        assertThat(handed.read(handed.received(handed.person("郑随父"), given)).parentsMoved())
                .isEqualTo(moved);
        var early = new Discharge(
                Rank.CONSCRIPT,
                "SELF",
                "",
                Set.of(),
                left.minusYears(2),
                left,
                "PARENTS",
                null,
                left.minusYears(3),
                false);
        assertThat(handed.receive(handed.person("郑早迁"), early, left))
                .isInstanceOfSatisfying(
                        ReceivePerson.Outcome.AgainstRule.class,
                        against -> assertThat(against.points())
                                .filteredOn(point -> !point.holds())
                                .singleElement()
                                .satisfies(point -> {
                                    assertThat(point.field()).isEqualTo("parentsMoved");
                                    assertThat(point.words()).contains("入伍以前");
                                }));
    }

    @Test
    @DisplayName("规定不允许的不登记，并说明为什么；一个人没安置完不能再登记一次")
    void whatTheRulesForbidIsNotRecorded() {
        var person = handed.person("郑接收");
        var left = handed.today.minusDays(10);
        var outcome = handed.receive(person, Handed.sergeant(left.minusYears(11), left), left);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ReceivePerson.Outcome.AgainstRule.class,
                        against ->
                                assertThat(against.points().getFirst().words()).contains("不满 12 年"));
        handed.received(person, Handed.conscript(left.minusYears(2), left));
        assertThat(handed.receive(person, Handed.conscript(left.minusYears(2), left), left))
                .isEqualTo(new ReceivePerson.Outcome.AlreadyReceived());
    }

    @Test
    @DisplayName("退役三十天内报到；过了要写明原因，是不是放弃由人决定，登记本身不改变什么")
    void whoComesLateSaysWhy() {
        var left = handed.today.minusDays(90);
        var whom = handed.person("郑报到");
        var id = handed.received(whom, Handed.conscript(left.minusYears(2), left));
        assertThat(FoundByPerson.records(program, handed.officer, whom))
                .as("按他的姓名查留痕")
                .contains(id);
        assertThat(handed.report(id, left.plusDays(31), "")).isInstanceOf(RecordReport.Outcome.Wanting.class);
        assertThat(handed.report(id, left.plusDays(61), "住院")).isEqualTo(new RecordReport.Outcome.Reported(id));
        var one = handed.read(id);
        assertThat(one.state()).isEqualTo(ReceptionState.WAITING);
        assertThat(one.lateWhy()).isEqualTo("住院");
        assertThat(program.getBean(ReceptionTerms.class).reportBy(one)).isEqualTo(left.plusDays(30));
        assertThat(handed.report(id, left.plusDays(61), "住院")).isEqualTo(new RecordReport.Outcome.NotNow());
    }

    @Test
    @DisplayName("应有的材料先都算缺；有的填页数，缺的去函以后列在缺的材料里，补齐就不在了")
    void whatIsMissingIsAskedFor() {
        var left = handed.today.minusDays(20);
        var id = handed.received(handed.person("郑档案"), Handed.sergeant(left.minusYears(13), left));
        var papers = program.getBean(Papers.class);
        var missing = transactions.read(handed.officer, () -> papers.of(id)).stream()
                .filter(piece -> piece.state() == PaperState.MISSING)
                .map(Papers.Piece::kind)
                .toList();
        assertThat(missing).containsExactly("ENLIST", "REGISTER", "DISCHARGE", "IDENTITY", "SCORING", "SELECTION");
        var there = new CheckPapers.Found(PaperState.PRESENT, 3, handed.today);
        var all = new HashMap<String, CheckPapers.Found>();
        missing.forEach(kind -> all.put(kind, there));
        all.remove("SCORING");
        assertThat(check(id, all)).isEqualTo(new CheckPapers.Outcome.Checked(id, 1));
        assertThat(handed.perform(
                        handed.officer,
                        AskForPapers.class,
                        new AskForPapers.Command(CommandId.fresh(handed.officer), id)))
                .isEqualTo(new AskForPapers.Outcome.Asked(id, 1));
        assertThat(transactions.read(handed.officer, () -> papers.of(id)))
                .filteredOn(piece -> piece.kind().equals("SCORING"))
                .extracting(Papers.Piece::asked)
                .containsExactly(handed.today);
        var longest =
                LocalDate.of(1990, 1, 1); // the list is of those who have waited longest, and other tests leave many
        program.getBean("jobJdbc", JdbcClient.class)
                .sql("update reception.paper set asked_on = :on where reception_id = :id and asked_on is not null")
                .param("on", longest)
                .param("id", id)
                .update();
        assertThat(outstanding(papers, id)).contains(longest);
        assertThat(check(id, Map.of("SCORING", there))).isEqualTo(new CheckPapers.Outcome.Checked(id, 0));
        assertThat(outstanding(papers, id)).isEmpty();
    }

    @Test
    @DisplayName("登记错了可以撤回重来；报到以后就撤不回了")
    void aMistakeIsWithdrawn() {
        var left = handed.today.minusDays(5);
        var person = handed.person("郑撤回");
        var wrong = handed.received(person, Handed.conscript(left.minusYears(3), left));
        assertThat(withdraw(wrong)).isEqualTo(new WithdrawReception.Outcome.Withdrawn(wrong));
        assertThat(withdraw(wrong)).isEqualTo(new WithdrawReception.Outcome.NotFound());
        var right = handed.received(person, Handed.conscript(left.minusYears(2), left));
        handed.report(right, handed.today, "");
        assertThat(withdraw(right)).isEqualTo(new WithdrawReception.Outcome.InUse());
    }

    private WithdrawReception.Outcome withdraw(UUID id) {
        return handed.perform(
                handed.officer,
                WithdrawReception.class,
                new WithdrawReception.Command(CommandId.fresh(handed.officer), id, "入伍年份写错"));
    }

    @Test
    @DisplayName("本人只看到自己的；村里的范围看不到别村人的接收")
    void eachSeesHisOwn() {
        var left = handed.today.minusDays(5);
        var person = handed.person("郑本人");
        var id = handed.received(person, Handed.conscript(left.minusYears(2), left));
        var receptions = program.getBean(Receptions.class);
        assertThat(transactions.read(handed.himself(person), () -> receptions.find(id)))
                .isPresent();
        assertThat(transactions.read(handed.himself(handed.person("郑别人")), () -> receptions.find(id)))
                .isEmpty();
        var next = TestCounty.office(program, "cun2");
        assertThat(transactions.read(next, () -> receptions.find(id))).isEmpty();
    }

    private Optional<LocalDate> outstanding(Papers papers, UUID id) {
        return transactions.read(
                handed.officer,
                () -> papers.outstanding(handed.officer.scope()).stream()
                        .filter(one -> one.reception().equals(id))
                        .map(one -> Objects.requireNonNull(one.asked()))
                        .findFirst());
    }

    private CheckPapers.Outcome check(UUID id, Map<String, CheckPapers.Found> pieces) {
        return handed.perform(
                handed.officer,
                CheckPapers.class,
                new CheckPapers.Command(CommandId.fresh(handed.officer), id, handed.today, "回执 3", pieces));
    }

    private boolean holds(Discharge given, String field) {
        return PlacementRule.points(given, DischargeTerms.on(policy, given.discharged())).stream()
                .filter(point -> point.field().equals(field))
                .allMatch(PlacementRule.Point::holds);
    }
}
