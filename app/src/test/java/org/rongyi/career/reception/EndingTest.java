package org.rongyi.career.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.career.reception.allowance.Allowances;
import org.rongyi.career.reception.ending.AnswerEndObjection;
import org.rongyi.career.reception.ending.DecideEnd;
import org.rongyi.career.reception.ending.Endings;
import org.rongyi.career.reception.ending.ObjectToEnd;
import org.rongyi.career.reception.ending.ProposeEnd;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("待安置：生活补助逐月按地方按日期；终止要听说明、由负责人书面决定；六个月期限看得见")
class EndingTest {

    private static final DivisionCode SIHUI = new DivisionCode(441284000000L);
    private static final DivisionCode GUANGZHOU = new DivisionCode(440106000000L);

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Allowances allowances;

    private Handed handed;

    @BeforeEach
    void county() {
        handed = new Handed(program);
    }

    @Test
    @DisplayName("2024 年 9 月起按当地月最低工资：肇庆 1,720，2025 年 3 月起 1,850；广州 2,500；以前按最低生活水平，由当地定")
    void theMonthHasItsOwnStandard() {
        assertThat(fen(2024, 8, SIHUI)).isNull();
        assertThat(fen(2024, 9, SIHUI)).isEqualTo(172_000);
        assertThat(fen(2025, 2, SIHUI)).isEqualTo(172_000);
        assertThat(fen(2025, 3, SIHUI)).isEqualTo(185_000);
        assertThat(fen(2025, 3, GUANGZHOU)).isEqualTo(250_000);
    }

    @Test
    @DisplayName("从报到那个月发到办结那个月；没有报到、自主就业的没有；名册里各月只有当月在等的人")
    void fromTheReportToThePlacement() {
        var left = LocalDate.of(2025, 1, 20);
        var id = handed.received(handed.person("郑补助"), Handed.sergeant(left.minusYears(13), left));
        assertThat(months(id)).isEmpty();
        handed.report(id, LocalDate.of(2025, 2, 3), "");
        handed.perform(
                handed.officer,
                SettleReception.class,
                new SettleReception.Command(
                        CommandId.fresh(handed.officer), id, LocalDate.of(2025, 4, 10), "自来水公司，已上岗"));
        assertThat(months(id))
                .extracting(Allowances.Month::month)
                .containsExactly(YearMonth.of(2025, 2), YearMonth.of(2025, 3), YearMonth.of(2025, 4));
        assertThat(Allowances.sum(months(id))).isEqualTo(172_000 + 185_000 + 185_000);
        assertThat(isDue(id, 2025, 1)).isFalse();
        assertThat(isDue(id, 2025, 4)).isTrue();
        assertThat(isDue(id, 2025, 5)).isFalse();
    }

    @Test
    @DisplayName("拟定不改变什么；自己拟定的自己不能决定；不同意就继续安置")
    void aProposalEndsNothing() {
        var id = waiting("郑拟定");
        assertThat(propose(handed.chief, id, "")).isInstanceOf(ProposeEnd.Outcome.Wanting.class);
        assertThat(propose(handed.chief, id, "通知三次，没有来")).isEqualTo(new ProposeEnd.Outcome.Proposed(id));
        assertThat(propose(handed.officer, id, "通知三次，没有来")).isEqualTo(new ProposeEnd.Outcome.AlreadyProposed());
        assertThat(handed.read(id).isOpen()).isTrue();
        assertThat(isOnTheList(id)).isTrue();
        assertThat(decide(handed.chief, id, true)).isEqualTo(new DecideEnd.Outcome.OwnProposal());
        assertThat(decide(handed.cityChief, id, false)).isEqualTo(new DecideEnd.Outcome.Decided(id, false));
        assertThat(isOnTheList(id)).isFalse();
        assertThat(handed.read(id).isOpen()).isTrue();
    }

