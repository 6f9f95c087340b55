package org.rongyi.care.relief.rule;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an application when the rule is asked.
 *
 * @param registered whether he has his 户籍 in the province
 * @param occurredOn the day of the event, or since when the state lasts
 * @param household none while nobody has said
 * @param bars documents of a bar, in force or expired
 * @param earlier other applications of his, wherever in the province
 * @param repeat why the same cause is brought again
 * @param check the visit to the household; none before it was made
 */
public record Facts(
        LocalDate appliedOn,
        Known registered,
        Standing standing,
        Situation situation,
        LocalDate occurredOn,
        @Nullable Household household,
        List<Barred> bars,
        List<Earlier> earlier,
        Repeat repeat,
        @Nullable Check check) {

    public Facts {
        bars = List.copyOf(bars);
        earlier = List.copyOf(earlier);
    }

    /** What may be known or not. */
    public enum Known {
        YES,
        NO,
        UNKNOWN
    }

    /**
     * 再次申请同一事由.
     *
     * @param reason none given: empty
     * @param accepted whether who reviews it found the reason good; none while nobody has said
     */
    public record Repeat(String reason, @Nullable Boolean accepted) {

        public static final Repeat NONE = new Repeat("", null);
    }

    /** 入户核查: the day, and by whom. */
    public record Check(LocalDate on, List<String> visitors) {

        public static final int FEWEST = 2;

        public Check {
            visitors = List.copyOf(visitors);
        }
    }
}
