package org.rongyi.career.campaign.pairs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.DirectiveTerms;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.Sm3;
import org.rongyi.career.campaign.direct.DirectSeats;
import org.rongyi.career.placement.proof.Campaign;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.stereotype.Component;

/** The costs of a directive round as they go into the file: who may be sent where, and what that costs. Nothing of it is anybody's discretion. */
@Component
public class CostPairs {

    private final DirectivePolicy terms;
    private final CostPlaces places;
    private final PairLimit limit;
    private final DirectSeats direct;

    CostPairs(DirectivePolicy terms, CostPlaces places, PairLimit limit, DirectSeats direct) {
        this.terms = terms;
        this.places = places;
        this.limit = limit;
        this.direct = direct;
    }

    /**
     * Of pairs that are not refused, and of nobody who has a post already.
     *
     * @param sources of the draw
     * @param refused by post, the reasons by pseudonym
     */
    public List<Campaign.Cost> of(
            CampaignRecord one,
            List<Campaign.Source> sources,
            List<Candidate> people,
            List<PlacementPost> offered,
            Map<UUID, Map<String, String>> refused) {
        var settled = direct.settled(one.id());
        var placed = settled.stream().map(DirectSeats.Settled::candidate).collect(Collectors.toSet());
        var waiting = people.stream().filter(who -> !placed.contains(who.id())).toList();
        var reckoned = limit.of(one);
        var nearest = reckoned.holdsAll(people.size(), offered.size()) || offered.isEmpty()
                ? null
                : nearest(one, sources, waiting, offered, settled);
        var spots = places.posts(one.id());
        var known = places.people(one.id());
        var sent = waiting.stream()
                .map(who -> Objects.requireNonNull(known.get(who.id()), "took part a moment ago"))
                .toList();
        var price = new Price(
                terms.of(one),
                offered.stream()
                        .map(post -> Objects.requireNonNull(spots.get(post.id()), "published a moment ago"))
                        .toList(),
                sent);
        var all = new ArrayList<Campaign.Cost>();
        for (int i = 0; i < waiting.size(); i++) {
            var who = waiting.get(i);
            long[] cost = price.of(sent.get(i));
            IntPredicate isOpen =
                    p -> !refused.getOrDefault(offered.get(p).id(), Map.of()).containsKey(who.pseudonym());
            int[] posts = nearest == null
                    ? IntStream.range(0, cost.length).filter(isOpen).toArray()
                    : nearest.of(i, cost, isOpen, reckoned.near(), reckoned.spread());
            for (int post : posts) {
                all.add(new Campaign.Cost(who.pseudonym(), offered.get(post).code(), price.written(cost[post])));
            }
        }
        return all;
    }

    /** The key is out of the draw's public values, which nobody knew when posts and people were settled. */
    private NearestPairs nearest(
            CampaignRecord one,
            List<Campaign.Source> sources,
            List<Candidate> waiting,
            List<PlacementPost> offered,
            List<DirectSeats.Settled> settled) {
        var key = Sm3.hex(sources.stream()
                .map(Campaign.Source::value)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n", one.number() + "\n", "")));
        var gone = settled.stream().collect(Collectors.groupingBy(DirectSeats.Settled::post, Collectors.counting()));
        return new NearestPairs(
                key,
                offered.stream().map(PlacementPost::code).toList(),
                offered.stream()
                        .mapToInt(post -> post.seats() - Math.toIntExact(gone.getOrDefault(post.code(), 0L)))
                        .toArray(),
                waiting.stream().map(Candidate::pseudonym).toList());
    }

    /** At the size of a province there are few places, few sets of abilities and few amounts, and many posts: each is reckoned once a person. */
    private static final class Price {

        private final DirectiveTerms terms;
        private final int posts;
        private final Kinds<DivisionCode> places;
        private final Kinds<Set<String>> asked;
        private final int longest;
        private final Map<Long, BigDecimal> written = new HashMap<>();

        /** @param offered what the posts are */
        Price(DirectiveTerms terms, List<CostRule.Spot> offered, List<CostRule.Person> sent) {
            this.terms = terms;
            posts = offered.size();
            places = new Kinds<>(offered, CostRule.Spot::place);
            asked = new Kinds<>(offered, CostRule.Spot::abilities);
            longest = sent.stream().mapToInt(who -> who.counted(terms)).max().orElse(0);
        }

        /** By post. */
        long[] of(CostRule.Person who) {
            long newness = CostRule.newness(terms, who, longest);
            long[] distance = places.each(place -> CostRule.distance(terms, who, place) + newness);
            long[] missing = asked.each(abilities -> CostRule.missing(terms, who, abilities));
            return IntStream.range(0, posts)
                    .mapToLong(post -> distance[places.of(post)] + missing[asked.of(post)])
                    .toArray();
        }

        BigDecimal written(long cost) {
            return written.computeIfAbsent(cost, BigDecimal::valueOf);
        }
    }

    /** What there is of something, each once, and which of them each post has. */
    private static final class Kinds<K> {

        private final List<K> all;
        private final int[] byPost;

        Kinds(List<CostRule.Spot> posts, Function<CostRule.Spot, K> kind) {
            var at = new LinkedHashMap<K, Integer>();
            byPost = posts.stream()
                    .mapToInt(post -> at.computeIfAbsent(kind.apply(post), ignored -> at.size()))
                    .toArray();
            all = List.copyOf(at.keySet());
        }

        /** The amounts of all, each reckoned once. */
        long[] each(ToLongFunction<K> amount) {
            return all.stream().mapToLong(amount).toArray();
        }

        int of(int post) {
            return byPost[post];
        }
    }
}
