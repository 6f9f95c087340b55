package org.rongyi.platform.approval;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rongyi.platform.approval.route.Seat;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;

/** 办理单位: which unit a step waits at; the room of the network answers it. */
public interface Desks {

    /** A unit that handles cases. */
    record Desk(UUID unit, String name, Level level) {}

    /** The open unit of the level that serves the place; where there is none, the nearest above. */
    Optional<Desk> find(DivisionCode place, Level level, Seat.Body body);

    /** The nearest bureau above a unit of this level that serves the place; the province has none above. */
    Optional<Desk> above(DivisionCode place, Level level);

    /** The divisions of a level within another that have an open unit of their own with somebody at one of these posts today. */
    Set<DivisionCode> manned(DivisionCode within, Level level, Collection<Role> roles);

    /**
     * Seat codes of hosted stations (依托单位站) directly in a county or above: no division has them.
     *
     * @param hosts counties, cities, the province
     */
    Set<DivisionCode> seats(Collection<DivisionCode> hosts);

    /**
     * Of these codes those that are the seat or the territory of an open unit with somebody at one of these posts today.
     *
     * @param levels of the unit: a hosted station's is its own, whatever its seat code looks like
     */
    Set<DivisionCode> staffed(Collection<DivisionCode> codes, Collection<Level> levels, Collection<Role> roles);

    /** A unit's phone, for who has to ask there. */
    Optional<String> phone(UUID unit);

    /** Open units that serve the place, the widest first: who may be asked for an opinion. */
    List<Desk> serving(DivisionCode place);
}
