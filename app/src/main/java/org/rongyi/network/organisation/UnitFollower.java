package org.rongyi.network.organisation;

import java.util.Optional;

/** Rooms whose records hang on a unit are asked, inside the very transaction, before one opened by mistake is taken back, and before one is closed. */
public interface UnitFollower {

    /** Why the unit must stay; empty when nothing hangs on it. */
    Optional<String> holds(Unit unit);

    /** What must be handed over before the unit is closed, and how; empty when nobody is left with nobody. */
    Optional<String> leaves(Unit unit);
}
