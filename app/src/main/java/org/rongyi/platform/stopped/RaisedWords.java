package org.rongyi.platform.stopped;

import java.time.Clock;
import java.util.List;
import org.rongyi.platform.approval.OtherRaised;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Component;

/** 过期没有复核的话: on the list of the leaders who see after the unit that was asked, and theirs to decide from then on. */
@Component
class RaisedWords implements OtherRaised {

    private final Deciders deciders;
    private final Clock clock;

    RaisedWords(Deciders deciders, Clock clock) {
        this.deciders = deciders;
        this.clock = clock;
    }

    @Override
    public List<Line> raised(Actor.Office reader) {
        if (reader.role() != Role.LEADER) {
            return List.of();
        }
        return deciders.raised(reader).stream()
                .map(one -> new Line(
                        "没有复核被拦下的话：" + one.unitName() + "提请的",
                        one.deciderName(),
                        one.askedAt().atZoneSameInstant(clock.getZone()).toLocalDate(),
                        one.due(),
                        Task.Ground.LATE,
                        "/stopped-words/" + one.id()))
                .toList();
    }
}