    @Test
    @DisplayName("负责人决定才终止；本人看得到决定、提得了异议，异议列在待决定里；成立的恢复安置")
    void aLeaderDecidesAndHeMayObject() {
        var person = handed.person("郑终止");
        var left = handed.today.minusDays(100);
        var id = handed.received(person, Handed.conscript(left.minusYears(2), left));
        propose(handed.officer, id, "来了，说在外地打工");
        assertThat(seenByHimself(person, id)).isZero();
        assertThat(object(person, id)).isEqualTo(new ObjectToEnd.Outcome.NotNow());
        assertThat(decide(handed.chief, id, true)).isEqualTo(new DecideEnd.Outcome.Decided(id, true));
        assertThat(handed.read(id).state()).isEqualTo(ReceptionState.ENDED);
        assertThat(handed.read(id).endKind()).isEqualTo(EndKind.FORFEITED);
        assertThat(seenByHimself(person, id)).isOne();
        assertThat(object(handed.person("郑旁人"), id)).isEqualTo(new ObjectToEnd.Outcome.NotFound());
        assertThat(isOnTheList(id)).isFalse();
        assertThat(object(person, id)).isEqualTo(new ObjectToEnd.Outcome.Objected(id));
        assertThat(isOnTheList(id)).isTrue();
        assertThat(answer(handed.chief, id)).isEqualTo(new AnswerEndObjection.Outcome.SamePerson());
        assertThat(answer(handed.cityChief, id)).isEqualTo(new AnswerEndObjection.Outcome.Answered(id, true));
        assertThat(handed.read(id).state()).isEqualTo(ReceptionState.TO_REPORT);
    }

    @Test
    @DisplayName("接收满六个月还没有安置完的，列在超过期限里；办结了就不在了")
    void sixMonthsAreWatched() {
        var list = program.getBean(ReceptionList.class);
        var left = handed.today.minusMonths(6).minusDays(1);
        var late = program.getBean(ReceptionTerms.class).receivedTooLongAgo(handed.today);
        var id = handed.received(handed.person("郑超期"), Handed.conscript(left.minusYears(2), left));
        handed.report(id, left.plusDays(3), "");
        long before = transactions.read(handed.officer, () -> list.overdue(handed.officer.scope(), late));
        handed.perform(
                handed.officer,
                SettleReception.class,
                new SettleReception.Command(CommandId.fresh(handed.officer), id, handed.today, "一次性退役金已发"));
        assertThat(transactions.read(handed.officer, () -> list.overdue(handed.officer.scope(), late)))
                .isEqualTo(before - 1);
    }

    private UUID waiting(String name) {
        var left = handed.today.minusDays(40);
        var id = handed.received(handed.person(name), Handed.conscript(left.minusYears(2), left));
        handed.report(id, left.plusDays(10), "");
        return id;
    }

    private Long fen(int year, int month, DivisionCode place) {
        return allowances.month(YearMonth.of(year, month), place).fen();
    }

    private List<Allowances.Month> months(UUID id) {
        return allowances.of(handed.read(id), YearMonth.from(handed.today));
    }

    private boolean isDue(UUID id, int year, int month) {
        return transactions
                .read(handed.officer, () -> allowances.due(handed.officer.scope(), YearMonth.of(year, month)))
                .stream()
                .anyMatch(one -> one.reception().equals(id));
    }

    private int seenByHimself(UUID person, UUID id) {
        return transactions
                .read(
                        handed.himself(person),
                        () -> program.getBean(Endings.class).of(id))
                .size();
    }

    private ProposeEnd.Outcome propose(Actor.Office by, UUID id, String heard) {
        return handed.perform(
                by,
                ProposeEnd.class,
                new ProposeEnd.Command(
                        CommandId.fresh(by), id, EndKind.FORFEITED, "无正当理由超过期限不报到", handed.today, heard));
    }

    private DecideEnd.Outcome decide(Actor.Office by, UUID id, boolean agreed) {
        return handed.perform(by, DecideEnd.class, new DecideEnd.Command(CommandId.fresh(by), id, agreed, "材料齐全"));
    }

    private ObjectToEnd.Outcome object(UUID person, UUID id) {
        var self = handed.himself(person);
        return handed.perform(
                self, ObjectToEnd.class, new ObjectToEnd.Command(CommandId.fresh(self), id, "通知没有收到，住院有病历"));
    }

    private AnswerEndObjection.Outcome answer(Actor.Office by, UUID id) {
        return handed.perform(
                by, AnswerEndObjection.class, new AnswerEndObjection.Command(CommandId.fresh(by), id, true, "病历属实"));
    }

    /** 待决定的终止, as the county's chief sees it. */
    private boolean isOnTheList(UUID id) {
        var endings = program.getBean(Endings.class);
        return transactions.read(handed.chief, () -> endings.waiting(handed.chief.scope())).stream()
                .anyMatch(one -> one.reception().equals(id));
    }
}
