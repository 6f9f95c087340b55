package org.rongyi.platform.ui.home;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 首页一栏.
 *
 * @param order smaller stands higher: what must be done today first, then the figures, then the rest
 * @param note one sentence under the title; none when the numbers speak for themselves
 * @param doors where to go on from here
 */
public record HomeSection(int order, String title, @Nullable String note, List<HomeBlock> blocks, List<Door> doors) {

    /** A link to the whole of it, or to what is done next. */
    public record Door(String label, String path) {}

    public HomeSection {
        blocks = List.copyOf(blocks);
        doors = List.copyOf(doors);
    }
}
