package org.rongyi.career.campaign.live.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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
 */
public record LiveView(
        CampaignRecord campaign,
        LiveSession session,
        List<LiveTurn> turns,
        Optional<LiveTurn> current,
        Duration left,
        List<PlacementPost> posts,
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
        if (isWaiting()) {
            return "还没有开始";
        }
        if (isOver()) {
            return "选岗结束：选定 " + chosen() + " 人，没有选的 " + (turns.size() - chosen()) + " 人";
        }
        if (session.paused() != null) {
            return "暂停：" + Objects.requireNonNull(session.pauseWhy());
        }
        return current.map(turn -> "第 " + turn.position() + " 位（" + turn.pseudonym() + "）正在选，" + leftWords())
                .orElse("正在收尾");
    }

    public String leftWords() {
        long seconds = Math.max(0, left.toSeconds());
        return "还有 " + seconds / SECONDS + " 分 " + seconds % SECONDS + " 秒";
    }

    public long chosen() {
        return turns.stream().filter(one -> one.post() != null).count();
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
        return Objects.requireNonNull(turn.how()).zh() + (words == null ? "" : "（" + words + "）");
    }

    public String post(LiveTurn turn) {
        var post = turn.post();
        return post == null ? "—" : name(post) + (turn.kept() ? "（预留）" : "");
    }

    public String when(LiveTurn turn) {
        return Words.moment(Objects.requireNonNull(turn.ended()));
    }

    public String rest(PlacementPost post) {
        int open = seats.open(post.id());
        int kept = seats.kept(post.id());
        return kept == 0 && post.reserved() == 0 ? open + "" : open + "，预留 " + kept;
    }

    public boolean isFull(PlacementPost post) {
        return seats.open(post.id()) + seats.kept(post.id()) == 0;
    }

    public int seatsLeft() {
        return posts.stream()
                .mapToInt(post -> seats.open(post.id()) + seats.kept(post.id()))
                .sum();
    }

    private String name(UUID post) {
        return posts.stream()
                .filter(one -> one.id().equals(post))
                .map(one -> one.unit() + " " + one.title())
                .findFirst()
                .orElse("");
    }
}
