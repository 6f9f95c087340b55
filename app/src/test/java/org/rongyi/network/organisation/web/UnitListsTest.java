package org.rongyi.network.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.network.organisation.AppointStaff;
import org.rongyi.network.organisation.Employment;
import org.rongyi.network.organisation.Establishment;
import org.rongyi.network.organisation.Host;
import org.rongyi.network.organisation.Offices;
import org.rongyi.network.organisation.OpenUnit;
import org.rongyi.network.organisation.Unit;
import org.rongyi.network.organisation.UnitKind;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.division.change.RemovalQuestions;
import org.rongyi.platform.intake.ImportDesk;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("机构名单与人员名单：筛选、翻页、导出")
class UnitListsTest {

    private static final long COUNTY = 441602000000L;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Acts acts;

    @Autowired
    private OpenUnit openUnit;

    @Autowired
    private AppointStaff appointStaff;

    private ImportDesk desk;
    private Actor.Office officer;
    private String mark;

    @BeforeEach
    void aCountyWithAHandfulOfUnits() {
        desk = new ImportDesk(program);
        officer = Offices.atWork(program, Role.OFFICER, "源城局" + UUID.randomUUID(), COUNTY);
        mark = "名单" + UUID.randomUUID();
    }

    @Test
    @DisplayName("按类别、级别、依托、名称首字母筛选；表里正是筛出来的")
    void theUnitsListIsFilteredOnScreenAndInTheFile() {
        open(mark + "中心", UnitKind.CENTRE, Host.ADMINISTRATIVE);
        open(mark + "园区站", UnitKind.STATION, Host.PARK);
        assertThat(page("/units?q=" + mark)).contains(mark + "中心", mark + "园区站");
        assertThat(page("/units?q=mingdan")).doesNotContain(mark);
        assertThat(page("/units?q=md&host=PARK")).contains(mark + "园区站").doesNotContain(mark + "中心");
        assertThat(page("/units?q=" + mark + "&kind=CENTRE&level=3"))
                .contains(mark + "中心", "/units/export.xlsx?q=")
                .doesNotContain(mark + "园区站");
        assertThat(page("/units?q=" + mark + "&state=closed")).contains("没有符合条件的机构");

        var sheet = export("/units/export.xlsx?q=" + mark + "&host=PARK");
        assertThat(sheet).hasSizeGreaterThan(2);
        assertThat(sheet.getLast()).contains(mark + "园区站", "服务站", "园区");
        assertThat(sheet).noneSatisfy(row -> assertThat(row).contains(mark + "中心"));
        assertThat(sheet.toString()).contains("填表单位：" + officer.unitName());
    }

    @Test
    @DisplayName("导出的机构名单能原样再导入，只认已有")
    void theExportedUnitsCanBeImported() {
        open(mark + "中心", UnitKind.CENTRE, Host.ADMINISTRATIVE);
        var file = desk.look(officer, "/units/export.xlsx?q=" + mark).getContentAsByteArray();
        var batch = desk.checked(officer, "stations", file);
        assertThat(desk.counts(batch)).containsExactly(0, 1, 0, 0);
    }

    @Test
    @DisplayName("人员名单：在任的、离任的、退役军人、角色；翻页不漏不重；表里正是筛出来的")
    void theStaffListIsFilteredAndPaged() {
        var unit = open(mark + "站", UnitKind.STATION, Host.PARK);
        for (int i = 0; i < 25; i++) {
            appoint(unit, mark.substring(0, 10) + (char) ('甲' + i), i % 5 == 0, i == 3 ? Role.OFFICER : Role.CLERK);
        }
        var first = page("/staff?q=" + mark);
        assertThat(first).contains("下一页");
        var after = first.replaceAll("(?s).*after=([^\"&]+)\".*", "$1");
        assertThat(rows(first) + rows(page("/staff?q=" + mark + "&after=" + after)))
                .isEqualTo(25);
        assertThat(rows(page("/staff?q=" + mark + "&veteran=yes"))).isEqualTo(5);
        assertThat(rows(page("/staff?q=" + mark + "&role=OFFICER"))).isEqualTo(1);
        assertThat(rows(page("/staff?q=" + mark + "&employment=PART_TIME"))).isZero();
        assertThat(page("/staff?q=" + mark + "&state=ended")).contains("没有符合条件的人员");
        assertThat(export("/staff/export.xlsx?q=" + mark + "&veteran=yes")).hasSize(5 + 3);
        var paper = page("/staff/print?q=" + mark);
        assertThat(paper).contains("共 25 行", "筛选：查找 " + mark).doesNotContain("下一页");
        assertThat(paper.split("<td class=\"num\">\\d+</td><td>" + mark)).hasSize(25 + 1);
        var neighbour = Offices.atWork(program, Role.OFFICER, "邻局" + UUID.randomUUID(), 441622000000L);
        assertThat(ImportDesk.body(desk.look(neighbour, "/staff?q=" + mark))).contains("没有符合条件的人员");
    }

