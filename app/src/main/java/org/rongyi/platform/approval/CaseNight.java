package org.rongyi.platform.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.rongyi.platform.approval.route.Move;
import org.rongyi.platform.database.MovingLock;
import org.rongyi.platform.documents.issued.Issuer;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.WorkingDays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 夜间巡检: nobody waits unseen. What nobody said a word about in time is accepted; what passed its limit, or waits at a post
 * without a person, stands on the list of the bureau above; a publication that is over goes on; who did not rate in
 * time is counted as the rules say, apart from those who did. Each case in a transaction of its own, and all of it
 * bears being done twice.
 */
@Component
class CaseNight {

    private static final Logger LOG = LoggerFactory.getLogger(CaseNight.class);

    /** 逾期不告知的，自收到申请材料之日起即为受理（行政许可法 第 32 条）. */
    private static final String SILENT = """
            select t.case_id
            from approval.task t
            join approval.case_file c on c.id = t.case_id
            where t.state = 'OPEN' and t.kind = 'SEAT' and t.step = 0 and t.due_on < :today
              and c.state = 'RECEIVED' and c.accepted_on is null
            order by t.due_on, t.id
            """;

    private static final String PUBLISHED = """
            select t.case_id
            from approval.task t
            join approval.case_file c on c.id = t.case_id
            where t.state = 'OPEN' and t.kind = 'SEAT' and t.due_on < :today and c.state = 'HANDLING'
              and c.route -> 'steps' -> t.step ->> 'kind' = 'PUBLICATION'
              and not exists (select from approval.task o
                              where o.case_id = t.case_id and o.kind = 'OBJECTION' and o.state = 'OPEN')
            order by t.due_on, t.id
            """;

    /**
     * Not yet raised, or raised to a unit that has nobody either. A 公示 that hangs on waits for its objections' desks; while
     * the clock stands still nothing is late.
     */
    private static final String UNSEEN = """
            select t.id, t.code_now, coalesce(t.raised_level, t.unit_level) as level, t.unit_id as unit, t.unit_name as name,
                   access.manned(t.unit_id, array['LEADER'], :today) as led,
                   case when t.due_on < :today and c.state <> 'PAUSED' then 'LATE' else 'UNMANNED' end as ground
            from approval.task t
            join approval.case_file c on c.id = t.case_id
            where t.state = 'OPEN'
              and (t.due_on < :today and c.state <> 'PAUSED' or not access.manned(t.unit_id, t.roles, :today))
              and not (t.kind = 'SEAT' and exists (select from approval.task o where o.parent = t.id
                                                   and o.kind = 'OBJECTION' and o.state = 'OPEN'))
              and (t.raised_unit is null
                   or not access.manned(t.raised_unit, array['OFFICER', 'LEADER'], :today))
            order by t.due_on, t.id
            """;

    /** Waits for one person alone, who is not at that post any more. */
    private static final String DESERTED = """
            select t.id
            from approval.task t
            where t.state = 'OPEN' and t.assigned_account is not null
              and not access.serves(t.assigned_account, t.unit_id, t.roles, :today)
            order by t.due_on, t.id
            """;

    private static final String RAISE = """
            update approval.task
            set raised_unit = :unit, raised_name = :name, raised_level = :level, raised_ground = :ground,
                raised_at = :at, version = version + 1
            where id = :id and state = 'OPEN'
            """;

    private static final String CASE_OF = "select case_id from approval.task where id = :id";

    /** Counted from the day the decision reached him: before it did, nobody can say how it went. */
    private static final String UNRATED = """
            insert into approval.rating (id, person_id, code_now, service, grade, by_default, at)
            select c.id, c.person_id, c.code_now, c.service, :grade, true, :at
            from approval.case_file c
            where c.state = 'CLOSED' and c.result <> 'WITHDRAWN'
              and exists (select from approval.delivery d
                          where d.case_id = c.id and d.round = c.round and d.on_day < :before)
              and not exists (select from approval.rating r where r.id = c.id)
            on conflict do nothing
            """;

    private static final String UNCERTAIN_TASKS =
            "select id, due_on from approval.task where state = 'OPEN' and not due_certain";

    private static final String UNCERTAIN_CASES = """
            select id, decide_due as due_on from approval.case_file
            where not decide_certain and state in ('RECEIVED', 'SUPPLEMENT', 'HANDLING', 'PAUSED')
            """;

    private static final String SETTLE_TASK = """
            update approval.task set due_on = :due, due_certain = true, version = version + 1
            where id = :id and due_on = :was
            """;

