package org.rongyi.platform.access;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One-time links: they open one account once, to set its password; the very first one makes the first administrators. */
@Component
class Links {

    /** [PROPOSED] 系统默认,待业务确认. */
    static final Duration VALID = Duration.ofHours(72);

    private static final String INSERT = """
            insert into access.link (token_hash, account_id, expires_at) values (:hash, :account, :expires)
            """;

    /** Whoever got an earlier one could still set the password with it. */
    private static final String END_EARLIER = """
            update access.link set expires_at = :now
            where account_id = :account and used_at is null and expires_at > :now
            """;

    private static final String FIND = """
            select account_id from access.link where token_hash = :hash and used_at is null and expires_at > :now
            """;

    private static final String USE = """
            update access.link set used_at = :now where token_hash = :hash and used_at is null and expires_at > :now
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Links(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a valid link opens: an account, or the making of the first administrators. */
    record Opening(@Nullable UUID account) {}

    /** The newest link of an account is its only one. */
    String issue(@Nullable UUID account) {
        var token = Tokens.fresh();
        Whose.presented(jdbc, Tokens.hash(token));
        if (account != null) {
            Whose.account(jdbc, account);
            jdbc.sql(END_EARLIER)
                    .param("account", account)
                    .param("now", OffsetDateTime.now(clock))
                    .update();
        }
        jdbc.sql(INSERT)
                .param("hash", Tokens.hash(token))
                .param("account", account)
                .param("expires", OffsetDateTime.now(clock).plus(VALID))
                .update();
        return token;
    }

    Optional<Opening> find(String token) {
        Whose.presented(jdbc, Tokens.hash(token));
        return jdbc.sql(FIND)
                .param("hash", Tokens.hash(token))
                .param("now", OffsetDateTime.now(clock))
                .query((row, number) -> new Opening(row.getObject("account_id", UUID.class)))
                .optional();
    }

    boolean use(String token) {
        Whose.presented(jdbc, Tokens.hash(token));
        return jdbc.sql(USE)
                        .param("hash", Tokens.hash(token))
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }
}
