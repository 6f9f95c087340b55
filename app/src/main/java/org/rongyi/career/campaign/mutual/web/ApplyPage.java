package org.rongyi.career.campaign.mutual.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.mutual.Phase;
import org.rongyi.career.campaign.mutual.Picks;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;

/**
 * 申请岗位, by himself or at the counter.
 *
 * @param own whether he looks himself
 * @param applied the posts he applies for, the first first
 * @param counted how many of these count for the least and the most
 * @param enough whether the units see them
 * @param shown a page of the posts that are for him
 * @param from where this page begins
 * @param found how many were looked for
 * @param refused why something was not done; empty for nothing
 */
public record ApplyPage(
        MutualView view,
        Candidate whom,
        boolean own,
        List<PlacementPost> applied,
        long counted,
        boolean enough,
        List<PlacementPost> shown,
        Map<DivisionCode, String> places,
        String words,
        int from,
        int found,
        String refused)
        implements Page {

    static final int PAGE = 20;

    public ApplyPage {
        applied = List.copyOf(applied);
        shown = List.copyOf(shown);
    }

    @Override
    public String title() {
        return own ? "网上双选" : "网上双选：" + whom.name();
    }

    @Override
    public List<Crumb> crumbs() {
        var plan = view.campaign().plan();
        return own
                ? List.of(
                        new Crumb("我的安置活动", "/me/campaigns"),
                        new Crumb(
                                plan.title(), "/me/campaigns/" + view.campaign().id()))
                : List.of(new Crumb(whom.name(), "/persons/" + whom.person()));
    }

    public String path() {
        return path(view.campaign().id(), whom.id(), own);
    }

    static String path(UUID campaign, UUID candidate, boolean own) {
        return own ? "/me/campaigns/" + campaign + "/online" : "/campaigns/" + campaign + "/online/" + candidate;
    }

    public boolean isOpen() {
        return view.phase() == Phase.APPLYING;
    }

    /** Who has taken him; empty while nobody has. */
    public String takenBy() {
        return Picks.of(view.picks(), whom.id())
                .map(one -> view.post(one.post()) + "，" + view.when(one))
                .orElse("");
    }

    public boolean isApplied(PlacementPost post) {
        return applied.stream().anyMatch(one -> one.id().equals(post.id()));
    }

    public List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("现在", view.standing()));
        facts.add(Fact.of("代号", whom.pseudonym() + "（单位选定以前只看得到代号，看不到姓名）"));
        facts.add(Fact.of("申请了", Words.number(applied.size()) + " 个，其中机关、参公单位的 " + counted + " 个"));
        return List.copyOf(facts);
    }

    /** What is missing for the units to see him; empty where nothing is. */
    public String notEnough() {
        if (enough || applied.isEmpty() && !isOpen()) {
            return "";
        }
        var least = "机关、参公单位的岗位至少申请 " + view.rule().least() + " 个，现在 " + counted + " 个";
        return isOpen() ? least + "：不够的单位看不到，请再申请" : least + "：单位看不到，进入方案的下一种方式";
    }

    public String place(PlacementPost post) {
        return places.getOrDefault(post.place(), "");
    }

    public @Nullable String next() {
        return from + PAGE < found ? at(from + PAGE) : null;
    }

    public @Nullable String previous() {
        return from > 0 ? at(Math.max(0, from - PAGE)) : null;
    }

    private String at(int start) {
        return path() + "?from=" + start + "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
