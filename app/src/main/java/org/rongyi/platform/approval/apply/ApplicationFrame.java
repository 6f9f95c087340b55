package org.rongyi.platform.approval.apply;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.MessagePage;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/**
 * The frame of a service's form: by the veteran himself, by a post or one of his family for him; and of its 补正. Who is not known
 * well enough, has not read the notice, or left something out, is answered here.
 */
final class ApplicationFrame<A extends ApplicationForm.About, R extends Request> {

    private static final int LONGEST_AGENT = 100;

    private final ApplicationDesk desk;
    private final Transactions transactions;
    private final ApplicationForm<A, R> form;
    private final Doors doors;

    ApplicationFrame(ApplicationDesk desk, Transactions transactions, ApplicationForm<A, R> form) {
        this.desk = desk;
        this.transactions = transactions;
        this.form = form;
        this.doors = form.doors();
    }

    /** What came in, and from whom. */
    private record Received(Actor actor, ApplicationForm.Sent sent) {

        Typed typed() {
            return sent.form();
        }
    }

    private A about(Actor actor, UUID person, Typed typed) {
        return found(actor, () -> form.about(actor, person, typed));
    }

    private A ofCase(Actor actor, UUID file) {
        return found(actor, () -> form.ofCase(actor, file));
    }

    private A found(Actor actor, Supplier<Optional<A>> question) {
        return transactions.read(actor, question).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    ResponseEntity<Page> own(Actor.Self actor, Typed carried) {
        var about = about(actor, actor.person(), carried);
        return notIdentified(actor, about)
                .orElseGet(() -> desk.readFirst(actor, doors.own())
                        .map(path -> Answer.seeOther(path, Flash.info("填写之前，请先看告知书")))
                        .orElseGet(() -> Answer.show(fresh(actor, about, carried))));
    }

    /** 亲属代办: what the family member sees of the file here, the veteran reads in 谁看过我的档案. */
    ResponseEntity<Page> forFamily(Actor.Kin actor) {
        var family = doors.family();
        if (family == null || !actor.services().contains(doors.service())) {
            return notGiven();
        }
        var about = about(actor, actor.person(), Typed.empty());
        return notIdentified(actor, about).orElseGet(() -> {
            desk.seenByFamily(actor, family.sees());
            return Answer.show(fresh(actor, about, Typed.empty()));
        });
    }

    Page forSomebody(Actor.Office actor, UUID person, Typed carried) {
        return fresh(actor, about(actor, person, carried), carried);
    }

    ResponseEntity<Page> mend(Actor actor, UUID file) {
        var about = ofCase(actor, file);
        if (!desk.isAsked(actor, file)) {
            return notAsked(file);
        }
        return notIdentified(actor, about).orElseGet(() -> Answer.show(fresh(actor, about, Typed.empty())));
    }

    private Page fresh(Actor actor, A about, Typed carried) {
        var begun = form.begin(about);
        for (var field : carried.fields().keySet()) {
            begun = begun.with(field, carried.value(field));
        }
        return sheet(actor, about, begun, FieldErrors.none(), CommandId.fresh(actor));
    }

    /** A form of somebody comes in. */
    ResponseEntity<Page> file(
            Actor actor, CommandId id, UUID person, Typed typed, @Nullable List<MultipartFile> uploads) {
        if (actor instanceof Actor.Kin kin && !kin.services().contains(doors.service())) {
            return notGiven();
        }
        return take(actor, id, about(actor, person, typed), typed, uploads);
    }

    /** A 补正 comes in. */
    ResponseEntity<Page> mend(
            Actor actor, CommandId id, UUID file, Typed typed, @Nullable List<MultipartFile> uploads) {
        return take(actor, id, ofCase(actor, file), typed, uploads);
    }

    private ResponseEntity<Page> take(
            Actor actor, CommandId id, A about, Typed typed, @Nullable List<MultipartFile> uploads) {
        var stopped = notIdentified(actor, about);
        if (stopped.isPresent()) {
            return stopped.get();
        }
        var mended = about.whom().mended();
        boolean untold = mended == null && !desk.isTold(actor, about.whom().person());
        if (untold && actor instanceof Actor.Self self) {
            var notice = desk.readFirst(self, doors.own()).orElse(doors.own());
            return Answer.seeOther(notice, Flash.info("提交之前，请先看告知书"));
        }
        var errors = FieldErrors.none();
        if (untold) {
            tell(actor, about, typed, errors);
        }
        desk.take(actor, id, typed, uploads, errors);
        if (mended != null) {
            errors.requireText(typed.value("what"), "what", "请写明补了什么");
        }
        var agent = mended == null && actor instanceof Actor.Office ? agentGround(typed, errors) : null;
        var received = new Received(actor, new ApplicationForm.Sent(id, typed, agent));
        return form.read(about, typed, errors)
                .filter(request -> errors.isEmpty())
                .map(request -> mended == null
                        ? form.ask(about, request, received.sent())
                        : form.mend(mended, request, received.sent()))
                .map(filed -> answer(about, received, desk.perform(actor, filed)))
                .orElseGet(() -> Answer.invalid(sheet(actor, about, typed, errors, id)));
    }

    /** Why a post files it for him. */
    private static String agentGround(Typed typed, FieldErrors errors) {
        var ground = typed.value("agentGround");
        errors.require(!ground.isEmpty() && ground.length() <= LONGEST_AGENT, "agentGround", "请写明为什么代办，不超过 100 字");
        return ground;
    }

    /** 先告知: whoever fills it in for him has shown him the notice, or read it himself as his family, before anything is kept. */
    private void tell(Actor actor, A about, Typed typed, FieldErrors errors) {
        boolean told = typed.value("told").equals("yes");
        errors.require(told, "told", actor instanceof Actor.Kin ? "请先看告知书，再勾选" : "请先向本人出示告知书并说明，再勾选");
        if (told) {
            desk.told(actor, about.whom().person());
        }
    }

    private ResponseEntity<Page> answer(A about, Received received, Applied outcome) {
        var actor = received.actor();
        return switch (outcome) {
            case Applied.Asked(var file) ->
                Answer.seeOther("/cases/" + file, Flash.success(form.done(about, received.typed())));
            case Applied.Supplemented(var file) ->
                Answer.seeOther("/cases/" + file, Flash.success(form.done(about, received.typed())));
            case Applied.NotFound() -> Answer.notFound();
            case Applied.NotIdentified(var wanted) -> notIdentified(actor, wanted, action(actor, about.whom()));
            case Applied.NotGiven() -> notGiven();
            case Applied.NotActive() ->
                Answer.conflict(new MessagePage(409, "档案不在册", "这份档案已登记为已故或迁出，没有提交。", "如登记有误，请联系服务站。"));
            case Applied.NotAnObject(var why) ->
                Answer.conflict(new MessagePage(409, "不是这项服务的对象", why + "，没有提交。", "档案登记有误的，请先申请更正个人信息。"));
            case Applied.NotHere() ->
                Answer.conflict(new MessagePage(409, "要到户籍地申请", "他住在这里，户籍在别处，没有提交。", "请他到户籍所在的村（社区）站申请，或本人在手机上申请。"));
            case Applied.Objected(var field, var why) -> objected(about, received, field, why);
            case Applied.LooksSecret(var found) -> objected(about, received, found.field(), found.why());
            case Applied.NoAgentGround() -> objected(about, received, "agentGround", "请写明为什么代办");
            case Applied.NotKept(var why) -> objected(about, received, "evidence", why);
            case Applied.AlreadyOpen() ->
                Answer.conflict(new MessagePage(409, "已经有一件在办", doors.zh() + "的申请已经有一件在办，没有再提交。", "可以等它办完，或者先撤回它。")
                        .leadingTo("看办件", side(actor, about.whom()).cases()));
            case Applied.NotAsked() -> notAsked(about.whom().mended());
        };
    }

    private static ResponseEntity<Page> notAsked(@Nullable UUID file) {
        return Answer.conflict(
                new MessagePage(409, "不用补正", "这件事现在不等补正，没有提交。", "请打开办件看办到哪里。").leadingTo("打开办件", "/cases/" + file));
    }

    private ResponseEntity<Page> objected(A about, Received received, String field, String why) {
        var sent = received.sent();
        return Answer.invalid(sheet(received.actor(), about, sent.form(), FieldErrors.of(field, why), sent.id()));
    }

    private Page sheet(Actor actor, A about, Typed typed, FieldErrors errors, CommandId id) {
        var whom = about.whom();
        var mended = whom.mended();
        var side = side(actor, whom);
        return form.page(
                about,
                new Sheet(
                        action(actor, whom),
                        mended == null ? side.back() : "/cases/" + mended,
                        side.lead(),
                        side.crumbs(),
                        actor instanceof Actor.Office,
                        mended != null || desk.isTold(actor, whom.person()) ? null : notice(actor),
                        mended == null ? null : desk.askedFor(actor, mended),
                        typed,
                        desk.evidence(actor, id, doors.papers()),
                        errors));
    }

    /** The tick by which it is said that he was told. */
    private Sheet.Notice notice(Actor actor) {
        return actor instanceof Actor.Kin
                ? new Sheet.Notice(desk.noticePath(), "我已看过告知书", "替他填写之前先看一遍，也请转告他")
                : new Sheet.Notice(desk.noticePath(), "已向本人出示告知书并说明", "可以打印出来给他看，或念给他听；没有告知的，先告知再填");
    }

    private Optional<ResponseEntity<Page>> notIdentified(Actor actor, A about) {
        var mended = about.whom().mended();
        var lacking = mended == null
                ? desk.lacking(actor, doors.service(), about.whom().place())
                : desk.lacking(actor, mended);
        return lacking.map(wanted -> notIdentified(actor, wanted, action(actor, about.whom())));
    }

    /** What is missing and what to do, in place of the form. */
    private ResponseEntity<Page> notIdentified(Actor actor, Assurance wanted, String next) {
        var reached = switch (actor) {
            case Actor.Self self -> self.assurance();
            case Actor.Kin kin -> kin.assurance();
            case Actor.Office _, Actor.Client _, Actor.Visitor _, Actor.Job _ ->
                throw new IllegalStateException("posts are not asked for it");
        };
        return Answer.show(HttpStatus.FORBIDDEN, desk.waysIn().explain(reached, doors.zh(), wanted, next));
    }

    private ResponseEntity<Page> notGiven() {
        return Answer.conflict(
                new MessagePage(409, "委托里没有这一项", "他没有委托您办理" + doors.zh() + "，没有提交。", "要办的话，请他本人在“委托亲属”里加上这一项，或到服务站窗口办。")
                        .leadingTo("我代办的人", "/kin"));
    }

    /** Where whoever asks comes from and goes to. */
    private record Side(String action, String back, String cases, List<Crumb> crumbs, String lead) {}

    private Side side(Actor actor, ApplicationForm.Whom whom) {
        return switch (actor) {
            case Actor.Self _ ->
                new Side(doors.own(), "/me", "/me/cases", List.of(new Crumb("我的档案", "/me")), doors.lead());
            case Actor.Kin _ ->
                new Side(
                        doors.familyPath().orElseThrow(),
                        "/kin",
                        "/kin",
                        List.of(new Crumb("我代办的人", "/kin")),
                        "您在替" + whom.name() + "办，他会收到消息。" + doors.lead());
            case Actor.Office _, Actor.Client _, Actor.Visitor _, Actor.Job _ -> {
                var person = "/persons/" + whom.person();
                var crumbs = List.of(new Crumb("人员名册", "/persons"), new Crumb(whom.name(), person));
                yield new Side(doors.ofPerson(whom.person()), person, "/cases", crumbs, whom.name() + "，由本单位代办");
            }
        };
    }

    private String action(Actor actor, ApplicationForm.Whom whom) {
        var mended = whom.mended();
        return mended == null ? side(actor, whom).action() : doors.ofCase(mended);
    }
}
