package org.rongyi.platform.documents.issued.web;

import java.util.UUID;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.documents.issued.IssuedDocuments;
import org.rongyi.platform.documents.issued.IssuedReaders;
import org.rongyi.platform.documents.issued.TakeAwayStamped;
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
import org.springframework.web.server.ResponseStatusException;

/** 撤下盖章扫描件: the form and its act. */
@Controller
class TakeAwayStampedController {

    private static final String PATH = "/documents/{issued}/stamped/{attachment}/withdrawal";

    private final IssuedDocuments documents;
    private final IssuedReaders readers;
    private final Attachments attachments;
    private final Acts acts;
    private final TakeAwayStamped takeAway;
    private final Transactions transactions;

    TakeAwayStampedController(
            IssuedDocuments documents,
            IssuedReaders readers,
            Attachments attachments,
            Acts acts,
            TakeAwayStamped takeAway,
            Transactions transactions) {
        this.documents = documents;
        this.readers = readers;
        this.attachments = attachments;
        this.acts = acts;
        this.takeAway = takeAway;
        this.transactions = transactions;
    }

    @GetMapping(PATH)
    @Allow(act = TakeAwayStamped.class)
    Page form(Actor.Office actor, @PathVariable UUID issued, @PathVariable UUID attachment) {
        return page(actor, issued, attachment, "", FieldErrors.none());
    }

    @PostMapping(PATH)
    @Allow(act = TakeAwayStamped.class)
    ResponseEntity<Page> takeAway(
            Actor.Office actor,
            CommandId command,
            @PathVariable UUID issued,
            @PathVariable UUID attachment,
            @RequestParam(defaultValue = "") String reason) {
        if (reason.isBlank()) {
            return Answer.invalid(page(actor, issued, attachment, "", FieldErrors.of("reason", "请写为什么撤下")));
        }
        var path = "/documents/" + issued;
        return switch (acts.perform(
                actor, takeAway, new TakeAwayStamped.Command(command, issued, attachment, reason.strip()))) {
            case TakeAwayStamped.Outcome.TakenAway ignored -> Answer.seeOther(path, Flash.success("已撤下。"));
            case TakeAwayStamped.Outcome.NotFound() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case TakeAwayStamped.Outcome.Stale() -> Answer.seeOther(path, Flash.info("已被别人撤下或更换，没有再动。"));
        };
    }

    private Page page(Actor actor, UUID issued, UUID attachment, String reason, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var document = documents
                    .find(issued)
                    .filter(found -> readers.mayOpen(actor, found))
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            var scan = attachments.list(IssuedDocuments.OWNER_KIND, issued).stream()
                    .filter(found -> found.id().equals(attachment) && found.away() == null)
                    .findFirst()
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            return new TakeAwayStampedPage(document, scan, reason, errors);
        });
    }
}
