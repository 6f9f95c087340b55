package org.rongyi.platform.removal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.removal.Removal;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Tone;

/**
 * 清除泄密内容的清单.
 *
 * @param proposes the reader is one who proposes
 * @param next where the next page begins; none on the last
 */
public record RemovalsPage(
        List<Removal> removals, boolean proposes, @Nullable String next) implements Page {

    @Override
    public String title() {
        return "清除泄密内容";
    }

    public static Tone tone(Removal.State state) {
        return switch (state) {
            case PROPOSED -> Tone.WARNING;
            case CONFIRMED -> Tone.SUCCESS;
            case REFUSED, WITHDRAWN -> Tone.NEUTRAL;
        };
    }
}
