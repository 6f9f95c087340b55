package org.rongyi.platform.act;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;

/**
 * UUIDv7 issued with the form, and the post or 亲属委托 the form was opened under (none for most citizens and for visitors).
 */
public record CommandId(UUID value, @Nullable UUID openedUnder) {

    public CommandId {
        if (!Ids.isVersion7(value)) {
            throw new IllegalArgumentException("command ids are UUIDv7");
        }
    }

    /** A new id for a command made by the program itself, under the actor's present post. */
    public static CommandId fresh(Actor actor) {
        return new CommandId(
                Ids.next(),
                switch (actor) {
                    case Actor.Office office -> office.post();
                    case Actor.Kin kin -> kin.mandate();
                    case Actor.Self _, Actor.Client _, Actor.Visitor _, Actor.Job _ -> null;
                });
    }
}
