package org.rongyi.career.placement.proof;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.rongyi.career.placement.proof.Campaign.Candidate;
import org.rongyi.career.placement.proof.Campaign.Cost;
import org.rongyi.career.placement.proof.Campaign.Direct;
import org.rongyi.career.placement.proof.Campaign.Draw;
import org.rongyi.career.placement.proof.Campaign.Part;
import org.rongyi.career.placement.proof.Campaign.Post;
import org.rongyi.career.placement.proof.Campaign.Rules;
import org.rongyi.career.placement.proof.Campaign.Settled;
import org.rongyi.career.placement.proof.Campaign.Source;

/** Campaigns to try the run on: small, with many equal scores, everything optional sometimes there and sometimes not. */
final class Campaigns {

    private final Random random;

    Campaigns(long seed) {
        random = new Random(seed);
    }

    /** Up to so many candidates and posts. */
    Campaign any(int most) {
        int n = 1 + random.nextInt(most);
        int m = 1 + random.nextInt(most);
        var ways = some(List.of(Way.values()), 3);
        var rules = new Rules("2026-1", ways, one(Priority.values()), some(List.of(Tie.values()), 2), parts());
        var posts = IntStream.range(0, m).mapToObj(j -> post(rules, j, n)).toList();
        var candidates =
                IntStream.range(0, n).mapToObj(i -> candidate(rules, i, m)).toList();
        var sources = List.of(new Source("甲台，10 月 8 日", "" + random.nextInt()), new Source("乙台", null));
        var costs = ways.contains(Way.DIRECTIVE) ? costs(n, m) : List.<Cost>of();
        var campaign =
                new Campaign("C1", "秋季安置", "某市退役军人事务局", rules, new Draw(key(), sources), posts, candidates, costs);
        return random.nextInt(3) == 0 ? direct(campaign) : campaign;
    }

    /** The same with some who have a post before the ways begin; nobody where there is no seat for him. */
    private Campaign direct(Campaign campaign) {
        var placed = new ArrayList<Settled>();
        var left = new HashMap<String, Integer>();
        campaign.posts().forEach(post -> left.put(post.id(), post.seats() - post.reserved()));
        for (var who : campaign.candidates()) {
            var post = one(campaign.posts().toArray(Post[]::new));
            boolean may = left.get(post.id()) > 0 && !post.refused().containsKey(who.id());
            if (may && random.nextInt(3) == 0) {
                left.merge(post.id(), -1, Integer::sum);
                placed.add(new Settled(who.id(), post.id(), "专业对口"));
            }
        }
        var settled = placed.stream().map(Settled::candidate).toList();
        return new Campaign(
                campaign.id(),
                campaign.title(),
                campaign.office(),
                campaign.rules(),
                campaign.draw(),
                campaign.posts(),
                campaign.candidates().stream()
                        .map(one -> settled.contains(one.id()) ? withoutWishes(one) : one)
                        .toList(),
                campaign.costs().stream()
                        .filter(one -> !settled.contains(one.candidate()))
                        .toList(),
                new Direct("惠州", "直通安置", placed));
    }

    /** The same where some scores were put right after the list was settled: nobody's may be, everybody's may. */
    Campaign corrected(Campaign campaign) {
        var rules = campaign.rules();
        return new Campaign(
                campaign.id(),
                campaign.title(),
                campaign.office(),
                rules,
                campaign.draw(),
                campaign.posts(),
                campaign.candidates().stream()
                        .map(one -> one.exempt() || random.nextInt(3) == 0 ? one : corrected(rules, one))
                        .toList(),
                campaign.costs(),
                campaign.direct());
    }

