package org.rongyi.platform.ui.web;

import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a request failed because there is no room for what it brought: the operating system says so in these words. */
final class FullDisk {

    /** 507 Insufficient Storage (RFC 4918). */
    static final int STATUS = 507;

    private static final Pattern WORDS =
            Pattern.compile("No space left on device|File too large|[Dd]isk quota exceeded");

    private static final int DEEPEST = 30;

    private FullDisk() {}

    static boolean isCauseOf(@Nullable Throwable thrown) {
        int depth = 0;
        for (var cause = thrown; cause != null && depth < DEEPEST; cause = cause.getCause()) {
            if (cause instanceof IOException
                    && cause.getMessage() != null
                    && WORDS.matcher(cause.getMessage()).find()) {
                return true;
            }
            depth++;
        }
        return false;
    }
}
