package org.rongyi.platform.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 登录验证码: six digits, kept as a keyed hash, good for a few minutes, a few tries and one use, and only in the browser
 * that asked for them.
 */
@Component
class SmsCodes {

    static final String MINUTES = "access.sms.minutes";
    static final String TRIES = "access.sms.tries";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODES = 1_000_000;

    private static final String ADD = """
            insert into access.sms_code (token_hash, code_hash, number_key, person_id, expires_at)
            values (:token, :code, :number, :person, :expires)
            """;

    /** One try after the other: of a hundred at once each sees how many there were before it. */
    private static final String TRY = """
            update access.sms_code set tries = tries + 1
            where token_hash = :token and used_at is null and expires_at > :now
            returning code_hash, person_id, number_key, tries
            """;

    private static final String USE = "update access.sms_code set used_at = :now where token_hash = :token";

    private static final String NUMBER = "select number_key from access.sms_code where token_hash = :token";

    private static final String PROVEN = """
            select person_id from access.sms_code where token_hash = :token and used_at > :since
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Policy policy;
    private final Clock clock;

    SmsCodes(JdbcClient jdbc, Vault vault, Policy policy, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.policy = policy;
        this.clock = clock;
    }

    /** A code on its way: the browser keeps the token. */
    record Fresh(UUID id, String token, String code) {}

    sealed interface Answer {
        record Right(UUID person) implements Answer {}

        record Wrong() implements Answer {}

        /** Too late, too often wrong, or used: a new one has to be asked for. */
        record Over() implements Answer {}
    }

    private record Tried(String codeHash, @Nullable UUID personId, String numberKey, int tries) {}

    /** @param person whose it is; none when nobody's file has the number and the phone: then no answer is right */
    Fresh add(String citizenNumber, @Nullable UUID person) {
        var fresh = new Fresh(Ids.next(), Tokens.fresh(), "%06d".formatted(RANDOM.nextInt(CODES)));
        Whose.presented(jdbc, Tokens.hash(fresh.token()));
        jdbc.sql(ADD)
                .param("token", Tokens.hash(fresh.token()))
                .param("code", hash(fresh.token(), fresh.code()))
                .param("number", numberKey(citizenNumber))
                .param("person", person)
                .param("expires", now().plus(life()))
                .update();
        return fresh;
    }

    Answer tryOut(String token, String typed) {
        Whose.presented(jdbc, Tokens.hash(token));
        var found = jdbc.sql(TRY)
                .param("token", Tokens.hash(token))
                .param("now", now())
                .query(Tried.class)
                .optional();
        if (found.isEmpty() || found.get().tries() > policy.number(TRIES, today())) {
            return new Answer.Over();
        }
        boolean right = MessageDigest.isEqual(
                hash(token, typed).getBytes(StandardCharsets.US_ASCII),
                found.get().codeHash().getBytes(StandardCharsets.US_ASCII));
        var person = found.get().personId();
        if (!right || person == null) {
            return new Answer.Wrong();
        }
        jdbc.sql(USE).param("token", Tokens.hash(token)).param("now", now()).update();
        return new Answer.Right(person);
    }

    /** What wrong codes are counted under. */
    Optional<String> numberOf(String token) {
        Whose.presented(jdbc, Tokens.hash(token));
        return jdbc.sql(NUMBER)
                .param("token", Tokens.hash(token))
                .query(String.class)
                .optional();
    }

    /** Whose right code this browser has just given. */
    Optional<UUID> proven(String token) {
        Whose.presented(jdbc, Tokens.hash(token));
        return jdbc.sql(PROVEN)
                .param("token", Tokens.hash(token))
                .param("since", now().minus(life()))
                .query(UUID.class)
                .optional();
    }

    Duration life() {
        return Duration.ofMinutes(policy.number(MINUTES, today()));
    }

    String numberKey(String citizenNumber) {
        return vault.fingerprint("sms.number", citizenNumber.getBytes(StandardCharsets.UTF_8));
    }

    private String hash(String token, String code) {
        return vault.fingerprint("sms.code", (token + ":" + code).getBytes(StandardCharsets.UTF_8));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
