package org.rongyi.platform.act;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A command id came again with other content (409): the first result stands, and the person chooses what to do. */
public final class CommandReused extends RuntimeException {

    private final @Nullable UUID subject;

    CommandReused(@Nullable UUID subject) {
        super("这张表已经提交过，内容不同的第二次提交没有保存");
        this.subject = subject;
    }

    /** The record the first submission made. */
    public @Nullable UUID subject() {
        return subject;
    }
}
