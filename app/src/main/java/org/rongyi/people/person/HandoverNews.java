package org.rongyi.people.person;

import java.util.Map;
import java.util.UUID;
import org.rongyi.platform.access.UnitDirectory;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.notice.Notice;
import org.rongyi.platform.notice.Notices;
import org.rongyi.platform.notice.Recipient;
import org.springframework.stereotype.Component;

/** Who is told of a hand-over: the station that answers, and whoever asked. */
@Component
class HandoverNews {

    private final Notices notices;
    private final UnitDirectory units;

    HandoverNews(Notices notices, UnitDirectory units) {
        this.notices = notices;
        this.units = units;
    }

    /** The clerks of the station that is to answer; where it has none, whoever leads it. */
    void asked(UUID request, DivisionCode answers, Actor.Office by) {
        var notice = Notice.of("handover.asked", request, path(request), Map.of("unit", by.unitName()));
        units.responsibleFor(answers).ifPresent(unit -> {
            if (notices.send(notice, new Recipient.Post(unit, Role.CLERK)) == 0) {
                notices.send(notice, new Recipient.Post(unit, Role.LEADER));
            }
        });
    }

    void answered(Handovers.View request, HandoverState state, Actor.Office by) {
        notices.send(
                Notice.of(
                        "handover.answered",
                        request.id(),
                        path(request.id()),
                        Map.of("unit", by.unitName(), "result", state.zh())),
                new Recipient.Account(request.askedAccount()));
    }

    private static String path(UUID request) {
        return "/handovers/" + request;
    }
}
