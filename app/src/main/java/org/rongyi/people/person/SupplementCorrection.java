package org.rongyi.people.person;

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

/** 补正更正申请: brings what was missing; the request may be said better at the same time. */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE},
        self = true,
        kin = true)
public class SupplementCorrection implements Act<SupplementCorrection.Command, SupplementCorrection.Outcome> {

    private final CorrectionRequests requests;
    private final Cases cases;
    private final CaseFiles files;
    private final Secrets secrets;

    SupplementCorrection(CorrectionRequests requests, Cases cases, CaseFiles files, Secrets secrets) {
        this.secrets = secrets;
        this.requests = requests;
        this.cases = cases;
        this.files = files;
    }

    /** @param what in words, for the history */
    public record Command(CommandId id, UUID file, CorrectionRequest request, String what)
            implements org.rongyi.platform.act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends org.rongyi.platform.act.Outcome {
        record Supplemented(UUID subject) implements Outcome, Done {}

        /** Absent, or outside the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        record NothingChanged() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

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
        if (file.isEmpty() || requests.find(command.file()).isEmpty()) {
            return new Outcome.NotFound();
        }
        if (file.get().state() != Position.State.SUPPLEMENT) {
            return new Outcome.NotAsked();
        }
        var lacking = file.get().route().lacking(actor);
        if (lacking.isPresent()) {
            return new Outcome.NotIdentified(lacking.get());
        }
        if (command.what().isBlank() || command.request().ground().isBlank()) {
            return new Outcome.NoReason();
        }
        var secret = command.request().secret(secrets).or(() -> secrets.look("what", command.what()));
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        if (command.request().isEmpty()) {
            return new Outcome.NothingChanged();
        }
        var hindrance = files.claim(actor, command.id(), command.file());
        if (hindrance.isPresent()) {
            return new Outcome.NotKept(hindrance.get());
        }
        requests.rewrite(command.file(), command.request());
        return cases.supplement(actor, file.get(), command.what())
                ? new Outcome.Supplemented(command.file())
                : new Outcome.NotAsked();
    }
}
