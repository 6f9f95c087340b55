package org.rongyi.career.campaign.direct;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 公开招人, kept: for everybody to read. */
@Component
public class DirectCalls {

    private static final String COLUMNS = """
            select k.id, k.campaign_id, k.post_id, k.seats, k.conditions, k.pilot, k.from_on, k.until_on, k.called_by
            from campaign.direct_call k
            """;

    private static final String OF = COLUMNS + "where k.campaign_id = :campaign order by k.from_on, k.id";

    private static final String FIND = COLUMNS + "where k.id = :id";

    private static final String INSERT = """
            insert into campaign.direct_call (id, campaign_id, code_now, post_id, seats, conditions, pilot, from_on, until_on,
                                              called_at, called_by, called_account)
            values (:id, :campaign, :code, :post, :seats, :conditions, :pilot, :from, :until, :at, :by, :account)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    DirectCalls(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param seats of the post, called for here
     * @param pilot by which the campaign may call at all
     * @param until the last day to apply
     */
    public record Call(
            UUID id,
            UUID campaign,
            UUID post,
            int seats,
            String conditions,
            String pilot,
            LocalDate from,
            LocalDate until,
            String by) {

        public boolean isOpen(LocalDate today) {
            return !until.isBefore(today);
        }
    }

    /** All of a campaign, the first first. */
    public List<Call> of(UUID campaign) {
        return jdbc.sql(OF)
                .param("campaign", campaign)
                .query((row, n) -> read(row))
                .list();
    }

    public Optional<Call> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> read(row)).optional();
    }

    UUID insert(
            CampaignRecord campaign,
            CallDirect.Command given,
            String pilot,
            LocalDate today,
            LocalDate until,
            Actor.Office by) {
        var id = Ids.next();
        jdbc.sql(INSERT)
                .param("id", id)
                .param("campaign", campaign.id())
                .param("code", campaign.code().value())
                .param("post", given.post())
                .param("seats", given.seats())
                .param("conditions", given.conditions().strip())
                .param("pilot", pilot)
                .param("from", today)
                .param("until", until)
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.signed())
                .param("account", by.account())
                .update();
        return id;
    }

    private static Call read(ResultSet row) throws SQLException {
        return new Call(
                row.getObject("id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                row.getObject("post_id", UUID.class),
                row.getInt("seats"),
                row.getString("conditions"),
                row.getString("pilot"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("until_on", LocalDate.class),
                row.getString("called_by"));
    }
}
