package org.rongyi.network.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.LookAgain;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.access.AccountControl;
import org.rongyi.platform.access.Accounts;
import org.rongyi.platform.access.Posts;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.intake.ImportDesk;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("三员分立：系统管理员、安全管理员、审计员各办各的，一人只能是其中一种")
class SeparationTest {

    private static final long COUNTY = 441625000000L;
    private static final LocalDate FROM = LocalDate.of(2020, 1, 1);
    private static final LocalDate ON = LocalDate.of(2021, 7, 1);
    private static final List<String> TITLES =
            List.of("单位*", "姓名*", "用户名*", "岗位名称*", "岗位角色*", "专兼职*", "编制性质*", "退役军人*", "任用日期*");

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Acts acts;

    @Autowired
    private OpenUnit openUnit;

    @Autowired
    private AppointStaff appoint;

    @Autowired
    private RelieveStaff relieve;

    @Autowired
    private TransferStaff transfer;

    @Autowired
    private Staff staff;

    @Autowired
    private Posts posts;

    @Autowired
    private Accounts accounts;

    @Autowired
    private AccountControl control;

    @Autowired
    private Transactions transactions;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @LocalServerPort
    private int port;

    private Map<String, org.rongyi.platform.access.Personas.Entry> personas = Map.of();
    private UUID unit;
    private UUID other;

    @BeforeEach
    void units() {
        personas = TestCounty.ensure(program);
        unit = Offices.open(acts, openUnit, "分立局" + UUID.randomUUID(), UnitKind.BUREAU, COUNTY, Unit.Details.NONE);
        other = Offices.open(acts, openUnit, "另一局" + UUID.randomUUID(), UnitKind.BUREAU, COUNTY, Unit.Details.NONE);
    }

    @Test
    @DisplayName("负责人、审计员和两种管理员只由安全管理员任用；站务员、业务干部只由别人任用")
    void whoAuthorisesDoesNothingElseAndNobodyElseAuthorises() {
        for (var role : Role.values()) {
            var bySecurity = appoint(Offices.SECURITY, unit, username(), role);
            var bySystem = appoint(Offices.ADMINISTRATOR, unit, username(), role);
            var right = role.isAuthorised() ? bySecurity : bySystem;
            var wrong = role.isAuthorised() ? bySystem : bySecurity;
            assertThat(right).isInstanceOf(AppointStaff.Outcome.Appointed.class);
            assertThat(wrong).isEqualTo(new AppointStaff.Outcome.RoleNotYours(role));
            var member = ((AppointStaff.Outcome.Appointed) right).subject();
            var ender = role.isAuthorised() ? Offices.ADMINISTRATOR : Offices.SECURITY;
            assertThat(relieve(ender, member)).isEqualTo(new RelieveStaff.Outcome.RoleNotYours(role));
        }
    }

