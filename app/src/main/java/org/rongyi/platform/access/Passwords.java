package org.rongyi.platform.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.rongyi.platform.policy.Policy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * 口令: what a password must be, and how it is kept (Argon2id). Classes: GB/T 22239-2019 8.1.4.1 a; the length is a parameter, ASVS 2.1.1;
 * none that everybody guesses first, 2.1.7.
 */
class Passwords {

    /** The one the program uses. */
    @Configuration(proxyBeanMethods = false)
    static class Beans {

        @Bean
        Passwords passwords(Policy policy, Clock clock) {
            return new Passwords(shipped(), policy, clock);
        }
    }

    static final String SHORTEST = "access.password.shortest";
    private static final int LONGEST = 64;

    private final PasswordEncoder encoder;
    private final FewAtOnce atOnce = new FewAtOnce();
    private final CommonPasswords common = CommonPasswords.shipped();
    private final Policy policy;
    private final Clock clock;

    /** Compared with when the account does not exist, so that the answer takes as long. */
    private final String nobody;

    Passwords(PasswordEncoder encoder, Policy policy, Clock clock) {
        this.encoder = encoder;
        this.policy = policy;
        this.clock = clock;
        this.nobody = hash("a password nobody has");
    }

    /** As dear for who guesses as it is for who signs in: 16 MiB, two passes. */
    static PasswordEncoder shipped() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
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
        if (password.length() < shortest() || password.length() > LONGEST) {
            return Optional.of("口令应为 " + shortest() + " 至 " + LONGEST + " 个字符");
        }
        if (classes(password) < 3) {
            return Optional.of("口令应含大写字母、小写字母、数字、符号中的至少三种");
        }
        var lower = password.toLowerCase(Locale.ROOT);
        if (lower.contains(username.toLowerCase(Locale.ROOT))) {
            return Optional.of("口令不能包含用户名");
        }
        if (common.isGuessed(lower)) {
            return Optional.of("口令含有太常见的词，或者是泄露过的常用口令，容易被猜到，请换一个");
        }
        return Optional.empty();
    }

    /** What a new one must be, beside the field. */
    String inWords() {
        var mark = policy.isProposed(today(), SHORTEST) ? "（长度为系统默认，待业务确认）" : "";
        return shortest() + " 至 " + LONGEST + " 个字符，含大写字母、小写字母、数字、符号中的至少三种" + mark;
    }

    private int shortest() {
        return policy.number(SHORTEST, today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
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
