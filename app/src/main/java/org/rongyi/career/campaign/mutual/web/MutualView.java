package org.rongyi.career.campaign.mutual.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.Selection;
import org.rongyi.career.campaign.direct.DirectPolicy;
import org.rongyi.career.campaign.direct.DirectSeats;
import org.rongyi.career.campaign.mutual.Phase;
import org.rongyi.career.campaign.mutual.Pick;
import org.rongyi.career.campaign.mutual.Picks;
import org.rongyi.platform.ui.Words;

/**
 * 网上双选 as it stands: what anybody may see.
 *
 * @param picks the first first
 * @param direct by post, what 直通安置 has settled
 */
public record MutualView(
        CampaignRecord campaign,
        Selection.Online rule,
        Phase phase,
        List<PlacementPost> posts,
        List<Pick> picks,
        Map<UUID, DirectSeats.Taken> direct) {

    public MutualView {
        posts = List.copyOf(posts);
        picks = List.copyOf(picks);
        direct = Map.copyOf(direct);
    }

    public String standing() {
        return phase.words(campaign);
    }

    public int taken(PlacementPost post) {
        return Picks.taken(picks, post.id());
    }

    /** 2（第 3、7 个）: how many, and which of the list of those who were taken. */
    public String takenWords(PlacementPost post) {
        var positions = picks.stream()
                .filter(one -> one.post().equals(post.id()))
                .map(one -> Integer.toString(one.position()))
                .toList();
        return positions.isEmpty() ? "0" : positions.size() + "（第 " + String.join("、", positions) + " 个）";
    }

    public int left(PlacementPost post) {
        return post.seats() - taken(post) - direct(post.id());
    }

    public int seats() {
        return posts.stream().mapToInt(PlacementPost::seats).sum();
    }

    /** 岗位 = 直通安置 + 已选定 + 还空. */
    public String sum() {
        int settled = posts.stream().mapToInt(post -> direct(post.id())).sum();
        return "共 " + Words.number(seats()) + " 人："
                + (settled == 0 ? "" : DirectPolicy.name(campaign) + " " + Words.number(settled) + " 人，") + "已选定 "
                + Words.number(picks.size()) + " 人，还空 " + Words.number(seats() - settled - picks.size()) + " 人";
    }

    private int direct(UUID post) {
        var settled = direct.get(post);
        return settled == null ? 0 : settled.settled();
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
