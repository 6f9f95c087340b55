package org.rongyi.career.placement.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.placement.allocation.Allocation;
import org.rongyi.career.placement.allocation.Allocation.Placement;
import org.rongyi.career.placement.allocation.Mechanism;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;

/**
 * 分配试算: a problem in JSON, and the answer to it.
 *
 * @param problem as it was handed in
 * @param allocation null before anything was computed
 */
public record AllocatePage(String problem, @Nullable Allocation allocation, FieldErrors errors) implements Page {

    static final int LARGEST = 1 << 20;

    private static final int SHOWN = 300;

    @Override
    public String title() {
        return "分配试算";
    }

    public int longest() {
        return LARGEST;
    }

    public Mechanism[] mechanisms() {
        return Mechanism.values();
    }

    public List<Fact> facts() {
        if (allocation == null) {
            return List.of();
        }
        long placed = allocation.placements().stream()
                .filter(one -> one.post() != null)
                .count();
        return List.of(
                Fact.of("办法", allocation.mechanism().zh()),
                Fact.of("人员", Words.number(allocation.placements().size()) + " 人"),
                Fact.of("岗位数", Words.number(allocation.seats()) + " 个"),
                Fact.of("已安排", Words.number(placed) + " 人"));
    }

    public List<Placement> shown() {
        return allocation == null
                ? List.of()
                : allocation.placements().stream().limit(SHOWN).toList();
    }

    /** How many are in the file only. */
    public int hidden() {
        return allocation == null ? 0 : Math.max(0, allocation.placements().size() - SHOWN);
    }
}
