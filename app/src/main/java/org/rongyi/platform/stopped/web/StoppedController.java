package org.rongyi.platform.stopped.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.stopped.AskForRelease;
import org.rongyi.platform.stopped.Deciders;
import org.rongyi.platform.stopped.RefuseWords;
import org.rongyi.platform.stopped.ReleaseWords;
import org.rongyi.platform.stopped.StoppedTexts;
import org.rongyi.platform.stopped.WithdrawWords;
import org.rongyi.platform.stopped.WordsOutcome;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 被拦下的话: asked for from any form, decided on one page, sent on as it was typed. */
@Controller
class StoppedController {

    private static final String PATH = "/stopped-words";

    /** Which field is meant: the name of the button beside it. */
    private static final String ASK = "_ask";

    /** Fields of a form that are made anew with each. */
    private static final Set<String> OWN = Set.of(ASK, "_csrf", "_command", "_post");

    private final Acts acts;
    private final AskForRelease ask;
    private final ReleaseWords release;
    private final RefuseWords refuse;
    private final WithdrawWords withdraw;
    private final StoppedTexts texts;
    private final Deciders deciders;
    private final AuditTrail audit;
    private final Transactions transactions;

    StoppedController(
            Acts acts,
            AskForRelease ask,
            ReleaseWords release,
            RefuseWords refuse,
            WithdrawWords withdraw,
            StoppedTexts texts,
            Deciders deciders,
            AuditTrail audit,
            Transactions transactions) {
        this.acts = acts;
        this.ask = ask;
        this.release = release;
        this.refuse = refuse;
        this.withdraw = withdraw;
        this.texts = texts;
        this.deciders = deciders;
        this.audit = audit;
        this.transactions = transactions;
    }

    @PostMapping(PATH)
    @Allow(act = AskForRelease.class)
    ResponseEntity<Page> ask(
            Actor.Office actor, HttpServletRequest request, @RequestParam MultiValueMap<String, String> fields) {
        var field = Optional.ofNullable(fields.getFirst(ASK)).orElse("");
        var typed = Optional.ofNullable(fields.getFirst(field)).orElse("");
        var type = Optional.ofNullable(request.getContentType()).orElse("");
        var command = new AskForRelease.Command(
                CommandId.fresh(actor), field, typed, cameFrom(request), type.startsWith("multipart/"), form(fields));
        return switch (acts.perform(actor, ask, command)) {
            case AskForRelease.Outcome.Waits(var done) ->
                Answer.seeOther(PATH + "/" + done, Flash.success("已请上级复核，填的内容封存着，没有丢"));
            case AskForRelease.Outcome.WaitsAlready(var first) ->
                Answer.seeOther(PATH + "/" + first, Flash.info("这段话已经请上级复核了"));
            case AskForRelease.Outcome.NothingStopped() -> notAsked(command, "这一格里没有被拦下的话，不用复核，可以直接提交。", true);
            case AskForRelease.Outcome.TooLongToWait() -> notAsked(command, "内容太长，没有提请复核。请分开写，或者改写成“某部”再提交。", false);
            case AskForRelease.Outcome.NobodyAbove() -> notAsked(command, "上级没有在岗的负责人，没有提请复核。暂时请改写成“某部”再提交。", false);
        };
    }

    /** Nothing is kept here, so everything typed goes back with the answer. */
    private static ResponseEntity<Page> notAsked(AskForRelease.Command command, String why, boolean passes) {
        return Answer.invalid(new NotAskedPage(
                why, AskForRelease.path(command.path()), command.multipart(), fields(command.form()), passes));
    }

    @GetMapping(PATH)
    @Allow(act = AskForRelease.class)
    Page list(Actor.Office actor) {
        return transactions.read(
                actor, () -> new StoppedListPage(texts.own(actor.account()), deciders.waitingFor(actor)));
    }

