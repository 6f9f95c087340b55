package org.rongyi.platform.approval;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * 还不能销毁的材料: a room that still needs what came with a case, as a recovery does, contributes a bean; asked by the nightly job
 * over everybody's rows.
 */
public interface EvidenceHold {

    /** Those of the cases whose evidence has to stay. */
    Set<UUID> held(Collection<UUID> cases);
}
