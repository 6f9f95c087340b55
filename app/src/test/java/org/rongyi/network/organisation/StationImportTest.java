package org.rongyi.network.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.platform.division.Division;
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
@DisplayName("机构名单导入：与设立机构一样的规矩")
class StationImportTest {

    private static final long COUNTY = 441623000000L;
    private static final List<String> TITLES =
            List.of("名称*", "类别*", "级别*", "设立依托*", "所在区划*", "服务区域", "设立日期*", "地址", "电话", "办公时间", "办理事项", "经纬度");

    /** Each case has a town of its own: a station that is there already would be in the way. */
    private static final AtomicInteger USED = new AtomicInteger();

    @Autowired
    private ApplicationContext program;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @Autowired
    private Divisions divisions;

    @Autowired
    private Stations stations;

    private ImportDesk desk;
    private Actor.Office officer;
    private List<Division> villages;

    @BeforeEach
    void county() {
        desk = new ImportDesk(program);
        officer = Offices.atWork(program, Role.OFFICER, "局" + UUID.randomUUID(), COUNTY);
        var today = divisions.today();
        var town = divisions.children(new DivisionCode(COUNTY), today).get(USED.getAndIncrement());
        villages = divisions.children(town.code(), today);
    }

    @Test
    @DisplayName("模板列出表单所问的，能原样读回")
    void theTemplateAsksWhatTheFormAsks() {
        var file = desk.look(officer, "/imports/stations/template.xlsx");
        var sheet = ImportDesk.read(file.getContentAsByteArray());
        assertThat(sheet.titles()).isEqualTo(TITLES);
        var batch = desk.checked(officer, "stations", file.getContentAsByteArray());
        assertThat(desk.counts(batch)).as("the example row is nobody's").containsExactly(0, 0, 0, 0);
    }

    @Test
    @DisplayName("核对不设立任何机构；好行设立，服务区域可写代码或全名；再导入只认已有")
    void goodRowsAreOpenedOnce() {
        var name = "导入站" + UUID.randomUUID();
        var row = row(name, villages.getFirst().code().toString());
        row.set(
                5,
                villages.get(0).code() + "、"
                        + divisions.fullName(villages.get(1).code()));
        var hosted = row("园区站" + name, Long.toString(COUNTY));
        hosted.set(2, "镇街");
        hosted.set(3, "园区");
        var file = ImportDesk.workbook(TITLES, List.of(row, hosted));
        var batch = desk.checked(officer, "stations", file);
        assertThat(desk.counts(batch)).containsExactly(2, 0, 0, 0);
        assertThat(open(name)).isEmpty();
        assertThat(ImportDesk.body(desk.look(officer, "/imports/" + batch))).contains(name, "导入这 2 行");

        desk.post(officer, "/imports/" + batch + "/start");
        assertThat(desk.finish(batch)).isEqualTo("DONE");
        var unit = open(name).getFirst();
        assertThat(stations.served(unit))
                .containsExactly(villages.get(0).code(), villages.get(1).code());
        assertThat(stations.find(unit)).get().satisfies(station -> {
            assertThat(station.details().services()).containsExactly("优抚帮扶", "走访慰问");
            assertThat(station.details().latitude()).isEqualTo(24.37);
            assertThat(station.details().longitude()).isEqualTo(114.49);
        });

        var again = desk.imported(officer, "stations", ImportDesk.workbook(TITLES, List.of(hosted, row, row)));
        assertThat(desk.counts(again)).containsExactly(0, 3, 0, 0);
        assertThat(open(name)).hasSize(1);
    }

    @Test
    @DisplayName("每一种错行都带原因退回")
    void refusedRowsSayWhy() {
        var rows = new ArrayList<List<String>>();
        rows.add(changed(4, "没有这个镇"));
        rows.add(changed(4, "440106001001"));
        rows.add(changed(5, villages.getFirst().code() + "、441622001000"));
        rows.add(changed(6, divisions.today().plusDays(1).toString()));
        rows.add(changed(1, "派出所"));
        rows.add(changed(8, "请打电话"));
        rows.add(changed(11, "北纬24"));
        var batch = desk.imported(officer, "stations", ImportDesk.workbook(TITLES, rows));
        assertThat(desk.counts(batch)).containsExactly(0, 0, rows.size(), 0);
        var reasons = desk.reasons(officer, batch);
        assertThat(reasons.get(0)).contains("所在区划", "找不到区划“没有这个镇”");
        assertThat(reasons.get(1)).contains("不在本单位辖区");
        assertThat(reasons.get(2)).contains("441622001000");
        assertThat(reasons.get(3)).contains("设立日期不能晚于今天");
        assertThat(reasons.get(4)).contains("类别", "派出所");
        assertThat(reasons.get(5)).contains("电话");
        assertThat(reasons.get(6)).contains("经纬度");
    }

