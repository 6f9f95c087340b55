package org.rongyi.platform.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 限速: how often one address, one number, one phone may try. The counts stand in the database, so that several programs
 * are one door; a try costs one row there, beside a password's hash nothing. Of sign-ins only what fails is counted: a
 * whole office may sign in through one address in the morning.
 */
@Component
public class RateLimits {

    /** A window that began later than this was begun by a clock that was wrong: nobody waits for the day it showed. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private static final String TAKE = """
            insert into access.attempt as a (kind, key, since, count) values (:kind, :key, :now, 1)
            on conflict (kind, key) do update
            set since = case when a.since <= :over or a.since > :ahead then excluded.since else a.since end,
                count = case when a.since <= :over or a.since > :ahead then 1 else a.count + 1 end
            returning a.since, a.count
            """;

    private static final String GIVE_BACK = """
            update access.attempt set count = count - 1 where kind = :kind and key = :key and count > 0
            """;

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Vault vault;
    private final Policy policy;
    private final Clock clock;

    RateLimits(JdbcClient jdbc, Transactions transactions, Vault vault, Policy policy, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.vault = vault;
        this.policy = policy;
        this.clock = clock;
    }

    /** What is tried. */
    public enum Kind {
        SIGN_IN("access.limit.sign-in", Duration.ofMinutes(10)),
        LINK("access.limit.link", Duration.ofMinutes(10)),
        /** Codes by SMS asked for from one address. */
        SMS_ADDRESS("access.sms.address", Duration.ofHours(1)),
        /** Codes by SMS asked for one citizen number, whoever it is and whether there is a file or none. */
        SMS_NUMBER("access.sms.number", Duration.ofHours(1)),
        /** Codes by SMS asked for to one phone. */
        SMS_PHONE("access.sms.phone", Duration.ofHours(1)),
        /** Wrong codes for one citizen number, over all codes it was sent. */
        SMS_WRONG("access.sms.wrong", Duration.ofDays(1));

        private final String parameter;
        private final Duration window;

        Kind(String parameter, Duration window) {
            this.parameter = parameter;
            this.window = window;
        }

        Duration window() {
            return window;
        }

        String parameter() {
            return parameter;
        }
    }

    private record Count(OffsetDateTime since, int count) {}

    /**
     * Too many.
     *
     * @param first this is the one that crossed the limit: worth a trace, those after it are not
     */
    public record Refusal(Duration pause, boolean first) {}

    /** Counts a try before it is made, so that of many at once none slips by; a refusal when there were too many. */
    public Optional<Refusal> take(Kind kind, String whose) {
        return take(kind.name(), whose, kind.window(), limit(kind));
    }

    /** The same for what has a limit of its own. */
    public Optional<Refusal> take(String kind, String whose, Duration window, int limit) {
        var now = OffsetDateTime.now(clock);
        var counted = transactions.write(
                new Actor.Visitor(),
                () -> jdbc.sql(TAKE)
                        .param("kind", kind)
                        .param("key", key(whose))
                        .param("now", now)
                        .param("over", now.minus(window))
                        .param("ahead", now.plus(AHEAD))
                        .query(Count.class)
                        .single());
        return counted.count() <= limit
                ? Optional.empty()
                : Optional.of(
                        new Refusal(Duration.between(now, counted.since().plus(window)), counted.count() == limit + 1));
    }

    /** The try succeeded, and so is none to count. */
    public void giveBack(Kind kind, String whose) {
        transactions.write(
                new Actor.Visitor(),
                () -> jdbc.sql(GIVE_BACK)
                        .param("kind", kind.name())
                        .param("key", key(whose))
                        .update());
    }

    int limit(Kind kind) {
        return policy.number(kind.parameter, LocalDate.now(clock));
    }

    private String key(String whose) {
        return vault.fingerprint("address", whose.getBytes(StandardCharsets.UTF_8));
    }
}
