package org.rongyi.career.campaign.ranking;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 单位的排序, kept: the pseudonyms lie sealed, and no page shows them. */
@Component
public class Rankings {

    static final SealedField RANKING = new SealedField("campaign.post_ranking", "ranking_sealed");

    private static final String COLUMNS = """
            select r.id, r.paper, r.ranking_sealed, r.entered_by, r.entered_account, r.confirmed_by
            from campaign.post_ranking r
            """;

    private static final String FIND = COLUMNS + "where r.id = :post";

    private static final String OF = COLUMNS + "where r.campaign_id = :campaign";

    private static final String ENTER = """
            insert into campaign.post_ranking (id, campaign_id, code_now, paper, ranking_sealed, entered_at, entered_by,
                                               entered_account)
            values (:post, :campaign, (select p.code_now from campaign.post p where p.id = :post), :paper, :ranking, :at, :by,
                    :account)
            on conflict (id) do update
            set paper = excluded.paper, ranking_sealed = excluded.ranking_sealed, entered_at = excluded.entered_at,
                entered_by = excluded.entered_by, entered_account = excluded.entered_account
            where campaign.post_ranking.confirmed_at is null
            """;

    private static final String OPENED =
            "select exists (select 1 from campaign.list_opening o where o.campaign_id = :campaign)";

    private static final String WAITING = """
            select p.code from campaign.post_ranking r
            join campaign.post p on p.id = r.id
            where r.campaign_id = :campaign and r.confirmed_at is null
            order by p.code
            """;

    private static final String STANDING = """
            select p.id as post, p.code, r.confirmed_at is not null as confirmed
            from campaign.post_ranking r
            join campaign.post p on p.id = r.id
            where r.campaign_id = :campaign
            order by p.code
            """;

    private static final String WITHDRAW =
            "delete from campaign.post_ranking where id = :post and confirmed_at is null";

    private static final String CONFIRM = """
            update campaign.post_ranking set confirmed_at = :at, confirmed_by = :by, confirmed_account = :account
            where id = :post and confirmed_at is null
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Rankings(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * @param paper the number of the unit's paper
     * @param confirmed who typed the same from it; none while it does not count
     */
    public record Ranking(
            UUID post,
            String paper,
            List<String> order,
            String by,
            UUID account,
            @Nullable String confirmed) {
        public Ranking {
            order = List.copyOf(order);
        }
    }

    /** A post whose unit ranks itself; without the order. */
    public record Standing(UUID post, String code, boolean confirmed) {}

    /** By the post's code. */
    public List<Standing> standing(UUID campaign) {
        return jdbc.sql(STANDING)
                .param("campaign", campaign)
                .query(Standing.class)
                .list();
    }

    public Optional<Ranking> find(UUID post) {
        return jdbc.sql(FIND).param("post", post).query((row, n) -> read(row)).optional();
    }

    public List<Ranking> of(UUID campaign) {
        return jdbc.sql(OF)
                .param("campaign", campaign)
                .query((row, n) -> read(row))
                .list();
    }

    /** What the run is given: those that two people have typed alike, by post. */
    public Map<UUID, List<String>> confirmed(UUID campaign) {
        var all = new HashMap<UUID, List<String>>();
        of(campaign).stream().filter(one -> one.confirmed() != null).forEach(one -> all.put(one.post(), one.order()));
        return all;
    }

    /** What is in the way of opening the sealed lists, and the draw: the posts whose ranking nobody else has typed yet. */
    public List<String> waiting(UUID campaign) {
        return jdbc.sql(WAITING)
                .param("campaign", campaign)
                .query((row, n) -> "岗位 " + row.getString("code") + " 单位的排序还没有另一位同事核对")
                .list();
    }

    /** Whether the trustees have opened what was wished for: from then on nobody ranks any more. */
    public boolean areListsOpen(UUID campaign) {
        return jdbc.sql(OPENED).param("campaign", campaign).query(Boolean.class).single();
    }

    void enter(PlacementPost post, String paper, List<String> order, Actor.Office by) {
        jdbc.sql(ENTER)
                .param("post", post.id())
                .param("campaign", post.campaign())
                .param("paper", paper)
                .param("ranking", vault.seal(RANKING, post.id(), String.join(" ", order)))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by.signed())
                .param("account", by.account())
                .update();
    }

    void confirm(UUID post, Actor.Office by) {
        jdbc.sql(CONFIRM)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by.signed())
                .param("account", by.account())
                .param("post", post)
                .update();
    }

    void withdraw(UUID post) {
        jdbc.sql(WITHDRAW).param("post", post).update();
    }

    private Ranking read(java.sql.ResultSet row) throws java.sql.SQLException {
        var post = row.getObject("id", UUID.class);
        var order = vault.open(RANKING, post, row.getBytes("ranking_sealed"));
        return new Ranking(
                post,
                row.getString("paper"),
                order.isEmpty() ? List.of() : List.of(order.split(" ")),
                row.getString("entered_by"),
                row.getObject("entered_account", UUID.class),
                row.getString("confirmed_by"));
    }
}
