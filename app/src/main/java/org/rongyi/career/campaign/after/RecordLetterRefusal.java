package org.rongyi.career.campaign.after;

import java.util.List;
import java.util.UUID;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.insight.figures.Fact;
import org.rongyi.insight.figures.Figures;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 登记拒绝: the unit does not take him, or he does not go. It is on record and nothing more: what follows for him is proposed, heard and decided in
 * reception, what follows for the unit is asked of its superiors.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class RecordLetterRefusal implements OfficeAct<RecordLetterRefusal.Command, RecordLetterRefusal.Outcome> {

    private static final int LONGEST = 300;

    private final PlacementCampaigns campaigns;
    private final PlacementLetters letters;
    private final Figures figures;
    private final Divisions divisions;
    private final AuditTrail audit;

    RecordLetterRefusal(
            PlacementCampaigns campaigns,
            PlacementLetters letters,
            Figures figures,
            Divisions divisions,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.letters = letters;
        this.figures = figures;
        this.divisions = divisions;
    }

    /** @param byUnit whether the unit refuses; otherwise he does */
    public record Command(CommandId id, UUID campaign, UUID letter, boolean byUnit, String words)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Recorded(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** On duty, or refused before. */
        record NotNow() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var campaign = campaigns.lock(command.campaign(), office);
        var found = letters.lock(command.letter()).filter(one -> one.campaign().equals(command.campaign()));
        if (campaign.isEmpty() || found.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (found.get().state() != LetterState.ISSUED) {
            return new Outcome.NotNow();
        }
        if (command.words().isBlank() || command.words().length() > LONGEST) {
            return new Outcome.NoReason();
        }
        var letter = found.get();
        var today = divisions.today();
        audit.changed(
                "介绍信", letter.state().zh(), (command.byUnit() ? LetterState.UNIT_REFUSED : LetterState.REFUSED).zh());
        letters.refuse(
                letter.id(),
                command.byUnit() ? LetterState.UNIT_REFUSED : LetterState.REFUSED,
                command.words(),
                today,
                office);
        var kind = command.byUnit() ? LetterKinds.UNIT_REFUSED : LetterKinds.REFUSED;
        figures.count(List.of(Fact.of(kind, letter.code(), today, letter.id(), letter.person())));
        return new Outcome.Recorded(letter.id());
    }
}
