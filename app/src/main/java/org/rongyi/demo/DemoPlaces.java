package org.rongyi.demo;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.rongyi.network.organisation.Unit;
import org.rongyi.platform.division.map.Outlines;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.springframework.stereotype.Component;

/** Where the demo's stations stand and how to reach them: invented, the same each time, inside the right outline. */
@Component
class DemoPlaces {

    /** Area codes by the city's two digits. */
    private static final Map<Long, String> AREA_CODES = Map.ofEntries(
            Map.entry(1L, "020"),
            Map.entry(2L, "0751"),
            Map.entry(3L, "0755"),
            Map.entry(4L, "0756"),
            Map.entry(5L, "0754"),
            Map.entry(6L, "0757"),
            Map.entry(7L, "0750"),
            Map.entry(8L, "0759"),
            Map.entry(9L, "0668"),
            Map.entry(12L, "0758"),
            Map.entry(13L, "0752"),
            Map.entry(14L, "0753"),
            Map.entry(15L, "0660"),
            Map.entry(16L, "0762"),
            Map.entry(17L, "0662"),
            Map.entry(18L, "0763"),
            Map.entry(19L, "0769"),
            Map.entry(20L, "0760"),
            Map.entry(51L, "0768"),
            Map.entry(52L, "0663"),
            Map.entry(53L, "0766"));

    private static final String CAPITAL = "020";

    private static final double TOWN_KILOMETRES = 2.5;

    private final Outlines outlines;
    private int phones;

    DemoPlaces(Outlines outlines) {
        this.outlines = outlines;
    }

    Unit.Details details(DivisionCode seat, String address, String hours, List<String> services) {
        var spot = spot(seat);
        return new Unit.Details(
                address,
                AREA_CODES.getOrDefault(seat.value() / 100_000_000L % 100, CAPITAL) + "-33%05d".formatted(++phones),
                hours,
                services,
                spot == null ? null : spot.latitude(),
                spot == null ? null : spot.longitude());
    }

    /** A town anywhere in its county, its villages around it; offices above near the middle. */
    private Outlines.@Nullable Spot spot(DivisionCode seat) {
        var level = seat.level();
        if (level == Level.PROVINCE) {
            return outlines.find(new DivisionCode(440100000000L))
                    .map(Outlines.Outline::label)
                    .orElse(null);
        }
        var outline = outlines.find(seat.at(Level.COUNTY));
        if (outline.isEmpty()) {
            return null;
        }
        var around = random(seat.value() + phones);
        if (level.isAbove(Level.TOWN)) {
            return outline.get().spotNear(outline.get().label(), 1, around);
        }
        var town = outline.get().spotInside(random(seat.at(Level.TOWN).value()));
        return level == Level.TOWN ? town : outline.get().spotNear(town, TOWN_KILOMETRES, around);
    }

    /** Seeds next to each other would begin alike. */
    private static Random random(long seed) {
        return new Random(seed * 0x9E37_79B9_7F4A_7C15L);
    }
}