    private Candidate corrected(Rules rules, Candidate one) {
        var more = BigDecimal.valueOf(1 + random.nextInt(3));
        var parts = one.parts().stream().map(points -> points.add(more)).toList();
        var ties = new EnumMap<Tie, Long>(Tie.class);
        rules.ties().forEach(tie -> ties.put(tie, (long) random.nextInt(2)));
        var score =
                parts.isEmpty() ? java.util.Objects.requireNonNull(one.score()).add(more) : rules.weighed(parts);
        return new Candidate(
                one.id(),
                one.score(),
                one.parts(),
                false,
                one.priority(),
                one.ties(),
                one.wishes(),
                one.nonce(),
                new Campaign.Stood(score, parts, ties));
    }

    static Candidate withoutWishes(Candidate one) {
        return new Candidate(
                one.id(), one.score(), one.parts(), one.exempt(), one.priority(), one.ties(), List.of(), one.nonce());
    }

    private Post post(Rules rules, int j, int n) {
        int seats = random.nextInt(3);
        int reserved = rules.priority() == Priority.RESERVED ? random.nextInt(seats + 1) : 0;
        boolean isRanked = rules.rounds().contains(Way.TWO_SIDED) && random.nextBoolean();
        Map<String, String> refused = new HashMap<>();
        for (int i = 0; i < n; i++) {
            if (random.nextInt(8) == 0) {
                refused.put("c" + i, "亲属回避");
            }
        }
        return new Post("p" + j, "单位" + j, "岗位" + j, seats, reserved, isRanked ? ids("c", n) : null, refused);
    }

    private Candidate candidate(Rules rules, int i, int m) {
        boolean isExempt = random.nextInt(8) == 0;
        Map<Tie, Long> ties = new EnumMap<>(Tie.class);
        rules.ties().forEach(tie -> ties.put(tie, (long) random.nextInt(2)));
        var score = isExempt ? null : new BigDecimal(random.nextInt(3) + ".50");
        var parts = isExempt
                ? List.<BigDecimal>of()
                : rules.parts().stream()
                        .map(part -> new BigDecimal(random.nextInt(3) + ".50"))
                        .toList();
        return new Candidate(
                "c" + i,
                parts.isEmpty() ? score : rules.weighed(parts),
                parts,
                isExempt,
                random.nextBoolean(),
                ties,
                ids("p", m),
                key());
    }

    /** Every second campaign has an exam. */
    private List<Part> parts() {
        return random.nextBoolean()
                ? List.of()
                : List.of(new Part("档案分", new BigDecimal("0.6")), new Part("公共基础知识", new BigDecimal("0.40")));
    }

    private List<Cost> costs(int n, int m) {
        var costs = new ArrayList<Cost>();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                if (random.nextInt(3) > 0) {
                    costs.add(new Cost("c" + i, "p" + j, BigDecimal.valueOf(random.nextInt(4), random.nextInt(2))));
                }
            }
        }
        return costs;
    }

    String key() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private List<String> ids(String kind, int of) {
        var all = new ArrayList<>(IntStream.range(0, of).mapToObj(i -> kind + i).toList());
        Collections.shuffle(all, random);
        return all.subList(0, random.nextInt(of + 1));
    }

    private <T> List<T> some(List<T> of, int most) {
        var all = new ArrayList<>(of);
        Collections.shuffle(all, random);
        return all.subList(0, Math.min(most, 1 + random.nextInt(of.size())));
    }

    private <T> T one(T[] of) {
        return of[random.nextInt(of.length)];
    }

    /** The same content, every list in another order. */
    Campaign shuffled(Campaign campaign) {
        return new Campaign(
                campaign.id(),
                campaign.title(),
                campaign.office(),
                campaign.rules(),
                campaign.draw(),
                shuffled(campaign.posts()),
                shuffled(campaign.candidates()),
                shuffled(campaign.costs()),
                campaign.direct() == null
                        ? null
                        : new Direct(
                                campaign.direct().pilot(),
                                campaign.direct().name(),
                                shuffled(campaign.direct().placed())));
    }

    private <T> List<T> shuffled(List<T> list) {
        var other = new ArrayList<>(list);
        Collections.shuffle(other, random);
        return other;
    }
}
