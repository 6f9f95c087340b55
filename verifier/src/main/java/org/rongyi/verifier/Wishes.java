package org.rongyi.verifier;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rongyi.verifier.Json.Obj;
import org.rongyi.verifier.Problem.Candidate;

/**
 * The two mechanisms that follow wishes. Checked are first the properties anybody can understand: the order is that of the scores, no
 * post has more than its seats, nobody sits where he did not ask to be or is not acceptable, no seat stays free that somebody would
 * rather have, and nobody would rather have a seat of somebody who stands behind him there. With one order for all posts
 * (serial dictatorship) only one result is so. Of deferred acceptance there may be several; the best of them for the candidates is
 * found by letting the lines fall, and compared.
 */
final class Wishes {

    private final Problem problem;
    private final Map<String, Integer> turn = new HashMap<>();

    Wishes(Problem problem) {
        this.problem = problem;
    }

    /** Answers where everybody is; each step, as it must be, goes into the heads. */
    Claims check(Obj transcript, Heads heads) {
        order(transcript);
        var claims = new Claims(
                problem,
                "steps",
                transcript.get("steps"),
                (candidate, post) -> candidate.choices().contains(post) && rank(candidate, post) != null);
        var lines = lines(claims);
        noSeatIsMissed(claims, lines);
        if (problem.mechanism.equals("deferred-acceptance")) {
            nobodyCouldHaveBetter(claims);
        }
        int number = 0;
        for (var candidate : problem.candidates.values()) {
            var step = step(candidate, claims.post.get(candidate.id()), lines);
            Json.compare("steps[" + number + "]", step, claims.steps.get(number++));
            heads.add(step);
        }
        Json.compare("lines", posts(claims, lines), transcript.get("lines"));
        Json.compare(
                "sums",
                Obj.of(
                        "candidates",
                        BigDecimal.valueOf(problem.candidates.size()),
                        "placed",
                        BigDecimal.valueOf(claims.post.size())),
                transcript.get("sums"));
        return claims;
    }

    /** Everybody once, the higher score first, equal scores in the order of the candidates, who has none last. */
    private void order(Obj transcript) {
        if (!problem.scoreCounts()) {
            if (transcript.has("order")) {
                throw new Rejected("order", "这里不看分数 · the score does not count here");
            }
            return;
        }
        var number = new HashMap<String, Integer>();
        problem.candidates.keySet().forEach(id -> number.put(id, number.size()));
        Candidate before = null;
        for (var one : Problem.list("order", transcript.get("order"))) {
            var at = "order[" + turn.size() + "]";
            var candidate = one instanceof String id ? problem.candidates.get(id) : null;
            if (candidate == null || turn.containsKey(candidate.id())) {
                throw new Rejected(at, "没有这个编号，或者写了两次 · unknown, or named twice: " + one);
            }
            if (before != null && isAhead(candidate, before, number)) {
                throw new Rejected(at, "应排在前一名之前 · must stand before the one before");
            }
            turn.put(candidate.id(), turn.size() + 1);
            before = candidate;
        }
        if (turn.size() < problem.candidates.size()) {
            throw new Rejected("order[" + turn.size() + "]", "少了一项 · missing");
        }
    }

    private static boolean isAhead(Candidate one, Candidate other, Map<String, Integer> number) {
        int by = one.score() == null || other.score() == null
                ? Boolean.compare(one.score() != null, other.score() != null)
                : one.score().compareTo(other.score());
        return by > 0 || (by == 0 && number.get(one.id()) < number.get(other.id()));
    }

    /** 1 is the best; null where not acceptable. */
    private Integer rank(Candidate candidate, String name) {
        var ranking = problem.posts.get(name).ranking();
        boolean isByRanking = ranking != null && problem.mechanism.equals("deferred-acceptance");
        if (ranking != null && !ranking.containsKey(candidate.id())) {
            return null;
        }
        return isByRanking ? ranking.get(candidate.id()) : turn.get(candidate.id());
    }

    /** The rank of the last to get in, of each post that is full; none where nobody could get in. */
    private Map<String, Integer> lines(Claims claims) {
        var lines = new HashMap<String, Integer>();
        claims.post.forEach((id, post) -> {
            if (claims.isFull(post)) {
                lines.merge(post, rank(problem.candidates.get(id), post), Math::max);
            }
        });
        return lines;
    }

