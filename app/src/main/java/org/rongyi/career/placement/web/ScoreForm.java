package org.rongyi.career.placement.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.placement.score.Measure;
import org.rongyi.career.placement.score.ScoreItems.Part;
import org.rongyi.career.placement.score.ScoreTable;
import org.rongyi.career.placement.score.Service;
import org.rongyi.platform.ui.FieldErrors;

/** What was typed, by field. */
public record ScoreForm(Map<String, String> fields) {

    static final String ENLISTED = "enlisted";
    static final String DISCHARGED = "discharged";
    static final String HONOURED = "honoured";
    static final String TABLE = "table";

    /** What a ticked box sends. */
    static final String HELD = "yes";

    private static final int MOST_DIGITS = 5;

    public ScoreForm {
        fields = Map.copyOf(fields);
    }

    public String value(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    /** By which table: that of soldiers, where nothing else is asked for. */
    public ScoreTable table() {
        return value(TABLE).equals(ScoreTable.OFFICER.name()) ? ScoreTable.OFFICER : ScoreTable.SOLDIER;
    }

    /** 八一勋章, 荣誉称号: 不评分，优先安排. */
    public boolean isHonoured() {
        return !value(HONOURED).isEmpty();
    }

    /** Something of this part was typed: it is shown open. */
    public boolean has(Part part) {
        return table().of(part).stream().anyMatch(item -> !value(item.field()).isEmpty());
    }

    FieldErrors errors() {
        var errors = FieldErrors.none()
                .require(date(ENLISTED) != null, ENLISTED, "请填写批准服现役的日期")
                .require(date(DISCHARGED) != null, DISCHARGED, "请填写下达退役命令的日期");
        for (var item : table().items()) {
            if (!item.part().isOne() && item.measure() != Measure.HELD) {
                var typed = value(item.field());
                errors = errors.require(typed.matches("[0-9]{0," + MOST_DIGITS + "}"), item.field(), "请填写整数，没有的空着");
            }
        }
        return errors;
    }

    /** Only of a form without errors. */
    Service service() {
        var amounts = new HashMap<String, Integer>();
        for (var item : table().items()) {
            var typed = value(item.field());
            int amount = item.part().isOne()
                    ? (value(item.part().field()).equals(item.field()) ? 1 : 0)
                    : item.measure() == Measure.HELD
                            ? (typed.equals(HELD) ? 1 : 0)
                            : typed.isEmpty() ? 0 : Integer.parseInt(typed);
            if (amount > 0) {
                amounts.put(item.id(), amount);
            }
        }
        return new Service(table(), required(ENLISTED), required(DISCHARGED), amounts);
    }

    /** None while it is not typed, or is no day. */
    @Nullable
    LocalDate discharged() {
        return date(DISCHARGED);
    }

    private LocalDate required(String field) {
        var day = date(field);
        if (day == null) {
            throw new IllegalStateException(field + " was checked");
        }
        return day;
    }

    private @Nullable LocalDate date(String field) {
        try {
            return LocalDate.parse(value(field));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
