package org.rongyi.care.relief.emergency;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.need.Needs;
import org.rongyi.care.relief.emergency.rule.Eligible;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.Place;
import org.rongyi.people.person.PlaceKind;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.approval.apply.Applications;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 申请应急救助, where the 户籍 is: by the person himself, or by a post for him; from a need, a visit or a case of 困难帮扶援助.
 */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE},
        self = true)
public class AskEmergency implements Act<AskEmergency.Command, Applied> {

    public static final String SERVICE = EmergencyService.ID;

    static final Applied LATER = new Applied.Objected("occurredOn", "发生的日期不能晚于今天");
    static final Applied WANTING = new Applied.Objected("words", "请写明发生了什么、有什么困难，不超过 500 字");

    private final PersonFile file;
    private final Emergencies emergencies;
    private final EmergencyTerms terms;
    private final Needs needs;
    private final Applications applications;
    private final Policy policy;
    private final Secrets secrets;
    private final Clock clock;

    AskEmergency(
            PersonFile file,
            Emergencies emergencies,
            EmergencyTerms terms,
            Needs needs,
            Applications applications,
            Policy policy,
            Secrets secrets,
            Clock clock) {
        this.file = file;
        this.emergencies = emergencies;
        this.terms = terms;
        this.needs = needs;
        this.applications = applications;
        this.policy = policy;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * @param agentGround why a post files it for him; none from himself
     * @param need the need it answers; none when it did not begin with one
     * @param visit the visit where it was said
     * @param aid the case of 困难帮扶援助 it was found from
     */
    public record Command(
            CommandId id,
            UUID person,
            EmergencyRequest request,
            @Nullable String agentGround,
            @Nullable UUID need,
            @Nullable UUID visit,
            @Nullable UUID aid)
            implements org.rongyi.platform.act.Command {}

    @Override
    public Applied run(Actor actor, Command command) {
        var request = command.request();
        var unfit = unfit(actor, command);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        var found = file.applicant(command.person());
        if (found.isEmpty()) {
            return new Applied.NotFound();
        }
        if (!found.get().isActive()) {
            return new Applied.NotActive();
        }
        var person = found.get().person();
        var object = Eligible.of(person.categories());
        if (object.isEmpty()) {
            return new Applied.NotAnObject("按档案上的类别，不是应急救助的对象（退役军人、残疾军人、烈士等遗属、现役军人家属）");
        }
        var today = LocalDate.now(clock);
        if (request.occurredOn().plusYears(terms.on(today).years()).isBefore(today)) {
            return new Applied.Objected("occurredOn", "事情发生已超过一年，不能再申请应急救助；可以申请困难帮扶援助");
        }
        var place = found.get().place();
        var where = registered(person.id());
        if (where.isEmpty() && place.kind() == PlaceKind.RESIDENCE) {
            return new Applied.NotHere();
        }
        return open(
                actor,
                command,
                new Emergencies.Applicant(
                        person.id(),
                        person.name(),
                        where.orElse(place.code()),
                        object,
                        command.need(),
                        command.visit(),
                        command.aid()));
    }

    private Optional<Applied> unfit(Actor actor, Command command) {
        var request = command.request();
        if (request.isWanting()) {
            return Optional.of(WANTING);
        }
        if (request.occurredOn().isAfter(LocalDate.now(clock))) {
            return Optional.of(LATER);
        }
        return applications.unfit(actor, command.agentGround(), () -> request.secret(secrets));
    }

    /** 户籍所在地, as far as the actor may see it; an office sees none where it is outside its territory. */
    private Optional<DivisionCode> registered(UUID person) {
        return file.places(person).stream()
                .filter(place -> place.kind() == PlaceKind.HUKOU || place.kind() == PlaceKind.BOTH)
                .map(Place::code)
                .findFirst();
    }

    private Applied open(Actor actor, Command command, Emergencies.Applicant applicant) {
        var kind = policy.label(EmergencyService.KINDS, command.request().kind().name());
        var filing = new Cases.Filing(
                SERVICE,
                kind,
                applicant.id(),
                applicant.name(),
                applicant.code(),
                actor instanceof Actor.Office ? command.agentGround() : null,
                policy.label(EmergencyService.PUBLIC, command.request().kind().name()));
        return applications.open(actor, command.id(), filing, opened -> {
            emergencies.insert(opened, LocalDate.now(clock), applicant, command.request());
            if (command.need() != null && actor instanceof Actor.Office office) {
                needs.takeUp(command.need(), "已代为申请应急救助", office.name() + "（" + office.unitName() + "）");
            }
        });
    }
}
