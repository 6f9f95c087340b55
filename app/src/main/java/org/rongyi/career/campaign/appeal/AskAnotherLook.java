package org.rongyi.career.campaign.appeal;

import java.util.UUID;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.candidate.RefusalNews;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 申请资格审查复核: by himself or at the counter, once for each post, within the working days from the day a second person checked it, before the list is settled. */
@Service
@Allow(
        self = true,
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class AskAnotherLook implements Act<AskAnotherLook.Command, AskAnotherLook.Outcome> {

    private static final int LONGEST = 200;

    private final PlacementCampaigns campaigns;
    private final Candidates candidates;
    private final Appeals appeals;
    private final RefusalNews news;
    private final Divisions divisions;
    private final Secrets secrets;
    private final AuditTrail audit;

    AskAnotherLook(
            PlacementCampaigns campaigns,
            Candidates candidates,
            Appeals appeals,
            RefusalNews news,
            Divisions divisions,
            Secrets secrets,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.candidates = candidates;
        this.appeals = appeals;
        this.news = news;
        this.divisions = divisions;
        this.secrets = secrets;
    }

    public record Command(CommandId id, UUID candidate, UUID refusal, String words) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Asked(UUID subject) implements Outcome, Done {}

        /** Nobody of the kind, not his, or lifted. */
        record NotFound() implements Outcome, Refused {}

        /** Nobody has checked it yet, the last day is past, or the list is settled. */
        record NotNow() implements Outcome, Refused {}

        record AlreadyAsked() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome lost(String constraint) {
        return constraint.equals("appeal_refusal_id_key") ? new Outcome.AlreadyAsked() : Act.super.lost(constraint);
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var found = candidates.find(command.candidate()).filter(Candidate::takesPart);
        if (found.isEmpty()
                || actor instanceof Actor.Self self && !found.get().person().equals(self.person())) {
            return new Outcome.NotFound();
        }
        var whom = found.get();
        appeals.hold(whom.campaign());
        var look = appeals.of(whom.campaign(), whom.person()).stream()
                .filter(one -> one.refusal().equals(command.refusal()) && !one.lifted())
                .findFirst();
        var campaign = campaigns.find(whom.campaign());
        if (look.isEmpty() || campaign.isEmpty()) {
            return new Outcome.NotFound();
        }
        var until = look.get().until();
        if (look.get().asked() != null) {
            return new Outcome.AlreadyAsked();
        }
        boolean isOver = until != null && divisions.today().isAfter(until);
        if (!look.get().checked() || isOver || !campaign.get().isIn(CampaignStage.NOTICE)) {
            return new Outcome.NotNow();
        }
        if (command.words().isBlank() || command.words().length() > LONGEST) {
            return new Outcome.Wanting("words", "请写明为什么您符合条件，不超过 200 字");
        }
        var secret = secrets.look("words", command.words());
        if (secret.isPresent()) {
            return new Outcome.Wanting("words", secret.get().why());
        }
        audit.said("资格审查的复核", "已申请");
        appeals.insert(look.get(), whom, command.words(), by(actor));
        news.asked(campaign.get(), command.refusal(), whom.id());
        return new Outcome.Asked(command.refusal());
    }

    private static String by(Actor actor) {
        return switch (actor) {
            case Actor.Office office -> office.signed();
            case Actor.Self self -> self.name();
            default -> throw new IllegalStateException("only himself or the counter asks, says @Allow");
        };
    }
}
