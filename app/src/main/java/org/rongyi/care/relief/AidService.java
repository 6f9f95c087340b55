package org.rongyi.care.relief;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.people.person.People;
import org.rongyi.platform.approval.CaseFile;
import org.rongyi.platform.approval.CaseForm;
import org.rongyi.platform.approval.apply.AppliedService;
import org.rongyi.platform.approval.apply.ServiceStep;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** 困难帮扶援助, as a case. */
@Component
class AidService implements AppliedService<Aids.Kept> {

    private static final String REVIEW = "REVIEW";
    private static final String DECIDE = "DECIDE";

    private final AidApplication application;
    private final AidRequests requests;
    private final Map<String, ServiceStep<Aids.Kept>> steps;
    private final AidLines lines;
    private final AidPromise promise;
    private final People people;
    private final AidApplicationForm form;

    AidService(
            AidApplication application,
            AidRequests requests,
            Reviewing reviewing,
            Deciding deciding,
            AidLines lines,
            AidPromise promise,
            People people,
            AidApplicationForm form) {
        this.application = application;
        this.requests = requests;
        this.steps = Map.of(REVIEW, reviewing, DECIDE, deciding);
        this.lines = lines;
        this.promise = promise;
        this.people = people;
        this.form = form;
    }

    @Override
    public AidApplication application() {
        return application;
    }

    @Override
    public Map<String, ServiceStep<Aids.Kept>> steps() {
        return steps;
    }

    /** Account and illness are for who has to check them, and each showing is written down. */
    @Override
    public boolean hasNumbers(UUID caseId) {
        return true;
    }

    @Override
    public Content content(UUID caseId, Actor reader, boolean clear) {
        return lines.content(get(caseId), reader, clear);
    }

    @Override
    public Optional<CaseForm> form(UUID caseId, Actor reader) {
        return Optional.of(form.of(get(caseId)));
    }

    @Override
    public Optional<String> carryOut(CaseFile file, Actor.Office by) {
        return promise.carryOut(file, get(file.id()), by);
    }

    /** Where he is answered for today; who was helped at once, or decided on before, stays with the county that did it. */
    @Override
    public Optional<DivisionCode> rightPlace(CaseFile file) {
        var aid = get(file.id());
        return aid.first() != null || aid.decided() != null
                ? Optional.empty()
                : people.placesOfApplicant(file.id()).stream()
                        .filter(People.Whereabouts::responsible)
                        .map(People.Whereabouts::code)
                        .findFirst();
    }

    @Override
    public void follow(UUID caseId) {
        requests.follow(caseId);
    }

    /** What was handed over is given; only the bureau may have it back. */
    @Override
    public Optional<String> stays(UUID caseId) {
        var first = get(caseId).first();
        return first == null || first.amountFen() == 0
                ? Optional.empty()
                : Optional.of("已经先行帮扶 " + Words.yuan(first.amountFen()) + "，不能撤回；请补齐手续，不该给的由审批的局办理追回");
    }
}
