package org.rongyi.platform.access;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.kernel.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts and their passwords. */
@Component
public class Accounts {

    private static final String COLUMNS = """
            select id, username, name, password_hash, must_change, person_id, failed_count,
                   access.is_locked(locked_at, locked_until, :now) as locked, held, disabled, level, kin
            from access.account
            """;

    private static final String BY_USERNAME = COLUMNS + "where username = :username";
    private static final String BY_ID = COLUMNS + "where id = :id";
    private static final String BY_ID_LOCKED = BY_ID + " for update";

    private static final String INSERT = """
            insert into access.account (id, username, name, password_hash, must_change, person_id, created_at)
            values (:id, :username, :name, :hash, :mustChange, :person, :at)
            """;

    private static final String SET_PASSWORD = """
            with past as (
                insert into access.past_password (account_id, hash, at)
                select id, password_hash, :at from access.account where id = :id and password_hash is not null
                returning account_id
            )
            update access.account
            set password_hash = :hash, must_change = :mustChange, failed_count = 0, locked_until = null, locked_at = null
            where id = :id
            returning exists (select from past) as changed
            """;

    private static final String PAST = """
            select hash from access.past_password where account_id = :id order by at desc limit 4
            """;

    private static final String FAILED = """
            update access.account
            set failed_count = failed_count + 1,
                locked_at = case when failed_count + 1 >= :limit then :now else locked_at end,
                locked_until = case when failed_count + 1 >= :limit then :lockedUntil else locked_until end
            where id = :id
            """;

    private static final String CLEARED = """
            update access.account set failed_count = 0, locked_until = null, locked_at = null
            where id = :id and failed_count > 0
            """;

    private static final String NOT_ENABLED = """
            select id, username from access.account where id = any(:ids::uuid[]) and password_hash is null and not disabled
            """;

    /** The index that keeps a veteran to one account. */
    static final String ONE_EACH = "account_person";

    private static final String OF_KIN = "update access.account set kin = true, level = :level where id = :id";
    private static final String OWN = "select id from access.account where person_id = :person";
    private static final String IDENTIFIED = "update access.account set level = :level where id = :id";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final ApplicationEventPublisher news;
    private final LockTerms terms;
    private final Clock clock;

    Accounts(JdbcClient jdbc, Passwords passwords, ApplicationEventPublisher news, LockTerms terms, Clock clock) {
        this.terms = terms;
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.news = news;
        this.clock = clock;
    }

    /**
     * An account to be opened.
     *
     * @param password none: the owner sets it through a one-time link
     * @param person the veteran whose own account it is; none for staff
     */
    public record NewAccount(
            String username,
            String name,
            @Nullable String password,
            boolean mustChange,
            @Nullable UUID person) {}

    /** Who is known under a user name. */
    public record Known(UUID id, String name) {}

    /** Staff only: the account of a veteran or of his family takes no post. */
    public Optional<Known> findKnown(String username) {
        return find(username)
                .filter(account -> account.personId() == null && !account.kin())
                .map(account -> new Known(account.id(), account.name()));
    }

    public boolean isTaken(String username) {
        return find(username).isPresent();
    }

    /** Letters first; what people can type on a phone and read out on the telephone. */
    public static boolean isUsername(String text) {
        return text.matches("[A-Za-z][A-Za-z0-9_.-]{2,31}");
    }

    /** Those of these accounts whose owner has set no password yet, with their user names. */
    public Map<UUID, String> notEnabled(Collection<UUID> ids) {
        var found = new HashMap<UUID, String>();
        jdbc.sql(NOT_ENABLED)
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query((ResultSet row) -> {
                    found.put(row.getObject("id", UUID.class), row.getString("username"));
                });
        return found;
    }

    /** Sets a password without the owner having to change it: for the personas of a demo. */
    public void enable(UUID account, String password) {
        setPassword(account, passwords.hash(password), false);
    }

