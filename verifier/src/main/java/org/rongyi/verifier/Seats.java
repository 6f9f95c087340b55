package org.rongyi.verifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.rongyi.verifier.Json.Obj;

/**
 * The rounds of a campaign: each with those still without a post, and with the seats still left. Of post {@code p} the open ones have the number {@code 2p},
 * those kept for who has priority {@code 2p + 1}. Holds what the steps claim against the rules, and says what steps and lines must be.
 */
final class Seats {

    /** By candidate, what the file says of him: the round from 1, the post, the kind. */
    final int[] round;

    final int[] post;
    final boolean[] kept;
    final List<Obj> rounds = new ArrayList<>();
    /** By candidate, which wish came true, from 1. */
    final int[] wish;

    private final Campaign in;
    private final Turns turns;
    private final int[] left;
    /** By round, what must be told of a candidate who took part in it. */
    private final List<Out.Element> telling = new ArrayList<>();

    private boolean keeps;

    Seats(Campaign in, Turns turns, List<?> steps, Map<String, Integer> posts) {
        this.in = in;
        this.turns = turns;
        round = new int[in.candidates.size()];
        post = new int[round.length];
        kept = new boolean[round.length];
        wish = new int[round.length];
        for (int i = 0; i < round.length; i++) {
            var at = "steps[" + i + "]";
            if (i == steps.size() || !(steps.get(i) instanceof Obj step)) {
                throw new Rejected(at, "少了一项 · missing: " + in.candidates.get(i).id());
            }
            Json.compare(at + ".candidate", in.candidates.get(i).id(), step.get("candidate"));
            round[i] = Fields.whole(at + ".round", step.get("round"));
            post[i] = step.get("post") == null ? -1 : Fields.number(at + ".post", step.get("post"), posts);
            kept[i] = Fields.truth(at + ".kept", step.get("kept"));
            requireDirect(i);
            if (round[i] > in.rounds.size() || (round[i] == 0 && !isDirect(i)) != (post[i] < 0)) {
                throw new Rejected(at + ".round", "没有这一轮，或与岗位不符 · no such round, or not that of a post");
            }
        }
        if (steps.size() > round.length) {
            throw new Rejected("steps[" + round.length + "]", "多出一项 · one too many");
        }
        left = new int[2 * in.posts.size()];
        for (int p = 0; p < in.posts.size(); p++) {
            left[2 * p] = in.posts.get(p).seats() - in.posts.get(p).reserved() - in.direct.taken(p);
            left[2 * p + 1] = in.posts.get(p).reserved();
        }
        keeps = in.priority.equals("reserved");
    }

    private boolean isDirect(int i) {
        return in.direct.post.containsKey(in.candidates.get(i).id());
    }

    /** Who has a post before the rounds begin has this one, and takes part in none. */
    private void requireDirect(int i) {
        if (isDirect(i)
                && (round[i] != 0
                        || kept[i]
                        || post[i] != in.direct.post.get(in.candidates.get(i).id()))) {
            throw new Rejected(post(i), "直通安置的岗位不是这个，或又参加了选岗 · is not the post he had before, or he took part");
        }
    }

    /** @param found the rounds of the file, whose prices are looked at */
    void check(List<?> found) {
        for (int number = 1; number <= in.rounds.size(); number++) {
            int now = number;
            var way = in.rounds.get(number - 1);
            int[] who = Arrays.stream(turns.order)
                    .filter(i -> !isDirect(i) && (round[i] == 0 || round[i] >= now))
                    .toArray();
            if (way.equals("directive")) {
                byCost(now, who, number <= found.size() ? found.get(number - 1) : null);
            } else {
                byWish(now, way, who);
            }
        }
    }

    /** Writes the rounds a candidate took part in, as they must be told. None of who had his post before them. */
    void tell(Out out, int i) {
        int all = isDirect(i) ? 0 : round[i] == 0 ? telling.size() : round[i];
        out.as("[");
        for (int number = 0; number < all; number++) {
            out.as(number == 0 ? "" : ",");
            telling.get(number).write(out, i);
        }
        out.as("]");
    }

    /** Seats of a post that are left after all rounds. */
    int left(int p) {
        return left[2 * p] + left[2 * p + 1];
    }

    private void byWish(int now, String way, int[] who) {
        var choices = new int[who.length][];
        var ranks = new int[who.length][];
        var taken = new int[who.length];
        var counted = new int[left.length];
        for (int k = 0; k < who.length; k++) {
            choose(who[k], k, way, choices, ranks);
            taken[k] = -1;
            if (round[who[k]] == now) {
                taken[k] = taken(who[k], choices[k], ranks[k]);
                int seat = choices[k][taken[k]];
                wish[who[k]] = wish(who[k]);
                if (++counted[seat] > left[seat]) {
                    throw new Rejected(post(who[k]), "超过了这一轮的岗位数 · more than the seats of the round");
                }
            }
        }
        var market = new Market(left.clone(), choices, ranks, taken);
        for (int k = 0; k < who.length; k++) {
            int missed = market.missed(k);
            if (missed >= 0) {
                throw new Rejected(
                        post(who[k]),
                        "更想去、也该轮到他的岗位没有给他 · was due a seat he would rather have: "
                                + in.posts.get(choices[k][missed] / 2).id());
            }
        }
        if (way.equals("two-sided")) {
            int[] best = market.best();
            for (int k = 0; k < who.length; k++) {
                if (best[k] != taken[k]) {
                    throw new Rejected(post(who[k]), "稳定的结果里还有对大家都更好的 · another stable result is better for all");
                }
            }
        }
        boolean didKeep = keeps;
        telling.add((out, i) -> tell(out, now, way, i, didKeep, market));
        rounds.add(round(now, way, who, market));
        for (int seat = 0; seat < left.length; seat++) {
            left[seat] -= market.filled[seat];
        }
    }

