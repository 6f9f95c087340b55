package org.rongyi.career.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 岗位, read. Who is not of the office sees those that are published. */
@Component
public class PlacementPosts {

    /** The beginning of every list of them. */
    public static final String COLUMNS = """
            select p.id, p.campaign_id, p.code, p.unit_name, p.credit_code, p.kind, p.title, p.place_now, p.seats,
                   p.reserved, p.conditions, p.abilities, p.paper, p.state, p.published, p.reported_by, p.reported_account,
                   p.checked_by, p.withdrawn_why, p.version
            from campaign.post p
            """;

    private static final String OF = COLUMNS + "where p.campaign_id = :campaign order by p.code";

    private static final String PUBLISHED = COLUMNS + "where p.campaign_id = :campaign and p.published order by p.code";

    private static final String BY_CODE = COLUMNS + "where p.campaign_id = :campaign and p.code = :code";

    private static final String SUMS = """
            select count(*) as posts, coalesce(sum(p.seats), 0) as seats,
                   coalesce(sum(p.seats) filter (where p.published), 0) as published,
                   count(*) filter (where p.state = 'REPORTED') as unchecked
            from campaign.post p
            where p.campaign_id = :campaign and p.state <> 'WITHDRAWN'
            """;

    /** One more than are offered, which tells that there are more. */
    private static final String PAPERS = """
            select p.paper, count(*) as posts from campaign.post p
            where p.campaign_id = :campaign and p.state = 'REPORTED'
            group by p.paper
            order by count(*) desc, p.paper
            limit :most
            """;

    private static final String FIND = COLUMNS + "where p.id = :id";

    private static final String LOCK = FIND + " for update";

    private static final String PUBLISH = """
            update campaign.post set published = true, version = version + 1
            where campaign_id = :id and state = 'CHECKED' and not published
            """;

    private final JdbcClient jdbc;

    PlacementPosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of a campaign, by their numbers; the ones that were withdrawn too. */
    public List<PlacementPost> of(UUID campaign) {
        return list(OF, campaign);
    }

    public List<PlacementPost> published(UUID campaign) {
        return list(PUBLISHED, campaign);
    }

    /** All that were checked. */
    public void publish(UUID campaign) {
        jdbc.sql(PUBLISH).param("id", campaign).update();
    }

    /**
     * Those that were not withdrawn.
     *
     * @param published the seats everybody reads of
     * @param unchecked the posts that wait for a second person
     */
    public record Sums(long posts, long seats, long published, long unchecked) {}

    public Sums sums(UUID campaign) {
        return jdbc.sql(SUMS).param("campaign", campaign).query(Sums.class).single();
    }

    /** A unit's report with the posts of it that nobody has checked. */
    public record Paper(String paper, long posts) {}

    /** The reports with the most posts that wait for a second person. */
    public List<Paper> unchecked(UUID campaign, int most) {
        return jdbc.sql(PAPERS)
                .param("campaign", campaign)
                .param("most", most)
                .query(Paper.class)
                .list();
    }

    /** By its number in the campaign. */
    public Optional<PlacementPost> find(UUID campaign, String code) {
        return jdbc.sql(BY_CODE)
                .param("campaign", campaign)
                .param("code", code)
                .query((row, n) -> read(row))
                .optional();
    }

    public Optional<PlacementPost> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> read(row)).optional();
    }

    /** The same, and nobody changes it before the transaction ends. */
    public Optional<PlacementPost> lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query((row, n) -> read(row)).optional();
    }

    private List<PlacementPost> list(String sql, UUID campaign) {
        return jdbc.sql(sql)
                .param("campaign", campaign)
                .query((row, n) -> read(row))
                .list();
    }

    /** A row of {@link #COLUMNS}. */
    public static PlacementPost read(ResultSet row) throws SQLException {
        return new PlacementPost(
                row.getObject("id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                row.getString("code"),
                row.getString("unit_name"),
                row.getString("credit_code"),
                UnitNature.valueOf(row.getString("kind")),
                row.getString("title"),
                new DivisionCode(row.getLong("place_now")),
                row.getInt("seats"),
                row.getInt("reserved"),
                row.getString("conditions"),
                List.of((String[]) row.getArray("abilities").getArray()),
                row.getString("paper"),
                PostState.valueOf(row.getString("state")),
                row.getBoolean("published"),
                row.getString("reported_by"),
                row.getObject("reported_account", UUID.class),
                row.getString("checked_by"),
                row.getString("withdrawn_why"),
                row.getInt("version"));
    }
}
