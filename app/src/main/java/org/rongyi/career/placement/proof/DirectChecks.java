package org.rongyi.career.placement.proof;

import java.util.Arrays;

/** Looks 直通安置 through: each once, at a post that exists, within its open seats, wishing for nothing and refused for nothing that is his. */
final class DirectChecks {

    private DirectChecks() {}

    /** By candidate, the post; −1 for who has none. */
    static int[] of(Campaign campaign, Numbered<Campaign.Post> posts, Numbered<Campaign.Candidate> candidates) {
        var post = new int[candidates.all().size()];
        Arrays.fill(post, Numbered.NOBODY);
        var direct = campaign.direct();
        if (direct == null) {
            return post;
        }
        Checks.text("direct.pilot", direct.pilot());
        Checks.require(Campaign.Direct.NAMES.contains(direct.name()), "direct.name", "没有这个叫法：" + direct.name());
        var taken = new int[posts.all().size()];
        for (int i = 0; i < direct.placed().size(); i++) {
            var one = direct.placed().get(i);
            var place = "direct.placed[" + i + "]";
            int who = candidates.of(one.candidate());
            int at = posts.of(one.post());
            Checks.require(who != Numbered.NOBODY, place + ".candidate", "没有这个编号：" + one.candidate());
            Checks.require(at != Numbered.NOBODY, place + ".post", "没有这个编号：" + one.post());
            Checks.text(place + ".reason", one.reason());
            Checks.require(post[who] == Numbered.NOBODY, place + ".candidate", "写了两次：" + one.candidate());
            post[who] = at;
            var offered = posts.all().get(at);
            Checks.require(
                    ++taken[at] <= offered.seats() - offered.reserved(), place + ".post", "超过了岗位数：" + one.post());
            Checks.require(!offered.refused().containsKey(one.candidate()), place + ".post", "资格审查没有通过");
            Checks.require(candidates.all().get(who).wishes().isEmpty(), place + ".candidate", "不再参加后面的选岗，没有志愿");
        }
        for (int i = 0; i < campaign.costs().size(); i++) {
            int who = candidates.of(campaign.costs().get(i).candidate());
            Checks.require(
                    who == Numbered.NOBODY || post[who] == Numbered.NOBODY,
                    "costs[" + i + "].candidate",
                    "已经直通安置的，没有代价");
        }
        return post;
    }
}
