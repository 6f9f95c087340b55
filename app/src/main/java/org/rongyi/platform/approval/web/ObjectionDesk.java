package org.rongyi.platform.approval.web;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.approval.CaseFile;
import org.rongyi.platform.approval.Objection;
import org.rongyi.platform.approval.ObjectionFiles;
import org.rongyi.platform.approval.Objections;
import org.rongyi.platform.approval.PublicNotice;
import org.rongyi.platform.approval.PublicNotices;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.documents.attachment.Attachment;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.NameMask;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** Lays out 公示 and 异议 of a case. Called inside the page's transaction. */
@Component
class ObjectionDesk {

    private static final int PHONE_HEAD = 3;
    private static final int PHONE_TAIL = 4;

    private final Objections objections;
    private final ObjectionFiles files;
    private final PublicNotices notices;
    private final AuditTrail audit;

    ObjectionDesk(Objections objections, ObjectionFiles files, PublicNotices notices, AuditTrail audit) {
        this.objections = objections;
        this.files = files;
        this.notices = notices;
        this.audit = audit;
    }

    /** Name and phone for the desk that examines it, which is written down; masked for others. */
    TaskPage.Objected of(Actor.Office office, Task task) {
        var objection = objections.byTask(task.id()).orElseThrow();
        boolean mine = task.waitsFor(office);
        if (mine) {
            var detail = new Detail("审查公示异议（" + objection.number() + "）", List.of());
            audit.record(office, new AuditTrail.Entry("SeeObjector", objection.id(), "Opened", true, detail));
        }
        var by = objection.by();
        var answer = objection.answer();
        return new TaskPage.Objected(
                objection.number(),
                mine ? by.name() : NameMask.mask(by.name()),
                mine ? by.phone() : masked(by.phone()),
                objection.grounds(),
                Words.day(objection.filedOn()) + "，" + objection.filedBy(),
                files.evidence(objection.id()).stream()
                        .filter(one -> one.away() == null)
                        .map(ObjectionDesk::paper)
                        .toList(),
                answer == null ? null : answer.ruling().zh() + "：" + answer.text());
    }

    /** 公示 of the case, line by line: from when to when, and how it ended. */
    List<String> notices(CaseFile file) {
        return notices.of(file.id()).stream().map(ObjectionDesk::line).toList();
    }

    /** Objections for the offices; the applicant is told by the history that there are some, and no more. */
    List<CaseView.Paper> objections(CaseFile file, Actor reader) {
        return reader instanceof Actor.Office
                ? objections.of(file.id()).stream().map(this::entry).toList()
                : List.of();
    }

    /** The records whose papers belong to the archive of the case besides its own. */
    List<UUID> owners(CaseFile file) {
        return objections.of(file.id()).stream().map(Objection::id).toList();
    }

    String ownerKind() {
        return files.ownerKind();
    }

    private CaseView.Paper entry(Objection objection) {
        var answer = objection.answer();
        var paper = files.answer(objection.id())
                .map(one -> "，" + one.title() + " " + one.documentNumber())
                .orElse("");
        return new CaseView.Paper(
                "异议 " + objection.number(),
                Words.day(objection.filedOn()) + " 提出，"
                        + (answer == null
                                ? "在审查"
                                : Words.day(answer.on()) + " 答复："
                                        + answer.ruling().zh() + paper),
                "/tasks/" + objection.task(),
                null);
    }

    private static CaseView.Paper paper(Attachment one) {
        return new CaseView.Paper(
                one.name(),
                one.kind().zh() + " · " + one.sizeInWords(),
                "/attachments/" + one.id(),
                "/attachments/" + one.id() + "/preview");
    }

    private static String line(PublicNotice notice) {
        var ended = notice.ended();
        return Words.day(notice.from()) + "至" + Words.day(notice.to()) + "，"
                + notice.publisher().name() + "，" + (ended == null ? "正在公示" : ended.zh());
    }

    private static String masked(String phone) {
        return phone.substring(0, PHONE_HEAD) + "****" + phone.substring(phone.length() - PHONE_TAIL);
    }
}
