package org.rongyi.platform.approval;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.rongyi.platform.database.MovingLock;
import org.rongyi.platform.retention.Keeping;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 证明材料和文书的保存期限, by kind of case: some time after a case was closed the content of what came with it goes, later that of
 * what the office wrote, and that it was there stays. What is looked at again, had back, or held by a leader's word stays whole. A room makes a bean of its service.
 */
@Component
public class EvidenceKeepings {

    /** How a case that was decided on ended, and one that was not: taken back, not accepted, papers never brought. */
    private enum Ended {
        DECIDED("AGREED", "REFUSED", "UPHELD", "OVERTURNED"),
        UNDECIDED("WITHDRAWN", "NOT_ACCEPTED", "LAPSED"),
        EITHER("AGREED", "REFUSED", "UPHELD", "OVERTURNED", "WITHDRAWN", "NOT_ACCEPTED", "LAPSED");

        private final String[] results;

        Ended(String... results) {
            this.results = results;
        }
    }

    /** What came with a case, and with an objection to it when it was in public. */
    private static final String PAST = """
            select a.id, c.id as case_id
            from approval.case_file c
            cross join lateral (
                select p.id
                from documents.attachment p
                where p.owner_kind = 'approval.case' and p.owner_id = c.id and p.file_id is not null
                union all
                select p.id
                from approval.objection o
                join documents.attachment p on p.owner_kind = 'approval.objection' and p.owner_id = o.id
                where o.case_id = c.id and p.file_id is not null) a
            where c.state = 'CLOSED' and c.result = any(:results) and (:service = '' or c.service = :service)
              and c.decided_on < :before
              and not exists (select from approval.evidence_hold h where h.case_id = c.id and h.to_at is null)
              and not exists (select from approval.recheck r
                              join approval.case_file again on again.id = r.id
                              where r.of_case = c.id and again.state <> 'CLOSED')
            """;

    /** What was written to the applicant, and to whoever objected. */
    private static final String LETTERS = """
            select a.id, c.id as case_id
            from approval.case_file c
            cross join lateral (
                select p.id
                from documents.issued p
                where p.owner_kind = 'approval.case' and p.owner_id = c.id and p.file_id is not null
                union all
                select p.id
                from approval.objection o
                join documents.issued p on p.owner_kind = 'approval.objection' and p.owner_id = o.id
                where o.case_id = c.id and p.file_id is not null) a
            where c.state = 'CLOSED' and c.result = any(:results) and (:service = '' or c.service = :service)
              and c.decided_on < :before
              and not exists (select from approval.evidence_hold h where h.case_id = c.id and h.to_at is null)
              and not exists (select from approval.recheck r
                              join approval.case_file again on again.id = r.id
                              where r.of_case = c.id and again.state <> 'CLOSED')
            """;

    private static final String PAGE = " and a.id > :after order by a.id limit :most";

    private static final String STILL = " and a.id = any(:ids::uuid[]) order by a.id";

    /** Writers queue behind him who waits for them, so he waits little; what cannot be had tonight goes another night. */
    private static final String WAIT_LITTLE = "select set_config('lock_timeout', '2s', true)";

    /** Somebody was writing all the while. */
    private static final String HELD_UP = "55P03";

    private static final String DESTROY = """
            update documents.attachment
            set file_id = null, preview_id = null, away_at = coalesce(away_at, :now),
                away_by = coalesce(away_by, '系统'), away_unit_name = coalesce(away_unit_name, '到期删除'),
                away_reason = coalesce(away_reason, '保存期限已过')
            where id = any(:ids::uuid[]) and file_id is not null
            """;

    private static final String DESTROY_LETTERS = """
            update documents.issued
            set file_id = null, gone_on = (:now at time zone 'Asia/Shanghai')::date
            where id = any(:ids::uuid[]) and file_id is not null
            """;

    /** What was stamped and scanned back goes with its letter. */
    private static final String DESTROY_STAMPED = """
            update documents.attachment
            set file_id = null, preview_id = null, away_at = coalesce(away_at, :now),
                away_by = coalesce(away_by, '系统'), away_unit_name = coalesce(away_unit_name, '到期删除'),
                away_reason = coalesce(away_reason, '保存期限已过')
            where owner_kind = 'documents.issued' and owner_id = any(:ids::uuid[]) and file_id is not null
            """;

    /** What goes; of both it stays written down that it was there. The last statement says how many went. */
    private enum Content {
        EVIDENCE(PAST, List.of(DESTROY)),
        LETTER(LETTERS, List.of(DESTROY_STAMPED, DESTROY_LETTERS));

        private final String past;
        private final List<String> destroy;

        Content(String past, List<String> destroy) {
            this.past = past;
            this.destroy = destroy;
        }
    }

    private static final UUID FIRST = new UUID(0, 0);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final List<EvidenceHold> holds;
    private final Clock clock;

    EvidenceKeepings(
            @Qualifier("job") JdbcClient jdbc,
            @Qualifier("job") PlatformTransactionManager transactions,
            List<EvidenceHold> holds,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.holds = holds;
        this.clock = clock;
    }

