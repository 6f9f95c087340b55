package org.rongyi.platform.act;

import java.util.UUID;
import org.rongyi.platform.kernel.Actor;

/**
 * An act of the office (登记、走访、更正…): one class, one public method. It carries {@code @Allow} and is run only by
 * {@link Acts}; it never opens a transaction and never calls another act. What posts alone do is an {@link OfficeAct}.
 */
public interface Act<C extends Act.Command, O extends Act.Outcome> {

    O run(Actor actor, C command);

    /**
     * The outcome when another writer won a unique key or foreign key, by the constraint's name. An act whose
     * constraints people can lose overrides this; otherwise the loss is an error of the program.
     */
    default O lost(String constraint) {
        throw new IllegalStateException("约束冲突未处理：" + constraint);
    }

    /** What somebody asks for: a record with checked values and the id that makes it count once. */
    interface Command {

        CommandId id();
    }

    /** How an act ends. Each act seals its own outcomes; each is either {@link Done} or {@link Refused}. */
    interface Outcome {

        /** The act was carried out; the outcome is kept and answered again when the same command comes twice. */
        interface Done extends Outcome {

            /** The record that was made or changed. */
            UUID subject();
        }

        /** A refusal the person can cause: everything is rolled back and the command id stays unused. */
        interface Refused extends Outcome {}
    }
}