    private static String post(int i) {
        return "steps[" + i + "].post";
    }

    private boolean mayBeKept(int i, int p) {
        return keeps && left[2 * p + 1] > 0 && in.candidates.get(i).priority();
    }

    private void choose(int i, int k, String way, int[][] choices, int[][] ranks) {
        int[] wishes = in.candidates.get(i).wishes();
        choices[k] = new int[2 * wishes.length];
        ranks[k] = new int[2 * wishes.length];
        int count = 0;
        for (int p : wishes) {
            int rank = turns.rank(i, p, way);
            choices[k][count] = 2 * p;
            ranks[k][count++] = rank;
            if (mayBeKept(i, p)) {
                choices[k][count] = 2 * p + 1;
                ranks[k][count++] = rank;
            }
        }
        choices[k] = Arrays.copyOf(choices[k], count);
        ranks[k] = Arrays.copyOf(ranks[k], count);
    }

    private int taken(int i, int[] choices, int[] ranks) {
        for (int at = 0; at < choices.length; at++) {
            if (choices[at] == 2 * post[i] + (kept[i] ? 1 : 0) && ranks[at] > 0) {
                return at;
            }
        }
        throw new Rejected(post(i), "不能到这个岗位 · may not be placed there");
    }

    private int wish(int i) {
        int[] wishes = in.candidates.get(i).wishes();
        return IntStream.range(0, wishes.length)
                        .filter(at -> wishes[at] == post[i])
                        .findFirst()
                        .orElseThrow()
                + 1;
    }

    private void tell(Out out, int now, String way, int i, boolean didKeep, Market market) {
        out.as("{\"round\":").whole(now).as(",\"wishes\":[");
        boolean isFirst = true;
        for (int p : in.candidates.get(i).wishes()) {
            int rank = turns.rank(i, p, way);
            boolean isHere = round[i] == now && p == post[i];
            out.as(isFirst ? "{\"post\":" : ",{\"post\":").write(in.posts.get(p).id());
            isFirst = false;
            if (rank == 0) {
                var reason = in.posts.get(p).refused().get(i);
                if (reason == null) {
                    out.as(",\"result\":\"not-chosen\"}");
                } else {
                    out.as(",\"result\":\"refused\",\"reason\":").write(reason).as("}");
                }
                continue;
            }
            out.as(isHere ? ",\"result\":\"placed\"" : ",\"result\":\"full\"");
            out.as(",\"rank\":").whole(rank).as(",\"line\":");
            line(out, market.line(2 * p));
            if (didKeep && market.seats[2 * p + 1] > 0 && in.candidates.get(i).priority()) {
                line(out.as(",\"kept\":"), market.line(2 * p + 1));
            }
            out.as("}");
            if (isHere) {
                break;
            }
        }
        out.as("]}");
    }

    private static void line(Out out, int line) {
        if (line < 0) {
            out.as("null");
        } else {
            out.whole(line);
        }
    }

    private static Object line(Market market, int seat) {
        int line = market.line(seat);
        return line < 0 ? null : Fields.decimal(line);
    }

    private Obj round(int now, String way, int[] who, Market market) {
        var lines = new ArrayList<Object>();
        for (int p = 0; p < in.posts.size(); p++) {
            var one = in.posts.get(p);
            var open = kind(market, 2 * p, who);
            lines.add(
                    keeps && one.reserved() > 0
                            ? Obj.of("post", one.id(), "open", open, "kept", kind(market, 2 * p + 1, who))
                            : Obj.of("post", one.id(), "open", open));
        }
        return Obj.of(
                "round",
                Fields.decimal(now),
                "way",
                way,
                "candidates",
                Fields.decimal(who.length),
                "placed",
                Fields.decimal(Arrays.stream(market.filled).sum()),
                "lines",
                lines);
    }

    private Obj kind(Market market, int seat, int[] who) {
        var last = market.line(seat) > 0
                ? in.candidates.get(who[market.last[seat]]).id()
                : null;
        return Obj.of(
                "seats",
                Fields.decimal(left[seat]),
                "filled",
                Fields.decimal(market.filled[seat]),
                "line",
                line(market, seat),
                "last",
                last);
    }

    /** Kept seats that are left are open here. */
    private void byCost(int now, int[] who, Object found) {
        for (int p = 0; p < in.posts.size(); p++) {
            left[2 * p] += left[2 * p + 1];
            left[2 * p + 1] = 0;
        }
        keeps = false;
        var round = new CostRound(in, now, who, left, this, found);
        round.check();
        var number = new int[this.round.length];
        for (int k = 0; k < who.length; k++) {
            number[who[k]] = k;
        }
        telling.add((out, i) -> round.tell(out, number[i]));
        rounds.add(round.form());
        for (int p = 0; p < in.posts.size(); p++) {
            left[2 * p] -= round.filled[p];
        }
    }
}
