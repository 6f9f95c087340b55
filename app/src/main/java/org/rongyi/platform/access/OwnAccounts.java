package org.rongyi.platform.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Assurance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 本人账号, as far as the room that keeps the files may know of it and open it. Who may is the caller's act to decide. */
@Component
public class OwnAccounts {

    private static final String FIND = """
            select id, username, password_hash is not null as enabled, held or disabled as shut, level
            from access.account where person_id = :person
            """;

    private static final String OF_FAMILY = """
            select id, username, password_hash is not null as enabled, held or disabled as shut, level
            from access.account where id = :id and kin
            """;

    private static final String LOCK = FIND + "for update";

    /** Whoever knew the old password knows nothing now; it is remembered, so that it is not taken again. */
    private static final String RENEW = """
            with past as (
                insert into access.past_password (account_id, hash, at)
                select id, password_hash, :at from access.account where id = :id and password_hash is not null
                returning account_id
            )
            update access.account
            set password_hash = null, level = :level, name = coalesce(:name::text, name), failed_count = 0, locked_until = null,
                locked_at = null
            where id = :id
            """;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final AccountControl control;
    private final Sessions sessions;
    private final SignInSteps steps;
    private final Clock clock;

    OwnAccounts(
            JdbcClient jdbc,
            Accounts accounts,
            AccountControl control,
            Sessions sessions,
            SignInSteps steps,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.control = control;
        this.sessions = sessions;
        this.steps = steps;
        this.clock = clock;
    }

    /**
     * A veteran's own account.
     *
     * @param enabled he has a password
     * @param shut locked by an administrator, or disabled
     * @param level the {@link Assurance} a sign-in by password has
     */
    public record Own(UUID id, String username, boolean enabled, boolean shut, int level) {}

    public Optional<Own> find(UUID person) {
        return jdbc.sql(FIND).param("person", person).query(Own.class).optional();
    }

    /** The same, and nobody else changes it before this transaction ends. */
    public Optional<Own> lock(UUID person) {
        return jdbc.sql(LOCK).param("person", person).query(Own.class).optional();
    }

    /**
     * Opens the account of somebody whose identity card was seen at the counter, or opens it anew: the old password and
     * every session end, and whoever holds the slip sets the next one.
     */
    public UUID openAtCounter(UUID person, String name, AccountControl.Ground ground) {
        var id = accounts.findOwn(person).orElseGet(() -> accounts.openOwn(person, name));
        renew(id, name, ground);
        return id;
    }

    /** The account of somebody of the family who has no file: opened at the counter, his identity card was seen. */
    public UUID openForFamily(String name, AccountControl.Ground ground) {
        var id = accounts.openKin(name);
        control.noted(id, AccountControl.Change.COUNTER, ground);
        return id;
    }

    /** The same for somebody of the family who is on the register himself: his own account, found or opened. */
    public UUID ownOf(UUID person, String name) {
        return accounts.findOwn(person).orElseGet(() -> accounts.openOwn(person, name));
    }

    /** The account of one of the family who has no file; empty for any other. */
    public Optional<Own> findFamily(UUID account) {
        return jdbc.sql(OF_FAMILY).param("id", account).query(Own.class).optional();
    }

    /** Opens it anew: the old password and every session end, and whoever holds the slip sets the next one. */
    public void renewForFamily(UUID account, AccountControl.Ground ground) {
        renew(account, null, ground);
    }

    private void renew(UUID id, @Nullable String name, AccountControl.Ground ground) {
        Whose.account(jdbc, id);
        jdbc.sql(RENEW)
                .param("id", id)
                .param("name", name)
                .param("level", Assurance.COUNTER.level())
                .param("at", OffsetDateTime.now(clock))
                .update();
        steps.closeAll(id);
        sessions.closeAll(id);
        control.noted(id, AccountControl.Change.COUNTER, ground);
    }
}
