package org.rongyi.care.fund.payee;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Slice;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what came back from the bank and who put its account right. */
@Component
public class PayeeChanges {

    public static final SealedField ACCOUNT = new SealedField("fund.payee_change", "account_sealed");

    private static final int PAGE = 30;

    private static final String COLUMNS = """
            select c.id, c.grant_id, c.payee, c.bank, c.account_sealed, c.account_print, c.words, c.state, c.proposed_by,
                   c.proposed_for, c.proposed_name, c.proposed_at, c.decided_name, c.decided_at, c.decided_words
            from fund.payee_change c
            """;

    private static final String FIND = COLUMNS + "where c.id = :id";

    private static final String OF_GRANT = COLUMNS + """
            where c.grant_id = :grant
            order by c.proposed_at desc, c.id desc
            """;

    private static final String RETURNED = """
            select m.id, m.case_number, m.words, m.person_id, m.person_name, m.code_now, m.granted_on, m.amount,
                   p.reference, p.reason, p.paid, p.paid_on,
                   exists (select from fund.payee_change c where c.grant_id = m.id and c.state = 'PROPOSED') as proposed
            from fund.grant_made m
            left join lateral (select f.reference, coalesce(f.held_why, f.reason) as reason, f.paid, f.paid_on from fund.payment f
                               where f.grant_id = m.id and (f.state in ('FAILED', 'PARTIAL') or f.held_why is not null)
                               order by f.planned_at desc limit 1) p on true
            where m.state = 'RETURNED' and m.code_now <@ :ranges::int8multirange
              and (m.granted_on, m.id) > (:afterOn, :afterId)
            order by m.granted_on, m.id
            limit :limit
            """;

    private static final String COUNT = """
            select count(*) from fund.grant_made m where m.state = 'RETURNED' and m.code_now <@ :ranges::int8multirange
            """;

    private static final String INSERT = """
            insert into fund.payee_change (id, grant_id, code_now, payee, bank, account_sealed, account_print, words, state,
                                           proposed_by, proposed_for, proposed_name, proposed_at)
            values (:id, :grant, :code, :payee, :bank, :account, :print, :words, 'PROPOSED', :by, :for, :name, :at)
            """;

    private static final String DECIDE = """
            update fund.payee_change
            set state = :state, decided_by = :by, decided_for = :for, decided_name = :name, decided_at = :at,
                decided_words = :words
            where id = :id and state = 'PROPOSED'
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    PayeeChanges(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** 更正状态. */
    public enum State {
        PROPOSED("待核对"),
        CONFIRMED("已核对"),
        DECLINED("核对不符");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** A grant that came back, with the latest reason the bank gave. */
    public record Returned(
            UUID grant,
            String caseNumber,
            String words,
            UUID person,
            String personName,
            DivisionCode code,
            LocalDate grantedOn,
            Money amount,
            @Nullable String reference,
            @Nullable String reason,
            @Nullable Money paid,
            @Nullable LocalDate paidOn,
            boolean proposed) {}

    /**
     * An account somebody entered.
     *
     * @param account empty when it is not what he entered: nobody can confirm it, it is entered anew
     */
    public record Change(
            UUID id,
            UUID grant,
            String payee,
            String bank,
            String account,
            String words,
            State state,
            UUID proposedBy,
            @Nullable UUID proposedFor,
            String proposedName,
            OffsetDateTime proposedAt,
            @Nullable String decidedName,
            @Nullable OffsetDateTime decidedAt,
            @Nullable String decidedWords) {

        public boolean isFrom(Actor.Office office) {
            return office.speaksFor(proposedBy) || office.speaksFor(proposedFor);
        }
    }

    /** What somebody enters. */
    public record Entered(String payee, String bank, String account, String words) {}

    public Optional<Change> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> change(row)).optional();
    }

    /** The newest first. */
    public List<Change> ofGrant(UUID grant) {
        return jdbc.sql(OF_GRANT)
                .param("grant", grant)
                .query((row, n) -> change(row))
                .list();
    }

    /** 退汇待更正: of a territory, the oldest first. */
    public Slice<Returned> returned(String ranges, @Nullable Cursor<LocalDate> after) {
        var read = jdbc.sql(RETURNED)
                .param("ranges", ranges)
                .param("afterOn", after == null ? LocalDate.EPOCH : after.key())
                .param("afterId", after == null ? new UUID(0, 0) : after.id())
                .param("limit", PAGE + 1)
                .query((row, n) -> returned(row))
                .list();
        return Slice.of(read, PAGE, row -> new Cursor<>(row.grantedOn(), row.grant()));
    }

    public long count(String ranges) {
        return jdbc.sql(COUNT).param("ranges", ranges).query(Long.class).single();
    }

    UUID add(Actor.Office by, UUID grant, DivisionCode code, Entered entered) {
        var id = Ids.next();
        jdbc.sql(INSERT)
                .param("id", id)
                .param("grant", grant)
                .param("code", code.value())
                .param("payee", entered.payee())
                .param("bank", entered.bank())
                .param("account", vault.seal(ACCOUNT, id, entered.account()))
                .param("print", vault.print(ACCOUNT, id, entered.account()))
                .param("words", entered.words())
                .param("by", by.account())
                .param("for", by.actingFor(), Types.OTHER)
                .param("name", by.name() + "（" + by.unitName() + "）")
                .param("at", OffsetDateTime.now(clock))
                .update();
        return id;
    }

    boolean decide(Actor.Office by, UUID id, State state, String words) {
        return jdbc.sql(DECIDE)
                        .param("id", id)
                        .param("state", state.name())
                        .param("by", by.account())
                        .param("for", by.actingFor(), Types.OTHER)
                        .param("name", by.name() + "（" + by.unitName() + "）")
                        .param("at", OffsetDateTime.now(clock))
                        .param("words", words)
                        .update()
                == 1;
    }

    private Change change(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Change(
                id,
                row.getObject("grant_id", UUID.class),
                row.getString("payee"),
                row.getString("bank"),
                vault.openPrinted(ACCOUNT, id, row.getBytes("account_sealed"), row.getString("account_print"))
                        .orElse(""),
                row.getString("words"),
                State.valueOf(row.getString("state")),
                row.getObject("proposed_by", UUID.class),
                row.getObject("proposed_for", UUID.class),
                row.getString("proposed_name"),
                row.getObject("proposed_at", OffsetDateTime.class),
                row.getString("decided_name"),
                row.getObject("decided_at", OffsetDateTime.class),
                row.getString("decided_words"));
    }

    private static Returned returned(ResultSet row) throws SQLException {
        var paid = row.getObject("paid", Long.class);
        return new Returned(
                row.getObject("id", UUID.class),
                row.getString("case_number"),
                row.getString("words"),
                row.getObject("person_id", UUID.class),
                row.getString("person_name"),
                new DivisionCode(row.getLong("code_now")),
                row.getObject("granted_on", LocalDate.class),
                new Money(row.getLong("amount")),
                row.getString("reference"),
                row.getString("reason"),
                paid == null ? null : new Money(paid),
                row.getObject("paid_on", LocalDate.class),
                row.getBoolean("proposed"));
    }
}
