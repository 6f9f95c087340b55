package org.rongyi.career.placement.score;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rongyi.career.placement.score.ScoreItems.Item;
import org.rongyi.career.placement.score.ScoreItems.Part;

/**
 * 评分标准 of one kind of people.
 *
 * <p>Soldiers: 符合政府安排工作条件退役士兵服役表现量化评分办法 (2016, 2018; 2023 once its points are entered). Officers: examples of 考核评分 under
 * 粤军转组〔2015〕1号 and of a later table.
 */
public enum ScoreTable {
    SOLDIER("军士和义务兵", ScoreItems.ALL, ScoreItems.BASE, List.of(ScoreItems.HARD_LEAST)),
    OFFICER(
            "军官（示例）",
            OfficerItems.ALL,
            OfficerItems.BASE,
            List.of(OfficerItems.CHIEF_FURTHER, OfficerItems.CHIEF_BOUND));

    private final String zh;
    private final List<Item> items;
    private final List<String> base;
    private final List<String> more;

    ScoreTable(String zh, List<Item> items, List<String> base, List<String> more) {
        this.zh = zh;
        this.items = items;
        this.base = base;
        this.more = more;
    }

    public String zh() {
        return zh;
    }

    public List<Item> items() {
        return items;
    }

    public List<Item> of(Part part) {
        return items.stream().filter(item -> item.part() == part).toList();
    }

    /** Those with an item, in their order. */
    public List<Part> parts() {
        return Arrays.stream(Part.values()).filter(part -> !of(part).isEmpty()).toList();
    }

    public Optional<Item> find(String id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /** Parameters without which there is no table: how years count. */
    public List<String> base() {
        return base;
    }

    /** Every parameter of the table: how years count, then the items in their order. */
    public Set<String> parameters() {
        var ids = new LinkedHashSet<>(base);
        ids.addAll(more);
        items.forEach(item -> ids.add(item.id()));
        return Collections.unmodifiableSet(ids);
    }
}
