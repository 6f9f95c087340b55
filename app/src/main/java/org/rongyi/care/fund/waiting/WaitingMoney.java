package org.rongyi.care.fund.waiting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.recovery.OpenRecovery;
import org.rongyi.platform.documents.attachment.Attachment;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.kernel.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what waits in the books of a territory: each state of a row that is not an end, or that asks for another's word. */
@Component
class WaitingMoney {

    /**
     * What is counted by hundreds stands as one of its fund. A corrected account waits in the town, whoever's fund pays. Goods for a festival
     * go with the visit, and are watched by their list.
     */
    private static final String FROM = """
            from (
                select 'BATCH_' || b.state as kind, b.id, b.fund_id, b.code_now as code, b.number as words,
                       (case b.state when 'DRAFT' then b.made_at when 'APPROVED' then b.approved_at
                                     else b.released_at end at time zone 'Asia/Shanghai')::date as since
                from fund.batch b
                where b.state in ('DRAFT', 'APPROVED', 'RELEASED')
                union all
                select 'GRANTS', f.id, f.id, 0, '', g.since
                from fund.fund f
                join organisation.unit k on k.id = f.unit_id and k.code_now <@ :ranges::int8multirange
                join lateral (select min(m.granted_on) as since from fund.grant_made m
                              where m.fund_id = f.id and m.state = 'WAITING'
                                and (m.account_sealed is not null or m.in_kind and m.purpose <> 'FESTIVAL')) g
                    on g.since is not null
                union all
                select 'SETTLEMENT_' || s.state, s.payment_id, s.fund_id, s.code_now, p.payee,
                       (coalesce(s.proposed_at, s.opened_at) at time zone 'Asia/Shanghai')::date
                from fund.settlement s join fund.payment p on p.id = s.payment_id
                where s.state in ('OPEN', 'PROPOSED')
                union all
                select 'PAYEE', c.grant_id, m.fund_id, c.code_now, m.person_name,
                       (c.proposed_at at time zone 'Asia/Shanghai')::date
                from fund.payee_change c join fund.grant_made m on m.id = c.grant_id
                where c.state = 'PROPOSED'
                union all
                select case when c.year is null then 'FUND_END' else 'YEAR_END' end, c.fund_id, c.fund_id, 0,
                       coalesce(c.year::text || ' 年', ''), (c.proposed_at at time zone 'Asia/Shanghai')::date
                from fund.closing c
                where c.state = 'PROPOSED'
                union all
                select 'PURPOSE', c.id, c.fund_id, 0, '', (c.proposed_at at time zone 'Asia/Shanghai')::date
                from fund.purpose_change c
                where c.state = 'PROPOSED'
                union all
                select 'PLAN_END', c.plan_id, c.fund_id, 0, '', (c.proposed_at at time zone 'Asia/Shanghai')::date
                from fund.plan_end c
                where c.state = 'PROPOSED'
                union all
                select 'PLATFORM', c.fund_id, c.fund_id, 0, '', (c.proposed_at at time zone 'Asia/Shanghai')::date
                from fund.platform_change c
                where c.state = 'PROPOSED'
                union all
                select 'RECOVERY', r.id, r.fund_id, r.code_now, r.person_name,
                       case when r.said_name = '本人' then r.said_on else r.hear_until end
                from fund.recovery r
                where r.state = 'HEARING' and (r.said_name = '本人' or r.hear_until < :today)
                union all
                select 'WRITE_OFF', r.id, r.fund_id, r.code_now, r.person_name, null
                from fund.recovery r
                where r.state = 'ORDERED' and r.waive_by is not null
                union all
                select 'LATE_REPAYMENT', l.recovery_id, l.fund_id, l.code_now, r.person_name,
                       (l.proposed_at at time zone 'Asia/Shanghai')::date
                from fund.late_repayment l join fund.recovery r on r.id = l.recovery_id
                where l.state = 'PROPOSED'
                union all
                select 'BANK_LINES_' || l.state, l.fund_id, l.fund_id, 0, count(*)::text || ' 笔',
                       min((coalesce(l.proposed_at, s.read_at) at time zone 'Asia/Shanghai')::date)
                from fund.bank_line l join fund.bank_statement s on s.id = l.statement_id
                where l.state in ('OPEN', 'PROPOSED')
                group by l.fund_id, l.state
            ) w
            join fund.fund f on f.id = w.fund_id
            join organisation.unit u on u.id = f.unit_id
            where case w.kind when 'PAYEE' then w.code else u.code_now end <@ :ranges::int8multirange
            """;

    /** What {@code w} waits at, beside the unit. */
    private static final String CODE = "case w.kind when 'PAYEE' then w.code - w.code % 1000 else u.code_now end";

    private static final String PLACES = "select distinct f.unit_id as unit, " + CODE + " as code\n" + FROM;

    private static final String WAITING = """
            select w.kind, w.id, w.words, f.name as fund, f.unit_id as unit, u.name as unit_name, %s as code, w.since
            %s and (f.unit_id, %s) in (select * from unnest(:units::uuid[], :codes::bigint[]))
            order by w.since nulls first, w.kind, w.id
            limit :most
            """.formatted(CODE, FROM, CODE);

    /** So many wait nowhere unless nobody works at all. */
    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final Attachments attachments;
    private final Clock clock;

    WaitingMoney(JdbcClient jdbc, Attachments attachments, Clock clock) {
        this.jdbc = jdbc;
        this.attachments = attachments;
        this.clock = clock;
    }

    /**
     * @param id of what the path leads to
     * @param words what tells it from others of its kind; may be empty
     * @param code where it waits: the unit of the fund, for a corrected account the town
     */
    record Waiting(
            Wait kind, UUID id, String words, String fund, UUID unit, String unitName, long code, LocalDate since) {}

    private record Row(
            Wait kind,
            UUID id,
            String words,
            String fund,
            UUID unit,
            String unitName,
            long code,
            @Nullable LocalDate since) {}

    /** Where it waits: which unit's fund, and in which place. */
    record Place(UUID unit, long code) {}

    /** Everywhere something waits in a territory. */
    List<Place> places(Scope scope) {
        return jdbc.sql(PLACES)
                .param("ranges", scope.toMultirange())
                .param("today", LocalDate.now(clock))
                .query(Place.class)
                .list();
    }

    /** What waits at these places of a territory, the oldest first. */
    List<Waiting> list(Scope scope, List<Place> places) {
        return jdbc
                .sql(WAITING)
                .param("ranges", scope.toMultirange())
                .param(
                        "units",
                        places.stream().map(place -> place.unit().toString()).toArray(String[]::new))
                .param("codes", places.stream().map(Place::code).toArray(Long[]::new))
                .param("today", LocalDate.now(clock))
                .param("most", MOST)
                .query(Row.class)
                .list()
                .stream()
                .map(row -> new Waiting(
                        row.kind(),
                        row.id(),
                        row.words(),
                        row.fund(),
                        row.unit(),
                        row.unitName(),
                        row.code(),
                        row.since() == null ? proposed(row.id()) : row.since()))
                .toList();
    }

    /** A write-off is proposed with the paper it rests on, and nothing is added to a recovery after it: its day is that of the last. */
    private LocalDate proposed(UUID recovery) {
        return attachments.list(OpenRecovery.OWNER_KIND, recovery).stream()
                .map(Attachment::addedAt)
                .max(OffsetDateTime::compareTo)
                .map(at -> at.atZoneSameInstant(clock.getZone()).toLocalDate())
                .orElseGet(() -> LocalDate.now(clock));
    }
}
