package org.rongyi.career.campaign.direct;

import java.util.Objects;
import java.util.UUID;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 答复异议: by who did not enter the agreement. Where it holds, the agreement is over, and its seat free. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class AnswerDirect implements OfficeAct<AnswerDirect.Command, AnswerDirect.Outcome> {

    private final PlacementCampaigns campaigns;
    private final DirectApplications applications;
    private final DirectObjections objections;
    private final Written written;
    private final AuditTrail audit;

    AnswerDirect(
            PlacementCampaigns campaigns,
            DirectApplications applications,
            DirectObjections objections,
            Written written,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.applications = applications;
        this.objections = objections;
        this.written = written;
    }

    public record Command(CommandId id, UUID objection, boolean upheld, String answer) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Answered(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Answered before. */
        record NotNow() implements Outcome, Refused {}

        /** He entered the agreement himself. */
        record SamePerson() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var one = objections.find(command.objection()).flatMap(found -> applications.find(found.application()));
        var campaign = one.flatMap(found -> campaigns.lock(found.campaign(), office));
        if (one.isEmpty() || campaign.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (!objections.find(command.objection()).orElseThrow().isOpen()) {
            return new Outcome.NotNow();
        }
        if (office.speaksFor(Objects.requireNonNull(one.get().agreer()))) {
            return new Outcome.SamePerson();
        }
        var wrong = written.wrong("answer." + command.objection(), command.answer(), Written.LONG, "请写明怎样答复");
        if (wrong.isPresent()) {
            return new Outcome.Wanting(wrong.get().field(), wrong.get().why());
        }
        audit.said("对直通安置的异议", command.upheld() ? "成立，撤回" : "不成立");
        objections.answer(
                command.objection(), command.upheld(), command.answer().strip(), office);
        if (command.upheld()) {
            applications.withdraw(
                    one.get().id(), DirectSide.OBJECTION, command.answer().strip(), office.signed());
        }
        return new Outcome.Answered(command.objection());
    }
}
