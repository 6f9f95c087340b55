package org.rongyi.people.person.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.documents.sheet.Row;
import org.rongyi.platform.documents.sheet.SheetReader;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("人员的页面：移交、更正、核实、联系类别、名册")
class PersonPagesTest {

    private static final Pattern CITIZEN_ID = Pattern.compile("\\d{17}[\\dX]");

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();
    private Browser here;
    private Browser there;
    private static int serial;

    @BeforeEach
    void twoClerks() {
        personas = TestCounty.ensure(program);
        here = Browser.signedIn(port, personas.get("cun"));
        there = Browser.signedIn(port, personas.get("cun2"));
    }

    @Test
    @DisplayName("提出移交：什么都没填时逐项说明；填全后对方的菜单上有待办，同意后打得开档案")
    void aHandoverFromFormToFile() {
        var person = registered(here, number(), "页面移交人");
        var empty = here.post(person + "/handover", form(here, person + "/handover", "place", "new"));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("请填写村（社区）", "请选择那里是他的什么地", "请写明为什么移交");
        var asked = here.post(
                person + "/handover",
                form(
                        here,
                        person + "/handover",
                        "place",
                        "new",
                        "to",
                        personas.get("cun2").unit(),
                        "kind",
                        "RESIDENCE",
                        "reason",
                        "<b>搬家</b>"));
        assertThat(asked.statusCode()).isEqualTo(303);
        var handover = location(asked);
        assertThat(there.get("/handovers").body()).contains("页面移交人", "件待办");
        assertThat(there.get(person).statusCode()).isEqualTo(404);
        assertThat(there.get(handover).body()).contains("同意移交", "&lt;b&gt;搬家&lt;/b&gt;");
        assertThat(here.get(handover).body()).contains("撤回这份移交").doesNotContain("同意移交");
        var silent = there.post(handover + "/refusal", form(there, handover));
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(silent.body()).contains("请写明为什么不同意");
        assertThat(there.post(handover + "/acceptance", form(there, handover)).statusCode())
                .isEqualTo(303);
        assertThat(there.get(person).body()).contains("登记走访", "户籍地", "变更记录");
        assertThat(here.get(person).body()).contains("由另一地负责联系").doesNotContain("登记走访");
        assertThat(there.post(handover + "/acceptance", form(there, "/handovers/new"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    @DisplayName("只写村名：同名的列出来选，最近的在前；选了其中一个就成")
    void aVillageByItsName() {
        var person = registered(here, number(), "同名村人");
        var fields = new HashMap<>(form(here, person + "/handover", "place", "new", "to", "新村"));
        fields.putAll(Map.of("kind", "BOTH", "reason", "搬走了"));
        var several = here.post(person + "/handover", fields);
        assertThat(several.statusCode()).isEqualTo(422);
        var offered = Pattern.compile("name=\"pick\" value=\"(\\d{12})\"").matcher(several.body());
        assertThat(offered.find()).isTrue();
        fields.put("pick", offered.group(1));
        fields.put("_command", Ids.next().toString());
        assertThat(here.post(person + "/handover", fields).statusCode()).isEqualTo(303);
    }

    @Test
    @DisplayName("建档时号码已在别处：当场可以请对方移交")
    void whoIsKnownElsewhereIsClaimedFromTheForm() {
        var number = number();
        var person = registered(here, number, "别处的人");
        var known = there.post(
                "/persons",
                registration(there, number, "别处的人", personas.get("cun2").unit()));
        assertThat(known.statusCode()).isEqualTo(409);
        assertThat(known.body()).contains("请对方移交到本地").doesNotContain(person);
        var claimed = there.post(
                "/handovers",
                form(
                        there,
                        "/handovers/new",
                        "name",
                        "别处的人",
                        "citizenId",
                        number,
                        "to",
                        personas.get("cun2").unit(),
                        "kind",
                        "BOTH",
                        "reason",
                        "已住本村"));
        assertThat(claimed.statusCode()).isEqualTo(303);
        assertThat(here.get(person).body()).contains("有一份移交等待答复");
    }

    @Test
    @DisplayName("更正：号码错了当场说明；保存后档案页有变更记录；拿旧页面再存得知已被改过")
    void aCorrectionOnThePage() {
        var person = registered(here, number(), "错名人");
        var form = form(
                here,
                person + "/correction",
                "name",
                "正名人",
                "citizenId",
                "441284195001011234",
                "category",
                "DISCHARGED_SOLDIER",
                "version",
                "1",
                "reason",
                "核对证件");
        var wrong = here.post(person + "/correction", form);
        assertThat(wrong.statusCode()).isEqualTo(422);
        var right = new HashMap<>(form);
        right.put("citizenId", "");
        right.put("_command", Ids.next().toString());
        assertThat(here.post(person + "/correction", right).statusCode()).isEqualTo(303);
        assertThat(here.get(person).body()).contains("正名人", "原为 姓名：错名人", "核对证件");
        right.put("name", "又名人");
        right.put("_command", Ids.next().toString());
        assertThat(here.post(person + "/correction", right).statusCode()).isEqualTo(409);
    }

    @Test
    @DisplayName("核实已故要有日期和依据；恢复在册后又能登记走访")
    void aStatusOnThePage() {
        var person = registered(here, number(), "核实页人");
        var silent =
                here.post(person + "/status", form(here, person + "/status", "status", "DECEASED", "version", "1"));
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(silent.body()).contains("请填写去世或迁出的日期", "请写明怎么核实的");
        var today = LocalDate.now(clock).toString();
        var settled =
                form(here, person + "/status", "status", "DECEASED", "on", today, "ground", "户口注销证明", "version", "1");
        assertThat(here.post(person + "/status", settled).statusCode()).isEqualTo(303);
        assertThat(here.get(person).body()).contains("已故，", "已退出联系名单").doesNotContain("登记走访");
        assertThat(here.get("/persons?status=DECEASED").body()).contains("核实页人");
        var back = form(here, person + "/status", "status", "ACTIVE", "ground", "电话与本人核实", "version", "2");
        assertThat(here.post(person + "/status", back).statusCode()).isEqualTo(303);
        assertThat(here.get(person).body()).contains("登记走访", "恢复在册：电话与本人核实");
    }

    @Test
    @DisplayName("重点联系要选事由；确定后档案页写明事由和应联系日")
    void attentionOnThePage() {
        var person = registered(here, number(), "重点页人");
        var silent = here.post(person + "/attention", form(here, person + "/attention", "attention", "KEY"));
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(silent.body()).contains("请选择重点联系事由");
        var set = form(here, person + "/attention", "attention", "KEY", "ground", "HARDSHIP");
        assertThat(here.post(person + "/attention", set).statusCode()).isEqualTo(303);
        assertThat(here.get(person).body()).contains("重点联系（家庭特别困难），应联系日");
    }

    @Test
    @DisplayName("名册按条件导出：号码一律遮着，邻村的人一个没有，筛选照旧")
    void theRosterAsAFile() throws IOException {
        var name = "导出测试人";
        registered(here, number(), name);
        var neighbour = "邻村导出人";
        registered(there, number(), neighbour);
        var rows = rows(here.download("/persons/export.xlsx"));
        assertThat(rows).anyMatch(row -> row.contains(name)).noneMatch(row -> row.contains(neighbour));
        assertThat(rows)
                .allMatch(row ->
                        row.stream().noneMatch(cell -> CITIZEN_ID.matcher(cell).matches()));
        assertThat(rows(here.download("/persons/export.xlsx?q=dccsr")))
                .isNotEmpty()
                .allMatch(row -> row.contains(name));
        var town = Browser.signedIn(port, personas.get("zhen"));
        var village = personas.get("cun2").unit();
        assertThat(rows(town.download("/persons/export.xlsx?unit=" + village)))
                .anyMatch(row -> row.contains(neighbour))
                .noneMatch(row -> row.contains(name));
        assertThat(here.get("/persons?unit=" + village).statusCode()).isEqualTo(404);
        assertThat(here.get("/persons?category=MARTYR_FAMILY").body()).doesNotContain(name);
        assertThat(here.get("/persons?category=NONSENSE").statusCode()).isEqualTo(400);
    }

    private static List<List<String>> rows(byte[] file) throws IOException {
        var path = Files.createTempFile(Path.of("target"), "roster", ".xlsx");
        Files.write(path, file);
        var rows = new ArrayList<List<String>>();
        SheetReader.read(path, new SheetReader.RowSink() {
            @Override
            public boolean isHeader(List<String> titles) {
                return titles.contains("姓名");
            }

            @Override
            public boolean header(List<String> titles) {
                return true;
            }

            @Override
            public boolean row(Row row) {
                rows.add(row.texts());
                return true;
            }
        });
        Files.delete(path);
        return rows;
    }

    /** A valid number nobody has. */
    private static String number() {
        int next = ++serial;
        var seventeen = "441284196%d0305%03d".formatted(next % 10, 300 + next);
        return seventeen + CitizenId.checkCharacter(seventeen);
    }

    /** The path of the new file. */
    private String registered(Browser clerk, String number, String name) {
        var village = clerk == here ? "cun" : "cun2";
        var answer = clerk.post(
                "/persons",
                registration(clerk, number, name, personas.get(village).unit()));
        assertThat(answer.statusCode()).isEqualTo(303);
        return location(answer);
    }

    private static Map<String, String> registration(Browser clerk, String number, String name, String village) {
        return form(
                clerk,
                "/persons/new",
                "name",
                name,
                "citizenId",
                number,
                "category",
                "DISCHARGED_SOLDIER",
                "hukou",
                village);
    }

    private static Map<String, String> form(Browser clerk, String page, String... fields) {
        var form = new HashMap<String, String>();
        form.put("_command", Ids.next().toString());
        form.put("_post", clerk.postOf(page));
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return form;
    }

    private static String location(java.net.http.HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
