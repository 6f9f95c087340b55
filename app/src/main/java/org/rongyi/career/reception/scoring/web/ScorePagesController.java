package org.rongyi.career.reception.scoring.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.reception.Reception;
import org.rongyi.career.reception.Receptions;
import org.rongyi.career.reception.scoring.AddScorePages;
import org.rongyi.career.reception.scoring.Reopenings;
import org.rongyi.career.reception.scoring.ScorePages;
import org.rongyi.career.reception.scoring.Scores;
import org.rongyi.career.reception.scoring.Scoring;
import org.rongyi.career.reception.scoring.ScoringState;
import org.rongyi.career.reception.scoring.TakeScorePageAway;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.attachment.Attachment;
import org.rongyi.platform.documents.attachment.AttachmentKind;
import org.rongyi.platform.documents.attachment.FormFiles;
import org.rongyi.platform.documents.attachment.UploadCheck;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** 凭据页 of a score, item by item. */
@Controller
class ScorePagesController {

    private static final String PATH = "/receptions/{reception}/score/pages";

    private static final String OVER = "已经办结或终止，不能再上传";
    private static final String SETTLED = "得分已经认定，凭据页不再传、不能撤；得分有错的，由没有经手的负责人决定重新审档";
    private static final String RESTED_ON = "重新审档以前认定的分凭的是这一页，要留着；凭另一页的，再传一页";

    private final Acts acts;
    private final AddScorePages add;
    private final TakeScorePageAway takeAway;
    private final Receptions receptions;
    private final Scores scores;
    private final Scoring scoring;
    private final Reopenings reopenings;
    private final ScorePages pages;
    private final FormFiles files;
    private final UploadCheck check;
    private final Transactions transactions;

    ScorePagesController(
            Acts acts,
            AddScorePages add,
            TakeScorePageAway takeAway,
            Receptions receptions,
            Scores scores,
            Scoring scoring,
            Reopenings reopenings,
            ScorePages pages,
            FormFiles files,
            UploadCheck check,
            Transactions transactions) {
        this.acts = acts;
        this.add = add;
        this.takeAway = takeAway;
        this.receptions = receptions;
        this.scores = scores;
        this.scoring = scoring;
        this.reopenings = reopenings;
        this.pages = pages;
        this.files = files;
        this.check = check;
        this.transactions = transactions;
    }

    @GetMapping(PATH)
    @Allow(act = AddScorePages.class)
    Page show(Actor.Office actor, @PathVariable UUID reception, @RequestParam(defaultValue = "") String item) {
        return page(actor, new Asked(reception, item), CommandId.fresh(actor), "", FieldErrors.none());
    }

    @PostMapping(PATH)
    @Allow(act = AddScorePages.class)
    ResponseEntity<Page> add(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID reception,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(name = "pages", required = false) @Nullable List<MultipartFile> uploads,
            @RequestParam(name = "pages-drop", required = false) @Nullable List<String> dropped) {
        var asked = new Asked(reception, item);
        var errors = FieldErrors.none();
        files.take(
                actor,
                id,
                transactions.read(actor, () -> field(require(asked), item)),
                uploads == null ? List.of() : uploads,
                dropped == null ? List.of() : dropped,
                errors);
        if (!errors.isEmpty()) {
            return Answer.invalid(page(actor, asked, id, "", errors));
        }
        return switch (acts.perform(actor, add, new AddScorePages.Command(id, reception, item))) {
            case AddScorePages.Outcome.Added(var one) ->
                Answer.seeOther("/receptions/" + one + "/score", Flash.success("已上传。"));
            case AddScorePages.Outcome.NotFound() -> Answer.notFound();
            case AddScorePages.Outcome.NotNow() -> wrong(actor, asked, id, OVER);
            case AddScorePages.Outcome.Settled() -> wrong(actor, asked, id, SETTLED);
            case AddScorePages.Outcome.NoPage() -> wrong(actor, asked, id, "请选择这一页的照片或扫描件");
            case AddScorePages.Outcome.NotKept(var why) -> wrong(actor, asked, id, why);
        };
    }

    @PostMapping(PATH + "/removal")
    @Allow(act = TakeScorePageAway.class)
    ResponseEntity<Page> takeAway(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID reception,
            @RequestParam(defaultValue = "") String item,
            @RequestParam UUID page,
            @RequestParam(defaultValue = "") String why) {
        var asked = new Asked(reception, item);
        return switch (acts.perform(actor, takeAway, new TakeScorePageAway.Command(id, reception, page, why))) {
            case TakeScorePageAway.Outcome.TakenAway(var one) ->
                Answer.seeOther("/receptions/" + one + "/score", Flash.success("已撤下。"));
            case TakeScorePageAway.Outcome.NotFound() -> Answer.notFound();
            case TakeScorePageAway.Outcome.NotNow() -> stays(actor, asked, why, SETTLED);
            case TakeScorePageAway.Outcome.RestedOn() -> stays(actor, asked, why, RESTED_ON);
            case TakeScorePageAway.Outcome.Wanting(var reason) -> stays(actor, asked, why, reason);
        };
    }

    /** Whose score, and which item of it. */
    private record Asked(UUID reception, String item) {}

    private FormFiles.Field field(Reception one, String item) {
        return new FormFiles.Field("pages", new AttachmentKind("SCORE_PAGE", scoring.words(one, item)));
    }

    private ResponseEntity<Page> wrong(Actor.Office actor, Asked asked, CommandId form, String why) {
        return Answer.invalid(page(actor, asked, form, "", FieldErrors.of("pages", why)));
    }

    private ResponseEntity<Page> stays(Actor.Office actor, Asked asked, String typed, String why) {
        return Answer.invalid(page(actor, asked, CommandId.fresh(actor), typed, FieldErrors.of("why", why)));
    }

    private ScoreItemPage page(Actor.Office actor, Asked asked, CommandId form, String why, FieldErrors errors) {
        var field = transactions.read(actor, () -> field(require(asked), asked.item()));
        var upload = new ScoreItemPage.Upload(form.value().toString(), files.kept(actor, form, field), check.limits());
        return transactions.read(actor, () -> {
            var one = require(asked);
            var scans = pages.of(one.id()).getOrDefault(asked.item(), List.of());
            return new ScoreItemPage(
                    one,
                    asked.item(),
                    scoring.words(one, asked.item()),
                    said(asked),
                    scans,
                    scans.stream()
                            .filter(scan -> reopenings.hadBefore(
                                    one.id(), scan.addedAt().toInstant()))
                            .map(Attachment::id)
                            .collect(Collectors.toSet()),
                    closed(one),
                    upload,
                    why,
                    errors);
        });
    }

    private String closed(Reception one) {
        if (!one.isOpen()) {
            return OVER;
        }
        return scores.standing(one.id()).state() == ScoringState.SETTLED ? SETTLED : "";
    }

    private List<String> said(Asked asked) {
        return scores.entries(asked.reception()).values().stream()
                .flatMap(entry -> Stream.ofNullable(entry.lines().get(asked.item()))
                        .map(line -> entry.as().zh() + "：" + line.page()))
                .toList();
    }

    private Reception require(Asked asked) {
        return receptions
                .find(asked.reception())
                .filter(one -> ScorePages.isItem(one.table(), asked.item()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
