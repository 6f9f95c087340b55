package org.rongyi.care.relief.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.AskAid;
import org.rongyi.care.relief.SupplementAid;
import org.rongyi.people.person.Telling;
import org.rongyi.platform.access.WaysIn;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.documents.attachment.FormFiles;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.MessagePage;
import org.rongyi.platform.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 申请困难帮扶援助, by the veteran on his phone or by a post for him, from his page, a need or a visit; and its 补正. */
@Controller
class AidController {

    private final Acts acts;
    private final AskAid ask;
    private final SupplementAid supplement;
    private final AidDesk desk;
    private final Cases cases;
    private final Transactions transactions;
    private final FormFiles files;
    private final Telling telling;
    private final WaysIn waysIn;

    AidController(
            Acts acts,
            AskAid ask,
            SupplementAid supplement,
            AidDesk desk,
            Cases cases,
            Transactions transactions,
            FormFiles files,
            Telling telling,
            WaysIn waysIn) {
        this.acts = acts;
        this.ask = ask;
        this.supplement = supplement;
        this.desk = desk;
        this.cases = cases;
        this.transactions = transactions;
        this.files = files;
        this.telling = telling;
        this.waysIn = waysIn;
    }

    /** Whoever has not been told how his data are used reads that first. */
    @GetMapping("/me/aid")
    @Allow(self = true)
    ResponseEntity<Page> own(Actor.Self actor) {
        var about = desk.of(actor, actor.person(), null);
        var lacking = lacking(actor, about);
        if (lacking.isPresent()) {
            return notIdentified(actor, lacking.get(), "/me/aid");
        }
        return transactions.read(actor, () -> telling.isTold(actor.person()))
                ? Answer.show(desk.page(actor, about, null, FieldErrors.none(), CommandId.fresh(actor)))
                : Answer.seeOther(telling.ownPath("/me/aid"), Flash.info("填写之前，请先看告知书"));
    }

