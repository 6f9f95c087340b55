package org.rongyi.care.relief.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.documents.attachment.AttachmentKind;
import org.rongyi.platform.documents.attachment.FormFiles;
import org.rongyi.platform.documents.attachment.UploadCheck;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Lays out the application's form: what is known already is shown and not asked. */
@Component
class AidDesk {

    static final FormFiles.Field EVIDENCE = new FormFiles.Field("evidence", AttachmentKind.EVIDENCE);
    private static final int VISITS = 2;

    private final PersonFile file;
    private final Aids aids;
    private final Needs needs;
    private final VisitFile visits;
    private final Cases cases;
    private final Divisions divisions;
    private final Policy policy;
    private final Transactions transactions;
    private final FormFiles files;
    private final UploadCheck check;

    AidDesk(
            PersonFile file,
            Aids aids,
            Needs needs,
            VisitFile visits,
            Cases cases,
            Divisions divisions,
            Policy policy,
            Transactions transactions,
            FormFiles files,
            UploadCheck check) {
        this.file = file;
        this.aids = aids;
        this.needs = needs;
        this.visits = visits;
        this.cases = cases;
        this.divisions = divisions;
        this.policy = policy;
        this.transactions = transactions;
        this.files = files;
        this.check = check;
    }

    /**
     * Whom the form is about.
     *
     * @param earlier his latest application, the one that is mended left out
     * @param mended the one that is mended
     * @param missing what is asked for, in the counter's words
     * @param words what a need says already
     */
    record About(
            PersonFile.View person,
            @Nullable Place place,
            int members,
            Aids.@Nullable Kept earlier,
            Aids.@Nullable Kept mended,
            @Nullable String missing,
            List<String> known,
            String words) {

        AidRequest.@Nullable Account account() {
            var from = mended != null && mended.request().account() != null ? mended : earlier;
            return from == null ? null : from.request().account();
        }
    }

    About of(Actor actor, UUID person, @Nullable UUID need) {
        return transactions
                .read(actor, () -> file.find(person).map(view -> about(actor, view, null, need)))
                .orElseThrow(AidDesk::absent);
    }

    About ofCase(Actor actor, UUID id) {
        return transactions
                .read(
                        actor,
                        () -> aids.find(id)
                                .flatMap(kept -> file.find(kept.person()).map(view -> about(actor, view, kept, null))))
                .orElseThrow(AidDesk::absent);
    }

    private About about(Actor actor, PersonFile.View person, Aids.@Nullable Kept mended, @Nullable UUID need) {
        var place = file.places(person.id()).stream().filter(Place::responsible).findFirst();
        var earlier = mended != null ? Optional.<Aids.Kept>empty() : aids.latestOf(person.id());
        var household = file.household(person.household()).size();
        return new About(
                person,
                place.orElse(null),
                household,
                earlier.orElse(null),
                mended,
                mended == null ? null : missing(mended.id()),
                known(actor, person, place, household, earlier),
                need == null
                        ? ""
                        : needs.findUnanswered(need).map(Needs.Opened::text).orElse(""));
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

    AidPage page(Actor actor, About about, @Nullable AidForm typed, FieldErrors errors, CommandId id) {
        boolean own = actor instanceof Actor.Self;
        var mended = about.mended();
        var person = "/persons/" + about.person().id();
        var account = about.account();
        var form = typed == null ? begin(about) : typed;
        return new AidPage(
                about.person(),
                mended != null ? "/cases/" + mended.id() + "/aid" : own ? "/me/aid" : person + "/aid",
                mended != null ? "/cases/" + mended.id() : own ? "/me" : person,
                own,
                about.missing(),
                about.known(),
                account == null ? null : account.masked(),
                choices(Standing.of(about.person().categories()), !own),
                form,
                new AidPage.Evidence(id.value().toString(), files.kept(actor, id, EVIDENCE), check.limits()),
                errors);
    }

    /** The form before anything was typed. */
    AidForm begin(About about) {
        return AidForm.of(
                about.mended() == null ? null : about.mended().request(),
                about.earlier() == null ? null : about.earlier().request(),
                about.members(),
                about.words());
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
    String lacking(AidRequest request, boolean byAgent) {
        var missing = AidMaterials.missing(policy, divisions.today(), request.materials(), byAgent);
        return missing.isEmpty() ? "材料齐全。" : "还缺：" + String.join("；", missing) + "。请尽快补来。";
    }

    /** What the counter asked for, in its words. */
    private String missing(UUID id) {
        return cases.tasks(id).stream()
                .filter(task -> task.kind() == Task.Kind.SEAT && task.done() != null)
                .map(Task::done)
                .filter(done -> "SUPPLEMENT".equals(done.verdict()) && done.opinion() != null)
                .reduce((earlier, later) -> later)
                .map(Task.Done::opinion)
                .orElse("请看办理经过");
    }

    static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
