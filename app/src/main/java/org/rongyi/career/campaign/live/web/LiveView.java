package org.rongyi.career.campaign.live.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.live.LiveSession;
import org.rongyi.career.campaign.live.LiveTurn;
import org.rongyi.career.campaign.live.SeatsLeft;
import org.rongyi.platform.ui.Words;

/**
 * What everybody may see of a live session, at one moment.
 *
 * @param left of the turn that runs
 * @param names of the posts, with their units
 */
public record LiveView(
        CampaignRecord campaign,
        LiveSession session,
        List<LiveTurn> turns,
        Optional<LiveTurn> current,
        Duration left,
        List<PlacementPost> posts,
        Map<UUID, String> names,
        SeatsLeft seats,
        Instant now) {

    private static final int SOON = 3;
    private static final int SECONDS = 60;

    public boolean isWaiting() {
        return session.started() == null;
    }

    public boolean isOver() {
        return session.ended() != null;
    }

    /** How it stands, in one sentence. */
    public String standing() {
        if (campaign.calledOff() != null) {
            return "活动已停办：" + campaign.calledOff();
        }
        if (isWaiting()) {
            return "还没有开始，" + Words.moment(session.startsAt()) + "以后开始";
        }
        if (isOver()) {
            return "选岗结束：选定 " + chosen() + " 人，没有选的 " + (turns.size() - chosen()) + " 人";
        }
        if (session.paused() != null) {
            return "暂停：" + Objects.requireNonNull(session.pauseWhy());
        }
        return current.map(turn -> "第 " + turn.position() + " 位（" + turn.pseudonym() + "）"
                        + (turn.absent() == null ? "正在选，" : "点名未到，等他，") + leftWords())
                .orElse("正在收尾");
    }

    public String leftWords() {
        long seconds = Math.max(0, left.toSeconds());
        return "还有 " + seconds / SECONDS + " 分 " + seconds % SECONDS + " 秒";
    }

    public long chosen() {
        return turns.stream().filter(one -> one.post() != null).count();
    }

    /** Whether there is anything to wait for. */
    public boolean goesOn() {
        return !isOver() && campaign.calledOff() == null;
    }

    /** Whether names are called. */
    public boolean callsRoll() {
        return session.isRunning() && session.absentSeconds() != null;
    }

    /** 备选区: who comes next, in words. */
    public String nextWords() {
        return next().stream()
                .map(turn -> "第 " + turn.position() + " 位（" + turn.pseudonym() + (turn.absent() == null ? "" : "，点名未到")
                        + "）")
                .collect(Collectors.joining("、"));
    }

    /** 备选区: who comes next. */
    public List<LiveTurn> next() {
        return turns.stream()
                .filter(one -> one.ended() == null)
                .skip(1)
                .limit(SOON)
                .toList();
    }

    /** Those that are over, the latest first. */
    public List<LiveTurn> over() {
        return turns.stream().filter(one -> one.ended() != null).toList().reversed();
    }

    public String what(LiveTurn turn) {
        var words = turn.words();
        var absent = turn.absentWords();
        return Objects.requireNonNull(turn.how()).zh()
                + (words == null ? "" : "（" + words + "）")
                + (absent == null ? "" : "；点名未到（" + absent + "）");
    }

    public String post(LiveTurn turn) {
        var post = turn.post();
        return post == null ? "—" : names.getOrDefault(post, "") + (turn.kept() ? "（预留）" : "");
    }

    public String when(LiveTurn turn) {
        return Words.moment(Objects.requireNonNull(turn.ended()));
    }

    public String rest(PlacementPost post) {
        int open = seats.open(post.id());
        int kept = seats.kept(post.id());
        return post.reserved() == 0 ? open + " 人" : open + " 人，另有预留 " + kept + " 人";
    }

    public boolean isFull(PlacementPost post) {
        return seats.open(post.id()) + seats.kept(post.id()) == 0;
    }

    public int seatsLeft() {
        return posts.stream()
                .mapToInt(post -> seats.open(post.id()) + seats.kept(post.id()))
                .sum();
    }

    /** The head of the chain: whoever writes it down finds out if a choice is changed afterwards. */
    public String chain() {
        return turns.stream()
                .map(LiveTurn::chain)
                .filter(Objects::nonNull)
                .reduce((one, next) -> next)
                .orElse("");
    }
}
