package org.rongyi.people.person;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.platform.approval.CaseFile;
import org.rongyi.platform.approval.CaseLines;
import org.rongyi.platform.approval.apply.AppliedService;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.stereotype.Component;

/** 更正个人信息, as a case: what is asked for, and the file rewritten when it is agreed to. */
@Component
class CorrectionService implements AppliedService<CorrectionRequests.Kept> {

    private final CorrectionApplication application;
    private final CorrectionRequests requests;
    private final PersonFile file;
    private final SeenFile seen;
    private final FileChange change;
    private final People people;

    CorrectionService(
            CorrectionApplication application,
            CorrectionRequests requests,
            PersonFile file,
            SeenFile seen,
            FileChange change,
            People people) {
        this.application = application;
        this.people = people;
        this.requests = requests;
        this.file = file;
        this.seen = seen;
        this.change = change;
    }

    @Override
    public CorrectionApplication application() {
        return application;
    }

    @Override
    public boolean hasNumbers(UUID caseId) {
        return find(caseId).filter(kept -> kept.request().hasNumbers()).isPresent();
    }

    @Override
    public Content content(UUID caseId, Actor reader, boolean clear) {
        var kept = get(caseId);
        var request = kept.request();
        var person = file.find(kept.person());
        var lines = new CaseLines();
        if (request.name() != null) {
            lines.change("姓名", person.map(PersonFile.View::name).orElse(null), request.name());
        }
        if (request.citizenId() != null) {
            var before = person.map(PersonFile.View::citizenId).orElse(null);
            lines.change("身份证号", before, request.shownCitizenId(clear));
        }
        if (request.phone() != null) {
            var before = person.map(PersonFile.View::phone).filter(phone -> !phone.isEmpty());
            lines.change("电话", before.orElse("未登记"), request.shownPhone(clear));
        }
        if (request.categories() != null) {
            var before = person.map(PersonFile.View::categories).map(CorrectionRequest::words);
            lines.change("人员类别", before.orElse(null), CorrectionRequest.words(request.categories()));
        }
        if (request.address() != null) {
            lines.change("住处", place(kept.person()), written(request.groupName(), request.address()));
        }
        return new Content(
                lines.toList(), request.ground(), reader instanceof Actor.Office ? "/persons/" + kept.person() : null);
    }

    private String place(UUID person) {
        return responsible(file.places(person))
                .map(place -> written(place.groupName(), place.address()))
                .orElse("");
    }

    private static String written(@org.jspecify.annotations.Nullable String group, String address) {
        var text = ((group == null ? "" : group) + " " + address).strip();
        return text.isEmpty() ? "未写明" : text;
    }

    private static Optional<Place> responsible(List<Place> places) {
        return places.stream().filter(Place::responsible).findFirst();
    }

    @Override
    public Optional<String> carryOut(CaseFile decided, Actor.Office by) {
        var request = get(decided.id()).request();
        var version = file.find(decided.person()).map(PersonFile.View::version);
        if (version.isEmpty()) {
            return Optional.of("这份档案不在本单位服务范围内");
        }
        return switch (seen.hold(decided.person(), version.get())) {
            case SeenFile.Absent() -> Optional.of("这份档案不在本单位服务范围内");
            case SeenFile.Changed() -> Optional.of("档案刚被别人改过，请再办一次");
            case SeenFile.AsSeen as -> rewrite(decided, by, as, request);
        };
    }

    private Optional<String> rewrite(CaseFile decided, Actor.Office by, SeenFile.AsSeen as, CorrectionRequest request) {
        var before = as.before();
        var spots = request.address() == null
                ? List.<CorrectPerson.Spot>of()
                : responsible(as.places()).stream()
                        .map(place -> new CorrectPerson.Spot(
                                place.kind(),
                                request.address(),
                                request.groupName() == null ? place.groupName() : request.groupName()))
                        .toList();
        var content = new CorrectPerson.Content(
                request.name() == null ? before.name() : request.name(),
                request.citizenId() == null ? null : new CitizenId(request.citizenId()),
                request.phone(),
                request.categories() == null ? before.categories() : request.categories(),
                spots,
                CorrectPerson.Home.SAME,
                null);
        return switch (change.make(by, as, content, "本人申请更正，办件 " + decided.number())) {
            case CorrectPerson.Outcome.Corrected ignored -> Optional.empty();
            case CorrectPerson.Outcome.NothingChanged ignored -> Optional.empty(); // corrected in the meantime
            case CorrectPerson.Outcome.NumberHere ignored -> Optional.of("这个身份证号在本单位服务范围内已有另一份档案，不能同意；请先核对是否重复建档");
            case CorrectPerson.Outcome.NumberElsewhere ignored -> Optional.of("这个身份证号在别处已有另一份档案，不能同意；请先与那里核对是否重复建档");
            case CorrectPerson.Outcome.NumberTaken ignored -> Optional.of("这个身份证号刚刚在别处建档，请核对");
            case CorrectPerson.Outcome.NotFound ignored -> Optional.of("这份档案不在本单位服务范围内");
            case CorrectPerson.Outcome.Stale ignored -> Optional.of("档案刚被别人改过，请再办一次");
            case CorrectPerson.Outcome.NoReason ignored -> throw new IllegalStateException("the case is the reason");
            case CorrectPerson.Outcome.LooksSecret ignored ->
                throw new IllegalStateException("the request was looked through when it was filed");
            case CorrectPerson.Outcome.UnknownHousemate ignored ->
                throw new IllegalStateException("no housemate is asked for");
            case CorrectPerson.Outcome.NotResponsible ignored ->
                throw new IllegalStateException("no household is moved");
        };
    }

    /** The station that answers for him: it opened his file, or took it over. */
    @Override
    public Optional<DivisionCode> rightPlace(CaseFile file) {
        return people.placesOfApplicant(file.id()).stream()
                .filter(People.Whereabouts::responsible)
                .map(People.Whereabouts::code)
                .findFirst();
    }

    @Override
    public void follow(UUID caseId) {
        requests.follow(caseId);
    }
}
