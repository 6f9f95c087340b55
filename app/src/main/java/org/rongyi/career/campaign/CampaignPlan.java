package org.rongyi.career.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.rongyi.career.placement.proof.Priority;
import org.rongyi.career.placement.proof.Tie;
import org.rongyi.career.placement.proof.Way;

/**
 * 安置活动方案: what is announced before anybody wishes. It is frozen when the group approves it.
 *
 * @param ways one after another
 * @param ties between equal scores; the draw comes after them
 * @param least wishes somebody has to give
 * @param noticeDays working days on which posts and scores are shown
 * @param opens from this instant on lists of wishes are taken
 * @param closes from this instant on none is
 * @param silent what is done when a source of the draw says nothing, in the words announced
 * @param sources public random values named beforehand, each with the time at which it speaks, not before wishes close and within thirty days ({@link SourceTime})
 */
public record CampaignPlan(
        String title,
        List<Way> ways,
        List<Tie> ties,
        Priority priority,
        int least,
        int most,
        int noticeDays,
        Instant opens,
        Instant closes,
        String silent,
        List<String> sources) {

    public static final int FEWEST_SOURCES = 2;
    public static final int MOST_SOURCES = 9;
    public static final int MOST_WISHES = 50;
    public static final int MOST_NOTICE_DAYS = 60;

    /** 系统默认，待业务确认: the result waits for the sources, so none may speak long after wishes close; a month holds every public draw and quotation. */
    private static final Duration LATEST_SOURCE = Duration.ofDays(30);

    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST = 200;
    private static final Duration FARTHEST = Duration.ofDays(730);

    public CampaignPlan {
        ways = List.copyOf(ways);
        ties = List.copyOf(ties);
        sources = List.copyOf(sources);
    }

    /**
     * Whether posts may be chosen before everybody's eyes: 积分选岗 comes first, and after it only what needs no wishes, since what was chosen
     * takes the place of the sealed lists.
     */
    public boolean mayBeLive() {
        return ways.getFirst() == Way.BY_SCORE && ways.stream().skip(1).allMatch(way -> way == Way.DIRECTIVE);
    }

    /**
     * Whether 双向选择 may be held online: it comes first, and after it only what needs no wishes, since what was taken is in their place. A kept seat
     * goes by the order of all, which a unit that takes at once cannot know.
     */
    public boolean mayBeOnline() {
        return ways.getFirst() == Way.TWO_SIDED
                && ways.stream().skip(1).allMatch(way -> way == Way.DIRECTIVE)
                && priority != Priority.RESERVED;
    }

    /**
     * How many wishes somebody has to give.
     *
     * @param open how many posts are open to him: who is refused for the others gives as many as there are
     */
    public int leastOf(int open) {
        return Math.min(least, open);
    }

    /** What is not right yet, and in which field of the form. */
    public record Wanting(String field, String why) {}

    Optional<Wanting> wanting(Instant now) {
        if (title.isBlank() || title.length() > LONGEST_TITLE) {
            return wanting("title", "请写明活动的名称，不超过 60 字");
        }
        if (ways.isEmpty() || isTwice(ways)) {
            return wanting("way1", "请至少选一种安置方式，同一种不选两次");
        }
        if (isTwice(ties)) {
            return wanting("tie1", "同一条不选两次");
        }
        if (noticeDays < 1 || noticeDays > MOST_NOTICE_DAYS) {
            return wanting("noticeDays", "公示的工作日应在 1 到 60 天之间");
        }
        if (least < 1 || most < least || most > MOST_WISHES) {
            return wanting("most", "志愿最少 1 个，最多 50 个，最多的不能比最少的少");
        }
        return wantingTimes(now).or(this::wantingDraw);
    }

    private Optional<Wanting> wantingTimes(Instant now) {
        if (opens.isBefore(now) || opens.isAfter(now.plus(FARTHEST))) {
            return wanting("opensOn", "开始填报的时间应在现在以后、两年以内");
        }
        if (!closes.isAfter(opens) || closes.isAfter(opens.plus(FARTHEST))) {
            return wanting("closesOn", "截止的时间应在开始以后");
        }
        return Optional.empty();
    }

    /** Of the sources of the draw, and of what is done when one stays silent. */
    Optional<Wanting> wantingDraw() {
        if (sources.size() < FEWEST_SOURCES || sources.size() > MOST_SOURCES || isTwice(sources)) {
            return wanting("sources", "请写 2 到 9 个公开的随机来源，每行一个，写明是什么、哪天的；不重复");
        }
        if (sources.stream().anyMatch(one -> one.isBlank() || one.length() > LONGEST)) {
            return wanting("sources", "每个来源不超过 200 字");
        }
        for (var source : sources) {
            var speaks = SourceTime.of(source);
            if (speaks.isEmpty()) {
                return wanting("sources", "“" + source + "”没有写明几点公布：每行先写日期和时间，例如 2026-12-20 21:30 双色球开奖号码");
            }
            if (speaks.get().isBefore(closes)) {
                return wanting("sources", "“" + source + "”在填报截止以前就公布了，名单和志愿要先定下来：请换成截止以后公布的");
            }
            if (speaks.get().isAfter(closes.plus(LATEST_SOURCE))) {
                return wanting("sources", "“" + source + "”要到填报截止 30 天以后才公布，结果要一直等它：请换成截止以后 30 天以内公布的");
            }
        }
        if (silent.isBlank() || silent.length() > LONGEST) {
            return wanting("silent", "请写明来源没有公布数值时怎么办，不超过 200 字");
        }
        return Optional.empty();
    }

    private static boolean isTwice(List<?> all) {
        return new HashSet<>(all).size() < all.size();
    }

    private static Optional<Wanting> wanting(String field, String why) {
        return Optional.of(new Wanting(field, why));
    }
}