    @PostMapping("/me/aid")
    @Allow(self = true)
    ResponseEntity<Page> ask(
            Actor.Self actor,
            CommandId id,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "evidence", required = false) @Nullable List<MultipartFile> uploads) {
        return ask(actor, id, actor.person(), new AidForm(fields), uploads);
    }

    @GetMapping("/persons/{person}/aid")
    @Allow(act = AskAid.class)
    Page form(
            Actor.Office actor,
            @PathVariable UUID person,
            @RequestParam(required = false) @Nullable UUID need,
            @RequestParam(required = false) @Nullable UUID visit) {
        var about = desk.of(actor, person, need);
        var form = desk.begin(about).with("need", need).with("visit", visit);
        return desk.page(actor, about, form, FieldErrors.none(), CommandId.fresh(actor));
    }

    @PostMapping("/persons/{person}/aid")
    @Allow(act = AskAid.class)
    ResponseEntity<Page> ask(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "evidence", required = false) @Nullable List<MultipartFile> uploads) {
        return ask(actor, id, person, new AidForm(fields), uploads);
    }

    private ResponseEntity<Page> ask(
            Actor actor, CommandId id, UUID person, AidForm form, @Nullable List<MultipartFile> uploads) {
        boolean byAgent = actor instanceof Actor.Office;
        var need = byAgent ? uuid(form.value("need")) : null;
        var about = desk.of(actor, person, need);
        var lacking = lacking(actor, about);
        if (lacking.isPresent()) {
            return notIdentified(actor, lacking.get(), "/me/aid");
        }
        var errors = FieldErrors.none();
        take(actor, id, form, uploads, errors);
        var request = form.request(about.account(), errors);
        var agent = byAgent ? form.agentGround(errors) : null;
        if (request.isEmpty() || !errors.isEmpty()) {
            return Answer.invalid(desk.page(actor, about, form, errors, id));
        }
        var command =
                new AskAid.Command(id, person, request.get(), agent, need, byAgent ? uuid(form.value("visit")) : null);
        return switch (acts.perform(actor, ask, command)) {
            case AskAid.Outcome.Asked(var done) ->
                Answer.seeOther("/cases/" + done, Flash.success("申请已提交。" + desk.lacking(request.get(), byAgent)));
            case AskAid.Outcome.NotFound() -> Answer.notFound();
            case AskAid.Outcome.NotIdentified(var wanted) -> notIdentified(actor, wanted, "/me/aid");
            case AskAid.Outcome.NotActive() ->
                Answer.conflict(new MessagePage(409, "档案不在册", "这份档案已登记为已故或迁出，没有提交。", "如登记有误，请联系服务站。"));
            case AskAid.Outcome.NotAnObject() ->
                Answer.conflict(new MessagePage(
                        409, "不是援助对象", "按档案上的类别，既不是退役军人，也不是其他优抚对象（帮扶援助办法第十条），没有提交。", "类别登记有误的，请先申请更正个人信息。"));
            case AskAid.Outcome.NotForHim() -> objected(actor, id, about, form, "situation", "这种情形只适用于退役军人，请另选");
            case AskAid.Outcome.NotYet() -> objected(actor, id, about, form, "occurredOn", "发生的日期不能晚于今天");
            case AskAid.Outcome.Wanting() -> objected(actor, id, about, form, "words", "请写明有什么困难，家庭经济状况要填");
            case AskAid.Outcome.LooksSecret(var found) -> objected(actor, id, about, form, found.field(), found.why());
            case AskAid.Outcome.NoAgentGround() -> objected(actor, id, about, form, "agentGround", "请写明为什么代办");
            case AskAid.Outcome.NotKept(var why) -> objected(actor, id, about, form, "evidence", why);
            case AskAid.Outcome.AlreadyOpen() ->
                Answer.conflict(new MessagePage(409, "已经有一件在办", "困难帮扶援助的申请已经有一件在办，没有再提交。", "可以等它办完，或者先撤回它。")
                        .leadingTo("看办件", actor instanceof Actor.Self ? "/me/cases" : "/cases"));
        };
    }

    @GetMapping("/cases/{aid}/aid")
    @Allow(act = SupplementAid.class)
    ResponseEntity<Page> supplementForm(Actor actor, @PathVariable UUID aid) {
        var about = desk.ofCase(actor, aid);
        var lacking = lacking(actor, aid);
        return lacking.isPresent()
                ? notIdentified(actor, lacking.get(), "/cases/" + aid + "/aid")
                : Answer.show(desk.page(actor, about, null, FieldErrors.none(), CommandId.fresh(actor)));
    }

    @PostMapping("/cases/{aid}/aid")
    @Allow(act = SupplementAid.class)
    ResponseEntity<Page> supplement(
            Actor actor,
            CommandId id,
            @PathVariable UUID aid,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "evidence", required = false) @Nullable List<MultipartFile> uploads) {
        var about = desk.ofCase(actor, aid);
        var lacking = lacking(actor, aid);
        if (lacking.isPresent()) {
            return notIdentified(actor, lacking.get(), "/cases/" + aid + "/aid");
        }
        var form = new AidForm(fields);
        var errors = FieldErrors.none();
        take(actor, id, form, uploads, errors);
        errors.requireText(form.value("what"), "what", "请写明补了什么");
        var request = form.request(about.account(), errors);
        if (request.isEmpty() || !errors.isEmpty()) {
            return Answer.invalid(desk.page(actor, about, form, errors, id));
        }
        var command = new SupplementAid.Command(id, aid, request.get(), form.value("what"));
        return switch (acts.perform(actor, supplement, command)) {
            case SupplementAid.Outcome.Supplemented(var done) ->
                Answer.seeOther("/cases/" + done, Flash.success("已提交，接着办理。" + desk.lacking(request.get(), false)));
            case SupplementAid.Outcome.NotFound() -> Answer.notFound();
            case SupplementAid.Outcome.NotForHim() -> objected(actor, id, about, form, "situation", "这种情形只适用于退役军人，请另选");
            case SupplementAid.Outcome.NotYet() -> objected(actor, id, about, form, "occurredOn", "发生的日期不能晚于今天");
            case SupplementAid.Outcome.Wanting() -> objected(actor, id, about, form, "what", "请写明补了什么");
            case SupplementAid.Outcome.LooksSecret(var found) ->
                objected(actor, id, about, form, found.field(), found.why());
            case SupplementAid.Outcome.NotKept(var why) -> objected(actor, id, about, form, "evidence", why);
            case SupplementAid.Outcome.NotIdentified(var wanted) ->
                notIdentified(actor, wanted, "/cases/" + aid + "/aid");
            case SupplementAid.Outcome.NotAsked() ->
                Answer.conflict(new MessagePage(409, "不用补了", "这件事现在不等补材料，没有提交。", "请打开办件看办到哪里。")
                        .leadingTo("打开办件", "/cases/" + aid));
        };
    }

    /** The 实名等级 that is missing to file it; asked before anything is filled in or handed in. */
    private Optional<Assurance> lacking(Actor actor, AidDesk.About about) {
        var place = about.place();
        return place == null ? Optional.empty() : cases.lacking(actor, AskAid.SERVICE, place.code());
    }

    private Optional<Assurance> lacking(Actor actor, UUID file) {
        return transactions.read(
                actor, () -> cases.find(file).flatMap(found -> found.route().lacking(actor)));
    }

    private ResponseEntity<Page> notIdentified(Actor actor, Assurance wanted, String next) {
        if (!(actor instanceof Actor.Self self)) {
            throw new IllegalStateException("posts are not asked for it");
        }
        return Answer.show(HttpStatus.FORBIDDEN, waysIn.explain(self.assurance(), "申请困难帮扶援助", wanted, next));
    }

    private void take(
            Actor actor, CommandId id, AidForm form, @Nullable List<MultipartFile> uploads, FieldErrors errors) {
        files.take(
                actor,
                id,
                AidDesk.EVIDENCE,
                uploads == null ? List.of() : uploads,
                form.values(AidDesk.EVIDENCE.dropName()),
                errors);
    }

    private ResponseEntity<Page> objected(
            Actor actor, CommandId id, AidDesk.About about, AidForm form, String field, String why) {
        return Answer.invalid(desk.page(actor, about, form, FieldErrors.of(field, why), id));
    }

    static @Nullable UUID uuid(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
