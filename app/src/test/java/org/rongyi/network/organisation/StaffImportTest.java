package org.rongyi.network.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.platform.access.Accounts;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.intake.ImportDesk;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("工作人员名单导入：与任用人员一样的规矩，新账号的启用链接随后可取")
class StaffImportTest {

    private static final long COUNTY = 441624000000L;
    private static final List<String> TITLES =
            List.of("单位*", "姓名*", "用户名*", "岗位名称*", "岗位角色*", "专兼职*", "编制性质*", "退役军人*", "任用日期*");

    @Autowired
    private ApplicationContext program;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @Autowired
    private Acts acts;

    @Autowired
    private OpenUnit openUnit;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Transactions transactions;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private Divisions divisions;

    private ImportDesk desk;
    private Actor.Office officer;
    private String station;
    private String other;

    @BeforeEach
    void county() {
        desk = new ImportDesk(program);
        officer = Offices.atWork(program, Role.OFFICER, "局" + UUID.randomUUID(), COUNTY);
        station = "甲站" + UUID.randomUUID();
        other = "乙站" + UUID.randomUUID();
        var villages = divisions.children(
                divisions
                        .children(new DivisionCode(COUNTY), divisions.today())
                        .getFirst()
                        .code(),
                divisions.today());
        Offices.open(
                acts,
                openUnit,
                station,
                UnitKind.STATION,
                villages.get(0).code().value(),
                Unit.Details.NONE);
        Offices.open(
                acts, openUnit, other, UnitKind.STATION, villages.get(1).code().value(), Unit.Details.NONE);
    }

    @Test
    @DisplayName("模板列出表单所问的，能原样读回")
    void theTemplateAsksWhatTheFormAsks() {
        var file = desk.look(officer, "/imports/staff/template.xlsx").getContentAsByteArray();
        assertThat(ImportDesk.read(file).titles()).isEqualTo(TITLES);
        assertThat(desk.counts(desk.checked(officer, "staff", file))).containsExactly(0, 0, 0, 0);
    }

    @Test
    @DisplayName("新人开账号，熟人加岗位，已在本单位的不重复；断了重来也不重复")
    void newPeopleGetAccountsKnownOnesOnePostMore() {
        var name = username();
        var first = row(station, "孙立", name);
        var second = row(other, "孙立", name);
        var file = ImportDesk.workbook(TITLES, List.of(first, second, first));
        var batch = desk.importedAcrossAKill(officer, "staff", file);
        assertThat(desk.counts(batch)).containsExactly(2, 1, 0, 0);
        assertThat(posts(name)).isEqualTo(2);
        assertThat(desk.checked(officer, "staff", file)).as("the same file").isEqualTo(batch);
    }

    @Test
    @DisplayName("每一种错行都带原因退回")
    void refusedRowsSayWhy() {
        var taken = username();
        desk.imported(officer, "staff", ImportDesk.workbook(TITLES, List.of(row(station, "周正", taken))));
        var rows = new ArrayList<List<String>>();
        rows.add(row("没有的站", "甲", username()));
        rows.add(row(Long.toString(COUNTY), "乙", username()));
        rows.add(row(station, "丙", taken));
        rows.add(row(station, "丁", "1x"));
        rows.add(changed(4, "系统管理员"));
        rows.add(changed(8, "2018-01-01"));
        rows.add(changed(5, "临时"));
        var batch = desk.imported(officer, "staff", ImportDesk.workbook(TITLES, rows));
        assertThat(desk.counts(batch)).containsExactly(0, 0, rows.size(), 0);
        var reasons = desk.reasons(officer, batch);
        assertThat(reasons.get(0)).contains("没有机构“没有的站”");
        assertThat(reasons.get(1)).contains("这个代码上有几个机构");
        assertThat(reasons.get(2)).contains("用户名已有别人使用");
        assertThat(reasons.get(3)).contains("用户名应为 3 至 32 个");
        assertThat(reasons.get(4)).contains("系统管理员只能由安全管理员任用");
        assertThat(reasons.get(5)).contains("任用日期那天机构不在办");
        assertThat(reasons.get(6)).contains("专兼职", "临时");
        var named = row(COUNTY + " " + officer.unitName(), "戊", username());
        var good = desk.imported(officer, "staff", ImportDesk.workbook(TITLES, List.of(named)));
        assertThat(desk.counts(good)).containsExactly(1, 0, 0, 0);
    }

