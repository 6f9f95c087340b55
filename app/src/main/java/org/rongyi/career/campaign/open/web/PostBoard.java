package org.rongyi.career.campaign.open.web;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.list.PostList;
import org.rongyi.career.campaign.run.Runs;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Slice;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** 公布的岗位, with how many of their seats have somebody: none before a result is approved. */
@Component
public class PostBoard {

    private final PostList list;
    private final PlacementPosts posts;
    private final Runs runs;
    private final Divisions divisions;

    PostBoard(PostList list, PlacementPosts posts, Runs runs, Divisions divisions) {
        this.list = list;
        this.posts = posts;
        this.runs = runs;
        this.divisions = divisions;
    }

    /**
     * @param place in words
     * @param filled how many seats have somebody; the rest is left
     */
    public record Post(PlacementPost post, String place, long filled) {

        public long left() {
            return post.seats() - filled;
        }
    }

    Slice<Post> posts(CampaignRecord campaign, String text, @Nullable Cursor<String> after) {
        var filled = filled(campaign);
        var slice = list.page(campaign.id(), PostList.Filter.shown(text), after);
        var rows = slice.rows().stream()
                .map(post -> new Post(post, divisions.fullName(post.place()), filled.getOrDefault(post.id(), 0)))
                .toList();
        return new Slice<>(rows, slice.next());
    }

    /** 岗位：招 12 人 = 已有人选 7 + 还空 5. */
    String sum(CampaignRecord campaign) {
        long seats = posts.sums(campaign.id()).published();
        long filled =
                filled(campaign).values().stream().mapToLong(Integer::longValue).sum();
        return "岗位：招 " + Words.number(seats) + " 人 = 已有人选 " + Words.number(filled) + " + 还空 "
                + Words.number(seats - filled);
    }

    private Map<UUID, Integer> filled(CampaignRecord campaign) {
        return runs.valid(campaign.id())
                .filter(Runs.Run::isApproved)
                .map(run -> runs.filled(run.id()))
                .orElse(Map.of());
    }
}
