package org.rongyi.care.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.bank.ConfirmSettlement;
import org.rongyi.care.fund.bank.ProposeSettlement;
import org.rongyi.care.fund.bank.ReadBankResult;
import org.rongyi.care.fund.bank.Settlements;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.payment.Batch;
import org.rongyi.care.fund.payment.MakeBatch;
import org.rongyi.care.fund.payment.Payment;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("银行怎么答复，账就怎么记：拒付、部分、重复、迟到、截断、自相矛盾")
class BankStoryTest extends BankedOffice {

    private static final long IN = 10_000;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @Test
    @DisplayName("付讫、已销户、超过限额、户名不符、无此账户：银行照自己的登记判，各记各的，没付成的回到人手里，原因是银行原话")
    void eachAnswerIsEntered() throws IOException {
        var fund = richFund(IN);
        var all = Stream.of(100_01, 200_02, 300_04, 400_08, 500_16)
                .map(fen -> granted(fund, new Money(fen)))
                .toList();
        var batch = released(fund, all);
        sent(batch, "PFHNX");
        var read = wasRead(batch, answered(batch));
        assertThat(read.booked()).isEqualTo(5);
        assertThat(paymentsOf(batch))
                .extracting(Payment::state)
                .containsExactly(
                        Payment.State.PAID,
                        Payment.State.FAILED,
                        Payment.State.PARTIAL,
                        Payment.State.FAILED,
                        Payment.State.FAILED);
        assertThat(all)
                .extracting(this::stateOf)
                .containsExactly(
                        GrantState.PAID,
                        GrantState.RETURNED,
                        GrantState.RETURNED,
                        GrantState.RETURNED,
                        GrantState.RETURNED);
        assertThat(paymentsOf(batch))
                .extracting(one -> one.result().reason())
                .containsExactly("", "账户已销户", "超过账户收款限额", "户名不符", "无此账户");
        assertThat(batch(batch).state()).isEqualTo(Batch.State.SETTLED);
        assertBooksAreTheBanks(fund, IN);
        assertThat(holds(fund, AccountKind.COMMITTED)).isEqualTo(new Money(200_02 + 150_02 + 400_08 + 500_16));
        assertThat(holds(fund, AccountKind.AID_COST)).isEqualTo(new Money(100_01 + 150_02));
    }

    @Test
    @DisplayName("同一份文件再来，什么也不变；换了行序的同样内容，逐行说“相同”，也不变")
    void theSameAgainChangesNothing() throws IOException {
        var fund = richFund(IN);
        var batch = released(fund, List.of(granted(fund, new Money(5_00)), granted(fund, new Money(6_00))));
        sent(batch, "PF");
        var result = answered(batch);
        wasRead(batch, result);
        var before = balances(fund);
        assertThat(read(batch, result)).isInstanceOf(ReadBankResult.Outcome.ReadBefore.class);
        var lines = lines(result);
        var again = wasRead(batch, Bank.result(batch(batch).number(), today, lines.reversed()));
        assertThat(again.same()).isEqualTo(2);
        assertThat(balances(fund)).isEqualTo(before);
        assertBooksAreTheBanks(fund, IN);
    }

    @Test
    @DisplayName("银行先只答一半，过些天再答：没有答复的，谁也不能再付；答了才办结")
    void aLateAnswer() throws IOException {
        var fund = richFund(IN);
        var late = granted(fund, new Money(70_00));
        var batch = released(fund, List.of(granted(fund, new Money(30_00)), late));
        sent(batch, "PU");
        wasRead(batch, answered(batch));
        assertThat(batch(batch).state()).isEqualTo(Batch.State.RELEASED);
        assertThat(make(officer, fund, List.of(late))).isInstanceOf(MakeBatch.Outcome.NotWaiting.class);
        assertBooksAreTheBanks(fund, IN);
        bank.later(batch(batch).number(), "P");
        var read = wasRead(batch, answered(batch));
        assertThat(read.booked()).isEqualTo(1);
        assertThat(read.same()).isEqualTo(1);
        assertThat(stateOf(late)).isEqualTo(GrantState.PAID);
        assertThat(batch(batch).state()).isEqualTo(Batch.State.SETTLED);
        assertBooksAreTheBanks(fund, IN);
    }

