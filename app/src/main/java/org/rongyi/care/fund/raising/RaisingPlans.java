package org.rongyi.care.fund.raising;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Raising;
import org.rongyi.platform.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the plans. They are public, so everybody reads them by the same function. */
@Component
public class RaisingPlans implements Raising {

    private static final String COLUMNS = """
            select p.id, p.fund_id, p.title, p.filing, p.filed_on, p.starts_on, fund.plan_ends_on(p.id, p.ends_on) as ends_on, p.area, p.purpose, p.ways, p.leader,
                   p.remainder, p.emergency
            from fund.raising_plan p
            """;

    private static final String FIND = COLUMNS + "where p.id = :id";

    private static final String PUBLISHED = """
            select p.id, :fund::uuid as fund_id, p.title, p.filing, p.filed_on, p.starts_on, p.ends_on, p.area, p.purpose, p.ways,
                   p.leader, p.remainder, p.emergency
            from fund.published_plans(:fund) p
            """;

    private static final String INSERT = """
            insert into fund.raising_plan (id, fund_id, code_now, title, starts_on, ends_on, area, purpose, ways, leader,
                                           remainder, emergency, filing, filed_on, filing_by, filing_name, registered_by,
                                           by_name, registered_at)
            values (:id, :fund, :code, :title, :starts, :ends, :area, :purpose, :ways, :leader, :remainder, :emergency, :filing,
                    :filed, :filingBy, :filingName, :by, :name, :at)
            """;

    private static final String FILE = """
            update fund.raising_plan set filing = :filing, filed_on = :filed, filing_by = :by, filing_name = :name
            where id = :id and filing is null
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    RaisingPlans(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<RaisingPlan> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> plan(row)).optional();
    }

    @Override
    public boolean raisedOn(UUID plan, UUID fund, LocalDate day) {
        return find(plan)
                .filter(found -> found.fund().equals(fund)
                        && !found.startsOn().isAfter(day)
                        && !found.endsOn().isBefore(day))
                .isPresent();
    }

    /** The latest first, for everybody. */
    public List<RaisingPlan> published(UUID fund) {
        return jdbc.sql(PUBLISHED)
                .param("fund", fund)
                .query((row, n) -> plan(row))
                .list();
    }

    void add(Actor.Office by, Fund fund, RaisingPlan plan) {
        var filing = plan.filing();
        jdbc.sql(INSERT)
                .param("id", plan.id())
                .param("fund", fund.id())
                .param("code", fund.code().value())
                .param("title", plan.title())
                .param("starts", plan.startsOn())
                .param("ends", plan.endsOn())
                .param("area", plan.area())
                .param("purpose", plan.purpose())
                .param("ways", plan.ways().stream().map(Enum::name).toArray(String[]::new))
                .param("leader", plan.leader())
                .param("remainder", plan.remainder())
                .param("emergency", plan.emergency())
                .param("filing", filing == null ? null : filing.number(), Types.VARCHAR)
                .param("filed", filing == null ? null : filing.on(), Types.DATE)
                .param("filingBy", filing == null ? null : by.account(), Types.OTHER)
                .param("filingName", filing == null ? null : signed(by), Types.VARCHAR)
                .param("by", by.account())
                .param("name", signed(by))
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    /** False when it was filed before. */
    boolean file(Actor.Office by, UUID plan, RaisingPlan.Filing filing) {
        return jdbc.sql(FILE)
                        .param("id", plan)
                        .param("filing", filing.number())
                        .param("filed", filing.on())
                        .param("by", by.account())
                        .param("name", signed(by))
                        .update()
                == 1;
    }

    private static String signed(Actor.Office by) {
        return by.name() + "（" + by.unitName() + "）";
    }

    private static RaisingPlan plan(ResultSet row) throws SQLException {
        var filing = row.getString("filing");
        return new RaisingPlan(
                row.getObject("id", UUID.class),
                row.getObject("fund_id", UUID.class),
                row.getString("title"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("area"),
                row.getString("purpose"),
                ways(row.getArray("ways")),
                row.getString("leader"),
                row.getString("remainder"),
                row.getBoolean("emergency"),
                filing == null ? null : new RaisingPlan.Filing(filing, row.getObject("filed_on", LocalDate.class)));
    }

    private static List<RaisingPlan.Way> ways(Array column) throws SQLException {
        return Arrays.stream((String[]) column.getArray())
                .map(RaisingPlan.Way::valueOf)
                .toList();
    }
}
