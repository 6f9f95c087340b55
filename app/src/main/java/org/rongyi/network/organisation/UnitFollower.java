package org.rongyi.network.organisation;

import java.util.Optional;

/** Rooms whose records hang on a unit are asked, inside the very transaction, before one opened by mistake is taken back. */
public interface UnitFollower {

    /** Why the unit must stay; empty when nothing hangs on it. */
    Optional<String> holds(Unit unit);
}
