package org.rongyi.career.reception.scoring.web;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.placement.score.Measure;
import org.rongyi.career.placement.score.ScoreItems;
import org.rongyi.career.placement.score.ScoreItems.Item;
import org.rongyi.career.placement.score.ScoreItems.Part;
import org.rongyi.career.reception.scoring.EnterScore;
import org.rongyi.career.reception.scoring.Entry;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Typed;
import org.springframework.util.LinkedMultiValueMap;

/** 评分录入表, as it was typed: beside each amount the paper and page it stands on. */
record EntryForm(Typed typed) {

    static final String DISABILITY = "disability";

    /** As an entry would have been typed. */
    static EntryForm of(Entry entry) {
        var fields = new LinkedMultiValueMap<String, String>();
        for (var item : ScoreItems.ALL) {
            var line = entry.lines().get(item.id());
            if (line != null) {
                if (item.part() == Part.DISABILITY) {
                    fields.set(DISABILITY, item.field());
                    fields.set("page." + DISABILITY, line.page());
                } else {
                    fields.set(item.field(), item.measure() == Measure.HELD ? "YES" : Integer.toString(line.amount()));
                    fields.set(EnterScore.page(item.id()), line.page());
                }
            }
        }
        if (entry.stated() != null) {
            fields.set("stated", entry.stated().toPlainString());
        }
        return new EntryForm(new Typed(fields));
    }

    Map<String, Entry.Line> lines(FieldErrors errors) {
        var lines = new HashMap<String, Entry.Line>();
        for (var item : ScoreItems.ALL) {
            amount(item, errors).ifPresent(amount -> {
                var page = item.part() == Part.DISABILITY
                        ? typed.value("page." + DISABILITY)
                        : typed.value(EnterScore.page(item.id()));
                lines.put(item.id(), new Entry.Line(amount, page));
            });
        }
        return lines;
    }

    private Optional<Integer> amount(Item item, FieldErrors errors) {
        if (item.part() == Part.DISABILITY) {
            return typed.value(DISABILITY).equals(item.field()) ? Optional.of(1) : Optional.empty();
        }
        var text = typed.value(item.field());
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (item.measure() == Measure.HELD) {
            return Optional.of(1);
        }
        errors.require(text.matches("[0-9]{1,5}"), item.field(), "请填写整数，没有的空着");
        return text.matches("0*[1-9][0-9]{0,4}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    @Nullable
    BigDecimal stated(FieldErrors errors) {
        var text = typed.value("stated");
        errors.require(text.matches("(-?[0-9]{1,5}(\\.[0-9]{1,2})?)?"), "stated", "请填写分数，例如 63.5；没有写的空着");
        return text.isEmpty() || errors.find("stated") != null ? null : new BigDecimal(text);
    }
}
