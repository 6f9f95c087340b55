package org.rongyi.career.campaign.live.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;

/**
 * 现场选岗, for somebody who takes part.
 *
 * @param refused posts that are not for him
 * @param kept whether kept seats are for him
 */
public record OwnLivePage(
        LiveView view, Candidate whom, Set<UUID> refused, boolean kept, String chosen, FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "现场选岗";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("我的安置活动", "/me/campaigns"),
                new Crumb(
                        view.campaign().plan().title(),
                        "/me/campaigns/" + view.campaign().id()));
    }

    public String path() {
        return "/me/campaigns/" + view.campaign().id() + "/live";
    }

    public boolean isHisTurn() {
        return view.session().paused() == null
                && view.current()
                        .filter(turn -> turn.candidate().equals(whom.id()))
                        .isPresent();
    }

    /** Whether he was absent at the roll-call and has not come since. */
    public boolean isMissed() {
        return view.callsRoll()
                && view.turns().stream()
                        .anyMatch(turn ->
                                turn.candidate().equals(whom.id()) && turn.ended() == null && turn.absent() != null);
    }

    /** Where he stands, in words. */
    public String standing() {
        var own = view.turns().stream()
                .filter(turn -> turn.candidate().equals(whom.id()))
                .findFirst();
        if (own.isEmpty()) {
            return "您的代号 " + whom.pseudonym() + "。" + (view.isWaiting() ? "次序在开始时公布" : "您没有列入这次选岗");
        }
        var turn = own.get();
        if (turn.ended() != null) {
            return turn.post() == null ? "您这一轮：" + view.what(turn) + "。没有岗位的，转入方案的下一种方式" : "您选定了：" + view.post(turn);
        }
        long ahead = view.turns().stream()
                .filter(one -> one.ended() == null && one.position() < turn.position())
                .count();
        return ahead == 0
                ? "轮到您了，" + view.leftWords()
                : "您排第 " + turn.position() + " 位（代号 " + whom.pseudonym() + "），前面还有 " + ahead + " 人";
    }

    public List<Option> options() {
        return view.posts().stream()
                .filter(post -> !refused.contains(post.id()))
                .filter(post -> view.seats().seat(post.id(), kept).isPresent())
                .map(post -> Option.of(
                        post.id().toString(),
                        post.code() + " " + post.unit() + " " + post.title(),
                        "还空 " + view.rest(post) + "；" + post.conditions()))
                .toList();
    }
}
