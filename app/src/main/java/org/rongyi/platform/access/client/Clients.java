package org.rongyi.platform.access.client;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.ClientScope;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Scope;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Other systems: who they are, what they may, and the key they sign with, which is kept sealed. */
@Component
class Clients {

    static final SealedField SECRET = new SealedField("access.client", "secret_sealed");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;

    private static final String COLUMNS = """
            id, key_id, name, purpose, territory, grants, per_minute, per_day, secret_sealed, key_at, state,
                   proposed_by, proposed_name, proposed_at, decided_name, decided_at, revoked_name, revoked_at, revoked_for,
                   used_at
            from access.client
            """;

    /** Whom to call there is for those who answer for the clients; nobody else is told, and no request asks. */
    private static final String SELECT = "select coalesce(access.contact_of(id), '') as contact, " + COLUMNS;

    private static final String LIST = SELECT + "order by (state = 'REVOKED'), proposed_at desc, id desc limit 500";
    private static final String FIND = SELECT + "where id = :id";
    private static final String LOCK = FIND + " for update";
    private static final String BY_KEY = "select '' as contact, " + COLUMNS
            + "where key_id = :key and state = 'IN_USE' and secret_sealed is not null";

    private static final String INSERT = """
            insert into access.client (id, key_id, name, contact, purpose, territory, grants, per_minute, per_day, state,
                                       proposed_by, proposed_name, proposed_at)
            values (:id, :key, :name, :contact, :purpose, :territory, :grants, :minute, :day, 'WAITING',
                    :by, :byName, :at)
            """;

    private static final String APPROVE = """
            update access.client set state = 'IN_USE', decided_name = :name, decided_at = :at where id = :id
            """;

    private static final String REVOKE = """
            update access.client
            set state = 'REVOKED', secret_sealed = null, revoked_name = :name, revoked_at = :at, revoked_for = :reason
            where id = :id
            """;

    private static final String SET_KEY =
            "update access.client set secret_sealed = :secret, key_at = :at, key_due = null "
                    + "where id = :id and state = 'IN_USE' and key_due = :grant";

    private static final String KEY_DUE = "update access.client set key_due = :grant where id = :id";

    private static final String USED = """
            update access.client set used_at = :at where id = :id and (used_at is null or used_at < :before)
            """;

