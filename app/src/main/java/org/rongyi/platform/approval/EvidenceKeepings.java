package org.rongyi.platform.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rongyi.platform.retention.Keeping;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 证明材料的保存期限, by kind of case: some time after a case was closed the content of what came with it goes, and that it was
 * there stays. What is looked at again, had back, or held by a leader's word stays whole. A room makes a bean of its service.
 */
@Component
public class EvidenceKeepings {

    /** How a case that was decided on ended, and one that was not: taken back, not accepted, papers never brought. */
    private enum Ended {
        DECIDED("AGREED", "REFUSED", "UPHELD", "OVERTURNED"),
        UNDECIDED("WITHDRAWN", "NOT_ACCEPTED", "LAPSED");

        private final String[] results;

        Ended(String... results) {
            this.results = results;
        }
    }

    private static final String PAST = """
            select a.id, c.id as case_id
            from documents.attachment a
            join approval.case_file c on c.id = a.owner_id
            where a.owner_kind = 'approval.case' and a.file_id is not null and a.id > :after
              and c.state = 'CLOSED' and c.result = any(:results) and (:service = '' or c.service = :service)
              and c.decided_on < :before
              and not exists (select from approval.evidence_hold h where h.case_id = c.id and h.to_at is null)
              and not exists (select from approval.recheck r
                              join approval.case_file again on again.id = r.id
                              where r.of_case = c.id and again.state <> 'CLOSED')
            order by a.id
            limit :most
            """;

    private static final String DESTROY = """
            update documents.attachment
            set file_id = null, preview_id = null, away_at = coalesce(away_at, :now),
                away_by = coalesce(away_by, '系统'), away_unit_name = coalesce(away_unit_name, '到期删除'),
                away_reason = coalesce(away_reason, '保存期限已过')
            where id = any(:ids::uuid[]) and file_id is not null
            """;

    private static final UUID FIRST = new UUID(0, 0);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;
    private final List<EvidenceHold> holds;
    private final Clock clock;

    EvidenceKeepings(@Qualifier("job") JdbcClient jdbc, List<EvidenceHold> holds, Clock clock) {
        this.jdbc = jdbc;
        this.holds = holds;
        this.clock = clock;
    }

    private record Past(UUID id, UUID caseId) {}

    /** Of one service, when it was decided on; a term in months by the parameter. */
    public Keeping of(String service, String zh, String parameter) {
        return new Kind("approval.evidence." + service, zh + "的证明材料", parameter, Ended.DECIDED, service);
    }

    /** Of any service, when nothing was decided. */
    Keeping undecided(String parameter) {
        return new Kind("approval.evidence.undecided", "撤回、不予受理、终止的办件的证明材料", parameter, Ended.UNDECIDED, "");
    }

    private final class Kind implements Keeping {

        private final String id;
        private final String zh;
        private final String parameter;
        private final Ended ended;
        private final String service;

        Kind(String id, String zh, String parameter, Ended ended, String service) {
            this.id = id;
            this.zh = zh;
            this.parameter = parameter;
            this.ended = ended;
            this.service = service;
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

        @Override
        public long count(OffsetDateTime before, int most) {
            return find(before, most).size();
        }

        @Override
        public int delete(OffsetDateTime before, int most) {
            var gone = find(before, most);
            return gone.isEmpty()
                    ? 0
                    : jdbc.sql(DESTROY)
                            .param("ids", gone.stream().map(UUID::toString).toArray(String[]::new))
                            .param("now", OffsetDateTime.now(clock))
                            .update();
        }

        /** Page by page, so that what is held does not stand in the way of the rest. */
        private List<UUID> find(OffsetDateTime before, int most) {
            var day = before.atZoneSameInstant(ZONE).toLocalDate();
            var found = new ArrayList<UUID>();
            var after = FIRST;
            List<Past> page;
            do {
                page = page(day, after, most);
                var held = held(page);
                page.stream()
                        .filter(one -> !held.contains(one.caseId()))
                        .map(Past::id)
                        .forEach(found::add);
                after = page.isEmpty() ? after : page.getLast().id();
            } while (page.size() == most && found.size() < most);
            return found.size() > most ? found.subList(0, most) : found;
        }

        private List<Past> page(LocalDate before, UUID after, int most) {
            return jdbc.sql(PAST)
                    .param("results", ended.results)
                    .param("service", service)
                    .param("before", before)
                    .param("after", after)
                    .param("most", most)
                    .query(Past.class)
                    .list();
        }

        private Set<UUID> held(List<Past> page) {
            var cases = page.stream().map(Past::caseId).distinct().toList();
            var held = new HashSet<UUID>();
            holds.forEach(room -> held.addAll(room.held(cases)));
            return held;
        }
    }
}
