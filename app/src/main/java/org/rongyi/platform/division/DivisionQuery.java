package org.rongyi.platform.division;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Level;

/** A search as typed: part of a name, pinyin initials, or the beginning of a code; one level or all. */
record DivisionQuery(String text, @Nullable Level level, int limit) {

    private static final int EXACT = 1;
    private static final int BEGINNING = 2;
    private static final int INITIALS = 3;
    private static final int INSIDE = 4;
    private static final int NONE = 0;

    DivisionQuery {
        text = text.strip().toLowerCase(Locale.ROOT);
    }

    /** 1 is best; 0 does not fit. */
    int rank(DivisionTree.Entry entry) {
        if (text.isEmpty()) {
            return NONE;
        }
        char first = text.charAt(0);
        if (first >= '0' && first <= '9') {
            return codeRank(entry.division().code().toString());
        }
        var name = entry.division().name();
        if (name.equals(text)) {
            return EXACT;
        }
        if (name.startsWith(text)) {
            return BEGINNING;
        }
        if (entry.initials().startsWith(text)) {
            return INITIALS;
        }
        return name.contains(text) ? INSIDE : NONE;
    }

    private int codeRank(String code) {
        if (!code.startsWith(text)) {
            return NONE;
        }
        return code.chars().skip(text.length()).allMatch(c -> c == '0') ? EXACT : BEGINNING;
    }
}
