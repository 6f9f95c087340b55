package org.rongyi.career.reception;

import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Scope;
import org.rongyi.platform.kernel.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 接收台账, read: who was received first stands first, because his six months end first. */
@Component
public class ReceptionList {

    public static final int PAGE = 20;

    private static final int FETCH = 500;
    private static final LocalDate BEFORE_ALL = LocalDate.of(1, 1, 1);
    private static final UUID FIRST_ID = new UUID(0, 0);

    private static final String STATE = """
            case when r.ended_on is not null then 'ENDED'
                 when r.settled_on is not null then 'SETTLED'
                 when r.reported_on is null then 'TO_REPORT'
                 else 'WAITING' end
            """;

    private static final String PAGE_OF = "select " + Receptions.COLUMNS + """
            from reception.reception r
            where r.code_now >= :low and r.code_now < :high and r.withdrawn_why is null
              and (cast(:state as text) is null or cast(:state as text) =
            """ + STATE + """
            )
              and (cast(:limit_on as date) is null
                   or r.received_on < cast(:limit_on as date) and r.settled_on is null and r.ended_on is null)
              and (r.received_on, r.id) > (:afterOn, :afterId)
            order by r.received_on, r.id
            limit :limit
            """;

    private static final String COUNTS = "select " + STATE + """
             as state, count(*) as many
            from reception.reception r
            where r.code_now >= :low and r.code_now < :high and r.withdrawn_why is null
            group by 1
            """;

    private static final String OVERDUE = """
            select count(*)
            from reception.reception r
            where r.code_now >= :low and r.code_now < :high and r.withdrawn_why is null
              and r.received_on < :limit_on and r.settled_on is null and r.ended_on is null
            """;

    private final JdbcClient jdbc;

    ReceptionList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param tooLongAgo only those open who were received that day or before; null for all */
    public Slice<Reception> page(
            Scope scope,
            @Nullable ReceptionState state,
            @Nullable LocalDate tooLongAgo,
            @Nullable Cursor<LocalDate> after) {
        var rows = jdbc.sql(PAGE_OF)
                .param("low", scope.low())
                .param("high", scope.high())
                .param("state", state == null ? null : state.name())
                .param("limit_on", tooLongAgo)
                .param("afterOn", after == null ? BEFORE_ALL : after.key())
                .param("afterId", after == null ? FIRST_ID : after.id())
                .param("limit", PAGE + 1)
                .query((row, n) -> Receptions.read(row))
                .list();
        return Slice.of(rows, PAGE, one -> new Cursor<>(one.received(), one.id()));
    }

    /** All of them in the same order, a few hundred at a time, inside the caller's transaction. */
    public void each(
            Scope scope, @Nullable ReceptionState state, @Nullable LocalDate tooLongAgo, Consumer<Reception> to) {
        try (var rows = jdbc
                .sql(PAGE_OF)
                .param("low", scope.low())
                .param("high", scope.high())
                .param("state", state == null ? null : state.name())
                .param("limit_on", tooLongAgo)
                .param("afterOn", BEFORE_ALL)
                .param("afterId", FIRST_ID)
                .param("limit", ListDownload.most())
                .withFetchSize(FETCH)
                .query((row, n) -> Receptions.read(row))
                .stream()) {
            rows.forEach(to);
        }
    }

    public Map<ReceptionState, Long> counts(Scope scope) {
        var counts = new EnumMap<ReceptionState, Long>(ReceptionState.class);
        jdbc.sql(COUNTS).param("low", scope.low()).param("high", scope.high()).query((ResultSet row) -> {
            counts.put(ReceptionState.valueOf(row.getString("state")), row.getLong("many"));
        });
        return counts;
    }

    /** How many have had their six months. */
    public long overdue(Scope scope, LocalDate tooLongAgo) {
        return jdbc.sql(OVERDUE)
                .param("low", scope.low())
                .param("high", scope.high())
                .param("limit_on", tooLongAgo)
                .query(Long.class)
                .single();
    }
}
