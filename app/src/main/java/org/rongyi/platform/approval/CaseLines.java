package org.rongyi.platform.approval;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked for, line by line, in the order it is read. */
public final class CaseLines {

    private final List<CaseService.Line> lines = new ArrayList<>();

    public CaseLines add(String label, String text) {
        lines.add(new CaseService.Line(label, null, text));
        return this;
    }

    /** Nothing where nothing is told. */
    public CaseLines addIf(boolean told, String label, String text) {
        return told ? add(label, text) : this;
    }

    /** What is to stand in the place of what. */
    public CaseLines change(String label, @Nullable String before, String after) {
        lines.add(new CaseService.Line(label, before, after));
        return this;
    }

    public List<CaseService.Line> toList() {
        return List.copyOf(lines);
    }
}
