package org.rongyi.career.campaign.appeal;

import java.util.UUID;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.candidate.RefusalNews;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 答复资格审查复核: in writing, by somebody who neither refused nor checked it. What is not upheld is lifted, and that is checked by another like any lifting. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class DecideAppeal implements OfficeAct<DecideAppeal.Command, DecideAppeal.Outcome> {

    private static final int LONGEST = 200;

    private final PlacementCampaigns campaigns;
    private final Appeals appeals;
    private final RefusalNews news;
    private final Secrets secrets;
    private final AuditTrail audit;

    DecideAppeal(PlacementCampaigns campaigns, Appeals appeals, RefusalNews news, Secrets secrets, AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.appeals = appeals;
        this.news = news;
        this.secrets = secrets;
    }

    /** @param upheld whether he may still not have the post */
    public record Command(CommandId id, UUID campaign, UUID refusal, boolean upheld, String answer)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Decided(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** It was answered or lifted before, or the list is settled. */
        record NotNow() implements Outcome, Refused {}

        /** Who refused or checked it does not look again. */
        record TookPart() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var campaign = campaigns.lock(command.campaign(), office);
        var look = appeals.find(command.campaign(), command.refusal());
        if (campaign.isEmpty() || look.isEmpty() || look.get().asked() == null) {
            return new Outcome.NotFound();
        }
        if (look.get().lifted() || !campaign.get().isIn(CampaignStage.NOTICE)) {
            return new Outcome.NotNow();
        }
        if (look.get().tookPart(office)) {
            return new Outcome.TookPart();
        }
        if (command.answer().isBlank() || command.answer().length() > LONGEST) {
            return new Outcome.Wanting("answer", "请写明查了什么、结论和理由，不超过 200 字");
        }
        var secret = secrets.look("answer", command.answer());
        if (secret.isPresent()) {
            return new Outcome.Wanting("answer", secret.get().why());
        }
        if (!appeals.decide(command.refusal(), command.upheld(), command.answer(), office)) {
            return new Outcome.NotNow();
        }
        audit.changed("资格审查的复核", "待答复", command.upheld() ? "维持" : "撤销");
        news.answered(campaign.get(), command.refusal(), look.get().person());
        return new Outcome.Decided(command.refusal());
    }
}
