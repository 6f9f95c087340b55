package org.rongyi.care.relief.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.AidMaterials;
import org.rongyi.care.relief.AidRequest;
import org.rongyi.care.relief.Aids;
import org.rongyi.care.relief.AskAid;
import org.rongyi.care.relief.Origins;
import org.rongyi.care.relief.SupplementAid;
import org.rongyi.care.relief.rule.Mode;
import org.rongyi.care.relief.rule.Situation;
import org.rongyi.care.relief.rule.Standing;
import org.rongyi.care.visit.VisitFile;
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
 * 申请困难帮扶援助, by the veteran on his phone, by one of his family or a post for him, from his page, a need or a visit; and its 补正.
 * What is known already is shown and not asked.
 */
@Component
class AidDesk implements ApplicationForm<AidDesk.Asked, AidRequest> {

    private static final int VISITS = 2;

    private final PersonFile file;
    private final Aids aids;
    private final Origins origins;
    private final VisitFile visits;
    private final Divisions divisions;
    private final Policy policy;
    private final AskAid ask;
    private final SupplementAid supplement;

    AidDesk(
            PersonFile file,
            Aids aids,
            Origins origins,
            VisitFile visits,
            Divisions divisions,
            Policy policy,
            AskAid ask,
            SupplementAid supplement) {
        this.file = file;
        this.aids = aids;
        this.origins = origins;
        this.visits = visits;
        this.divisions = divisions;
        this.policy = policy;
        this.ask = ask;
        this.supplement = supplement;
    }

    @Override
    public Doors doors() {
        return AskAid.DOORS;
    }

    @Override
    public Class<AskAid> asking() {
        return AskAid.class;
    }

    @Override
    public Class<SupplementAid> mending() {
        return SupplementAid.class;
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
            Whom whom)
            implements About {

        AidRequest.@Nullable Account account() {
            var from = before != null && before.request().account() != null ? before : earlier;
            return from == null ? null : from.request().account();
        }
    }

    @Override
    public Optional<Asked> about(Actor actor, UUID person, Typed typed) {
        var said = actor instanceof Actor.Office ? origins.said(typed.id("need"), typed.id("visit")) : "";
        return file.find(person).map(view -> asked(actor, view, null, said));
    }

    @Override
    public Optional<Asked> ofCase(Actor actor, UUID id) {
        return aids.find(id).flatMap(kept -> file.find(kept.person()).map(view -> asked(actor, view, kept, "")));
    }

    private Asked asked(Actor actor, PersonFile.View person, Aids.@Nullable Kept mended, String said) {
        var place = file.responsible(person.id());
        var earlier = mended != null ? Optional.<Aids.Kept>empty() : aids.latestOf(person.id());
        var household = file.household(person.household()).size();
        return new Asked(
                person,
                household,
                earlier.orElse(null),
                mended,
                known(actor, person, place, household, earlier),
                said,
                actor instanceof Actor.Office,
                actor instanceof Actor.Self,
                new Whom(
                        person.id(),
                        person.name(),
                        place.map(Place::code).orElse(null),
                        mended == null ? null : mended.id()));
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
                + policy.label(Situation.LIST, one.request().situation().name())));
        if (actor instanceof Actor.Office) {
            visits.latestOf(person.id(), VISITS)
                    .forEach(visit -> lines.add("走访：" + Words.day(visit.happenedOn()) + "，" + visit.unitName()));
        }
        return lines;
    }

    @Override
    public Typed begin(Asked about) {
        var form = AidForm.of(
                about.before() == null ? null : about.before().request(),
                about.earlier() == null ? null : about.earlier().request(),
                about.members(),
                about.words());
        return about.own() ? form : form.with("diagnosis", "");
    }

    @Override
    public AidPage page(Asked about, Sheet sheet) {
        var account = about.account();
        return new AidPage(
                about.known(),
                account == null ? null : account.masked(),
                choices(Standing.of(about.view().categories()), about.byAgent()),
                sheet);
    }

    @Override
    public Optional<AidRequest> read(Asked about, Typed form, FieldErrors errors) {
        return AidForm.request(form, about.account(), errors);
    }

    @Override
    public Filed<?> ask(Asked about, AidRequest request, Sent sent) {
        var form = sent.form();
        return new Filed<>(
                ask,
                new AskAid.Command(
                        sent.id(),
                        about.whom().person(),
                        request,
                        sent.agentGround(),
                        about.byAgent() ? form.id("need") : null,
                        about.byAgent() ? form.id("visit") : null));
    }

    @Override
    public Filed<?> mend(UUID aid, AidRequest request, Sent sent) {
        return new Filed<>(supplement, new SupplementAid.Command(sent.id(), aid, request, sent.what()));
    }

    @Override
    public String done(Asked about, Typed form) {
        boolean mended = about.whom().mended() != null;
        return (mended ? "已提交，接着办理。" : "申请已提交。")
                + AidMaterials.lacking(
                        AidMaterials.LIST,
                        policy,
                        divisions.today(),
                        form.values("material"),
                        !mended && about.byAgent());
    }

    private AidPage.Choices choices(Standing standing, boolean byAgent) {
        var today = divisions.today();
        return new AidPage.Choices(
                situations(standing, today),
                modes(),
                AidMaterials.options(AidMaterials.LIST, policy, today, byAgent),
                today.toString());
    }

    /** Those he may use (办法 第十一条). */
    List<Option> situations(Standing standing, LocalDate on) {
        return policy.choices(Situation.LIST, on).stream()
                .filter(choice -> Situation.valueOf(choice.code()).isFor(standing))
                .map(choice -> Option.of(choice.code(), choice.zh()))
                .toList();
    }

    List<Option> modes() {
        return Arrays.stream(Mode.values())
                .map(mode -> Option.of(mode.name(), policy.label("relief.hardship.mode", mode.name())))
                .toList();
    }
}
