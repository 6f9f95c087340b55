package org.rongyi.career.campaign.mutual.web;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.mutual.Applicants;
import org.rongyi.career.campaign.mutual.Phase;
import org.rongyi.career.campaign.mutual.Pick;
import org.rongyi.career.campaign.mutual.Picks;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/**
 * 一个岗位的申请, for the unit that offers it: nobody is named before he is taken.
 *
 * @param applicants one page
 * @param words the pseudonym looked for
 * @param next where the next page begins; none on the last
 * @param names of whom this unit has taken, by candidate
 * @param refused why nobody was taken; empty for nothing
 */
public record RecruitPage(
        MutualView view,
        PlacementPost post,
        List<Applicants.Applicant> applicants,
        String words,
        @Nullable Integer next,
        Map<UUID, String> names,
        String refused)
        implements Page {

    private static final int YEAR = 365;

    public RecruitPage {
        applicants = List.copyOf(applicants);
        names = Map.copyOf(names);
    }

    @Override
    public String title() {
        return post.code() + " " + post.title();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("双选", "/recruiting"));
    }

    public String path() {
        return "/recruiting/" + post.id();
    }

    public boolean isShown() {
        return view.phase().isShown();
    }

    public boolean mayTake(Applicants.Applicant one) {
        return view.phase() == Phase.DECIDING && view.left(post) > 0 && pick(one) == null;
    }

    /** What became of somebody; empty while nobody has taken him. */
    public String fate(Applicants.Applicant one) {
        var pick = pick(one);
        if (pick == null) {
            return "";
        }
        return pick.post().equals(post.id()) ? "本岗位选定" : "已被别的岗位选定";
    }

    private @Nullable Pick pick(Applicants.Applicant one) {
        return Picks.of(view.picks(), one.candidate()).orElse(null);
    }

    /** Those this post has taken, the first first. */
    public List<Pick> taken() {
        return view.picks().stream().filter(one -> one.post().equals(post.id())).toList();
    }

    public String name(Pick one) {
        return names.getOrDefault(one.candidate(), "");
    }

    public String score(Applicants.Applicant one) {
        BigDecimal score = one.score();
        return score == null ? "不评分" : score.stripTrailingZeros().toPlainString();
    }

    public String served(Applicants.Applicant one) {
        return one.serviceDays() / YEAR + " 年";
    }

    public @Nullable String nextPath() {
        return next == null
                ? null
                : path() + "?after=" + next + "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
