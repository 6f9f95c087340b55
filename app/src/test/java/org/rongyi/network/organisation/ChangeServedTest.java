package org.rongyi.network.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.platform.access.Posts;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.intake.ImportDesk;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.kernel.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RongyiTest
@DisplayName("调整服务区域")
class ChangeServedTest {

    private static final long COUNTY = 441625000000L;

    /** Each case has villages of its own: a station that is there already would be in the way. */
    private static final AtomicInteger USED = new AtomicInteger();

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Acts acts;

    @Autowired
    private OpenUnit openUnit;

    @Autowired
    private ChangeServed changeServed;

    @Autowired
    private AppointStaff appointStaff;

    @Autowired
    private Posts posts;

    @Autowired
    private Stations stations;

    @Autowired
    private Territories territories;

    @Autowired
    private UnitHistory history;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Divisions divisions;

    @Autowired
    @Qualifier("job")
    private PlatformTransactionManager job;

    private Actor.Office officer;
    private DivisionCode own;
    private DivisionCode next;
    private DivisionCode third;
    private UUID unit;
    private LocalDate today;

    @BeforeEach
    void aStationOfOneVillage() {
        today = divisions.today();
        officer = Offices.atWork(program, Role.OFFICER, "局" + UUID.randomUUID(), COUNTY);
        var villages = divisions.children(new DivisionCode(COUNTY), today).stream()
                .flatMap(town -> divisions.children(town.code(), today).stream())
                .map(Division::code)
                .toList();
        int first = 3 * USED.getAndIncrement();
        own = villages.get(first);
        next = villages.get(first + 1);
        third = villages.get(first + 2);
        unit = Offices.open(
                acts, openUnit, "服务站" + UUID.randomUUID(), UnitKind.STATION, own.value(), Unit.Details.NONE);
    }

    @Test
    @DisplayName("从那天起服务区域变了，本站人员能看的范围跟着变，沿革留着")
    void thePostsSeeWhatTheUnitServes() {
        var clerk = appointed();
        assertThat(scope(clerk)).isEqualTo(Scope.of(own));
        assertThat(change(1, List.of(own, next), today)).isInstanceOf(ChangeServed.Outcome.Changed.class);
        assertThat(stations.served(unit)).containsExactly(own, next);
        assertThat(scope(clerk)).isEqualTo(Scope.of(List.of(own, next)));
        assertThat(change(2, List.of(next), today)).isInstanceOf(ChangeServed.Outcome.Changed.class);
        assertThat(scope(clerk)).isEqualTo(Scope.of(next));
        assertThat(territories.of(unit)).extracting(Territories.Served::code).containsExactly(next, own);
        assertThat(history.of(unit)).hasSize(2).first().satisfies(change -> {
            assertThat(change.reason()).isEqualTo("并站");
            assertThat(change.before().served())
                    .hasSize(2)
                    .anySatisfy(was -> assertThat(was).contains(own.toString()));
        });
        assertThat(ImportDesk.body(new ImportDesk(program).look(officer, "/units/" + unit)))
                .contains("服务区域变更", "调整服务区域");
    }

    @Test
    @DisplayName("当天加错当天改回，不留痕在服务区域里，沿革里有")
    void aMistakeIsUndoneOnTheSameDay() {
        change(1, List.of(own, third), today);
        assertThat(change(2, List.of(own), today)).isInstanceOf(ChangeServed.Outcome.Changed.class);
        assertThat(territories.of(unit))
                .singleElement()
                .satisfies(one -> assertThat(one.code()).isEqualTo(own));
        assertThat(history.of(unit)).hasSize(2);
    }

    @Test
    @DisplayName("服务的两个村合并成一个，只列一次，照样能调整")
    void twoServedVillagesBecomeOne() {
        change(1, List.of(own, next), today);
        new TransactionTemplate(job)
                .executeWithoutResult(
                        status -> program.getBean(OrganisationRecode.class).recoded(next, own, today));
        assertThat(stations.served(unit)).containsExactly(own);
        assertThat(change(2, List.of(third), today)).isInstanceOf(ChangeServed.Outcome.Changed.class);
        assertThat(stations.served(unit)).containsExactly(third);
        assertThat(history.of(unit).getFirst().before().served()).hasSize(1);
    }

