package org.rongyi.people.person.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.HandoverState;
import org.rongyi.people.person.Handovers;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.NameMask;
import org.rongyi.platform.kernel.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 移交的清单: what waits for an answer from here, what was asked from here, and how it ended; newest first. */
@Component
public class HandoverList {

    static final int PAGE = 20;
    private static final UUID BEHIND_ALL = new UUID(-1L, -1L);

    private static final String SELECT = """
            select id, person_id, name, from_code, to_code, asked_code, reason, asked_at, state, answered_at, answer,
                   state = 'ASKED' or person.is_known(person_id) as known
            from person.handover
            where %s and id < :before
            order by id desc
            limit :limit
            """;

    private static final String COUNTS = """
            select count(*) filter (where answer_code >= :low and answer_code < :high
                                      and (:ranges::int8multirange is null or answer_code <@ :ranges::int8multirange))
                       as waiting,
                   count(*) filter (where asked_code >= :low and asked_code < :high
                                      and (:ranges::int8multirange is null or asked_code <@ :ranges::int8multirange))
                       as sent
            from person.handover
            where state = 'ASKED'
            """;

    private static final String TO_ANSWER = """
            answer_code >= :low and answer_code < :high
              and (:ranges::int8multirange is null or answer_code <@ :ranges::int8multirange)
            """;

    private static final String ASKED_HERE = """
            asked_code >= :low and asked_code < :high
              and (:ranges::int8multirange is null or asked_code <@ :ranges::int8multirange)
            """;

    private final JdbcClient jdbc;

    HandoverList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which part of the list. */
    public enum Which {
        WAITING("待我方答复", TO_ANSWER + "and state = 'ASKED'"),
        SENT("待对方答复", ASKED_HERE + "and state = 'ASKED'"),
        ANSWERED("收到已办", TO_ANSWER + "and state <> 'ASKED'"),
        SETTLED("发出已办", ASKED_HERE + "and state <> 'ASKED'");

        private final String zh;
        private final String condition;

        Which(String zh, String condition) {
            this.zh = zh;
            this.condition = condition;
        }

        public String zh() {
            return zh;
        }

        public boolean isOpen() {
            return this == WAITING || this == SENT;
        }
    }

    /**
     * A line: the name is the one the request was made under.
     *
     * @param known while it is open, to both sides; afterwards to the one whose he is
     */
    public record Row(
            UUID id,
            UUID personId,
            String name,
            long fromCode,
            long toCode,
            long askedCode,
            String reason,
            OffsetDateTime askedAt,
            HandoverState state,
            @Nullable OffsetDateTime answeredAt,
            @Nullable String answer,
            boolean known) {

        public String shownName() {
            return NameMask.shown(name, known);
        }

        public DivisionCode from() {
            return new DivisionCode(fromCode);
        }

        public DivisionCode to() {
            return new DivisionCode(toCode);
        }

        public boolean isAskedByReceiver() {
            return askedCode == toCode;
        }
    }

    /** How many are open on either side. */
    public record Counts(long waiting, long sent) {}

    List<Row> page(Scope scope, Which which, @Nullable UUID before) {
        return query(scope, which, before, PAGE + 1).list();
    }

    /** Every hand-over of this part, read a few hundred at a time; inside a transaction. */
    void each(Scope scope, Which which, Consumer<Row> to) {
        try (var rows = query(scope, which, null, Long.MAX_VALUE).stream()) {
            rows.forEach(to);
        }
    }

    private JdbcClient.MappedQuerySpec<Row> query(Scope scope, Which which, @Nullable UUID before, long limit) {
        return jdbc.sql(SELECT.formatted(which.condition))
                .params(Handovers.territory(scope))
                .param("before", before == null ? BEHIND_ALL : before)
                .param("limit", limit)
                .query(Row.class);
    }

    Counts counts(Scope scope) {
        return jdbc.sql(COUNTS)
                .params(Handovers.territory(scope))
                .query(Counts.class)
                .single();
    }
}
