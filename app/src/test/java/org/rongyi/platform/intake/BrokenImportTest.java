package org.rongyi.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.documents.sheet.Columns;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("导入中途出错：断了能续，不重复，一行错不拖住别的行")
class BrokenImportTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @Autowired
    private RunImports imports;

    @Autowired
    private BatchWork work;

    @Autowired
    private List<Importer<?>> importers;

    private ImportDesk desk;
    private Actor.Office clerk;
    private Rows rows;
    private Importer<?> persons;

    @BeforeEach
    void aClerkWithAList() {
        clerk = TestCounty.office(program, "cun");
        desk = new ImportDesk(program);
        rows = new Rows(program, clerk);
        persons = importers.stream()
                .filter(one -> one.kind().equals("persons"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("已做的留着，接着做完，没有一行做两次")
    void aBrokenImportGoesOnWhereItStopped() {
        var people = new ArrayList<List<String>>();
        for (int i = 0; i < 12; i++) {
            people.add(rows.person("戊" + i));
        }
        var batch = desk.checked(clerk, "persons", Rows.workbook(people));
        var left = new AtomicInteger(7);
        synchronized (imports) {
            start(batch);
            assertThatThrownBy(() -> imports.advance(
                            running(batch), clerk, new Breaking<>(persons, row -> left.getAndDecrement() == 0)))
                    .hasRootCauseMessage("电源断了");
            assertThat(desk.counts(batch).getFirst()).isLessThan(12);
            // as after a kill: the rows were done, and nobody wrote it down
            everything
                    .sql("update intake.batch set next_row = 0, good = 0 where id = :id")
                    .param("id", batch)
                    .update();
            everything
                    .sql("delete from intake.row where batch_id = :id")
                    .param("id", batch)
                    .update();
        }
        assertThat(desk.finish(batch)).isEqualTo("DONE");
        assertThat(desk.counts(batch)).containsExactly(12, 0, 0, 0);
        assertThat(people).allSatisfy(row -> assertThat(rows.count(row)).isEqualTo(1));
    }

    @Test
    @DisplayName("系统在同一行错了三次，那一行退回，别的行照常导入")
    void aRowThatBreaksTheProgramIsSentBack() {
        var people = List.of(rows.person("壬一"), rows.person("壬二"), rows.person("壬三"));
        var batch = desk.checked(clerk, "persons", Rows.workbook(people));
        var breaking = new Breaking<>(persons, row -> row.toString().contains("壬二"));
        synchronized (imports) {
            start(batch);
            for (int time = 0; time < 2; time++) {
                assertThatThrownBy(() -> imports.advance(running(batch), clerk, breaking))
                        .hasRootCauseMessage("电源断了");
                work.stumbled(running(batch));
            }
            imports.advance(running(batch), clerk, breaking);
        }
        assertThat(desk.finish(batch)).isEqualTo("DONE");
        assertThat(desk.counts(batch)).containsExactly(2, 0, 1, 0);
        assertThat(desk.reasons(clerk, batch)).singleElement().asString().contains("第 3 行", "系统处理此行时出错");
        assertThat(people.stream().map(rows::count)).containsExactly(1, 0, 1);
    }

    @Test
    @DisplayName("同一个身份证号在一张表里以两个姓名出现，以前一行为准，后一行退回核对")
    void ofRowsWithOneNumberTheFirstCounts() {
        var people = new ArrayList<List<String>>();
        for (int i = 0; i < 30; i++) {
            var first = rows.person("癸" + i);
            var again = new ArrayList<>(first);
            again.set(0, "子" + i);
            people.add(first);
            people.add(again);
        }
        var batch = desk.imported(clerk, "persons", Rows.workbook(people));
        assertThat(desk.counts(batch)).containsExactly(30, 0, 30, 0);
        for (int i = 0; i < people.size(); i += 2) {
            assertThat(rows.count(people.get(i))).isEqualTo(1);
        }
    }

    /** Fails at some rows, as power does. */
    private record Breaking<T>(Importer<T> whole, Predicate<Object> fails) implements Importer<T> {

        @Override
        public String kind() {
            return whole.kind();
        }

        @Override
        public Class<?> act() {
            return whole.act();
        }

        @Override
        public Columns<T> columns() {
            return whole.columns();
        }

        @Override
        public Optional<Outcome> check(Actor.Office actor, T row) {
            return whole.check(actor, row);
        }

        @Override
        public int lane(T row) {
            return whole.lane(row);
        }

        @Override
        public Outcome importRow(Actor.Office actor, CommandId id, T row) {
            if (fails.test(row)) {
                throw new IllegalStateException("电源断了");
            }
            return whole.importRow(actor, id, row);
        }

        @Override
        public Optional<String> withdraw(Actor.Office actor, CommandId id, UUID subject) {
            return whole.withdraw(actor, id, subject);
        }
    }

    private void start(UUID batch) {
        assertThat(desk.post(clerk, "/imports/" + batch + "/start").getStatus()).isEqualTo(303);
    }

    private Batch running(UUID batch) {
        return work.pending().stream()
                .filter(one -> one.id().equals(batch))
                .findFirst()
                .orElseThrow();
    }
}
