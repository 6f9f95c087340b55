package org.rongyi.career.reception.scoring.web;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.placement.score.Measure;
import org.rongyi.career.placement.score.ScoreItems.Item;
import org.rongyi.career.placement.score.ScoreTable;
import org.rongyi.career.reception.scoring.EnterScore;
import org.rongyi.career.reception.scoring.Entry;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Typed;
import org.springframework.util.LinkedMultiValueMap;

/** 评分录入表, as it was typed: beside each amount the paper and page it stands on. */
record EntryForm(Typed typed) {

    /** As an entry would have been typed. */
    static EntryForm of(ScoreTable table, Entry entry) {
        var fields = new LinkedMultiValueMap<String, String>();
        for (var item : table.items()) {
            var line = entry.lines().get(item.id());
            if (line != null) {
                if (item.part().isOne()) {
                    fields.set(item.part().field(), item.field());
                    fields.set(page(item), line.page());
                } else {
                    fields.set(item.field(), item.measure() == Measure.HELD ? "YES" : Integer.toString(line.amount()));
                    fields.set(page(item), line.page());
                }
            }
        }
        if (entry.stated() != null) {
            fields.set("stated", entry.stated().toPlainString());
        }
        return new EntryForm(new Typed(fields));
    }

    /** Where paper and page are typed: beside the item, or beside the question which of them it is. */
    static String page(Item item) {
        return item.part().isOne() ? "page." + item.part().field() : EnterScore.page(item.id());
    }

    /** The field of this form that an act means by the one of an item. */
    static String shown(ScoreTable table, String field) {
        return table.items().stream()
                .filter(item -> EnterScore.page(item.id()).equals(field))
                .findFirst()
                .map(EntryForm::page)
                .orElse(field);
    }

    Map<String, Entry.Line> lines(ScoreTable table, FieldErrors errors) {
        var lines = new HashMap<String, Entry.Line>();
        for (var item : table.items()) {
            amount(item, errors)
                    .ifPresent(amount -> lines.put(item.id(), new Entry.Line(amount, typed.value(page(item)))));
        }
        return lines;
    }

    private Optional<Integer> amount(Item item, FieldErrors errors) {
        if (item.part().isOne()) {
            return typed.value(item.part().field()).equals(item.field()) ? Optional.of(1) : Optional.empty();
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
