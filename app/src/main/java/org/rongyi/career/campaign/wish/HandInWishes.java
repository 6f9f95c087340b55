package org.rongyi.career.campaign.wish;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.direct.DirectSeats;
import org.rongyi.career.campaign.sealed.Sealing;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 交志愿: by himself or at the counter, already sealed; again and again until the closing instant of the server's clock. What he handed in before stays
 * where it is and does not count any more.
 */
@Service
@Allow(
        self = true,
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
public class HandInWishes implements Act<HandInWishes.Command, HandInWishes.Outcome> {

    private static final Pattern COMMITMENT = Pattern.compile("[0-9a-f]{64}");

    private final PlacementCampaigns campaigns;
    private final Candidates candidates;
    private final WishTimes times;
    private final SealedLists lists;
    private final DirectSeats direct;
    private final AuditTrail audit;

    HandInWishes(
            PlacementCampaigns campaigns,
            Candidates candidates,
            WishTimes times,
            SealedLists lists,
            DirectSeats direct,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.candidates = candidates;
        this.times = times;
        this.lists = lists;
        this.direct = direct;
    }

    /** @param byScript whether it was sealed before it came */
    public record Command(CommandId id, UUID candidate, String sealed, String commitment, boolean byScript)
            implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record HandedIn(UUID subject, String commitment) implements Outcome, Done {}

        /** Nobody of the kind, not his, or he does not take part any more. */
        record NotFound() implements Outcome, Refused {}

        /** 网上双选 takes applications instead. */
        record HeldOnline() implements Outcome, Refused {}

        record NotOpenYet() implements Outcome, Refused {}

        /** It would be time, and the list of who takes part is not settled. */
        record ListNotSettled() implements Outcome, Refused {}

        record Closed() implements Outcome, Refused {}

        /** The trustees do not have their shares yet. */
        record NoKey() implements Outcome, Refused {}

        /** The counter helps who has nothing in; what somebody handed in himself only he changes. */
        record HisOwnStands() implements Outcome, Refused {}

        /** 直通安置 has settled his post: he takes part in no way. */
        record SettledDirectly() implements Outcome, Refused {}

        /** Not of the form of a sealed list. */
        record NotSealed() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var found = candidates.find(command.candidate()).filter(Candidate::takesPart);
        if (found.isEmpty()
                || actor instanceof Actor.Self self && !found.get().person().equals(self.person())) {
            return new Outcome.NotFound();
        }
        var candidate = found.get();
        lists.hold(candidate.campaign());
        var campaign = campaigns.find(candidate.campaign()).orElseThrow();
        return switch (times.of(campaign)) {
            case WishTime.Online() -> new Outcome.HeldOnline();
            case WishTime.NotYet() -> new Outcome.NotOpenYet();
            case WishTime.Unsettled() -> new Outcome.ListNotSettled();
            case WishTime.Closed() -> new Outcome.Closed();
            case WishTime.NoKey() -> standing(actor, candidate).orElseGet(Outcome.NoKey::new);
            case WishTime.Open(var key) ->
                standing(actor, candidate).orElseGet(() -> take(actor, candidate, key, command));
        };
    }

    private Outcome take(Actor actor, Candidate candidate, SealingKeys.Held key, Command command) {
        if (!Sealing.isSealed(command.sealed())
                || !COMMITMENT.matcher(command.commitment()).matches()) {
            return new Outcome.NotSealed();
        }
        var id = Ids.next();
        audit.said("志愿", how(actor, command).zh());
        lists.insert(id, candidate, key.id(), command, how(actor, command), by(actor));
        return new Outcome.HandedIn(id, command.commitment());
    }

    /** What he has already, that takes the place of a list. */
    private Optional<Outcome> standing(Actor actor, Candidate candidate) {
        if (direct.of(candidate.id()).isPresent()) {
            return Optional.of(new Outcome.SettledDirectly());
        }
        return actor instanceof Actor.Office && isHisOwn(candidate)
                ? Optional.of(new Outcome.HisOwnStands())
                : Optional.empty();
    }

    private boolean isHisOwn(Candidate candidate) {
        return lists.last(candidate.id())
                .filter(last -> last.how() != How.COUNTER)
                .isPresent();
    }

    private static How how(Actor actor, Command command) {
        if (actor instanceof Actor.Office) {
            return How.COUNTER;
        }
        return command.byScript() ? How.BROWSER : How.SERVER;
    }

    private static String by(Actor actor) {
        return switch (actor) {
            case Actor.Office office -> office.signed();
            case Actor.Self self -> self.name();
            default -> throw new IllegalStateException("only himself or the counter hands in, says @Allow");
        };
    }
}
