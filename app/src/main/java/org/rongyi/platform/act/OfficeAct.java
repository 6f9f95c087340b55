package org.rongyi.platform.act;

import org.rongyi.platform.kernel.Actor;

/** An act that its {@code @Allow} opens to posts alone. */
public interface OfficeAct<C extends Act.Command, O extends Act.Outcome> extends Act<C, O> {

    O run(Actor.Office office, C command);

    /** @throws IllegalStateException to anybody else: the runner has asked {@code @Allow} by then */
    @Override
    default O run(Actor actor, C command) {
        if (actor instanceof Actor.Office office) {
            return run(office, command);
        }
        throw new IllegalStateException(
                "open to others than posts: " + getClass().getName());
    }
}
