package org.rongyi.care.fund.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.ledger.Posting.Share;
import org.rongyi.platform.audit.RowAnchors;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the payments. */
@Component
public class Payments {

    static final SealedField ACCOUNT = new SealedField("fund.payment", "account_sealed");

    private static final String COLUMNS = """
            select p.id, p.fund_id, p.batch_id, p.reference, p.grant_id, p.way, p.code_now, p.state, p.lots, p.shares, p.payee,
                   p.bank, p.paid, p.used, p.over, p.paid_on, p.reason
            from fund.payment p
            """;

    private static final String FIND = COLUMNS + "where p.id = :id";

    private static final String OF_BATCH = COLUMNS + """
            where p.batch_id = :batch and p.held_why is null
            order by p.reference
            """;

    private static final String HELD_OF = COLUMNS + """
            where p.batch_id = :batch and p.held_why is not null
            order by p.reference
            """;

    private static final String OF_GRANTS = COLUMNS + """
            where p.grant_id = any(:grants)
            order by p.planned_at, p.id
            """;

    private static final String INSERT = """
            insert into fund.payment (id, fund_id, batch_id, reference, grant_id, way, code_now, state, amount, lots, shares,
                                      payee, bank, account_sealed, account_print, planned_at, paid, used, paid_on, reason,
                                      handed_by, handed_name, witness)
            values (:id, :fund, :batch, :reference, :grant, :way, :code, :state, :amount, :lots::uuid[], :shares::bigint[],
                    :payee, :bank, :account, :print, :at, :paid, :used::bigint[], :on, :reason, :by, :name, :witness)
            """;

    private static final String SEND =
            "update fund.payment set state = 'SENT' where batch_id = :batch and state = 'PLANNED'";

    private static final String DROP = """
            update fund.payment set state = 'DROPPED' where batch_id = :batch and state = 'PLANNED'
            """;

    private static final String HOLD = """
            update fund.payment set state = 'DROPPED', held_why = :why
            where batch_id = :batch and grant_id = any(:grants) and state = 'PLANNED'
            """;

    private static final String ANSWER = """
            update fund.payment
            set state = :state, paid = :paid, used = :used::bigint[], over = :over, paid_on = :on, reason = :reason
            where id = :id and state not in ('PLANNED', 'DROPPED')
            """;

    private static final String ACCOUNTS = "select p.id, p.account_sealed, p.account_print from fund.payment p"
            + " where p.batch_id = :batch and p.account_sealed is not null";

