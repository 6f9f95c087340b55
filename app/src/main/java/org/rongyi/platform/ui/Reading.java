package org.rongyi.platform.ui;

/** 谁在看: what the parts of a form need to know of the reader of the page that is being written. */
public final class Reading {

    private static final ScopedValue<Boolean> AT_A_POST = ScopedValue.newInstance();

    private Reading() {}

    /** Whether he is at a post: who is not cannot ask a superior, and is not offered to. */
    public static boolean isAtAPost() {
        return AT_A_POST.orElse(false);
    }

    static void with(Frame frame, Runnable writing) {
        var user = frame.user();
        ScopedValue.where(AT_A_POST, user != null && user.post() != null).run(writing);
    }
}