    @Test
    @DisplayName("已是三员之一的，不能再任用为另一种；离任之后可以；同一种可以再加一个单位")
    void nobodyIsTwoOfTheThree() {
        for (var held : List.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR)) {
            var name = username();
            var first = (AppointStaff.Outcome.Appointed) appoint(Offices.SECURITY, unit, name, held);
            for (var wanted : List.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR)) {
                if (wanted != held) {
                    assertThat(appoint(Offices.SECURITY, other, name, wanted))
                            .isEqualTo(new AppointStaff.Outcome.AdministersAlready());
                }
            }
            assertThat(appoint(Offices.SECURITY, other, name, Role.LEADER))
                    .isInstanceOf(AppointStaff.Outcome.Appointed.class);
            var next = held == Role.AUDITOR ? Role.SYSTEM_ADMIN : Role.AUDITOR;
            assertThat(transfer(first.subject(), other, next, ON))
                    .as("moved, he leaves what he was")
                    .isInstanceOf(TransferStaff.Outcome.Transferred.class);
        }
    }

    @Test
    @DisplayName("调动也不能调成两种")
    void aTransferDoesNotJoinTwoOfThem() {
        var name = username();
        appoint(Offices.SECURITY, unit, name, Role.AUDITOR);
        var leader = (AppointStaff.Outcome.Appointed) appoint(Offices.SECURITY, other, name, Role.LEADER);
        var third = Offices.open(acts, openUnit, "三局" + UUID.randomUUID(), UnitKind.BUREAU, COUNTY, Unit.Details.NONE);
        assertThat(transfer(leader.subject(), third, Role.SYSTEM_ADMIN, ON))
                .isEqualTo(new TransferStaff.Outcome.AdministersAlready());
        assertThat(transactions.read(Offices.SECURITY, () -> staff.find(leader.subject())))
                .isPresent();
    }

    @Test
    @DisplayName("两处同时把一个人任用成两种，后一个也任用不成")
    void ofTwoAppointmentsAtOnceTheSecondIsRefused() {
        var name = username();
        var first = (AppointStaff.Outcome.Appointed) appoint(Offices.SECURITY, unit, name, Role.LEADER);
        var second = transactions.write(Offices.SECURITY, () -> {
            posts.open(first.account(), unit, Role.AUDITOR, FROM);
            var running =
                    CompletableFuture.supplyAsync(() -> appoint(Offices.SECURITY, other, name, Role.SYSTEM_ADMIN));
            while (!running.isDone() && !somebodyWaits()) {
                LookAgain.soon();
            }
            return running;
        });
        assertThat(second.join()).isEqualTo(new AppointStaff.Outcome.AdministersAlready());
        assertThat(posts.everOf(first.account()))
                .extracting(Posts.Served::role)
                .containsExactlyInAnyOrder(Role.LEADER, Role.AUDITOR);
    }

    @Test
    @DisplayName("谁也不能给自己加岗位")
    void nobodyAppointsHimself() {
        var name = username();
        var made = (AppointStaff.Outcome.Appointed) appoint(Offices.SECURITY, unit, name, Role.SECURITY_ADMIN);
        var himself = transactions
                .read(Offices.SECURITY, () -> posts.findOffice(made.account(), made.post()))
                .orElseThrow();
        assertThat(appoint(himself, other, name, Role.LEADER)).isEqualTo(new AppointStaff.Outcome.Yourself());
    }

    @Test
    @DisplayName("最后一位能登录的审计员免不了；有人接替就可以")
    void theLastAuditorIsNotRelieved() {
        var present = TestCounty.office(program, "shenji");
        var province = Offices.open(
                acts, openUnit, "厅" + UUID.randomUUID(), UnitKind.BUREAU, 440000000000L, Unit.Details.NONE);
        var one = enabled(province);
        hold(present.account());
        try {
            assertThat(relieve(Offices.SECURITY, one)).isEqualTo(new RelieveStaff.Outcome.LastAdministrator());
            assertThat(transfer(one, other, Role.LEADER, ON)).isEqualTo(new TransferStaff.Outcome.LastAdministrator());
            var two = enabled(province);
            assertThat(relieve(Offices.SECURITY, one)).isInstanceOf(RelieveStaff.Outcome.Relieved.class);
            assertThat(relieve(Offices.SECURITY, two)).isEqualTo(new RelieveStaff.Outcome.LastAdministrator());
            release(present.account());
            assertThat(relieve(Offices.SECURITY, two)).isInstanceOf(RelieveStaff.Outcome.Relieved.class);
        } finally {
            release(present.account());
        }
    }

    @Test
    @DisplayName("导入名单也一样：授权的岗位只收安全管理员的名单，兼任的一行退回")
    void aListCanDoNoMore() {
        var desk = new ImportDesk(program);
        var security = Offices.atWork(program, Role.SECURITY_ADMIN, "导入局" + UUID.randomUUID(), COUNTY);
        var name = username();
        var rows = List.of(
                row(security.unitName(), name, "审计员"),
                row(security.unitName(), name, "系统管理员"),
                row(security.unitName(), username(), "站务员"));
        var batch = desk.imported(security, "staff", ImportDesk.workbook(TITLES, rows));
        assertThat(desk.counts(batch)).containsExactly(1, 0, 2, 0);
        assertThat(desk.reasons(security, batch).get(0)).contains("不能由一人兼任");
        assertThat(desk.reasons(security, batch).get(1)).contains("站务员由业务干部、负责人或系统管理员任用");
        assertThat(desk.look(security, "/imports/" + batch + "/links").getStatus())
                .as("links are not his")
                .isEqualTo(403);
        assertThat(ImportDesk.body(desk.look(security, "/imports/" + batch))).doesNotContain("/links");
    }

    @Test
    @DisplayName("安全管理员任用，页面不给链接；链接由系统管理员交给本人：两人经手，才有一位新的管理员")
    void itTakesTwoToLetAnAdministratorIn() {
        var security = Browser.signedIn(port, personas.get("anquan"));
        var form = "/units/" + unit + "/staff/new";
        assertThat(security.get(form).body()).contains("负责人", "安全管理员").doesNotContain("value=\"CLERK\"");
        var answer = security.post(
                form,
                Map.of(
                        "_command", Ids.next().toString(),
                        "_post", security.postOf(form),
                        "name", "钱分立",
                        "username", username(),
                        "title", "审计员",
                        "role", "AUDITOR",
                        "employment", "FULL_TIME",
                        "establishment", "ESTABLISHED",
                        "from", ON.toString()));
        assertThat(answer.statusCode()).isEqualTo(303);
        var page = security.get("/units/" + unit).body();
        assertThat(page).contains("钱分立", "未启用", "/relief").doesNotContain("发启用链接");
        var system = Browser.signedIn(port, personas.get("admin"));
        assertThat(system.get("/units/" + unit).body()).contains("发启用链接").doesNotContain("/relief");
    }

    private boolean somebodyWaits() {
        return everything
                .sql("select exists (select from pg_locks where not granted) as waits")
                .query(Boolean.class)
                .single();
    }

    /** An auditor who can sign in. */
    private UUID enabled(UUID where) {
        var made = (AppointStaff.Outcome.Appointed) appoint(Offices.SECURITY, where, username(), Role.AUDITOR);
        transactions.write(Offices.SECURITY, () -> {
            accounts.enable(made.account(), "Shenji-2021-启用");
            return true;
        });
        return made.subject();
    }

    private void hold(UUID account) {
        transactions.write(Offices.SECURITY, () -> {
            control.hold(account, new AccountControl.Ground("试", "测试"));
            return true;
        });
    }

    private void release(UUID account) {
        transactions.write(Offices.SECURITY, () -> {
            control.release(account, new AccountControl.Ground("", "测试"));
            return true;
        });
    }

    private static String username() {
        return "s" + UUID.randomUUID().toString().substring(0, 12);
    }

    private static List<String> row(String unit, String username, String role) {
        return List.of(unit, "孙分立", username, role, role, "专职", "编内", "否", "2021-05-01");
    }

    private AppointStaff.Outcome appoint(Actor.Office actor, UUID where, String username, Role role) {
        return acts.perform(
                actor,
                appoint,
                new AppointStaff.Command(
                        CommandId.fresh(actor),
                        where,
                        null,
                        username,
                        "李分立",
                        role.zh(),
                        role,
                        Employment.FULL_TIME,
                        Establishment.ESTABLISHED,
                        false,
                        FROM));
    }

    private RelieveStaff.Outcome relieve(Actor.Office actor, UUID member) {
        return acts.perform(
                actor,
                relieve,
                new RelieveStaff.Command(CommandId.fresh(actor), member, ON, UnfinishedWork.Choice.NONE));
    }

    private TransferStaff.Outcome transfer(UUID member, UUID to, Role role, LocalDate on) {
        var terms = new Staff.Terms(role.zh(), role, Employment.FULL_TIME, Establishment.ESTABLISHED);
        return acts.perform(
                Offices.SECURITY,
                transfer,
                new TransferStaff.Command(
                        CommandId.fresh(Offices.SECURITY), member, to, terms, on, UnfinishedWork.Choice.NONE));
    }
}
