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
            insert into access.link (token_hash, account_id, granted_by, expires_at) values (:hash, :account, :grant, :expires)
            """;

    private static final String OPEN_OF_GRANT = """
            select expires_at from access.link
            where account_id = :account and granted_by = :grant and used_at is null and expires_at > :now
            for update
            """;

    private static final String WAS_GRANTED = """
            select exists (select from access.link where account_id = :account and granted_by = :grant)
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
        return issue(account, null, OffsetDateTime.now(clock).plus(VALID));
    }

    /**
     * The link of a grant; asked for once more, one in its place that ends when it would have. The caller holds the account.
     *
     * @param grant the act that allowed it
     * @return none once it was used, has run out, or made way for a later grant's
     */
    Optional<String> issue(UUID account, UUID grant) {
        Whose.account(jdbc, account);
        var now = OffsetDateTime.now(clock);
        var open = jdbc.sql(OPEN_OF_GRANT)
                .param("account", account)
                .param("grant", grant)
                .param("now", now)
                .query(OffsetDateTime.class)
                .optional();
        if (open.isEmpty() && wasGranted(account, grant)) {
            return Optional.empty();
        }
        return Optional.of(issue(account, grant, open.orElseGet(() -> now.plus(VALID))));
    }

    private boolean wasGranted(UUID account, UUID grant) {
        return jdbc.sql(WAS_GRANTED)
                .param("account", account)
                .param("grant", grant)
                .query(Boolean.class)
                .single();
    }

    private String issue(@Nullable UUID account, @Nullable UUID grant, OffsetDateTime expires) {
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
                .param("grant", grant)
                .param("expires", expires)
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
