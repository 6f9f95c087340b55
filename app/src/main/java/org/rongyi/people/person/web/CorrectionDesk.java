package org.rongyi.people.person.web;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.AskCorrection;
import org.rongyi.people.person.CorrectionRequest;
import org.rongyi.people.person.CorrectionRequests;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.Place;
import org.rongyi.people.person.SupplementCorrection;
import org.rongyi.people.person.Villages;
import org.rongyi.platform.approval.apply.ApplicationForm;
import org.rongyi.platform.approval.apply.Doors;
import org.rongyi.platform.approval.apply.Sheet;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.springframework.stereotype.Component;

/** 申请更正个人信息, by the veteran on his phone, by a post or one of his family for him; and its 补正. */
@Component
class CorrectionDesk implements ApplicationForm<CorrectionDesk.Asked, CorrectionRequest> {

    private final PersonFile file;
    private final CorrectionRequests requests;
    private final Villages villages;
    private final AskCorrection ask;
    private final SupplementCorrection supplement;

    CorrectionDesk(
            PersonFile file,
            CorrectionRequests requests,
            Villages villages,
            AskCorrection ask,
            SupplementCorrection supplement) {
        this.file = file;
        this.requests = requests;
        this.villages = villages;
        this.ask = ask;
        this.supplement = supplement;
    }

    /** The file as it stands, and what has been asked for already. */
    record Asked(
            PersonFile.View view,
            @Nullable Place where,
            @Nullable CorrectionRequest before,
            Whom whom) implements About {}

    @Override
    public Doors doors() {
        return AskCorrection.DOORS;
    }

    @Override
    public Class<AskCorrection> asking() {
        return AskCorrection.class;
    }

    @Override
    public Class<SupplementCorrection> mending() {
        return SupplementCorrection.class;
    }

    @Override
    public Optional<Asked> about(Actor actor, UUID person, Typed typed) {
        return file.find(person).map(view -> asked(view, null));
    }

    @Override
    public Optional<Asked> ofCase(Actor actor, UUID id) {
        return requests.find(id).flatMap(kept -> file.find(kept.person()).map(view -> asked(view, kept)));
    }

    private Asked asked(PersonFile.View view, CorrectionRequests.@Nullable Kept kept) {
        var where = file.responsible(view.id()).orElse(null);
        var whom =
                new Whom(view.id(), view.name(), where == null ? null : where.code(), kept == null ? null : kept.id());
        return new Asked(view, where, kept == null ? null : kept.request(), whom);
    }

    @Override
    public Typed begin(Asked about) {
        return CorrectionForm.of(about.view(), about.where(), about.before());
    }

    @Override
    public Page page(Asked about, Sheet sheet) {
        var where = about.where();
        return new CorrectionPage(about.view(), where == null ? null : villages.fullName(where.code()), sheet);
    }

    @Override
    public Optional<CorrectionRequest> read(Asked about, Typed form, FieldErrors errors) {
        return CorrectionForm.request(form, about.view(), about.where(), about.before(), errors);
    }

    @Override
    public Filed<?> ask(Asked about, CorrectionRequest request, Sent sent) {
        return new Filed<>(
                ask, new AskCorrection.Command(sent.id(), about.whom().person(), request, sent.agentGround()));
    }

    @Override
    public Filed<?> mend(UUID kept, CorrectionRequest request, Sent sent) {
        return new Filed<>(supplement, new SupplementCorrection.Command(sent.id(), kept, request, sent.what()));
    }
}
