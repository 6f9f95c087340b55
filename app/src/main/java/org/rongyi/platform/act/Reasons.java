package org.rongyi.platform.act;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.rongyi.platform.act.Act.Command;

/** 理由: the free words of a command, wherever its records hold them. */
final class Reasons {

    private static final Set<String> NAMES =
            Set.of("reason", "words", "ground", "opinion", "text", "note", "purpose", "contact");
    private static final int DEEPEST = 3;

    private Reasons() {}

    static Stream<String> of(Command command) {
        return of(command, 0);
    }

    private static Stream<String> of(Object holder, int depth) {
        if (!(holder instanceof Record) || depth > DEEPEST) {
            return Stream.empty();
        }
        return Arrays.stream(holder.getClass().getRecordComponents()).flatMap(part -> {
            boolean words = part.getType() == String.class && NAMES.contains(part.getName());
            boolean holds = part.getType().isRecord();
            if (!words && !holds) {
                return Stream.empty();
            }
            var value = value(holder, part);
            return value instanceof String text
                    ? Stream.of(text)
                    : value == null ? Stream.empty() : of(value, depth + 1);
        });
    }

    private static @org.jspecify.annotations.Nullable Object value(Object holder, RecordComponent part) {
        var read = part.getAccessor();
        read.setAccessible(true); // commands of a room may be its own
        try {
            return read.invoke(holder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a command cannot be read: " + holder.getClass(), e);
        }
    }
}
