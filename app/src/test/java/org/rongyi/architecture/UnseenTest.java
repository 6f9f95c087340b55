package org.rongyi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.platform.approval.OtherRaised;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Nobody waits unseen. What waits is read off the catalogue, so that a new one is found by itself: every value a table's state may have
 * that is not an end by its word, and, where a table keeps no state, every column that is empty until another person has signed. Each is
 * held to the bean that puts it on a superior's list ({@code OtherRaised}), to the night of the cases, or to the reason why nobody waits there.
 */
@RongyiTest
@DisplayName("没有人在看不见的地方等：等别人的每一种状态，都有上级的清单，或者写明为什么不用")
class UnseenTest {

    /** Words that say it is over, in whatever table. */
    private static final Set<String> ENDS = Set.of(
            "AGREED",
            "REFUSED",
            "WITHDRAWN",
            "CONFIRMED",
            "DECLINED",
            "SETTLED",
            "DISSOLVED",
            "PAID",
            "DROPPED",
            "CANCELLED",
            "CLOSED",
            "ANSWERED",
            "DONE",
            "REVOKED",
            "REPLACED",
            "GIVEN",
            "NOT_GIVEN",
            "STRUCK",
            "FALLEN",
            "OVERTAKEN",
            "EXPLAINED",
            "MATCHED",
            "RECOVERED",
            "WRITTEN_OFF");

    private static final String STATES = """
            select n.nspname || '.' || c.relname as place, pg_get_constraintdef(k.oid) as words
            from pg_constraint k
            join pg_class c on c.oid = k.conrelid
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
            where k.contype = 'c' and cardinality(k.conkey) = 1 and a.attname in ('state', 'stage')
            """;

    private static final String SIGNED = """
            select distinct n.nspname || '.' || c.relname || '.' || regexp_replace(a.attname, '_(account|by)$', '') as place
            from pg_attribute a
            join pg_class c on c.oid = a.attrelid
            join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and not a.attnotnull and a.attnum > 0 and not a.attisdropped
              and (a.attname ~ '(^|_)(decided|confirmed|approved|checked|released|agreed|answered|accepted|examined|settled)_(account|by)$'
                   or a.attname in ('upheld', 'waiting'))
              and not exists (select from pg_constraint k join pg_attribute s on s.attrelid = c.oid and s.attnum = k.conkey[1]
                              where k.conrelid = c.oid and k.contype = 'c' and cardinality(k.conkey) = 1
                                and s.attname in ('state', 'stage'))
            union
            select n.nspname || '.' || c.relname || '.' || a.attname
            from pg_attribute a
            join pg_class c on c.oid = a.attrelid
            join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and a.attname = 'waiting' and a.atttypid = 'boolean'::regtype and not a.attisdropped
            """;

    private static final String CASES = "CaseNight";
    private static final String MONEY = "RaisedMoney";
    private static final String SECOND = "RaisedApprovals";

    /** By whom it is put on a list. */
    private static final Map<String, String> RAISED = Map.ofEntries(
            Map.entry("access.client:WAITING", SECOND),
            Map.entry("access.identity.waiting", SECOND),
            Map.entry("policy.change:PROPOSED", SECOND),
            Map.entry("policy.calendar_year:PROPOSED", SECOND),
            Map.entry("approval.task:OPEN", CASES),
            Map.entry("approval.transfer:ASKED", "RaisedTransfers"),
            Map.entry("person.handover:ASKED", "RaisedHandovers"),
            Map.entry("need.need:OPEN", "RaisedNeeds"),
            Map.entry("need.need:ACCEPTED", "RaisedNeeds"),
            Map.entry("festival.campaign:OPEN", "RaisedFestivals"),
            Map.entry("festival.campaign:APPROVED", "RaisedFestivals"),
            Map.entry("stopped.words:WAITING", "RaisedWords"),
            Map.entry("removal.removal:PROPOSED", "RaisedRemovals"),
            Map.entry("campaign.letter:ISSUED", "RaisedLetters"),
            Map.entry("campaign.letter:UNIT_REFUSED", "RaisedLetters"),
            Map.entry("fund.grant_made:RETURNED", "RaisedReturns"),
            Map.entry("fund.grant_made:WAITING", MONEY),
            Map.entry("fund.batch:DRAFT", MONEY),
            Map.entry("fund.batch:APPROVED", MONEY),
            Map.entry("fund.batch:RELEASED", MONEY),
            Map.entry("fund.settlement:OPEN", MONEY),
            Map.entry("fund.settlement:PROPOSED", MONEY),
            Map.entry("fund.payee_change:PROPOSED", MONEY),
            Map.entry("fund.closing:PROPOSED", MONEY),
            Map.entry("fund.purpose_change:PROPOSED", MONEY),
            Map.entry("fund.platform_change:PROPOSED", MONEY),
            Map.entry("fund.plan_end:PROPOSED", MONEY),
            Map.entry("fund.late_repayment:PROPOSED", MONEY),
            Map.entry("fund.recovery:HEARING", MONEY),
            Map.entry("fund.recovery:ORDERED", MONEY),
            Map.entry("fund.bank_line:OPEN", MONEY),
            Map.entry("fund.bank_line:PROPOSED", MONEY));

