package org.rongyi.platform.access;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.access.oidc.OidcProvider;
import org.rongyi.platform.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 统一身份认证的绑定: which account a provider's user is, and who is on his way to the provider. */
@Component
public class Identities {

    /** [PROPOSED] 系统默认,待业务确认. */
    static final Duration VALID = Duration.ofMinutes(10);

    private static final String FIND = """
            select i.account_id, i.subject, i.level, i.linked_at, i.used_at, i.waiting, i.proposed_by
            from access.identity i
            where i.account_id = :account and i.issuer = :issuer
            """;

    private static final String USE = """
            update access.identity set used_at = :at, level = :level
            where issuer = :issuer and subject = :subject and not waiting
            returning account_id
            """;

    private static final String LINK = """
            insert into access.identity (id, issuer, subject, account_id, level, linked_at, waiting, proposed_by)
            values (:id, :issuer, :subject, :account, :level, :at, :waiting, :by)
            on conflict do nothing
            """;

    private static final String CONFIRM = """
            update access.identity set waiting = false where account_id = :account and issuer = :issuer and waiting
            """;

    private static final String UNLINK = "delete from access.identity where account_id = :account and issuer = :issuer";

    private static final String GO = """
            insert into access.identity_step (token_hash, state_hash, nonce, verifier, next_path, account_id, expires_at)
            values (:token, :state, :nonce, :verifier, :next, :account, :expires)
            """;

    /** Whatever comes of it, the same answer is not taken twice. */
    private static final String COME_BACK = """
            delete from access.identity_step where token_hash = :token
            returning state_hash, nonce, verifier, next_path, account_id, expires_at
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Identities(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * An account's user at the provider.
     *
     * @param subject what the provider calls him
     * @param level 实名等级, as the provider said last; none when it said nothing agreed on
     * @param waiting written down by an administrator, and not confirmed by another yet: it opens nothing
     * @param proposedBy the administrator who wrote it down; none when its owner linked it
     */
    public record Linked(
            UUID accountId,
            String subject,
            @Nullable Integer level,
            OffsetDateTime linkedAt,
            @Nullable OffsetDateTime usedAt,
            boolean waiting,
            @Nullable UUID proposedBy) {

        /** 由管理员登记、确认 or 由本人绑定. */
        public String inWords() {
            return proposedBy == null ? "由本人绑定" : waiting ? "由管理员登记，还没有确认" : "由管理员登记、确认";
        }
    }

    /**
     * Somebody on his way.
     *
     * @param accountId for whom he links; none when he signs in
     */
    record Step(
            String stateHash,
            String nonce,
            String verifier,
            String nextPath,
            @Nullable UUID accountId,
            OffsetDateTime expiresAt) {

        OidcProvider.Challenge challenge(String state) {
            return new OidcProvider.Challenge(state, nonce, verifier);
        }
    }

    Optional<Linked> find(UUID account, String issuer) {
        Whose.account(jdbc, account);
        return jdbc.sql(FIND)
                .param("account", account)
                .param("issuer", issuer)
                .query(Linked.class)
                .optional();
    }

    /** Whose the identity is; it is noted that it was used. */
    Optional<UUID> use(OidcProvider.Identity identity) {
        Whose.presented(jdbc, identity.subject());
        return jdbc.sql(USE)
                .param("at", OffsetDateTime.now(clock))
                .param("level", identity.level())
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .query(UUID.class)
                .optional();
    }

    /** False when the identity is another account's, or the account has another identity there. */
    boolean link(UUID account, OidcProvider.Identity identity) {
        return insert(account, identity, null);
    }

    /** The same, written down by an administrator: it waits for another to confirm it. */
    boolean assign(UUID account, String issuer, String subject, UUID by) {
        return insert(account, new OidcProvider.Identity(issuer, subject, null), by);
    }

    private boolean insert(UUID account, OidcProvider.Identity identity, @Nullable UUID by) {
        Whose.account(jdbc, account);
        return jdbc.sql(LINK)
                        .param("id", Ids.next())
                        .param("issuer", identity.issuer())
                        .param("subject", identity.subject())
                        .param("account", account)
                        .param("level", identity.level())
                        .param("at", OffsetDateTime.now(clock))
                        .param("waiting", by != null)
                        .param("by", by)
                        .update()
                == 1;
    }

    /** False when nothing waits. */
    boolean confirm(UUID account, String issuer) {
        Whose.account(jdbc, account);
        return jdbc.sql(CONFIRM)
                        .param("account", account)
                        .param("issuer", issuer)
                        .update()
                == 1;
    }

    boolean unlink(UUID account, String issuer) {
        Whose.account(jdbc, account);
        return jdbc.sql(UNLINK)
                        .param("account", account)
                        .param("issuer", issuer)
                        .update()
                == 1;
    }

    void go(String token, OidcProvider.Challenge challenge, String next, @Nullable UUID account) {
        Whose.presented(jdbc, Tokens.hash(token));
        jdbc.sql(GO)
                .param("token", Tokens.hash(token))
                .param("state", Tokens.hash(challenge.state()))
                .param("nonce", challenge.nonce())
                .param("verifier", challenge.verifier())
                .param("next", next)
                .param("account", account)
                .param("expires", OffsetDateTime.now(clock).plus(VALID))
                .update();
    }

    /** Only for the browser that went, with the state it was given, in time, and once. */
    Optional<Step> comeBack(String token, String state) {
        Whose.presented(jdbc, Tokens.hash(token));
        return jdbc.sql(COME_BACK)
                .param("token", Tokens.hash(token))
                .query(Step.class)
                .optional()
                .filter(step -> step.stateHash().equals(Tokens.hash(state)))
                .filter(step -> step.expiresAt().toInstant().isAfter(clock.instant()));
    }
}