    @Test
    @DisplayName("两个有站的村合并：由原来就服务它的站负责；两站都在的列为待办，确认同时服务之后不再列")
    void aMergedVillageWithTwoStationsIsAsked() {
        var other = "邻站" + UUID.randomUUID();
        var there = Offices.open(acts, openUnit, other, UnitKind.STATION, next.value(), Unit.Details.NONE);
        new TransactionTemplate(job)
                .executeWithoutResult(
                        status -> program.getBean(OrganisationRecode.class).recoded(own, next, today));
        assertThat(transactions.read(officer, () -> program.getBean(Units.class).responsibleFor(next)))
                .contains(there);
        assertThat(servedTwice(other)).containsExactly(unit);
        assertThat(ImportDesk.body(new ImportDesk(program).look(officer, "/units/" + unit + "/served")))
                .contains("确认由两个机构同时服务");
        assertThat(change(1, List.of(next), today)).isInstanceOf(ChangeServed.Outcome.NothingChanged.class);
        assertThat(acts.perform(officer, changeServed, command(1, List.of(next), today, true)))
                .isInstanceOf(ChangeServed.Outcome.Changed.class);
        assertThat(servedTwice(other)).isEmpty();
        assertThat(acts.perform(officer, changeServed, command(2, List.of(next), today, true)))
                .isInstanceOf(ChangeServed.Outcome.NothingChanged.class);
    }

    private List<UUID> servedTwice(String name) {
        return transactions
                .read(officer, () -> program.getBean(UnitGaps.class).servedTwice(officer.scope(), 100))
                .stream()
                .filter(gap -> gap.name().contains(name))
                .map(UnitGaps.Gap::id)
                .toList();
    }

    @Test
    @DisplayName("在已有站的村设立又一个站，先说清楚是哪个站；两站同时服务的，说了才设立")
    void aSecondStationIsOpenedOnPurposeOnly() {
        var first = stations.find(unit).orElseThrow().name();
        var name = "又一站" + UUID.randomUUID();
        assertThat(opened(name, false))
                .isInstanceOfSatisfying(
                        OpenUnit.Outcome.ServedByAnother.class,
                        refused -> assertThat(refused.names()).containsEntry(own, first));
        var page = new ImportDesk(program)
                .post(
                        officer,
                        "/units/new",
                        "name",
                        name,
                        "kind",
                        "STATION",
                        "level",
                        "5",
                        "host",
                        "ADMINISTRATIVE",
                        "seat",
                        own.toString(),
                        "openedOn",
                        Offices.OPENED.toString());
        assertThat(page.getStatus()).isEqualTo(422);
        assertThat(ImportDesk.body(page)).contains(first, "确认由两个机构同时服务");
        assertThat(opened(name, true)).isInstanceOf(OpenUnit.Outcome.Opened.class);
        assertThat(servedTwice(name)).isEmpty();
    }

    private OpenUnit.Outcome opened(String name, boolean shared) {
        return acts.perform(
                officer,
                openUnit,
                new OpenUnit.Command(
                        CommandId.fresh(officer),
                        name,
                        UnitKind.STATION,
                        own.level(),
                        Host.ADMINISTRATIVE,
                        own,
                        List.of(own),
                        Unit.Details.NONE,
                        Offices.OPENED,
                        shared));
    }

    @Test
    @DisplayName("别的站在服务的，先说清楚；说了就是要两站同时服务，才办")
    void aDivisionServedByAnotherIsSaid() {
        var other = "邻站" + UUID.randomUUID();
        Offices.open(acts, openUnit, other, UnitKind.STATION, next.value(), Unit.Details.NONE);
        var refused = change(1, List.of(own, next), today);
        assertThat(refused).isInstanceOf(ChangeServed.Outcome.ServedByAnother.class);
        assertThat(((ChangeServed.Outcome.ServedByAnother) refused).names()).containsKey(next);
        var page = new ImportDesk(program)
                .post(
                        officer,
                        "/units/" + unit + "/served",
                        "version",
                        "1",
                        "served",
                        own.toString(),
                        "more",
                        next.toString(),
                        "on",
                        today.toString(),
                        "reason",
                        "并站");
        assertThat(page.getStatus()).isEqualTo(422);
        assertThat(ImportDesk.body(page)).contains(other, "确认由两个机构同时服务");
        assertThat(acts.perform(officer, changeServed, command(1, List.of(own, next), today, true)))
                .isInstanceOf(ChangeServed.Outcome.Changed.class);
    }

