package org.rongyi.care.fund;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the sources of each fund. */
@Component
public class Lots {

    private static final String COLUMNS = """
            select l.id, l.fund_id, l.source, l.title, l.purpose, l.place_now, l.until, l.in_kind, l.received_on,
                   l.received, l.available, l.committed, l.in_payment, l.spent
            from fund.lot l
            """;

    private static final String FIND = COLUMNS + "where l.id = :id";

    private static final String OPEN = COLUMNS + """
            where l.fund_id = :fund and l.available > 0
            order by l.received_on, l.id
            """;

    private static final String OF_FUND = COLUMNS + """
            where l.fund_id = :fund and (:all or l.available > 0 or l.committed > 0 or l.in_payment > 0)
              and (cast(:afterOn as date) is null or (l.received_on, l.id) < (:afterOn, :afterId))
            order by l.received_on desc, l.id desc
            limit :limit
            """;

    private static final String LEFT_OVER = COLUMNS + """
            where l.fund_id = :fund and l.available > 0 and l.until < :today
            order by l.until, l.id
            """;

    private static final String USES = """
            select u.entry, u.part, u.kind, u.granted_on, u.purpose, u.words, u.county, u.amount, u.back, u.state
            from fund.uses_of(:lots::uuid[], :after, :limit) u
            """;

    private static final String FOLLOWED = """
            select s.received, s.available, s.committed, s.in_payment, s.spent, s.handed, s.handed_to
            from fund.standing_of(:lot) s
            """;

    private static final String INSERT = """
            insert into fund.lot (id, fund_id, source, title, document, purpose, place_then, place_now, until, in_kind,
                                  received_on)
            values (:id, :fund, :source, :title, :document, :purpose, :place, :place, :until, :kind, :on)
            """;

    private static final String ORIGIN = """
            insert into fund.lot (id, fund_id, source, title, document, purpose, place_then, place_now, until, in_kind,
                                  received_on, origin)
            select :id, :fund, l.source, :title, l.document, l.purpose, l.place_now, l.place_now, l.until, l.in_kind, :on, l.id
            from fund.lot l
            where l.id = :origin
            """;

    private static final int PAGE = 50;
    private static final int FETCH = 500;

    private final Funds funds;
    private final JdbcClient jdbc;

    Lots(Funds funds, JdbcClient jdbc) {
        this.funds = funds;
        this.jdbc = jdbc;
    }