    @Test
    @DisplayName("过了整整一周银行才答：这一周里谁也不能再编、再拨；答了照付的那天记账，账与银行相同")
    void anAnswerAfterAWeek() throws IOException {
        var fund = richFund(IN);
        var grant = granted(fund, new Money(70_00));
        var batch = released(fund, List.of(grant));
        sent(batch, "U");
        try (var later = new NextYear(program, today.plusDays(7))) {
            var again = acts.perform(
                    officer,
                    later.bean(MakeBatch.class),
                    new MakeBatch.Command(CommandId.fresh(officer), fund, List.of(grant), null));
            assertThat(again).isInstanceOf(MakeBatch.Outcome.NotWaiting.class);
            bank.day(later.today);
            bank.later(batch(batch).number(), "P");
            var read = acts.perform(
                    officer,
                    later.bean(ReadBankResult.class),
                    new ReadBankResult.Command(CommandId.fresh(officer), batch, "一周后.csv", answered(batch)));
            assertThat(read)
                    .isInstanceOfSatisfying(
                            ReadBankResult.Outcome.Read.class,
                            one -> assertThat(one.booked()).isEqualTo(1));
            var entered = everything
                    .sql("select max(e.booked_on) from fund.entry e where e.fund_id = :fund")
                    .param("fund", fund)
                    .query(java.time.LocalDate.class)
                    .single();
            assertThat(entered).as("记在登记的那天").isEqualTo(later.today);
        }
        assertThat(stateOf(grant)).isEqualTo(GrantState.PAID);
        assertBooksAreTheBanks(fund, IN);
    }

    @Test
    @DisplayName("文件在任何一处截断，整份不登记")
    void aCutFileIsNotBelieved() throws IOException {
        var fund = richFund(IN);
        var batch = released(fund, List.of(granted(fund, new Money(5_00)), granted(fund, new Money(6_00))));
        sent(batch, "PF");
        var whole = answered(batch);
        var before = balances(fund);
        for (int length = 0; length < whole.length - 2; length += 13) {
            assertThat(read(batch, Arrays.copyOf(whole, length)))
                    .as("前 %d 字节", length)
                    .isInstanceOf(ReadBankResult.Outcome.Broken.class);
        }
        assertThat(balances(fund)).isEqualTo(before);
        wasRead(batch, whole);
    }

    @Test
    @DisplayName("一行有错，整份不登记，并说是哪一行")
    void aWrongFileIsNotBelieved() throws IOException {
        var fund = richFund(IN);
        var batch = released(fund, List.of(granted(fund, new Money(500_00)), granted(fund, new Money(6_00))));
        sent(batch, "PF");
        var number = batch(batch).number();
        var first = number + "-0001";
        var good = first + ",PAID,500.00," + today + ",";
        Map<String, List<String>> wrong = new LinkedHashMap<>();
        wrong.put("不在本批次", List.of(good, number + "-0009,PAID,6.00," + today + ","));
        wrong.put("出现了两次", List.of(good, good));
        wrong.put("不符", List.of(first + ",PAID,499.99," + today + ","));
        wrong.put("与拨付的 500.00 元和结果 PARTIAL 不符", List.of(first + ",PARTIAL,500.00," + today + ",户名不符"));
        wrong.put("看不懂，应是", List.of(first + ",OK,500.00," + today + ","));
        wrong.put("日期", List.of(first + ",PAID,500.00," + today.plusDays(1) + ","));
        wrong.put("原因", List.of(first + ",FAILED,0.00," + today + ","));
        wrong.put("公式", List.of(first + ",FAILED,0.00," + today + ",=HYPERLINK(1)"));
        wrong.put("应有 5 项", List.of(good + ",1"));
        wrong.forEach((why, lines) -> assertThat(read(batch, Bank.result(number, today, lines)))
                .as(why)
                .isInstanceOfSatisfying(
                        ReadBankResult.Outcome.Broken.class,
                        broken -> assertThat(broken.problems()).anyMatch(problem -> problem.contains(why))));
        assertThat(read(batch, Bank.result("BF-1", today, List.of(good))))
                .isInstanceOf(ReadBankResult.Outcome.Broken.class);
        assertThat(holds(fund, AccountKind.IN_PAYMENT)).isEqualTo(new Money(506_00));
    }

    @Test
    @DisplayName("先说失败、后说已付：不悄悄记账，钱不再付，凭银行书面答复两人认定后账与银行相同")
    void paidAfterAll() throws IOException {
        var fund = richFund(IN);
        var grant = granted(fund, new Money(80_00));
        var batch = released(fund, List.of(grant));
        sent(batch, "F");
        wasRead(batch, answered(batch));
        var before = balances(fund);
        bank.change(only(batch).reference(), "P");
        assertThat(wasRead(batch, answered(batch)).contradicting()).isEqualTo(1);
        assertThat(balances(fund)).isEqualTo(before);
        assertThat(transactions.read(officer, () -> settlements.open(fund))).hasSize(1);
        assertThat(make(officer, fund, List.of(grant))).isInstanceOf(MakeBatch.Outcome.NotWaiting.class);
        settle(only(batch), 80_00);
        assertThat(stateOf(grant)).isEqualTo(GrantState.PAID);
        assertBooksAreTheBanks(fund, IN);
    }

