package org.rongyi.career.placement.proof;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 一次安置活动, all that goes in. The order of the lists means nothing: the same content in any order gives the same bytes.
 *
 * @param id the campaign's number, as people see it
 * @param office the unit that runs it
 * @param direct who has a post before the ways begin; null where there is nobody
 */
public record Campaign(
        String id,
        String title,
        String office,
        Rules rules,
        Draw draw,
        List<Post> posts,
        List<Candidate> candidates,
        List<Cost> costs,
        @Nullable Direct direct) {

    /** So many costs a file holds, here and in the second implementation. */
    public static final int MOST_COSTS = 10_000_000;

    public Campaign {
        posts = List.copyOf(posts);
        candidates = List.copyOf(candidates);
        costs = List.copyOf(costs);
        direct = direct == null || direct.placed().isEmpty() ? null : direct;
    }

    public Campaign(
            String id,
            String title,
            String office,
            Rules rules,
            Draw draw,
            List<Post> posts,
            List<Candidate> candidates,
            List<Cost> costs) {
        this(id, title, office, rules, draw, posts, candidates, costs, null);
    }

    /**
     * 直通安置: agreed on and settled before the ways begin, each an open seat of a post of the plan. They are of the campaign's order and take part in no
     * round; they wish for nothing.
     *
     * @param pilot where the campaign may do so
     * @param name what it is called on the campaign's day, one of {@link #NAMES}
     */
    public record Direct(String pilot, String name, List<Settled> placed) {

        /** Until 2024-08-31, and from then on. */
        public static final List<String> NAMES = List.of("直通车", "直通安置");

        public Direct {
            placed = List.copyOf(placed);
        }
    }

    /** @param reason in the words that were shown to everybody */
    public record Settled(String candidate, String post, String reason) {}

    /**
     * What was announced before anybody wished.
     *
     * @param version the number of the approved plan
     * @param rounds the ways, one after another; who is placed and what is filled leaves the campaign
     * @param ties between equal scores, the first first; the draw comes after them
     * @param parts of which a score is made up, each by its weight; empty where the score is one number
     */
    public record Rules(String version, List<Way> rounds, Priority priority, List<Tie> ties, List<Part> parts) {
        public Rules {
            rounds = List.copyOf(rounds);
            ties = List.copyOf(ties);
            parts = List.copyOf(parts);
        }

        public Rules(String version, List<Way> rounds, Priority priority, List<Tie> ties) {
            this(version, rounds, priority, ties, List.of());
        }

        /** The score that so many points of each part make, exactly: nothing is rounded. */
        public BigDecimal weighed(List<BigDecimal> points) {
            var sum = BigDecimal.ZERO;
            for (int i = 0; i < parts.size(); i++) {
                sum = sum.add(parts.get(i).weight().multiply(points.get(i)));
            }
            return sum;
        }
    }

    /** 档案分, or a subject of the exam, with what a point of it counts for. */
    public record Part(String name, BigDecimal weight) {}

    /**
     * The draw for those whom no rule parts: list and salt are committed to first, the sources come later.
     *
     * @param salt 32 bytes in hex, known to nobody outside the office before the sources have spoken
     */
    public record Draw(String salt, List<Source> sources) {
        public Draw {
            sources = List.copyOf(sources);
        }
    }

    /**
     * A public random value named beforehand; any one that is honest is enough.
     *
     * @param name what it is and of which day, in the words announced
     * @param value what it said; null where it stayed silent and the announced rule passes it over
     */
    public record Source(String name, @Nullable String value) {}

    /**
     * @param seats all of them, the kept ones included
     * @param reserved of these, kept for who has priority; 0 unless the rule is {@link Priority#RESERVED}
     * @param ranking for {@link Way#TWO_SIDED}: the candidates in the unit's order, the best first; who is not in it was not chosen by the unit.
     *     null where the unit leaves it to the order of the campaign
     * @param refused who does not meet the conditions, or must keep away from relatives: his id and the reason
     */
    public record Post(
            String id,
            String unit,
            String title,
            int seats,
            int reserved,
            @Nullable List<String> ranking,
            Map<String, String> refused) {
        public Post {
            ranking = ranking == null ? null : List.copyOf(ranking);
            refused = Map.copyOf(refused);
        }
    }

    /**
     * @param id a pseudonym drawn for this campaign alone
     * @param score as settled; null for who is exempt
     * @param parts his points of each part of the score, as the rules name them; empty for who is exempt and where the score is one number
     * @param exempt 八一勋章、荣誉称号: not scored, chooses before all
     * @param ties what stands under each announced tie, the greater the earlier
     * @param wishes post ids, the best first; empty for who handed in none
     * @param nonce 32 random bytes in hex that hide his wishes in their public commitment
     * @param stood how he stood on the list that was committed to, where it was corrected since; null where it was not
     */
    public record Candidate(
            String id,
            @Nullable BigDecimal score,
            List<BigDecimal> parts,
            boolean exempt,
            boolean priority,
            Map<Tie, Long> ties,
            List<String> wishes,
            String nonce,
            @Nullable Stood stood) {
        public Candidate {
            parts = List.copyOf(parts);
            ties = Map.copyOf(ties);
            wishes = List.copyOf(wishes);
        }

        public Candidate(
                String id,
                @Nullable BigDecimal score,
                List<BigDecimal> parts,
                boolean exempt,
                boolean priority,
                Map<Tie, Long> ties,
                List<String> wishes,
                String nonce) {
            this(id, score, parts, exempt, priority, ties, wishes, nonce, null);
        }

        public Candidate(
                String id,
                @Nullable BigDecimal score,
                boolean exempt,
                boolean priority,
                Map<Tie, Long> ties,
                List<String> wishes,
                String nonce) {
            this(id, score, List.of(), exempt, priority, ties, wishes, nonce);
        }

        /** As the list that was committed to has him. */
        Candidate asCommitted() {
            return stood == null
                    ? this
                    : new Candidate(id, stood.score(), stood.parts(), exempt, priority, stood.ties(), wishes, nonce);
        }
    }

    /**
     * 更正以前的得分: what the list was committed to with, of somebody whose score was found wrong afterwards. The draw rests on it; the order on
     * what is right.
     */
    public record Stood(BigDecimal score, List<BigDecimal> parts, Map<Tie, Long> ties) {
        public Stood {
            parts = List.copyOf(parts);
            ties = Map.copyOf(ties);
        }
    }

    /** What it costs to send a candidate to a post, by the published rule; a pair that is not here is not allowed. For {@link Way#DIRECTIVE}. */
    public record Cost(String candidate, String post, BigDecimal cost) {}
}