    public Optional<Lot> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> lot(row)).optional();
    }

    /** What there is to be used of a fund, unchanged until the transaction ends. */
    List<Lot> lockOpen(UUID fund) {
        funds.hold(fund);
        return open(fund);
    }

    /** What there is to be used at this moment. */
    List<Lot> open(UUID fund) {
        return jdbc.sql(OPEN).param("fund", fund).query((row, n) -> lot(row)).list();
    }

    /** What is left of sources whose last day is over: whoever keeps them says what becomes of it. */
    public List<Lot> leftOver(UUID fund, LocalDate today) {
        return jdbc.sql(LEFT_OVER)
                .param("fund", fund)
                .param("today", today)
                .query((row, n) -> lot(row))
                .list();
    }

    /**
     * The newest first.
     *
     * @param all also those that are used up
     */
    public Slice<Lot> page(UUID fund, boolean all, @Nullable Cursor<LocalDate> after) {
        var read = jdbc.sql(OF_FUND)
                .param("fund", fund)
                .param("all", all)
                .param("afterOn", after == null ? null : after.key(), Types.DATE)
                .param("afterId", after == null ? null : after.id(), Types.OTHER)
                .param("limit", PAGE + 1)
                .query((row, n) -> lot(row))
                .list();
        return Slice.of(read, PAGE, lot -> new Cursor<>(lot.receivedOn(), lot.id()));
    }

    /** All of a fund in the same order, inside a transaction. */
    public void each(UUID fund, Consumer<Lot> to) {
        try (var rows = jdbc
                .sql(OF_FUND)
                .withFetchSize(FETCH)
                .param("fund", fund)
                .param("all", true)
                .param("afterOn", null, Types.DATE)
                .param("afterId", null, Types.OTHER)
                .param("limit", ListDownload.most())
                .query((row, n) -> lot(row))
                .stream()) {
            rows.forEach(to);
        }
    }

    /**
     * 用到了哪里: a part of a source that was given to somebody, without saying to whom.
     *
     * @param entry by which pages follow each other
     * @param part which of the sources that were asked for, also where it went over to another fund since
     * @param county where he lives, no nearer
     * @param back what of it was recovered; it stands among what may be used again
     */
    public record Use(
            UUID entry,
            UUID part,
            Kind kind,
            LocalDate on,
            String purpose,
            String words,
            DivisionCode county,
            Money amount,
            Money back,
            GrantState state) {

        /** 给了人、管理费用、资金终止时转入别的资金. */
        public enum Kind {
            GRANT,
            MANAGEMENT,
            HANDED_OVER
        }

        /** How far it is. */
        public String zh() {
            if (kind == Kind.HANDED_OVER) {
                return "已转入，用处接着列";
            }
            if (!back.isPositive()) {
                return state.zh();
            }
            return back.equals(amount) ? "已追回" : "已追回 " + back.text() + " 元";
        }
    }

    /** A page of them, the latest first; for the donor, the public and the office alike. */
    public Slice<Use> uses(List<UUID> lots, @Nullable Cursor<String> after, int page) {
        int limit = page + 1;
        var read = read(lots, after, limit);
        while (read.size() == limit
                && read.getFirst().entry().equals(read.getLast().entry())) {
            limit *= 2;
            read = read(lots, after, limit);
        }
        return Slice.of(read, whole(read, page), use -> new Cursor<>("use", use.entry()));
    }

    /** All of them in the same order, inside a transaction. */
    public void eachUse(List<UUID> lots, Consumer<Use> to) {
        try (var rows = jdbc
                .sql(USES)
                .withFetchSize(FETCH)
                .param("lots", lots.toArray(UUID[]::new))
                .param("after", null, Types.OTHER)
                .param("limit", (int) Math.min(ListDownload.most(), Integer.MAX_VALUE))
                .query((row, n) -> use(row))
                .stream()) {
            rows.forEach(to);
        }
    }

    private List<Use> read(List<UUID> lots, @Nullable Cursor<String> after, int limit) {
        return jdbc.sql(USES)
                .param("lots", lots.toArray(UUID[]::new))
                .param("after", after == null ? null : after.id(), Types.OTHER)
                .param("limit", limit)
                .query((row, n) -> use(row))
                .list();
    }

    /**
     * An entry that several of the sources bear is never cut by the end of a page: the next one goes on behind it. One with more parts
     * than a page has lines makes the page longer.
     */
    private static int whole(List<Use> read, int page) {
        if (read.size() <= page) {
            return read.size();
        }
        int size = page;
        while (size > 0 && read.get(size - 1).entry().equals(read.get(page).entry())) {
            size--;
        }
        if (size > 0) {
            return size;
        }
        size = page;
        while (size < read.size()
                && read.get(size).entry().equals(read.getFirst().entry())) {
            size++;
        }
        return size;
    }

    private static Use use(ResultSet row) throws SQLException {
        return new Use(
                row.getObject("entry", UUID.class),
                row.getObject("part", UUID.class),
                Use.Kind.valueOf(row.getString("kind")),
                row.getObject("granted_on", LocalDate.class),
                row.getString("purpose"),
                row.getString("words"),
                new DivisionCode(row.getLong("county")),
                new Money(row.getLong("amount")),
                new Money(row.getLong("back")),
                GrantState.valueOf(row.getString("state")));
    }

    /**
     * How a source stands together with what of it went over to other funds when its own ended.
     *
     * @param standing what went over is not spent
     * @param handed what went over to the next fund
     * @param to the funds it went to; none mostly
     */
    public record Followed(
            Lot.Standing standing, Money handed, @Nullable String to) {}

    public Followed followed(UUID lot) {
        return jdbc.sql(FOLLOWED)
                .param("lot", lot)
                .query((row, n) -> new Followed(
                        new Lot.Standing(
                                new Money(row.getLong("received")),
                                new Money(row.getLong("available")),
                                new Money(row.getLong("committed")),
                                new Money(row.getLong("in_payment")),
                                new Money(row.getLong("spent"))),
                        new Money(row.getLong("handed")),
                        row.getString("handed_to")))
                .single();
    }

    /** A source that has brought nothing yet: the entry that goes with it brings the amount. */
    public void add(Lot lot, String document) {
        var terms = lot.terms();
        jdbc.sql(INSERT)
                .param("id", lot.id())
                .param("fund", lot.fund())
                .param("source", lot.source().name())
                .param("title", lot.title())
                .param("document", document.isBlank() ? null : document, Types.VARCHAR)
                .param("purpose", terms.purpose(), Types.VARCHAR)
                .param("place", terms.place() == null ? null : terms.place().value(), Types.BIGINT)
                .param("until", terms.until(), Types.DATE)
                .param("kind", lot.inKind())
                .param("on", lot.receivedOn())
                .update();
    }

    /** The same source in another fund, bound as it was; it has brought nothing yet. */
    void handOver(UUID id, Lot from, UUID to, String title, LocalDate on) {
        jdbc.sql(ORIGIN)
                .param("id", id)
                .param("fund", to)
                .param("title", title)
                .param("on", on)
                .param("origin", from.id())
                .update();
    }

    private static Lot lot(ResultSet row) throws SQLException {
        var place = row.getObject("place_now", Long.class);
        return new Lot(
                row.getObject("id", UUID.class),
                row.getObject("fund_id", UUID.class),
                Lot.Source.valueOf(row.getString("source")),
                row.getString("title"),
                new Lot.Terms(
                        row.getString("purpose"),
                        place == null ? null : new DivisionCode(place),
                        row.getObject("until", LocalDate.class)),
                row.getBoolean("in_kind"),
                row.getObject("received_on", LocalDate.class),
                new Lot.Standing(
                        new Money(row.getLong("received")),
                        new Money(row.getLong("available")),
                        new Money(row.getLong("committed")),
                        new Money(row.getLong("in_payment")),
                        new Money(row.getLong("spent"))));
    }
}
