package org.rongyi.platform.notice.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.notice.Messages;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Frame;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 消息: everybody's own. To read one is to open what it is about. */
@Controller
class MessagesController {

    private final Messages messages;
    private final Transactions transactions;

    MessagesController(Messages messages, Transactions transactions) {
        this.messages = messages;
        this.transactions = transactions;
    }

    @GetMapping(Frame.INBOX)
    @Allow(signedIn = true)
    Page list(Actor actor, @RequestParam(defaultValue = "") String after) {
        @Nullable Cursor<Boolean> cursor = Cursor.parse(after, Boolean::valueOf);
        return transactions.readAlike(actor, () -> {
            var slice = messages.page(actor, cursor);
            return new MessagesPage(slice.rows(), messages.unread(actor), slice.next());
        });
    }

    @PostMapping(Frame.INBOX + "/{message}/opening")
    @Allow(signedIn = true)
    ResponseEntity<Page> open(Actor actor, @PathVariable UUID message) {
        return transactions
                .write(actor, () -> messages.read(message))
                .map(opened -> Answer.seeOther(opened.path() == null ? Frame.INBOX : opened.path()))
                .orElseGet(Answer::notFound);
    }

    @PostMapping(Frame.INBOX + "/reading")
    @Allow(signedIn = true)
    ResponseEntity<Page> readAll(Actor actor, @RequestParam(required = false) @Nullable UUID latest) {
        if (latest == null) {
            return Answer.seeOther(Frame.INBOX);
        }
        int read = transactions.write(actor, () -> messages.readAll(actor, latest));
        return Answer.seeOther(Frame.INBOX, Flash.success(read == 0 ? "没有未读的消息" : read + " 条已标为已读"));
    }
}
