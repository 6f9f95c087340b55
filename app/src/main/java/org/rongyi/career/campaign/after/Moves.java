package org.rongyi.career.campaign.after;

import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 改派, kept beside the result, which stands as it was run: from which post to which, why, never who. For everybody. */
@Component
public class Moves {

    private static final String OF = """
            select coalesce(f.code || ' ' || f.unit_name || ' ' || f.title, '') as from_post,
                   coalesce(t.code || ' ' || t.unit_name || ' ' || t.title, '') as to_post, m.reason, m.decided_on as day
            from campaign.move m
            left join campaign.post f on f.id = m.from_post
            left join campaign.post t on t.id = m.to_post
            where m.campaign_id = :campaign
            order by m.decided_on, m.id
            """;

    private static final String SEATED = """
            select s.post_id, s.seats from campaign.seated s where s.campaign_id = :campaign
            """;

    private static final String DIRECT = """
            select case m.direct when 1 then m.to_post else m.from_post end as post_id, sum(m.direct)::integer as seats
            from campaign.move m where m.campaign_id = :campaign and m.direct <> 0
            group by 1
            """;

    private static final String INSERT = """
            insert into campaign.move (id, campaign_id, code_now, meeting_id, from_post, to_post, direct, reason, decided_on,
                                       decided_by, decided_account)
            values (:id, :campaign, :code, :meeting, cast(:from as uuid), cast(:to as uuid), :direct, :reason, :on, :by, :account)
            """;

    private final JdbcClient jdbc;

    Moves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One of them.
     *
     * @param fromPost code, unit and title; empty for who had none
     * @param toPost empty for who is placed otherwise
     */
    public record Move(String fromPost, String toPost, String reason, LocalDate day) {

        public String words() {
            return (fromPost.isEmpty() ? "没有岗位的人" : fromPost) + (toPost.isEmpty() ? " 撤出，另行安置" : " 改派到 " + toPost) + "："
                    + reason;
        }
    }

    /** The first first. */
    public List<Move> of(UUID campaign) {
        return jdbc.sql(OF).param("campaign", campaign).query(Move.class).list();
    }

    /** By post, how many have it now: by the approved result, with all that was moved since. */
    public Map<UUID, Integer> seated(UUID campaign) {
        return byPost(SEATED, campaign);
    }

    /** By post, how many of those who were settled there directly have come and gone by a move; less than nothing where they went. */
    public Map<UUID, Integer> direct(UUID campaign) {
        return byPost(DIRECT, campaign);
    }

    private Map<UUID, Integer> byPost(String statement, UUID campaign) {
        var seats = new HashMap<UUID, Integer>();
        jdbc.sql(statement).param("campaign", campaign).query((ResultSet row) -> {
            seats.put(row.getObject("post_id", UUID.class), row.getInt("seats"));
        });
        return seats;
    }

    /** Seats of the post that nobody has now. */
    int free(PlacementPost post) {
        return post.seats() - seated(post.campaign()).getOrDefault(post.id(), 0);
    }

    /**
     * What the group decided.
     *
     * @param direct −1 where somebody leaves the post he was settled in directly, 1 where he comes back to it, else 0
     * @param reason as everybody reads it
     */
    record Decision(UUID meeting, int direct, String reason, LocalDate on) {}

    UUID insert(CampaignRecord campaign, @Nullable UUID from, @Nullable UUID to, Decision decided, Actor.Office by) {
        var id = Ids.next();
        jdbc.sql(INSERT)
                .param("id", id)
                .param("campaign", campaign.id())
                .param("code", campaign.code().value())
                .param("meeting", decided.meeting())
                .param("from", from == null ? null : from.toString())
                .param("to", to == null ? null : to.toString())
                .param("direct", decided.direct())
                .param("reason", decided.reason())
                .param("on", decided.on())
                .param("by", by.signed())
                .param("account", by.account())
                .update();
        return id;
    }
}
