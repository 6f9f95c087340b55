package org.rongyi.care.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.network.organisation.Offices;
import org.rongyi.people.person.Files;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.division.change.DivisionChange;
import org.rongyi.platform.intake.ImportDesk;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Role;

@RongyiTest
@DisplayName("录入区划变更之后，记录由程序转移，数字等于重数一遍")
class MovedVillagesTest extends ChangingTown {

    /** Rows found by others than their own code, each with its reason. */
    private static final List<String> FOUND_OTHERWISE = List.of(
            "figures.fresh.code_now", // folded away before the move
            "person.name_gram.code_now"); // by the places of their person

    /** An index on the code, over all rows or over either half of them. */
    private static final String WITHOUT_INDEX = """
            select n.nspname || '.' || c.relname || '.' || a.attname
            from pg_catalog.pg_attribute a
            join pg_catalog.pg_class c on c.oid = a.attrelid and c.relkind = 'r'
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where a.attname in ('code_now', 'place_now')
              and (select coalesce(bool_or(i.indpred is null), false)
                       or count(distinct pg_get_expr(i.indpred, i.indrelid)) filter (
                              where pg_get_expr(i.indpred, i.indrelid) in
                                  ('active', '(NOT active)', '(valid_to IS NULL)', '(valid_to IS NOT NULL)')) = 2
                   from pg_catalog.pg_index i
                   where i.indrelid = c.oid and i.indkey[0] = a.attnum) is not true
            order by 1
            """;

    @Test
    @DisplayName("要转移的行，张张表都能按代码找到，不必扫全省")
    void everyRowIsFoundByItsCode() {
        assertThat(everything.sql(WITHOUT_INDEX).query(String.class).list()).isEqualTo(FOUND_OTHERWISE);
    }

    @Test
    @DisplayName("有人正在登记走访时不转移，等他办完再来；他写下的一行也不落下")
    void whoIsWritingIsWaitedFor() throws Exception {
        var town = newTown();
        var village = newVillage(town, 201);
        var next = new DivisionCode(town.value() + 202);
        var person = register(at(village), null);
        mover.moveDue();
        change(new DivisionChange.Recode(village, next, null), day(1));
        try (var beside = Executors.newSingleThreadExecutor()) {
            transactions.write(at(village), () -> {
                var who = at(village);
                assertThat(program.getBean(RecordVisit.class).run(who, visit(who, person, today)))
                        .isInstanceOf(RecordVisit.Outcome.Recorded.class);
                assertThat(within(beside.submit(() -> mover.moveDue()))).isZero();
                return true;
            });
        }
        assertThat(isMoved(village)).isFalse();
        assertThat(mover.moveDue()).isOne();
        assertNothingLeftAt(village);
        assertThat(rows("visit.visit", next)).isOne();
        assertThat(rows("need.need", next)).isOne();
        assertThat(recount.run()).isEmpty();
    }

    @Test
    @DisplayName("别的进程还不知道变更的那一秒里，按旧代码写下的，下一轮收走，只收一遍；旧代码又有了主的不碰")
    void whatAnotherProcessWroteInThatSecondIsFetched() {
        var town = newTown();
        var village = newVillage(town, 201);
        var next = new DivisionCode(town.value() + 202);
        var person = register(at(village), null);
        mover.moveDue();
        change(new DivisionChange.Recode(village, next, null), day(1));
        mover.moveDue();
        assertNothingLeftAt(village);
        late(person, village);
        assertThat(mover.moveDue()).as("那一秒还没有过去").isZero();
        assertThat(rows("visit.contact", village)).isOne();
        aMinuteLater(village);
        assertThat(mover.moveDue()).isZero();
        assertNothingLeftAt(village);
        assertThat(rows("visit.contact", next)).isOne();
        late(person, village);
        mover.moveDue();
        assertThat(rows("visit.contact", village)).isOne();
        late(person, next);
    }

    private void late(UUID person, DivisionCode code) {
        everything
                .sql("update visit.contact set code_now = :code where person_id = :person")
                .param("code", code.value())
                .param("person", person)
                .update();
    }

