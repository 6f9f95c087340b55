package org.rongyi.career.campaign.draw;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.DirectiveTerms;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;

/**
 * 指令性分配的费用: how far a post is from home and from the spouse, in steps of the divisions: 0 within the same town, 1 within the same county,
 * 2 within the same city, 3 beyond.
 */
final class CostRule {

    private static final int FARTHEST = 3;
    private static final long WHOLE = 100;

    private CostRule() {}

    /**
     * Where somebody belongs.
     *
     * @param home the village of his 安置地
     * @param spouse the county of his spouse, where it counts
     */
    record Belongs(DivisionCode home, @Nullable DivisionCode spouse) {}

    /** In hundredths of a point. */
    static long of(DirectiveTerms terms, Belongs who, boolean hasPriority, DivisionCode place) {
        long cost = (long) terms.home() * steps(who.home(), place);
        if (who.spouse() != null) {
            cost += (long) terms.spouse() * steps(who.spouse(), place);
        }
        return cost * (hasPriority ? terms.priority() : WHOLE);
    }

    static int steps(DivisionCode from, DivisionCode to) {
        var nearest = List.of(Level.TOWN, Level.COUNTY, Level.CITY);
        for (int i = 0; i < nearest.size(); i++) {
            boolean bothReach =
                    !from.level().isAbove(nearest.get(i)) && !to.level().isAbove(nearest.get(i));
            if (bothReach && from.at(nearest.get(i)).equals(to.at(nearest.get(i)))) {
                return i;
            }
        }
        return FARTHEST;
    }
}
