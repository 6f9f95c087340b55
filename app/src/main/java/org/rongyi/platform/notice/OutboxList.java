package org.rongyi.platform.notice;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 发件箱, as the province's system administrator looks after it: no text, recipients masked, the newest first. */
@Component
public class OutboxList {

    public static final int PAGE = 30;

    private static final int FETCH = 500;

    private static final String LIST = """
            select id, channel, template, kind, shown_as, state, attempts, due_at, trouble, created_at, done_at
            from notice.outbox
            where state = :state
              and (:retried::boolean is null or (attempts > 0) = :retried)
              and (:channel::text is null or channel = :channel)
              and (:after::uuid is null or id < :after)
            order by id desc
            limit :limit
            """;

    /** What was sent is not counted: it grows for ever. */
    private static final String COUNTS = """
            select count(*) filter (where state = 'WAITING') as waiting,
                   count(*) filter (where state = 'WAITING' and attempts > 0) as retrying,
                   count(*) filter (where state = 'GIVEN_UP') as given_up
            from notice.outbox
            where state in ('WAITING', 'GIVEN_UP')
            """;

    private static final String STATE = "select state from notice.outbox where id = :id";

    private static final String AGAIN = """
            update notice.outbox
            set state = 'WAITING', attempts = 0, due_at = :now, trouble = '', done_at = null
            where state = 'GIVEN_UP' and (:all or id = :id)
            """;

    private static final UUID NO_ID = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Clock clock;

    OutboxList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How it stands with a message. */
    public enum Which {
        WAITING("等待发送"),
        RETRYING("没发成，等着再试"),
        GIVEN_UP("已停发"),
        SENT("已发出"),
        DROPPED("不必发");

        private final String zh;

        Which(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }

        /** Nothing more happens to it by itself. */
        public boolean isOver() {
            return this == GIVEN_UP || this == SENT || this == DROPPED;
        }

        String state() {
            return this == RETRYING ? "WAITING" : name();
        }
    }

    public record Row(
            UUID id,
            Channel channel,
            String template,
            NoticeKind kind,
            String shownAs,
            String state,
            int attempts,
            OffsetDateTime dueAt,
            String trouble,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime doneAt) {}

    public record Counts(long waiting, long retrying, long givenUp) {}

    /** One row more than {@link #PAGE} when there is a next page. */
    public List<Row> page(Which which, @Nullable Channel channel, @Nullable UUID after) {
        return rows(which, channel, after, PAGE + 1).query(Row.class).list();
    }

    /** All of them, read a few hundred at a time; inside a transaction. */
    public void each(Which which, @Nullable Channel channel, Consumer<Row> to) {
        try (var rows =
                rows(which, channel, null, ListDownload.most()).withFetchSize(FETCH).query(Row.class).stream()) {
            rows.forEach(to);
        }
    }

    private JdbcClient.StatementSpec rows(Which which, @Nullable Channel channel, @Nullable UUID after, long limit) {
        return jdbc.sql(LIST)
                .param("state", which.state())
                .param("retried", which == Which.RETRYING ? Boolean.TRUE : null)
                .param("channel", channel == null ? null : channel.name())
                .param("after", after)
                .param("limit", limit);
    }

    public Counts counts() {
        return jdbc.sql(COUNTS).query(Counts.class).single();
    }

    Optional<String> state(UUID id) {
        return jdbc.sql(STATE).param("id", id).query(String.class).optional();
    }

    /** @param id null: all that were given up */
    int again(@Nullable UUID id) {
        return jdbc.sql(AGAIN)
                .param("all", id == null)
                .param("id", id == null ? NO_ID : id)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }
}
