package org.rongyi.platform.approval.apply;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.MessagePage;
import org.rongyi.platform.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/**
 * The frame of a service's form: by the veteran himself, by a post or one of his family for him; and of its 补正. A service
 * has its routes, its fields and its act; who is not known well enough, has not read the notice, or left something out,
 * is answered here.
 */
public abstract class ApplicationForms<A extends ApplicationForms.About> {

    private final ApplicationDesk desk;
    private final Service service;

    protected ApplicationForms(ApplicationDesk desk, Service service) {
        this.desk = desk;
        this.service = service;
    }

    /**
     * The service, and where its forms are.
     *
     * @param zh as a sentence names it
     * @param own path of the veteran's own form
     * @param family path of his family's form; none where they may not file it
     * @param ofPerson behind {@code /persons/<id>/}
     * @param ofCase behind {@code /cases/<id>/}
     * @param lead what the form says to whom it is about
     * @param papers which papers, for the file field
     */
    public record Service(
            String id,
            String zh,
            String own,
            @Nullable String family,
            String ofPerson,
            String ofCase,
            String lead,
            String papers) {}

    /** What a form is laid out from, whoever it is about. */
    public interface About {
        Whom whom();
    }

    /**
     * Whom the form is about.
     *
     * @param place the place that answers for him; none when nobody does
     * @param mended the case that is mended; none for a new one
     * @param missing what the counter asked for, when one is mended
     */
    public record Whom(
            UUID person,
            String name,
            @Nullable DivisionCode place,
            @Nullable UUID mended,
            @Nullable String missing) {}

    /**
     * What was sent.
     *
     * @param agentGround why a post files it for him; none from anybody else
     * @param errors by field; whoever reads the form adds to it
     */
    public record Sent(
            Actor actor, CommandId id, Typed form, @Nullable String agentGround, FieldErrors errors) {}

    /** Reads whom it is about; not found as the page answers it. */
    protected abstract A about(Actor actor, UUID person, Typed form);

    protected abstract A ofCase(Actor actor, UUID file);

    /** The form before anything was typed. */
    protected abstract Typed begin(A about);

    protected abstract Page page(A about, Sheet sheet);

    /** Reads the fields and files it; empty when a field was wrong. */
    protected abstract Optional<Applied> ask(A about, Sent sent);

    /** Reads the fields and mends it; empty when a field was wrong. */
    protected abstract Optional<Applied> supplement(A about, Sent sent);

    /** What is said when it was filed or mended. */
    protected String done(A about, Sent sent) {
        return about.whom().mended() == null ? "申请已提交，办到哪一步在这里看。" : "补正已提交，接着办理。";
    }

    protected final ResponseEntity<Page> own(Actor.Self actor, Typed carried) {
        var about = about(actor, actor.person(), carried);
        return notIdentified(actor, about)
                .orElseGet(() -> desk.readFirst(actor, service.own())
                        .map(path -> Answer.seeOther(path, Flash.info("填写之前，请先看告知书")))
                        .orElseGet(() -> Answer.show(fresh(actor, about, carried))));
    }

    /** 亲属代办: what the family member sees of the file here, the veteran reads in 谁看过我的档案. */
    protected final ResponseEntity<Page> forFamily(Actor.Kin actor, String seen) {
        if (!actor.services().contains(service.id())) {
            return notGiven();
        }
        var about = about(actor, actor.person(), Typed.empty());
        return notIdentified(actor, about).orElseGet(() -> {
            desk.seenByFamily(actor, seen);
            return Answer.show(fresh(actor, about, Typed.empty()));
        });
    }

    protected final Page forSomebody(Actor.Office actor, UUID person, Typed carried) {
        return fresh(actor, about(actor, person, carried), carried);
    }

    protected final ResponseEntity<Page> mend(Actor actor, UUID file) {
        var about = ofCase(actor, file);
        if (!desk.isAsked(actor, file)) {
            return notAsked(file);
        }
        return notIdentified(actor, about).orElseGet(() -> Answer.show(fresh(actor, about, Typed.empty())));
    }

