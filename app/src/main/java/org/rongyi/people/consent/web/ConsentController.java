package org.rongyi.people.consent.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.consent.AnswerConsent;
import org.rongyi.people.consent.TellPerson;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.documents.attachment.FormFiles;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.MessagePage;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 告知与同意: the veteran on his phone, or a post with him before it. */
@Controller
class ConsentController {

    private static final String OWN = "/me/privacy";
    static final String CORRECTION = "/me/correction";
    private static final String OF = "/persons/{person}/privacy";

    private final Acts acts;
    private final TellPerson tell;
    private final AnswerConsent answer;
    private final ConsentDesk desk;
    private final FormFiles files;

    ConsentController(Acts acts, TellPerson tell, AnswerConsent answer, ConsentDesk desk, FormFiles files) {
        this.acts = acts;
        this.tell = tell;
        this.answer = answer;
        this.desk = desk;
        this.files = files;
    }

    @GetMapping(OWN)
    @Allow(self = true)
    Page own(Actor.Self actor, @RequestParam(required = false) @Nullable String then) {
        return desk.page(actor, actor.person(), FieldErrors.none(), CommandId.fresh(actor))
                .goingOnTo(then);
    }

    @GetMapping(OF)
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    Page of(Actor.Office actor, @PathVariable UUID person) {
        return desk.page(actor, person, FieldErrors.none(), CommandId.fresh(actor));
    }

    @GetMapping(OF + "/{statement}/paper")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    ResponseEntity<byte[]> paper(Actor.Office actor, @PathVariable UUID person, @PathVariable String statement) {
        return desk.paper(actor, person, statement);
    }

    @PostMapping(OWN + "/told")
    @Allow(act = TellPerson.class)
    ResponseEntity<Page> told(
            Actor.Self actor,
            CommandId id,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(required = false) @Nullable String then) {
        var kept = tellPerson(actor, id, actor.person(), version);
        return kept.getStatusCode().is3xxRedirection() && CORRECTION.equals(then)
                ? Answer.seeOther(CORRECTION, Flash.success("已记下，请接着填写"))
                : kept;
    }

    @PostMapping(OF + "/told")
    @Allow(act = TellPerson.class)
    ResponseEntity<Page> told(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID person,
            @RequestParam(required = false) @Nullable String version) {
        return tellPerson(actor, id, person, version);
    }

    @PostMapping(OWN + "/{statement}")
    @Allow(act = AnswerConsent.class)
    ResponseEntity<Page> answer(Actor.Self actor, CommandId id, @PathVariable String statement, ConsentForm form) {
        return keepAnswer(actor, id, actor.person(), statement, form);
    }

    @PostMapping(OF + "/{statement}")
    @Allow(act = AnswerConsent.class)
    ResponseEntity<Page> answer(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID person,
            @PathVariable String statement,
            ConsentForm form,
            @RequestParam(name = "signed", required = false) @Nullable List<MultipartFile> uploads,
            @RequestParam(name = "signed-drop", required = false) @Nullable List<String> dropped) {
        var errors = FieldErrors.none();
        files.take(
                actor,
                id,
                ConsentDesk.SIGNED,
                uploads == null ? List.of() : uploads,
                dropped == null ? List.of() : dropped,
                errors);
        return errors.isEmpty()
                ? keepAnswer(actor, id, person, statement, form)
                : Answer.invalid(desk.page(actor, person, errors, id));
    }

    private ResponseEntity<Page> tellPerson(Actor actor, CommandId id, UUID person, @Nullable String version) {
        var shown = day(version);
        if (shown == null) {
            return outdated(actor, person);
        }
        return switch (acts.perform(actor, tell, new TellPerson.Command(id, person, shown))) {
            case TellPerson.Outcome.Told ignored -> back(actor, person, "已记下");
            case TellPerson.Outcome.NotFound() -> Answer.notFound();
            case TellPerson.Outcome.Outdated() -> outdated(actor, person);
        };
    }

    private ResponseEntity<Page> keepAnswer(
            Actor actor, CommandId id, UUID person, String statement, ConsentForm form) {
        var shown = day(form.version());
        var agrees = form.agrees();
        if (shown == null || agrees == null) {
            return outdated(actor, person);
        }
        var command = new AnswerConsent.Command(id, person, statement, shown, agrees);
        return switch (acts.perform(actor, answer, command)) {
            case AnswerConsent.Outcome.Answered(var ignored, var reply) ->
                back(actor, person, "已记下：" + reply.zh() + "。随时可以改");
            case AnswerConsent.Outcome.NotFound() -> Answer.notFound();
            case AnswerConsent.Outcome.Outdated() -> outdated(actor, person);
            case AnswerConsent.Outcome.SaidSo() -> back(actor, person, "本来就是这样答复的，没有再记");
            case AnswerConsent.Outcome.NotSigned() -> wrong(actor, id, person, "这一项要本人签字，请附上签了字的授权书");
            case AnswerConsent.Outcome.NotKept(var why) -> wrong(actor, id, person, why);
        };
    }

    private ResponseEntity<Page> wrong(Actor actor, CommandId id, UUID person, String why) {
        return Answer.invalid(desk.page(actor, person, FieldErrors.of(ConsentDesk.SIGNED.name(), why), id));
    }

    private static ResponseEntity<Page> back(Actor actor, UUID person, String said) {
        return Answer.seeOther(path(actor, person), Flash.success(said));
    }

    private static ResponseEntity<Page> outdated(Actor actor, UUID person) {
        return Answer.conflict(new MessagePage(409, "内容刚更新", "告知书或同意书有了新的版本，没有登记。", "请打开新的版本看过再答复。")
                .leadingTo("打开告知与同意", path(actor, person)));
    }

    private static String path(Actor actor, UUID person) {
        return actor instanceof Actor.Self ? OWN : "/persons/" + person + "/privacy";
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