    @Test
    @DisplayName("找服务站：谁都能打印整份名单，不止一页；导出只给办事的人，行行都在")
    void theDirectoryIsPrintedWhole() {
        for (int i = 0; i < 23; i++) {
            open(mark + "第" + i + "站", UnitKind.STATION, Host.PARK);
        }
        var list = page("/stations?q=" + mark);
        assertThat(list).contains("/stations/print?q=", "/stations/export.xlsx?q=", "下一页");
        var visitor = desk.look(new Actor.Visitor(), "/stations/print?q=" + mark);
        assertThat(ImportDesk.body(visitor))
                .contains("共 23 行", "退役军人服务中心（站）名单", mark + "第22站", "筛选：查找 " + mark)
                .doesNotContain("下一页");
        assertThat(ImportDesk.body(desk.look(new Actor.Visitor(), "/stations?q=" + mark)))
                .doesNotContain(">导出<", "/stations/print");
        assertThat(ImportDesk.body(desk.look(new Actor.Visitor(), "/stations?division=" + COUNTY + "&q=" + mark)))
                .as("选了地区才打印：全省的纸上排不下")
                .contains("/stations/print?q=");
        assertThat(page("/stations/print?q=" + mark + "&near=23.7,114.7")).contains("由近到远，没有坐标的不在内");
        assertThat(export("/stations/export.xlsx?q=" + mark))
                .filteredOn(row -> row.toString().contains(mark))
                .hasSizeGreaterThanOrEqualTo(23);
    }

    @Test
    @DisplayName("待认定区划、本单位的导入：整份导出，整份打印")
    void questionsAndImportsAreGivenOut() {
        var province = Offices.atWork(program, Role.OFFICER, "省厅" + UUID.randomUUID(), 440000000000L);
        var open = program.getBean(RemovalQuestions.class).countOpen();
        var questions = ImportDesk.read(
                        desk.look(province, "/division-questions/export.xlsx").getContentAsByteArray())
                .rows();
        assertThat(questions.stream().filter(row -> row.toString().matches(".*\\d{12}.*")))
                .hasSize((int) open);
        assertThat(ImportDesk.body(desk.look(province, "/division-questions/print")))
                .contains("待认定区划");
        open(mark + "中心", UnitKind.CENTRE, Host.ADMINISTRATIVE);
        desk.checked(
                officer,
                "stations",
                desk.look(officer, "/units/export.xlsx?q=" + mark).getContentAsByteArray());
        assertThat(export("/imports/export.xlsx").toString()).contains("填表单位：" + officer.unitName(), "待开始");
        assertThat(page("/imports/print")).contains("共 1 行");
        assertThat(page("/imports")).contains("/imports/export.xlsx", "/imports/print");
    }

    private static int rows(String page) {
        return page.split("data-label=\"单位\"", -1).length - 1;
    }

    private String page(String path) {
        var answer = desk.look(officer, path);
        assertThat(answer.getStatus()).isEqualTo(200);
        return ImportDesk.body(answer);
    }

    /** All rows of the file below the title. */
    private List<List<String>> export(String path) {
        return ImportDesk.read(desk.look(officer, path).getContentAsByteArray()).rows();
    }

    private UUID open(String name, UnitKind kind, Host host) {
        var seat = new DivisionCode(COUNTY);
        var outcome = acts.perform(
                officer,
                openUnit,
                new OpenUnit.Command(
                        CommandId.fresh(officer),
                        name,
                        kind,
                        seat.level(),
                        host,
                        seat,
                        List.of(seat),
                        Unit.Details.NONE,
                        Offices.OPENED,
                        true));
        return ((OpenUnit.Outcome.Opened) outcome).subject();
    }

    private void appoint(UUID unit, String name, boolean veteran, Role role) {
        acts.perform(
                officer,
                appointStaff,
                new AppointStaff.Command(
                        CommandId.fresh(officer),
                        unit,
                        null,
                        "u" + UUID.randomUUID().toString().substring(0, 12),
                        name,
                        "站务员",
                        role,
                        Employment.FULL_TIME,
                        Establishment.CONTRACT,
                        veteran,
                        Offices.OPENED));
    }
}
