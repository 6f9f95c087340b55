package org.rongyi.people.person;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.CaseFiles;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 申请更正个人信息, by the person himself, or by a post or one of his family for him (个人信息保护法 第 46 条). The file stays as it is until the case is
 * decided.
 */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE},
        self = true,
        kin = true)
public class AskCorrection implements Act<AskCorrection.Command, AskCorrection.Outcome> {

    /** The service it is filed for. */
    public static final String SERVICE = CorrectionService.ID;

    static final int LONGEST_GROUND = 300;

    private final PersonFile file;
    private final CorrectionRequests requests;
    private final Cases cases;
    private final CaseFiles files;
    private final Secrets secrets;

    AskCorrection(PersonFile file, CorrectionRequests requests, Cases cases, CaseFiles files, Secrets secrets) {
        this.secrets = secrets;
        this.file = file;
        this.requests = requests;
        this.cases = cases;
        this.files = files;
    }

    /** @param agentGround why a post files it for him; none from himself */
    public record Command(
            CommandId id,
            UUID person,
            CorrectionRequest request,
            @Nullable String agentGround) implements org.rongyi.platform.act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends org.rongyi.platform.act.Outcome {
        /** @param subject the case */
        record Asked(UUID subject) implements Outcome, Done {}

        /** Absent, or outside the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        /** Settled as deceased or moved out. */
        record NotActive() implements Outcome, Refused {}

        record NothingChanged() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

        /** The words look like a state secret. */
        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}

        /** Filed for somebody, and it was not said why. */
        record NoAgentGround() implements Outcome, Refused {}

        /** A file that came with it cannot be kept; the reason is for the person. */
        record NotKept(String why) implements Outcome, Refused {}

        /** He files it himself, and it is not known well enough that it is he. */
        record NotIdentified(Assurance wanted) implements Outcome, Refused {}

        /** One of his family, and it is not among what he was given. */
        record NotGiven() implements Outcome, Refused {}

        /** One is being handled. */
        record AlreadyOpen() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        boolean forSomebody = actor instanceof Actor.Office;
        var ground = command.request().ground();
        if (ground.isBlank() || ground.length() > LONGEST_GROUND) {
            return new Outcome.NoReason();
        }
        if (forSomebody
                && (command.agentGround() == null || command.agentGround().isBlank())) {
            return new Outcome.NoAgentGround();
        }
        var secret = command.request().secret(secrets).or(() -> secrets.look("agentGround", command.agentGround()));
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        var person = file.find(command.person());
        var place = file.places(command.person()).stream()
                .filter(Place::responsible)
                .findFirst();
        if (person.isEmpty() || place.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (person.get().status() != PersonStatus.ACTIVE) {
            return new Outcome.NotActive();
        }
        if (command.request().isEmpty()) {
            return new Outcome.NothingChanged();
        }
        var filing = new Cases.Filing(
                CorrectionService.ID,
                "更正" + command.request().parts(),
                person.get().id(),
                person.get().name(),
                place.get().code(),
                forSomebody ? command.agentGround() : null);
        var id = command.id().value();
        return switch (cases.open(actor, id, filing)) {
            case Cases.AlreadyOpen() -> new Outcome.AlreadyOpen();
            case Cases.NotGiven() -> new Outcome.NotGiven();
            case Cases.NotIdentified(var wanted) -> new Outcome.NotIdentified(wanted);
            case Cases.Opened(var opened) -> {
                requests.insert(opened, person.get(), place.get().code(), command.request());
                var hindrance = files.claim(actor, command.id(), opened);
                yield hindrance.isEmpty() ? new Outcome.Asked(opened) : new Outcome.NotKept(hindrance.get());
            }
        };
    }
}
