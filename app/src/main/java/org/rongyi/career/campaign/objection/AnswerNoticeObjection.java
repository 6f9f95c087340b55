package org.rongyi.career.campaign.objection;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.network.organisation.Units;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.approval.Objection;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.notice.Notice;
import org.rongyi.platform.notice.Notices;
import org.rongyi.platform.notice.Recipient;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 答复安置公示的异议: in writing, by the office that runs the campaign, also after it was called off. Whoever objected is told that the answer is there. Where it
 * holds and somebody's score is wrong, nothing goes on before that score is opened anew. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class AnswerNoticeObjection implements OfficeAct<AnswerNoticeObjection.Command, AnswerNoticeObjection.Outcome> {

    /** Who answers where a unit has no phone written down. */
    private static final String HOTLINE = "12345";

    private static final int LONGEST = 500;

    private final PlacementCampaigns campaigns;
    private final NoticeObjections objections;
    private final WhoseScore scores;
    private final Notices notices;
    private final Units units;
    private final Divisions divisions;
    private final Secrets secrets;
    private final AuditTrail audit;

    AnswerNoticeObjection(
            PlacementCampaigns campaigns,
            NoticeObjections objections,
            WhoseScore scores,
            Notices notices,
            Units units,
            Divisions divisions,
            Secrets secrets,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.objections = objections;
        this.scores = scores;
        this.notices = notices;
        this.units = units;
        this.divisions = divisions;
        this.secrets = secrets;
    }

    /**
     * @param answer what was found and why, as whoever objected gets it
     * @param whose where it holds: whose score is wrong, by name or pseudonym; empty where it is not about a score
     */
    public record Command(
            CommandId id, UUID campaign, UUID objection, Objection.Ruling ruling, String answer, String whose)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Answered(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** It was answered before. */
        record NotNow() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var campaign = campaigns.lock(command.campaign(), office);
        var found = objections.find(command.campaign(), command.objection());
        if (campaign.isEmpty() || found.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (command.answer().isBlank() || command.answer().length() > LONGEST) {
            return new Outcome.Wanting("answer", "请写明查了什么、结论和理由，不超过 500 字");
        }
        var secret = secrets.look("answer", command.answer());
        if (secret.isPresent()) {
            return new Outcome.Wanting(secret.get().field(), secret.get().why());
        }
        var one = found.get();
        var whose = command.ruling() == Objection.Ruling.UPHELD ? command.whose() : "";
        return switch (scores.find(command.campaign(), whose)) {
            case WhoseScore.Unclear(var why) -> new Outcome.Wanting("whose", why);
            case WhoseScore.Known(var candidate) -> answer(campaign.get(), one, command, candidate, office);
        };
    }

    private Outcome answer(
            CampaignRecord campaign,
            NoticeObjections.One one,
            Command command,
            @Nullable UUID candidate,
            Actor.Office by) {
        if (!objections.answer(one.id(), command.ruling(), command.answer(), candidate, divisions.today(), by)) {
            return new Outcome.NotNow();
        }
        audit.said("对安置公示的异议", command.ruling().zh());
        tell(campaign, one);
        return new Outcome.Answered(one.id());
    }

    private void tell(CampaignRecord campaign, NoticeObjections.One one) {
        var phone = units.find(campaign.unit())
                .map(unit -> unit.details().phone())
                .filter(known -> !known.isBlank())
                .orElse(HOTLINE);
        var fields = Map.of("number", one.number(), "station", campaign.unitName(), "stationPhone", phone);
        notices.send(
                Notice.of("campaign.objection-answered", one.id(), null, fields),
                new Recipient.Phone(one.by().phone()));
    }
}
