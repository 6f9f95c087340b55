package org.rongyi.platform.ui;

import java.util.Optional;
import java.util.function.Supplier;

/** 谁在看: what the parts of a form need to know of the reader of the page that is being written. */
public final class Reading {

    private static final ScopedValue<Boolean> AT_A_POST = ScopedValue.newInstance();
    private static final ScopedValue<Supplier<Optional<String>>> STATION = ScopedValue.newInstance();

    private Reading() {}

    /** Whether he is at a post: who is not cannot ask a superior, and is not offered to. */
    public static boolean isAtAPost() {
        return AT_A_POST.orElse(false);
    }

    /** Whom he asks who is at no post: his station and its phone; none where nobody is signed in. Looked up where it is shown. */
    public static Optional<String> station() {
        return STATION.isBound() ? STATION.get().get() : Optional.empty();
    }

    static void with(Frame frame, Supplier<Optional<String>> station, Runnable writing) {
        var user = frame.user();
        // 亲属代办 stands where a post does, and has no unit
        ScopedValue.where(AT_A_POST, user != null && user.unit() != null)
                .where(STATION, station)
                .run(writing);
    }
}
