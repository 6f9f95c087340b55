package org.rongyi.care.relief;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.need.Needs;
import org.rongyi.care.relief.rule.Standing;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.PersonStatus;
import org.rongyi.people.person.Place;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.CaseFiles;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 申请困难帮扶援助, by the person himself or by a post for him (办法 第十五条); from a need or a visit, which it then belongs to.
 */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE},
        self = true)
public class AskAid implements Act<AskAid.Command, AskAid.Outcome> {

    public static final String SERVICE = AidService.ID;

    private final PersonFile file;
    private final Aids aids;
    private final Needs needs;
    private final Cases cases;
    private final CaseFiles files;
    private final Policy policy;
    private final Secrets secrets;
    private final Clock clock;

    AskAid(
            PersonFile file,
            Aids aids,
            Needs needs,
            Cases cases,
            CaseFiles files,
            Policy policy,
            Secrets secrets,
            Clock clock) {
        this.file = file;
        this.aids = aids;
        this.needs = needs;
        this.cases = cases;
        this.files = files;
        this.policy = policy;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * @param agentGround why a post files it for him; none from himself
     * @param need the need it answers; none when it did not begin with one
     * @param visit the visit where it was said; none when it did not begin with one
     */
    public record Command(
            CommandId id,
            UUID person,
            AidRequest request,
            @Nullable String agentGround,
            @Nullable UUID need,
            @Nullable UUID visit)
            implements org.rongyi.platform.act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends org.rongyi.platform.act.Outcome {
        /** @param subject the case */
        record Asked(UUID subject) implements Outcome, Done {}

        /** Absent, or outside the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        /** Settled as deceased or moved out. */
        record NotActive() implements Outcome, Refused {}

        /** By his categories neither 退役军人 nor 其他优抚对象 (第十条). */
        record NotAnObject() implements Outcome, Refused {}

        /** The situation is for 退役军人 alone (第十一条). */
        record NotForHim() implements Outcome, Refused {}

        /** It is said to have happened after today. */
        record NotYet() implements Outcome, Refused {}

        /** Something is not said, or too long. */
        record Wanting() implements Outcome, Refused {}

        /** The words look like a state secret. */
        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}

        /** Filed for somebody, and it was not said why. */
        record NoAgentGround() implements Outcome, Refused {}

        /** A file that came with it cannot be kept; the reason is for the person. */
        record NotKept(String why) implements Outcome, Refused {}

        /** He files it himself, and it is not known well enough that it is he. */
        record NotIdentified(Assurance wanted) implements Outcome, Refused {}

        /** One is being handled. */
        record AlreadyOpen() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var request = command.request();
        var today = LocalDate.now(clock);
        if (request.isWanting() || request.household() == null) {
            return new Outcome.Wanting();
        }
        if (request.occurredOn().isAfter(today)) {
            return new Outcome.NotYet();
        }
        boolean forSomebody = actor instanceof Actor.Office;
        if (forSomebody
                && (command.agentGround() == null || command.agentGround().isBlank())) {
            return new Outcome.NoAgentGround();
        }
        var secret = request.secret(secrets).or(() -> secrets.look("agentGround", command.agentGround()));
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        var person = file.find(command.person());
        var place = responsible(command.person());
        if (person.isEmpty() || place.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (person.get().status() != PersonStatus.ACTIVE) {
            return new Outcome.NotActive();
        }
        var standing = Standing.of(person.get().categories());
        if (standing == Standing.NEITHER) {
            return new Outcome.NotAnObject();
        }
        if (!request.situation().isFor(standing)) {
            return new Outcome.NotForHim();
        }
        var applicant = new Aids.Applicant(
                person.get().id(), person.get().name(), place.get().code(), standing, command.need(), command.visit());
        return open(actor, command, applicant, today);
    }

    private Outcome open(Actor actor, Command command, Aids.Applicant applicant, LocalDate today) {
        var situation = policy.label(
                "relief.hardship.situation", command.request().situation().name());
        var filing = new Cases.Filing(
                SERVICE,
                situation,
                applicant.id(),
                applicant.name(),
                applicant.code(),
                actor instanceof Actor.Office ? command.agentGround() : null,
                situation);
        return switch (cases.open(actor, command.id().value(), filing)) {
            case Cases.AlreadyOpen() -> new Outcome.AlreadyOpen();
            case Cases.NotIdentified(var wanted) -> new Outcome.NotIdentified(wanted);
            case Cases.NotGiven ignored -> throw new IllegalStateException("family does not file it, says @Allow");
            case Cases.Opened(var opened) -> {
                aids.insert(opened, today, applicant, command.request(), null);
                if (command.need() != null && actor instanceof Actor.Office office) {
                    needs.takeUp(command.need(), "已代为申请困难帮扶援助", office.name() + "（" + office.unitName() + "）");
                }
                var hindrance = files.claim(actor, command.id(), opened);
                yield hindrance.isEmpty() ? new Outcome.Asked(opened) : new Outcome.NotKept(hindrance.get());
            }
        };
    }

    private Optional<Place> responsible(UUID person) {
        return file.places(person).stream().filter(Place::responsible).findFirst();
    }
}
