package org.rongyi.career.campaign.direct;

import java.util.UUID;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 登记对意向的异议: whoever comes, calls or writes within the days it is shown, by name or without one. */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class ObjectDirect implements OfficeAct<ObjectDirect.Command, ObjectDirect.Outcome> {

    private final PlacementCampaigns campaigns;
    private final DirectApplications applications;
    private final DirectObjections objections;
    private final Divisions divisions;
    private final Written written;
    private final AuditTrail audit;

    ObjectDirect(
            PlacementCampaigns campaigns,
            DirectApplications applications,
            DirectObjections objections,
            Divisions divisions,
            Written written,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.applications = applications;
        this.objections = objections;
        this.divisions = divisions;
        this.written = written;
    }

    /** @param whose who objects, as he wants to be called */
    public record Command(CommandId id, UUID application, String whose, String words) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Taken(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Nothing is shown. */
        record NotNow() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var campaign = applications.find(command.application()).flatMap(one -> campaigns.lock(one.campaign(), office));
        if (campaign.isEmpty()) {
            return new Outcome.NotFound();
        }
        var one = applications.find(command.application()).orElseThrow();
        var until = one.noticeUntil();
        if (one.state() != DirectState.SHOWN || until == null || until.isBefore(divisions.today())) {
            return new Outcome.NotNow();
        }
        var wrong = written.wrong("whose", command.whose(), Written.SHORT, "请写明谁提出的，不愿留姓名的写“匿名”")
                .or(() -> written.wrong("words", command.words(), Written.LONG, "请写明异议的内容"));
        audit.said("对直通安置的异议", "已登记");
        return wrong.<Outcome>map(found -> new Outcome.Wanting(found.field(), found.why()))
                .orElseGet(() -> new Outcome.Taken(objections.insert(
                        campaign.get(),
                        one.id(),
                        command.whose().strip(),
                        command.words().strip(),
                        office)));
    }
}
