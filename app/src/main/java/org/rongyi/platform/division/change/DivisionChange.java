package org.rongyi.platform.division.change;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;

/**
 * 区划变更 as an officer enters it. Since a code says where a unit stands, a unit that gets another parent gets another
 * code, and everything below it goes along with its last digits kept.
 */
public sealed interface DivisionChange {

    /** 更名. */
    record Rename(DivisionCode code, String name) implements DivisionChange {}

    /** 变更代码, the parent stays; with a new name where a town becomes a street (null: the name stays). */
    record Recode(
            DivisionCode code,
            DivisionCode newCode,
            @Nullable String newName) implements DivisionChange {}

    /** 改变隶属: the new code's first digits say under whom. */
    record Reparent(DivisionCode code, DivisionCode newCode) implements DivisionChange {}

    /** 设立. */
    record Add(DivisionCode code, String name) implements DivisionChange {}

    /** 撤销 of a unit with nothing below it; who takes over becomes a question. */
    record Remove(DivisionCode code) implements DivisionChange {}

    /** 合并 into a unit that exists. Everything directly below the merged units says where it goes. */
    record Merge(List<DivisionCode> codes, DivisionCode into, List<Move> below) implements DivisionChange {

        public Merge {
            codes = List.copyOf(codes);
            below = List.copyOf(below);
        }
    }

    /**
     * 拆分 into new units.
     *
     * @param main the part under which the records continue; null: the unit itself stays, and keeps them
     * @param below where units directly below go; all of them, unless the unit itself stays
     */
    record Split(
            DivisionCode code, List<Part> parts, @Nullable DivisionCode main, List<Move> below)
            implements DivisionChange {

        public Split {
            parts = List.copyOf(parts);
            below = List.copyOf(below);
        }
    }

    /** A new unit made by a split. */
    record Part(DivisionCode code, String name) {}

    /** A unit below that gets another code. */
    record Move(DivisionCode from, DivisionCode to) {}
}