    private Page fresh(Actor actor, A about, Typed carried) {
        var form = begin(about);
        for (var field : carried.fields().keySet()) {
            form = form.with(field, carried.value(field));
        }
        return sheet(actor, about, form, FieldErrors.none(), CommandId.fresh(actor));
    }

    /** A form of somebody comes in. */
    protected final ResponseEntity<Page> file(
            Actor actor,
            CommandId id,
            UUID person,
            MultiValueMap<String, String> fields,
            @Nullable List<MultipartFile> uploads) {
        if (actor instanceof Actor.Kin kin && !kin.services().contains(service.id())) {
            return notGiven();
        }
        var form = new Typed(fields);
        return take(actor, id, about(actor, person, form), form, uploads);
    }

    /** A 补正 comes in. */
    protected final ResponseEntity<Page> mend(
            Actor actor,
            CommandId id,
            UUID file,
            MultiValueMap<String, String> fields,
            @Nullable List<MultipartFile> uploads) {
        return take(actor, id, ofCase(actor, file), new Typed(fields), uploads);
    }

    private ResponseEntity<Page> take(
            Actor actor, CommandId id, A about, Typed form, @Nullable List<MultipartFile> uploads) {
        var stopped = notIdentified(actor, about);
        if (stopped.isPresent()) {
            return stopped.get();
        }
        boolean mends = about.whom().mended() != null;
        boolean untold = !mends && !desk.isTold(actor, about.whom().person());
        if (untold && actor instanceof Actor.Self self) {
            var notice = desk.readFirst(self, service.own()).orElse(service.own());
            return Answer.seeOther(notice, Flash.info("提交之前，请先看告知书"));
        }
        var errors = FieldErrors.none();
        if (untold) {
            tell(actor, about, form, errors);
        }
        desk.take(actor, id, form, uploads, errors);
        if (mends) {
            errors.requireText(form.value("what"), "what", "请写明补了什么");
        }
        var agent = !mends && actor instanceof Actor.Office ? form.agentGround(errors) : null;
        var sent = new Sent(actor, id, form, agent, errors);
        return (mends ? supplement(about, sent) : ask(about, sent))
                .map(outcome -> answer(about, sent, outcome))
                .orElseGet(() -> Answer.invalid(sheet(actor, about, form, errors, id)));
    }

    /** 先告知: whoever fills it in for him has shown him the notice, or read it himself as his family, before anything is kept. */
    private void tell(Actor actor, A about, Typed form, FieldErrors errors) {
        boolean told = form.value("told").equals("yes");
        errors.require(told, "told", actor instanceof Actor.Kin ? "请先看告知书，再勾选" : "请先向本人出示告知书并说明，再勾选");
        if (told) {
            desk.told(actor, about.whom().person());
        }
    }

    private ResponseEntity<Page> answer(A about, Sent sent, Applied outcome) {
        var actor = sent.actor();
        return switch (outcome) {
            case Applied.Asked(var file) -> Answer.seeOther("/cases/" + file, Flash.success(done(about, sent)));
            case Applied.Supplemented(var file) -> Answer.seeOther("/cases/" + file, Flash.success(done(about, sent)));
            case Applied.NotFound() -> Answer.notFound();
            case Applied.NotIdentified(var wanted) -> notIdentified(actor, wanted, action(actor, about.whom()));
            case Applied.NotGiven() -> notGiven();
            case Applied.NotActive() ->
                Answer.conflict(new MessagePage(409, "档案不在册", "这份档案已登记为已故或迁出，没有提交。", "如登记有误，请联系服务站。"));
            case Applied.NotAnObject(var why) ->
                Answer.conflict(new MessagePage(409, "不是这项服务的对象", why + "，没有提交。", "档案登记有误的，请先申请更正个人信息。"));
            case Applied.NotHere() ->
                Answer.conflict(new MessagePage(409, "要到户籍地申请", "他住在这里，户籍在别处，没有提交。", "请他到户籍所在的村（社区）站申请，或本人在手机上申请。"));
            case Applied.Objected(var field, var why) -> objected(about, sent, field, why);
            case Applied.LooksSecret(var found) -> objected(about, sent, found.field(), found.why());
            case Applied.NoAgentGround() -> objected(about, sent, "agentGround", "请写明为什么代办");
            case Applied.NotKept(var why) -> objected(about, sent, "evidence", why);
            case Applied.AlreadyOpen() ->
                Answer.conflict(new MessagePage(409, "已经有一件在办", service.zh() + "的申请已经有一件在办，没有再提交。", "可以等它办完，或者先撤回它。")
                        .leadingTo("看办件", side(actor, about.whom()).cases()));
            case Applied.NotAsked() -> notAsked(about.whom().mended());
        };
    }

