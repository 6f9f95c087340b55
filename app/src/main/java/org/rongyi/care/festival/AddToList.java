package org.rongyi.care.festival;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongyi.care.festival.rule.FestivalRule;
import org.rongyi.care.festival.rule.FestivalRule.Entitled;
import org.rongyi.care.festival.rule.FestivalRule.Group;
import org.rongyi.care.festival.rule.Ground;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 增加慰问对象: the place that answers for somebody puts him on the list by a reason the rule does not know, while it is open. */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.CITY, Level.COUNTY, Level.TOWN, Level.VILLAGE})
public class AddToList implements OfficeAct<AddToList.Command, AddToList.Outcome> {

    static final int LONGEST = 200;

    private final Campaigns campaigns;
    private final Lines lines;
    private final Listing listing;
    private final Secrets secrets;
    private final AuditTrail audit;
    private final Clock clock;

    AddToList(Campaigns campaigns, Lines lines, Listing listing, Secrets secrets, AuditTrail audit, Clock clock) {
        this.campaigns = campaigns;
        this.lines = lines;
        this.listing = listing;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param like what he is to be given: as this group of the list */
    public record Command(CommandId id, UUID campaign, UUID person, Ground like, String reason)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Added(UUID subject) implements Outcome, Done {}

        /** No such list, or no such person, or another place answers for him, or he is not to be visited now. */
        record NotFound() implements Outcome, Refused {}

        record ListNotOpen(Campaign.State state) implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

        record LooksSecret(String why) implements Outcome, Refused {}

        /** The list has no such group. */
        record NoSuchGroup() implements Outcome, Refused {}

        record OnList(UUID line) implements Outcome, Refused {}

        /** He was taken off this list; whoever took him off may put him back. */
        record TakenOff(UUID line, String why) implements Outcome, Refused {}

        /** Another bureau greets him at this festival. */
        record ListedElsewhere(String unit) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        if (command.reason().isBlank() || command.reason().length() > LONGEST) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("reason", command.reason());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get().why());
        }
        var campaign = campaigns.lock(office, command.campaign());
        var known = listing.find(command.person(), LocalDate.now(clock));
        if (campaign.isEmpty()
                || known.isEmpty()
                || !campaign.get().place().contains(known.get().code())) {
            return new Outcome.NotFound();
        }
        if (campaign.get().state() != Campaign.State.OPEN) {
            return new Outcome.ListNotOpen(campaign.get().state());
        }
        var group = campaign.get().groups().stream()
                .filter(one -> one.ground() == command.like())
                .findFirst();
        return group.isEmpty()
                ? new Outcome.NoSuchGroup()
                : add(
                        office,
                        campaign.get(),
                        known.get(),
                        group.get(),
                        command.reason().strip());
    }

    private Outcome add(Actor.Office by, Campaign campaign, Listing.Known known, Group group, String reason) {
        var there = lines.find(campaign.id(), known.person());
        if (there.isPresent()) {
            var line = there.get();
            var change = line.change();
            return switch (line.state()) {
                case STRUCK -> new Outcome.TakenOff(line.id(), change == null ? "" : change.why());
                case FALLEN, NOT_GIVEN ->
                    new Outcome.TakenOff(line.id(), line.endedWhy() == null ? "" : line.endedWhy());
                case LISTED, APPROVED, GIVEN -> new Outcome.OnList(line.id());
            };
        }
        var elsewhere = lines.elsewhere(known.person(), campaign);
        if (elsewhere.isPresent()) {
            return new Outcome.ListedElsewhere(elsewhere.get());
        }
        boolean checked = by.level() != Level.VILLAGE;
        var entitled = new Entitled(grounds(campaign, known, group), group);
        int put = lines.add(
                campaign,
                List.of(Listing.entry(known, entitled)),
                campaigns.nextLine(campaign.id()),
                new Lines.ByHand(by, reason, checked));
        if (put == 0) {
            return new Outcome.ListedElsewhere("别的单位");
        }
        listing.nameKnownAccounts(campaign);
        audit.explain(new Detail(reason, List.of()));
        return new Outcome.Added(
                lines.find(campaign.id(), known.person()).orElseThrow().id());
    }

    /** What the rule says of him stands beside what was decided by hand. */
    private static List<Ground> grounds(Campaign campaign, Listing.Known known, Group group) {
        return FestivalRule.of(known.facts(), campaign.groups())
                .map(Entitled::grounds)
                .orElse(List.of(group.ground()));
    }
}
