package org.rongyi.people.kin.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.kin.ExtendMandate;
import org.rongyi.platform.access.WaysIn;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.documents.attachment.FormFiles;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.MessagePage;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 延长委托: the veteran on his phone, or a counter with the paper he signed. A page of its own, for its files have a form of their own. */
@Controller
class ExtendMandateController {

    private static final String OWN = "/me/kin/{mandate}/extend";
    private static final String OF = "/persons/{person}/kin/{mandate}/extend";
    private static final String UNTIL = "until";

    private final Acts acts;
    private final ExtendMandate extend;
    private final MandateDesk desk;
    private final FormFiles files;
    private final WaysIn waysIn;

    ExtendMandateController(Acts acts, ExtendMandate extend, MandateDesk desk, FormFiles files, WaysIn waysIn) {
        this.acts = acts;
        this.extend = extend;
        this.desk = desk;
        this.files = files;
        this.waysIn = waysIn;
    }

    @GetMapping(OWN)
    @Allow(self = true)
    ResponseEntity<Page> own(Actor.Self actor, @PathVariable UUID mandate) {
        var page = blank(actor, actor.person(), mandate);
        var lacking = page.lacking();
        return lacking == null || page.hindrance() != null ? Answer.show(page) : unknown(actor, mandate, lacking);
    }

    @GetMapping(OF)
    @Allow(act = ExtendMandate.class)
    Page of(Actor.Office actor, @PathVariable UUID person, @PathVariable UUID mandate) {
        return blank(actor, person, mandate);
    }

    @PostMapping(OWN)
    @Allow(act = ExtendMandate.class)
    ResponseEntity<Page> extend(
            Actor.Self actor,
            CommandId id,
            @PathVariable UUID mandate,
            @RequestParam MultiValueMap<String, String> fields) {
        return extend(actor, id, actor.person(), mandate, new Typed(fields), FieldErrors.none());
    }

    @PostMapping(OF)
    @Allow(act = ExtendMandate.class)
    ResponseEntity<Page> extend(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID person,
            @PathVariable UUID mandate,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "signed", required = false) @Nullable List<MultipartFile> uploads) {
        var form = new Typed(fields);
        var errors = FieldErrors.none();
        files.take(
                actor,
                id,
                MandateDesk.SIGNED,
                uploads == null ? List.of() : uploads,
                form.values(MandateDesk.SIGNED.dropName()),
                errors);
        return extend(actor, id, person, mandate, form, errors);
    }

    private ResponseEntity<Page> extend(
            Actor actor, CommandId id, UUID person, UUID mandate, Typed form, FieldErrors errors) {
        var until = Typed.day(form.value(UNTIL), UNTIL, "请填写延长到哪一天", errors);
        if (until.isEmpty() || !errors.isEmpty()) {
            return Answer.invalid(desk.extension(actor, person, mandate, form.value(UNTIL), errors, id));
        }
        return switch (acts.perform(actor, extend, new ExtendMandate.Command(id, person, mandate, until.get()))) {
            case ExtendMandate.Outcome.Extended ignored ->
                Answer.seeOther(
                        MandateDesk.path(actor, person),
                        Flash.success("委托已延长到 " + Words.day(until.get()) + "。"
                                + (actor instanceof Actor.Office ? "本人会收到消息。" : "")));
            case ExtendMandate.Outcome.NotFound() -> Answer.notFound();
            case ExtendMandate.Outcome.NotInUse() ->
                stopped(actor, person, "委托已经不在用", "这份委托已经结束或到期，没有延长。", "还要他办，请重新委托。");
            case ExtendMandate.Outcome.ByGuardian() ->
                stopped(actor, person, "请到窗口延长", "这份委托凭监护证明登记，在这里不能延长。", "请监护人带证明到服务站窗口。");
            case ExtendMandate.Outcome.NoService() ->
                stopped(actor, person, "有的事项现在办不了", "委托里有的事项，本人现在所在的地方不办，没有延长。", "请撤回这份委托，按现在能办的事项重新委托。");
            case ExtendMandate.Outcome.NotLater(var now) ->
                wrong(actor, id, person, mandate, form, UNTIL, "现在已经到 " + Words.day(now) + "，请填更晚的一天；要提前结束就撤回委托");
            case ExtendMandate.Outcome.BadTerm(var latest) ->
                wrong(actor, id, person, mandate, form, UNTIL, "最晚到 " + Words.day(latest) + "，请填这一天或更早的一天");
            case ExtendMandate.Outcome.NotSigned() ->
                wrong(actor, id, person, mandate, form, "signed", "请附上本人签了字的委托书，或监护证明");
            case ExtendMandate.Outcome.NotKept(var why) -> wrong(actor, id, person, mandate, form, "signed", why);
            case ExtendMandate.Outcome.NotIdentified(var wanted) -> {
                if (!(actor instanceof Actor.Self self)) {
                    throw new IllegalStateException("posts are not asked for it");
                }
                yield unknown(self, mandate, wanted);
            }
        };
    }

    /** And back to this page once he is known well enough. */
    private ResponseEntity<Page> unknown(Actor.Self actor, UUID mandate, Assurance wanted) {
        var here = OWN.replace("{mandate}", mandate.toString());
        return Answer.show(HttpStatus.FORBIDDEN, waysIn.explain(actor.assurance(), "延长委托", wanted, here));
    }

    private ExtensionPage blank(Actor actor, UUID person, UUID mandate) {
        return desk.extension(actor, person, mandate, "", FieldErrors.none(), CommandId.fresh(actor));
    }

    private ResponseEntity<Page> wrong(
            Actor actor, CommandId id, UUID person, UUID mandate, Typed form, String field, String why) {
        return Answer.invalid(
                desk.extension(actor, person, mandate, form.value(UNTIL), FieldErrors.of(field, why), id));
    }

    private ResponseEntity<Page> stopped(Actor actor, UUID person, String title, String happened, String advice) {
        return Answer.conflict(
                new MessagePage(409, title, happened, advice).leadingTo("委托亲属代办", MandateDesk.path(actor, person)));
    }
}
