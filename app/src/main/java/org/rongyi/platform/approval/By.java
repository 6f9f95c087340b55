package org.rongyi.platform.approval;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;

/**
 * Who did something, in the words of that day.
 *
 * @param kin whose doing it was, when one of the veteran's family acts for him (亲属代办)
 * @param actingFor in whose post, when he did it for a colleague (岗位代理)
 */
record By(
        @Nullable UUID account,
        String name,
        @Nullable String unit,
        @Nullable UUID actingFor,
        Actor.@Nullable Kin kin) {

    By(@Nullable UUID account, String name, @Nullable String unit, @Nullable UUID actingFor) {
        this(account, name, unit, actingFor, null);
    }

    /** What a term that ran out does by itself. */
    static final By TERM = new By(null, "系统（期限届满）", null, null);

    static By of(Actor actor) {
        return switch (actor) {
            case Actor.Office office -> new By(office.account(), office.name(), office.unitName(), office.actingFor());
            case Actor.Self self -> new By(self.account(), self.name(), "本人", null);
            case Actor.Kin kin -> new By(kin.account(), kin.name(), kin.relation(), null, kin);
            case Actor.Client _, Actor.Visitor _ -> throw new IllegalArgumentException("visitors handle no cases");
            case Actor.Job ignored -> TERM;
        };
    }

    /** Whether it was this account's doing, or is to be taken for it: by itself, or by the one who acts for it. */
    boolean speaksFor(@Nullable UUID somebody) {
        return somebody != null && (somebody.equals(account) || somebody.equals(actingFor));
    }
}
