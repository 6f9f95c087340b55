package org.rongyi.platform.approval;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;

/** Who did something, in the words of that day. */
record By(@Nullable UUID account, String name, @Nullable String unit) {

    /** What a term that ran out does by itself. */
    static final By TERM = new By(null, "系统（期限届满）", null);

    static By of(Actor actor) {
        return switch (actor) {
            case Actor.Office office -> new By(office.account(), office.name(), office.unitName());
            case Actor.Self self -> new By(self.account(), self.name(), "本人");
            case Actor.Visitor ignored -> throw new IllegalArgumentException("visitors handle no cases");
            case Actor.Job ignored -> TERM;
        };
    }
}
