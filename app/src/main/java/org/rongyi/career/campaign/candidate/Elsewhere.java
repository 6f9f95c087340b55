package org.rongyi.career.campaign.candidate;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who takes part in another campaign: one person has one chance at a time. */
@Component
public class Elsewhere {

    /** An approved run that left him without a post, a decision that took it from him, and a unit that refused him, set him free; so does calling off. */
    private static final String BUSY = """
            select c.person_id, coalesce(g.number, '') as number
            from campaign.candidate c
            left join campaign.campaign g on g.id = c.campaign_id
            where c.person_id = any(:persons) and c.campaign_id <> :campaign and c.left_at is null
              and g.called_off_at is null
              and not exists (
                  select from campaign.placed p
                  join campaign.run r on r.id = p.run_id
                  where p.candidate_id = c.id and r.approved_at is not null
                    and (campaign.has_no_post(p)
                         or exists (select from campaign.letter l where l.placed_id = p.id and l.state = 'UNIT_REFUSED')))
            """;

    private static final String HOLD = "select pg_advisory_xact_lock(hashtextextended(:person, 20261213))";

    private final JdbcClient jdbc;

    Elsewhere(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of these, in which campaign, by person. */
    public Map<UUID, String> of(UUID campaign, Collection<UUID> persons) {
        var busy = new HashMap<UUID, String>();
        jdbc.sql(BUSY)
                .param("persons", persons.toArray(UUID[]::new))
                .param("campaign", campaign)
                .query((java.sql.ResultSet row) -> {
                    busy.put(row.getObject("person_id", UUID.class), row.getString("number"));
                });
        return busy;
    }

    /** No other campaign takes him in before the transaction ends. */
    public void hold(UUID person) {
        jdbc.sql(HOLD).param("person", person.toString()).query((row, n) -> n).list();
    }

    public static String words(String number) {
        return "已在安置活动 " + number + " 里；那次没有安置上，或者停办了，才能再列入";
    }
}