    /** Numbers of what is signed for run in one line a fund and year. */
    private static final String COUNT_HANDED = """
            select count(*) from fund.payment p where p.fund_id = :fund and p.reference like :start
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final RowAnchors anchors;

    Payments(JdbcClient jdbc, Vault vault, RowAnchors anchors) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.anchors = anchors;
    }

    /** Who handed it over, with whom beside him. */
    public record Handed(UUID by, String name, String witness) {}

    public Optional<Payment> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> payment(row)).optional();
    }

    /** In the order of the bank file. */
    public List<Payment> ofBatch(UUID batch) {
        return jdbc.sql(OF_BATCH)
                .param("batch", batch)
                .query((row, n) -> payment(row))
                .list();
    }

    /** Those that were taken out of it before it went. */
    public List<Payment> heldOf(UUID batch) {
        return jdbc.sql(HELD_OF)
                .param("batch", batch)
                .query((row, n) -> payment(row))
                .list();
    }

    public List<Payment> ofGrants(List<UUID> grants) {
        return jdbc.sql(OF_GRANTS)
                .param("grants", grants.toArray(UUID[]::new))
                .query((row, n) -> payment(row))
                .list();
    }

    /** To the bank: with the account it is to go to. */
    void plan(Payment payment, String account, OffsetDateTime at) {
        insert(payment, account, null, at);
    }

    /** Handed over and signed for. */
    public void addHanded(Payment payment, Handed handed, OffsetDateTime at) {
        insert(payment, null, handed, at);
    }

    void send(UUID batch) {
        jdbc.sql(SEND).param("batch", batch).update();
    }

    void drop(UUID batch) {
        jdbc.sql(DROP).param("batch", batch).update();
    }

    /** Taken out of the batch before it goes: somebody has to look into it first. */
    void hold(UUID batch, List<UUID> grants, String why) {
        jdbc.sql(HOLD)
                .param("batch", batch)
                .param("grants", grants.toArray(UUID[]::new))
                .param("why", why)
                .update();
    }

    /** What became of it, as it is known now. */
    public void answer(Payment payment, Payment.Result result) {
        int changed = jdbc.sql(ANSWER)
                .param("id", payment.id())
                .param("state", payment.stateFor(result.paid()).name())
                .param("paid", result.paid().fen())
                .param("used", used(payment, result.used()))
                .param("over", result.over().fen())
                .param("on", result.on())
                .param("reason", result.reason())
                .update();
        if (changed != 1) {
            throw new IllegalStateException("answered for what was never sent: " + payment.reference());
        }
    }

    /** The account numbers of a batch, in the clear, for the bank file alone; without those that are not what was planned. */
    Map<UUID, String> openAccounts(UUID batch) {
        var accounts = new HashMap<UUID, String>();
        jdbc.sql(ACCOUNTS).param("batch", batch).query((ResultSet row) -> {
            var id = row.getObject("id", UUID.class);
            vault.openPrinted(ACCOUNT, id, row.getBytes("account_sealed"), row.getString("account_print"))
                    .ifPresent(number -> accounts.put(id, number));
        });
        return accounts;
    }

    /** 与编批时不符: of a batch, what somebody changed since around the acts, the account or anything else. */
    List<Payment> altered(UUID batch, List<Payment> planned) {
        var vouched = openAccounts(batch).keySet();
        var strayed = anchors.strayed(
                "fund.payment", planned.stream().map(Payment::id).toList());
        return planned.stream()
                .filter(one -> !vouched.contains(one.id()) || strayed.contains(one.id()))
                .toList();
    }

    /** Asked with the books locked. */
    public int countHanded(UUID fund, String start) {
        return jdbc.sql(COUNT_HANDED)
                .param("fund", fund)
                .param("start", start + "%")
                .query(Integer.class)
                .single();
    }

    private void insert(Payment payment, @Nullable String account, @Nullable Handed handed, OffsetDateTime at) {
        var result = payment.result();
        jdbc.sql(INSERT)
                .param("id", payment.id())
                .param("fund", payment.fund())
                .param("batch", payment.batch(), Types.OTHER)
                .param("reference", payment.reference())
                .param("grant", payment.grant())
                .param("way", payment.way().name())
                .param("code", payment.code().value())
                .param("state", payment.state().name())
                .param("amount", payment.amount().fen())
                .param("lots", lots(payment))
                .param("shares", used(payment, payment.shares()))
                .param("payee", payment.payee())
                .param("bank", payment.bank(), Types.VARCHAR)
                .param("account", account == null ? null : vault.seal(ACCOUNT, payment.id(), account), Types.BINARY)
                .param("print", account == null ? null : vault.print(ACCOUNT, payment.id(), account), Types.VARCHAR)
                .param("at", at)
                .param("paid", result == null ? null : result.paid().fen(), Types.BIGINT)
                .param("used", result == null ? null : used(payment, result.used()), Types.ARRAY)
                .param("on", result == null ? null : result.on(), Types.DATE)
                .param("reason", result == null ? null : result.reason(), Types.VARCHAR)
                .param("by", handed == null ? null : handed.by(), Types.OTHER)
                .param("name", handed == null ? null : handed.name(), Types.VARCHAR)
                .param("witness", handed == null ? null : handed.witness(), Types.VARCHAR)
                .update();
    }

    private static UUID[] lots(Payment payment) {
        return payment.shares().list().stream().map(Share::lot).toArray(UUID[]::new);
    }

    /** Beside the payment's sources, in their order. */
    private static Long[] used(Payment payment, Shares shares) {
        return Stream.of(lots(payment)).map(lot -> shares.of(lot).fen()).toArray(Long[]::new);
    }

    private static Payment payment(ResultSet row) throws SQLException {
        var lots = (UUID[]) row.getArray("lots").getArray();
        var paidOn = row.getObject("paid_on", LocalDate.class);
        return new Payment(
                row.getObject("id", UUID.class),
                row.getObject("fund_id", UUID.class),
                row.getObject("batch_id", UUID.class),
                row.getString("reference"),
                row.getObject("grant_id", UUID.class),
                Payment.Way.valueOf(row.getString("way")),
                new DivisionCode(row.getLong("code_now")),
                Payment.State.valueOf(row.getString("state")),
                shares(lots, (Long[]) row.getArray("shares").getArray()),
                row.getString("payee"),
                row.getString("bank"),
                paidOn == null
                        ? null
                        : new Payment.Result(
                                new Money(row.getLong("paid")),
                                shares(lots, (Long[]) row.getArray("used").getArray()),
                                new Money(row.getLong("over")),
                                paidOn,
                                row.getString("reason") == null ? "" : row.getString("reason")));
    }

    private static Shares shares(UUID[] lots, Long[] amounts) {
        var shares = new ArrayList<Share>();
        for (int i = 0; i < lots.length; i++) {
            shares.add(new Share(lots[i], new Money(amounts[i])));
        }
        return new Shares(shares);
    }
}
