package org.rongyi.career.campaign;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 来源公布的时刻: how the line of a source begins, {@code 2026-12-20 21:30}, Beijing time. List and wishes are fixed before any source speaks, or whoever
 * hears it first could still choose; so it must not speak before wishes close, and nobody may say what it said, or that it stayed silent, before it spoke.
 */
public final class SourceTime {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Pattern LINE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2}) (\\d{2}:\\d{2}) +\\S.*");

    private SourceTime() {}

    /** When it speaks; none where the line does not say so, as in plans from before it was asked for. */
    public static Optional<Instant> of(String source) {
        var line = LINE.matcher(source);
        if (!line.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(line.group(1) + "T" + line.group(2))
                    .atZone(ZONE)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
