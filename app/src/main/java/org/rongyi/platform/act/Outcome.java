package org.rongyi.platform.act;

import java.util.UUID;

/** How an act ends. Each act seals its own outcomes; each is either {@link Done} or {@link Refused}. */
public interface Outcome {

    /** The act was carried out; the outcome is kept and answered again when the same command comes twice. */
    interface Done extends Outcome {

        /** The record that was made or changed. */
        UUID subject();
    }

    /** A refusal the person can cause: everything is rolled back and the command id stays unused. */
    interface Refused extends Outcome {}
}
