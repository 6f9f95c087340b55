package org.rongyi.career.placement.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.placement.score.Score;
import org.rongyi.career.placement.score.ScoreItems;
import org.rongyi.career.placement.score.ScoreItems.Item;
import org.rongyi.career.placement.score.ScoreItems.Part;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;

/**
 * 量化评分试算.
 *
 * @param names of the items, by id
 * @param score null before anything was reckoned, and for who is not scored
 */
public record ScorePage(
        ScoreForm form, Map<String, String> names, @Nullable Score score, FieldErrors errors) implements Page {

    @Override
    public String title() {
        return "量化评分试算";
    }

    /** The parts that are numbers, each folded until something is in it. */
    public List<Part> parts() {
        return Arrays.stream(Part.values())
                .filter(part -> part != Part.DISABILITY && part != Part.STATUS)
                .toList();
    }

    public List<Item> items(Part part) {
        return ScoreItems.of(part);
    }

    public String name(Item item) {
        return names.getOrDefault(item.id(), item.field());
    }

    public List<Option> disabilities() {
        return ScoreItems.of(Part.DISABILITY).stream()
                .map(item -> Option.of(item.field(), name(item)))
                .toList();
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
