package org.rongyi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

@DisplayName("口令怎么留存：Argon2id，猜一次要花的内存和时间是装出去的那么多")
class PasswordsTest {

    private static final Pattern SHIPPED = Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$.+\\$.+");

    private final PasswordEncoder passwords = Passwords.shipped();

    @Test
    @DisplayName("同一个口令两次留存不一样，都对得上；别的口令对不上")
    void aHashIsOfOnePasswordAndSalted() {
        var first = passwords.encode("Qi-Bu-2026-tian");
        var second = passwords.encode("Qi-Bu-2026-tian");
        assertThat(first).isNotEqualTo(second);
        assertThat(passwords.matches("Qi-Bu-2026-tian", first)).isTrue();
        assertThat(passwords.matches("Qi-Bu-2026-tian", second)).isTrue();
        assertThat(passwords.matches("Qi-Bu-2026-Tian", first)).isFalse();
    }

    @Test
    @DisplayName("至少 16 MiB、两遍")
    void guessingIsDear() {
        var shipped = SHIPPED.matcher(passwords.encode("Qi-Bu-2026-tian"));
        assertThat(shipped.matches()).isTrue();
        var cost = Arrays.asList(shipped.group(1), shipped.group(2));
        assertThat(cost)
                .extracting(Integer::parseInt)
                .satisfiesExactly(
                        kib -> assertThat(kib).isGreaterThanOrEqualTo(16 * 1024),
                        passes -> assertThat(passes).isGreaterThanOrEqualTo(2));
    }
}
