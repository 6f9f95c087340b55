package org.rongyi.people.person;

import java.util.Optional;
import java.util.UUID;
import org.rongyi.platform.approval.apply.Application;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.approval.apply.Doors;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.stereotype.Component;

/** 更正申请: anybody may ask for his own file; it has to ask for something. */
@Component
class CorrectionApplication
        implements Application<
                CorrectionRequest, PersonFile.Applicant, CorrectionRequests.Kept, AskCorrection.Command> {

    private final PersonFile file;
    private final CorrectionRequests requests;

    CorrectionApplication(PersonFile file, CorrectionRequests requests) {
        this.file = file;
        this.requests = requests;
    }

    @Override
    public Doors doors() {
        return AskCorrection.DOORS;
    }

    @Override
    public Optional<PersonFile.Applicant> applicant(UUID person) {
        return file.applicant(person);
    }

    @Override
    public Optional<Applied> objection(PersonFile.Applicant applicant, CorrectionRequest request) {
        return request.isEmpty() ? Optional.of(new Applied.Objected("name", "没有改动，不用提交")) : Optional.empty();
    }

    @Override
    public Matter matter(CorrectionRequest request) {
        return new Matter("更正" + request.parts(), null);
    }

    @Override
    public void keep(
            Actor actor, UUID id, PersonFile.Applicant applicant, DivisionCode place, AskCorrection.Command command) {
        requests.insert(id, applicant.person(), place, command.request());
    }

    @Override
    public Optional<CorrectionRequests.Kept> find(UUID id) {
        return requests.find(id);
    }

    @Override
    public Optional<Applied> mendedObjection(CorrectionRequests.Kept kept, CorrectionRequest request) {
        return request.isEmpty() ? Optional.of(new Applied.Objected("name", "没有要更正的，请至少改一处")) : Optional.empty();
    }

    @Override
    public void rewrite(Actor actor, CorrectionRequests.Kept kept, CorrectionRequest request) {
        requests.rewrite(kept.id(), request);
    }
}