    private void aMinuteLater(DivisionCode village) {
        everything
                .sql(
                        "update division.successor set records_moved_at = records_moved_at - interval '1 minute' where old_code = :code")
                .param("code", village.value())
                .update();
    }

    @Test
    @DisplayName("合并：两村都走访过的人，合并后仍是一个人；更正、撤回照办")
    void mergedVillagesAreOne() {
        var town = newTown();
        var one = newVillage(town, 201);
        var other = newVillage(town, 202);
        var person = register(at(one), null);
        var neighbour = register(at(other), null);
        var first = visited(person);
        visited(neighbour);
        change(new DivisionChange.Merge(List.of(one), other, List.of()), day(1));
        assertThat(mover.moveDue()).isPositive();
        assertNothingLeftAt(one);
        visited(person);
        assertCounts(other, 3, 2);
        var who = at(other);
        assertThat(acts.perform(
                        who,
                        program.getBean(WithdrawVisit.class),
                        new WithdrawVisit.Command(CommandId.fresh(who), first, 1, "重复")))
                .isInstanceOf(WithdrawVisit.Outcome.Withdrawn.class);
        assertCounts(other, 2, 2);
        assertThat(recount.run()).isEmpty();
    }

    @Test
    @DisplayName("户籍地与常住地合并成一个村，名册上他只有一行")
    void whoseTwoPlacesBecameOneIsOneLine() {
        var town = newTown();
        var hukou = newVillage(town, 201);
        var residence = newVillage(town, 202);
        var person = new Files(program).register(at(hukou), "两地归一", Files.number(), residence);
        change(new DivisionChange.Merge(List.of(hukou), residence, List.of()), day(1));
        assertThat(mover.moveDue()).isPositive();
        var county = Offices.atWork(program, Role.OFFICER, "县局" + town, 441223000000L);
        for (var look : List.of("/persons?unit=" + residence, "/persons?q=两地归一")) {
            assertThat(ImportDesk.body(new ImportDesk(program).look(county, look))
                            .split("/persons/" + person, -1))
                    .as(look)
                    .hasSize(2);
        }
    }

    @Test
    @DisplayName("拆分：记录归主承接村，另一村从零开始")
    void aSplitVillageGoesOnInItsMainPart() {
        var town = newTown();
        var village = newVillage(town, 201);
        var person = register(at(village), null);
        visited(person);
        var main = new DivisionCode(town.value() + 202);
        var beside = new DivisionCode(town.value() + 203);
        var parts = List.of(new DivisionChange.Part(main, "东村"), new DivisionChange.Part(beside, "西村"));
        change(new DivisionChange.Split(village, parts, main, List.of()), day(1));
        assertThat(mover.moveDue()).isPositive();
        assertNothingLeftAt(village);
        assertCounts(main, 1, 1);
        assertCounts(beside, 0, 0);
        assertThat(recount.run()).isEmpty();
    }

    @Test
    @DisplayName("改变隶属：镇到了邻县，各村的记录随之到邻县，原县不再有")
    void aTownUnderAnotherCountyTakesItsVillagesAlong() {
        var town = newTown();
        var village = newVillage(town, 201);
        var person = register(at(village), null);
        visited(person);
        var elsewhere = new DivisionCode(town.value() + 1_000_000);
        change(new DivisionChange.Reparent(town, elsewhere), day(1));
        assertThat(mover.moveDue()).isPositive();
        assertNothingLeftAt(village);
        assertCounts(town, 0, 0);
        assertCounts(elsewhere, 1, 1);
        assertCounts(new DivisionCode(elsewhere.value() + 201), 1, 1);
        visited(person);
        assertCounts(elsewhere, 2, 1);
        assertThat(recount.run()).isEmpty();
    }

    private void assertCounts(DivisionCode unit, long times, long people) {
        var count = visitsOf(unit);
        assertThat(Map.of("人次", count.times(), "人", count.people().number()))
                .as(unit.toString())
                .isEqualTo(Map.of("人次", times, "人", people));
    }

    private static int within(java.util.concurrent.Future<Integer> future) {
        try {
            return future.get(1, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new IllegalStateException("the mover neither moved nor gave up", e);
        }
    }
}
