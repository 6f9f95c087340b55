package org.rongyi.platform.access;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Scope;

/** What access must know of units to resolve a post; the room of the network answers it. */
public interface UnitDirectory {

    /**
     * A unit as a post sees it.
     *
     * @param countyless it is a unit of a city that has no counties (东莞、中山)
     * @param open whether it still works today; a closed unit's posts open no door
     */
    record Workplace(
            UUID id, String name, DivisionCode code, Level level, Scope scope, boolean countyless, boolean open) {}

    Map<UUID, Workplace> findWorkplaces(Collection<UUID> ids);

    /** The provincial bureau (退役军人事务厅): where the first administrator's post stands. */
    UUID provincialBureau();

    /** The name of the open station hosted by 机关, 企业 or 园区 that has this seat code; empty for any other code. */
    Optional<String> hostedAt(DivisionCode seat);

    /** The open unit that answers for a village: its own, else the nearest above that has one. */
    Optional<UUID> responsibleFor(DivisionCode village);

    /** The bureau (退役军人事务部门) of a territory, else the nearest above: who answers for data that leave. */
    Optional<UUID> bureauOf(DivisionCode territory);
}
