package org.rongyi.career.campaign.candidate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.rongyi.career.placement.proof.Tie;
import org.rongyi.career.reception.scoring.AwaitingWork;
import org.rongyi.people.person.PersonFile;

/** 同分先后各条的数: what of a settled entry stands under each tie; of officers too, whose table has items of its own and counts hardship by years. Pure. */
public final class TieValues {

    private static final LocalDate CENTURY = LocalDate.of(2100, 1, 1);
    private static final int GRADES = 11;
    private static final String SCORE = "placement.score.";
    private static final String OFFICER = SCORE + "officer.";
    private static final int MONTHS = 12;

    /** The lowest first; who has several counts with the highest. */
    private static final List<String> MERITS = List.of(
            "peace.praise",
            "war.praise",
            "peace.third",
            "war.third",
            "peace.second",
            "war.second",
            "peace.first",
            "war.first");

    private static final List<String> HARD = List.of("hard.", "tibet.", "island.", "overseas");

    /** Without classes, as the officers' table of 2015 has them: 艰苦边远, and 西藏或海拔 3500 米以上. */
    private static final List<String> UNCLASSED = List.of("hard", "high");

    private TieValues() {}

    /** As reception and his file have it at this moment. */
    public static Map<Tie, Long> now(AwaitingWork.Waiting whom, PersonFile file, AwaitingWork waiting) {
        return of(
                whom.enlisted(),
                whom.discharged(),
                file.bornOn(whom.person()).orElse(whom.enlisted()),
                waiting.counted(whom.reception()));
    }

    /** @param counted times and months of the entry that settled the score, by the item's id */
    static Map<Tie, Long> of(LocalDate enlisted, LocalDate discharged, LocalDate born, Map<String, Integer> counted) {
        return Map.of(
                Tie.MERIT, merit(counted),
                Tie.SERVICE, ChronoUnit.DAYS.between(enlisted, discharged),
                Tie.HARDSHIP, months(counted),
                Tie.DISABILITY, disability(counted),
                Tie.AGE, ChronoUnit.DAYS.between(born, CENTURY));
    }

    private static long merit(Map<String, Integer> counted) {
        return IntStream.range(0, MERITS.size())
                .filter(i -> counted.containsKey(SCORE + MERITS.get(i)) || counted.containsKey(OFFICER + MERITS.get(i)))
                .map(i -> i + 1)
                .max()
                .orElse(0);
    }

    private static long months(Map<String, Integer> counted) {
        return counted.entrySet().stream()
                .mapToLong(one -> months(one.getKey(), one.getValue()))
                .sum();
    }

    private static long months(String item, int amount) {
        boolean officer = item.startsWith(OFFICER);
        var rest = item.substring(officer ? OFFICER.length() : SCORE.length());
        boolean hard = HARD.stream().anyMatch(rest::startsWith) || officer && UNCLASSED.contains(rest);
        return hard ? (long) amount * (officer ? MONTHS : 1) : 0;
    }

    private static long disability(Map<String, Integer> counted) {
        return counted.keySet().stream()
                .filter(item -> item.startsWith(SCORE + "disabled."))
                .mapToLong(item -> GRADES - Long.parseLong(item.substring(item.lastIndexOf('.') + 1)))
                .max()
                .orElse(0);
    }
}
