package org.rongyi.care.fund.recovery;

import java.util.List;
import java.util.Map;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.payment.Grants;
import org.rongyi.network.organisation.Unit;
import org.rongyi.network.organisation.Units;
import org.rongyi.platform.documents.attachment.AttachmentOwner;
import org.rongyi.platform.documents.issued.DocumentKind;
import org.rongyi.platform.documents.issued.Issue;
import org.rongyi.platform.documents.issued.IssuedDocuments;
import org.rongyi.platform.documents.paper.Letter;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.notice.Notice;
import org.rongyi.platform.notice.Notices;
import org.rongyi.platform.notice.Recipient;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** 追回的文书和消息: he is told in writing before it is decided what he may say and until when, and afterwards what was decided. */
@Component
class RecoveryNews {

    /** Who answers where a unit has no phone written down. */
    private static final String HOTLINE = "12345";

    private static final DocumentKind TOLD = new DocumentKind("ZG", "追回事先告知书");
    private static final DocumentKind ORDERED = new DocumentKind("ZJ", "追回决定书");
    private static final DocumentKind DROPPED = new DocumentKind("ZB", "不予追回决定书");
    private static final String WORDING = "退役办";

    private final Notices notices;
    private final IssuedDocuments documents;
    private final Grants grants;
    private final Funds funds;
    private final Units units;
    private final Policy policy;

    RecoveryNews(Notices notices, IssuedDocuments documents, Grants grants, Funds funds, Units units, Policy policy) {
        this.notices = notices;
        this.documents = documents;
        this.grants = grants;
        this.funds = funds;
        this.units = units;
        this.policy = policy;
    }

    void told(Actor.Office by, Recovery recovery) {
        var text = List.of(
                "您于" + Words.day(grant(recovery).grantedOn()) + "得到的"
                        + grant(recovery).words() + "，经查：" + recovery.words(),
                "事由：" + policy.label(OpenRecovery.GROUNDS, recovery.ground()) + "。依据《广东省困难退役军人帮扶援助办法》第十九条，拟追回 "
                        + recovery.amount().text() + " 元。",
                "您有权陈述、申辩。请在" + Words.day(recovery.hearUntil()) + "前说明，可以登录系统写，也可以到窗口说。没有说明的，期满以后作出决定。");
        issue(by, recovery, 1, TOLD, text, List.of());
        send(recovery, "recovery.told", Map.of("due", Words.day(recovery.hearUntil())));
    }

    void decided(Actor.Office by, Recovery recovery) {
        var decision = recovery.decision();
        if (decision == null) {
            throw new IllegalStateException("nothing was decided");
        }
        var heard = recovery.said() == null ? "您没有提出陈述、申辩。" : "您的陈述、申辩已经听取。";
        var until = decision.payUntil();
        if (until == null) {
            issue(by, recovery, 2, DROPPED, List.of(heard, "决定不予追回。理由：" + decision.words()), List.of());
        } else {
            var order = "决定追回 " + recovery.amount().text() + " 元，请在" + Words.day(until) + "前退回，可以分次退；一次退有困难的，请到窗口商量。理由："
                    + decision.words();
            var on = decision.on();
            var remedy = "如不服本决定，可以自收到之日起 " + policy.number("approval.reconsider.days", on) + " 日内申请行政复议，也可以自收到之日起 "
                    + policy.number("approval.litigate.months", on) + " 个月内依法向人民法院提起行政诉讼。";
            issue(by, recovery, 2, ORDERED, List.of(heard, order), List.of(remedy));
        }
        send(recovery, "recovery.decided", Map.of());
    }

    /** All of it is back, or nothing is owed any more. */
    void over(Recovery recovery) {
        send(recovery, "recovery.over", Map.of());
    }

    /** An instalment counts for nothing: it is owed again. */
    void again(Recovery recovery) {
        send(recovery, "recovery.again", Map.of("owed", recovery.owed().text()));
    }

    /** What was written off is back, so much of it. */
    void late(Recovery recovery, Money amount) {
        send(recovery, "recovery.late", Map.of("amount", amount.text()));
    }

    /** What was entered as back after it had been written off was not his; he owes nothing by it. */
    void lateAgain(Recovery recovery, Money amount) {
        send(recovery, "recovery.corrected", Map.of("amount", amount.text()));
    }

    private Grants.Grant grant(Recovery recovery) {
        return grants.find(recovery.grant()).orElseThrow();
    }

    private void issue(
            Actor.Office by, Recovery recovery, int edition, DocumentKind kind, List<String> text, List<String> notes) {
        var letter = new Letter(
                kind.zh(),
                recovery.personName(),
                text,
                List.of(new Letter.Entry("追回号", recovery.number()), new Letter.Entry("原办件", recovery.caseNumber())),
                by.unitName(),
                edition == 1 || recovery.decision() == null
                        ? recovery.openedOn()
                        : recovery.decision().on(),
                notes);
        var owner = new AttachmentOwner(OpenRecovery.OWNER_KIND, recovery.id(), recovery.code(), recovery.person());
        documents.issue(by, new Issue(owner, edition, kind, letter, WORDING, true, recovery.personName()));
    }

    private void send(Recovery recovery, String template, Map<String, String> more) {
        var unit = units.find(funds.find(recovery.fund()).orElseThrow().unit());
        var fields = new java.util.HashMap<>(more);
        fields.put("station", unit.map(Unit::name).orElse("退役军人事务局"));
        fields.put(
                "stationPhone",
                unit.map(one -> one.details().phone())
                        .filter(phone -> !phone.isBlank())
                        .orElse(HOTLINE));
        notices.send(
                Notice.of(template, recovery.id(), "/recoveries/" + recovery.id(), fields),
                new Recipient.Person(recovery.person()));
    }
}
