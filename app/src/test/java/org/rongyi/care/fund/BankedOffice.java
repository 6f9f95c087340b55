package org.rongyi.care.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.payment.Payment;
import org.rongyi.platform.kernel.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A bureau with a bank beside it. */
public abstract class BankedOffice extends RecoveryOffice {

    /** What the accounts say beside what lines and sources add up to. */
    private static final String DIFFERENCES = """
            select a.kind || ' ' || a.balance
            from fund.account a
            where a.fund_id = :fund
              and (a.balance <> coalesce((select sum(l.amount) from fund.line l where l.account_id = a.id), 0)
                   or a.kind in ('AVAILABLE', 'COMMITTED', 'IN_PAYMENT', 'SPENT')
                      and -a.balance <> (select coalesce(sum(case a.kind when 'AVAILABLE' then s.available
                                                                         when 'COMMITTED' then s.committed
                                                                         when 'IN_PAYMENT' then s.in_payment
                                                                         else s.spent end), 0)
                                         from fund.lot s where s.fund_id = a.fund_id))
            """;

    /** Of what was ordered of the bank; what was handed over it never hears of. */
    private static final String REFERENCES = """
            select p.id from fund.payment p
            where p.fund_id = :fund and p.way = 'BANK' and p.state not in ('PLANNED', 'DROPPED')
            """;

    private static final String BATCHES = """
            select b.id from fund.batch b where b.fund_id = :fund and b.state in ('RELEASED', 'SETTLED')
            """;

    /** Of how many grants more than one payment is with the bank, or one is ordered anew beside it. */
    private static final String TWICE = """
            select count(*)
            from (select p.grant_id from fund.payment p where p.fund_id = :fund and p.state in ('PLANNED', 'SENT')
                  group by p.grant_id having count(*) > 1) t
            """;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path directory;

    protected BankProcess bank;

    @BeforeEach
    void theBankOpens() throws IOException {
        bank = new BankProcess(directory, today);
    }

    @AfterEach
    void theBankCloses() throws IOException {
        bank.close();
    }

    /** To accounts as the letters of {@link BankProcess} say. */
    protected void sent(UUID batch, String letters) throws IOException {
        bank.take(file(batch), letters);
    }

    protected byte[] answered(UUID batch) throws IOException {
        return bank.answer(batch(batch).number());
    }

    protected Payment only(UUID batch) {
        return paymentsOf(batch).getFirst();
    }

    /** Of what came in, the bank paid what its own record says, and each payment as it says. */
    protected void assertBooksAreTheBanks(UUID fund, long yuanIn) throws IOException {
        long paid = assertPaymentsAreTheBanks(fund);
        assertThat(holds(fund, AccountKind.BANK)).isEqualTo(Money.ofYuan(yuanIn).minus(new Money(paid)));
        assertThat(holds(fund, AccountKind.SPENT).plus(holds(fund, AccountKind.RECEIVABLE)))
                .isEqualTo(new Money(paid));
        assertThat(holds(fund, AccountKind.OWED)).isEqualTo(holds(fund, AccountKind.IN_PAYMENT));
        assertThat(transactions.read(
                        chief,
                        () -> jdbc.sql(DIFFERENCES)
                                .param("fund", fund)
                                .query(String.class)
                                .list()))
                .isEmpty();
        nothingIsSentTwice(fund);
    }

    /** Payment by payment and account by account; answers the fen it paid. */
    protected long assertPaymentsAreTheBanks(UUID fund) throws IOException {
        var ours = transactions.read(
                chief,
                () -> jdbc.sql(REFERENCES).param("fund", fund).query(UUID.class).list().stream()
                        .map(id -> payments.find(id).orElseThrow())
                        .collect(Collectors.toMap(
                                Payment::reference,
                                one -> one.result() == null
                                        ? -1L
                                        : one.result().paid().fen())));
        Map<String, Long> theirs = bank.record();
        assertThat(ours).isEqualTo(theirs);
        assertThat(received(fund, ours)).as("逐个账户").isEqualTo(bank.balances());
        return theirs.values().stream()
                .filter(one -> one > 0)
                .mapToLong(one -> one)
                .sum();
    }

    /**
     * The bank never had a payment again while it had not answered for it, and none is on its way to it. It knows one again by account
     * and amount: who is granted more is paid into the same account beside it.
     */
    protected void nothingIsSentTwice(UUID fund) throws IOException {
        assertThat(bank.complaints()).isEmpty();
        assertThat(transactions.read(
                        chief,
                        () -> jdbc.sql(TWICE)
                                .param("fund", fund)
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    /** What our books say each account got: the files say which payment went where. */
    private Map<String, Long> received(UUID fund, Map<String, Long> paid) {
        var batches = transactions.read(
                chief,
                () -> jdbc.sql(BATCHES).param("fund", fund).query(UUID.class).list());
        return batches.stream()
                .map(id -> transactions.read(cashier, () -> bankFile.bytes(batch(id))))
                .flatMap(file -> BankProcess.orders(file).stream())
                .filter(order -> paid.get(order.reference()) > 0)
                .collect(Collectors.toMap(BankProcess.Order::account, order -> paid.get(order.reference()), Long::sum));
    }
}
