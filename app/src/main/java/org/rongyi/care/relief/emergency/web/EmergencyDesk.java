package org.rongyi.care.relief.emergency.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.AidMaterials;
import org.rongyi.care.relief.AidRequest.Account;
import org.rongyi.care.relief.Aids;
import org.rongyi.care.relief.Origins;
import org.rongyi.care.relief.emergency.AskEmergency;
import org.rongyi.care.relief.emergency.Emergencies;
import org.rongyi.care.relief.emergency.EmergencyRequest;
import org.rongyi.care.relief.emergency.EmergencyTerms;
import org.rongyi.care.relief.emergency.SupplementEmergency;
import org.rongyi.care.relief.emergency.rule.Eligible;
import org.rongyi.care.relief.rule.Household;
import org.rongyi.care.relief.web.HouseholdFields;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.Place;
import org.rongyi.platform.approval.apply.ApplicationForm;
import org.rongyi.platform.approval.apply.Doors;
import org.rongyi.platform.approval.apply.Sheet;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;
import org.springframework.stereotype.Component;

/**
 * 申请应急救助, by the veteran, by one of his family or a post for him, from his page, a need, a visit, a finding or hardship aid; and its
 * 补正. What is known already is shown and not asked.
 */
@Component
class EmergencyDesk implements ApplicationForm<EmergencyDesk.Asked, EmergencyRequest> {

    private final PersonFile file;
    private final Emergencies emergencies;
    private final Aids aids;
    private final Origins origins;
    private final EmergencyTerms terms;
    private final Divisions divisions;
    private final Policy policy;
    private final AskEmergency ask;
    private final SupplementEmergency supplement;

    EmergencyDesk(
            PersonFile file,
            Emergencies emergencies,
            Aids aids,
            Origins origins,
            EmergencyTerms terms,
            Divisions divisions,
            Policy policy,
            AskEmergency ask,
            SupplementEmergency supplement) {
        this.file = file;
        this.emergencies = emergencies;
        this.aids = aids;
        this.origins = origins;
        this.terms = terms;
        this.divisions = divisions;
        this.policy = policy;
        this.ask = ask;
        this.supplement = supplement;
    }

    @Override
    public Doors doors() {
        return AskEmergency.DOORS;
    }

    @Override
    public Class<AskEmergency> asking() {
        return AskEmergency.class;
    }

    @Override
    public Class<SupplementEmergency> mending() {
        return SupplementEmergency.class;
    }

    /**
     * Whom the form is about.
     *
     * @param before the application that is mended
     * @param cause hardship aid for the same cause, which this was found from
     * @param household as an earlier application of either service had it
     * @param account as an earlier one of either had it
     * @param words what a need says already
     * @param byAgent a post fills it in
     * @param own he fills it in himself
     */
    record Asked(
            Emergencies.@Nullable Kept before,
            Aids.@Nullable Kept cause,
            @Nullable Household household,
            int members,
            @Nullable Account account,
            List<String> known,
            String words,
            boolean byAgent,
            boolean own,
            Whom whom)
            implements About {}

    @Override
    public Optional<Asked> about(Actor actor, UUID person, Typed typed) {
        var said = actor instanceof Actor.Office ? origins.said(typed.id("need"), typed.id("visit")) : "";
        return file.find(person).map(view -> asked(actor, view, null, said, typed.id("aid")));
    }

    @Override
    public Optional<Asked> ofCase(Actor actor, UUID id) {
        return emergencies
                .find(id)
                .flatMap(kept -> file.find(kept.person()).map(view -> asked(actor, view, kept, "", null)));
    }

