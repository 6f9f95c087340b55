package org.rongyi.platform.notice.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.sheet.Heading;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.notice.Channel;
import org.rongyi.platform.notice.OutboxList;
import org.rongyi.platform.notice.SendAgain;
import org.rongyi.platform.notice.Settings;
import org.rongyi.platform.notice.Templates;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 发件箱: what leaves the system, and what did not get out. */
@Controller
class OutboxController {

    private final Acts acts;
    private final SendAgain sendAgain;
    private final OutboxList outbox;
    private final Templates templates;
    private final Settings settings;
    private final Transactions transactions;
    private final Clock clock;

    OutboxController(
            Acts acts,
            SendAgain sendAgain,
            OutboxList outbox,
            Templates templates,
            Settings settings,
            Transactions transactions,
            Clock clock) {
        this.acts = acts;
        this.sendAgain = sendAgain;
        this.outbox = outbox;
        this.templates = templates;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping("/outbox")
    @Allow(act = SendAgain.class)
    Page list(
            Actor.Office actor,
            @RequestParam(defaultValue = "GIVEN_UP") OutboxList.Which which,
            @RequestParam(required = false) @Nullable Channel channel,
            @RequestParam(required = false) @Nullable UUID after) {
        return page(actor, which, channel, after);
    }

    @GetMapping({"/outbox/export.xlsx", "/outbox/print"})
    @Allow(act = SendAgain.class)
    void export(
            Actor.Office actor,
            @RequestParam(defaultValue = "GIVEN_UP") OutboxList.Which which,
            @RequestParam(required = false) @Nullable Channel channel,
            HttpServletResponse response) {
        var lines = List.of("发件箱", "填表单位：" + actor.unitName() + "　填表人：" + actor.name() + "　日期：" + LocalDate.now(clock));
        var heading = new Heading("发件箱", lines, OutboxPage.HEADERS).under(OutboxPage.said(which, channel));
        transactions.read(actor, () -> {
            ListDownload.send(
                    response,
                    heading,
                    row -> outbox.each(which, channel, one -> row.of(OutboxPage.cells(one, templates))));
            return true;
        });
    }

    private OutboxPage page(
            Actor.Office actor, OutboxList.Which which, @Nullable Channel channel, @Nullable UUID after) {
        return transactions.read(actor, () -> {
            var rows = outbox.page(which, channel, after);
            var more = rows.size() > OutboxList.PAGE;
            var shown = more ? rows.subList(0, OutboxList.PAGE) : rows;
            return new OutboxPage(
                    List.copyOf(shown),
                    outbox.counts(),
                    which,
                    channel,
                    settings.isOn(Channel.EMAIL),
                    settings.isOn(Channel.SMS),
                    templates,
                    more ? shown.getLast().id().toString() : null);
        });
    }

    @PostMapping("/outbox/again")
    @Allow(act = SendAgain.class)
    ResponseEntity<Page> allAgain(Actor.Office actor, CommandId id) {
        return again(actor, new SendAgain.Command(id, null));
    }

    @PostMapping("/outbox/{message}/again")
    @Allow(act = SendAgain.class)
    ResponseEntity<Page> again(Actor.Office actor, CommandId id, @PathVariable UUID message) {
        return again(actor, new SendAgain.Command(id, message));
    }

    private ResponseEntity<Page> again(Actor.Office actor, SendAgain.Command command) {
        return switch (acts.perform(actor, sendAgain, command)) {
            case SendAgain.Outcome.Queued(var ignored, var number) -> back(Flash.success(number + " 件已重新排上，马上再发"));
            case SendAgain.Outcome.NotFound() -> Answer.notFound();
            case SendAgain.Outcome.NotGivenUp() -> back(Flash.info("没有停发的，不用重发"));
        };
    }

    private static ResponseEntity<Page> back(Flash flash) {
        return Answer.seeOther("/outbox", flash);
    }
}
