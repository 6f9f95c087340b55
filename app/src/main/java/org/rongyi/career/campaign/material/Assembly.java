package org.rongyi.career.campaign.material;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.candidate.Refusals;
import org.rongyi.career.campaign.candidate.ScoreCorrections;
import org.rongyi.career.campaign.direct.DirectPolicy;
import org.rongyi.career.campaign.direct.DirectSeats;
import org.rongyi.career.campaign.group.PlanText;
import org.rongyi.career.campaign.pairs.CostPairs;
import org.rongyi.career.campaign.ranking.Rankings;
import org.rongyi.career.placement.proof.Campaign;
import org.rongyi.career.placement.proof.Priority;
import org.rongyi.career.placement.proof.Tie;
import org.rongyi.career.placement.proof.Way;
import org.springframework.stereotype.Component;

/** A campaign as {@code placement :: proof} takes it, put together from what is kept. Nothing is reckoned here. */
@Component
public class Assembly {

    private final PlacementPosts posts;
    private final Candidates candidates;
    private final Refusals refusals;
    private final DrawSources sources;
    private final CostPairs costs;
    private final Rankings rankings;
    private final DirectSeats direct;
    private final ScoreCorrections corrections;

    Assembly(
            PlacementPosts posts,
            Candidates candidates,
            Refusals refusals,
            DrawSources sources,
            CostPairs costs,
            Rankings rankings,
            DirectSeats direct,
            ScoreCorrections corrections) {
        this.posts = posts;
        this.candidates = candidates;
        this.refusals = refusals;
        this.sources = sources;
        this.costs = costs;
        this.rankings = rankings;
        this.direct = direct;
        this.corrections = corrections;
    }

    /** As it stands when the notice ends, with what the sources of the draw have said since: no wishes, no costs. The order needs no more. */
    public Campaign settled(CampaignRecord one, String salt, Map<UUID, String> nonces) {
        return of(one, salt, nonces, List.of(), false);
    }

    /**
     * With everything in it.
     *
     * @param nonces for who handed in nothing, by candidate
     */
    public Campaign whole(CampaignRecord one, String salt, Map<UUID, String> nonces, List<WishLists.Opened> wishes) {
        return of(one, salt, nonces, wishes, one.plan().ways().contains(Way.DIRECTIVE));
    }

    private Campaign of(
            CampaignRecord one, String salt, Map<UUID, String> nonces, List<WishLists.Opened> wishes, boolean priced) {
        var people = candidates.of(one.id());
        var offered = posts.published(one.id());
        var refused = refused(one, people);
        var ranked = rankings.confirmed(one.id());
        var corrected = corrections.of(one.id());
        var spoken = sources.of(one.id()).stream()
                .map(source -> new Campaign.Source(source.name(), source.value()))
                .toList();
        var lists = wishes.stream().collect(Collectors.toMap(WishLists.Opened::candidate, list -> list));
        return new Campaign(
                one.number(),
                one.plan().title(),
                one.unitName(),
                PlanText.rules(one),
                new Campaign.Draw(salt, spoken),
                offered.stream()
                        .map(post -> post(one, post, ranked.get(post.id()), refused.getOrDefault(post.id(), Map.of())))
                        .toList(),
                people.stream()
                        .map(who -> candidate(one, who, corrected.get(who.id()), nonces, lists))
                        .toList(),
                priced ? costs.of(one, spoken, people, offered, refused) : List.of(),
                direct(one));
    }

    private Campaign.@Nullable Direct direct(CampaignRecord one) {
        var settled = direct.settled(one.id());
        return settled.isEmpty()
                ? null
                : new Campaign.Direct(
                        settled.getFirst().pilot(),
                        DirectPolicy.name(one),
                        settled.stream()
                                .map(each -> new Campaign.Settled(each.pseudonym(), each.post(), each.reason()))
                                .toList());
    }

    private Map<UUID, Map<String, String>> refused(CampaignRecord one, List<Candidate> people) {
        var names = people.stream().collect(Collectors.toMap(Candidate::id, Candidate::pseudonym));
        var refused = new HashMap<UUID, Map<String, String>>();
        for (var refusal : refusals.of(one.id())) {
            var name = names.get(refusal.candidate());
            if (name != null) {
                refused.computeIfAbsent(refusal.post(), ignored -> new HashMap<>())
                        .put(name, refusal.words());
            }
        }
        return refused;
    }

    private static Campaign.Post post(
            CampaignRecord one, PlacementPost post, @Nullable List<String> ranking, Map<String, String> refused) {
        boolean reserves = one.plan().priority() == Priority.RESERVED;
        return new Campaign.Post(
                post.code(), post.unit(), post.title(), post.seats(), reserves ? post.reserved() : 0, ranking, refused);
    }

    private static Campaign.Candidate candidate(
            CampaignRecord one,
            Candidate who,
            ScoreCorrections.@Nullable Entry corrected,
            Map<UUID, String> nonces,
            Map<UUID, WishLists.Opened> lists) {
        var list = lists.get(who.id());
        var settled = who.score() == null ? null : stood(one, who, who.score(), who.ties());
        var counts = corrected == null ? settled : stood(one, who, corrected.score(), corrected.ties());
        return new Campaign.Candidate(
                who.pseudonym(),
                counts == null ? null : counts.score(),
                counts == null ? List.of() : counts.parts(),
                who.isExempt(),
                who.hasPriority(),
                counts == null ? ties(one, who.ties()) : counts.ties(),
                list == null ? List.of() : list.posts(),
                list == null ? nonces.getOrDefault(who.id(), "") : list.nonce(),
                settled == null || settled.equals(counts) ? null : settled);
    }

    /** His score and ties as the file has them, by what the plan asks for; points of the exam stay what they are. */
    private static Campaign.Stood stood(CampaignRecord one, Candidate who, BigDecimal file, Map<Tie, Long> standing) {
        var exam = one.exam();
        var points = who.examPoints() == null ? List.<BigDecimal>of() : who.examPoints();
        return new Campaign.Stood(
                exam == null ? file : exam.combined(file, points),
                exam == null ? List.of() : exam.points(file, points),
                ties(one, standing));
    }

    private static Map<Tie, Long> ties(CampaignRecord one, Map<Tie, Long> standing) {
        var ties = new HashMap<Tie, Long>();
        one.plan().ties().forEach(tie -> ties.put(tie, standing.getOrDefault(tie, 0L)));
        return ties;
    }
}
