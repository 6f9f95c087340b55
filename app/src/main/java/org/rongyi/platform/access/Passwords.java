package org.rongyi.platform.access;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * 口令: what a password must be, and how it is kept (Argon2id). Length and classes: GB/T 22239-2019 8.1.4.1 a;
 * the numbers are [PROPOSED] 系统默认,待业务确认.
 */
@Component
class Passwords {

    static final int SHORTEST = 10;
    private static final int LONGEST = 64;
    private static final Set<String> COMMON = Set.of(
            "password", "passw0rd", "qwerty", "admin", "rongyi", "12345678", "abcdefg", "tuiyijunren", "iloveyou");

    private final PasswordEncoder encoder;
    private final FewAtOnce atOnce = new FewAtOnce();

    /** Compared with when the account does not exist, so that the answer takes as long. */
    private final String nobody;

    Passwords() {
        this(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8());
    }

    Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
        this.nobody = hash("a password nobody has");
    }

    String hash(String password) {
        return atOnce.reckon(() -> Objects.requireNonNull(encoder.encode(password), "only no password has no hash"));
    }

    boolean matches(String password, @org.jspecify.annotations.Nullable String hash) {
        boolean matches = atOnce.reckon(() -> encoder.matches(password, hash == null ? nobody : hash));
        return matches && hash != null;
    }

    /** Why a password cannot be taken, in the words its owner reads. */
    Optional<String> objection(String username, String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            return Optional.of("口令应为 " + SHORTEST + " 至 " + LONGEST + " 个字符");
        }
        if (classes(password) < 3) {
            return Optional.of("口令应含大写字母、小写字母、数字、符号中的至少三种");
        }
        var lower = password.toLowerCase(Locale.ROOT);
        if (lower.contains(username.toLowerCase(Locale.ROOT))) {
            return Optional.of("口令不能包含用户名");
        }
        if (COMMON.stream().anyMatch(lower::contains)) {
            return Optional.of("口令含有太常见的词，容易被猜到，请换一个");
        }
        return Optional.empty();
    }

    private static long classes(String password) {
        return java.util.stream.Stream.<java.util.function.IntPredicate>of(
                        Character::isUpperCase,
                        Character::isLowerCase,
                        Character::isDigit,
                        c -> !Character.isLetterOrDigit(c))
                .filter(kind -> password.chars().anyMatch(kind))
                .count();
    }
}
