package org.rongyi.career.campaign.pairs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 费用照什么算: posts and people where they were when the list was settled, and how long people had waited then; all of one moment. A division that is recoded afterwards takes the rows with it
 * and changes no cost.
 */
@Component
public class CostPlaces {

    private static final String KEEP_POSTS =
            "update campaign.post set place_then = place_now where campaign_id = :campaign and published";

    private static final String KEEP_PEOPLE = """
            update campaign.candidate set home_then = code_now, spouse_then = spouse_now
            where campaign_id = :campaign and left_at is null
            """;

    private static final String KEEP_WAITED = """
            update campaign.candidate c set waited_then = w.halves
            from unnest(cast(:ids as uuid[]), cast(:halves as integer[])) as w (id, halves)
            where c.id = w.id
            """;

    private static final String POSTS = """
            select p.id, coalesce(p.place_then, p.place_now) as place, p.abilities from campaign.post p
            where p.campaign_id = :campaign and p.published
            """;

    private static final String PEOPLE = """
            select c.id, coalesce(c.home_then, c.code_now) as home,
                   case when c.home_then is null then c.spouse_now else c.spouse_then end as spouse,
                   c.abilities, c.priority_ground is not null as has_priority, coalesce(c.waited_then, 0) as halves
            from campaign.candidate c
            where c.campaign_id = :campaign and c.left_at is null
            """;

    private final JdbcClient jdbc;

    private final WaitingTimes times;

    CostPlaces(JdbcClient jdbc, WaitingTimes times) {
        this.jdbc = jdbc;
        this.times = times;
    }

    /** The list is settled now. */
    public void keep(UUID campaign, LocalDate today) {
        jdbc.sql(KEEP_POSTS).param("campaign", campaign).update();
        jdbc.sql(KEEP_PEOPLE).param("campaign", campaign).update();
        var waited = List.copyOf(times.of(campaign, today).entrySet());
        jdbc.sql(KEEP_WAITED)
                .param("ids", waited.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
                .param("halves", waited.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
                .update();
    }

    /** By published post; before the list is settled, as they are now. */
    Map<UUID, CostRule.Spot> posts(UUID campaign) {
        var spots = new HashMap<UUID, CostRule.Spot>();
        jdbc.sql(POSTS).param("campaign", campaign).query((java.sql.ResultSet row) -> {
            spots.put(
                    row.getObject("id", UUID.class),
                    new CostRule.Spot(new DivisionCode(row.getLong("place")), all(row, "abilities")));
        });
        return spots;
    }

    /** By candidate; before the list is settled, nobody's waiting counts. */
    Map<UUID, CostRule.Person> people(UUID campaign) {
        var people = new HashMap<UUID, CostRule.Person>();
        jdbc.sql(PEOPLE).param("campaign", campaign).query((java.sql.ResultSet row) -> {
            var spouse = row.getObject("spouse", Long.class);
            people.put(
                    row.getObject("id", UUID.class),
                    new CostRule.Person(
                            new DivisionCode(row.getLong("home")),
                            spouse == null ? null : new DivisionCode(spouse),
                            all(row, "abilities"),
                            row.getBoolean("has_priority"),
                            row.getInt("halves")));
        });
        return people;
    }

    private static Set<String> all(ResultSet row, String column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }
}
