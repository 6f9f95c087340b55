package org.rongyi.platform.audit;

import java.util.ArrayList;
import java.util.List;

/** What a check found: the first ones in words, all of them in number. */
final class Findings {

    private static final int SHOWN = 20;

    private final List<String> first = new ArrayList<>();
    private long count;

    void add(String place, String what) {
        count++;
        if (first.size() < SHOWN) {
            first.add(place + "：" + what);
        }
    }

    long count() {
        return count;
    }

    List<String> first() {
        return List.copyOf(first);
    }
}
