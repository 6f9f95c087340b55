package org.rongyi.career.placement.score;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rongyi.career.placement.score.ScoreItems.Item;
import org.rongyi.career.placement.score.ScoreItems.Part;

/**
 * 服役情况 as the file says it.
 *
 * @param table by which he is scored
 * @param enlisted 兵役机关批准服现役之日
 * @param discharged 部队下达退役命令之日
 * @param amounts by the item's id, above 0
 */
public record Service(ScoreTable table, LocalDate enlisted, LocalDate discharged, Map<String, Integer> amounts) {

    private static final int LONGEST_YEARS = 45;
    private static final int MOST_TIMES = 99;
    private static final List<Part> AWAY = List.of(Part.HARDSHIP, Part.TIBET, Part.ISLAND, Part.GARRISON);

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
        for (var item : table.items()) {
            int amount = amount(item);
            switch (item.measure()) {
                case MONTHS -> check(amount <= months, item, "超过服役的 " + months + " 个月", found);
                case YEARS -> check(amount <= years(), item, "超过服役的 " + years() + " 年", found);
                case DAYS -> check(amount <= days, item, "超过服役的 " + days + " 天", found);
                case TIMES, PIECES -> check(amount <= MOST_TIMES, item, "超过 " + MOST_TIMES + "，请核对", found);
                case HELD -> {}
            }
        }
        if (found.isEmpty()) {
            together(AWAY, "各地区、各岛", "：同一段时间只能在一处").ifPresent(found::add);
        }
        if (found.isEmpty()) {
            together(List.of(Part.POST), "任职", "").ifPresent(found::add);
        }
        for (var part : table.parts()) {
            long held = table.of(part).stream().filter(item -> amount(item) > 0).count();
            if (part.isOne() && held > 1) {
                found.add(new Impossible(part.field(), part.zh() + "只能有一个"));
            }
        }
        return found;
    }

    /** Begun years count as whole ones. */
    private long years() {
        return ChronoUnit.YEARS.between(enlisted, discharged.minusDays(1)) + 1;
    }

    /** Stretches of time that cannot lie in each other add up to more than he served. */
    private Optional<Impossible> together(List<Part> parts, String what, String why) {
        var items = table.items().stream()
                .filter(item -> parts.contains(item.part()))
                .toList();
        if (items.isEmpty()) {
            return Optional.empty();
        }
        boolean byYear = items.getFirst().measure() == Measure.YEARS;
        long most = byYear ? years() : ChronoUnit.MONTHS.between(enlisted, discharged) + 1;
        long sum = items.stream().mapToLong(this::amount).sum();
        var unit = byYear ? " 年" : " 个月";
        return sum <= most
                ? Optional.empty()
                : Optional.of(new Impossible(
                        items.getFirst().field(),
                        what + "的" + (byYear ? "年数" : "月数") + "加起来 " + sum + unit + "，超过服役的 " + most + unit + why));
    }

    private static void check(boolean holds, Item item, String reason, List<Impossible> found) {
        if (!holds) {
            found.add(new Impossible(item.field(), reason));
        }
    }
}
