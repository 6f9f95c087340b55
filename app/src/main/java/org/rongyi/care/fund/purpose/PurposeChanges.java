package org.rongyi.care.fund.purpose;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Lot;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what was proposed to be changed, and what became of it. */
@Component
public class PurposeChanges {

    private static final String COLUMNS = """
            select c.id, c.fund_id, c.gift_id, c.lot_id, c.basis, c.paper, c.agreed_on, c.amount, c.purpose, c.place_now, c.until,
                   c.wish, c.state, c.proposed_by, c.proposed_for, c.proposed_name, c.proposed_at, c.decided_name,
                   c.decided_words
            from fund.purpose_change c
            """;

    private static final String FIND = COLUMNS + "where c.id = :id";

    private static final String OF_GIFT = COLUMNS + "where c.gift_id = :gift order by c.proposed_at, c.id";

    private static final String WAITING = COLUMNS + """
            where c.fund_id = :fund and c.state = 'PROPOSED'
            order by c.proposed_at desc
            """;

    private static final String INSERT = """
            insert into fund.purpose_change (id, fund_id, gift_id, lot_id, code_now, basis, paper, agreed_on, amount, purpose,
                                             place_then, place_now, until, wish, state, proposed_by, proposed_for,
                                             proposed_name, proposed_at)
            values (:id, :fund, :gift, :lot, :code, :basis, :paper, :agreed, :amount, :purpose, :place, :place, :until, :wish,
                    'PROPOSED', :by, :for, :name, :at)
            """;

    private static final String DECIDE = """
            update fund.purpose_change
            set state = :state, decided_by = :by, decided_name = :name, decided_at = :at, decided_on = :on,
                decided_words = :words
            where id = :id and state = 'PROPOSED'
            """;

    private static final String PUBLISHED = """
            select c.id, c.lot_id, c.basis, c.agreed_on, c.decided_on, c.amount, c.wish from fund.changes_of(:gift) c
            """;

    private static final String GIFT_OF = """
            with recursive up (id, origin) as (
                select l.id, l.origin from fund.lot l where l.id = :lot
                union all
                select l.id, l.origin from up u join fund.lot l on l.id = u.origin
            )
            select coalesce(c.gift_id, u.id)
            from up u left join fund.purpose_change c on c.id = u.id
            where u.origin is null
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PurposeChanges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A change that came about, as everybody may know it: not who signed. */
    public record Published(
            UUID id,
            UUID lot,
            PurposeChange.Basis basis,
            LocalDate agreedOn,
            LocalDate changedOn,
            Money amount,
            String wish) {}

    public Optional<PurposeChange> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> change(row)).optional();
    }

    /** Which gift a source is of: its own, one it was changed from, or one of a fund that ended and handed it over. */
    public Optional<UUID> giftOf(UUID lot) {
        return jdbc.sql(GIFT_OF).param("lot", lot).query(UUID.class).optional();
    }

    /** All of a gift, the first first. */
    public List<PurposeChange> ofGift(UUID gift) {
        return jdbc.sql(OF_GIFT)
                .param("gift", gift)
                .query((row, n) -> change(row))
                .list();
    }

    /** Those of a fund that wait for a second person. */
    public List<PurposeChange> waiting(UUID fund) {
        return jdbc.sql(WAITING)
                .param("fund", fund)
                .query((row, n) -> change(row))
                .list();
    }

    /** Those of a gift that came about, for everybody, the first first. */
    public List<Published> published(UUID gift) {
        return jdbc.sql(PUBLISHED)
                .param("gift", gift)
                .query((row, n) -> new Published(
                        row.getObject("id", UUID.class),
                        row.getObject("lot_id", UUID.class),
                        PurposeChange.Basis.valueOf(row.getString("basis")),
                        row.getObject("agreed_on", LocalDate.class),
                        row.getObject("decided_on", LocalDate.class),
                        new Money(row.getLong("amount")),
                        row.getString("wish")))
                .list();
    }

    void add(PurposeChange change, Fund fund) {
        var terms = change.terms();
        jdbc.sql(INSERT)
                .param("id", change.id())
                .param("fund", fund.id())
                .param("gift", change.gift())
                .param("lot", change.lot())
                .param("code", fund.code().value())
                .param("basis", change.agreement().basis().name())
                .param("paper", change.agreement().paper())
                .param("agreed", change.agreement().on())
                .param("amount", change.amount().fen())
                .param("purpose", terms.purpose(), Types.VARCHAR)
                .param("place", terms.place() == null ? null : terms.place().value(), Types.BIGINT)
                .param("until", terms.until(), Types.DATE)
                .param("wish", change.wish())
                .param("by", change.proposedBy())
                .param("for", change.proposedFor(), Types.OTHER)
                .param("name", change.proposedName())
                .param("at", change.proposedAt())
                .update();
    }

    void decide(Actor.Office by, UUID change, PurposeChange.State state, String words) {
        jdbc.sql(DECIDE)
                .param("id", change)
                .param("state", state.name())
                .param("by", by.account())
                .param("name", by.name() + "（" + by.unitName() + "）")
                .param("at", OffsetDateTime.now(clock))
                .param("on", LocalDate.now(clock))
                .param("words", words.isBlank() ? null : words, Types.VARCHAR)
                .update();
    }

    private static PurposeChange change(ResultSet row) throws SQLException {
        var place = row.getObject("place_now", Long.class);
        return new PurposeChange(
                row.getObject("id", UUID.class),
                row.getObject("fund_id", UUID.class),
                row.getObject("gift_id", UUID.class),
                row.getObject("lot_id", UUID.class),
                new PurposeChange.Agreement(
                        PurposeChange.Basis.valueOf(row.getString("basis")),
                        row.getString("paper"),
                        row.getObject("agreed_on", LocalDate.class)),
                new Money(row.getLong("amount")),
                new Lot.Terms(
                        row.getString("purpose"),
                        place == null ? null : new DivisionCode(place),
                        row.getObject("until", LocalDate.class)),
                row.getString("wish"),
                PurposeChange.State.valueOf(row.getString("state")),
                row.getObject("proposed_by", UUID.class),
                row.getObject("proposed_for", UUID.class),
                row.getString("proposed_name"),
                row.getObject("proposed_at", OffsetDateTime.class),
                row.getString("decided_name"),
                row.getString("decided_words"));
    }
}