    /** Somebody has looked at the owner's identity card or the like: his password is worth as much from now on. */
    public void identified(UUID account, Assurance assurance) {
        jdbc.sql(IDENTIFIED)
                .param("id", account)
                .param("level", assurance.level())
                .update();
    }

    /** Opens an account inside the caller's act; the unique user name is the caller's to lose. */
    public UUID open(NewAccount account) {
        var id = Ids.next();
        var hash = account.password() == null ? null : passwords.hash(account.password());
        add(id, account.username(), account.name(), hash, account.mustChange(), account.person());
        return id;
    }

    /** The veteran's own account. */
    public Optional<UUID> findOwn(UUID person) {
        return jdbc.sql(OWN).param("person", person).query(UUID.class).optional();
    }

    /** Opens a veteran's own account, without a password yet, under a user name that tells nothing of him. */
    UUID openOwn(UUID person, String name) {
        return open(new NewAccount(freeName(), name, null, false, person));
    }

    /** Opens the account of one of a veteran's family, whose identity card was seen. */
    UUID openKin(String name) {
        var id = open(new NewAccount(freeName(), name, null, false, null));
        jdbc.sql(OF_KIN)
                .param("id", id)
                .param("level", Assurance.COUNTER.level())
                .update();
        return id;
    }

    private String freeName() {
        String username;
        do {
            username = "lb%08d".formatted(RANDOM.nextInt(100_000_000));
        } while (isTaken(username));
        return username;
    }

    record Account(
            UUID id,
            String username,
            String name,
            @Nullable String passwordHash,
            boolean mustChange,
            @Nullable UUID personId,
            int failedCount,
            boolean locked,
            boolean held,
            boolean disabled,
            int level,
            boolean kin) {}

    Optional<Account> find(String username) {
        return jdbc.sql(BY_USERNAME)
                .param("username", username.strip().toLowerCase(Locale.ROOT))
                .param("now", OffsetDateTime.now(clock))
                .query(Account.class)
                .optional();
    }

    Account get(UUID id) {
        return jdbc.sql(BY_ID)
                .param("id", id)
                .param("now", OffsetDateTime.now(clock))
                .query(Account.class)
                .single();
    }

    void add(UUID id, String username, String name, @Nullable String hash, boolean mustChange, @Nullable UUID person) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("username", username.strip().toLowerCase(Locale.ROOT))
                .param("name", name)
                .param("hash", hash)
                .param("mustChange", mustChange)
                .param("person", person)
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    void setPassword(UUID id, String hash, boolean mustChange) {
        Whose.account(jdbc, id);
        var at = OffsetDateTime.now(clock);
        boolean changed = jdbc.sql(SET_PASSWORD)
                .param("id", id)
                .param("hash", hash)
                .param("mustChange", mustChange)
                .param("at", at)
                .query(Boolean.class)
                .single();
        if (changed) {
            news.publishEvent(new AccountNews.PasswordChanged(id, at));
        }
    }

    /** Hashes of the passwords used before the present one, newest first. */
    List<String> past(UUID id) {
        Whose.account(jdbc, id);
        return jdbc.sql(PAST).param("id", id).query(String.class).list();
    }

    void failed(UUID id) {
        var now = OffsetDateTime.now(clock);
        jdbc.sql(FAILED)
                .param("id", id)
                .param("limit", terms.failures())
                .param("now", now)
                .param("lockedUntil", now.plus(terms.lasts()))
                .update();
    }

    /** The account as it is now, and nobody else counts its failures before this transaction ends. */
    Account lock(UUID id) {
        return jdbc.sql(BY_ID_LOCKED)
                .param("id", id)
                .param("now", OffsetDateTime.now(clock))
                .query(Account.class)
                .single();
    }

    boolean isLockedNow(UUID id) {
        return lock(id).locked();
    }

    void succeeded(UUID id) {
        jdbc.sql(CLEARED).param("id", id).update();
    }
}
