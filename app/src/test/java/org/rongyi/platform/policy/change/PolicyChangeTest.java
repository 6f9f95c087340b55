package org.rongyi.platform.policy.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.network.organisation.Offices;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.NotAllowed;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.audit.LatestInTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.kernel.Scope;
import org.rongyi.platform.policy.Certainty;
import org.rongyi.platform.policy.OtherProcess;
import org.rongyi.platform.policy.Policy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each case has a day of its own far ahead, and parameters no room works by yet. */
@RongyiTest
@DisplayName("参数变更：一人提出，另一人审核，从那一天起生效")
class PolicyChangeTest {

    private static final Actor.Office MAKER = Offices.of(Role.OFFICER, 440000000000L);
    private static final Actor.Office LEADER = Offices.of(Role.LEADER, 440000000000L);
    private static final Actor.Office MAKER_LEADER = Offices.of(Role.LEADER, 440000000000L);
    private static final Actor.Office OTHER_LEADER = Offices.of(Role.LEADER, 440000000000L);
    private static final String ID = "need.pairing.leader.most";
    private static final String DOCUMENT = "粤退役军人发〔2090〕3 号";

    private final Acts acts;
    private final ProposeChange propose;
    private final AgreeChange agree;
    private final RefuseChange refuse;
    private final WithdrawChange withdraw;
    private final PolicyChanges changes;
    private final Policy policy;
    private final ApplicationContext program;
    private final JdbcClient jdbc;
    private final JdbcClient everything;

    @Autowired
    PolicyChangeTest(
            Acts acts,
            ProposeChange propose,
            AgreeChange agree,
            RefuseChange refuse,
            WithdrawChange withdraw,
            PolicyChanges changes,
            Policy policy,
            ApplicationContext program,
            JdbcClient jdbc,
            @Qualifier("job") JdbcClient everything) {
        this.acts = acts;
        this.propose = propose;
        this.agree = agree;
        this.refuse = refuse;
        this.withdraw = withdraw;
        this.changes = changes;
        this.policy = policy;
        this.program = program;
        this.jdbc = jdbc;
        this.everything = everything;
    }

    @Test
    @DisplayName("同意之前什么也不变；同意之后，前一天还是原来的，那一天起是新的，依据是新文件")
    void agreedToItHoldsFromItsDay() {
        var day = LocalDate.of(2090, 1, 1);
        var change = proposed(ID, "8", day);
        assertThat(policy.number(ID, day)).isEqualTo(5);
        assertThat(agree(LEADER, change)).isInstanceOf(AgreeChange.Outcome.Agreed.class);
        assertThat(policy.number(ID, day.minusDays(1))).isEqualTo(5);
        assertThat(policy.number(ID, day)).isEqualTo(8);
        var source = policy.get(ID).on(day).source();
        assertThat(source.certainty()).isEqualTo(Certainty.DECIDED);
        assertThat(source.inWords()).isEqualTo(DOCUMENT + " 第三条");
        assertThat(OtherProcess.policy(program).number(ID, day)).isEqualTo(8);
    }

