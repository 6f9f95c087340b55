package org.rongyi.career.reception.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.rongyi.career.placement.score.ScoreItems;
import org.rongyi.career.placement.score.ScoreTable;

/** 比对: what of the army's sheet and the office's check does not agree, in words; pure. Nothing, when the score may stand. */
public final class Comparison {

    private Comparison() {}

    /**
     * @param names an item's words
     * @param outlier a total above this is looked at once more, however well the two agree
     */
    public static List<String> differences(
            ScoreTable table, Entry army, Entry office, UnaryOperator<String> names, BigDecimal outlier) {
        var found = new ArrayList<String>();
        for (var id : differing(table, army, office)) {
            var unit = table.find(id).orElseThrow().measure().zh();
            found.add(
                    names.apply(id) + "：部队 " + said(amount(army, id), unit) + "，审档 " + said(amount(office, id), unit));
        }
        contradicted(army).ifPresent(found::add);
        contradicted(office).ifPresent(found::add);
        var total = army.total();
        var stated = army.stated();
        if (total != null && stated != null && total.compareTo(stated) != 0) {
            found.add("部队评分表写 " + plain(stated) + " 分，按标准算是 " + plain(total) + " 分");
        }
        var reckoned = office.total();
        if (reckoned != null && reckoned.compareTo(outlier) > 0) {
            found.add("总分 " + plain(reckoned) + " 分，高于 " + plain(outlier) + " 分，要再核一次");
        }
        return List.copyOf(found);
    }

    /** The items of which the two say different amounts, by id in the order of the table. */
    static List<String> differing(ScoreTable table, Entry army, Entry office) {
        return table.items().stream()
                .map(ScoreItems.Item::id)
                .filter(id -> amount(army, id) != amount(office, id))
                .toList();
    }

    private static Optional<String> contradicted(Entry entry) {
        return entry.stops().isEmpty()
                ? Optional.empty()
                : Optional.of(entry.as().zh() + "互相矛盾：" + String.join("；", entry.stops()));
    }

    private static int amount(Entry entry, String item) {
        var line = entry.lines().get(item);
        return line == null ? 0 : line.amount();
    }

    private static String said(int amount, String unit) {
        return amount == 0 ? "没有" : unit.isEmpty() ? "有" : amount + " " + unit;
    }

    public static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
