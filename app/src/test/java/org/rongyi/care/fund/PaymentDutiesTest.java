package org.rongyi.care.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.payment.ApproveBatch;
import org.rongyi.care.fund.payment.BankFile;
import org.rongyi.care.fund.payment.Batch;
import org.rongyi.care.fund.payment.CancelGrant;
import org.rongyi.care.fund.payment.DissolveBatch;
import org.rongyi.care.fund.payment.MakeBatch;
import org.rongyi.care.fund.payment.Payment;
import org.rongyi.care.fund.payment.ReleaseBatch;
import org.rongyi.care.fund.payment.TakeBankFile;
import org.rongyi.platform.act.Act.Outcome;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.NotAllowed;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("拨付：编制、批准、拨付三个人，一笔钱同时只在一个批次里")
class PaymentDutiesTest extends PaymentOffice {

    private static final Money THOUSAND = Money.ofYuan(1_000);

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    private Actor.Office secondLeader;

    @BeforeEach
    void aDeputy() {
        secondLeader = colleague("副局长", Role.LEADER);
    }

    /** A batch that 经办 made (and 局长 approved, who also decided the grant in it). */
    private UUID upTo(Batch.State state) {
        var fund = richFund(4_000);
        var batch = made(fund, List.of(granted(fund, THOUSAND)));
        if (state == Batch.State.APPROVED) {
            assertThat(approve(secondLeader, batch)).isInstanceOf(ApproveBatch.Outcome.Approved.class);
        }
        return batch;
    }

    private record Case(String rule, Supplier<Outcome> act, Class<? extends Outcome> outcome) {}

