package org.rongyi.career.placement.score;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rongyi.career.placement.score.ScoreItems.Item;
import org.rongyi.career.placement.score.ScoreItems.Part;

/**
 * 服役情况 as the file says it.
 *
 * @param enlisted 兵役机关批准服现役之日
 * @param discharged 部队下达退役命令之日
 * @param amounts by the item's id, above 0
 */
public record Service(LocalDate enlisted, LocalDate discharged, Map<String, Integer> amounts) {

    private static final int LONGEST_YEARS = 45;
    private static final int MOST_TIMES = 99;

    public Service {
        amounts = Map.copyOf(amounts);
    }

    /** What cannot be: it is stopped before anybody is scored by it. The field is that of the form. */
    public record Impossible(String field, String reason) {}

    int amount(Item item) {
        return amounts.getOrDefault(item.id(), 0);
    }

    /** Nothing, when the file does not contradict itself. */
    public List<Impossible> impossible() {
        var found = new ArrayList<Impossible>();
        if (!discharged.isAfter(enlisted)) {
            found.add(new Impossible("discharged", "退役的日期应在入伍之后"));
            return found;
        }
        if (discharged.isAfter(enlisted.plusYears(LONGEST_YEARS))) {
            found.add(new Impossible("discharged", "服役超过 " + LONGEST_YEARS + " 年，请核对两个日期"));
        }
        long months = ChronoUnit.MONTHS.between(enlisted, discharged) + 1;
        long days = ChronoUnit.DAYS.between(enlisted, discharged);
        for (var item : ScoreItems.ALL) {
            int amount = amount(item);
            switch (item.measure()) {
                case MONTHS -> check(amount <= months, item, "超过服役的 " + months + " 个月", found);
                case DAYS -> check(amount <= days, item, "超过服役的 " + days + " 天", found);
                case TIMES, PIECES -> check(amount <= MOST_TIMES, item, "超过 " + MOST_TIMES + "，请核对", found);
                case HELD -> {}
            }
        }
        var places = List.of(Part.HARDSHIP, Part.TIBET, Part.ISLAND);
        long away = ScoreItems.ALL.stream()
                .filter(item -> places.contains(item.part()))
                .mapToLong(this::amount)
                .sum();
        if (found.isEmpty() && away > months) {
            found.add(new Impossible(
                    ScoreItems.of(Part.HARDSHIP).getFirst().field(),
                    "各地区、各岛的月数加起来 " + away + " 个月，超过服役的 " + months + " 个月：同一个月只能在一处"));
        }
        long posts = ScoreItems.of(Part.POST).stream().mapToLong(this::amount).sum();
        if (found.isEmpty() && posts > months) {
            found.add(new Impossible(
                    ScoreItems.of(Part.POST).getFirst().field(), "任职的月数加起来 " + posts + " 个月，超过服役的 " + months + " 个月"));
        }
        if (ScoreItems.of(Part.DISABILITY).stream()
                        .filter(item -> amount(item) > 0)
                        .count()
                > 1) {
            found.add(new Impossible("disability", "残疾等级只能有一个"));
        }
        return found;
    }

    private static void check(boolean holds, Item item, String reason, List<Impossible> found) {
        if (!holds) {
            found.add(new Impossible(item.field(), reason));
        }
    }
}
