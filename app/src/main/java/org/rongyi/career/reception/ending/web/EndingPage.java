package org.rongyi.career.reception.ending.web;

import java.util.Arrays;
import java.util.List;
import org.rongyi.career.reception.EndKind;
import org.rongyi.career.reception.Reception;
import org.rongyi.career.reception.ending.Endings;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.field.Option;

/**
 * 终止安置待遇: what was proposed, heard, decided and objected to, and what is next.
 *
 * @param mayPropose whether the reader may propose one now
 * @param mayDecide whether he is a leader, who decides and answers
 */
public record EndingPage(
        Reception reception,
        List<Endings.Ending> endings,
        boolean mayPropose,
        boolean mayDecide,
        String today,
        Typed typed,
        FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "终止安置待遇：" + reception.personName();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("移交接收", "/receptions"), new Crumb(reception.personName(), "/receptions/" + reception.id()));
    }

    public String path() {
        return "/receptions/" + reception.id() + "/ending";
    }

    public List<Option> kinds() {
        return Arrays.stream(EndKind.values())
                .map(kind -> Option.of(kind.name(), kind.zh()))
                .toList();
    }

    public List<Option> decisions() {
        return List.of(Option.of("YES", "同意终止"), Option.of("NO", "不同意，继续安置"));
    }

    public List<Option> verdicts() {
        return List.of(Option.of("YES", "成立，恢复安置"), Option.of("NO", "不成立，维持决定"));
    }

    public boolean waitsForDecision() {
        return endings.stream().anyMatch(one -> one.agreed() == null);
    }

    public boolean waitsForAnswer() {
        return endings.stream().anyMatch(Endings.Ending::isObjected);
    }

    public String value(String field) {
        return typed.value(field);
    }

    public String heardOn() {
        return typed.value("heardOn").isEmpty() ? today : typed.value("heardOn");
    }
}
