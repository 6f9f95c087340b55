package org.rongyi.network.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.access.Accounts;
import org.rongyi.platform.access.SetUp;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.NotAllowed;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.audit.LatestInTrail;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
class StaffingTest {

    private static final long COUNTY = 441621000000L;
    private static final LocalDate FROM = LocalDate.of(2020, 1, 1);
    private static final LocalDate ON = LocalDate.of(2021, 7, 1);
    private static final Actor.Office OFFICER = Offices.of(Role.OFFICER, COUNTY);
    private static final Actor.Office STRANGER = Offices.of(Role.OFFICER, 441622000000L);

    private final Acts acts;
    private final OpenUnit openUnit;
    private final ChangeUnit changeUnit;
    private final CloseUnit closeUnit;
    private final AppointStaff appoint;
    private final RelieveStaff relieve;
    private final TransferStaff transfer;
    private final RenewLink renew;
    private final Units units;
    private final UnitHistory history;
    private final Staff staff;
    private final Stations stations;
    private final SetUp setUp;
    private final Divisions divisions;
    private final Accounts accounts;
    private final Transactions transactions;

    @LocalServerPort
    private int port;

    @Autowired
    StaffingTest(
            Acts acts,
            OpenUnit openUnit,
            ChangeUnit changeUnit,
            CloseUnit closeUnit,
            AppointStaff appoint,
            RelieveStaff relieve,
            TransferStaff transfer,
            RenewLink renew,
            Units units,
            UnitHistory history,
            Staff staff,
            Stations stations,
            SetUp setUp,
            Divisions divisions,
            Accounts accounts,
            Transactions transactions) {
        this.acts = acts;
        this.openUnit = openUnit;
        this.changeUnit = changeUnit;
        this.closeUnit = closeUnit;
        this.appoint = appoint;
        this.relieve = relieve;
        this.transfer = transfer;
        this.renew = renew;
        this.units = units;
        this.history = history;
        this.staff = staff;
        this.stations = stations;
        this.setUp = setUp;
        this.divisions = divisions;
        this.accounts = accounts;
        this.transactions = transactions;
    }

    /** Before this makes accounts: the county founds the first one. */
    @BeforeEach
    void county(@Autowired ApplicationContext program) {
        TestCounty.ensure(program);
    }

    @Test
    void aChangeKeepsWhatWasBeforeAndIsSeenInTheDirectory() {
        var unit = unit("旧名站");
        assertThat(change(OFFICER, unit, 1)).isInstanceOf(ChangeUnit.Outcome.Changed.class);
        assertThat(stations.find(unit)).get().satisfies(now -> {
            assertThat(now.name()).isEqualTo("新名站");
            assertThat(now.version()).isEqualTo(2);
            assertThat(now.details().latitude()).isEqualTo(24);
        });
        assertThat(history.of(unit)).singleElement().satisfies(change -> {
            assertThat(change.before().name()).isEqualTo("旧名站");
            assertThat(change.reason()).isEqualTo("迁址");
        });
    }

    @Test
    @DisplayName("留痕写明：机构改了哪几项、从什么改成什么、为什么，人写的地址不写内容；任用、调动、免去写明单位、岗位和日期")
    void theTrailSaysWhatWasChanged(@Autowired @Qualifier("job") JdbcClient everything) {
        var unit = unit("留痕站");
        change(OFFICER, unit, 1);
        var said = LatestInTrail.of(everything, "ChangeUnit", unit);
        assertThat(said.purpose()).isEqualTo("迁址");
        assertThat(said.changes())
                .extracting(Detail.Change::text)
                .contains("名称：留痕站 → 新名站", "地址：已改，内容不进留痕", "电话：0762-1")
                .noneMatch(line -> line.startsWith("开放时间"));
        var member = appointed(unit);
        assertThat(LatestInTrail.lines(everything, "AppointStaff", member))
                .contains("单位：新名站", "任用日期：" + FROM)
                .anyMatch(line -> line.startsWith("岗位：") && line.endsWith("，站务员"));
        relieve(OFFICER, member, ON);
        assertThat(LatestInTrail.lines(everything, "RelieveStaff", member)).contains("任职：站务员（新名站） → 无", "免去日期：" + ON);
    }

