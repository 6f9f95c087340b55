package org.rongyi.platform.division.change;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.division.ChangeKind;

/** 变更: one line of the dated history; a side is missing where the unit was not there. */
record HistoryLine(
        LocalDate on,
        ChangeKind kind,
        @Nullable Unit before,
        @Nullable Unit after,
        String source) {

    /** 变更代码：松口镇（441403130000） → 松口镇（441403100000）. */
    String inWords() {
        return Stream.of(before, after)
                .filter(Objects::nonNull)
                .map(unit -> unit.name() + "（" + unit.code() + "）")
                .collect(Collectors.joining(" → ", kind.zh() + "：", ""));
    }
}