    @Test
    @DisplayName("撤并了的、辖区外的、一个不剩的、没有变化的、日子不对的，都不办")
    void whatCannotBeServedIsRefused() {
        assertThat(change(1, List.of(own, new DivisionCode(own.value() + 555)), today))
                .isInstanceOf(ChangeServed.Outcome.UnknownDivision.class);
        assertThat(change(1, List.of(own, new DivisionCode(441622000000L)), today))
                .isInstanceOf(ChangeServed.Outcome.OutsideTerritory.class);
        assertThat(change(1, List.of(), today)).isInstanceOf(ChangeServed.Outcome.NothingLeft.class);
        assertThat(change(1, List.of(own), today)).isInstanceOf(ChangeServed.Outcome.NothingChanged.class);
        assertThat(change(1, List.of(next), today.plusDays(1))).isInstanceOf(ChangeServed.Outcome.DayNotPossible.class);
        assertThat(change(1, List.of(next), Offices.OPENED.minusDays(1)))
                .isInstanceOf(ChangeServed.Outcome.DayNotPossible.class);
        assertThat(change(7, List.of(next), today)).isInstanceOf(ChangeServed.Outcome.Stale.class);
        change(1, List.of(third), today);
        assertThat(change(2, List.of(own), today.minusDays(1)))
                .as("on that day it still served its own village")
                .isInstanceOf(ChangeServed.Outcome.DayNotPossible.class);
    }

    @Test
    @DisplayName("自己单位的、按指派服务的、看不到的，都不办")
    void unitsThatAreNotForHim() {
        var itself =
                new ChangeServed.Command(CommandId.fresh(officer), officer.unit(), 1, List.of(own), today, "并站", false);
        assertThat(acts.perform(officer, changeServed, itself)).isInstanceOf(ChangeServed.Outcome.OwnUnit.class);
        var stranger = Offices.of(Role.OFFICER, 441622000000L);
        var command = new ChangeServed.Command(CommandId.fresh(stranger), unit, 1, List.of(next), today, "并站", false);
        assertThat(acts.perform(stranger, changeServed, command)).isInstanceOf(ChangeServed.Outcome.UnknownUnit.class);
        var hosted = acts.perform(
                officer,
                openUnit,
                new OpenUnit.Command(
                        CommandId.fresh(officer),
                        "园区站",
                        UnitKind.STATION,
                        own.level(),
                        Host.PARK,
                        new DivisionCode(COUNTY),
                        List.of(),
                        Unit.Details.NONE,
                        Offices.OPENED));
        var park = ((OpenUnit.Outcome.Opened) hosted).subject();
        var assigned = new ChangeServed.Command(CommandId.fresh(officer), park, 1, List.of(next), today, "并站", false);
        assertThat(acts.perform(officer, changeServed, assigned)).isInstanceOf(ChangeServed.Outcome.ByAssignment.class);
    }

    private ChangeServed.Outcome change(int version, List<DivisionCode> served, LocalDate on) {
        return acts.perform(officer, changeServed, command(version, served, on, false));
    }

    private ChangeServed.Command command(int version, List<DivisionCode> served, LocalDate on, boolean shared) {
        return new ChangeServed.Command(CommandId.fresh(officer), unit, version, served, on, "并站", shared);
    }

    private AppointStaff.Outcome.Appointed appointed() {
        return (AppointStaff.Outcome.Appointed) acts.perform(
                officer,
                appointStaff,
                new AppointStaff.Command(
                        CommandId.fresh(officer),
                        unit,
                        null,
                        "u" + UUID.randomUUID().toString().substring(0, 12),
                        "冯站长",
                        "站长",
                        Role.CLERK,
                        Employment.PART_TIME,
                        Establishment.CONCURRENT,
                        false,
                        Offices.OPENED));
    }

    private Scope scope(AppointStaff.Outcome.Appointed clerk) {
        return transactions
                .read(officer, () -> posts.findOffice(clerk.account(), clerk.post()))
                .orElseThrow()
                .scope();
    }
}
