package org.rongyi.platform.notice;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 站内消息: everybody's own, unread ones first, the newest first. */
@Component
public class Messages {

    public static final int PAGE = 20;

    /** More than this nobody counts. */
    public static final int MOST = 99;

    private static final String OF_ACCOUNT = """
            select id, kind, title, body, path, at, unread
            from notice.message
            where account_id = :owner
              and (:first or (unread, id) < (:afterUnread, :afterId))
            order by unread desc, id desc
            limit :limit
            """;

    private static final String OF_PERSON = """
            select id, kind, title, body, path, at, unread
            from notice.message
            where person_id = :owner
              and (:first or (unread, id) < (:afterUnread, :afterId))
            order by unread desc, id desc
            limit :limit
            """;

    /** Answered from the index alone, and never from more of it than is shown. */
    static final String COUNT_OF_ACCOUNT = """
            select count(*) from (select from notice.message where account_id = :owner and unread limit :limit) counted
            """;

    static final String COUNT_OF_PERSON = """
            select count(*) from (select from notice.message where person_id = :owner and unread limit :limit) counted
            """;

    /** Row-level security lets each read his own alone. */
    private static final String READ = """
            with meant as (update notice.message set read_at = :at where id = :id and read_at is null)
            select path from notice.message where id = :id
            """;

    private static final String READ_ALL_OF_ACCOUNT =
            "update notice.message set read_at = :at where account_id = :owner and unread and id <= :latest";
    private static final String READ_ALL_OF_PERSON =
            "update notice.message set read_at = :at where person_id = :owner and unread and id <= :latest";

    private static final UUID NO_ID = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Clock clock;

    Messages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public record Message(
            UUID id,
            NoticeKind kind,
            String title,
            String body,
            @Nullable String path,
            OffsetDateTime at,
            boolean unread) {}

    /** Whether messages can be addressed to this actor at all. */
    public static boolean hasInbox(Actor actor) {
        return actor instanceof Actor.Office || actor instanceof Actor.Self;
    }

    public Slice<Message> page(Actor actor, @Nullable Cursor<Boolean> after) {
        var read = jdbc.sql(actor instanceof Actor.Self ? OF_PERSON : OF_ACCOUNT)
                .param("owner", owner(actor))
                .param("first", after == null)
                .param("afterUnread", after != null && after.key())
                .param("afterId", after == null ? NO_ID : after.id())
                .param("limit", PAGE + 1)
                .query(Message.class)
                .list();
        return Slice.of(read, PAGE, message -> new Cursor<>(message.unread(), message.id()));
    }

    /** How many are unread; one more than {@link #MOST} stands for all beyond. */
    public long unread(Actor actor) {
        return jdbc.sql(actor instanceof Actor.Self ? COUNT_OF_PERSON : COUNT_OF_ACCOUNT)
                .param("owner", owner(actor))
                .param("limit", MOST + 1)
                .query(Long.class)
                .single();
    }

    /** Where the record is opened; there is no message of that id for this actor when it is empty. */
    public record Opened(@Nullable String path) {}

    public Optional<Opened> read(UUID message) {
        return jdbc.sql(READ)
                .param("id", message)
                .param("at", OffsetDateTime.now(clock))
                .query(Opened.class)
                .optional();
    }

    /** All the actor has seen, up to the latest on his screen; what came meanwhile stays unread. */
    public int readAll(Actor actor, UUID latest) {
        return jdbc.sql(actor instanceof Actor.Self ? READ_ALL_OF_PERSON : READ_ALL_OF_ACCOUNT)
                .param("owner", owner(actor))
                .param("at", OffsetDateTime.now(clock))
                .param("latest", latest)
                .update();
    }

    private static UUID owner(Actor actor) {
        return switch (actor) {
            case Actor.Office office -> office.account();
            case Actor.Self self -> self.person();
            case Actor.Kin _, Actor.Client _, Actor.Visitor _ -> NO_ID;
            case Actor.Job job -> throw new IllegalArgumentException(job.name() + " has no inbox");
        };
    }
}