    @Test
    @DisplayName("提出人自己不能审核，负责人提出的也一样；数据库也不许")
    void makerAndCheckerAreTwoPersons() {
        var change = proposedBy(LEADER, ID, "9", LocalDate.of(2090, 2, 1), null);
        assertThat(agree(LEADER, change)).isInstanceOf(AgreeChange.Outcome.OwnRequest.class);
        assertThat(refuse(LEADER, change, "不妥")).isInstanceOf(RefuseChange.Outcome.OwnRequest.class);
        assertThatThrownBy(() -> everything
                        .sql("update policy.change set state = 'AGREED', decided_account = proposed_account,"
                                + " decided_by = 'x', decided_at = proposed_at where id = :id")
                        .param("id", change)
                        .update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(
                        () -> jdbc.sql("update policy.change set state = 'AGREED', decided_account = proposed_account,"
                                        + " decided_by = 'x', decided_at = proposed_at where id = :id")
                                .param("id", change)
                                .update())
                .hasStackTraceContaining("change_two_persons");
        assertThat(agree(OTHER_LEADER, change)).isInstanceOf(AgreeChange.Outcome.Agreed.class);
    }

    @Test
    @DisplayName("管不到全省的单位，不能提出全省的参数变更")
    void whoServesOneCountyProposesNothingForTheProvince() {
        var county = new Actor.Office(
                UUID.randomUUID(),
                "县里的人",
                UUID.randomUUID(),
                UUID.randomUUID(),
                "某县局",
                new DivisionCode(440103000000L),
                Role.OFFICER,
                Level.PROVINCE,
                Scope.of(new DivisionCode(440103000000L)));
        assertThat(propose(county, value(ID, "8", LocalDate.of(2090, 8, 1), null)))
                .isInstanceOf(ProposeChange.Outcome.WrongValue.class);
    }

    @Test
    @DisplayName("不同意要写理由；不同意、撤回的不生效，也不能再审")
    void refusedAndWithdrawnNeverHold() {
        var day = LocalDate.of(2090, 3, 1);
        var first = proposed(ID, "10", day);
        assertThat(refuse(LEADER, first, " ")).isInstanceOf(RefuseChange.Outcome.NoReason.class);
        assertThat(refuse(LEADER, first, "文件未印发")).isInstanceOf(RefuseChange.Outcome.ChangeRefused.class);
        assertThat(agree(LEADER, first)).isInstanceOf(AgreeChange.Outcome.AlreadyAnswered.class);
        var second = proposed(ID, "11", day);
        assertThat(withdraw(OTHER_LEADER, second)).isInstanceOf(WithdrawChange.Outcome.NotYourProposal.class);
        assertThat(withdraw(MAKER, second)).isInstanceOf(WithdrawChange.Outcome.ChangeWithdrawn.class);
        assertThat(agree(LEADER, second)).isInstanceOf(AgreeChange.Outcome.AlreadyAnswered.class);
        assertThat(withdraw(MAKER, second)).isInstanceOf(WithdrawChange.Outcome.AlreadyAnswered.class);
        assertThat(policy.number(ID, day)).isNotIn(10, 11);
        var refused = changes.find(first).orElseThrow();
        assertThat(refused.state()).isEqualTo(ChangeState.REFUSED);
        assertThat(refused.decision()).isNotNull();
        assertThat(refused.decision().reason()).isEqualTo("文件未印发");
        assertThat(agree(LEADER, UUID.randomUUID())).isInstanceOf(AgreeChange.Outcome.NotFound.class);
    }

    @Test
    @DisplayName("办结的，程序自己也改不了、删不了")
    void whatIsDecidedStays() {
        var change = proposed(ID, "12", LocalDate.of(2090, 4, 1));
        refuse(LEADER, change, "不妥");
        assertThat(jdbc.sql("update policy.change set state = 'AGREED' where id = :id")
                        .param("id", change)
                        .update())
                .isZero();
        assertThatThrownBy(() -> jdbc.sql("delete from policy.change where id = :id")
                        .param("id", change)
                        .update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    @DisplayName("同一天、同一地区只能有一份待审核")
    void oneProposalAtATime() {
        var day = LocalDate.of(2090, 5, 1);
        var first = proposed(ID, "13", day);
        assertThat(propose(LEADER, value(ID, "14", day, null)))
                .isInstanceOf(ProposeChange.Outcome.AlreadyProposed.class);
        withdraw(MAKER, first);
        assertThat(propose(LEADER, value(ID, "14", day, null))).isInstanceOf(ProposeChange.Outcome.Proposed.class);
    }

    @Test
    @DisplayName("只有省厅的业务干部、负责人提出，只有省厅的负责人审核")
    void onlyTheProvince() {
        var value = value(ID, "15", LocalDate.of(2090, 6, 1), null);
        for (var other : List.of(
                Offices.of(Role.OFFICER, 440100000000L),
                Offices.of(Role.SYSTEM_ADMIN, 440000000000L),
                Offices.of(Role.AUDITOR, 440000000000L))) {
            assertThatThrownBy(() -> propose(other, value)).isInstanceOf(NotAllowed.class);
        }
        var change = proposed(ID, "15", LocalDate.of(2090, 6, 1));
        for (var other : List.of(Offices.of(Role.LEADER, 440100000000L), Offices.of(Role.OFFICER, 440000000000L))) {
            assertThatThrownBy(() -> agree(other, change)).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> refuse(other, change, "不妥")).isInstanceOf(NotAllowed.class);
        }
    }

    @Test
    @DisplayName("填得不对的，说出哪里不对")
    void whatCannotBeProposed() {
        var day = LocalDate.of(2090, 7, 1);
        wrong(value(ID, "1.5", day, null), "取值应为整数");
        wrong(value(ID, "-1", day, null), "取值应在 0 至");
        wrong(value("placement.score.hard.1", "0.00001", day, null), "最多 4 位小数");
        wrong(value(ID, "8", LocalDate.of(1999, 12, 31), null), "生效日期应在");
        wrong(value(ID, "8", day, 440100000000L), "不分地区");
        wrong(value("employment.rent.yuan", "8000", day, 449999000000L), "没有代码为 449999000000 的区划");
        wrong(value("no.such.thing", "8", day, null), "没有这项参数");
        wrong(new NewValue(ID, BigDecimal.TEN, day, null, " ", null, "为试"), "依据请用");
        wrong(new NewValue(ID, BigDecimal.TEN, day, null, DOCUMENT, null, ""), "理由请用");
    }

    @Test
    @DisplayName("分地区的参数可以只改一个市，别处不动；市以下随市")
    void onePlaceOnly() {
        var day = LocalDate.of(2090, 8, 1);
        var change = proposedBy(MAKER, "employment.rent.yuan", "7000", day, 440100000000L);
        agree(LEADER, change);
        assertThat(rent(day, 440103000000L)).isEqualByComparingTo("7000");
        assertThat(rent(day, 440300000000L)).isEqualByComparingTo("6000");
        assertThat(rent(day, 445200000000L)).isEqualByComparingTo("4000");
        assertThat(rent(day.minusDays(1), 440103000000L)).isEqualByComparingTo("6000");
    }

    @RepeatedTest(5)
    @DisplayName("同意与撤回同时到：只成一个，规则与记录一致")
    void twoDecisionsAtOnce(RepetitionInfo round) throws Exception {
        var day = LocalDate.of(2091, 1, 1).plusDays(round.getCurrentRepetition());
        var change = proposedBy(MAKER, "need.pairing.member.most", "3" + round.getCurrentRepetition(), day, null);
        var start = new CyclicBarrier(2);
        try (var both = Executors.newFixedThreadPool(2)) {
            var agreed = both.submit(() -> {
                start.await();
                return agree(LEADER, change) instanceof AgreeChange.Outcome.Agreed;
            });
            var withdrawn = both.submit(() -> {
                start.await();
                return withdraw(MAKER, change) instanceof WithdrawChange.Outcome.ChangeWithdrawn;
            });
            assertThat(Stream.of(agreed.get(), withdrawn.get()).filter(won -> won))
                    .hasSize(1);
            assertThat(policy.get("need.pairing.member.most").values().stream()
                            .anyMatch(value -> value.from().equals(day)))
                    .isEqualTo(agreed.get());
        }
    }

    @Test
    @DisplayName("会让谁也登录不了的取值提不出来：登录时限为零、口令长过谁也记不住")
    void whatWouldLockEverybodyOutIsRefused() {
        var day = LocalDate.of(2090, 6, 1);
        for (var one : List.of(
                "access.session.idle 4",
                "access.session.longest 0",
                "access.password.shortest 7",
                "access.password.shortest 65")) {
            var value = value(one.split(" ")[0], one.split(" ")[1], day, null);
            assertThat(propose(MAKER, value)).as(one).isInstanceOf(ProposeChange.Outcome.WrongValue.class);
        }
    }

    @Test
    @DisplayName("整表一起提出、一起审核：同意了每一项都生效，清单里只占一行")
    void aSheetIsDecidedAsOne() {
        var day = LocalDate.of(2093, 1, 1);
        var sheet = sheet(day, "21");
        assertThat(changes.listOpen())
                .filteredOn(one -> one.proposed().from().equals(day))
                .singleElement()
                .satisfies(one -> assertThat(one.together()).isEqualTo(2));
        var second = changes.together(sheet).getLast();
        assertThat(second.id()).isNotEqualTo(sheet);
        assertThat(agree(MAKER_LEADER, second.id())).isInstanceOf(AgreeChange.Outcome.OwnRequest.class);
        assertThat(agree(LEADER, second.id())).isInstanceOf(AgreeChange.Outcome.Agreed.class);
        assertThat(policy.number(ID, day)).isEqualTo(21);
        assertThat(policy.number("need.pairing.member.most", day)).isEqualTo(21);
        assertThat(agree(LEADER, sheet)).isInstanceOf(AgreeChange.Outcome.AlreadyAnswered.class);
    }

    @Test
    @DisplayName("整表不同意、撤回的，一项也不生效；一项填得不对，整表都不提")
    void aSheetFallsAsOne() {
        var day = LocalDate.of(2093, 2, 1);
        assertThat(refuse(LEADER, sheet(day, "22"), "文件未印发")).isInstanceOf(RefuseChange.Outcome.ChangeRefused.class);
        assertThat(withdraw(MAKER_LEADER, sheet(day, "23"))).isInstanceOf(WithdrawChange.Outcome.ChangeWithdrawn.class);
        assertThat(policy.number(ID, day)).isNotIn(22, 23);
        assertThat(policy.number("need.pairing.member.most", day)).isNotIn(22, 23);
        var good = value(ID, "24", day, null);
        var outcome = propose(List.of(good, value("need.pairing.member.most", "1.5", day, null)));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ProposeSheet.Outcome.WrongValue.class,
                        wrong -> assertThat(wrong.reasons())
                                .singleElement()
                                .asString()
                                .contains("取值应为整数"));
        assertThat(propose(List.of(good, good))).isInstanceOf(ProposeSheet.Outcome.WrongValue.class);
        assertThat(propose(List.of())).isInstanceOf(ProposeSheet.Outcome.WrongValue.class);
        var waiting = proposed(ID, "25", day);
        assertThat(propose(List.of(good))).isInstanceOf(ProposeSheet.Outcome.AlreadyProposed.class);
        withdraw(MAKER, waiting);
    }

    private UUID sheet(LocalDate day, String number) {
        var outcome =
                propose(List.of(value(ID, number, day, null), value("need.pairing.member.most", number, day, null)));
        return ((ProposeSheet.Outcome.SheetProposed) outcome).subject();
    }

    private ProposeSheet.Outcome propose(List<NewValue> values) {
        return acts.perform(
                MAKER_LEADER,
                program.getBean(ProposeSheet.class),
                new ProposeSheet.Command(CommandId.fresh(MAKER_LEADER), values));
    }

    @Test
    @DisplayName("留痕里有提出和审核")
    void bothStepsAreOnTheTrail() {
        var change = proposed(ID, "16", LocalDate.of(2090, 9, 1));
        agree(LEADER, change);
        assertThat(everything
                        .sql("select act from audit.trail where subject = :id and done order by at, id")
                        .param("id", change)
                        .query(String.class)
                        .list())
                .containsExactly("ProposeChange", "AgreeChange");
        assertThat(LatestInTrail.lines(everything, "ProposeChange", change))
                .singleElement(STRING)
                .startsWith(policy.get(ID).zh() + "：")
                .endsWith(" → 16（自 2090-09-01 起）");
        assertThat(LatestInTrail.lines(everything, "AgreeChange", change)).contains("参数变更：待审核 → 已同意");
    }

    @Test
    @DisplayName("不同意的，留痕写明为什么")
    void theTrailSaysWhyItWasRefused() {
        var change = proposed(ID, "17", LocalDate.of(2090, 10, 1));
        refuse(LEADER, change, "没有文件");
        var said = LatestInTrail.of(everything, "RefuseChange", change);
        assertThat(said.purpose()).isEqualTo("没有文件");
        assertThat(said.changes()).extracting(Detail.Change::text).contains("参数变更：待审核 → 不同意");
    }

    private BigDecimal rent(LocalDate day, long place) {
        return policy.amount("employment.rent.yuan", day, new DivisionCode(place));
    }

    private void wrong(NewValue value, String why) {
        assertThat(propose(MAKER, value))
                .isInstanceOfSatisfying(
                        ProposeChange.Outcome.WrongValue.class,
                        outcome -> assertThat(outcome.reasons()).anyMatch(reason -> reason.contains(why)));
    }

    private UUID proposed(String id, String number, LocalDate from) {
        return proposedBy(MAKER, id, number, from, null);
    }

    private UUID proposedBy(Actor.Office maker, String id, String number, LocalDate from, @Nullable Long place) {
        var outcome = propose(maker, value(id, number, from, place));
        assertThat(outcome).isInstanceOf(ProposeChange.Outcome.Proposed.class);
        return ((ProposeChange.Outcome.Proposed) outcome).subject();
    }

    private static NewValue value(String id, String number, LocalDate from, @Nullable Long place) {
        return new NewValue(
                id,
                new BigDecimal(number),
                from,
                place == null ? null : new DivisionCode(place),
                DOCUMENT,
                "第三条",
                "按新文件调整");
    }

    private ProposeChange.Outcome propose(Actor actor, NewValue value) {
        return acts.perform(actor, propose, new ProposeChange.Command(CommandId.fresh(actor), value));
    }

    private AgreeChange.Outcome agree(Actor actor, UUID change) {
        return acts.perform(actor, agree, new AgreeChange.Command(CommandId.fresh(actor), change));
    }

    private RefuseChange.Outcome refuse(Actor actor, UUID change, String reason) {
        return acts.perform(actor, refuse, new RefuseChange.Command(CommandId.fresh(actor), change, reason));
    }

    private WithdrawChange.Outcome withdraw(Actor actor, UUID change) {
        return acts.perform(actor, withdraw, new WithdrawChange.Command(CommandId.fresh(actor), change));
    }
}
