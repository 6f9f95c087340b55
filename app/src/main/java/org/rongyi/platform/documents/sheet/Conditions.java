package org.rongyi.platform.documents.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.Words;

/** 筛选条件: the filter of a list in words, to stand above its rows on paper and in Excel. */
public final class Conditions {

    private final List<String> said = new ArrayList<>();

    /** One condition; without a value it was not set, and nothing is said. */
    public Conditions and(String label, @Nullable Object value) {
        var words = value instanceof LocalDate day ? Words.day(day) : value == null ? "" : value.toString();
        if (!words.isBlank()) {
            said.add(label + " " + words.strip());
        }
        return this;
    }

    /** One condition that says all by itself. */
    public Conditions when(boolean set, String words) {
        if (set) {
            said.add(words);
        }
        return this;
    }

    /** 筛选：从 2026年1月1日，方式 上门; nothing where all of the list is meant. */
    String words() {
        return said.isEmpty() ? "" : "筛选：" + String.join("，", said);
    }
}
