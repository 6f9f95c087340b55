package org.rongyi.care.fund.sample;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the samples: what was drawn from what, by which seed. */
@Component
public class Samples {

    private static final String POPULATION = """
            select m.id, m.county, m.purpose, m.code_now, sum(p.paid - p.over) as paid, max(p.paid_on) as paid_on
            from fund.payment p join fund.grant_made m on m.id = p.grant_id
            where m.fund_id = :fund and m.state = 'PAID' and p.paid > 0
            group by m.id
            having max(p.paid_on) between :first and :last and sum(p.paid - p.over) > 0
            order by m.id
            """;

    private static final String UNANSWERED = """
            select count(*)
            from fund.payment p join fund.batch b on b.id = p.batch_id
            where p.fund_id = :fund and p.state = 'SENT'
              and (b.released_at at time zone 'Asia/Shanghai')::date <= :last
            """;

    private static final String PUBLISHED = """
            select s.id, s.fund_id, s.number, s.first_on, s.last_on, s.strata, s.confidence, s.margin, s.population, s.size,
                   s.seed, s.digest, s.drawn_on, s.agreeing, s.differing, s.unreached, s.waiting
            from fund.published_samples(:fund, :id) s
            """;

    private static final String UNITS = "select u.grant_id, u.stratum, u.drawn from fund.sample_population(:id) u";

    private static final String INSERT = """
            insert into fund.sample (id, fund_id, code_now, number, first_on, last_on, strata, confidence, margin, population,
                                     size, seed, digest, drawn_by, drawn_name, drawn_at)
            values (:id, :fund, :code, :number, :first, :last, :strata, :confidence, :margin, :population, :size, :seed,
                    :digest, :by, :name, :at)
            """;

    private static final String INSERT_UNITS = """
            insert into fund.sample_unit (sample_id, grant_id, code_now, stratum, drawn)
            select :id, u.id, :code, u.stratum, u.drawn
            from unnest(:ids::uuid[], :strata::text[], :drawn::boolean[]) u (id, stratum, drawn)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Samples(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** 按什么分层. */
    public enum Strata {
        COUNTY("县区"),
        PURPOSE("用途");

        private final String zh;

        Strata(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** A grant that was paid in the period. */
    record Paid(UUID grant, DivisionCode county, String purpose, DivisionCode code, Money paid, LocalDate on) {

        Drawing.Unit unit(Strata strata) {
            return new Drawing.Unit(grant, strata == Strata.COUNTY ? county.toString() : purpose);
        }
    }

    /**
     * A sample, and what came of it.
     *
     * @param agreeing received as the books say
     * @param differing not received, or otherwise
     * @param waiting nobody has asked yet
     */
    public record Sample(
            UUID id,
            UUID fund,
            String number,
            LocalDate first,
            LocalDate last,
            Strata strata,
            int confidence,
            int margin,
            int population,
            int size,
            String seed,
            String digest,
            LocalDate drawnOn,
            long agreeing,
            long differing,
            long unreached,
            long waiting) {

        public Rate rate() {
            return Rate.of(agreeing, agreeing + differing, size, confidence);
        }
    }

    /** One of the population. */
    public record Member(UUID grant, String stratum, boolean drawn) {}

    /** How many payments let go until that day the bank has not answered for: an answer that comes late would be in no sample. */
    long unanswered(UUID fund, LocalDate last) {
        return jdbc.sql(UNANSWERED)
                .param("fund", fund)
                .param("last", last)
                .query(Long.class)
                .single();
    }

    List<Paid> population(UUID fund, LocalDate first, LocalDate last) {
        return jdbc.sql(POPULATION)
                .param("fund", fund)
                .param("first", first)
                .param("last", last)
                .query((row, n) -> new Paid(
                        row.getObject("id", UUID.class),
                        new DivisionCode(row.getLong("county")),
                        row.getString("purpose"),
                        new DivisionCode(row.getLong("code_now")),
                        new Money(row.getLong("paid")),
                        row.getObject("paid_on", LocalDate.class)))
                .list();
    }

    /** Those of a fund, the latest first, for everybody. */
    public List<Sample> ofFund(UUID fund) {
        return published(fund, null);
    }

    public Optional<Sample> find(UUID id) {
        return published(null, id).stream().findFirst();
    }

    private List<Sample> published(@Nullable UUID fund, @Nullable UUID id) {
        return jdbc.sql(PUBLISHED)
                .param("fund", fund, Types.OTHER)
                .param("id", id, Types.OTHER)
                .query((row, n) -> sample(row))
                .list();
    }

    /** The list it was drawn from: opaque numbers and strata, for whoever wants to draw again. */
    public List<Member> members(UUID id) {
        return jdbc.sql(UNITS)
                .param("id", id)
                .query((row, n) -> new Member(
                        row.getObject("grant_id", UUID.class), row.getString("stratum"), row.getBoolean("drawn")))
                .list();
    }

    /** Draws again from the kept list by the kept seed. */
    public boolean redrawsAlike(Sample sample) {
        var members = members(sample.id());
        var again = Drawing.draw(
                members.stream()
                        .map(member -> new Drawing.Unit(member.grant(), member.stratum()))
                        .toList(),
                sample.size(),
                sample.seed());
        return members.stream().allMatch(member -> member.drawn() == again.contains(member.grant()));
    }

    void add(Actor.Office by, Fund fund, Sample sample, List<Drawing.Unit> population, Set<UUID> drawn) {
        jdbc.sql(INSERT)
                .param("id", sample.id())
                .param("fund", fund.id())
                .param("code", fund.code().value())
                .param("number", sample.number())
                .param("first", sample.first())
                .param("last", sample.last())
                .param("strata", sample.strata().name())
                .param("confidence", sample.confidence())
                .param("margin", sample.margin())
                .param("population", sample.population())
                .param("size", sample.size())
                .param("seed", sample.seed())
                .param("digest", sample.digest())
                .param("by", by.account())
                .param("name", by.name() + "（" + by.unitName() + "）")
                .param("at", OffsetDateTime.now(clock))
                .update();
        jdbc.sql(INSERT_UNITS)
                .param("id", sample.id())
                .param("code", fund.code().value())
                .param("ids", population.stream().map(Drawing.Unit::id).toArray(UUID[]::new))
                .param("strata", population.stream().map(Drawing.Unit::stratum).toArray(String[]::new))
                .param(
                        "drawn",
                        population.stream()
                                .map(unit -> drawn.contains(unit.id()))
                                .toArray(Boolean[]::new))
                .update();
    }

    private static Sample sample(ResultSet row) throws SQLException {
        return new Sample(
                row.getObject("id", UUID.class),
                row.getObject("fund_id", UUID.class),
                row.getString("number"),
                row.getObject("first_on", LocalDate.class),
                row.getObject("last_on", LocalDate.class),
                Strata.valueOf(row.getString("strata")),
                row.getInt("confidence"),
                row.getInt("margin"),
                row.getInt("population"),
                row.getInt("size"),
                row.getString("seed"),
                row.getString("digest"),
                row.getObject("drawn_on", LocalDate.class),
                row.getLong("agreeing"),
                row.getLong("differing"),
                row.getLong("unreached"),
                row.getLong("waiting"));
    }
}
