package org.rongyi.care.relief.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.need.Needs;
import org.rongyi.care.relief.AidMaterials;
import org.rongyi.care.relief.AidRequest;
import org.rongyi.care.relief.Aids;
import org.rongyi.care.relief.rule.Mode;
import org.rongyi.care.relief.rule.Situation;
import org.rongyi.care.relief.rule.Standing;
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
class AidDesk {

    private static final int VISITS = 2;

    private final PersonFile file;
    private final Aids aids;
    private final Needs needs;
    private final VisitFile visits;
    private final ApplicationDesk desk;
    private final Divisions divisions;
    private final Policy policy;
    private final Transactions transactions;

    AidDesk(
            PersonFile file,
            Aids aids,
            Needs needs,
            VisitFile visits,
            ApplicationDesk desk,
            Divisions divisions,
            Policy policy,
            Transactions transactions) {
        this.file = file;
        this.aids = aids;
        this.needs = needs;
        this.visits = visits;
        this.desk = desk;
        this.divisions = divisions;
        this.policy = policy;
        this.transactions = transactions;
    }

    /**
     * Whom the form is about.
     *
     * @param earlier his latest application, the one that is mended left out
     * @param before the one that is mended
     * @param words what a need or a visit says already
     * @param byAgent a post fills it in
     * @param own he fills it in himself
     */
    record Asked(
            PersonFile.View view,
            int members,
            Aids.@Nullable Kept earlier,
            Aids.@Nullable Kept before,
            List<String> known,
            String words,
            boolean byAgent,
            boolean own,
            ApplicationForms.Whom whom)
            implements ApplicationForms.About {

        AidRequest.@Nullable Account account() {
            var from = before != null && before.request().account() != null ? before : earlier;
            return from == null ? null : from.request().account();
        }
    }

    /** What was said of it, on the need or the visit it begins with, need not be written again. */
    Asked of(Actor actor, UUID person, @Nullable UUID need, @Nullable UUID visit) {
        return transactions
                .read(actor, () -> file.find(person).map(view -> about(actor, view, null, said(need, visit))))
                .orElseThrow(AidDesk::absent);
    }

    Asked ofCase(Actor actor, UUID id) {
        return transactions
                .read(
                        actor,
                        () -> aids.find(id)
                                .flatMap(kept -> file.find(kept.person()).map(view -> about(actor, view, kept, ""))))
                .orElseThrow(AidDesk::absent);
    }

    private String said(@Nullable UUID need, @Nullable UUID visit) {
        if (need != null) {
            return needs.findUnanswered(need).map(Needs.Opened::text).orElse("");
        }
        return visit == null ? "" : visits.find(visit).map(VisitFile.View::said).orElse("");
    }

    private Asked about(Actor actor, PersonFile.View person, Aids.@Nullable Kept mended, String said) {
        var place = file.responsible(person.id());
        var earlier = mended != null ? Optional.<Aids.Kept>empty() : aids.latestOf(person.id());
        var household = file.household(person.household()).size();
        var whom = new ApplicationForms.Whom(
                person.id(),
                person.name(),
                place.map(Place::code).orElse(null),
                mended == null ? null : mended.id(),
                mended == null ? null : desk.askedFor(mended.id()));
        return new Asked(
                person,
                household,
                earlier.orElse(null),
                mended,
                known(actor, person, place, household, earlier),
                said,
                actor instanceof Actor.Office,
                actor instanceof Actor.Self,
                whom);
    }

    private List<String> known(
            Actor actor, PersonFile.View person, Optional<Place> place, int household, Optional<Aids.Kept> earlier) {
        var lines = new ArrayList<String>();
        var where = place.map(one -> "，" + divisions.fullName(one.code())).orElse("");
        lines.add(person.name() + "，" + Standing.of(person.categories()).zh() + where);
        if (household > 1) {
            lines.add("档案里同住的有 " + household + " 人");
        }
        earlier.ifPresent(one -> lines.add("上次申请：" + Words.day(one.appliedOn()) + "，"
                + policy.label(
                        "relief.hardship.situation", one.request().situation().name())));
        if (actor instanceof Actor.Office) {
            visits.latestOf(person.id(), VISITS)
                    .forEach(visit -> lines.add("走访：" + Words.day(visit.happenedOn()) + "，" + visit.unitName()));
        }
        return lines;
    }

    AidPage page(Asked about, Sheet sheet) {
        var account = about.account();
        return new AidPage(
                about.known(),
                account == null ? null : account.masked(),
                choices(Standing.of(about.view().categories()), about.byAgent()),
                sheet);
    }

    /** The form before anything was typed. */
    Typed begin(Asked about) {
        var form = AidForm.of(
                about.before() == null ? null : about.before().request(),
                about.earlier() == null ? null : about.earlier().request(),
                about.members(),
                about.words());
        return about.own() ? form : form.with("diagnosis", "");
    }

    private AidPage.Choices choices(Standing standing, boolean byAgent) {
        var today = divisions.today();
        return new AidPage.Choices(
                situations(standing, today),
                modes(),
                AidMaterials.wanted(policy, today, byAgent).stream()
                        .map(choice -> Option.of(choice.code(), choice.zh()))
                        .toList(),
                today.toString());
    }

    /** Those he may use (办法 第十一条). */
    List<Option> situations(Standing standing, LocalDate on) {
        return policy.choices("relief.hardship.situation", on).stream()
                .filter(choice -> Situation.valueOf(choice.code()).isFor(standing))
                .map(choice -> Option.of(choice.code(), choice.zh()))
                .toList();
    }

    List<Option> modes() {
        return Arrays.stream(Mode.values())
                .map(mode -> Option.of(mode.name(), policy.label("relief.hardship.mode", mode.name())))
                .toList();
    }

    /** What the list of materials still lacks, for the message after it was sent. */
    String lacking(Typed form, boolean byAgent) {
        var there = Set.copyOf(form.values("material"));
        var missing = AidMaterials.missing(policy, divisions.today(), there, byAgent);
        return missing.isEmpty() ? "材料齐全。" : "还缺：" + String.join("；", missing) + "。请尽快补来。";
    }

    static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
