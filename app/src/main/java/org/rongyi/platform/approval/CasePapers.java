package org.rongyi.platform.approval;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.route.Position.Result;
import org.rongyi.platform.approval.route.RouteBook;
import org.rongyi.platform.documents.attachment.AttachmentOwner;
import org.rongyi.platform.documents.issued.DocumentKind;
import org.rongyi.platform.documents.issued.DocumentState;
import org.rongyi.platform.documents.issued.Issue;
import org.rongyi.platform.documents.issued.IssuedDocuments;
import org.rongyi.platform.documents.issued.Issuer;
import org.rongyi.platform.documents.paper.Letter;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/**
 * 办件文书: what the law wants in writing is written when it is done: 受理通知书, 补正通知书 and the decision, each with its number,
 * its check code and, where it is a refusal, the reason and what may be done against it.
 */
@Component
class CasePapers {

    /** Whose records evidence and papers of a case are. */
    static final String OWNER_KIND = "approval.case";

    private static final DocumentKind ACCEPTED = new DocumentKind("SL", "受理通知书");
    private static final DocumentKind SUPPLEMENT = new DocumentKind("BZ", "补正材料通知书");
    private static final DocumentKind AGREED = new DocumentKind("JD", "办理决定书");
    private static final DocumentKind REFUSED = new DocumentKind("BY", "不予同意决定书");
    private static final DocumentKind DECLINED = new DocumentKind("BS", "不予受理决定书");
    private static final DocumentKind LAPSED = new DocumentKind("ZZ", "终止办理通知书");

    private static final DocumentKind RECHECKED = new DocumentKind("FH", "复核决定书");

    /** What a 复核 can overturn. */
    private static final Set<String> DECISIONS = Set.of(AGREED.zh(), REFUSED.zh(), DECLINED.zh());

    private static final DocumentKind OBJECTION = new DocumentKind("YY", "公示异议审查答复书");

    static final String WORDING = "退役办";

    private final IssuedDocuments documents;
    private final RouteBook book;
    private final Remedies remedies;

    CasePapers(IssuedDocuments documents, RouteBook book, Remedies remedies) {
        this.documents = documents;
        this.book = book;
        this.remedies = remedies;
    }

    static AttachmentOwner owner(CaseFile file) {
        return new AttachmentOwner(OWNER_KIND, file.id(), file.code(), file.person());
    }

    /** Accepted by somebody, or by silence: then the paper says so, and from which day on. */
    void accepted(Issuer by, CaseFile file) {
        var due = file.acceptance().running();
        var within = due == null
                ? "我们将在受理之日起 " + file.acceptance().days() + " 个工作日内作出决定。"
                : "我们将在 " + file.acceptance().days() + " 个工作日内，即" + Words.day(due.on()) + "前作出决定。";
        var asked = "您于" + Words.day(file.filed().on()) + "提出的" + about(file) + "，";
        var accepted = file.acceptance().silent()
                ? asked + "我们没有在规定的期限内告知您需要补正的内容，依照《中华人民共和国行政许可法》第三十二条，自收到材料之日（" + Words.day(file.receivedOn())
                        + "）起即为受理。"
                : asked + "材料齐全，现予受理。";
        issue(by, file, ACCEPTED, List.of(accepted, within), null);
    }

    void supplement(Issuer by, CaseFile file, String what, LocalDate until) {
        issue(
                by,
                file,
                SUPPLEMENT,
                List.of(
                        "您于" + Words.day(file.filed().on()) + "提出的" + about(file) + "，还需要补正以下材料：",
                        what,
                        "请在" + Words.day(until) + "前补齐。补齐以后接着办理，补正的时间不算在办理期限内。"),
                null);
    }