    @Test
    @DisplayName("整批撤回：没动过的如同没有设立过；有人员的、变更过的、走访过的留下并说明；断了重来不重复")
    void aBatchIsTakenBackButForWhatIsInUse() {
        var names = new ArrayList<String>();
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < 4; i++) {
            names.add("撤回站" + i + UUID.randomUUID());
            rows.add(row(names.get(i), villages.get(i).code().toString()));
        }
        var batch = desk.importedAcrossAKill(officer, "stations", ImportDesk.workbook(TITLES, rows));
        assertThat(desk.counts(batch)).containsExactly(4, 0, 0, 0);
        assertThat(names).allSatisfy(name -> assertThat(open(name)).hasSize(1));

        staffed(open(names.get(0)).getFirst());
        everything
                .sql("update organisation.unit set version = 2 where id = :id")
                .param("id", open(names.get(1)).getFirst())
                .update();
        visited(open(names.get(2)).getFirst(), villages.get(2).code());
        assertThat(desk.withdraw(officer, batch)).isEqualTo("WITHDRAWN");
        assertThat(desk.counts(batch).getLast()).isEqualTo(3);
        assertThat(open(names.get(3))).isEmpty();
        assertThat(ImportDesk.body(desk.look(officer, "/imports/" + batch)))
                .contains("设立后已任用人员", "设立后已变更信息或服务区域", "已有走访联系记录");
    }

    @Test
    @DisplayName("谁能设立机构，谁才能导入机构")
    void whoMayNotOpenUnitsMayNotImportThem() {
        var town =
                divisions.children(new DivisionCode(COUNTY), divisions.today()).getFirst();
        var head = Offices.atWork(
                program, Role.LEADER, "镇" + UUID.randomUUID(), town.code().value());
        assertThat(desk.look(head, "/imports/stations/template.xlsx").getStatus())
                .isEqualTo(404);
        var file = ImportDesk.workbook(
                TITLES, List.of(row("某站", villages.getFirst().code().toString())));
        assertThat(desk.send(head, "stations", "名单.xlsx", file).getStatus()).isEqualTo(422);
        assertThat(ImportDesk.body(desk.look(head, "/imports")))
                .doesNotContain("机构模板")
                .contains("工作人员模板");
    }

    private List<String> row(String name, String seat) {
        return new ArrayList<>(List.of(
                name,
                "服务站",
                "村社区",
                "行政层级",
                seat,
                "",
                "2020-06-01",
                "某路 1 号",
                "0762-4300001",
                "周一至周五",
                "优抚帮扶、走访慰问",
                "24.37,114.49"));
    }

    private List<String> changed(int column, String text) {
        var row = row("错行站" + UUID.randomUUID(), villages.getFirst().code().toString());
        row.set(column, text);
        return row;
    }

    private List<UUID> open(String name) {
        return everything
                .sql("select id from organisation.unit where name = :name and closed_on is null")
                .param("name", name)
                .query(UUID.class)
                .list();
    }

    private void staffed(UUID unit) {
        var row = List.of(
                everything
                        .sql("select name from organisation.unit where id = :id")
                        .param("id", unit)
                        .query(String.class)
                        .single(),
                "钱进",
                "u" + UUID.randomUUID().toString().substring(0, 12),
                "站务员",
                "站务员",
                "兼职",
                "兼任",
                "否",
                "2020-06-01");
        var titles = List.of("单位", "姓名", "用户名", "岗位名称", "岗位角色", "专兼职", "编制性质", "退役军人", "任用日期");
        var batch = desk.imported(officer, "staff", ImportDesk.workbook(titles, List.of(row)));
        assertThat(desk.counts(batch).getFirst()).isEqualTo(1);
    }

    private void visited(UUID unit, DivisionCode code) {
        everything
                .sql("""
                     insert into visit.visit (id, code_then, code_now, happened_on, kind, mode, sent, unit_id, unit_name,
                                              recorded_unit, recorded_post, recorded_by, recorded_at, withdrawn)
                     values (gen_random_uuid(), :code, :code, :on, 'REGULAR', 'HOME', 1, :unit, '某站', '某镇',
                             gen_random_uuid(), '某人', :on, true)
                     """)
                .param("code", code.value())
                .param("on", divisions.today())
                .param("unit", unit)
                .update();
    }
}