    private record Past(UUID id, UUID caseId) {}

    /** Of one service, when it was decided on; a term in months by the parameter. */
    public Keeping of(String service, String zh, String parameter) {
        return of(service, zh, parameter, From.END);
    }

    /** The same, where a payment rests on it: counted as the books are (会计档案管理办法 第十四条). */
    public Keeping paid(String service, String zh, String parameter) {
        return of(service, zh, parameter, From.YEAR_AFTER);
    }

    private Keeping of(String service, String zh, String parameter, From from) {
        var what = new What(Ended.DECIDED, service, Content.EVIDENCE, from);
        return new Kind("approval.evidence." + service, zh + "的证明材料", parameter, what);
    }

    /** Of any service, when nothing was decided. */
    Keeping undecided(String parameter) {
        var what = new What(Ended.UNDECIDED, "", Content.EVIDENCE, From.END);
        return new Kind("approval.evidence.undecided", "撤回、不予受理、终止的办件的证明材料", parameter, what);
    }

    /** What the office wrote on cases of any service. */
    Keeping letters(String parameter) {
        var what = new What(Ended.EITHER, "", Content.LETTER, From.YEAR_AFTER);
        return new Kind("approval.letter", "办件的文书", parameter, what);
    }

    /** From which day a term runs: that of the end of the case, or the first one after that year. */
    private enum From {
        END,
        YEAR_AFTER
    }

    private record What(Ended ended, String service, Content content, From from) {}

    private final class Kind implements Keeping {

        private final String id;
        private final String zh;
        private final String parameter;
        private final What what;

        Kind(String id, String zh, String parameter, What what) {
            this.id = id;
            this.zh = zh;
            this.parameter = parameter;
            this.what = what;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String zh() {
            return zh;
        }

        @Override
        public String parameter() {
            return parameter;
        }

        /** Of a year nothing goes before all of it does. */
        @Override
        public LocalDate before(LocalDate today, int months) {
            var day = Keeping.super.before(today, months);
            return what.from == From.YEAR_AFTER ? day.withDayOfYear(1) : day;
        }

        @Override
        public long count(OffsetDateTime before, int most) {
            return find(before, most).size();
        }

        /**
         * Asked again when nobody is writing: who holds the evidence of a case, in this room or another, does so in an act, and no
         * act is half done while this has the lock. What came to be held since it was found stays.
         */
        @Override
        public int delete(OffsetDateTime before, int most) {
            var found = find(before, most);
            try {
                return found.isEmpty()
                        ? 0
                        : Objects.requireNonNull(transaction.execute(status -> destroy(before, found)));
            } catch (RuntimeException e) {
                if (isHeldUp(e)) {
                    return 0;
                }
                throw e;
            }
        }

        private int destroy(OffsetDateTime before, List<UUID> found) {
            jdbc.sql(WAIT_LITTLE).query().singleRow();
            jdbc.sql(MovingLock.TAKE_ALONE).query().listOfRows();
            var still = free(jdbc.sql(what.content.past + STILL)
                    .param("results", what.ended.results)
                    .param("service", what.service)
                    .param("before", day(before))
                    .param("ids", texts(found))
                    .query(Past.class)
                    .list());
            int gone = 0;
            for (var statement : what.content.destroy) {
                gone = jdbc.sql(statement)
                        .param("ids", texts(still))
                        .param("now", OffsetDateTime.now(clock))
                        .update();
            }
            return gone;
        }

        /** Page by page, so that what is held does not stand in the way of the rest. */
        private List<UUID> find(OffsetDateTime before, int most) {
            var found = new ArrayList<UUID>();
            var after = FIRST;
            List<Past> page;
            do {
                page = page(day(before), after, most);
                found.addAll(free(page));
                after = page.isEmpty() ? after : page.getLast().id();
            } while (page.size() == most && found.size() < most);
            return found.size() > most ? found.subList(0, most) : found;
        }

        private List<Past> page(LocalDate before, UUID after, int most) {
            return jdbc.sql(what.content.past + PAGE)
                    .param("results", what.ended.results)
                    .param("service", what.service)
                    .param("before", before)
                    .param("after", after)
                    .param("most", most)
                    .query(Past.class)
                    .list();
        }

        /** Those no room needs. */
        private List<UUID> free(List<Past> past) {
            var cases = past.stream().map(Past::caseId).distinct().toList();
            var held = new HashSet<UUID>();
            holds.forEach(room -> held.addAll(room.held(cases)));
            return past.stream()
                    .filter(one -> !held.contains(one.caseId()))
                    .map(Past::id)
                    .toList();
        }
    }

    private static LocalDate day(OffsetDateTime moment) {
        return moment.atZoneSameInstant(ZONE).toLocalDate();
    }

    private static String[] texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static boolean isHeldUp(RuntimeException e) {
        return NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException sql
                && HELD_UP.equals(sql.getSQLState());
    }
}