    private static final String SETTLE_CASE = """
            update approval.case_file set decide_due = :due, decide_certain = true, version = version + 1
            where id = :id and decide_due = :was
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Cases cases;
    private final CasePapers papers;
    private final Desks desks;
    private final WorkingDays days;
    private final Policy policy;
    private final Clock clock;

    CaseNight(
            @Qualifier("job") JdbcClient jdbc,
            @Qualifier("job") PlatformTransactionManager transactions,
            @Qualifier("job") Cases cases,
            @Qualifier("job") CasePapers papers,
            Desks desks,
            WorkingDays days,
            Policy policy,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.cases = cases;
        this.papers = papers;
        this.desks = desks;
        this.days = days;
        this.policy = policy;
        this.clock = clock;
    }

    /** @param led its own unit has a 负责人 */
    private record Unseen(UUID id, long codeNow, int level, UUID unit, String name, boolean led, String ground) {}

    private record Uncertain(UUID id, LocalDate dueOn) {}

    void run() {
        settleDays();
        acceptSilently();
        endPublications();
        followPosts();
        raise();
        rateByDefault();
    }

    /** Next year's notice is there: what was counted without it is counted with it. */
    void settleDays() {
        settle(UNCERTAIN_TASKS, SETTLE_TASK);
        settle(UNCERTAIN_CASES, SETTLE_CASE);
    }

    private void settle(String question, String statement) {
        var calendar = days.calendar();
        for (var one : jdbc.sql(question).query(Uncertain.class).list()) {
            var settled = Term.settled(calendar, new Term.Due(one.dueOn(), false));
            if (settled.certain()) {
                apart(
                        one.id(),
                        () -> jdbc.sql(statement)
                                .param("due", settled.on())
                                .param("was", one.dueOn())
                                .param("id", one.id())
                                .update());
            }
        }
    }

    void acceptSilently() {
        var change = new Cases.Change(By.TERM, "逾期未告知，视为受理", null, null, null);
        each(
                SILENT,
                file -> cases.move(file, new Move.Accept(), change)
                        .ifPresent(accepted -> papers.accepted(counter(accepted), accepted)));
    }

    /** The desk that said nothing signs; no person does. */
    private Issuer counter(CaseFile file) {
        var desk = cases.desk(file, 0, 0);
        return new Issuer(desk.unit(), desk.name(), file.code().at(desk.level()), By.TERM.name(), null);
    }

    void endPublications() {
        each(PUBLISHED, file -> cases.endPublication(file, By.TERM));
    }

    private void each(String question, Consumer<CaseFile> work) {
        for (var id :
                jdbc.sql(question).param("today", today()).query(UUID.class).list()) {
            apart(id, () -> cases.lock(id).ifPresent(work));
        }
    }

    /** 人走了，事随岗位走: a task that waited for one person waits for his unit's posts again, who are told. */
    void followPosts() {
        for (var id :
                jdbc.sql(DESERTED).param("today", today()).query(UUID.class).list()) {
            apart(
                    id,
                    () -> cases.findTask(id)
                            .flatMap(task -> cases.lock(task.caseId()))
                            .ifPresent(file -> cases.findTask(id)
                                    .filter(Task::isOpen)
                                    .ifPresent(task -> cases.giveBack(file, task))));
        }
    }

    List<UUID> deserted() {
        return jdbc.sql(DESERTED).param("today", today()).query(UUID.class).list();
    }

    void raise() {
        for (var task :
                jdbc.sql(UNSEEN).param("today", today()).query(Unseen.class).list()) {
            apart(task.id(), () -> raise(task));
        }
    }

    private void raise(Unseen task) {
        var above = desks.above(new DivisionCode(task.codeNow()), Level.of(task.level()))
                .or(() -> task.led()
                        ? Optional.of(new Desks.Desk(task.unit(), task.name(), Level.of(task.level())))
                        : Optional.empty());
        if (above.isEmpty()) {
            return; // nobody there leads the province: the system administrator is warned
        }
        var file = jdbc.sql(CASE_OF)
                .param("id", task.id())
                .query(UUID.class)
                .optional()
                .flatMap(cases::lock);
        int raised = jdbc.sql(RAISE)
                .param("unit", above.get().unit())
                .param("name", above.get().name())
                .param("level", above.get().level().number())
                .param("ground", task.ground())
                .param("at", OffsetDateTime.now(clock))
                .param("id", task.id())
                .update();
        if (raised == 1) {
            file.ifPresent(found -> {
                var ground = Task.Ground.valueOf(task.ground()).zh();
                cases.tell(found, By.TERM, ground + "，列入" + above.get().name() + "的督办清单", null);
                cases.raised(found, task.id());
            });
        }
    }

    void rateByDefault() {
        int kept = policy.number("approval.rating.days", today());
        transaction.executeWithoutResult(status -> {
            jdbc.sql(MovingLock.TAKE_SHARED).query().listOfRows();
            jdbc.sql(UNRATED)
                    .param("grade", Ratings.DEFAULT)
                    .param("at", OffsetDateTime.now(clock))
                    .param("before", today().minusDays(kept))
                    .update();
        });
    }

    private void apart(UUID id, Runnable work) {
        try {
            transaction.executeWithoutResult(status -> {
                jdbc.sql(MovingLock.TAKE_SHARED).query().listOfRows();
                work.run();
            });
        } catch (RuntimeException e) {
            LOG.error("夜间巡检：{} 没有办成，明晚再办", id, e); // one does not hold up the others
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** 公示 that should have gone on: their days are over, and no objection waits. */
    List<UUID> overdueNotices() {
        return jdbc.sql(PUBLISHED).param("today", today()).query(UUID.class).list();
    }

    /** Late, or at a post without a person, and on nobody's list: none, after a night. */
    List<UUID> unseen() {
        return jdbc.sql(UNSEEN).param("today", today()).query(Unseen.class).list().stream()
                .map(Unseen::id)
                .toList();
    }
}