    @Test
    @DisplayName("启用链接：没启用的人人一条，再取即换新，启用的不再发；别的单位取不到")
    void linksAreHandedOutForWhoHasNotBeenIn() {
        var waiting = username();
        var enabled = username();
        var batch = desk.imported(
                officer,
                "staff",
                ImportDesk.workbook(TITLES, List.of(row(station, "吴一", waiting), row(station, "吴二", enabled))));
        var path = "/imports/" + batch + "/links";
        assertThat(ImportDesk.body(desk.look(officer, "/imports/" + batch))).contains(path);
        assertThat(ImportDesk.body(desk.look(officer, path))).contains("有 2 个账号还没有启用");

        var first = ImportDesk.read(desk.post(officer, path).getContentAsByteArray())
                .rows();
        assertThat(first).extracting(row -> row.get(2)).containsExactly(waiting, enabled);
        assertThat(opens(first.getFirst().get(3))).isTrue();
        enable(enabled);
        var second = ImportDesk.read(desk.post(officer, path).getContentAsByteArray())
                .rows();
        assertThat(second).singleElement().satisfies(row -> assertThat(row).contains("吴一", waiting, station));
        assertThat(opens(second.getFirst().get(3))).isTrue();
        assertThat(opens(first.getFirst().get(3))).as("the earlier one").isFalse();

        enable(waiting);
        assertThat(ImportDesk.body(desk.look(officer, path))).contains("账号都已启用");
        assertThat(desk.post(officer, path).getStatus()).isEqualTo(409);
        var stranger = Offices.atWork(program, Role.OFFICER, "邻局" + UUID.randomUUID(), COUNTY);
        assertThat(desk.look(stranger, path).getStatus()).isEqualTo(404);
        assertThat(desk.post(stranger, path).getStatus()).isEqualTo(404);
    }

    @Test
    @DisplayName("整批撤回：没进来过的连账号一起撤；启用了的、办过事的留下并说明；老账号只去掉这个岗位")
    void aBatchIsTakenBackButForWhoHasBeenIn() {
        var old = username();
        desk.imported(officer, "staff", ImportDesk.workbook(TITLES, List.of(row(station, "郑老", old))));
        enable(old);
        var gone = username();
        var enabled = username();
        var worked = username();
        var rows = List.of(
                row(station, "郑一", gone),
                row(station, "郑二", enabled),
                row(station, "郑三", worked),
                row(other, "郑老", old));
        var batch = desk.imported(officer, "staff", ImportDesk.workbook(TITLES, rows));
        assertThat(desk.counts(batch)).containsExactly(4, 0, 0, 0);
        enable(enabled);
        acted(worked);
        assertThat(desk.withdraw(officer, batch)).isEqualTo("WITHDRAWN");
        assertThat(desk.counts(batch).getLast()).isEqualTo(2);
        assertThat(ImportDesk.body(desk.look(officer, "/imports/" + batch))).contains("本人已启用账号", "已在这个岗位上办过事");
        assertThat(accounts.findKnown(gone)).isEmpty();
        assertThat(posts(enabled)).isEqualTo(1);
        assertThat(posts(worked)).isEqualTo(1);
        assertThat(posts(old)).isEqualTo(1);

        var again = desk.imported(officer, "staff", ImportDesk.workbook(TITLES, rows));
        assertThat(desk.counts(again)).containsExactly(2, 2, 0, 0);
    }

    private static String username() {
        return "u" + UUID.randomUUID().toString().substring(0, 12);
    }

    private static List<String> row(String unit, String name, String username) {
        return new ArrayList<>(List.of(unit, name, username, "兼职站务员", "站务员", "兼职", "兼任", "是", "2021-05-01"));
    }

    private List<String> changed(int column, String text) {
        var row = row(station, "错行", username());
        row.set(column, text);
        return row;
    }

    private int posts(String username) {
        return everything.sql("""
                     select count(*) from access.post p
                     join access.account a on a.id = p.account_id
                     join organisation.staff s on s.post_id = p.id
                     where a.username = :name
                     """).param("name", username).query(Integer.class).single();
    }

    private void enable(String username) {
        transactions.write(new Actor.Visitor(), () -> {
            accounts.enable(accounts.findKnown(username).orElseThrow().id(), "Daoru-2021-启用");
            return true;
        });
    }

    /** As the runner of acts would leave it. */
    private void acted(String username) {
        var him = everything
                .sql("""
                     select a.id, a.name, p.id as post, p.unit_id, u.code_now
                     from access.post p
                     join access.account a on a.id = p.account_id
                     join organisation.unit u on u.id = p.unit_id
                     where a.username = :name
                     """)
                .param("name", username)
                .query((row, n) -> {
                    var code = new DivisionCode(row.getLong("code_now"));
                    return new Actor.Office(
                            row.getObject("id", UUID.class),
                            row.getString("name"),
                            row.getObject("post", UUID.class),
                            row.getObject("unit_id", UUID.class),
                            station,
                            code,
                            Role.CLERK,
                            code.level(),
                            org.rongyi.platform.kernel.Scope.of(code));
                })
                .single();
        transactions.write(him, () -> {
            audit.record(him, new AuditTrail.Entry("RecordVisit", UUID.randomUUID(), "Recorded", true));
            return true;
        });
    }

    private boolean opens(String link) {
        var answer = desk.look(officer, URI.create(link).getPath());
        return ImportDesk.body(answer).contains("设置口令");
    }
}
