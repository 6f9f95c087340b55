package org.rongyi.career.placement.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.placement.score.Measure;
import org.rongyi.career.placement.score.Score;
import org.rongyi.career.placement.score.ScoreItems.Item;
import org.rongyi.career.placement.score.ScoreItems.Part;
import org.rongyi.career.placement.score.ScoreTable;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;
import org.rongyi.platform.ui.part.Tab;

/**
 * 量化评分试算.
 *
 * @param names of the items that are asked for, by id
 * @param current whether there is a table for who leaves today
 * @param daysProposed whether it is ours from which day on a table holds
 * @param score null before anything was reckoned, and for who is not scored
 */
public record ScorePage(
        ScoreForm form,
        Map<String, String> names,
        boolean current,
        boolean daysProposed,
        @Nullable Score score,
        FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "量化评分试算";
    }

    /** The parts that are numbers, each folded until something is in it. */
    public List<Part> parts() {
        return form.table().parts().stream()
                .filter(part ->
                        !part.isOne() && part != Part.STATUS && !items(part).isEmpty())
                .toList();
    }

    /** Those that are asked for; what only a document to come has is not. */
    public List<Item> items(Part part) {
        return form.table().of(part).stream()
                .filter(item -> names.containsKey(item.id()))
                .toList();
    }

    /** Asked by a box to tick: there or not. */
    public boolean isHeld(Item item) {
        return item.measure() == Measure.HELD;
    }

    public List<Option> held(Item item) {
        return List.of(Option.of(ScoreForm.HELD, name(item)));
    }

    public List<String> ticked(Item item) {
        return form.value(item.field()).equals(ScoreForm.HELD) ? List.of(ScoreForm.HELD) : List.of();
    }

    public String name(Item item) {
        return names.getOrDefault(item.id(), item.field());
    }

    /** Of each at most one item is held. */
    public List<Part> questions() {
        return form.table().parts().stream()
                .filter(part -> part.isOne() && !items(part).isEmpty())
                .toList();
    }

    public List<Option> answers(Part part) {
        return items(part).stream()
                .map(item -> Option.of(item.field(), name(item)))
                .toList();
    }

    public List<Tab> tabs() {
        return Arrays.stream(ScoreTable.values())
                .map(table -> new Tab(table.zh(), "/score?table=" + table, table == form.table(), null))
                .toList();
    }

    /** The table of officers is an example, and was not seen whole. */
    public boolean isExample() {
        return form.table() == ScoreTable.OFFICER;
    }

    public String lead() {
        return isExample()
                ? "转业军官，按退役那一天的考核评分标准试算。只计算，不保存；正式的分数以档案审核为准。"
                : "符合政府安排工作条件的退役士兵，按退役那一天的评分办法试算。只计算，不保存；正式的分数以档案审核为准。";
    }

    /** A part with something in it, or with something wrong in it. */
    public boolean isOpen(Part part) {
        return form.has(part) || items(part).stream().anyMatch(item -> errors.find(item.field()) != null);
    }

    /** Not scored, and placed before all who are. */
    public boolean isBeforeAll() {
        return form.isHonoured() && errors.isEmpty();
    }
}
