package org.rongyi.care.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.bank.ConfirmSettlement;
import org.rongyi.care.fund.books.Closings;
import org.rongyi.care.fund.books.FundEnds;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.ledger.LedgerCheck;
import org.rongyi.care.fund.raising.Disclosures;
import org.rongyi.care.fund.raising.Tally;
import org.rongyi.care.fund.recovery.ConfirmWriteOff;
import org.rongyi.care.fund.recovery.DecideRecovery;
import org.rongyi.care.fund.recovery.OpenRecovery;
import org.rongyi.care.fund.recovery.ProposeWriteOff;
import org.rongyi.care.fund.recovery.RecordRepayment;
import org.rongyi.care.fund.recovery.Recovery;
import org.rongyi.care.fund.recovery.StateOnRecovery;
import org.rongyi.care.fund.recovery.TakeBackRepayment;
import org.rongyi.network.oversight.FoundByPerson;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.documents.issued.IssuedDocument;
import org.rongyi.platform.documents.issued.IssuedDocuments;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("追回：先告知、听陈述申辩，另一人决定；退一次记一次，钱回到当初出的来源")
class RecoveryTest extends RecoveryOffice {

    @Autowired
    private IssuedDocuments documents;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @Autowired
    @Qualifier("job")
    private DataSource source;

    @Test
    @DisplayName("没有依据的文件、多于付出的、没有付的、作决定的人提出的，都不行；一笔同时只有一件")
    void whatCannotBeOpened() {
        var fund = richFund(1_000);
        var waiting = granted(fund, Money.ofYuan(10));
        assertThat(open(officer, waiting, 10, true)).isInstanceOf(OpenRecovery.Outcome.NotPaid.class);
        var grant = paid(fund, 600);
        assertThat(open(officer, grant, 600, false)).isInstanceOf(OpenRecovery.Outcome.NoPaper.class);
        assertThat(open(officer, grant, 601, true)).isEqualTo(new OpenRecovery.Outcome.MoreThanPaid(Money.ofYuan(600)));
        assertThat(open(chief, grant, 600, true)).isInstanceOf(OpenRecovery.Outcome.OwnDecision.class);
        assertThat(open(officer, grant, 400, true)).isInstanceOf(OpenRecovery.Outcome.Opened.class);
        assertThat(open(officer, grant, 100, true)).isInstanceOf(OpenRecovery.Outcome.AlreadyOpen.class);
    }

    @Test
    @DisplayName("窗口登记他的陈述，要附他签字的笔录；登记了，他的期限照旧，到期以前不能决定")
    void whatADeskWritesDownEndsNoTerm() {
        var fund = richFund(1_000);
        var id = opened(paid(fund, 600), 400);
        assertThat(say(cashier, id)).isInstanceOf(StateOnRecovery.Outcome.NoPaper.class);
        var form = CommandId.fresh(cashier);
        attach(cashier, form);
        assertThat(perform(cashier, StateOnRecovery.class, new StateOnRecovery.Command(form, id, "没有瞒")))
                .isInstanceOf(StateOnRecovery.Outcome.Heard.class);
        assertThat(decide(leader(), id, true)).isInstanceOf(DecideRecovery.Outcome.StillHearing.class);
    }