    @TestFactory
    @DisplayName("不相容岗位（会计法 第37条）")
    List<DynamicTest> duties() {
        return List.of(
                        new Case(
                                "编制人不能批准",
                                () -> {
                                    var fund = richFund(1_000);
                                    var made = (MakeBatch.Outcome.Made)
                                            make(chief, fund, List.of(granted(fund, THOUSAND)));
                                    return approve(chief, made.subject());
                                },
                                ApproveBatch.Outcome.OwnBatch.class),
                        new Case(
                                "别的负责人可以批准",
                                () -> approve(secondLeader, upTo(Batch.State.DRAFT)),
                                ApproveBatch.Outcome.Approved.class),
                        new Case(
                                "代理编制人的，也不能批准",
                                () -> approve(standingIn(secondLeader, officer, Role.LEADER), upTo(Batch.State.DRAFT)),
                                ApproveBatch.Outcome.OwnBatch.class),
                        new Case(
                                "没有批准的不能拨付",
                                () -> release(cashier, upTo(Batch.State.DRAFT)),
                                ReleaseBatch.Outcome.WrongState.class),
                        new Case(
                                "编制人不能拨付",
                                () -> release(officer, upTo(Batch.State.APPROVED)),
                                ReleaseBatch.Outcome.OwnBatch.class),
                        new Case(
                                "批准人不能拨付",
                                () -> release(secondLeader, upTo(Batch.State.APPROVED)),
                                ReleaseBatch.Outcome.OwnBatch.class),
                        new Case(
                                "代理编制人的，也不能拨付",
                                () -> release(standingIn(cashier, officer, Role.OFFICER), upTo(Batch.State.APPROVED)),
                                ReleaseBatch.Outcome.OwnBatch.class),
                        new Case(
                                "作决定的人不能拨付",
                                () -> release(chief, upTo(Batch.State.APPROVED)),
                                ReleaseBatch.Outcome.OwnDecision.class),
                        new Case(
                                "别人代理作的决定，本人回来也不能拨付",
                                () -> {
                                    var fund = richFund(4_000);
                                    var decided = commit(
                                            standingIn(secondLeader, cashier, Role.LEADER), grant(fund, THOUSAND));
                                    var batch = made(fund, List.of(((Commitments.Done) decided).grant()));
                                    approve(chief, batch);
                                    return release(cashier, batch);
                                },
                                ReleaseBatch.Outcome.OwnDecision.class),
                        new Case(
                                "第三个人可以拨付",
                                () -> release(cashier, upTo(Batch.State.APPROVED)),
                                ReleaseBatch.Outcome.Released.class),
                        new Case(
                                "别的单位看不到",
                                () -> release(provinceOfficer, upTo(Batch.State.APPROVED)),
                                ReleaseBatch.Outcome.NotFound.class))
                .stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.rule(), () -> assertThat(one.act().get()).isInstanceOf(one.outcome())))
                .toList();
    }

    private static Actor.Office standingIn(Actor.Office one, Actor.Office whom, Role role) {
        var standing = standingIn(one, whom);
        return new Actor.Office(
                standing.account(),
                standing.name(),
                standing.post(),
                standing.unit(),
                standing.unitName(),
                standing.unitCode(),
                role,
                standing.level(),
                standing.scope(),
                standing.actingFor());
    }

    @Test
    @DisplayName("业务干部不能批准；数据库也不认同一个人编制又批准")
    void theDatabaseKnowsTheRuleToo() {
        var batch = upTo(Batch.State.DRAFT);
        assertThatThrownBy(() -> approve(cashier, batch)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> everything.sql("""
                                update fund.batch set state = 'APPROVED', approved_by = made_by, approved_name = '', approved_at = made_at
                                where id = :id
                                """).param("id", batch).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasStackTraceContaining("batch_approved_by_another");
    }

    @Test
    @DisplayName("输入的合计不对，不拨付；银行存款不够，不拨付")
    void theSumIsLookedAtTwice() {
        var batch = upTo(Batch.State.APPROVED);
        var wrong = new ReleaseBatch.Command(CommandId.fresh(cashier), batch, Money.ofYuan(100));
        assertThat(perform(cashier, ReleaseBatch.class, wrong)).isInstanceOf(ReleaseBatch.Outcome.OtherSum.class);
        var seen = new ApproveBatch.Command(CommandId.fresh(secondLeader), upTo(Batch.State.DRAFT), 2, THOUSAND);
        assertThat(perform(secondLeader, ApproveBatch.class, seen)).isInstanceOf(ApproveBatch.Outcome.OtherSum.class);
    }

    @Test
    @DisplayName("拨付记账：已承诺转拨付中，记帮扶支出和应付；银行存款等银行答复才动")
    void releasingIsEntered() {
        var fund = richFund(5_000);
        var one = granted(fund, Money.ofYuan(2_600));
        var two = granted(fund, Money.ofYuan(400));
        var batch = made(fund, List.of(one, two));
        assertThat(stateOf(one)).isEqualTo(GrantState.IN_BATCH);
        approve(chief, batch);
        assertThat(perform(cashier, TakeBankFile.class, new TakeBankFile.Command(CommandId.fresh(cashier), batch)))
                .isInstanceOf(TakeBankFile.Outcome.WrongState.class);
        assertThat(release(cashier, batch)).isInstanceOf(ReleaseBatch.Outcome.Released.class);
        assertThat(held(fund, AccountKind.COMMITTED, AccountKind.IN_PAYMENT, AccountKind.OWED, AccountKind.BANK))
                .containsEntry(AccountKind.COMMITTED, 0L)
                .containsEntry(AccountKind.IN_PAYMENT, 300_000L)
                .containsEntry(AccountKind.OWED, 300_000L)
                .containsEntry(AccountKind.BANK, 500_000L);
        assertThat(stateOf(two)).isEqualTo(GrantState.IN_PAYMENT);
        assertThat(paymentsOf(batch)).extracting(Payment::state).containsOnly(Payment.State.SENT);
        assertThat(file(batch)).isEqualTo(file(batch));
        assertThat(new String(file(batch), BankFile.CHARSET))
                .contains("林国强", "2600.00", batch(batch).number() + "-0002");
    }

    @Test
    @DisplayName("拨付中的不能再编批、不能解除、批次不能解散")
    void whatIsUnderWayIsNotPaidAgain() {
        var fund = richFund(4_000);
        var grant = granted(fund, THOUSAND);
        var batch = released(fund, List.of(grant));
        assertThat(make(officer, fund, List.of(grant))).isInstanceOf(MakeBatch.Outcome.NotWaiting.class);
        assertThat(cancel(grant)).isInstanceOf(CancelGrant.Outcome.NotWaiting.class);
        assertThat(dissolve(officer, batch)).isInstanceOf(DissolveBatch.Outcome.WrongState.class);
    }

    @Test
    @DisplayName("解散的批次，里面的回到待拨付，可以再编")
    void whatIsDissolvedWaitsAgain() {
        var fund = richFund(4_000);
        var grant = granted(fund, THOUSAND);
        var batch = made(fund, List.of(grant));
        assertThat(dissolve(cashier, batch)).isInstanceOf(DissolveBatch.Outcome.Dissolved.class);
        assertThat(stateOf(grant)).isEqualTo(GrantState.WAITING);
        assertThat(batch(made(fund, List.of(grant))).number())
                .isNotEqualTo(batch(batch).number());
    }

    @Test
    @DisplayName("解除承诺：作决定的人自己不行；钱回到可用，别人可以用，告诉本人；只解除一次")
    void aCancelledGrantIsFreeAgain() {
        var fund = richFund(1_000);
        var grant = granted(fund, THOUSAND);
        assertThat(holds(fund, AccountKind.AVAILABLE)).isEqualTo(Money.ZERO);
        assertThat(perform(chief, CancelGrant.class, new CancelGrant.Command(CommandId.fresh(chief), grant, "不付了")))
                .isInstanceOf(CancelGrant.Outcome.OwnDecision.class);
        assertThat(cancel(grant)).isInstanceOf(CancelGrant.Outcome.Cancelled.class);
        assertThat(cancel(grant)).isInstanceOf(CancelGrant.Outcome.NotWaiting.class);
        assertThat(holds(fund, AccountKind.AVAILABLE)).isEqualTo(THOUSAND);
        granted(fund, THOUSAND);
    }

    private CancelGrant.Outcome cancel(UUID grant) {
        return perform(cashier, CancelGrant.class, new CancelGrant.Command(CommandId.fresh(cashier), grant, "决定已撤销"));
    }
}
