package org.rongyi.care.festival;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.care.festival.rule.FestivalRule.Group;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Funds;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 拟定慰问: which groups are given what at a festival, out of which fund; the list is made at once. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.CITY, Level.COUNTY})
public class OpenCampaign implements OfficeAct<OpenCampaign.Command, OpenCampaign.Outcome> {

    private final Campaigns campaigns;
    private final Listing listing;
    private final Funds funds;
    private final FestivalTerms terms;
    private final Secrets secrets;
    private final Clock clock;
    private final AuditTrail audit;

    OpenCampaign(
            Campaigns campaigns,
            Listing listing,
            Funds funds,
            FestivalTerms terms,
            Secrets secrets,
            Clock clock,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.listing = listing;
        this.funds = funds;
        this.terms = terms;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @param day the festival itself; its year is the greeting's */
    public record Command(
            CommandId id, Festival festival, LocalDate day, UUID fund, Campaign.Way way, List<Group> groups)
            implements OfficeAct.Command {

        public Command {
            groups = List.copyOf(groups);
        }
    }

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Opened(UUID subject, int persons, int passedOver) implements Outcome, Done {}

        /** One greeting of a bureau a festival. */
        record SameFestival(UUID campaign) implements Outcome, Refused {}

        /** Not this bureau's own open fund. */
        record NoFund() implements Outcome, Refused {}

        /** Past, or more than a year ahead. */
        record WrongDay() implements Outcome, Refused {}

        /** Nobody is to be given anything; or one group twice, or one that may not be greeted. */
        record WrongGroups() implements Outcome, Refused {}

        record LooksSecret(String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var today = LocalDate.now(clock);
        if (command.day().isBefore(today) || command.day().isAfter(today.plusYears(1))) {
            return new Outcome.WrongDay();
        }
        var grounds = command.groups().stream().map(Group::ground).toList();
        if (grounds.isEmpty()
                || grounds.stream().distinct().count() < grounds.size()
                || !terms.grounds(today).containsAll(grounds)) {
            return new Outcome.WrongGroups();
        }
        for (var group : command.groups()) {
            var secret = secrets.look("goods." + group.ground(), group.goods());
            if (secret.isPresent()) {
                return new Outcome.LooksSecret(secret.get().why());
            }
        }
        if (ownFund(office, command.fund()).isEmpty()) {
            return new Outcome.NoFund();
        }
        var campaign = campaign(office, command);
        while (!campaigns.add(campaign)) {
            var same = campaigns.findSame(office.unit(), command.festival(), campaign.year());
            if (same.isPresent()) {
                return new Outcome.SameFestival(same.get().id());
            }
            campaign = campaign(office, command); // another unit of this place took the number
        }
        var listed = listing.list(campaign, today);
        audit.said("慰问名单", listed.persons() + " 人");
        return new Outcome.Opened(campaign.id(), listed.persons(), listed.passedOver());
    }

    private Optional<Fund> ownFund(Actor.Office by, UUID fund) {
        return funds.find(fund).filter(one -> one.unit().equals(by.unit()) && one.closedOn() == null);
    }

    private Campaign campaign(Actor.Office by, Command command) {
        int year = command.day().getYear();
        return new Campaign(
                Ids.next(),
                campaigns.nextNumber(by, command.festival(), year),
                command.festival(),
                year,
                by.unit(),
                by.unitName(),
                by.unitCode(),
                command.fund(),
                command.day(),
                command.way(),
                command.groups(),
                Campaign.State.OPEN,
                new Campaign.Maker(by.account(), by.actingFor(), by.name(), OffsetDateTime.now(clock)),
                0,
                null,
                null);
    }
}