    /** The decision, whichever it is; nothing for an application that was taken back. */
    void decided(Issuer by, CaseFile file) {
        var result = file.result();
        if (result == null || result == Result.WITHDRAWN) {
            return;
        }
        var reason = file.decision().reason() == null ? "" : file.decision().reason();
        var paragraphs = new ArrayList<String>();
        paragraphs.add("您于" + Words.day(file.filed().on()) + "提出的" + about(file) + "，"
                + switch (result) {
                    case AGREED -> "经审核，决定同意，并已办理。";
                    case REFUSED -> "经审核，决定不予同意。";
                    case NOT_ACCEPTED -> "经审查，决定不予受理。";
                    case LAPSED -> "因逾期未补正材料，终止办理。";
                    case UPHELD -> "经复核，决定维持原决定。";
                    case OVERTURNED -> "经复核，决定撤销原决定，责令作出决定的单位重新处理。";
                    case WITHDRAWN -> throw new IllegalStateException("asked above");
                });
        if (!reason.isEmpty()) {
            paragraphs.add((result == Result.AGREED ? "说明：" : "理由：") + reason);
        }
        paragraphs.add("依据：" + file.route().source().inWords() + "。");
        var kind = switch (result) {
            case AGREED -> AGREED;
            case REFUSED -> REFUSED;
            case NOT_ACCEPTED -> DECLINED;
            case LAPSED -> LAPSED;
            case UPHELD, OVERTURNED -> RECHECKED;
            case WITHDRAWN -> throw new IllegalStateException("asked above");
        };
        issue(by, file, kind, paragraphs, Remedies.isOwed(file) ? remedies.inWords(file) : null);
    }

    /** 撤销: the papers of the decision that a 复核 overturned, by its own paper. */
    void revoke(Issuer by, CaseFile overturned, CaseFile recheck) {
        var later = documents.list(OWNER_KIND, recheck.id()).stream()
                .filter(paper -> paper.kindName().equals(RECHECKED.zh()))
                .reduce((one, other) -> other)
                .orElseThrow(() -> new IllegalStateException("复核没有决定书：" + recheck.number()));
        documents.list(OWNER_KIND, overturned.id()).stream()
                .filter(paper -> paper.state() == DocumentState.VALID && DECISIONS.contains(paper.kindName()))
                .forEach(paper -> documents.revoke(by, paper.id(), "经复核撤销原决定", later.number()));
    }

    /** To whoever objected; it says no more of the case than the notice did. */
    void objection(Issuer by, Objection objection, PublicNotice notice, Objection.Answer answer) {
        var about = "您对" + notice.publisher().name() + Words.day(notice.from()) + "公示的" + notice.who() + "“"
                + notice.service() + "”提出的异议，已经审查，结论为：" + answer.ruling().zh() + "。";
        var letter = new Letter(
                OBJECTION.zh(),
                objection.by().name(),
                List.of(about, answer.text(), "感谢您的监督。"),
                List.of(
                        new Letter.Entry("异议编号", objection.number()),
                        new Letter.Entry("提出日期", Words.day(objection.filedOn()))),
                by.unitName(),
                answer.on(),
                List.of());
        var owner = new AttachmentOwner(ObjectionFiles.OWNER_KIND, objection.id(), objection.code(), null);
        documents.issue(by, new Issue(owner, 1, OBJECTION, letter, WORDING, true, null));
    }

    private void issue(Issuer by, CaseFile file, DocumentKind kind, List<String> paragraphs, @Nullable String note) {
        var facts = List.of(new Letter.Entry("办件编号", file.number()), new Letter.Entry("申请事项", file.subject()));
        var date = file.decision().on() == null ? null : file.decision().on();
        var text = new ArrayList<>(paragraphs);
        if (note != null) {
            text.add(note);
        }
        var letter = new Letter(
                kind.zh(),
                file.personName(),
                text,
                facts,
                by.unitName(),
                date == null ? remedies.today() : date,
                List.of());
        documents.issue(by, new Issue(owner(file), file.version(), kind, letter, WORDING, true, file.personName()));
    }

    private String about(CaseFile file) {
        return book.get(file.service()).zh() + "申请";
    }
}
