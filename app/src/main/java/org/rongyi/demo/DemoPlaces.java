package org.rongyi.demo;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.rongyi.network.organisation.Outlines;
import org.rongyi.network.organisation.Unit;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.springframework.stereotype.Component;

/** Where the demo's stations stand and how to reach them: invented, the same each time, inside the right outline. */
@Component
class DemoPlaces {

    private static final String PHONE = "0758-33";

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
                PHONE + "%05d".formatted(++phones),
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
