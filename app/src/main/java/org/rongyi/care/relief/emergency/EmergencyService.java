package org.rongyi.care.relief.emergency;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.people.person.People;
import org.rongyi.people.person.PlaceKind;
import org.rongyi.platform.approval.CaseFile;
import org.rongyi.platform.approval.CaseForm;
import org.rongyi.platform.approval.apply.AppliedService;
import org.rongyi.platform.approval.apply.ServiceStep;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.stereotype.Component;

/** 应急救助, as a case. */
@Component
class EmergencyService implements AppliedService<Emergencies.Kept> {

    private static final String VISIT = "VISIT";
    private static final String DECIDE = "DECIDE";
    private static final String PAY = "PAY";

    private final EmergencyApplication application;
    private final Emergencies emergencies;
    private final Map<String, ServiceStep<Emergencies.Kept>> steps;
    private final EmergencyLines lines;
    private final Paying paying;
    private final People people;
    private final EmergencyApplicationForm form;

    EmergencyService(
            EmergencyApplication application,
            Emergencies emergencies,
            Visiting visiting,
            Granting granting,
            Paying paying,
            EmergencyLines lines,
            People people,
            EmergencyApplicationForm form) {
        this.application = application;
        this.emergencies = emergencies;
        this.steps = Map.of(VISIT, visiting, DECIDE, granting, PAY, paying);
        this.lines = lines;
        this.paying = paying;
        this.people = people;
        this.form = form;
    }

    @Override
    public EmergencyApplication application() {
        return application;
    }

    @Override
    public Map<String, ServiceStep<Emergencies.Kept>> steps() {
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
        return Optional.of(form.of(get(caseId), reader));
    }

    @Override
    public Optional<String> carryOut(CaseFile file, Actor.Office by) {
        return paying.carryOut(file, get(file.id()), by);
    }

    /** The village of his 户籍, where it is asked for; an assigned station where he has none here. */
    @Override
    public Optional<DivisionCode> rightPlace(CaseFile file) {
        var places = people.placesOfApplicant(file.id());
        return places.stream()
                .filter(place -> place.kind() == PlaceKind.HUKOU || place.kind() == PlaceKind.BOTH)
                .map(People.Whereabouts::code)
                .findFirst()
                .or(() -> places.stream()
                        .filter(place -> place.responsible() && place.kind() == PlaceKind.ASSIGNED)
                        .map(People.Whereabouts::code)
                        .findFirst());
    }

    @Override
    public void follow(UUID caseId) {
        emergencies.follow(caseId);
    }
}
