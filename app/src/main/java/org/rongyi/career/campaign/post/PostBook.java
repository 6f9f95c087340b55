package org.rongyi.career.campaign.post;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 岗位, written. The database itself refuses a published post fewer seats. */
@Component
class PostBook {

    /** The highest number, by the index of the list: counting would read all posts for each row of a unit's list. */
    private static final String LAST = """
            select p.code from campaign.post p
            where p.campaign_id = :campaign and p.code ~ '^P[0-9]{3,9}$'
            order by length(p.code) desc, p.code desc
            limit 1
            """;

    private static final String INSERT = """
            insert into campaign.post (id, campaign_id, code_now, code, unit_name, credit_code, kind, title, place_now,
                                       seats, reserved, conditions, abilities, paper, state, reported_at, reported_by,
                                       reported_account)
            values (:id, :campaign, :code_now, :code, :unit, :credit, :nature, :title, :place, :seats, :reserved,
                    :conditions, :abilities, :paper, 'REPORTED', :at, :by, :account)
            """;

    private static final String CHECK = """
            update campaign.post
            set state = 'CHECKED', published = :published, checked_at = :at, checked_by = :by, checked_account = :account,
                version = version + 1
            where id = :id and state = 'REPORTED'
            """;

    /** The ticked ones or all of one report; those the actor entered himself wait for a colleague. */
    private static final String CHECK_ALL = """
            update campaign.post
            set state = 'CHECKED', published = :published, checked_at = :at, checked_by = :by, checked_account = :account,
                version = version + 1
            where campaign_id = :campaign and state = 'REPORTED' and (id = any(:posts) or paper = :paper)
              and reported_account <> all(:own)
            """;

    private static final String WAITING = """
            select count(*) from campaign.post p
            where p.campaign_id = :campaign and p.state = 'REPORTED' and p.paper = :paper
            """;

    private static final String REPORTERS = """
            select distinct p.reported_account from campaign.post p
            where p.campaign_id = :campaign and p.state = 'REPORTED'
            """;

    private static final String ALIKE = """
            select p.code, p.seats, p.reserved from campaign.post p
            where p.campaign_id = :campaign and p.credit_code = :credit and p.title = :title and p.place_now = :place
              and p.conditions = :conditions and p.abilities = cast(:abilities as text[]) and p.paper = :paper and p.state <> 'WITHDRAWN'
            limit 1
            """;

    private static final String WITHDRAW = """
            update campaign.post set state = 'WITHDRAWN', withdrawn_why = :why, version = version + 1
            where id = :id and not published and state <> 'WITHDRAWN'
            """;

    private static final String RAISE =
            "update campaign.post set seats = :seats, version = version + 1 where id = :id and published";

    private static final String NOTE = """
            insert into campaign.post_raise (id, post_id, campaign_id, code_now, seats_before, seats_after, paper,
                                             raised_at, raised_by)
            select :id, p.id, p.campaign_id, p.code_now, :before, :after, :paper, :at, :by
            from campaign.post p
            where p.id = :post
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PostBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The campaign is locked, so the next number is nobody else's. */
    UUID insert(CampaignRecord campaign, ReportPost.Details given, Actor.Office by) {
        int last = jdbc.sql(LAST).param("campaign", campaign.id()).query(String.class).optional().stream()
                .mapToInt(code -> Integer.parseInt(code.substring(1)))
                .findFirst()
                .orElse(0);
        var id = Ids.next();
        jdbc.sql(INSERT)
                .param("id", id)
                .param("campaign", campaign.id())
                .param("code_now", campaign.code().value())
                .param("code", "P%03d".formatted(last + 1))
                .param("unit", given.unit())
                .param("credit", given.creditCode())
                .param("nature", given.nature().name())
                .param("title", given.title())
                .param("place", given.place().value())
                .param("seats", given.seats())
                .param("reserved", given.reserved())
                .param("conditions", given.conditions())
                .param("abilities", given.abilities().toArray(String[]::new))
                .param("paper", given.paper())
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.signed())
                .param("account", by.account())
                .update();
        return id;
    }

    void check(PlacementPost post, boolean published, Actor.Office by) {
        jdbc.sql(CHECK)
                .param("published", published)
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.signed())
                .param("account", by.account())
                .param("id", post.id())
                .update();
    }

    /** How many posts of a report nobody has checked. */
    long waiting(UUID campaign, String paper) {
        return jdbc.sql(WAITING)
                .param("campaign", campaign)
                .param("paper", paper)
                .query(Long.class)
                .single();
    }

    /** How many were checked. */
    int checkAll(CheckPosts.Command given, boolean published, Actor.Office by) {
        var own = jdbc.sql(REPORTERS).param("campaign", given.campaign()).query(UUID.class).list().stream()
                .filter(by::speaksFor)
                .toArray(UUID[]::new);
        return jdbc.sql(CHECK_ALL)
                .param("published", published)
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.signed())
                .param("account", by.account())
                .param("campaign", given.campaign())
                .param("posts", given.posts().toArray(UUID[]::new))
                .param("paper", given.paper())
                .param("own", own)
                .update();
    }

    /** One that says the same but for its seats. */
    Optional<ReportPost.Outcome> alike(UUID campaign, ReportPost.Details given) {
        return jdbc.sql(ALIKE)
                .param("campaign", campaign)
                .param("credit", given.creditCode())
                .param("title", given.title())
                .param("place", given.place().value())
                .param("conditions", given.conditions())
                .param("abilities", given.abilities().toArray(String[]::new))
                .param("paper", given.paper())
                .query(ReportPost.Outcome.AlreadyReported.class)
                .optional()
                .map(one -> one);
    }

    void withdraw(PlacementPost post, String why) {
        jdbc.sql(WITHDRAW).param("why", why).param("id", post.id()).update();
    }

    void raise(PlacementPost post, int seats, String paper, Actor.Office by) {
        jdbc.sql(RAISE).param("seats", seats).param("id", post.id()).update();
        jdbc.sql(NOTE)
                .param("id", Ids.next())
                .param("before", post.seats())
                .param("after", seats)
                .param("paper", paper)
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.signed())
                .param("post", post.id())
                .update();
    }
}
