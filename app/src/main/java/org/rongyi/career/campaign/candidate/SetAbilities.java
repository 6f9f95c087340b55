package org.rongyi.career.campaign.candidate;

import java.util.List;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.pairs.Abilities;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 登记能力: what somebody who takes part already has, from his certificates, until the list is settled. Nothing that is shown changes, so no notice is
 * prolonged; but more or less of them moves a directive round, so another checks each change, also that one was taken away.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class SetAbilities implements OfficeAct<SetAbilities.Command, SetAbilities.Outcome> {

    private final PlacementCampaigns campaigns;
    private final Candidates candidates;
    private final CandidateBook book;
    private final Abilities abilities;
    private final AuditTrail audit;

    SetAbilities(
            PlacementCampaigns campaigns,
            Candidates candidates,
            CandidateBook book,
            Abilities abilities,
            AuditTrail audit) {
        this.campaigns = campaigns;
        this.candidates = candidates;
        this.book = book;
        this.abilities = abilities;
        this.audit = audit;
    }

    /** @param abilities all of his, by the codes of {@code campaign.abilities}; empty where he has none */
    public record Command(CommandId id, UUID campaign, UUID candidate, List<String> abilities)
            implements OfficeAct.Command {

        public Command {
            abilities = Abilities.canonical(abilities);
        }
    }

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Entered(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** The list is settled, or he takes no part any more. */
        record NotNow() implements Outcome, Refused {}

        /** These stand already. */
        record AsBefore() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var campaign = campaigns.lock(command.campaign(), office);
        var found = candidates
                .lock(command.candidate())
                .filter(one -> one.campaign().equals(command.campaign()));
        if (campaign.isEmpty() || found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var who = found.get();
        if (!campaign.get().isIn(CampaignStage.DRAFT) && !campaign.get().isIn(CampaignStage.NOTICE)
                || !who.takesPart()) {
            return new Outcome.NotNow();
        }
        if (who.abilities().equals(command.abilities())) {
            return new Outcome.AsBefore();
        }
        var unknown = abilities.unknown(command.abilities());
        if (unknown.isPresent()) {
            return new Outcome.Wanting("abilities", unknown.get());
        }
        book.abilities(who.id(), command.abilities(), office);
        audit.explain(new Detail(
                "登记能力", List.of(new Detail.Change(who.name(), words(who.abilities()), words(command.abilities())))));
        return new Outcome.Entered(who.id());
    }

    private String words(List<String> codes) {
        return codes.isEmpty() ? "没有" : abilities.words(codes);
    }
}