    private Asked asked(
            Actor actor, PersonFile.View view, Emergencies.@Nullable Kept mended, String said, @Nullable UUID aid) {
        var place = file.responsible(view.id());
        var earlier = emergencies.latestOf(view.id());
        var hardship = aids.latestOf(view.id());
        var cause = aid == null
                ? Optional.<Aids.Kept>empty()
                : aids.find(aid).filter(one -> one.person().equals(view.id()));
        var account = Optional.ofNullable(mended)
                .map(one -> one.request().account())
                .or(() -> cause.map(one -> one.request().account()))
                .or(() -> hardship.map(one -> one.request().account()))
                .or(() -> earlier.map(one -> one.request().account()));
        var household = hardship.map(one -> one.request().household())
                .or(() -> earlier.map(one -> one.request().household()));
        return new Asked(
                mended,
                cause.orElse(null),
                household.orElse(null),
                file.household(view.household()).size(),
                account.orElse(null),
                known(view, place, cause.or(() -> hardship), earlier),
                said,
                actor instanceof Actor.Office,
                actor instanceof Actor.Self,
                new Whom(
                        view.id(),
                        view.name(),
                        place.map(Place::code).orElse(null),
                        mended == null ? null : mended.id()));
    }

    private List<String> known(
            PersonFile.View person,
            Optional<Place> place,
            Optional<Aids.Kept> hardship,
            Optional<Emergencies.Kept> earlier) {
        var lines = new ArrayList<String>();
        var object = Eligible.of(person.categories());
        lines.add(person.name() + "，" + (object.isEmpty() ? "档案上的类别不在救助对象里" : object)
                + place.map(one -> "，" + divisions.fullName(one.code())).orElse(""));
        hardship.ifPresent(one -> lines.add("困难帮扶援助：" + Words.day(one.appliedOn()) + " 申请，家庭人口、收入、卡号照那次的"));
        earlier.ifPresent(one -> lines.add("上次应急救助：" + Words.day(one.appliedOn()) + " 申请，"
                + policy.label("relief.emergency.kind", one.request().kind().name())));
        return lines;
    }

    @Override
    public Typed begin(Asked about) {
        var before = about.before();
        var cause = about.cause();
        if (before != null) {
            var form = EmergencyForm.mended(before.request());
            return about.own() ? form : form.with("diagnosis", "");
        }
        return cause != null
                ? EmergencyForm.from(cause, !about.own())
                : HouseholdFields.begin(
                        Typed.empty().with("words", about.words()), about.household(), null, about.members());
    }

    @Override
    public EmergencyPage page(Asked about, Sheet sheet) {
        var account = about.account();
        var today = divisions.today();
        var holding = terms.on(today);
        return new EmergencyPage(
                about.known(),
                account == null ? null : account.masked(),
                new EmergencyPage.Choices(
                        policy.choices("relief.emergency.kind", today).stream()
                                .map(choice -> Option.of(choice.code(), choice.zh()))
                                .toList(),
                        List.of(Option.of("YES", "办过了"), Option.of("NO", "还没有"), Option.of("UNKNOWN", "不清楚，请站里帮看")),
                        AidMaterials.options(EmergencyRequest.MATERIALS, policy, today, about.byAgent()),
                        today.minusYears(holding.years()).toString(),
                        today.toString()),
                "事情发生一年以内申请；一次 " + Words.yuan(holding.leastFen()) + " 到 " + Words.yuan(holding.mostFen())
                        + "，同一件事只救助一次。" + (holding.proposed() ? "（标准为系统默认，待业务确认）" : ""),
                sheet);
    }

    @Override
    public Optional<EmergencyRequest> read(Asked about, Typed form, FieldErrors errors) {
        return EmergencyForm.request(form, about.account(), errors);
    }

    @Override
    public Filed<?> ask(Asked about, EmergencyRequest request, Sent sent) {
        var form = sent.form();
        var cause = about.cause();
        return new Filed<>(
                ask,
                new AskEmergency.Command(
                        sent.id(),
                        about.whom().person(),
                        request,
                        sent.agentGround(),
                        about.byAgent() ? form.id("need") : null,
                        about.byAgent() ? form.id("visit") : null,
                        cause == null ? null : cause.id()));
    }

    @Override
    public Filed<?> mend(UUID emergency, EmergencyRequest request, Sent sent) {
        return new Filed<>(supplement, new SupplementEmergency.Command(sent.id(), emergency, request, sent.what()));
    }

    @Override
    public String done(Asked about, Typed form) {
        return (about.whom().mended() == null ? "申请已提交。" : "补正已提交，接着办理。")
                + AidMaterials.lacking(
                        EmergencyRequest.MATERIALS,
                        policy,
                        divisions.today(),
                        form.values("material"),
                        about.byAgent());
    }
}