    @Test
    @DisplayName("先说已付、后来退回：认定后钱回到已承诺，等人更正，本人两次都得到告知")
    void backAfterAll() throws IOException {
        var fund = richFund(IN);
        var grant = granted(fund, new Money(7_000_00));
        var batch = released(fund, List.of(grant));
        sent(batch, "P");
        wasRead(batch, answered(batch));
        bank.change(only(batch).reference(), "F");
        wasRead(batch, answered(batch));
        settle(only(batch), 0);
        assertThat(stateOf(grant)).isEqualTo(GrantState.RETURNED);
        assertThat(holds(fund, AccountKind.COMMITTED)).isEqualTo(new Money(7_000_00));
        assertThat(told(grant)).containsExactly("grant.paid", "grant.returned");
        assertBooksAreTheBanks(fund, IN);
    }

    @Test
    @DisplayName("说失败之后已另付，银行又说头一笔也付了：重付的挂账等收回，收回了账平")
    void paidTwiceByTheBank() throws IOException {
        var fund = richFund(IN);
        var grant = granted(fund, new Money(80_00));
        var first = released(fund, List.of(grant));
        sent(first, "F");
        wasRead(first, answered(first));
        putRight(grant);
        var second = released(fund, List.of(grant));
        sent(second, "P");
        wasRead(second, answered(second));
        bank.change(only(first).reference(), "P");
        wasRead(first, answered(first));
        settle(only(first), 80_00);
        assertThat(holds(fund, AccountKind.RECEIVABLE)).isEqualTo(new Money(80_00));
        assertBooksAreTheBanks(fund, IN);
        bank.change(only(first).reference(), "F");
        wasRead(first, answered(first));
        settle(only(first), 0);
        assertThat(holds(fund, AccountKind.RECEIVABLE)).isEqualTo(Money.ZERO);
        assertThat(stateOf(grant)).isEqualTo(GrantState.PAID);
        assertBooksAreTheBanks(fund, IN);
    }

    @Test
    @DisplayName("久无答复：一人提出、另一人核定；银行后来的答复一致，只说相同")
    void settledByHand() throws IOException {
        var fund = richFund(IN);
        var grant = granted(fund, new Money(80_00));
        var batch = released(fund, List.of(grant));
        sent(batch, "U");
        var payment = only(batch);
        var bare =
                new ProposeSettlement.Command(CommandId.fresh(officer), payment.id(), payment.amount(), today, "电话问的");
        assertThat(perform(officer, ProposeSettlement.class, bare))
                .isInstanceOf(ProposeSettlement.Outcome.NoPaper.class);
        assertThat(propose(chief, payment.id(), payment.amount()))
                .isInstanceOf(ProposeSettlement.Outcome.Proposed.class);
        assertThat(confirm(chief, payment.id())).isInstanceOf(ConfirmSettlement.Outcome.OwnProposal.class);
        assertThat(stateOf(grant)).isEqualTo(GrantState.IN_PAYMENT);
        bank.later(batch(batch).number(), "P");
        var read = wasRead(batch, answered(batch));
        assertThat(read.booked()).as("银行赶在前头").isEqualTo(1);
        assertThat(transactions
                        .read(officer, () -> settlements.ofPayment(payment.id()))
                        .getFirst()
                        .state())
                .isEqualTo(Settlements.State.OVERTAKEN);

        var next = released(fund, List.of(granted(fund, new Money(90_00))));
        sent(next, "U");
        settle(only(next), 90_00);
        bank.later(batch(next).number(), "P");
        assertThat(wasRead(next, answered(next)).same()).isEqualTo(1);
        assertBooksAreTheBanks(fund, IN);
    }

    private List<String> told(UUID grant) {
        return everything
                .sql("select template from notice.message where record_id = :grant order by at, id")
                .param("grant", grant)
                .query(String.class)
                .list();
    }

    private void settle(Payment payment, long fen) {
        assertThat(propose(officer, payment.id(), new Money(fen)))
                .isInstanceOf(ProposeSettlement.Outcome.Proposed.class);
        assertThat(confirm(chief, payment.id())).isInstanceOf(ConfirmSettlement.Outcome.Settled.class);
    }

    private void putRight(UUID grant) {
        transactions.write(officer, () -> {
            var one = grants.find(grant).orElseThrow();
            grants.direct(grant, one.payee(), one.bank(), one.account());
            audit.record(officer, new AuditTrail.Entry("DirectForTest", null, "Done", true));
            return true;
        });
    }

    private static List<String> lines(byte[] result) {
        var rows = new String(result, Bank.CHARSET).split("\r\n");
        return List.of(rows).subList(1, rows.length - 1);
    }
}
