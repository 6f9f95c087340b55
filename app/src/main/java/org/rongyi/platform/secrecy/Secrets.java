package org.rongyi.platform.secrecy;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.StoppedWords;
import org.springframework.stereotype.Component;

/**
 * 疑似国家秘密: what in a text looks like a designation, a code name, a position or a secrecy marking. Acts ask before they
 * write, and whoever writes may not override the answer; a leader above may release exactly that text (docs/decisions/0021).
 */
@Component
public class Secrets {

    private static final int MOST_NAMED = 3;

    private final List<SecretPattern> patterns;
    private final ReleasedWords released;
    private final Clock clock;

    Secrets(ReleasedWords released, Clock clock) {
        this.released = released;
        this.clock = clock;
        try (var in = Secrets.class.getResourceAsStream("/secrecy/patterns.yaml")) {
            if (in == null) {
                throw new IllegalStateException("secrecy/patterns.yaml is not in the program");
            }
            this.patterns = SecretPattern.read(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A field of a form and why it is not kept, in the words its writer reads. */
    public record Found(String field, String why) {}

    /** What looks secret in a field, by the patterns in force today. */
    public Optional<Found> look(String field, @Nullable String text) {
        return objection(text, LocalDate.now(clock))
                .filter(why -> text == null || !released.isReleased(text))
                .map(why -> new Found(field, why));
    }

    /** The same where a record is corrected: what stands in it word for word came in before and does not come in again. */
    public Optional<Found> look(String field, String before, @Nullable String text) {
        return text != null && lines(text).equals(lines(before)) ? Optional.empty() : look(field, text);
    }

    /** Lines end as browsers send them or as acts keep them: the same text. */
    private static String lines(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    Optional<String> objection(@Nullable String text, LocalDate on) {
        var plain = plain(text == null ? "" : text);
        Map<SecretPattern, List<String>> found = new LinkedHashMap<>();
        for (var pattern : patterns) {
            var words = pattern.isInForce(on) ? words(pattern, plain) : List.<String>of();
            if (!words.isEmpty()) {
                found.put(pattern, words);
            }
        }
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.entrySet().stream()
                        .map(one -> say(one.getKey(), one.getValue()))
                        .collect(Collectors.joining()));
    }

    private static List<String> words(SecretPattern pattern, String plain) {
        return pattern.ways().stream()
                .flatMap(way -> way.matcher(plain).results())
                .map(match -> match.group().strip())
                .distinct()
                .limit(MOST_NAMED)
                .toList();
    }

    private static String say(SecretPattern pattern, List<String> words) {
        var named = words.stream().map(word -> "“" + word + "”").collect(Collectors.joining("、"));
        return StoppedWords.say(named + "像是" + pattern.zh(), pattern.advice() + "。");
    }

    /** Digits and letters of full width as others, and without what nobody sees. */
    private static String plain(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .map(c -> c >= 0xFF10 && c <= 0xFF19 || c >= 0xFF21 && c <= 0xFF3A || c >= 0xFF41 && c <= 0xFF5A
                        ? c - 0xFEE0
                        : c == 0x3000 || c == 0x00A0 ? ' ' : c)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
