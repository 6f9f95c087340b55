package org.rongyi.career.campaign.objection;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.approval.Objection;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 改指得分有错的人: the answer to an objection that holds named the wrong person, or nobody. A leader who did not answer it says who it is, with the reason;
 * the answer itself stays as it was given, and what was named before is kept.
 */
@Service
@Allow(
        roles = {Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class NameAnew implements OfficeAct<NameAnew.Command, NameAnew.Outcome> {

    private static final int LONGEST = 200;

    private final PlacementCampaigns campaigns;
    private final NoticeObjections objections;
    private final WhoseScore scores;
    private final Secrets secrets;
    private final AuditTrail audit;

    NameAnew(
            PlacementCampaigns campaigns,
            NoticeObjections objections,
            WhoseScore scores,
            Secrets secrets,
            AuditTrail audit) {
        this.campaigns = campaigns;
        this.objections = objections;
        this.scores = scores;
        this.secrets = secrets;
        this.audit = audit;
    }

    /** @param whose by name or pseudonym; empty where it is not about a score after all */
    public record Command(CommandId id, UUID campaign, UUID objection, String whose, String why)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Named(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** It is open, or does not hold. */
        record NotNow() implements Outcome, Refused {}

        /** Who answered it does not say whom he meant. */
        record SamePerson() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var campaign = campaigns.lock(command.campaign(), office);
        var found = objections.find(command.campaign(), command.objection());
        if (campaign.isEmpty() || found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var one = found.get();
        var answer = one.answer();
        if (answer == null || answer.ruling() != Objection.Ruling.UPHELD) {
            return new Outcome.NotNow();
        }
        if (office.speaksFor(answer.account())) {
            return new Outcome.SamePerson();
        }
        if (command.why().isBlank() || command.why().length() > LONGEST) {
            return new Outcome.Wanting("why", "请写明为什么改，不超过 200 字");
        }
        var secret = secrets.look("why", command.why());
        if (secret.isPresent()) {
            return new Outcome.Wanting(secret.get().field(), secret.get().why());
        }
        return switch (scores.find(command.campaign(), command.whose())) {
            case WhoseScore.Unclear(var why) -> new Outcome.Wanting("whose", why);
            case WhoseScore.Known(var candidate) -> name(one, candidate, command.why(), office);
        };
    }

    private Outcome name(NoticeObjections.One one, @Nullable UUID candidate, String why, Actor.Office by) {
        var concerned = one.concerned();
        var before = concerned == null ? null : concerned.candidate();
        if (Objects.equals(before, candidate)) {
            return new Outcome.Wanting("whose", "与原来指的一样");
        }
        audit.said("得分有错的参加人", "改指：" + why);
        objections.name(one, candidate, why, by);
        return new Outcome.Named(one.id());
    }
}
