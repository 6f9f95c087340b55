package org.rongyi.platform.approval;

import java.time.LocalDate;
import java.util.UUID;
import org.rongyi.platform.approval.route.Step;
import org.rongyi.platform.database.CopyStream;
import org.rongyi.platform.kernel.NameMask;

/** 公示 in bulk, for a demo: those that hung their days and have come down. */
final class NoticeLoad {

    static final String TABLE = "approval.public_notice";

    private final CopyStream.Target notices;

    NoticeLoad(CopyStream stream) {
        this.notices = stream.into(
                TABLE,
                "id, code_then, code_now, service, who, matter, unit_id, unit_name, unit_phone, roles, examine_days,"
                        + " from_on, to_on, ended_on, ended_how");
    }

    /** @param task the task it hung at */
    record Shown(
            UUID task,
            String service,
            Step.ShownName name,
            String matter,
            Desks.Desk desk,
            String roles,
            int examineDays,
            LocalDate from,
            LocalDate to,
            LocalDate ended) {}

    void shown(CaseFile file, Shown shown) {
        notices.row(
                shown.task(),
                file.code(),
                file.code(),
                shown.service(),
                shown.name() == Step.ShownName.FULL ? file.personName() : NameMask.mask(file.personName()),
                shown.matter(),
                shown.desk().unit(),
                shown.desk().name(),
                "",
                shown.roles(),
                shown.examineDays(),
                shown.from(),
                shown.to(),
                shown.ended(),
                PublicNotice.Ended.OVER);
    }
}