    @Test
    @DisplayName("没说明、期限没到，不能决定；提出的人、当初作决定的人不能决定；说明过，另一位负责人决定，有两份文书，账上记应收")
    void heIsHeardAndAnotherDecides() {
        var fund = richFund(1_000);
        var grant = paid(fund, 600);
        var deputy = leader();
        var id = ((OpenRecovery.Outcome.Opened) open(standingIn(officer, deputy), grant, 600, true)).subject();
        assertThat(decide(leader(), id, true)).isInstanceOf(DecideRecovery.Outcome.StillHearing.class);
        var recovery = read(id);
        var entry = everything
                .sql("select id from fund.entry where subject = :id")
                .param("id", grant)
                .query(UUID.class)
                .list();
        assertThat(entry).isNotEmpty();
        assertThat(FoundByPerson.records(program, officer, recovery.person()))
                .as("按他的姓名查留痕：给他的钱、每一张凭证，和追回")
                .contains(grant, id)
                .containsAll(entry);
        assertThat(say(officer, id)).isInstanceOf(StateOnRecovery.Outcome.OwnProposal.class);
        assertThat(say(deputy, id)).isInstanceOf(StateOnRecovery.Outcome.OwnProposal.class);
        var self = new Actor.Self(UUID.randomUUID(), "本人", recovery.person());
        assertThat(say(self, id)).isInstanceOf(StateOnRecovery.Outcome.Heard.class);
        assertThat(say(self, id)).isInstanceOf(StateOnRecovery.Outcome.Over.class);
        assertThat(transactions.read(self, () -> recoveries.ofPerson(recovery.person())))
                .extracting(Recovery::id)
                .contains(id);
        assertThat(transactions.read(new Actor.Self(UUID.randomUUID(), "别人", id()), () -> recoveries.find(id)))
                .isEmpty();
        assertThat(decide(deputy, id, true)).isInstanceOf(DecideRecovery.Outcome.OwnProposal.class);
        assertThat(decide(chief, id, true)).isInstanceOf(DecideRecovery.Outcome.OwnDecision.class);
        assertThat(decide(leader(), id, true)).isInstanceOf(DecideRecovery.Outcome.Decided.class);
        assertThat(decide(leader(), id, true)).isInstanceOf(DecideRecovery.Outcome.AlreadyAnswered.class);
        assertThat(transactions.read(officer, () -> documents.list(OpenRecovery.OWNER_KIND, id)))
                .extracting(IssuedDocument::title)
                .contains("追回事先告知书", "追回决定书");
        assertThat(held(fund, AccountKind.RECEIVABLE, AccountKind.AID_COST, AccountKind.SPENT))
                .containsEntry(AccountKind.RECEIVABLE, 60_000L)
                .containsEntry(AccountKind.AID_COST, 0L)
                .containsEntry(AccountKind.SPENT, 60_000L);
        assertThat(everything
                        .sql("select row_to_json(r)::text from fund.recovery r where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .doesNotContain("收入证明是假的", "家里的事");
    }

    @Test
    @DisplayName("提出以后银行说没有付成：核实的时候不能决定追回；在追回的，认定不了退回；决定不追回了才认定")
    void whatCameBackMeanwhileIsNotRecovered() {
        var fund = richFund(1_000);
        var grant = granted(fund, Money.ofYuan(600));
        var batch = batch(released(fund, List.of(grant)));
        var payment = paymentsOf(batch.id()).getFirst();
        wasRead(batch.id(), result(batch.number(), List.of(payment.reference() + ",PAID,600.00," + today + ",")));
        var id = opened(grant, 600);
        heard(id);
        var ends = program.getBean(FundEnds.class);
        var found = transactions.read(officer, () -> funds.find(fund)).orElseThrow();
        assertThat(transactions.read(officer, () -> ends.inTheWay(found)))
                .contains(new Closings.InTheWay(Closings.Hindrance.RECOVERING, 1));
        read(batch.id(), result(batch.number(), List.of(payment.reference() + ",FAILED,0.00," + today + ",户名不符")));
        assertThat(decide(leader(), id, true)).isInstanceOf(DecideRecovery.Outcome.NotPaid.class);
        propose(officer, payment.id(), Money.ZERO);
        assertThat(confirm(chief, payment.id())).isInstanceOf(ConfirmSettlement.Outcome.Recovered.class);
        assertThat(decide(leader(), id, false)).isInstanceOf(DecideRecovery.Outcome.Decided.class);
        assertThat(confirm(chief, payment.id())).isInstanceOf(ConfirmSettlement.Outcome.Settled.class);
        assertThat(stateOf(grant)).isEqualTo(GrantState.RETURNED);
    }

    @Test
    @DisplayName("同一张回单、同样的金额和日期只登记一次；冲回了的可以重新登记")
    void theSameSlipIsEnteredOnce() {
        var id = ordered(paid(richFund(1_000), 500), 500);
        assertThat(repay(id, 100, today, "回单 1")).isInstanceOf(RecordRepayment.Outcome.Recorded.class);
        assertThat(repay(id, 100, today, " 回单 1 ")).isInstanceOf(RecordRepayment.Outcome.EnteredBefore.class);
        assertThat(read(id).owed()).isEqualTo(Money.ofYuan(400));
        assertThat(repay(id, 100, today, "回单 2")).isInstanceOf(RecordRepayment.Outcome.Recorded.class);
        var first = transactions.read(officer, () -> repayments.of(id)).getFirst();
        assertThat(takeBack(chief, id, first.id(), "看错了")).isInstanceOf(TakeBackRepayment.Outcome.TakenBack.class);
        assertThat(repay(id, 100, today, first.document())).isInstanceOf(RecordRepayment.Outcome.Recorded.class);
    }

    @Test
    @DisplayName("同一张回单再登记一次，钱不够退了、已经退清了，说的都是登记过，不说多于还要退的")
    void theSameSlipIsSaidToBeEntered() {
        var id = ordered(paid(richFund(1_000), 500), 500);
        assertThat(repay(id, 300, today, "回单 1")).isInstanceOf(RecordRepayment.Outcome.Recorded.class);
        assertThat(repay(id, 300, today, "回单 1")).isInstanceOf(RecordRepayment.Outcome.EnteredBefore.class);
        assertThat(repay(id, 300, today, "回单 2"))
                .isEqualTo(new RecordRepayment.Outcome.MoreThanOwed(Money.ofYuan(200)));
        assertThat(repay(id, 200, today, "回单 2")).isInstanceOf(RecordRepayment.Outcome.Recorded.class);
        assertThat(repay(id, 200, today, "回单 2")).isInstanceOf(RecordRepayment.Outcome.EnteredBefore.class);
        assertThat(repay(id, 200, today, "回单 3")).isInstanceOf(RecordRepayment.Outcome.NotOwed.class);
    }

    @Test
    @DisplayName("分次退回：回到当初出的每一笔来源，可以再用；退多了、日期不对、没有凭证不登记；退清了了结，不能再退")
    void itComesBackToItsSources() {
        var fund = careFund();
        var bound = given(fund, 300, new Lot.Terms(HARDSHIP, null, null));
        var free = given(fund, 700, Lot.Terms.FREE);
        var grant = paid(fund, 500);
        var id = ordered(grant, 500);
        assertThat(repay(id, 501, today, "回单 1"))
                .isEqualTo(new RecordRepayment.Outcome.MoreThanOwed(Money.ofYuan(500)));
        assertThat(repay(id, 100, today.plusDays(1), "回单 1")).isInstanceOf(RecordRepayment.Outcome.WrongDay.class);
        assertThat(repay(id, 100, today, " ")).isInstanceOf(RecordRepayment.Outcome.NoPaper.class);
        assertThat(repay(id, 100, today, "75123 部队")).isInstanceOf(RecordRepayment.Outcome.LooksSecret.class);
        assertThat(repay(id, 350, today, "回单 1"))
                .isEqualTo(new RecordRepayment.Outcome.Recorded(id, Money.ofYuan(150)));
        assertThat(lot(bound).standing().available()).isEqualTo(Money.ofYuan(300));
        assertThat(lot(free).standing().available()).isEqualTo(Money.ofYuan(550));
        assertThat(repay(id, 150, today, "回单 2")).isInstanceOf(RecordRepayment.Outcome.Recorded.class);
        assertThat(read(id).state()).isEqualTo(Recovery.State.RECOVERED);
        assertThat(lot(free).standing().available()).isEqualTo(Money.ofYuan(700));
        assertThat(held(fund, AccountKind.RECEIVABLE, AccountKind.SPENT, AccountKind.BANK))
                .containsEntry(AccountKind.RECEIVABLE, 0L)
                .containsEntry(AccountKind.SPENT, 0L)
                .containsEntry(AccountKind.BANK, 100_000L);
        assertThat(repay(id, 1, today, "回单 3")).isInstanceOf(RecordRepayment.Outcome.NotOwed.class);
        assertThat(transactions
                        .read(officer, () -> lots.uses(List.of(free), null, 10))
                        .rows())
                .as("捐赠人看到的：这一笔追回了")
                .extracting(Lots.Use::zh)
                .containsExactly("已追回");
        assertThat(helped(fund)).as("全数退回的，公开的时候不算帮过一次").isZero();
        assertThat(open(officer, grant, 1, true)).isInstanceOf(OpenRecovery.Outcome.NotPaid.class);
        assertThat(paid(fund, 1_000)).isNotNull();
    }

    @Test
    @DisplayName("登记错了的退回：登记的人自己不能冲回，另一个人写明错在哪里才冲回；因它了结的追回重新开着，账上又应收，校验不出差错")
    void whatWasEnteredWronglyIsTakenBackByAnother() throws SQLException {
        var before = findings();
        var fund = richFund(1_000);
        var id = ordered(paid(fund, 600), 600);
        var deputy = leader();
        record(standingIn(officer, deputy), id, 600, "回单 1");
        assertThat(read(id).state()).isEqualTo(Recovery.State.RECOVERED);
        var wrong =
                transactions.read(officer, () -> repayments.of(id)).getFirst().id();
        assertThat(takeBack(officer, id, wrong, "看错了回单")).isInstanceOf(TakeBackRepayment.Outcome.OwnEntry.class);
        assertThat(takeBack(deputy, id, wrong, "看错了回单")).isInstanceOf(TakeBackRepayment.Outcome.OwnEntry.class);
        assertThat(takeBack(chief, id, wrong, " ")).isInstanceOf(TakeBackRepayment.Outcome.NoReason.class);
        assertThat(takeBack(chief, id, wrong, "看错了回单")).isInstanceOf(TakeBackRepayment.Outcome.TakenBack.class);
        assertThat(takeBack(chief, id, wrong, "看错了回单")).isInstanceOf(TakeBackRepayment.Outcome.ReversedBefore.class);
        assertThat(read(id).state()).isEqualTo(Recovery.State.ORDERED);
        assertThat(read(id).owed()).isEqualTo(Money.ofYuan(600));
        assertThat(held(fund, AccountKind.RECEIVABLE, AccountKind.SPENT, AccountKind.BANK))
                .containsEntry(AccountKind.RECEIVABLE, 60_000L)
                .containsEntry(AccountKind.SPENT, 60_000L)
                .containsEntry(AccountKind.BANK, 40_000L);
        repay(id, 60, today, "回单 2");
        assertThat(read(id).owed()).isEqualTo(Money.ofYuan(540));
        assertThat(findings()).isEqualTo(before);
    }

    @Test
    @DisplayName("退回的钱已经又承诺出去、核销已经提出的，冲不回")
    void whatIsUsedSinceStays() {
        var fund = richFund(1_000);
        var id = ordered(paid(fund, 600), 600);
        repay(id, 500, today, "回单 1");
        var wrong =
                transactions.read(officer, () -> repayments.of(id)).getFirst().id();
        granted(fund, Money.ofYuan(900));
        assertThat(takeBack(chief, id, wrong, "看错了")).isInstanceOf(TakeBackRepayment.Outcome.UsedSince.class);
        propose(officer, id, true);
        assertThat(takeBack(chief, id, wrong, "看错了")).isInstanceOf(TakeBackRepayment.Outcome.WriteOff.class);
    }

    @Test
    @DisplayName("收不回的：有文件，一人提出、另一位负责人核定，剩下的记作支出；不同意的接着追")
    void whatNeverComesBackIsWrittenOffByTwo() {
        var fund = richFund(1_000);
        var id = ordered(paid(fund, 600), 600);
        repay(id, 200, today, "回单 1");
        assertThat(propose(officer, id, false)).isInstanceOf(ProposeWriteOff.Outcome.NoPaper.class);
        var deputy = leader();
        assertThat(propose(standingIn(officer, deputy), id, true)).isInstanceOf(ProposeWriteOff.Outcome.Proposed.class);
        assertThat(propose(officer, id, true)).isInstanceOf(ProposeWriteOff.Outcome.AlreadyProposed.class);
        assertThat(confirm(deputy, id, true)).isInstanceOf(ConfirmWriteOff.Outcome.OwnProposal.class);
        assertThat(confirm(chief, id, false)).isInstanceOf(ConfirmWriteOff.Outcome.Declined.class);
        propose(officer, id, true);
        assertThat(confirm(chief, id, true)).isInstanceOf(ConfirmWriteOff.Outcome.WrittenOff.class);
        assertThat(confirm(chief, id, true)).isInstanceOf(ConfirmWriteOff.Outcome.AlreadyAnswered.class);
        assertThat(held(fund, AccountKind.RECEIVABLE, AccountKind.AID_COST, AccountKind.SPENT))
                .containsEntry(AccountKind.RECEIVABLE, 0L)
                .containsEntry(AccountKind.AID_COST, 40_000L)
                .containsEntry(AccountKind.SPENT, 40_000L);
    }

    @Test
    @DisplayName("随便怎么追、怎么退、怎么核销：账对得上；改动追回或退回的任何一行，校验都查得出")
    void whateverHappensTheBooksKnow() throws SQLException {
        var before = findings();
        var random = new Random(36);
        var fund = richFund(4_000);
        for (int i = 0; i < 6; i++) {
            var amount = 100 + random.nextInt(400);
            var id = ordered(paid(fund, amount), 1 + random.nextInt(amount));
            for (int part = random.nextInt(4); part > 0; part--) {
                var owed = read(id).owed();
                if (owed.isPositive()) {
                    perform(
                            officer,
                            RecordRepayment.class,
                            new RecordRepayment.Command(
                                    CommandId.fresh(officer),
                                    id,
                                    new Money(1 + random.nextLong(owed.fen())),
                                    today,
                                    "回单 " + part));
                }
            }
            if (read(id).owed().isPositive() && random.nextBoolean()) {
                propose(officer, id, true);
                confirm(chief, id, true);
            }
        }
        assertThat(findings()).isEqualTo(before);
        var some = everything
                .sql("select id from fund.repayment where fund_id = :fund limit 1")
                .param("fund", fund)
                .query(UUID.class)
                .single();
        assertThat(findingsAfter("update fund.repayment set amount = amount + 1 where id = ?", some))
                .isNotEqualTo(before);
        var recovery = everything
                .sql("select id from fund.recovery where fund_id = :fund and state = 'ORDERED' limit 1")
                .param("fund", fund)
                .query(UUID.class)
                .single();
        assertThat(findingsAfter("update fund.recovery set repaid = repaid + 1 where id = ?", recovery))
                .anySatisfy(one -> assertThat(one).contains("追回").contains("与凭证不符"));
        assertThat(findings()).isEqualTo(before);
    }

    private long helped(UUID fund) {
        var disclosures = program.getBean(Disclosures.class);
        return transactions.read(officer, () -> disclosures.sum(fund, null, disclosures.marks(fund))).lines().stream()
                .filter(line -> line.item() == Tally.Item.SPENT)
                .mapToLong(Tally.Line::many)
                .sum();
    }

    /** Changed without an act, looked at, and undone. */
    private List<String> findingsAfter(String sql, UUID id) throws SQLException {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (var edit = connection.prepareStatement(sql)) {
                edit.setObject(1, id);
                assertThat(edit.executeUpdate()).isPositive();
                return new LedgerCheck(connection, TestServices.ALL).check().first();
            } finally {
                connection.rollback();
            }
        }
    }

    private List<String> findings() throws SQLException {
        try (var connection = source.getConnection()) {
            return new LedgerCheck(connection, TestServices.ALL).check().first();
        }
    }
}
