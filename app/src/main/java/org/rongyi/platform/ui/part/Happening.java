package org.rongyi.platform.ui.part;

import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.Tone;

/** One entry of a history: when, what, by whom, and why. */
public record Happening(
        String when, String what, String who, @Nullable String note, Tone tone) {}
