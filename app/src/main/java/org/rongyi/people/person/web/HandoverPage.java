package org.rongyi.people.person.web;

import java.util.List;
import org.rongyi.people.person.Handovers;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/**
 * 一份移交.
 *
 * @param fileOpen the reader may open the person's file
 * @param mayAnswer the reader's side was asked; {@code ownRequest} when he himself is who asked
 * @param mayWithdraw the reader's side asked, and nobody has answered
 */
public record HandoverPage(
        Handovers.View handover,
        String from,
        String to,
        int thisYear,
        boolean fileOpen,
        boolean mayAnswer,
        boolean ownRequest,
        boolean mayWithdraw,
        String reason,
        FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "移交：" + handover.subject().name();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("移交", "/handovers"));
    }

    public String person() {
        var subject = handover.subject();
        return subject.name() + "，" + (subject.male() ? "男" : "女") + "，约 " + (thisYear - subject.bornYear()) + " 岁";
    }

    /** What changes when it is accepted, in a sentence. */
    public String consequence() {
        var kind = handover.kind();
        if (kind == null) {
            return "两地照旧都看得到档案，改由接收地负责联系。";
        }
        return switch (kind) {
            case RESIDENCE -> "接收地登记为常住地并负责联系；原地留作户籍地。";
            case HUKOU -> "接收地登记为户籍地并负责联系；原地留作常住地。";
            case BOTH -> "整个搬走：接收地登记为户籍地和常住地并负责联系，原地从此看不到档案。";
            case ASSIGNED -> "接收的依托单位站负责联系；原来的所在照旧。";
        };
    }

    public String place() {
        return (handover.groupName() + " " + handover.address()).strip();
    }

    /** What the receiving place will be to the person. */
    public String kind() {
        return handover.kind() == null ? "本来就是他的一处所在" : handover.kind().zh();
    }
}
