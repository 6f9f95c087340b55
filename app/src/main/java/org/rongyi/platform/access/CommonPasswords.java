package org.rongyi.platform.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 常用口令: the most common ones of those that were leaked anywhere, as {@code access/common-passwords.txt} has them with its licence
 * (OWASP ASVS 4.0.3, 2.1.7). Digits and signs around such a word make no other word of it, nor do signs in the place of letters.
 */
final class CommonPasswords {

    private static final String LIST = "/access/common-passwords.txt";

    /** Wherever they stand: what is guessed first in this country and at this office. */
    private static final Set<String> ANYWHERE = Set.of(
            "password",
            "passw0rd",
            "qwerty",
            "admin",
            "rongyi",
            "12345678",
            "abcdefg",
            "tuiyijunren",
            "iloveyou",
            "woaini");

    private static final int SHORTEST_WORD = 4;

    private final Set<String> list;

    private CommonPasswords(Set<String> list) {
        this.list = list;
    }

    static CommonPasswords shipped() {
        try (var in = CommonPasswords.class.getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IllegalStateException(LIST + " is not in the program");
            }
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines();
            return new CommonPasswords(lines.filter(line -> !line.startsWith("# ") && !line.isBlank())
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param lower in small letters */
    boolean isGuessed(String lower) {
        return ANYWHERE.stream().anyMatch(lower::contains)
                || list.contains(lower)
                || Stream.of(bare(lower), bare(signsRead(lower)))
                        .anyMatch(word -> isWord(word) || isWord(digitsRead(word)));
    }

    private boolean isWord(String bare) {
        return bare.length() >= SHORTEST_WORD && list.contains(bare);
    }

    /** Without the digits and signs around it. */
    private static String bare(String text) {
        return text.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    }

    /** p@$sword as it is meant. */
    private static String signsRead(String text) {
        return text.replace('@', 'a').replace('$', 's').replace('!', 'i');
    }

    /** And dr4g0n. */
    private static String digitsRead(String text) {
        return text.replace('4', 'a')
                .replace('3', 'e')
                .replace('1', 'l')
                .replace('0', 'o')
                .replace('5', 's')
                .replace('7', 't');
    }
}