    @GetMapping(PATH + "/{words}")
    @Allow(act = AskForRelease.class)
    Page show(Actor.Office actor, @PathVariable UUID words) {
        return page(actor, words, "", FieldErrors.none());
    }

    @PostMapping(PATH + "/{words}/release")
    @Allow(act = ReleaseWords.class)
    ResponseEntity<Page> release(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID words,
            @RequestParam(defaultValue = "") String reason) {
        return decided(
                acts.perform(actor, release, new ReleaseWords.Command(id, words, reason)),
                "已放行，写的人照原样提交一次",
                new Given(actor, words, reason));
    }

    @PostMapping(PATH + "/{words}/refusal")
    @Allow(act = RefuseWords.class)
    ResponseEntity<Page> refuse(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID words,
            @RequestParam(defaultValue = "") String reason) {
        return decided(
                acts.perform(actor, refuse, new RefuseWords.Command(id, words, reason)),
                "不予录入，内容已经销毁",
                new Given(actor, words, reason));
    }

    @PostMapping(PATH + "/{words}/withdrawal")
    @Allow(act = WithdrawWords.class)
    ResponseEntity<Page> withdraw(Actor.Office actor, CommandId id, @PathVariable UUID words) {
        return switch (acts.perform(actor, withdraw, new WithdrawWords.Command(id, words))) {
            case WithdrawWords.Outcome.Withdrawn ignored -> Answer.seeOther(PATH, Flash.success("已撤回，内容已经销毁"));
            case WithdrawWords.Outcome.NotFound() -> Answer.notFound();
            case WithdrawWords.Outcome.NothingWaits() -> nothingWaits();
        };
    }

    /** Who decided on what, and why. */
    private record Given(Actor.Office by, UUID words, String reason) {}

    private ResponseEntity<Page> decided(WordsOutcome outcome, String done, Given given) {
        return switch (outcome) {
            case WordsOutcome.Decided ignored -> Answer.seeOther(PATH, Flash.success(done));
            case WordsOutcome.NotFound() -> Answer.notFound();
            case WordsOutcome.NothingWaits() -> nothingWaits();
            case WordsOutcome.NoReason() -> again(given, "reason", "请写明理由，不超过 " + WordsOutcome.LONGEST_REASON + " 字");
            case WordsOutcome.LooksSecret(var found) -> again(given, found.field(), found.why());
        };
    }

    private static ResponseEntity<Page> nothingWaits() {
        return Answer.seeOther(PATH, Flash.info("已经有了结果，没有改动"));
    }

    private ResponseEntity<Page> again(Given given, String field, String why) {
        return Answer.invalid(page(given.by(), given.words(), given.reason(), FieldErrors.of(field, why)));
    }

    /** Not shown to who decides without a trace of it. */
    private StoppedPage page(Actor.Office actor, UUID id, String reason, FieldErrors errors) {
        return transactions.write(actor, () -> {
            var words = texts.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            boolean own = actor.account().equals(words.account());
            boolean decides = deciders.mayDecide(actor, words);
            if (!own && !decides) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            if (decides) {
                audit.recordReading(actor, id, "打开等复核的话");
            }
            return new StoppedPage(
                    words,
                    texts.text(words),
                    own ? fields(texts.form(words)) : List.of(),
                    own,
                    decides,
                    reason,
                    errors);
        });
    }

    /** The page the form was shown on has the address it is sent to: an answer to what was wrong with it. */
    private static @Nullable String cameFrom(HttpServletRequest request) {
        var referer = request.getHeader(HttpHeaders.REFERER);
        try {
            return referer == null ? null : URI.create(referer).getPath();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String form(MultiValueMap<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> !OWN.contains(field.getKey()))
                .flatMap(field -> field.getValue().stream().map(value -> encode(field.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
    }

    private static List<StoppedPage.Field> fields(String form) {
        return form.isEmpty()
                ? List.of()
                : List.of(form.split("&")).stream().map(StoppedPage.Field::read).toList();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
