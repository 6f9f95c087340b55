package org.rongyi.platform.access;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 登录到一半: somebody whose password was right and whose code is awaited. It is no session and opens no door. */
@Component
class SignInSteps {

    /** [PROPOSED] 系统默认,待业务确认. */
    static final Duration VALID = Duration.ofMinutes(5);

    private static final String OPEN = """
            insert into access.sign_in_step (token_hash, account_id, level, expires_at)
            values (:hash, :account, :level, :expires)
            """;

    private static final String FIND = """
            select account_id, level from access.sign_in_step where token_hash = :hash and expires_at > :now
            """;

    private static final String CLOSE = "delete from access.sign_in_step where token_hash = :hash";
    private static final String CLOSE_ALL = "delete from access.sign_in_step where account_id = :account";

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInSteps(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whose code is awaited, and the 实名等级 of the session that then opens. */
    record Awaited(UUID accountId, int level) {}

    /** Answers the token for the browser. */
    String open(UUID account, int level) {
        Whose.account(jdbc, account);
        var token = Tokens.fresh();
        jdbc.sql(OPEN)
                .param("hash", Tokens.hash(token))
                .param("account", account)
                .param("level", level)
                .param("expires", OffsetDateTime.now(clock).plus(VALID))
                .update();
        return token;
    }

    Optional<Awaited> find(String token) {
        Whose.presented(jdbc, Tokens.hash(token));
        return jdbc.sql(FIND)
                .param("hash", Tokens.hash(token))
                .param("now", OffsetDateTime.now(clock))
                .query(Awaited.class)
                .optional();
    }

    void close(String token) {
        Whose.presented(jdbc, Tokens.hash(token));
        jdbc.sql(CLOSE).param("hash", Tokens.hash(token)).update();
    }

    /** Whoever is halfway in begins anew: the password or the phone is no longer the one it was. */
    void closeAll(UUID account) {
        Whose.account(jdbc, account);
        jdbc.sql(CLOSE_ALL).param("account", account).update();
    }
}