    private static ResponseEntity<Page> notAsked(@Nullable UUID file) {
        return Answer.conflict(
                new MessagePage(409, "不用补正", "这件事现在不等补正，没有提交。", "请打开办件看办到哪里。").leadingTo("打开办件", "/cases/" + file));
    }

    private ResponseEntity<Page> objected(A about, Sent sent, String field, String why) {
        return Answer.invalid(sheet(sent.actor(), about, sent.form(), FieldErrors.of(field, why), sent.id()));
    }

    private Page sheet(Actor actor, A about, Typed form, FieldErrors errors, CommandId id) {
        var whom = about.whom();
        var side = side(actor, whom);
        return page(
                about,
                new Sheet(
                        action(actor, whom),
                        whom.mended() == null ? side.back() : "/cases/" + whom.mended(),
                        side.lead(),
                        side.crumbs(),
                        actor instanceof Actor.Office,
                        whom.mended() != null || desk.isTold(actor, whom.person()) ? null : notice(actor),
                        whom.missing(),
                        form,
                        desk.evidence(actor, id, service.papers()),
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
        var lacking =
                mended == null ? desk.lacking(actor, service.id(), about.whom().place()) : desk.lacking(actor, mended);
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
        return Answer.show(HttpStatus.FORBIDDEN, desk.waysIn().explain(reached, service.zh(), wanted, next));
    }

    private ResponseEntity<Page> notGiven() {
        return Answer.conflict(new MessagePage(
                        409, "委托里没有这一项", "他没有委托您办理" + service.zh() + "，没有提交。", "要办的话，请他本人在“委托亲属”里加上这一项，或到服务站窗口办。")
                .leadingTo("我代办的人", "/kin"));
    }

    /** Where whoever asks comes from and goes to. */
    private record Side(String action, String back, String cases, List<Crumb> crumbs, String lead) {}

    private Side side(Actor actor, Whom whom) {
        return switch (actor) {
            case Actor.Self _ ->
                new Side(service.own(), "/me", "/me/cases", List.of(new Crumb("我的档案", "/me")), service.lead());
            case Actor.Kin _ ->
                new Side(
                        String.valueOf(service.family()),
                        "/kin",
                        "/kin",
                        List.of(new Crumb("我代办的人", "/kin")),
                        "您在替" + whom.name() + "办，他会收到消息。" + service.lead());
            case Actor.Office _, Actor.Client _, Actor.Visitor _, Actor.Job _ -> {
                var person = "/persons/" + whom.person();
                var crumbs = List.of(new Crumb("人员名册", "/persons"), new Crumb(whom.name(), person));
                yield new Side(person + "/" + service.ofPerson(), person, "/cases", crumbs, whom.name() + "，由本单位代办");
            }
        };
    }

    private String action(Actor actor, Whom whom) {
        return whom.mended() == null ? side(actor, whom).action() : "/cases/" + whom.mended() + "/" + service.ofCase();
    }
}
