package org.rongyi.career.campaign.pairs;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.DirectiveTerms;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;

/**
 * 指令性分配的费用, in hundredths of a point. What a post costs somebody: how far it is from home and from the spouse, in steps of the divisions (0 within the
 * same town, 1 within the same county, 2 within the same city, 3 beyond), and what it asks for that he has not. And what he costs at any post: the less
 * he has waited, the more. That part is the same at every post, so it moves nobody who gets one; it says who is left where seats are few, and as it
 * grows with each half-year, nobody is left for ever.
 */
final class CostRule {

    private static final int FARTHEST = 3;
    private static final long WHOLE = 100;

    private CostRule() {}

    /**
     * Somebody to be sent.
     *
     * @param home the village of his 安置地
     * @param spouse the county of his spouse, where it counts
     * @param halves how many half-years he has waited
     */
    record Person(
            DivisionCode home, @Nullable DivisionCode spouse, Set<String> abilities, boolean hasPriority, int halves) {

        Person {
            abilities = Set.copyOf(abilities);
        }

        /** As they count: who has priority stands before who has waited as long. */
        int counted(DirectiveTerms terms) {
            return halves + (hasPriority ? terms.ahead() : 0);
        }
    }

    /**
     * What a post is for this: there are few of them, and many posts.
     *
     * @param place where its work is
     * @param abilities what it asks for
     */
    record Spot(DivisionCode place, Set<String> abilities) {

        Spot {
            abilities = Set.copyOf(abilities);
        }
    }

    /** What this post costs this person. */
    static long of(DirectiveTerms terms, Person who, Spot spot) {
        return distance(terms, who, spot.place()) + missing(terms, who, spot.abilities());
    }

    /** The part of it that the place decides. */
    static long distance(DirectiveTerms terms, Person who, DivisionCode place) {
        long distance = (long) terms.home() * steps(who.home(), place);
        if (who.spouse() != null) {
            distance += (long) terms.spouse() * steps(who.spouse(), place);
        }
        return distance * (who.hasPriority() ? terms.priority() : WHOLE);
    }

    /** The part of it that what is asked for decides. */
    static long missing(DirectiveTerms terms, Person who, Set<String> abilities) {
        long missing = abilities.stream()
                .filter(ability -> !who.abilities().contains(ability))
                .count();
        return terms.ability() * missing * WHOLE;
    }

    /**
     * What he costs at any post for being newer than who has waited longest.
     *
     * @param longest that one's half-years, as they count
     */
    static long newness(DirectiveTerms terms, Person who, int longest) {
        return (long) terms.waiting() * (longest - who.counted(terms)) * WHOLE;
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
