package org.rongyi.career.campaign.open.web;

import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.after.Moves;
import org.rongyi.career.campaign.direct.DirectPolicy;
import org.rongyi.career.campaign.direct.DirectSeats;
import org.rongyi.career.campaign.list.PostList;
import org.rongyi.career.campaign.pairs.Abilities;
import org.rongyi.career.campaign.run.Runs;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Slice;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** 公布的岗位, with how many of their seats have somebody: before a result is approved those of 直通安置 alone. */
@Component
public class PostBoard {

    private final PostList list;
    private final PlacementPosts posts;
    private final Runs runs;
    private final Moves moves;
    private final DirectSeats direct;
    private final Abilities abilities;
    private final Divisions divisions;

    PostBoard(
            PostList list,
            PlacementPosts posts,
            Runs runs,
            Moves moves,
            DirectSeats direct,
            Abilities abilities,
            Divisions divisions) {
        this.list = list;
        this.posts = posts;
        this.runs = runs;
        this.moves = moves;
        this.direct = direct;
        this.abilities = abilities;
        this.divisions = divisions;
    }

    /**
     * @param place in words
     * @param abilities in words; empty where it asks for none
     * @param filled how many seats have somebody
     * @param held agreed on by 直通安置 and not settled yet; the rest is left
     */
    public record Post(PlacementPost post, String place, String abilities, long filled, long held) {

        public long left() {
            return post.seats() - filled - held;
        }
    }

    /**
     * How many seats have somebody.
     *
     * @param filled by post: by the approved result, 直通安置 included, and what was moved since; before it by 直通安置 alone
     * @param direct what 直通安置 has settled or holds
     * @param isDone whether a result is approved: nothing is held any more
     */
    private record Standing(
            Map<UUID, Integer> filled, Map<UUID, DirectSeats.Taken> direct, Map<UUID, Integer> moved, boolean isDone) {

        int filledOf(UUID post) {
            return isDone ? filled.getOrDefault(post, 0) : settledOf(post);
        }

        /** Of who is there: who came directly and was moved since is not. */
        int settledOf(UUID post) {
            var taken = direct.get(post);
            int settled = taken == null ? 0 : taken.settled();
            return isDone ? Math.min(settled + moved.getOrDefault(post, 0), filled.getOrDefault(post, 0)) : settled;
        }

        int heldOf(UUID post) {
            var taken = direct.get(post);
            return taken == null || isDone ? 0 : taken.held();
        }
    }

    Slice<Post> posts(CampaignRecord campaign, String text, @Nullable Cursor<String> after) {
        var standing = standing(campaign);
        var slice = list.page(campaign.id(), PostList.Filter.shown(text), after);
        return new Slice<>(
                slice.rows().stream().map(post -> post(post, standing)).toList(), slice.next());
    }

    /** All of them in the same order, inside the caller's transaction. */
    void each(CampaignRecord campaign, String text, Consumer<Post> to) {
        var standing = standing(campaign);
        list.each(campaign.id(), PostList.Filter.shown(text), post -> to.accept(post(post, standing)));
    }

    private Post post(PlacementPost post, Standing standing) {
        return new Post(
                post,
                divisions.fullName(post.place()),
                abilities.words(post.abilities()),
                standing.filledOf(post.id()),
                standing.heldOf(post.id()));
    }

    /** 岗位：招 12 人 = 已有人选 7（其中直通安置 1）+ 按意向留着 1 + 还空 4. */
    String sum(CampaignRecord campaign) {
        var standing = standing(campaign);
        long seats = posts.sums(campaign.id()).published();
        long direct = sum(standing.direct(), standing::settledOf);
        long held = sum(standing.direct(), standing::heldOf);
        long filled = standing.isDone() ? sum(standing.filled(), standing::filledOf) : direct;
        return "岗位：招 " + Words.number(seats) + " 人 = 已有人选 " + Words.number(filled)
                + (direct == 0 ? "" : "（其中" + DirectPolicy.name(campaign) + " " + Words.number(direct) + "）")
                + (held == 0 ? "" : " + 按意向留着 " + Words.number(held)) + " + 还空 "
                + Words.number(seats - filled - held);
    }

    private static long sum(Map<UUID, ?> posts, ToLongFunction<UUID> of) {
        return posts.keySet().stream().mapToLong(of).sum();
    }

    private Standing standing(CampaignRecord campaign) {
        boolean isDone = runs.valid(campaign.id()).filter(Runs.Run::isApproved).isPresent();
        return new Standing(
                isDone ? moves.seated(campaign.id()) : Map.of(),
                direct.taken(campaign.id()),
                isDone ? moves.direct(campaign.id()) : Map.of(),
                isDone);
    }
}
