package org.rongyi.care.fund.recovery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.ledger.Posting;
import org.rongyi.care.fund.payment.Shares;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What came back, instalment by instalment. */
@Component
public class Repayments {

    private static final String REPAYMENT = """
            insert into fund.repayment (id, recovery_id, fund_id, person_id, code_now, amount, lots, shares, on_day, document,
                                        by_account, by_for, by_name, at)
            values (:id, :recovery, :fund, :person, :code, :amount, :lots::uuid[], :shares::bigint[], :on, :document, :by,
                    :for, :byName, :at)
            """;

    private static final String REPAYMENTS = """
            select p.id, p.amount, p.lots, p.shares, p.on_day, p.document, p.by_account, p.by_for, p.by_name, p.back_name,
                   p.back_on, p.back_sealed
            from fund.repayment p where p.recovery_id = :recovery order by p.on_day, p.id
            """;

    private static final String TAKE_BACK = """
            update fund.repayment
            set back_by = :by, back_for = :for, back_name = :name, back_on = :on, back_sealed = :words
            where id = :id and back_on is null
            """;

    static final SealedField TAKEN_BACK = new SealedField("fund.repayment", "back_sealed");

    private static final String OF_GRANT = """
            select r.lot, sum(r.fen) as fen
            from fund.repayment p
            join fund.recovery y on y.id = p.recovery_id
            cross join lateral unnest(p.lots, p.shares) r (lot, fen)
            where y.grant_id = :grant and p.back_on is null
            group by r.lot
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Repayments(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * What came back once.
     *
     * @param takenBack none mostly: it was entered wrongly and counts for nothing
     */
    public record Repayment(
            UUID id,
            Shares shares,
            LocalDate on,
            String document,
            Recovery.Hand by,
            @Nullable TakenBack takenBack) {

        public boolean counts() {
            return takenBack == null;
        }
    }

    /** 冲回. */
    public record TakenBack(String name, LocalDate on, String words) {}

    /** The earliest first. */
    public List<Repayment> of(UUID recovery) {
        return jdbc.sql(REPAYMENTS)
                .param("recovery", recovery)
                .query((row, n) -> repayment(row))
                .list();
    }

    /** Whether the same slip, of the same amount and day, counts already. */
    boolean isEntered(UUID recovery, Money amount, LocalDate on, String document) {
        return of(recovery).stream()
                .anyMatch(one -> one.counts()
                        && one.document().equals(document.strip())
                        && one.on().equals(on)
                        && one.shares().total().equals(amount));
    }

    /** What of a grant is back in the fund by recoveries, by source. */
    public Shares ofGrant(UUID grant) {
        return new Shares(jdbc.sql(OF_GRANT)
                .param("grant", grant)
                .query((row, n) -> new Posting.Share(row.getObject("lot", UUID.class), new Money(row.getLong("fen"))))
                .list());
    }

    private Repayment repayment(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        byte @Nullable [] words = row.getBytes("back_sealed");
        return new Repayment(
                id,
                Recoveries.shares(row),
                row.getObject("on_day", LocalDate.class),
                row.getString("document"),
                new Recovery.Hand(
                        row.getObject("by_account", UUID.class),
                        row.getObject("by_for", UUID.class),
                        row.getString("by_name")),
                words == null
                        ? null
                        : new TakenBack(
                                row.getString("back_name"),
                                row.getObject("back_on", LocalDate.class),
                                vault.open(TAKEN_BACK, id, words)));
    }

    /** Called with its recovery held. */
    void takeBack(Actor.Office by, UUID id, String words) {
        int rows = jdbc.sql(TAKE_BACK)
                .param("by", by.account())
                .param("for", by.actingFor(), Types.OTHER)
                .param("name", Recoveries.name(by))
                .param("on", LocalDate.now(clock))
                .param("words", vault.seal(TAKEN_BACK, id, words))
                .param("id", id)
                .update();
        if (rows != 1) {
            throw new IllegalStateException("a repayment moved while its fund was held");
        }
    }

    /** What of it has not come back, by source. */
    Shares left(Recovery recovery) {
        var back = Shares.NONE;
        for (var one : of(recovery.id())) {
            back = one.counts() ? back.plus(one.shares()) : back;
        }
        return recovery.shares().minus(back);
    }

    void add(Recovery recovery, Repayment repayment) {
        jdbc.sql(REPAYMENT)
                .param("id", repayment.id())
                .param("recovery", recovery.id())
                .param("fund", recovery.fund())
                .param("person", recovery.person())
                .param("code", recovery.code().value())
                .param("amount", repayment.shares().total().fen())
                .param("lots", Recoveries.lots(repayment.shares()))
                .param("shares", Recoveries.amounts(repayment.shares()))
                .param("on", repayment.on())
                .param("document", repayment.document())
                .param("by", repayment.by().account())
                .param("for", repayment.by().actingFor(), Types.OTHER)
                .param("byName", repayment.by().name())
                .param("at", OffsetDateTime.now(clock))
                .update();
    }
}
