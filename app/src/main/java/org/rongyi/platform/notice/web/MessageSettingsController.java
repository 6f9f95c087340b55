package org.rongyi.platform.notice.web;

import java.util.List;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.notice.Channel;
import org.rongyi.platform.notice.Mailboxes;
import org.rongyi.platform.notice.NoticeKind;
import org.rongyi.platform.notice.Preferences;
import org.rongyi.platform.notice.Settings;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 消息设置: a colleague's e-mail address; which SMS a veteran does not want. */
@Controller
class MessageSettingsController {

    private static final String PATH = "/messages/settings";

    private final Preferences preferences;
    private final Mailboxes mailboxes;
    private final Settings settings;
    private final Transactions transactions;

    MessageSettingsController(
            Preferences preferences, Mailboxes mailboxes, Settings settings, Transactions transactions) {
        this.preferences = preferences;
        this.mailboxes = mailboxes;
        this.settings = settings;
        this.transactions = transactions;
    }

    @GetMapping(PATH)
    @Allow(signedIn = true)
    Page show(Actor actor) {
        return switch (actor) {
            case Actor.Office office -> mailbox(office, "", FieldErrors.none());
            case Actor.Self self -> declined(self);
            case Actor.Kin _, Actor.Client _, Actor.Visitor _ ->
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Actor.Job ignored -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    @PostMapping(PATH + "/mailbox")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER, Role.AUDITOR, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})
    ResponseEntity<Page> mailTo(Actor.Office actor, @RequestParam(defaultValue = "") String email) {
        var address = email.strip();
        if (!address.isEmpty() && !Mailboxes.isAddress(address)) {
            return Answer.invalid(
                    mailbox(actor, email, FieldErrors.of("email", "请填写电子邮箱地址，如 zhang@example.gov.cn；不要邮件就留空")));
        }
        transactions.write(actor, () -> {
            preferences.mailTo(actor, address);
            return true;
        });
        return Answer.seeOther(PATH, Flash.success(address.isEmpty() ? "以后不再寄电子邮件" : "已登记，以后的消息同时寄到这个邮箱"));
    }

    @PostMapping(PATH + "/declined")
    @Allow(self = true)
    ResponseEntity<Page> decline(Actor.Self self, @RequestParam(required = false) List<NoticeKind> kind) {
        transactions.write(self, () -> {
            preferences.decline(self, kind == null ? List.of() : kind);
            return true;
        });
        return Answer.seeOther(PATH, Flash.success("已按您选的办"));
    }

    private MailboxSettingsPage mailbox(Actor.Office actor, String typed, FieldErrors errors) {
        var present = transactions.read(actor, () -> mailboxes.find(actor));
        return new MailboxSettingsPage(present.orElse(null), typed, settings.isOn(Channel.EMAIL), errors);
    }

    private DeclinedSettingsPage declined(Actor.Self self) {
        return new DeclinedSettingsPage(
                preferences.declinable(),
                transactions.read(self, () -> preferences.declined(self)),
                settings.isOn(Channel.SMS));
    }
}