    private void noSeatIsMissed(Claims claims, Map<String, Integer> lines) {
        int number = 0;
        for (var candidate : problem.candidates.values()) {
            var at = "steps[" + number++ + "].post";
            for (var wish : candidate.choices()) {
                if (wish.equals(claims.post.get(candidate.id()))) {
                    break;
                }
                var rank = rank(candidate, wish);
                if (rank != null && !claims.isFull(wish)) {
                    throw new Rejected(at, "更想去的岗位还空着 · a seat is free where he would rather be: " + wish);
                }
                if (rank != null && lines.containsKey(wish) && rank < lines.get(wish)) {
                    throw new Rejected(
                            at, "更想去的岗位给了排在后面的人 · a seat he would rather have went to somebody behind him: " + wish);
                }
            }
        }
    }

    /**
     * At first everybody asks for his first wish. A post asked for by too many lets its line fall to the last it has a seat for; who is now
     * below asks for his next wish. Lines only fall, so nobody is ever turned away from a post that could have kept him.
     */
    private void nobodyCouldHaveBetter(Claims claims) {
        var line = new HashMap<String, Integer>();
        var asking = new HashMap<String, TreeMap<Integer, Candidate>>();
        var wish = new HashMap<String, Integer>();
        var moving = new ArrayList<>(problem.candidates.values());
        while (!moving.isEmpty()) {
            var crowded = new LinkedHashSet<String>();
            for (var candidate : moving) {
                int at = wish.getOrDefault(candidate.id(), 0);
                while (at < candidate.choices().size()
                        && !isAbove(candidate, candidate.choices().get(at), line)) {
                    at++;
                }
                wish.put(candidate.id(), at);
                if (at < candidate.choices().size()) {
                    var post = problem.posts.get(candidate.choices().get(at));
                    var there = asking.computeIfAbsent(post.id(), any -> new TreeMap<>());
                    there.put(rank(candidate, post.id()), candidate);
                    if (there.size() > post.seats()) {
                        crowded.add(post.id());
                    }
                }
            }
            moving = new ArrayList<>();
            for (var post : crowded) {
                var there = asking.get(post);
                while (there.size() > problem.posts.get(post).seats()) {
                    var last = there.pollLastEntry();
                    line.put(post, last.getKey() - 1);
                    moving.add(last.getValue());
                }
            }
        }
        int number = 0;
        for (var candidate : problem.candidates.values()) {
            int at = wish.get(candidate.id());
            var best = at < candidate.choices().size() ? candidate.choices().get(at) : null;
            Json.compare("steps[" + number++ + "].post", best, claims.post.get(candidate.id()));
        }
    }

    private boolean isAbove(Candidate candidate, String post, Map<String, Integer> line) {
        var rank = rank(candidate, post);
        return rank != null && rank <= line.getOrDefault(post, Integer.MAX_VALUE);
    }

    private Obj step(Candidate candidate, String own, Map<String, Integer> lines) {
        var wishes = new ArrayList<Object>();
        for (var wish : candidate.choices()) {
            var rank = rank(candidate, wish);
            if (rank == null) {
                wishes.add(Obj.of("post", wish, "result", "not-acceptable"));
            } else {
                var result = wish.equals(own) ? "placed" : "full";
                wishes.add(Obj.of(
                        "post", wish, "result", result, "rank", decimal(rank), "line", decimal(lines.get(wish))));
            }
            if (wish.equals(own)) {
                break;
            }
        }
        return Obj.of("candidate", candidate.id(), "wishes", wishes, "post", own);
    }

    private List<Obj> posts(Claims claims, Map<String, Integer> lines) {
        var last = new HashMap<String, String>();
        claims.post.forEach((id, post) -> {
            if (rank(problem.candidates.get(id), post).equals(lines.get(post))) {
                last.put(post, id);
            }
        });
        var posts = new ArrayList<Obj>();
        for (var post : problem.posts.values()) {
            posts.add(Obj.of(
                    "post",
                    post.id(),
                    "seats",
                    BigDecimal.valueOf(post.seats()),
                    "placed",
                    BigDecimal.valueOf(claims.placed(post.id())),
                    "line",
                    decimal(lines.get(post.id())),
                    "last",
                    last.get(post.id())));
        }
        return posts;
    }

    private static BigDecimal decimal(Integer number) {
        return number == null ? null : BigDecimal.valueOf(number);
    }
}
