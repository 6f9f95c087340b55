package org.rongyi.people.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 核实状态: somebody has died or moved away, and the place that answers for him has checked it: he leaves the contact
 * list and stays on the register. Or it was checked and is not so: he is on the list again, as if nothing had been said.
 */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE})
public class SettleStatus implements OfficeAct<SettleStatus.Command, SettleStatus.Outcome> {

    private final Secrets secrets;
    private final SeenFile seen;
    private final People people;
    private final Corrections corrections;
    private final List<PersonFollower> followers;
    private final Clock clock;
    private final AuditTrail audit;

    SettleStatus(
            SeenFile seen,
            People people,
            Corrections corrections,
            List<PersonFollower> followers,
            Clock clock,
            Secrets secrets,
            AuditTrail audit) {
        this.audit = audit;
        this.secrets = secrets;
        this.seen = seen;
        this.people = people;
        this.corrections = corrections;
        this.followers = followers;
        this.clock = clock;
    }

    /**
     * @param version the version the writer saw
     * @param status 在册 says that nothing of the kind happened
     * @param on the day he died or left; none for 在册
     * @param ground how it was checked
     */
    public record Command(
            CommandId id,
            UUID person,
            int version,
            PersonStatus status,
            @Nullable LocalDate on,
            String ground) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Settled(UUID subject) implements Outcome, Done {}

        /** Absent, or outside the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        /** Somebody changed it meanwhile. */
        record Stale() implements Outcome, Refused {}

        record NoGround() implements Outcome, Refused {}

        /** The words look like a state secret. */
        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}

        /** No day was given, or one that is still to come, or one before he was born. */
        record WrongDay() implements Outcome, Refused {}

        /** Another place answers for him: it is the one to check. */
        record NotResponsible(DivisionCode responsible) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        if (command.ground().isBlank()) {
            return new Outcome.NoGround();
        }
        var secret = secrets.look("ground", command.ground());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        return switch (seen.hold(command.person(), command.version())) {
            case SeenFile.Absent() -> new Outcome.NotFound();
            case SeenFile.Changed() -> new Outcome.Stale();
            case SeenFile.AsSeen(var before, var places) -> settle(office, command, before, places);
        };
    }

    private Outcome settle(Actor.Office office, Command command, PersonFile.View before, List<Place> places) {
        boolean active = command.status() == PersonStatus.ACTIVE;
        var on = command.on();
        if (!active && (on == null || on.isAfter(LocalDate.now(clock)) || on.getYear() < before.bornYear())) {
            return new Outcome.WrongDay();
        }
        var responsible = People.responsible(people.placesOf(command.person()));
        if (!office.scope().contains(responsible)) {
            return new Outcome.NotResponsible(responsible);
        }
        var lines = List.of("状态：" + before.standing());
        var reason = active ? reason(before) + "：" + command.ground() : command.ground();
        corrections.remember(before, places, new Corrections.Change(office, reason, lines));
        corrections.setStatus(before.id(), command.status(), active ? null : on, active ? null : command.ground());
        if (!active) {
            corrections.closeRequest(
                    before.id(), office, "档案已登记为" + command.status().zh() + "，移交作罢");
        }
        followers.forEach(follower -> follower.statusChanged(before.id(), command.status()));
        audit.changed("状态", before.status().zh(), command.status().zh());
        audit.unsaid("怎么核实的");
        return new Outcome.Settled(before.id());
    }

    private static String reason(PersonFile.View before) {
        return before.status() == PersonStatus.ACTIVE ? "查无此事" : "恢复在册";
    }
}
