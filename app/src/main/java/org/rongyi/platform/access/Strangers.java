package org.rongyi.platform.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 不存在的用户名: counted and locked as accounts are ({@link Accounts#failed}), so that nobody learns from a lock which
 * names there are.
 */
@Component
class Strangers {

    private static final String LOCKED = """
            select exists (select from access.stranger where name = :name
                           and access.is_locked(locked_at, locked_until, :now)) as locked
            """;

    private static final String FAILED = """
            insert into access.stranger as s (name, failed_count, at) values (:name, 1, :now)
            on conflict (name) do update
            set failed_count = s.failed_count + 1,
                locked_at = case when s.failed_count + 1 >= :limit then excluded.at else s.locked_at end,
                locked_until = case when s.failed_count + 1 >= :limit then :lockedUntil else s.locked_until end,
                at = excluded.at
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final LockTerms terms;
    private final Clock clock;

    Strangers(JdbcClient jdbc, Vault vault, LockTerms terms, Clock clock) {
        this.terms = terms;
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    boolean isLocked(String username) {
        return jdbc.sql(LOCKED)
                .param("name", key(username))
                .param("now", OffsetDateTime.now(clock))
                .query(Boolean.class)
                .single();
    }

    void failed(String username) {
        var now = OffsetDateTime.now(clock);
        jdbc.sql(FAILED)
                .param("name", key(username))
                .param("now", now)
                .param("limit", terms.failures())
                .param("lockedUntil", now.plus(terms.lasts()))
                .update();
    }

    private String key(String username) {
        var name = username.strip().toLowerCase(Locale.ROOT);
        return vault.fingerprint("stranger", name.getBytes(StandardCharsets.UTF_8));
    }
}
