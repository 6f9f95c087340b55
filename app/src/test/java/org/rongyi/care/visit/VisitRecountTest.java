package org.rongyi.care.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.need.Needs;
import org.rongyi.demo.TestCounty;
import org.rongyi.insight.figures.FiguresOn;
import org.rongyi.insight.figures.Recount;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RongyiTest
@DisplayName("许多人同时办走访")
class VisitRecountTest extends VillageClerk {

    @Autowired
    private RecordVisit recordVisit;

    @Autowired
    private CorrectVisit correctVisit;

    @Autowired
    private WithdrawVisit withdrawVisit;

    @Autowired
    private Recount recount;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @Autowired
    @Qualifier("job")
    private PlatformTransactionManager jobs;

    @Autowired
    private PlatformTransactionManager writes;

    @Test
    @DisplayName("许多人同时登记、更正、撤回之后，数字等于把记录重数一遍")
    void afterManyWritersTheFiguresEqualARecount() throws Exception {
        var clerks = List.of(clerk, TestCounty.office(program, "cun2"));
        var tasks = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 24; i++) {
            var who = clerks.get(i % 2);
            var person = register(who, null);
            tasks.add(() -> stream(who, person));
        }
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var done : pool.invokeAll(tasks)) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(recount.run()).isEmpty();
    }

    @Test
    @DisplayName("人次相同、人不同，也查得出来")
    void anotherPersonCountedIsFound() {
        var person = register(clerk, null);
        var neighbour = register(clerk, null);
        recorded(Map.of(person, Result.MET), "PHONE");
        var wrong = new ArrayList<Recount.Difference>();
        new TransactionTemplate(jobs).executeWithoutResult(status -> {
            everything
                    .sql("update figures.fact set person = :neighbour where person = :person")
                    .param("neighbour", neighbour)
                    .param("person", person)
                    .update();
            wrong.addAll(recount.run());
            status.setRollbackOnly();
        });
        assertThat(wrong).isNotEmpty().allSatisfy(one -> {
            assertThat(one.kind()).isEqualTo(VisitKinds.CONTACT);
            assertThat(one.measure()).isEqualTo(2);
            assertThat(one.code()).isEqualTo(clerk.unitCode());
        });
        assertThat(recount.run()).isEmpty();
    }

    @Test
    @DisplayName("合计对、哪天入账不对的，夜间也查得出来")
    void anotherDayIsFound() {
        var person = register(clerk, null);
        recorded(Map.of(person, Result.MET), "PHONE");
        var wrong = new ArrayList<Recount.Difference>();
        new TransactionTemplate(jobs).executeWithoutResult(status -> {
            everything
                    .sql("update figures.fact set booked_on = booked_on - 1 where person = :person")
                    .param("person", person)
                    .update();
            wrong.addAll(recount.run());
            status.setRollbackOnly();
        });
        assertThat(wrong).extracting(Recount.Difference::measure).contains(4);
        assertThat(recount.run()).isEmpty();
    }

    @Test
    @DisplayName("登记跨了零点的，记录和数字落在同一天，夜间不误报")
    void anActAcrossMidnightLiesOnOneDay() {
        var person = register(clerk, null);
        var app = program.getBean("appJdbc", JdbcClient.class);
        var contacts = program.getBean(Contacts.class);
        var late = new Visits(
                app,
                program.getBean(Vault.class),
                FiguresOn.day(app, today.minusDays(1)),
                program.getBean(Needs.class),
                contacts);
        var id = Ids.next();
        transactions.write(clerk, () -> {
            var by = new Visits.By(clerk.unit(), clerk.unitName(), clerk);
            late.add(
                    id,
                    content(Map.of(person, Result.MET), "PHONE", today.minusDays(2)),
                    contacts.lock(List.of(person)),
                    by,
                    Set.of());
            return true;
        });
        assertThat(recount.run()).isEmpty();
        acts.perform(clerk, withdrawVisit, new WithdrawVisit.Command(CommandId.fresh(clerk), id, 1, "重复"));
        assertThat(recount.run()).isEmpty();
    }

    @Test
    @DisplayName("不同村的两个人同时登记走访，互不等待")
    void writersOfDifferentVillagesDoNotWait() {
        var neighbour = TestCounty.office(program, "cun2");
        var ours = register(clerk, null);
        var theirs = register(neighbour, null);
        var apart = new TransactionTemplate(writes);
        apart.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        transactions.write(clerk, () -> {
            assertThat(recordVisit.run(clerk, home(clerk, ours))).isInstanceOf(RecordVisit.Outcome.Recorded.class);
            apart.executeWithoutResult(status -> {
                program.getBean("appJdbc", JdbcClient.class)
                        .sql("set local lock_timeout = '1ms'")
                        .update();
                assertThat(acts.perform(neighbour, recordVisit, home(neighbour, theirs)))
                        .isInstanceOf(RecordVisit.Outcome.Recorded.class);
            });
            return true;
        });
    }

    private RecordVisit.Command home(Actor.Office who, UUID person) {
        return new RecordVisit.Command(
                CommandId.fresh(who), content(Map.of(person, Result.MET), "HOME", today), List.of(), false, false);
    }

    private boolean stream(Actor.Office who, UUID person) {
        for (var mode : List.of("HOME", "PHONE", "STATION")) {
            var outcome = acts.perform(
                    who,
                    recordVisit,
                    new RecordVisit.Command(
                            CommandId.fresh(who),
                            content(Map.of(person, Result.MET), mode, today.minusMonths(1)),
                            List.of(),
                            false,
                            false));
            var visit = ((RecordVisit.Outcome.Recorded) outcome).subject();
            if (mode.equals("PHONE")) {
                acts.perform(
                        who,
                        correctVisit,
                        new CorrectVisit.Command(
                                CommandId.fresh(who),
                                visit,
                                1,
                                content(Map.of(person, Result.MET), "HOME", today),
                                "方式记错"));
            }
            if (mode.equals("STATION")) {
                acts.perform(who, withdrawVisit, new WithdrawVisit.Command(CommandId.fresh(who), visit, 1, "重复"));
            }
        }
        return true;
    }
}
