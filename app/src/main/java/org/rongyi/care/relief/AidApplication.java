package org.rongyi.care.relief;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.care.relief.rule.Situation;
import org.rongyi.care.relief.rule.Standing;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.approval.apply.Application;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.approval.apply.Doors;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.policy.Policy;
import org.springframework.stereotype.Component;

/** Who may ask for 困难帮扶援助 (办法 第十、十一条), and what is kept of it. */
@Component
class AidApplication implements Application<AidRequest, PersonFile.Applicant, Aids.Kept, AskAid.Command> {

    /** 公示用语: what everybody may read of the situation; neither an illness nor a disability. */
    static final String PUBLIC = "relief.hardship.public";

    private final PersonFile file;
    private final Aids aids;
    private final AidRequests requests;
    private final Origins origins;
    private final Policy policy;
    private final Clock clock;

    AidApplication(PersonFile file, Aids aids, AidRequests requests, Origins origins, Policy policy, Clock clock) {
        this.file = file;
        this.aids = aids;
        this.requests = requests;
        this.origins = origins;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public Doors doors() {
        return AskAid.DOORS;
    }

    @Override
    public Optional<PersonFile.Applicant> applicant(UUID person) {
        return file.applicant(person);
    }

    @Override
    public Optional<Applied> objection(PersonFile.Applicant applicant, AidRequest request) {
        var standing = Standing.of(applicant.person().categories());
        return standing == Standing.NEITHER
                ? Optional.of(new Applied.NotAnObject("按档案上的类别，既不是退役军人，也不是其他优抚对象（帮扶援助办法第十条）"))
                : objection(standing, request);
    }

    private static Optional<Applied> objection(Standing standing, AidRequest request) {
        return request.situation().isFor(standing)
                ? Optional.empty()
                : Optional.of(new Applied.Objected("situation", "这种情形只适用于退役军人，请另选"));
    }

    @Override
    public Matter matter(AidRequest request) {
        var situation = request.situation().name();
        return new Matter(policy.label(Situation.LIST, situation), policy.label(PUBLIC, situation));
    }

    @Override
    public void keep(Actor actor, UUID id, PersonFile.Applicant applicant, DivisionCode place, AskAid.Command command) {
        var need = origins.own(command.need(), applicant.id(), actor);
        var whose = new AidRequests.Applicant(
                applicant.id(),
                applicant.name(),
                place,
                Standing.of(applicant.person().categories()),
                need,
                origins.ownVisit(command.visit(), applicant.id(), actor));
        requests.insert(id, LocalDate.now(clock), whose, command.request(), null);
        origins.takeUp(need, "已代为申请困难帮扶援助", actor);
    }

    @Override
    public Optional<Aids.Kept> find(UUID id) {
        return aids.find(id);
    }

    @Override
    public Optional<Applied> mendedObjection(Aids.Kept kept, AidRequest request) {
        return objection(kept.standing(), request);
    }

    @Override
    public void rewrite(Actor actor, Aids.Kept kept, AidRequest request) {
        requests.rewrite(kept.id(), request.mendedBy(actor, kept.request().diagnosis()));
    }
}
