package org.rongyi.care.relief.emergency.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.need.Needs;
import org.rongyi.care.relief.AidMaterials;
import org.rongyi.care.relief.AidRequest.Account;
import org.rongyi.care.relief.Aids;
import org.rongyi.care.relief.emergency.Emergencies;
import org.rongyi.care.relief.emergency.EmergencyTerms;
import org.rongyi.care.relief.emergency.rule.Eligible;
import org.rongyi.care.relief.rule.Household;
import org.rongyi.care.relief.web.HouseholdFields;
import org.rongyi.care.visit.VisitFile;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.Place;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.apply.ApplicationDesk;
import org.rongyi.platform.approval.apply.ApplicationForms;
import org.rongyi.platform.approval.apply.Sheet;
import org.rongyi.platform.approval.apply.Typed;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Lays out the application's form: what is known already is shown and not asked. */
@Component
class EmergencyDesk {

    static final String MATERIALS = "relief.emergency.material";

    private final PersonFile file;
    private final Emergencies emergencies;
    private final Aids aids;
    private final Needs needs;
    private final VisitFile visits;
    private final EmergencyTerms terms;
    private final ApplicationDesk desk;
    private final Divisions divisions;
    private final Policy policy;
    private final Transactions transactions;

    EmergencyDesk(
            PersonFile file,
            Emergencies emergencies,
            Aids aids,
            Needs needs,
            VisitFile visits,
            EmergencyTerms terms,
            ApplicationDesk desk,
            Divisions divisions,
            Policy policy,
            Transactions transactions) {
        this.file = file;
        this.emergencies = emergencies;
        this.aids = aids;
        this.needs = needs;
        this.visits = visits;
        this.terms = terms;
        this.desk = desk;
        this.divisions = divisions;
        this.policy = policy;
        this.transactions = transactions;
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
            ApplicationForms.Whom whom)
            implements ApplicationForms.About {}

    Asked of(Actor actor, UUID person, @Nullable UUID need, @Nullable UUID visit, @Nullable UUID aid) {
        return transactions
                .read(actor, () -> file.find(person).map(view -> asked(actor, view, null, said(need, visit), aid)))
                .orElseThrow(EmergencyDesk::absent);
    }

    Asked ofCase(Actor actor, UUID id) {
        return transactions
                .read(
                        actor,
                        () -> emergencies
                                .find(id)
                                .flatMap(kept ->
                                        file.find(kept.person()).map(view -> asked(actor, view, kept, "", null))))
                .orElseThrow(EmergencyDesk::absent);
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
        var whom = new ApplicationForms.Whom(
                view.id(),
                view.name(),
                place.map(Place::code).orElse(null),
                mended == null ? null : mended.id(),
                mended == null ? null : desk.askedFor(mended.id()));
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
                whom);
    }

    /** What was said of it, on the need or the visit it begins with, need not be written again. */
    private String said(@Nullable UUID need, @Nullable UUID visit) {
        if (need != null) {
            return needs.findUnanswered(need).map(Needs.Opened::text).orElse("");
        }
        return visit == null ? "" : visits.find(visit).map(VisitFile.View::said).orElse("");
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

    /** The form before anything was typed. */
    Typed begin(Asked about) {
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

    EmergencyPage page(Asked about, Sheet sheet) {
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
                        AidMaterials.wanted(MATERIALS, policy, today, about.byAgent()).stream()
                                .map(choice -> Option.of(choice.code(), choice.zh()))
                                .toList(),
                        today.minusYears(holding.years()).toString(),
                        today.toString()),
                "事情发生一年以内申请；一次 " + Words.yuan(holding.leastFen()) + " 到 " + Words.yuan(holding.mostFen())
                        + "，同一件事只救助一次。" + (holding.proposed() ? "（标准为系统默认，待业务确认）" : ""),
                sheet);
    }

    /** What the list of materials still lacks, for the message after it was sent. */
    String lacking(Typed form, boolean byAgent) {
        var there = Set.copyOf(form.values("material"));
        var missing = AidMaterials.missing(MATERIALS, policy, divisions.today(), there, byAgent);
        return missing.isEmpty() ? "材料齐全。" : "还缺：" + String.join("；", missing) + "。请尽快补来。";
    }

    private static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
