package org.rongyi.career.campaign.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 接收计划和报送: each unit of a campaign once, with what it has to take, what it reported, what was filled and whom it refused. Everybody reads the plan
 * and the posts that are published; whom a unit refused stands in letters, which the office alone reads.
 */
@Component
public class QuotaList {

    private static final String UNITS = """
            (select coalesce(q.id, p.post) as id, q.id as quota, coalesce(q.unit_name, p.unit_name) as unit,
                    coalesce(q.credit_code, p.credit_code) as credit_code, coalesce(q.paper, '') as paper,
                    coalesce(q.persons, 0) as planned, coalesce(p.seats, 0) as reported, coalesce(p.filled, 0) as filled,
                    coalesce(p.refused, 0) as refused
             from (select * from campaign.quota a where a.campaign_id = :campaign) q
             full join (
                 select o.credit_code, (array_agg(o.id order by o.id))[1] as post, min(o.unit_name) as unit_name,
                        cast(sum(o.seats) as integer) as seats, cast(sum(coalesce(b.seats, 0)) as integer) as filled,
                        cast(sum(coalesce(l.refused, 0)) as integer) as refused
                 from campaign.post o
                 left join campaign.seated b on b.campaign_id = :campaign and b.post_id = o.id
                 left join (
                     select k.post_id, count(*) as refused from campaign.letter k
                     where k.campaign_id = :campaign and k.unit_refused_on is not null
                     group by k.post_id) l on l.post_id = o.id
                 where o.campaign_id = :campaign and o.state <> 'WITHDRAWN' and (o.published or not :published)
                 group by o.credit_code) p on p.credit_code = q.credit_code) u
            """;

    static final String SELECT = """
            select u.id, u.quota, u.unit, u.credit_code, u.paper, u.planned, u.reported, u.filled, u.refused from
            """ + UNITS + """
            where %s
            order by u.unit, u.id
            limit :limit
            """;

    private static final String SUMS = """
            select count(*) filter (where u.planned > 0) as units, coalesce(sum(u.planned), 0) as planned,
                   coalesce(sum(u.reported), 0) as reported, coalesce(sum(u.filled), 0) as filled,
                   count(*) filter (where u.reported < u.planned) as short_units,
                   coalesce(sum(u.planned - u.reported) filter (where u.reported < u.planned), 0) as short_persons,
                   count(*) filter (where u.reported > u.planned) as over_units,
                   count(*) filter (where u.refused > 0) as refusing
            from
            """ + UNITS;

    private final JdbcClient jdbc;

    QuotaList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which units. */
    public enum QuotaGroup {
        SHORT("少报"),
        OVER("超报"),
        REFUSING("拒收");

        private final String zh;

        QuotaGroup(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /**
     * One unit.
     *
     * @param quota none for a unit that reported posts without having to take anybody
     * @param planned how many it has to take
     * @param reported the seats of its posts that are not withdrawn; for the public, of the published ones
     * @param filled by the approved result, with what was moved since
     * @param refused how many letters it refused; 0 for who may not read letters
     */
    public record Unit(
            UUID id,
            @Nullable UUID quota,
            String unit,
            String creditCode,
            String paper,
            int planned,
            int reported,
            int filled,
            int refused) {

        /** 少报 2 人, 超报 1 人; empty where it reported what it has to take. */
        public String difference() {
            if (reported < planned) {
                return "少报 " + (planned - reported) + " 人";
            }
            return reported > planned ? (planned == 0 ? "没有计划，报 " : "超报 ") + (reported - planned) + " 人" : "";
        }
    }

    /**
     * Of the whole campaign.
     *
     * @param units that have to take somebody; 0 where no plan was entered
     * @param refusing units that refused a letter
     */
    public record Sums(
            long units,
            long planned,
            long reported,
            long filled,
            long shortUnits,
            long shortPersons,
            long overUnits,
            long refusing) {

        public boolean isEmpty() {
            return units == 0;
        }

        public String words() {
            return units + " 个单位计划接收 " + planned + " 人，报送岗位 " + reported + " 人"
                    + (shortUnits == 0 ? "，没有少报的" : "；少报的有 " + shortUnits + " 个单位，共少 " + shortPersons + " 人");
        }
    }

    /**
     * What to show.
     *
     * @param text part of the unit's name, or its whole 统一社会信用代码; empty for all
     * @param published only the posts that the public reads
     */
    public record Filter(String text, @Nullable QuotaGroup which, boolean published) {

        /** What everybody may look at, and the same for who could see more. */
        public static Filter shown(String text) {
            return new Filter(text, null, true);
        }
    }

    /** Of all posts the reader may see. */
    public Sums sums(UUID campaign) {
        return sums(campaign, false);
    }

    /** Of what the public reads, whoever asks. */
    public Sums shown(UUID campaign) {
        return sums(campaign, true);
    }

    private Sums sums(UUID campaign, boolean published) {
        return jdbc.sql(SUMS)
                .param("campaign", campaign)
                .param("published", published)
                .query(Sums.class)
                .single();
    }

    public Slice<Unit> page(UUID campaign, Filter filter, @Nullable Cursor<String> after) {
        var read = narrowed(campaign, filter)
                .behind("(u.unit, u.id) > (:afterUnit, :afterId)", "afterUnit", after)
                .page(jdbc, SELECT, (row, n) -> read(row));
        return Slice.of(read, Narrowed.PAGE, unit -> new Cursor<>(unit.unit(), unit.id()));
    }

    public void each(UUID campaign, Filter filter, Consumer<Unit> to) {
        narrowed(campaign, filter).each(jdbc, SELECT, (row, n) -> read(row), to);
    }

    /** The first of those that reported too few. */
    public List<Unit> fewer(UUID campaign) {
        return page(campaign, new Filter("", QuotaGroup.SHORT, false), null).rows();
    }

    private static Narrowed narrowed(UUID campaign, Filter filter) {
        var list = new Narrowed(campaign);
        list.where("true").with("published", filter.published());
        if (!filter.text().isEmpty()) {
            list.where("(position(:text in u.unit) > 0 or u.credit_code = :text)")
                    .with("text", filter.text());
        }
        if (filter.which() == QuotaGroup.SHORT) {
            list.where("u.reported < u.planned");
        }
        if (filter.which() == QuotaGroup.OVER) {
            list.where("u.reported > u.planned");
        }
        if (filter.which() == QuotaGroup.REFUSING) {
            list.where("u.refused > 0");
        }
        return list;
    }

    private static Unit read(ResultSet row) throws SQLException {
        return new Unit(
                row.getObject("id", UUID.class),
                row.getObject("quota", UUID.class),
                row.getString("unit"),
                row.getString("credit_code"),
                row.getString("paper"),
                row.getInt("planned"),
                row.getInt("reported"),
                row.getInt("filled"),
                row.getInt("refused"));
    }
}