    private static final String NONCE = """
            insert into access.client_nonce (client_id, nonce, at) values (:id, :nonce, :at) on conflict do nothing
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Clients(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** How it stands with it. */
    enum State {
        WAITING("待批准"),
        IN_USE("在用"),
        REVOKED("已停用");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        String zh() {
            return zh;
        }
    }

    /** What was agreed on: where, which doors, how often. */
    record Terms(DivisionCode territory, Set<ClientScope> grants, int perMinute, int perDay) {}

    /** Somebody did something with it. */
    record Mark(String by, OffsetDateTime at, String reason) {}

    /**
     * Another system.
     *
     * @param hasKey one was given out
     * @param usedAt when it last came, to the minute
     */
    record Client(
            UUID id,
            String keyId,
            String name,
            String contact,
            String purpose,
            Terms terms,
            State state,
            boolean hasKey,
            @Nullable OffsetDateTime keyAt,
            UUID proposedBy,
            Mark proposed,
            @Nullable Mark approved,
            @Nullable Mark revoked,
            @Nullable OffsetDateTime usedAt) {

        Actor.Client actor() {
            return new Actor.Client(id, name, Scope.of(terms.territory()), terms.grants());
        }
    }

    /** With the key opened, for the length of one comparison. */
    record Keyed(Client client, byte[] secret) {}

    List<Client> list() {
        return jdbc.sql(LIST).query((row, n) -> client(row)).list();
    }

    Optional<Client> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> client(row)).optional();
    }

    /** The same, and nobody else changes it before this transaction ends. */
    Optional<Client> lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query((row, n) -> client(row)).optional();
    }

    Optional<Keyed> findByKey(String keyId) {
        return jdbc.sql(BY_KEY)
                .param("key", keyId)
                .query((row, n) -> {
                    var client = client(row);
                    var secret = vault.open(row.getBytes("secret_sealed"), SECRET.aad(client.id()));
                    return new Keyed(client, secret);
                })
                .optional();
    }

    /** @return the new client's id, which is its command's */
    void add(UUID id, String name, String contact, String purpose, Terms terms, Actor.Office by) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("key", "rk-" + Ids.next())
                .param("name", name)
                .param("contact", contact)
                .param("purpose", purpose)
                .param("territory", terms.territory().value())
                .param(
                        "grants",
                        terms.grants().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("minute", terms.perMinute())
                .param("day", terms.perDay())
                .param("by", by.account())
                .param("byName", by.signed())
                .param("at", now())
                .update();
    }

    void approve(UUID id, Actor.Office by) {
        jdbc.sql(APPROVE)
                .param("id", id)
                .param("name", by.signed())
                .param("at", now())
                .update();
    }

    /** From the next request on; the key is gone. */
    void revoke(UUID id, String reason, Actor.Office by) {
        jdbc.sql(REVOKE)
                .param("id", id)
                .param("name", by.signed())
                .param("reason", reason)
                .param("at", now())
                .update();
    }

    /** One key may be made by this act, and none any more by those before it. */
    void allowKey(UUID id, UUID grant) {
        jdbc.sql(KEY_DUE).param("id", id).param("grant", grant).update();
    }

    /**
     * A new key, shown this once; the one before it is over. Unpadded Base64 of 32 bytes, by whose characters is signed.
     *
     * @param grant the act that allowed it ({@link #allowKey}): it gives one key
     * @return none where the act has given its key already, or a later one was allowed
     */
    Optional<String> newKey(UUID id, UUID grant) {
        var bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        var key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        int set = jdbc.sql(SET_KEY)
                .param("id", id)
                .param("grant", grant)
                .param("secret", vault.seal(key.getBytes(java.nio.charset.StandardCharsets.US_ASCII), SECRET.aad(id)))
                .param("at", now())
                .update();
        return set == 0 ? Optional.empty() : Optional.of(key);
    }

    /** False when it was used before: the same request sent a second time. */
    boolean isFresh(UUID client, String nonce) {
        return jdbc.sql(NONCE)
                        .param("id", client)
                        .param("nonce", nonce)
                        .param("at", now())
                        .update()
                == 1;
    }

    void used(UUID id) {
        jdbc.sql(USED)
                .param("id", id)
                .param("at", now())
                .param("before", now().minus(Duration.ofMinutes(1)))
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static Client client(ResultSet row) throws SQLException {
        var grants = EnumSet.noneOf(ClientScope.class);
        Arrays.stream((String[]) row.getArray("grants").getArray())
                .map(ClientScope::valueOf)
                .forEach(grants::add);
        return new Client(
                row.getObject("id", UUID.class),
                row.getString("key_id"),
                row.getString("name"),
                row.getString("contact"),
                row.getString("purpose"),
                new Terms(
                        new DivisionCode(row.getLong("territory")),
                        Set.copyOf(grants),
                        row.getInt("per_minute"),
                        row.getInt("per_day")),
                State.valueOf(row.getString("state")),
                row.getBytes("secret_sealed") != null,
                row.getObject("key_at", OffsetDateTime.class),
                row.getObject("proposed_by", UUID.class),
                new Mark(row.getString("proposed_name"), row.getObject("proposed_at", OffsetDateTime.class), ""),
                mark(row, "decided", ""),
                mark(row, "revoked", row.getString("revoked_for")),
                row.getObject("used_at", OffsetDateTime.class));
    }

    private static @Nullable Mark mark(ResultSet row, String what, @Nullable String reason) throws SQLException {
        var at = row.getObject(what + "_at", OffsetDateTime.class);
        return at == null ? null : new Mark(row.getString(what + "_name"), at, reason == null ? "" : reason);
    }
}
