package org.rongyi.care.relief.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.AskAid;
import org.rongyi.care.relief.SupplementAid;
import org.rongyi.care.relief.rule.Situation;
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

/** 申请困难帮扶援助, by the veteran on his phone, by one of his family or a post for him, from his page, a need or a visit; and its 补正. */
@Controller
class AidController extends ApplicationForms<AidDesk.Asked> {

    private static final Service SERVICE = new Service(
            AskAid.SERVICE,
            "困难帮扶援助",
            "/me/aid",
            "/kin/aid",
            "aid",
            "aid",
            "遇到困难，在这里申请；已经知道的不用再填",
            "证件、诊断书、费用结算单、事故认定书等，拍照即可。");

    private final ApplicationDesk forms;
    private final AskAid ask;
    private final SupplementAid supplement;
    private final AidDesk desk;

    AidController(ApplicationDesk forms, AskAid ask, SupplementAid supplement, AidDesk desk) {
        super(forms, SERVICE);
        this.forms = forms;
        this.ask = ask;
        this.supplement = supplement;
        this.desk = desk;
    }

    @GetMapping("/me/aid")
    @Allow(self = true)
    ResponseEntity<Page> own(Actor.Self actor) {
        return own(actor, Typed.empty());
    }

    @PostMapping("/me/aid")
    @Allow(self = true)
    ResponseEntity<Page> ask(
            Actor.Self actor,
            CommandId id,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "evidence", required = false) @Nullable List<MultipartFile> uploads) {
        return file(actor, id, actor.person(), fields, uploads);
    }

    @GetMapping("/kin/aid")
    @Allow(kin = true)
    ResponseEntity<Page> forFamily(Actor.Kin actor) {
        return forFamily(actor, "打开困难帮扶援助申请表，看到档案上的姓名、类别、住处和以前申请的家庭经济状况、遮住的卡号");
    }

    @PostMapping("/kin/aid")
    @Allow(kin = true)
    ResponseEntity<Page> ask(
            Actor.Kin actor,
            CommandId id,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "evidence", required = false) @Nullable List<MultipartFile> uploads) {
        return file(actor, id, actor.person(), fields, uploads);
    }

    @GetMapping("/persons/{person}/aid")
    @Allow(act = AskAid.class)
    Page form(
            Actor.Office actor,
            @PathVariable UUID person,
            @RequestParam(required = false) @Nullable UUID need,
            @RequestParam(required = false) @Nullable UUID visit,
            @RequestParam(required = false) @Nullable Situation situation) {
        var carried = Typed.empty().with("need", need).with("visit", visit);
        return forSomebody(actor, person, situation == null ? carried : carried.with("situation", situation.name()));
    }

    @PostMapping("/persons/{person}/aid")
    @Allow(act = AskAid.class)
    ResponseEntity<Page> ask(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "evidence", required = false) @Nullable List<MultipartFile> uploads) {
        return file(actor, id, person, fields, uploads);
    }

    @GetMapping("/cases/{aid}/aid")
    @Allow(act = SupplementAid.class)
    ResponseEntity<Page> supplementForm(Actor actor, @PathVariable UUID aid) {
        return mend(actor, aid);
    }

    @PostMapping("/cases/{aid}/aid")
    @Allow(act = SupplementAid.class)
    ResponseEntity<Page> supplement(
            Actor actor,
            CommandId id,
            @PathVariable UUID aid,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "evidence", required = false) @Nullable List<MultipartFile> uploads) {
        return mend(actor, id, aid, fields, uploads);
    }

    @Override
    protected AidDesk.Asked about(Actor actor, UUID person, Typed form) {
        boolean agent = actor instanceof Actor.Office;
        return desk.of(actor, person, agent ? form.id("need") : null, agent ? form.id("visit") : null);
    }

    @Override
    protected AidDesk.Asked ofCase(Actor actor, UUID file) {
        return desk.ofCase(actor, file);
    }

    @Override
    protected Typed begin(AidDesk.Asked about) {
        return desk.begin(about);
    }

    @Override
    protected Page page(AidDesk.Asked about, Sheet sheet) {
        return desk.page(about, sheet);
    }

    @Override
    protected Optional<Applied> ask(AidDesk.Asked about, Sent sent) {
        var form = sent.form();
        return AidForm.request(form, about.account(), sent.errors())
                .map(request -> new AskAid.Command(
                        sent.id(),
                        about.whom().person(),
                        request,
                        sent.agentGround(),
                        about.byAgent() ? form.id("need") : null,
                        about.byAgent() ? form.id("visit") : null))
                .map(command -> forms.perform(sent.actor(), ask, command));
    }

    @Override
    protected Optional<Applied> supplement(AidDesk.Asked about, Sent sent) {
        var file = Objects.requireNonNull(about.whom().mended());
        return AidForm.request(sent.form(), about.account(), sent.errors())
                .map(request -> new SupplementAid.Command(
                        sent.id(), file, request, sent.form().value("what")))
                .map(command -> forms.perform(sent.actor(), supplement, command));
    }

    @Override
    protected String done(AidDesk.Asked about, Sent sent) {
        return about.whom().mended() == null
                ? "申请已提交。" + desk.lacking(sent.form(), about.byAgent())
                : "已提交，接着办理。" + desk.lacking(sent.form(), false);
    }
}