    @Test
    void aChangeOnAnOldVersionOrOutsideTheTerritoryIsRefused() {
        var unit = unit("某站");
        assertThat(change(STRANGER, unit, 1)).isInstanceOf(ChangeUnit.Outcome.UnknownUnit.class);
        assertThat(change(OFFICER, unit, 1)).isInstanceOf(ChangeUnit.Outcome.Changed.class);
        assertThat(change(OFFICER, unit, 1)).isInstanceOf(ChangeUnit.Outcome.Stale.class);
        assertThatThrownBy(() -> change(Offices.of(Role.CLERK, COUNTY), unit, 2))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void aUnitIsClosedOnceNobodyServesThereAndLeavesTheDirectory() {
        var unit = unit("将撤站");
        var member = appointed(unit);
        assertThat(close(OFFICER, unit, 1, ON)).isEqualTo(new CloseUnit.Outcome.StaffInForce(1));
        relieve(OFFICER, member, ON);
        assertThat(close(STRANGER, unit, 1, ON)).isInstanceOf(CloseUnit.Outcome.UnknownUnit.class);
        assertThat(close(OFFICER, unit, 7, ON)).isInstanceOf(CloseUnit.Outcome.Stale.class);
        assertThat(close(OFFICER, unit, 1, Offices.OPENED)).isInstanceOf(CloseUnit.Outcome.DayNotPossible.class);
        assertThat(close(OFFICER, unit, 1, divisions.today().plusDays(1)))
                .isInstanceOf(CloseUnit.Outcome.DayNotPossible.class);
        assertThat(close(OFFICER, unit, 1, ON)).isInstanceOf(CloseUnit.Outcome.Closed.class);
        assertThat(stations.find(unit)).isEmpty();
        assertThat(stations.served(unit)).isEmpty();
        assertThat(close(OFFICER, unit, 2, ON)).isInstanceOf(CloseUnit.Outcome.UnknownUnit.class);
        assertThat(appoint(OFFICER, unit, username(), Role.CLERK, null))
                .isInstanceOf(AppointStaff.Outcome.UnknownUnit.class);
    }

    @Test
    void theProvincialBureauIsNeverClosed() {
        assertThat(close(Offices.ADMINISTRATOR, units.provincialBureau(), 1, ON))
                .isInstanceOf(CloseUnit.Outcome.Needed.class);
    }

    @Test
    void anAppointmentNeedsAFreeNameAKnownAccountAndARoleOnesOwn() {
        var unit = unit("任用站");
        var name = username();
        assertThat(appoint(OFFICER, unit, name, Role.CLERK, null)).isInstanceOf(AppointStaff.Outcome.Appointed.class);
        assertThat(appoint(OFFICER, unit, name, Role.CLERK, null))
                .isInstanceOf(AppointStaff.Outcome.AlreadyServes.class);
        var far = Offices.open(acts, openUnit, "远方站", UnitKind.STATION, 441622000000L, Unit.Details.NONE);
        assertThat(appoint(STRANGER, far, name, Role.CLERK, null))
                .as("he serves elsewhere")
                .isInstanceOf(AppointStaff.Outcome.UsernameTaken.class);
        assertThat(appoint(OFFICER, unit, username(), Role.SYSTEM_ADMIN, null))
                .isInstanceOf(AppointStaff.Outcome.RoleNotYours.class);
        assertThat(appoint(OFFICER, unit, "", Role.CLERK, UUID.randomUUID()))
                .isInstanceOf(AppointStaff.Outcome.UnknownAccount.class);
        assertThat(appoint(STRANGER, unit, username(), Role.CLERK, null))
                .isInstanceOf(AppointStaff.Outcome.UnknownUnit.class);
    }

    @Test
    void reliefEndsTheAppointmentOnItsDayAndOnlyOnce() {
        var unit = unit("免职站");
        var member = appointed(unit);
        assertThat(relieve(STRANGER, member, ON)).isInstanceOf(RelieveStaff.Outcome.UnknownStaff.class);
        assertThat(relieve(OFFICER, member, FROM.minusDays(1)))
                .isInstanceOf(RelieveStaff.Outcome.BeforeBeginning.class);
        assertThat(relieve(OFFICER, member, ON)).isInstanceOf(RelieveStaff.Outcome.Relieved.class);
        assertThat(staffOf(unit))
                .singleElement()
                .extracting(Staff.Member::validTo)
                .isEqualTo(ON);
        assertThat(relieve(OFFICER, member, ON)).isInstanceOf(RelieveStaff.Outcome.UnknownStaff.class);
    }

    @Test
    void nobodyEndsHisOwnPostAndOnlyWhoAuthorisesRelievesAdministrators() {
        var unit = unit("管理站");
        var outcome =
                (AppointStaff.Outcome.Appointed) appoint(Offices.SECURITY, unit, username(), Role.SECURITY_ADMIN, null);
        assertThat(relieve(OFFICER, outcome.subject(), ON)).isInstanceOf(RelieveStaff.Outcome.RoleNotYours.class);
        var base = Offices.SECURITY;
        var himself = new Actor.Office(
                outcome.account(),
                "王建国",
                outcome.post(),
                unit,
                "管理站",
                base.unitCode(),
                Role.SECURITY_ADMIN,
                base.level(),
                base.scope());
        assertThat(relieve(himself, outcome.subject(), ON)).isInstanceOf(RelieveStaff.Outcome.Yourself.class);
        assertThat(transfer(himself, outcome.subject(), unit("去处"), Role.LEADER, ON))
                .isInstanceOf(TransferStaff.Outcome.Yourself.class);
    }

    @Test
    void aTransferEndsHereAndBeginsThereOnOneDayWithOneAccount() {
        var here = unit("调出站");
        var there = unit("调入站");
        var member = appointed(here);
        var account = account(member);
        assertThat(transfer(OFFICER, member, here, Role.CLERK, ON)).isInstanceOf(TransferStaff.Outcome.SameUnit.class);
        assertThat(transfer(OFFICER, member, units.provincialBureau(), Role.CLERK, ON))
                .isInstanceOf(TransferStaff.Outcome.UnknownUnit.class);
        assertThat(transfer(STRANGER, member, there, Role.CLERK, ON))
                .isInstanceOf(TransferStaff.Outcome.UnknownStaff.class);
        assertThat(transfer(OFFICER, member, there, Role.AUDITOR, ON))
                .isInstanceOf(TransferStaff.Outcome.RoleNotYours.class);
        assertThat(transfer(OFFICER, member, there, Role.CLERK, FROM.minusDays(1)))
                .isInstanceOf(TransferStaff.Outcome.BeforeBeginning.class);
        assertThat(transfer(OFFICER, member, there, Role.OFFICER, ON))
                .isInstanceOf(TransferStaff.Outcome.Transferred.class);
        assertThat(staffOf(here))
                .singleElement()
                .extracting(Staff.Member::validTo)
                .isEqualTo(ON);
        assertThat(staffOf(there)).singleElement().satisfies(now -> {
            assertThat(now.accountId()).isEqualTo(account);
            assertThat(now.validFrom()).isEqualTo(ON);
            assertThat(transactions.read(OFFICER, () -> staff.role(now))).isEqualTo(Role.OFFICER);
        });
    }

    @Test
    void aLinkIsRenewedByAnAdministratorOfAllTheTerritoryHeServes() {
        var unit = unit("链接站");
        var member = appointed(unit);
        var account = account(member);
        assertThat(setUp.linkFor(account)).get().asString().startsWith("/setup/");
        assertThat(renew(Offices.ADMINISTRATOR, member)).isEqualTo(new RenewLink.Outcome.Granted(account));
        assertThat(renew(Offices.of(Role.SYSTEM_ADMIN, 441622000000L), member))
                .isInstanceOf(RenewLink.Outcome.UnknownStaff.class);
        assertThat(renew(OFFICER, member))
                .as("who has never been in is let in by whoever appoints")
                .isEqualTo(new RenewLink.Outcome.Granted(account));
        assertThatThrownBy(() -> renew(Offices.of(Role.CLERK, COUNTY), member)).isInstanceOf(NotAllowed.class);
        transactions.write(OFFICER, () -> {
            accounts.enable(account, "Zhihui-2021-链接");
            return true;
        });
        assertThat(renew(OFFICER, member)).isInstanceOf(RenewLink.Outcome.OnlyAdministrator.class);
        assertThat(renew(Offices.ADMINISTRATOR, member)).isEqualTo(new RenewLink.Outcome.Granted(account));
    }

    @Test
    void whoServesElsewhereTooIsLetInOnlyByWhoAnswersForBoth() {
        var member = appointed(unit("本县站"));
        var account = account(member);
        var far = Offices.open(acts, openUnit, "邻县站", UnitKind.STATION, 441622000000L, Unit.Details.NONE);
        assertThat(appoint(Offices.ADMINISTRATOR, far, username(), Role.CLERK, account))
                .isInstanceOf(AppointStaff.Outcome.Appointed.class);
        assertThat(renew(OFFICER, member)).isInstanceOf(RenewLink.Outcome.UnknownStaff.class);
        assertThat(renew(Offices.ADMINISTRATOR, member)).isInstanceOf(RenewLink.Outcome.Granted.class);
        assertThat(staffOf(far))
                .as("the lock of the rows, whatever a query forgets")
                .isEmpty();
        assertThat(transactions.read(Offices.ADMINISTRATOR, () -> staff.of(far)))
                .hasSize(1);
    }

    @Test
    void anAdministratorsAccountIsLetInByTheSystemAdministratorOnly() {
        var unit = unit("管理员站");
        var outcome =
                (AppointStaff.Outcome.Appointed) appoint(Offices.SECURITY, unit, username(), Role.SYSTEM_ADMIN, null);
        assertThat(renew(OFFICER, outcome.subject())).isInstanceOf(RenewLink.Outcome.OnlyAdministrator.class);
        assertThatThrownBy(() -> renew(Offices.SECURITY, outcome.subject())).isInstanceOf(NotAllowed.class);
        assertThat(renew(Offices.ADMINISTRATOR, outcome.subject())).isInstanceOf(RenewLink.Outcome.Granted.class);
    }

    @Test
    void oneLinkOpensAnAccountAndANewOneEndsTheOldOne() {
        var member = appointed(unit("换链接站"));
        var account = account(member);
        var first = setUp.linkFor(account).orElseThrow();
        var second = setUp.linkFor(account).orElseThrow();
        var browser = new Browser(port);
        assertThat(browser.get(second).body()).contains("设置口令");
        assertThat(browser.get(first).body()).doesNotContain("设置口令");
    }

    @Test
    void whoIsKnownByUserNameAndNameHoldsOnePostMoreWithHisAccount() {
        var name = username();
        var first = (AppointStaff.Outcome.Appointed) appoint(OFFICER, unit("本岗站"), name, Role.CLERK, null);
        var second = (AppointStaff.Outcome.Appointed) appoint(OFFICER, unit("兼岗站"), name, Role.CLERK, null);
        assertThat(second.account()).isEqualTo(first.account());
        assertThat(second.post()).isNotEqualTo(first.post());
    }

    @Test
    void aUnitIsNotOpenedTwiceAtOnePlaceUnderOneName() {
        var first = unit("独一站");
        var seat = new DivisionCode(COUNTY);
        var again = new OpenUnit.Command(
                CommandId.fresh(OFFICER),
                "独一站",
                UnitKind.STATION,
                seat.level(),
                Host.ADMINISTRATIVE,
                seat,
                List.of(seat),
                Unit.Details.NONE,
                Offices.OPENED);
        assertThat(acts.perform(OFFICER, openUnit, again)).isEqualTo(new OpenUnit.Outcome.AlreadyThere(first));
    }

    @Test
    void aUnitWorksAtTheLevelOfItsSeatAndNeverAboveItsOpener() {
        for (var level : List.of(Level.PROVINCE, Level.CITY, Level.TOWN, Level.VILLAGE)) {
            assertThat(open(level, Host.ADMINISTRATIVE)).isEqualTo(new OpenUnit.Outcome.WrongLevel(Level.COUNTY));
        }
        assertThat(open(Level.PROVINCE, Host.PARK)).isEqualTo(new OpenUnit.Outcome.WrongLevel(Level.COUNTY));
        assertThat(open(Level.TOWN, Host.PARK)).isInstanceOf(OpenUnit.Outcome.Opened.class);
        assertThat(open(Level.COUNTY, Host.ADMINISTRATIVE)).isInstanceOf(OpenUnit.Outcome.Opened.class);
    }

    private OpenUnit.Outcome open(Level level, Host host) {
        var seat = new DivisionCode(COUNTY);
        var command = new OpenUnit.Command(
                CommandId.fresh(OFFICER),
                "级别" + level + host,
                UnitKind.BUREAU,
                level,
                host,
                seat,
                List.of(seat),
                Unit.Details.NONE,
                Offices.OPENED);
        return acts.perform(OFFICER, openUnit, command);
    }

    private UUID unit(String name) {
        return Offices.open(acts, openUnit, name, UnitKind.STATION, COUNTY, Unit.Details.NONE);
    }

    private static String username() {
        return "u" + UUID.randomUUID().toString().substring(0, 12);
    }

    private UUID appointed(UUID unit) {
        return ((AppointStaff.Outcome.Appointed) appoint(OFFICER, unit, username(), Role.CLERK, null)).subject();
    }

    private UUID account(UUID member) {
        return transactions
                .read(OFFICER, () -> staff.find(member))
                .orElseThrow()
                .accountId();
    }

    private List<Staff.Member> staffOf(UUID unit) {
        return transactions.read(OFFICER, () -> staff.of(unit));
    }

    private AppointStaff.Outcome appoint(
            Actor.Office actor, UUID unit, String username, Role role, @Nullable UUID account) {
        return acts.perform(
                actor,
                appoint,
                new AppointStaff.Command(
                        CommandId.fresh(actor),
                        unit,
                        account,
                        username,
                        "李卫东",
                        "站务员",
                        role,
                        Employment.FULL_TIME,
                        Establishment.CONTRACT,
                        true,
                        account == null && units.find(unit).orElseThrow().closedOn() != null ? ON : FROM));
    }

    private ChangeUnit.Outcome change(Actor actor, UUID unit, int version) {
        var details = new Unit.Details("新址", "0762-1", "", List.of("优抚帮扶"), 24.0, 115.0);
        return acts.perform(
                actor, changeUnit, new ChangeUnit.Command(CommandId.fresh(actor), unit, version, "新名站", details, "迁址"));
    }

    private CloseUnit.Outcome close(Actor actor, UUID unit, int version, LocalDate on) {
        return acts.perform(actor, closeUnit, new CloseUnit.Command(CommandId.fresh(actor), unit, version, on, "合并"));
    }

    private RelieveStaff.Outcome relieve(Actor actor, UUID member, LocalDate on) {
        return acts.perform(
                actor,
                relieve,
                new RelieveStaff.Command(CommandId.fresh(actor), member, on, UnfinishedWork.Choice.NONE));
    }

    private TransferStaff.Outcome transfer(Actor actor, UUID member, UUID to, Role role, LocalDate on) {
        var terms = new Staff.Terms("站长", role, Employment.FULL_TIME, Establishment.ESTABLISHED);
        return acts.perform(
                actor,
                transfer,
                new TransferStaff.Command(CommandId.fresh(actor), member, to, terms, on, UnfinishedWork.Choice.NONE));
    }

    private RenewLink.Outcome renew(Actor actor, UUID member) {
        return acts.perform(actor, renew, new RenewLink.Command(CommandId.fresh(actor), member));
    }
}
