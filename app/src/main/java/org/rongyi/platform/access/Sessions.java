package org.rongyi.platform.access;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sessions in the database: several programs share them, each can be listed and revoked at once. */
@Component
public class Sessions {

    /** Clocks of several machines may differ by less; what was seen later than that was seen by a clock that was wrong, and ends. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private static final Duration SEEN_STEP = Duration.ofMinutes(1);
    private static final int AGENT_LENGTH = 200;

    private static final String INSERT = """
            with seen as (update access.account set seen_at = :at where id = :account)
            insert into access.session (id, token_hash, account_id, post_id, level, created_at, seen_at, address, agent)
            values (:id, :hash, :account, :post, :level, :at, :at, :address, :agent)
            """;

    /** Whether the device is a new one: others are known, and this one was not. */
    private static final String NOTE_DEVICE = """
            with noted as (
                insert into access.known_device (account_id, device, since)
                values (:account, :device, :at)
                on conflict do nothing
                returning account_id
            )
            select exists (select from noted)
                   and exists (select from access.known_device known where known.account_id = :account)
            """;

    private static final String FIND = """
            select id, account_id, post_id, mandate_id, level, seen_at, username, name, must_change, person_id, bound
            from access.session_of(:hash, :idleSince, :bornSince, :ahead)
            """;

    private static final String LIST = """
            select id, created_at, seen_at, address, agent
            from access.session
            where account_id = :account and seen_at > :idleSince and created_at > :bornSince
              and greatest(seen_at, created_at) < :ahead
            order by seen_at desc
            """;

    /** The account remembers it too: its sessions are gone once they end. */
    private static final String SEEN = """
            with seen as (update access.session set seen_at = :at where id = :id returning account_id)
            update access.account set seen_at = :at where id = (select account_id from seen)
            """;

    private static final String SET_POST = "update access.session set post_id = :post where id = :id";
    private static final String SET_MANDATE = "update access.session set mandate_id = :mandate where id = :id";
    private static final String DELETE = "delete from access.session where id = :id and account_id = :account";
    private static final String DELETE_OTHERS = """
            delete from access.session where account_id = :account and id <> :keep
            """;

    private static final String DELETE_ALL = "delete from access.session where account_id = :account";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher news;
    private final SessionTerms terms;
    private final Clock clock;

    Sessions(JdbcClient jdbc, ApplicationEventPublisher news, SessionTerms terms, Clock clock) {
        this.terms = terms;
        this.jdbc = jdbc;
        this.news = news;
        this.clock = clock;
    }

    record Session(
            UUID id,
            UUID accountId,
            @Nullable UUID postId,
            @Nullable UUID mandateId,
            int level,
            OffsetDateTime seenAt,
            String username,
            String name,
            boolean mustChange,
            @Nullable UUID personId,
            boolean bound) {}

    /** A session as its owner sees it. */
    public record Listed(UUID id, OffsetDateTime createdAt, OffsetDateTime seenAt, String address, String agent) {

        /** 安卓手机，微信. */
        public String device() {
            return Devices.name(agent);
        }
    }

    /** Opens a session of this 实名等级 and answers the token for the browser. */
    String open(UUID account, @Nullable UUID post, int level, SignIn.Browser browser) {
        Whose.account(jdbc, account);
        var token = Tokens.fresh();
        var shown =
                browser.agent().length() > AGENT_LENGTH ? browser.agent().substring(0, AGENT_LENGTH) : browser.agent();
        jdbc.sql(INSERT)
                .param("id", Ids.next())
                .param("hash", Tokens.hash(token))
                .param("account", account)
                .param("post", post)
                .param("level", level)
                .param("at", now())
                .param("address", browser.address())
                .param("agent", shown)
                .update();
        noteDevice(account, Devices.name(shown));
        return token;
    }

    private void noteDevice(UUID account, String device) {
        boolean isNew = jdbc.sql(NOTE_DEVICE)
                .param("account", account)
                .param("device", device)
                .param("at", now())
                .query(Boolean.class)
                .single();
        if (isNew) {
            news.publishEvent(new AccountNews.NewDevice(account, device, now()));
        }
    }

    Optional<Session> find(String token) {
        return jdbc.sql(FIND)
                .param("hash", Tokens.hash(token))
                .param("idleSince", now().minus(terms.idle()))
                .param("bornSince", now().minus(terms.longest()))
                .param("ahead", now().plus(AHEAD))
                .query(Session.class)
                .optional();
    }

    /** Those still open, the last used first. */
    public List<Listed> list(UUID account) {
        Whose.account(jdbc, account);
        return jdbc.sql(LIST)
                .param("account", account)
                .param("idleSince", now().minus(terms.idle()))
                .param("bornSince", now().minus(terms.longest()))
                .param("ahead", now().plus(AHEAD))
                .query(Listed.class)
                .list();
    }

    /** Whether the last sign of life is old enough to be written again: reading pages must not cost a write each. */
    boolean isSeenStale(Session session) {
        return session.seenAt().plus(SEEN_STEP).isBefore(now());
    }

    void seen(UUID account, UUID id) {
        Whose.account(jdbc, account);
        jdbc.sql(SEEN).param("id", id).param("at", now()).update();
    }

    void setPost(UUID account, UUID id, UUID post) {
        Whose.account(jdbc, account);
        jdbc.sql(SET_POST).param("id", id).param("post", post).update();
    }

    /** @param mandate none: for himself again */
    void setMandate(UUID account, UUID id, @Nullable UUID mandate) {
        Whose.account(jdbc, account);
        jdbc.sql(SET_MANDATE).param("id", id).param("mandate", mandate).update();
    }

    boolean close(UUID account, UUID id) {
        Whose.account(jdbc, account);
        return jdbc.sql(DELETE).param("id", id).param("account", account).update() == 1;
    }

    void closeOthers(UUID account, UUID keep) {
        Whose.account(jdbc, account);
        jdbc.sql(DELETE_OTHERS).param("account", account).param("keep", keep).update();
    }

    /** Signs the account out everywhere; answers of how many places. */
    public int closeAll(UUID account) {
        Whose.account(jdbc, account);
        return jdbc.sql(DELETE_ALL).param("account", account).update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
