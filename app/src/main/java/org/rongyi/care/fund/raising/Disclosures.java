package org.rongyi.care.fund.raising;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what was made public, and sums it anew for whoever asks. */
@Component
public class Disclosures {

    private static final String MARKS = """
            select coalesce(array_agg(b.year order by b.year), '{}') as years,
                   coalesce(array_agg(b.last order by b.year), '{}') as numbers
            from fund.book b where b.fund_id = :fund and b.last > 0
            """;

    private static final String STATEMENT = """
            select s.item, s.purpose, s.many, s.amount
            from fund.statement(:fund, :plan, :years::integer[], :numbers::integer[], true) s
            """;

    private static final String PUBLISHED = """
            select d.id, d.fund_id, d.plan_id, d.number, d.as_of, d.years, d.numbers, d.document, d.digest
            from fund.published_disclosures(:fund, :id) d
            """;

    private static final String LINES =
            "select l.item, l.purpose, l.many, l.amount from fund.published_lines(:id) l order by l.line";

    private static final String INSERT = """
            insert into fund.disclosure (id, fund_id, plan_id, code_now, number, as_of, years, numbers, document, digest,
                                         published_by, by_name, published_at, net)
            values (:id, :fund, :plan, :code, :number, :asOf, :years, :numbers, :document, :digest, :by, :name, :at, true)
            """;

    private static final String INSERT_LINE = """
            insert into fund.disclosure_line (disclosure_id, line, code_now, item, purpose, many, amount)
            values (:id, :line, :code, :item, :purpose, :many, :amount)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Disclosures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Up to which entry of which year. */
    public record Marks(List<Integer> years, List<Integer> numbers) {

        /** 2020 年第 3 号、2021 年第 57 号. */
        public String words() {
            var words = new StringJoiner("、");
            for (int i = 0; i < years.size(); i++) {
                words.add(years.get(i) + " 年第 " + numbers.get(i) + " 号");
            }
            return words.toString();
        }
    }

    /**
     * One of them.
     *
     * @param plan none for the fund itself
     * @param document the whole text as it was made public
     * @param digest SM3 of that text in UTF-8
     */
    public record Disclosure(
            UUID id,
            UUID fund,
            @Nullable UUID plan,
            String number,
            LocalDate asOf,
            Marks marks,
            String document,
            String digest) {}

    /** The last entry of each year at this moment. */
    public Marks marks(UUID fund) {
        return jdbc.sql(MARKS).param("fund", fund).query((row, n) -> marks(row)).single();
    }

    /** Summed from the entries now; the same marks give the same for ever. */
    public Tally sum(UUID fund, @Nullable UUID plan, Marks marks) {
        return new Tally(jdbc.sql(STATEMENT)
                .param("fund", fund)
                .param("plan", plan, Types.OTHER)
                .param("years", marks.years().toArray(Integer[]::new))
                .param("numbers", marks.numbers().toArray(Integer[]::new))
                .query((row, n) -> line(row))
                .list());
    }

    /** Those of a fund and its plans, the latest first, for everybody. */
    public List<Disclosure> published(UUID fund) {
        return jdbc.sql(PUBLISHED)
                .param("fund", fund)
                .param("id", null, Types.OTHER)
                .query((row, n) -> disclosure(row))
                .list();
    }

    public Optional<Disclosure> find(UUID id) {
        return jdbc.sql(PUBLISHED)
                .param("fund", null, Types.OTHER)
                .param("id", id)
                .query((row, n) -> disclosure(row))
                .optional();
    }

    /** The numbers as they were made public. */
    public Tally frozen(UUID id) {
        return new Tally(
                jdbc.sql(LINES).param("id", id).query((row, n) -> line(row)).list());
    }

    void add(Actor.Office by, Fund fund, Disclosure one, Tally statement) {
        jdbc.sql(INSERT)
                .param("id", one.id())
                .param("fund", fund.id())
                .param("plan", one.plan(), Types.OTHER)
                .param("code", fund.code().value())
                .param("number", one.number())
                .param("asOf", one.asOf())
                .param("years", one.marks().years().toArray(Integer[]::new))
                .param("numbers", one.marks().numbers().toArray(Integer[]::new))
                .param("document", one.document())
                .param("digest", one.digest())
                .param("by", by.account())
                .param("name", by.name() + "（" + by.unitName() + "）")
                .param("at", OffsetDateTime.now(clock))
                .update();
        int number = 0;
        for (var line : statement.lines()) {
            jdbc.sql(INSERT_LINE)
                    .param("id", one.id())
                    .param("line", ++number)
                    .param("code", fund.code().value())
                    .param("item", line.item().name())
                    .param("purpose", line.purpose(), Types.VARCHAR)
                    .param("many", line.many())
                    .param("amount", line.amount().fen())
                    .update();
        }
    }

    private static Marks marks(ResultSet row) throws SQLException {
        return new Marks(Arrays.asList((Integer[]) row.getArray("years").getArray()), Arrays.asList((Integer[])
                row.getArray("numbers").getArray()));
    }

    private static Tally.Line line(ResultSet row) throws SQLException {
        return new Tally.Line(
                Tally.Item.valueOf(row.getString("item")),
                row.getString("purpose"),
                row.getLong("many"),
                new Money(row.getLong("amount")));
    }

    private static Disclosure disclosure(ResultSet row) throws SQLException {
        return new Disclosure(
                row.getObject("id", UUID.class),
                row.getObject("fund_id", UUID.class),
                row.getObject("plan_id", UUID.class),
                row.getString("number"),
                row.getObject("as_of", LocalDate.class),
                marks(row),
                row.getString("document"),
                row.getString("digest"));
    }
}
