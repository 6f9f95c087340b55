package org.rongyi.platform.act;

import org.rongyi.platform.kernel.Actor;

/**
 * An act of the office (登记、走访、更正…): one class, one public method. It carries {@code @Allow} and is run only by
 * {@link Acts}; it never opens a transaction and never calls another act.
 */
public interface Act<C extends Command, O extends Outcome> {

    O run(Actor actor, C command);

    /**
     * The outcome when another writer won a unique key or foreign key, by the constraint's name. An act whose
     * constraints people can lose overrides this; otherwise the loss is an error of the program.
     */
    default O lost(String constraint) {
        throw new IllegalStateException("约束冲突未处理：" + constraint);
    }
}
