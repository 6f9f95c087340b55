package org.rongyi.platform.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 谁来督办: on whose list that stands which waits at a unit. The nearest above where somebody is, so that a list nobody reads is no list;
 * of the province, its own.
 */
@Component
public class Superiors {

    /** The posts at a station or a bureau that do its work. */
    public static final Set<Role> STAFF = Set.of(Role.CLERK, Role.OFFICER, Role.LEADER);

    private static final String MANNED = "select access.manned(:unit, :roles, :today)";

    private final Desks desks;
    private final Divisions divisions;
    private final JdbcClient jdbc;
    private final Clock clock;

    Superiors(Desks desks, Divisions divisions, JdbcClient jdbc, Clock clock) {
        this.desks = desks;
        this.divisions = divisions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether it is the reader's to see after a bureau, which serves a place. */
    public boolean isOver(Actor.Office reader, UUID bureau, DivisionCode place) {
        if (!reader.scope().covers(place)) {
            return false;
        }
        var above = desks.above(place, place.level());
        while (above.isPresent() && !isManned(above.get().unit(), Set.of(Role.OFFICER, Role.LEADER))) {
            above = desks.above(place, above.get().level());
        }
        return above.map(Desks.Desk::unit).orElse(bureau).equals(reader.unit());
    }

    /** Whether somebody is at one of these posts of a unit today. */
    public boolean isManned(UUID unit, Set<Role> roles) {
        return jdbc.sql(MANNED)
                .param("unit", unit)
                .param("roles", roles.stream().map(Role::name).toArray(String[]::new))
                .param("today", LocalDate.now(clock))
                .query(Boolean.class)
                .single();
    }

    /** Of these villages and seats of hosted stations those whose own station, of whatever level, has somebody. */
    public Set<DivisionCode> staffed(Collection<DivisionCode> codes) {
        return staffed(codes, EnumSet.allOf(Level.class));
    }

    /** The same of stations of these levels. */
    public Set<DivisionCode> staffed(Collection<DivisionCode> codes, Set<Level> levels) {
        return codes.isEmpty() ? Set.of() : desks.staffed(codes, levels, STAFF);
    }

    /**
     * Whose work the reader sees after.
     *
     * @param towns 镇街: his own; above, those where nobody is at the station nor anywhere between it and him
     * @param seats of stations hosted at a place above the towns (依托单位站), whose nearest superior he is
     */
    public record Below(List<DivisionCode> towns, Set<DivisionCode> seats) {

        static final Below NOTHING = new Below(List.of(), Set.of());

        public boolean isEmpty() {
            return towns.isEmpty() && seats.isEmpty();
        }
    }

    /** What the reader sees after. */
    public Below below(Actor.Office reader) {
        return switch (reader.level()) {
            case VILLAGE -> Below.NOTHING;
            case TOWN -> new Below(List.of(reader.unitCode()), Set.of());
            case COUNTY, CITY, PROVINCE -> {
                var hosts = new ArrayList<DivisionCode>();
                var towns = unmanned(reader.unitCode(), hosts);
                yield new Below(towns, hosts.isEmpty() ? Set.of() : desks.seats(hosts));
            }
        };
    }

    /** @param hosts gets the places above the towns that were gone through */
    private List<DivisionCode> unmanned(DivisionCode above, List<DivisionCode> hosts) {
        if (above.level().isAbove(Level.TOWN)) { // the seat of a station hosted at a county is not
            hosts.add(above);
        }
        var below = divisions.children(above, divisions.today()).stream()
                .collect(Collectors.groupingBy(Division::level, TreeMap::new, Collectors.toList()));
        var found = new ArrayList<DivisionCode>();
        below.forEach((level, divided) -> {
            var manned = desks.manned(above, level, STAFF);
            divided.stream()
                    .map(Division::code)
                    .filter(code -> !manned.contains(code))
                    .forEach(gap -> found.addAll(level == Level.TOWN ? List.of(gap) : unmanned(gap, hosts)));
        });
        return List.copyOf(found);
    }
}
