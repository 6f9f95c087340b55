package org.rongyi.career.placement.proof;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The definitions of the rounds, tried on every placement there is; a seat is written as post and kind, {@code p1} or {@code p1*} for a kept one. */
final class BruteRounds {

    private final Campaign campaign;
    private final List<String> order;
    private final Map<String, Integer> left = new HashMap<>();
    private final Map<String, String> placed = new HashMap<>();

    private BruteRounds(Campaign campaign, List<String> order) {
        this.campaign = campaign;
        this.order = order;
        for (var post : campaign.posts()) {
            left.put(post.id(), post.seats() - post.reserved());
            left.put(post.id() + "*", post.reserved());
        }
        if (campaign.direct() != null) {
            for (var one : campaign.direct().placed()) {
                placed.put(one.candidate(), one.post());
                left.merge(one.post(), -1, Integer::sum);
            }
        }
    }

    /** By candidate the seat; nothing for who got none. */
    static Map<String, String> run(Campaign campaign, List<String> order) {
        var brute = new BruteRounds(campaign, order);
        for (var way : campaign.rules().rounds()) {
            brute.round(way);
        }
        return brute.placed;
    }

    private void round(Way way) {
        if (way == Way.DIRECTIVE) {
            for (var post : campaign.posts()) {
                left.merge(post.id(), left.put(post.id() + "*", 0), Integer::sum);
            }
        }
        var waiting = order.stream().filter(id -> !placed.containsKey(id)).toList();
        var all = new ArrayList<Map<String, String>>();
        place(way, waiting, 0, new HashMap<>(), all);
        var best = way == Way.DIRECTIVE ? cheapest(waiting, all) : bestStable(way, waiting, all);
        best.values().forEach(seat -> left.merge(seat, -1, Integer::sum));
        placed.putAll(best);
    }

    private void place(Way way, List<String> waiting, int at, Map<String, String> so, List<Map<String, String>> all) {
        if (at == waiting.size()) {
            all.add(new HashMap<>(so));
            return;
        }
        var id = waiting.get(at);
        place(way, waiting, at + 1, so, all);
        for (var seat : options(way, id)) {
            if (so.values().stream().filter(seat::equals).count() < left.get(seat)) {
                so.put(id, seat);
                place(way, waiting, at + 1, so, all);
                so.remove(id);
            }
        }
    }

    /** The seats somebody may have, the dearest to him first. */
    private List<String> options(Way way, String id) {
        var options = new ArrayList<String>();
        if (way == Way.DIRECTIVE) {
            for (var cost : campaign.costs()) {
                if (cost.candidate().equals(id) && !post(cost.post()).refused().containsKey(id)) {
                    options.add(cost.post());
                }
            }
            return options;
        }
        for (var wish : candidate(id).wishes()) {
            if (rank(way, wish, id) >= 0) {
                options.add(wish);
                if (candidate(id).priority() && campaign.rules().priority() == Priority.RESERVED) {
                    options.add(wish + "*");
                }
            }
        }
        return options;
    }

    /** Below 0 where he is not acceptable; exempt before all. */
    private int rank(Way way, String id, String candidate) {
        var post = post(id);
        if (post.refused().containsKey(candidate)) {
            return -1;
        }
        boolean isByUnit = way == Way.TWO_SIDED && post.ranking() != null;
        if (candidate(candidate).exempt() || !isByUnit) {
            return order.indexOf(candidate);
        }
        int at = post.ranking().indexOf(candidate);
        return at < 0 ? -1 : order.size() + at;
    }

    private Map<String, String> bestStable(Way way, List<String> waiting, List<Map<String, String>> all) {
        var stable = all.stream().filter(one -> isStable(way, waiting, one)).toList();
        return stable.stream()
                .filter(one -> stable.stream().allMatch(other -> isAsGood(way, waiting, one, other)))
                .findFirst()
                .orElseThrow();
    }

    private boolean isAsGood(Way way, List<String> waiting, Map<String, String> one, Map<String, String> other) {
        return waiting.stream().allMatch(id -> liking(way, id, one) <= liking(way, id, other));
    }

    private int liking(Way way, String id, Map<String, String> so) {
        var options = options(way, id);
        return so.containsKey(id) ? options.indexOf(so.get(id)) : options.size();
    }

    private boolean isStable(Way way, List<String> waiting, Map<String, String> so) {
        for (var id : waiting) {
            for (var seat : options(way, id).subList(0, liking(way, id, so))) {
                var post = seat.replace("*", "");
                var there =
                        waiting.stream().filter(one -> seat.equals(so.get(one))).toList();
                if (there.size() < left.get(seat)
                        || there.stream().anyMatch(one -> rank(way, post, one) > rank(way, post, id))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Most placed, then least cost, then by the order of the campaign the first post by id, none after all. */
    private Map<String, String> cheapest(List<String> waiting, List<Map<String, String>> all) {
        Comparator<Map<String, String>> most = Comparator.comparing(so -> -so.size());
        var rule = most.thenComparing(this::total);
        for (var id : waiting) {
            rule = rule.thenComparing(so -> so.getOrDefault(id, "z"));
        }
        return all.stream().min(rule).orElseThrow();
    }

    private BigDecimal total(Map<String, String> so) {
        return campaign.costs().stream()
                .filter(cost -> cost.post().equals(so.get(cost.candidate())))
                .map(Campaign.Cost::cost)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Campaign.Post post(String id) {
        return campaign.posts().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Campaign.Candidate candidate(String id) {
        return campaign.candidates().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
