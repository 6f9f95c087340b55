package org.rongyi.career.campaign.draw;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 费用照哪里算: posts and people where they were when the list was settled, all of one moment. A division that is recoded afterwards takes the rows with it
 * and changes no cost.
 */
@Component
class CostPlaces {

    private static final String KEEP_POSTS =
            "update campaign.post set place_then = place_now where campaign_id = :campaign and published";

    private static final String KEEP_PEOPLE = """
            update campaign.candidate set home_then = code_now, spouse_then = spouse_now
            where campaign_id = :campaign and left_at is null
            """;

    private static final String POSTS = """
            select p.id, coalesce(p.place_then, p.place_now) as place from campaign.post p
            where p.campaign_id = :campaign and p.published
            """;

    private static final String PEOPLE = """
            select c.id, coalesce(c.home_then, c.code_now) as home,
                   case when c.home_then is null then c.spouse_now else c.spouse_then end as spouse
            from campaign.candidate c
            where c.campaign_id = :campaign and c.left_at is null
            """;

    private final JdbcClient jdbc;

    CostPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The list is settled now. */
    void keep(UUID campaign) {
        jdbc.sql(KEEP_POSTS).param("campaign", campaign).update();
        jdbc.sql(KEEP_PEOPLE).param("campaign", campaign).update();
    }

    /** By published post; before the list is settled, as they are now. */
    Map<UUID, DivisionCode> posts(UUID campaign) {
        var places = new HashMap<UUID, DivisionCode>();
        jdbc.sql(POSTS).param("campaign", campaign).query((java.sql.ResultSet row) -> {
            places.put(row.getObject("id", UUID.class), new DivisionCode(row.getLong("place")));
        });
        return places;
    }

    /** By candidate. */
    Map<UUID, CostRule.Belongs> people(UUID campaign) {
        var people = new HashMap<UUID, CostRule.Belongs>();
        jdbc.sql(PEOPLE).param("campaign", campaign).query((java.sql.ResultSet row) -> {
            var spouse = row.getObject("spouse", Long.class);
            people.put(
                    row.getObject("id", UUID.class),
                    new CostRule.Belongs(
                            new DivisionCode(row.getLong("home")), spouse == null ? null : new DivisionCode(spouse)));
        });
        return people;
    }
}
