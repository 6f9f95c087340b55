package org.rongyi.care.relief.emergency;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.Aids;
import org.rongyi.care.relief.Origins;
import org.rongyi.care.relief.emergency.rule.Eligible;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.Place;
import org.rongyi.people.person.PlaceKind;
import org.rongyi.platform.approval.apply.Application;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.approval.apply.Doors;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.policy.Policy;
import org.springframework.stereotype.Component;

/** Who may ask for 应急救助, until when and where, and what is kept of it. */
@Component
class EmergencyApplication
        implements Application<EmergencyRequest, PersonFile.Applicant, Emergencies.Kept, AskEmergency.Command> {

    static final String KINDS = "relief.emergency.kind";

    /** 公示用语: what everybody may read of the kind; no illness. */
    static final String PUBLIC = "relief.emergency.public";

    private final PersonFile file;
    private final Aids aids;
    private final Emergencies emergencies;
    private final EmergencyTerms terms;
    private final Origins origins;
    private final Policy policy;
    private final Clock clock;

    EmergencyApplication(
            PersonFile file,
            Aids aids,
            Emergencies emergencies,
            EmergencyTerms terms,
            Origins origins,
            Policy policy,
            Clock clock) {
        this.file = file;
        this.aids = aids;
        this.emergencies = emergencies;
        this.terms = terms;
        this.origins = origins;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public Doors doors() {
        return AskEmergency.DOORS;
    }

    @Override
    public Optional<PersonFile.Applicant> applicant(UUID person) {
        return file.applicant(person);
    }

    @Override
    public Optional<Applied> objection(PersonFile.Applicant applicant, EmergencyRequest request) {
        if (object(applicant).isEmpty()) {
            return Optional.of(new Applied.NotAnObject("按档案上的类别，不是应急救助的对象（退役军人、残疾军人、烈士等遗属、现役军人家属）"));
        }
        var today = LocalDate.now(clock);
        if (request.occurredOn().plusYears(terms.on(today).years()).isBefore(today)) {
            return Optional.of(new Applied.Objected("occurredOn", "事情发生已超过一年，不能再申请应急救助；可以申请困难帮扶援助"));
        }
        return registered(applicant).isEmpty() && applicant.place().kind() == PlaceKind.RESIDENCE
                ? Optional.of(new Applied.NotHere())
                : Optional.empty();
    }

    /** 户籍所在地; the place that answers for him where he has none here. */
    @Override
    public DivisionCode place(PersonFile.Applicant applicant) {
        return registered(applicant).orElse(applicant.code());
    }

    /** As far as the actor may see it; an office sees none where it is outside its territory. */
    private Optional<DivisionCode> registered(PersonFile.Applicant applicant) {
        return file.places(applicant.id()).stream()
                .filter(place -> place.kind() == PlaceKind.HUKOU || place.kind() == PlaceKind.BOTH)
                .map(Place::code)
                .findFirst();
    }

    private static String object(PersonFile.Applicant applicant) {
        return Eligible.of(applicant.person().categories());
    }

    @Override
    public Matter matter(EmergencyRequest request) {
        var kind = request.kind().name();
        return new Matter(policy.label(KINDS, kind), policy.label(PUBLIC, kind));
    }

    @Override
    public void keep(
            Actor actor, UUID id, PersonFile.Applicant applicant, DivisionCode place, AskEmergency.Command command) {
        var need = origins.own(command.need(), applicant.id(), actor);
        var whose = new Emergencies.Applicant(
                applicant.id(),
                applicant.name(),
                place,
                object(applicant),
                need,
                origins.ownVisit(command.visit(), applicant.id(), actor),
                ownAid(command.aid(), applicant.id()));
        emergencies.insert(id, LocalDate.now(clock), whose, command.request());
        origins.takeUp(need, "已代为申请应急救助", actor);
    }

    /** The case of 困难帮扶援助 it was found from, when it is this person's; an id of another's case begins nothing. */
    private @Nullable UUID ownAid(@Nullable UUID aid, UUID person) {
        return aid == null
                ? null
                : aids.find(aid)
                        .filter(one -> one.person().equals(person))
                        .map(Aids.Kept::id)
                        .orElse(null);
    }

    @Override
    public Optional<Emergencies.Kept> find(UUID id) {
        return emergencies.find(id);
    }

    @Override
    public Optional<Applied> mendedObjection(Emergencies.Kept kept, EmergencyRequest request) {
        return Optional.empty();
    }

    @Override
    public void rewrite(Actor actor, Emergencies.Kept kept, EmergencyRequest request) {
        emergencies.rewrite(kept.id(), request.mendedBy(actor, kept.request().diagnosis()));
    }
}
