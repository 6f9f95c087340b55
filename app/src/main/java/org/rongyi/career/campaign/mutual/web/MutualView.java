package org.rongyi.career.campaign.mutual.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.mutual.Phase;
import org.rongyi.career.campaign.mutual.Pick;
import org.rongyi.career.campaign.mutual.Picks;
import org.rongyi.platform.ui.Words;

/**
 * 网上双选 as it stands: what anybody may see.
 *
 * @param picks the first first
 */
public record MutualView(CampaignRecord campaign, Phase phase, List<PlacementPost> posts, List<Pick> picks) {

    public MutualView {
        posts = List.copyOf(posts);
        picks = List.copyOf(picks);
    }

    public CampaignRecord.Mutual rule() {
        return Objects.requireNonNull(campaign.mutual(), "shown where there is one");
    }

    public String standing() {
        return phase.words(campaign);
    }

    public int taken(PlacementPost post) {
        return Picks.taken(picks, post.id());
    }

    public int left(PlacementPost post) {
        return post.seats() - taken(post);
    }

    public int seats() {
        return posts.stream().mapToInt(PlacementPost::seats).sum();
    }

    /** 岗位 = 已选定 + 还空. */
    public String sum() {
        return "共 " + Words.number(seats()) + " 人：已选定 " + Words.number(picks.size()) + " 人，还空 "
                + Words.number(seats() - picks.size()) + " 人";
    }

    /** The latest first. */
    public List<Pick> latest() {
        return picks.reversed();
    }

    /** The head of the chain; empty before anybody is taken. */
    public String head() {
        return picks.isEmpty() ? "" : picks.getLast().chain();
    }

    public String post(UUID id) {
        return posts.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(one -> one.code() + " " + one.unit() + " " + one.title())
                .orElse("");
    }

    public String how(Pick one) {
        return one.paper() == null ? one.how().zh() : one.how().zh() + "：" + one.paper();
    }

    public String when(Pick one) {
        return Words.moment(one.at());
    }
}
