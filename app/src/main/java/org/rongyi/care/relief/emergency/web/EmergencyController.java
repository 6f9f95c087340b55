package org.rongyi.care.relief.emergency.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.emergency.AskEmergency;
import org.rongyi.care.relief.emergency.SupplementEmergency;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.apply.ApplicationDesk;
import org.rongyi.platform.approval.apply.ApplicationForms;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.approval.apply.Sheet;
import org.rongyi.platform.approval.apply.Typed;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 申请应急救助, by the veteran or by a post for him, from his page, a need, a visit or hardship aid; and its 补正. */
@Controller
class EmergencyController extends ApplicationForms<EmergencyDesk.Asked> {

    private static final Service SERVICE = new Service(
            AskEmergency.SERVICE,
            "应急救助",
            "/me/emergency",
            null,
            "emergency",
            "emergency",
            "得了重病、出了大事，基本生活困难的，在这里申请；已经知道的不用再填",
            "证件、诊断证明、费用和医保结算单、事故认定书等，拍照即可。");

    private final ApplicationDesk forms;
    private final AskEmergency ask;
    private final SupplementEmergency supplement;
    private final EmergencyDesk desk;

    EmergencyController(ApplicationDesk forms, AskEmergency ask, SupplementEmergency supplement, EmergencyDesk desk) {
        super(forms, SERVICE);
        this.forms = forms;
        this.ask = ask;
        this.supplement = supplement;
        this.desk = desk;
    }

    @GetMapping("/me/emergency")
    @Allow(self = true)
    ResponseEntity<Page> own(Actor.Self actor, @RequestParam(required = false) @Nullable UUID aid) {
        return own(actor, Typed.empty().with("aid", aid));
    }

    @PostMapping("/me/emergency")
    @Allow(self = true)
    ResponseEntity<Page> ask(
            Actor.Self actor,
            CommandId id,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "evidence", required = false) @Nullable List<MultipartFile> uploads) {
        return file(actor, id, actor.person(), fields, uploads);
    }

    @GetMapping("/persons/{person}/emergency")
    @Allow(act = AskEmergency.class)
    Page form(
            Actor.Office actor,
            @PathVariable UUID person,
            @RequestParam(required = false) @Nullable UUID need,
            @RequestParam(required = false) @Nullable UUID visit,
            @RequestParam(required = false) @Nullable UUID aid) {
        var carried = Typed.empty().with("need", need).with("visit", visit).with("aid", aid);
        return forSomebody(actor, person, carried);
    }

    @PostMapping("/persons/{person}/emergency")
    @Allow(act = AskEmergency.class)
    ResponseEntity<Page> ask(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "evidence", required = false) @Nullable List<MultipartFile> uploads) {
        return file(actor, id, person, fields, uploads);
    }

    @GetMapping("/cases/{emergency}/emergency")
    @Allow(act = SupplementEmergency.class)
    ResponseEntity<Page> supplementForm(Actor actor, @PathVariable UUID emergency) {
        return mend(actor, emergency);
    }

    @PostMapping("/cases/{emergency}/emergency")
    @Allow(act = SupplementEmergency.class)
    ResponseEntity<Page> supplement(
            Actor actor,
            CommandId id,
            @PathVariable UUID emergency,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "evidence", required = false) @Nullable List<MultipartFile> uploads) {
        return mend(actor, id, emergency, fields, uploads);
    }

    @Override
    protected EmergencyDesk.Asked about(Actor actor, UUID person, Typed form) {
        return desk.of(
                actor,
                person,
                actor instanceof Actor.Office ? form.id("need") : null,
                actor instanceof Actor.Office ? form.id("visit") : null,
                form.id("aid"));
    }

    @Override
    protected EmergencyDesk.Asked ofCase(Actor actor, UUID file) {
        return desk.ofCase(actor, file);
    }

    @Override
    protected Typed begin(EmergencyDesk.Asked about) {
        return desk.begin(about);
    }

    @Override
    protected Page page(EmergencyDesk.Asked about, Sheet sheet) {
        return desk.page(about, sheet);
    }

    @Override
    protected Optional<Applied> ask(EmergencyDesk.Asked about, Sent sent) {
        var form = sent.form();
        var cause = about.cause();
        return EmergencyForm.request(form, about.account(), sent.errors())
                .map(request -> new AskEmergency.Command(
                        sent.id(),
                        about.whom().person(),
                        request,
                        sent.agentGround(),
                        about.byAgent() ? form.id("need") : null,
                        about.byAgent() ? form.id("visit") : null,
                        cause == null ? null : cause.id()))
                .map(command -> forms.perform(sent.actor(), ask, command));
    }

    @Override
    protected Optional<Applied> supplement(EmergencyDesk.Asked about, Sent sent) {
        var file = Objects.requireNonNull(about.whom().mended());
        return EmergencyForm.request(sent.form(), about.account(), sent.errors())
                .map(request -> new SupplementEmergency.Command(
                        sent.id(), file, request, sent.form().value("what")))
                .map(command -> forms.perform(sent.actor(), supplement, command));
    }

    @Override
    protected String done(EmergencyDesk.Asked about, Sent sent) {
        return (about.whom().mended() == null ? "申请已提交。" : "补正已提交，接着办理。") + desk.lacking(sent.form(), about.byAgent());
    }
}
