package org.rongyi.care.relief;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.CaseFiles;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.approval.route.Position;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 补正帮扶援助申请, or 补齐手续 after aid that was given first (办法 第十六条): brings what was missing, and says the rest better. */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE},
        self = true)
public class SupplementAid implements Act<SupplementAid.Command, SupplementAid.Outcome> {

    private final Aids aids;
    private final Cases cases;
    private final CaseFiles files;
    private final Secrets secrets;
    private final Clock clock;

    SupplementAid(Aids aids, Cases cases, CaseFiles files, Secrets secrets, Clock clock) {
        this.aids = aids;
        this.cases = cases;
        this.files = files;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @param what in words, for the history */
    public record Command(CommandId id, UUID file, AidRequest request, String what)
            implements org.rongyi.platform.act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends org.rongyi.platform.act.Outcome {
        record Supplemented(UUID subject) implements Outcome, Done {}

        /** Absent, or outside the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        /** The situation is for 退役军人 alone (第十一条). */
        record NotForHim() implements Outcome, Refused {}

        /** It is said to have happened after today. */
        record NotYet() implements Outcome, Refused {}

        /** Something is not said, or too long. */
        record Wanting() implements Outcome, Refused {}

        /** The words look like a state secret. */
        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}

        /** A file that came with it cannot be kept; the reason is for the person. */
        record NotKept(String why) implements Outcome, Refused {}

        /** He brings it himself, and it is not known well enough that it is he. */
        record NotIdentified(Assurance wanted) implements Outcome, Refused {}

        /** Nothing is asked for any more. */
        record NotAsked() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var file = cases.lock(command.file());
        var aid = aids.find(command.file());
        if (file.isEmpty() || aid.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (file.get().state() != Position.State.SUPPLEMENT) {
            return new Outcome.NotAsked();
        }
        var lacking = file.get().route().lacking(actor);
        if (lacking.isPresent()) {
            return new Outcome.NotIdentified(lacking.get());
        }
        var request = command.request();
        if (command.what().isBlank() || request.isWanting() || request.household() == null) {
            return new Outcome.Wanting();
        }
        if (request.occurredOn().isAfter(LocalDate.now(clock))) {
            return new Outcome.NotYet();
        }
        if (!request.situation().isFor(aid.get().standing())) {
            return new Outcome.NotForHim();
        }
        var secret = request.secret(secrets).or(() -> secrets.look("what", command.what()));
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        var hindrance = files.claim(actor, command.id(), command.file());
        if (hindrance.isPresent()) {
            return new Outcome.NotKept(hindrance.get());
        }
        aids.rewrite(command.file(), request);
        return cases.supplement(actor, file.get(), command.what())
                ? new Outcome.Supplemented(command.file())
                : new Outcome.NotAsked();
    }
}
