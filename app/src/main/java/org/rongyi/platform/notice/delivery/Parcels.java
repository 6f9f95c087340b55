package org.rongyi.platform.notice.delivery;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.notice.Channel;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The outbox as the worker sees it: taken for a while, then settled by whoever took it and nobody else. */
@Component
class Parcels {

    /** Who waits for nothing goes first. What another worker holds is passed over; what it left lying comes back when due. */
    private static final String TAKE = """
            with due as (
                select id from notice.outbox
                where state = 'WAITING' and channel = :channel and rank <= :rank and due_at <= :now
                order by rank, due_at, id
                limit :limit
                for update skip locked
            )
            update notice.outbox o
            set claim = :claim, attempts = o.attempts + 1, due_at = :lease
            from due
            where o.id = due.id
            returning o.id, o.template, o.account_id, o.person_id, o.address_sealed, o.text_sealed, o.attempts,
                      o.expires_at, o.rank,
                      exists (select from notice.opt_out n
                              where n.person_id = o.person_id and n.kind = o.kind) as declined
            """;

    /** Nothing waits as long as this on purpose: its time was set by a clock that was wrong (docs/decisions/0078). */
    private static final String BRING_BACK = """
            update notice.outbox set due_at = :now
            where state = 'WAITING' and channel = :channel and rank between 0 and :rank and due_at > :longest
            """;

    private static final String DONE = """
            update notice.outbox
            set state = :state, text_sealed = null, address_sealed = null, claim = null, done_at = :now,
                trouble = :trouble, shown_as = coalesce(:shownAs, shown_as)
            where id = :id and claim = :claim and state = 'WAITING'
            """;

    /** What is of no use later is not kept for another try. */
    private static final String GIVE_UP = """
            update notice.outbox
            set state = case when expires_at is null then 'GIVEN_UP' else 'DROPPED' end,
                text_sealed = case when expires_at is null then text_sealed end,
                address_sealed = case when expires_at is null then address_sealed end,
                claim = null, done_at = :now, trouble = :trouble, shown_as = coalesce(:shownAs, shown_as)
            where id = :id and claim = :claim and state = 'WAITING'
            """;

    private static final String LATER = """
            update notice.outbox
            set claim = null, due_at = :due, trouble = :trouble, shown_as = coalesce(:shownAs, shown_as)
            where id = :id and claim = :claim and state = 'WAITING'
            """;

    private static final String PUT_BACK = """
            update notice.outbox
            set claim = null, attempts = attempts - 1, due_at = :now
            where id = :id and claim = :claim and state = 'WAITING'
            """;

    private static final String EMAIL = "select email_sealed from notice.mailbox where account_id = :account";

    private final JdbcClient jdbc;

    Parcels(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A message that was taken.
     *
     * @param attempts this one counted
     * @param declined by its person, of this kind
     */
    record Taken(
            UUID id,
            String template,
            @Nullable UUID accountId,
            @Nullable UUID personId,
            byte @Nullable [] addressSealed,
            byte[] textSealed,
            int attempts,
            @Nullable OffsetDateTime expiresAt,
            int rank,
            boolean declined) {}

    /** @param lease when they come back should we die; {@code rank} the last that may be disturbed now */
    List<Taken> take(UUID claim, Channel channel, int rank, int limit, OffsetDateTime now, OffsetDateTime lease) {
        return jdbc
                .sql(TAKE)
                .param("claim", claim)
                .param("channel", channel.name())
                .param("rank", rank)
                .param("limit", limit)
                .param("now", now)
                .param("lease", lease)
                .query(Taken.class)
                .list()
                .stream()
                .sorted(Comparator.comparingInt(Taken::rank)) // returning keeps no order
                .toList();
    }

    /** What waits longer than anything should is due now. */
    void bringBack(Channel channel, int rank, OffsetDateTime now, OffsetDateTime longest) {
        jdbc.sql(BRING_BACK)
                .param("channel", channel.name())
                .param("rank", rank)
                .param("now", now)
                .param("longest", longest)
                .update();
    }

    boolean sent(UUID claim, UUID id, String shownAs, OffsetDateTime now) {
        return settle(DONE, claim, id, "", shownAs)
                        .param("state", "SENT")
                        .param("now", now)
                        .update()
                == 1;
    }

    /** It need not go any more; why is said. */
    void drop(UUID claim, UUID id, String why, OffsetDateTime now) {
        settle(DONE, claim, id, why, null)
                .param("state", "DROPPED")
                .param("now", now)
                .update();
    }

    void giveUp(UUID claim, UUID id, String why, @Nullable String shownAs, OffsetDateTime now) {
        settle(GIVE_UP, claim, id, why, shownAs).param("now", now).update();
    }

    void tryLater(UUID claim, UUID id, String why, @Nullable String shownAs, OffsetDateTime due) {
        settle(LATER, claim, id, why, shownAs).param("due", due).update();
    }

    /** It was not tried: as if it had not been taken. */
    void putBack(UUID claim, UUID id, OffsetDateTime now) {
        jdbc.sql(PUT_BACK)
                .param("id", id)
                .param("claim", claim)
                .param("now", now)
                .update();
    }

    byte @Nullable [] email(UUID account) {
        return jdbc.sql(EMAIL)
                .param("account", account)
                .query((row, n) -> row.getBytes(1))
                .optional()
                .orElse(null);
    }

    private JdbcClient.StatementSpec settle(
            String statement, UUID claim, UUID id, String trouble, @Nullable String shownAs) {
        return jdbc.sql(statement)
                .param("id", id)
                .param("claim", claim)
                .param("trouble", trouble)
                .param("shownAs", shownAs, java.sql.Types.VARCHAR);
    }
}