    /** Who reads for them, where they do not read themselves. */
    private static final Map<String, Set<String>> READERS = Map.of(
            SECOND,
            Set.of("PolicyChanges", "WaitingClients", "CalendarRecords", "WaitingIdentities"),
            MONEY,
            Set.of("WaitingMoney"),
            "RaisedTransfers",
            Set.of("Transfers"),
            "RaisedRemovals",
            Set.of("Removals"),
            "RaisedWords",
            Set.of("StoppedTexts"),
            "RaisedFestivals",
            Set.of("Campaigns"));

    private static final String BY_TASK = "等着的是它的待办 approval.task，逾期、岗位无人的由 CaseNight 列出";
    private static final String OVER = "办完了，没有人等";
    private static final String BY_BATCH = "等着的是它所在的批次 fund.batch";
    private static final String BY_LIST = "等着的是它所在的名单 festival.campaign；没有核对的批准不了（ApproveCampaign）";
    private static final String PLACED = "他还没有安置，到期没有安置的由 RaisedPlacements 列在市里，这一步没办完也在其中";
    private static final String TIMETABLE = "招录照公布的日程走，没有办的这一步挡住下一步，公开页看得到；人的事由 RaisedPlacements 列出";
    private static final String PROGRAM = "等的是程序，不是人；没有做完的，运行页和管理员看得到";
    private static final String OWN = "等的是上传的人自己";

