package org.rongyi.career.campaign.pairs;

import java.util.Optional;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.placement.proof.Way;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 指令性分配的规模: a cost stands in the file for each person and each post he may be sent to. Where these are more than a campaign holds, each person has
 * his nearest posts and some that are spread out; where even those are too many the plan is not approved, and nobody and nothing more is taken in. How
 * many that is stands in the plan's {@code DirectiveTerms}.
 */
@Component
public class PairLimit {

    private static final String SIZE = """
            select (select count(*) from campaign.candidate c where c.campaign_id = :id and c.left_at is null) as people,
                   (select count(*) from campaign.post p where p.campaign_id = :id and p.state <> 'WITHDRAWN') as posts
            """;

    private final DirectivePolicy terms;
    private final JdbcClient jdbc;

    PairLimit(DirectivePolicy terms, JdbcClient jdbc) {
        this.terms = terms;
        this.jdbc = jdbc;
    }

    /**
     * What holds for a campaign.
     *
     * @param most pairs of a campaign; up to so many, all are reckoned with
     * @param near of each person, the cheapest posts
     * @param spread of each person, further posts; at least one, or seats would be within nobody's reach
     */
    public record Limit(int most, int near, int spread) {

        public boolean holdsAll(long people, long posts) {
            return people * posts <= most;
        }

        long pairs(long people, long posts) {
            return holdsAll(people, posts) ? people * posts : people * Math.min(posts, (long) near + spread);
        }

        /** What is too large, and what to do; nothing where it can be reckoned. */
        Optional<String> trouble(long people, long posts, boolean isFrozen) {
            long pairs = pairs(people, posts);
            if (pairs <= most) {
                return Optional.empty();
            }
            return Optional.of(Way.DIRECTIVE.zh() + "要给每名参加人和他可能去的岗位各算一个费用：参加人 " + people + " 名、岗位 " + posts
                    + " 个，每人只算 " + Math.min(posts, (long) near + spread) + " 个岗位也有 " + pairs + " 个，超过一次活动最多的 " + most
                    + " 个，到时算不出来。"
                    + (isFrozen
                            ? "方案已经审定，不能再加人、加岗位；还要加的，放到下一次活动里办"
                            : "请把参加人或者岗位分成几次活动办，或者去掉" + Way.DIRECTIVE.zh() + "，或者请省厅在“政策参数”里把每人算的岗位调少"));
        }
    }

    /** What a campaign holds, counted once for all that is to be added, and how much it may hold. */
    public static final class Size {

        private final Limit limit;
        private final long people;
        private final long posts;
        private final boolean isFrozen;

        private Size(Limit limit, long people, long posts, boolean isFrozen) {
            this.limit = limit;
            this.people = people;
            this.posts = posts;
            this.isFrozen = isFrozen;
        }

        /** Why so many more could not be reckoned. */
        public Optional<String> trouble(int morePeople, int morePosts) {
            return limit.trouble(people + morePeople, posts + morePosts, isFrozen);
        }
    }

    public Limit of(CampaignRecord one) {
        var directive = terms.of(one);
        return new Limit(directive.most(), directive.near(), directive.spread());
    }

    /** Why what is there could not be reckoned. */
    public Optional<String> trouble(CampaignRecord one) {
        return trouble(one, 0, 0);
    }

    /** The same with so many more. */
    public Optional<String> trouble(CampaignRecord one, int people, int posts) {
        return size(one).flatMap(size -> size.trouble(people, posts));
    }

    /** Nothing where the plan has no directive round: then as many as may be. */
    public Optional<Size> size(CampaignRecord one) {
        return one.plan().ways().contains(Way.DIRECTIVE)
                ? jdbc.sql(SIZE)
                        .param("id", one.id())
                        .query((row, n) -> new Size(
                                of(one), row.getLong("people"), row.getLong("posts"), !one.isIn(CampaignStage.DRAFT)))
                        .optional()
                : Optional.empty();
    }
}
