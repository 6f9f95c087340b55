package org.rongyi.career.campaign.wish;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.candidate.Refusals;
import org.rongyi.career.campaign.ranking.Rankings;
import org.rongyi.career.campaign.sealed.Opening;
import org.rongyi.career.campaign.sealed.Share;
import org.rongyi.career.campaign.sealed.WishList;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 开启志愿: after the closing instant, once, by two trustees who each type their own share. A wrong share is named and opens nothing. What does not open, or
 * is not what was promised, is kept with its reason. It waits for the units' rankings: who knows the lists must not type one any more.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class OpenWishes implements OfficeAct<OpenWishes.Command, OpenWishes.Outcome> {

    private final PlacementCampaigns campaigns;
    private final PlacementPosts posts;
    private final Candidates candidates;
    private final Refusals refusals;
    private final SealingKeys keys;
    private final SealedLists lists;
    private final OpenedWishes opened;
    private final Rankings rankings;
    private final Clock clock;
    private final AuditTrail audit;

    OpenWishes(
            PlacementCampaigns campaigns,
            PlacementPosts posts,
            Candidates candidates,
            Refusals refusals,
            SealingKeys keys,
            SealedLists lists,
            OpenedWishes opened,
            Rankings rankings,
            Clock clock,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.posts = posts;
        this.candidates = candidates;
        this.refusals = refusals;
        this.keys = keys;
        this.lists = lists;
        this.opened = opened;
        this.rankings = rankings;
        this.clock = clock;
    }

    public record Command(CommandId id, UUID campaign, Share one, Share other) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        /** @param troubles how many of the lists do not count */
        record Opened(UUID subject, int lists, int troubles) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** The closing instant is not past, or the campaign has not come so far. */
        record TooEarly() implements Outcome, Refused {}

        record AlreadyOpened() implements Outcome, Refused {}

        /** @param reasons rankings that one has typed and nobody else has checked */
        record StillOpen(List<String> reasons) implements Outcome, Refused {}

        /** @param number of the share that is not of this key; 0 where both are the same */
        record WrongShare(int number, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome lost(String constraint) {
        return constraint.equals("list_opening_pkey") ? new Outcome.AlreadyOpened() : OfficeAct.super.lost(constraint);
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        lists.holdAlone(command.campaign());
        var campaign = campaigns.lock(command.campaign(), office).orElse(null);
        var key = keys.ready(command.campaign()).orElse(null);
        if (campaign == null || key == null) {
            return new Outcome.NotFound();
        }
        if (opened.opening(campaign.id()).isPresent()) {
            return new Outcome.AlreadyOpened();
        }
        if (!campaign.isIn(CampaignStage.WISHES)
                || clock.instant().isBefore(campaign.plan().closes())) {
            return new Outcome.TooEarly();
        }
        var waiting = rankings.waiting(campaign.id());
        if (!waiting.isEmpty()) {
            return new Outcome.StillOpen(waiting);
        }
        Opening opening;
        try {
            opening = Opening.by(key.key(), command.one(), command.other());
        } catch (Opening.WrongShare e) {
            return new Outcome.WrongShare(e.number(), String.valueOf(e.getMessage()));
        }
        opened.open(campaign, key.id(), command.one().number(), command.other().number(), office);
        return openAll(campaign, opening);
    }

    /**
     * @param codes of all that was published
     * @param open how many of it are open to him
     */
    private record Offer(Set<String> codes, int open) {}

    private Outcome openAll(CampaignRecord campaign, Opening opening) {
        var people =
                candidates.of(campaign.id()).stream().collect(Collectors.toMap(Candidate::id, Function.identity()));
        var offered = posts.published(campaign.id());
        var barred = refusals.of(campaign.id()).stream()
                .collect(Collectors.groupingBy(
                        Refusals.Refusal::candidate, Collectors.mapping(Refusals.Refusal::post, Collectors.toSet())));
        var codes = offered.stream().map(PlacementPost::code).collect(Collectors.toSet());
        int troubles = 0;
        var all = lists.lastOfAll(campaign.id());
        for (var handed : all) {
            var shut = barred.getOrDefault(handed.candidate(), Set.of());
            int open = (int)
                    offered.stream().filter(post -> !shut.contains(post.id())).count();
            troubles += open(campaign, opening, handed, people, new Offer(codes, open)) ? 0 : 1;
        }
        audit.changed("志愿", "封存", "已开启 " + all.size() + " 份，其中不算的 " + troubles + " 份");
        return new Outcome.Opened(campaign.id(), all.size(), troubles);
    }

    private boolean open(
            CampaignRecord campaign,
            Opening opening,
            SealedLists.Handed handed,
            Map<UUID, Candidate> people,
            Offer offered) {
        var candidate = people.get(handed.candidate());
        if (candidate == null) {
            throw new IllegalStateException("who takes part is not among the candidates");
        }
        return switch (opening.open(handed.sealed(), campaign.number(), candidate.pseudonym())) {
            case Opening.Refused(var trouble, var detail) -> {
                opened.insert(campaign.id(), handed, trouble.zh(), detail, null);
                yield false;
            }
            case Opening.Opened(var list) -> {
                var why = wrong(campaign, list, handed.commitment(), offered);
                opened.insert(campaign.id(), handed, why, "", list);
                yield why == null;
            }
        };
    }

    /** What a list may not be, however it was sealed; its owner could not know that the server would not look before. */
    private static @Nullable String wrong(CampaignRecord campaign, WishList list, String commitment, Offer offered) {
        if (!list.commitment().equals(commitment)) {
            return "开出来的与回执上的承诺不符";
        }
        int count = list.wishes().size();
        int least = campaign.plan().leastOf(offered.open());
        if (count < least || count > campaign.plan().most()) {
            return "志愿的个数不在 " + least + " 到 " + campaign.plan().most() + " 之间";
        }
        if (new HashSet<>(list.wishes()).size() < count) {
            return "同一个岗位填了两次";
        }
        return offered.codes().containsAll(list.wishes()) ? null : "填了没有公布的岗位";
    }
}