    /** Why nobody waits unseen there. Whoever adds a state adds its bean above, or a reason here. */
    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("access.client:IN_USE", OVER),
            Map.entry("stopped.words:RELEASED", "等的是写的人自己，首页有"),
            Map.entry("approval.case_file:RECEIVED", BY_TASK),
            Map.entry("approval.case_file:SUPPLEMENT", BY_TASK),
            Map.entry("approval.case_file:HANDLING", BY_TASK),
            Map.entry("approval.case_file:PAUSED", BY_TASK),
            Map.entry("approval.case_file:DECIDED", BY_TASK),
            Map.entry("approval.objection.answered", BY_TASK),
            Map.entry("approval.transfer:ACCEPTED", OVER),
            Map.entry("person.handover:ACCEPTED", OVER),
            Map.entry("festival.line:LISTED", BY_LIST),
            Map.entry("festival.line:APPROVED", BY_LIST),
            Map.entry("fund.payment:PLANNED", BY_BATCH),
            Map.entry("fund.payment:SENT", BY_BATCH),
            Map.entry("fund.payment:PARTIAL", "余下的回到承诺：fund.grant_made"),
            Map.entry("fund.payment:FAILED", "退汇的回到承诺：fund.grant_made"),
            Map.entry("fund.grant_made:IN_BATCH", BY_BATCH),
            Map.entry("fund.grant_made:IN_PAYMENT", BY_BATCH),
            Map.entry("fund.sample_check:OPEN", "公开的抽样结果把没有问到的算作没有问到，结果因此难看；问的单位首页有（SampleChecksHome）"),
            Map.entry("fund.sample_check:UNREACHED", OVER),
            Map.entry("campaign.letter:ON_DUTY", OVER),
            Map.entry("campaign.post:REPORTED", TIMETABLE),
            Map.entry("campaign.post:CHECKED", OVER),
            Map.entry("campaign.campaign:DRAFT", TIMETABLE),
            Map.entry("campaign.campaign:NOTICE", TIMETABLE),
            Map.entry("campaign.campaign:WISHES", TIMETABLE),
            Map.entry("campaign.campaign:OPENED", TIMETABLE),
            Map.entry("campaign.campaign:RESULT", TIMETABLE),
            Map.entry("campaign.campaign:FOLLOWED", OVER),
            Map.entry("campaign.candidate.checked", TIMETABLE),
            Map.entry("campaign.candidate.abilities_checked", TIMETABLE),
            Map.entry("campaign.refusal.checked", TIMETABLE),
            Map.entry("campaign.refusal.lift_checked", TIMETABLE),
            Map.entry("campaign.draw_source.confirmed", TIMETABLE),
            Map.entry("campaign.post_ranking.confirmed", TIMETABLE),
            Map.entry("campaign.exam.settled", TIMETABLE),
            Map.entry("campaign.exam_bar.checked", TIMETABLE),
            Map.entry("campaign.exam_review.decided", TIMETABLE),
            Map.entry("campaign.appeal.decided", TIMETABLE),
            Map.entry("campaign.appeal.upheld", TIMETABLE),
            Map.entry("campaign.run.approved", TIMETABLE),
            Map.entry("campaign.objection.answered", TIMETABLE),
            Map.entry("campaign.direct_application.examined", PLACED),
            Map.entry("campaign.direct_application.agreed", PLACED),
            Map.entry("campaign.direct_application.confirmed", PLACED),
            Map.entry("campaign.direct_application.settled", PLACED),
            Map.entry("campaign.direct_objection.answered", PLACED),
            Map.entry("campaign.direct_objection.upheld", PLACED),
            Map.entry("reception.ending.decided", PLACED),
            Map.entry("reception.ending.answered", PLACED),
            Map.entry("reception.ending.upheld", PLACED),
            Map.entry("reception.paper:PRESENT", OVER),
            Map.entry("reception.paper:MISSING", PLACED),
            Map.entry("reception.paper:NOT_NEEDED", OVER),
            Map.entry("reception.score:ENTERING", PLACED),
            Map.entry("reception.score:STOPPED", PLACED),
            Map.entry("reception.score:DIFFERS", PLACED),
            Map.entry("reception.score_objection.answered", PLACED),
            Map.entry("reception.score_objection.upheld", PLACED),
            Map.entry("division.question.answered", "认定以前，名下的记录留在原代码，照旧有人办；省级能认定的人首页一直有（DivisionHome）"),
            Map.entry("documents.issued:VALID", OVER),
            Map.entry("intake.batch:UPLOADED", PROGRAM),
            Map.entry("intake.batch:CHECKED", OWN),
            Map.entry("intake.batch:RUNNING", PROGRAM),
            Map.entry("intake.batch:FAILED", OWN),
            Map.entry("intake.batch:WITHDRAWING", PROGRAM),
            Map.entry("intake.row:IMPORTED", OVER),
            Map.entry("intake.row:KNOWN", OVER),
            Map.entry("intake.row:KEPT", OVER),
            Map.entry("notice.outbox:WAITING", PROGRAM),
            Map.entry("notice.outbox:SENT", OVER),
            Map.entry("notice.outbox:GIVEN_UP", PROGRAM),
            Map.entry("vault.indexing:STEADY", PROGRAM),
            Map.entry("vault.indexing:ANNOUNCED", PROGRAM),
            Map.entry("vault.indexing:FILLING", PROGRAM),
            Map.entry("vault.indexing:MOVING", PROGRAM),
            Map.entry("vault.indexing:CLEARING", PROGRAM));

    private static final Pattern WORD = Pattern.compile("'([A-Z_]+)'");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private List<OtherRaised> raised;

    private record Constraint(String place, String words) {}

    @Test
    @DisplayName("目录里的每一种等着别人的状态，都在上级的清单上，或者写明为什么不用")
    void everyStateThatWaitsIsHeldToAList() {
        var known = new TreeSet<>(RAISED.keySet());
        known.addAll(REASONS.keySet());
        assertThat(waits()).as("等着别人的状态：没有写在这里的、写了已经没有的").isEqualTo(known);
        assertThat(RAISED.keySet()).as("不能又列又有理由").doesNotContainAnyElementsOf(REASONS.keySet());
    }

    @Test
    @DisplayName("写明由谁列出的，程序里真有；每一个列清单的，都写明了它列什么")
    void everyBeanIsThere() {
        var beans = raised.stream()
                .map(one ->
                        org.springframework.util.ClassUtils.getUserClass(one).getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        var named = new TreeSet<>(RAISED.values());
        named.remove(CASES); // approval.task, in the night: CaseNight.unseen is none after it (CaseNightTest)
        assertThat(beans).containsAll(named);
        beans.removeAll(named);
        assertThat(beans).as("列的不是表里的状态，是日子：没有公开、没有安置").containsExactly("RaisedDisclosures", "RaisedPlacements");
    }

    @Test
    @DisplayName("写明由谁列出的，它真的去看那张表")
    void everyBeanReadsWhatItLists() throws IOException {
        var blocks = SqlBlocks.all();
        var unread = RAISED.entrySet().stream()
                .filter(entry -> blocks.stream()
                        .filter(block -> READERS.getOrDefault(entry.getValue(), Set.of(entry.getValue()))
                                .contains(block.owner().getSimpleName()))
                        .noneMatch(block -> block.sql().matches("(?s).*\\b" + table(entry.getKey()) + "\\b.*")))
                .map(Map.Entry::toString)
                .toList();
        assertThat(unread).isEmpty();
    }

    private static String table(String waiting) {
        var parts = waiting.split("[.:]");
        return Pattern.quote(parts[0] + "." + parts[1]);
    }

    private TreeSet<String> waits() {
        var found = new TreeSet<>(jdbc.sql(SIGNED).query(String.class).list());
        var states = new TreeMap<String, Set<String>>();
        for (var one : jdbc.sql(STATES).query(Constraint.class).list()) {
            var words = states.computeIfAbsent(one.place(), place -> new TreeSet<>());
            WORD.matcher(one.words()).results().forEach(match -> words.add(match.group(1)));
        }
        states.forEach((place, words) ->
                words.stream().filter(word -> !ENDS.contains(word)).forEach(word -> found.add(place + ":" + word)));
        return found;
    }
}
