package org.rongyi.career.campaign.candidate;

import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 核对依据: what others entered about a candidate, from the same papers. It changes nothing that is shown, so it may be done until the list is settled;
 * but a refusal only where he can still ask for another look before wishes are taken, and he is told of it.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class CheckGrounds implements OfficeAct<CheckGrounds.Command, CheckGrounds.Outcome> {

    private final PlacementCampaigns campaigns;
    private final SecondWord words;
    private final AppealTerm term;
    private final RefusalNews news;
    private final AuditTrail audit;

    CheckGrounds(PlacementCampaigns campaigns, SecondWord words, AppealTerm term, RefusalNews news, AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.words = words;
        this.term = term;
        this.news = news;
    }

    /** @param seen what he was shown of it, {@link SecondWord#seen} */
    public record Command(CommandId id, UUID campaign, UUID candidate, String seen) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Checked(UUID subject) implements Outcome, Done {}

        /** Nothing of his waits. */
        record NotFound() implements Outcome, Refused {}

        /** The list is settled. */
        record NotNow() implements Outcome, Refused {}

        /** Something was said anew since he was shown it. */
        record Stale() implements Outcome, Refused {}

        /** All that waits he entered himself. */
        record SamePerson() implements Outcome, Refused {}

        /** @param why all that waits are refusals, and he could not ask for another look in time */
        record NoTimeToAppeal(String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var campaign = campaigns.lock(command.campaign(), office);
        if (campaign.isEmpty()) {
            return new Outcome.NotFound();
        }
        var waiting = words.open(command.campaign(), command.candidate());
        if (waiting.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (!campaign.get().isIn(CampaignStage.DRAFT) && !campaign.get().isIn(CampaignStage.NOTICE)) {
            return new Outcome.NotNow();
        }
        if (!command.seen().equals(SecondWord.seen(waiting))) {
            return new Outcome.Stale();
        }
        var others =
                waiting.stream().filter(one -> !office.speaksFor(one.account())).toList();
        if (others.isEmpty()) {
            return new Outcome.SamePerson();
        }
        var late = term.late(campaign.get());
        var now = others.stream()
                .filter(one -> late.isEmpty() || !one.isRefusal())
                .toList();
        audit.changed("依据", "待另一人核对", "已核对 " + now.size() + " 项");
        now.forEach(one -> check(campaign.get(), one, office));
        return now.isEmpty() ? new Outcome.NoTimeToAppeal(late.orElse("")) : new Outcome.Checked(command.candidate());
    }

    /** While it is drafted nobody is told: he cannot ask before the notice. */
    private void check(CampaignRecord campaign, SecondWord.Waiting one, Actor.Office by) {
        words.check(one, by);
        if (one.isRefusal() && campaign.isIn(CampaignStage.NOTICE)) {
            news.refused(campaign, one.id(), one.person());
        }
    }
}
