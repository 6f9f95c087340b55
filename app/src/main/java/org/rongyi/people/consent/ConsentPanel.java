package org.rongyi.people.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rongyi.people.person.PersonPanel;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** 告知与同意 on a person's page: what is still to be told, and what he agreed to. */
@Component
class ConsentPanel implements PersonPanel {

    private static final int LAST = 60;

    private final Consents consents;

    ConsentPanel(Consents consents) {
        this.consents = consents;
    }

    @Override
    public int order() {
        return LAST;
    }

    @Override
    public Panel of(UUID person, Actor reader) {
        boolean own = reader instanceof Actor.Self;
        var path = own ? "/me/privacy" : "/persons/" + person + "/privacy";
        var lines = new ArrayList<Line>();
        for (var one : consents.standings(person)) {
            var kept = one.latest();
            if (kept != null) {
                lines.add(new Line(
                        Words.day(kept.onDay()),
                        one.statement().zh() + "：" + kept.reply().zh(),
                        path));
            }
        }
        return new Panel("告知与同意", note(person, own), lines, List.of(new Action("打开告知与同意", path)), "还没有答复过。");
    }

    private String note(UUID person, boolean own) {
        if (consents.isTold(person)) {
            return "";
        }
        return own ? "您还没有看过现在的《个人信息处理告知书》，请打开看一看。" : "还没有告知他个人信息怎么用。见面时请出示《个人信息处理告知书》，说明后记下。";
    }
}
