package org.rongyi.career.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.career.reception.rule.Discharge;
import org.rongyi.career.reception.rule.Rank;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("移交接收的页面：登记、报到、审档，都在表单上办")
class ReceptionPagesTest {

    private static final int MOST_PAGES = 50;
    private static final Pattern NEXT = Pattern.compile("href=\"(/receptions\\?[^\"]*after=[^\"]+)\"");

    @Autowired
    private ApplicationContext program;

    @LocalServerPort
    private int port;

    private Handed handed;
    private Browser officer;
    private UUID person;

    @BeforeEach
    void aDesk() {
        var personas = TestCounty.ensure(program);
        handed = new Handed(program);
        officer = Browser.signedIn(port, personas.get("xian"));
        person = handed.person("页面甲");
    }

    @Test
    @DisplayName("军官的评分表是示例：录入和评分的页面都说明白")
    void officersHaveAnExample() {
        var left = java.time.LocalDate.of(2021, 3, 31);
        var transferred = new Discharge(
                Rank.OFFICER, "PLANNED", "", Set.of(), left.minusYears(15), left, "ENLISTED", null, false);
        var score = "/receptions/" + handed.received(handed.person("页面官"), transferred) + "/score";
        assertThat(officer.get(score).body()).contains("示例，不是完整的标准", "由市级写明理由认定");
        assertThat(officer.get(score + "/entry?as=ARMY").body()).contains("示例，不是完整的标准");
    }

    @Test
    @DisplayName("填错的指出是哪一处、依据哪一条，填过的还在；改好就登记，再交一次还是那一条")
    void receivedByTheForm() {
        var form = form();
        form.put("enlisted", handed.today.minusYears(11).toString());
        var wrong = officer.post("/persons/" + person + "/reception", form);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("条", "省军区某团");
        form.put("enlisted", handed.today.minusYears(13).toString());
        var first = officer.post("/persons/" + person + "/reception", form);
        assertThat(first.statusCode()).isEqualTo(303);
        var page = address(first);
        assertThat(address(officer.post("/persons/" + person + "/reception", form)))
                .isEqualTo(page);
        assertThat(officer.get(page).body()).contains("页面甲", "安排工作");
        assertThat(officer.get("/receptions/print?state=TO_REPORT").body()).contains("页面甲", "省军区某团");
        assertThat(officer.get("/receptions/print?state=SETTLED").body()).doesNotContain("页面甲");
        assertThat(officer.get("/receptions/export.xlsx").statusCode()).isEqualTo(200);

        assertThat(officer.post(
                                page + "/report",
                                command(Map.of("on", handed.today.plusDays(1).toString())))
                        .statusCode())
                .isEqualTo(422);
        assertThat(officer.post(page + "/report", command(Map.of("on", handed.today.toString())))
                        .statusCode())
                .isEqualTo(303);
        assertThat(isListed("/receptions?state=WAITING", "页面甲")).isTrue();
    }

    /** On one of the pages of the list: other scenes have received people before him. */
    private boolean isListed(String path, String name) {
        for (int page = 0; page < MOST_PAGES; page++) {
            var body = officer.get(path).body();
            if (body.contains(name)) {
                return true;
            }
            var next = NEXT.matcher(body);
            if (!next.find()) {
                return false;
            }
            path = next.group(1).replace("&amp;", "&");
        }
        return false;
    }

    @Test
    @DisplayName("随父母安置而没有记迁移日期的、随配偶到中等以下城市而结婚年限不满的：为什么这样安置，照样一条一条写着")
    void whatWasRecordedKeepsItsGround() {
        var left = handed.today.minusDays(10);
        var parents = new Discharge(
                Rank.CONSCRIPT,
                "SELF",
                "",
                Set.of(),
                left.minusYears(2),
                left,
                "PARENTS",
                null,
                left.minusYears(1),
                false);
        var reception = handed.received(handed.person("页面随父"), parents);
        assertThat(officer.get("/receptions/" + reception).body()).contains("迁移，在服现役期间");
        program.getBean("jobJdbc", JdbcClient.class)
                .sql("update reception.reception set parents_moved_on = null where id = :id")
                .param("id", reception)
                .update();
        assertThat(officer.get("/receptions/" + reception).body()).contains("登记时还没有记父母户口迁移的日期，以当时看的材料为准");
        var spouse = new Discharge(
                Rank.CONSCRIPT, "SELF", "", Set.of(), left.minusYears(2), left, "SPOUSE", left.minusYears(1), false);
        assertThat(officer.get("/receptions/" + handed.received(handed.person("页面随妻"), spouse))
                        .body())
                .contains("不到中等以上城市的，不问结婚年限");
    }

    @Test
    @DisplayName("村里看不到移交接收；别人的登记，换个编号也打不开")
    void theVillageSeesNothing() {
        var village = Browser.signedIn(port, TestCounty.ensure(program).get("cun"));
        assertThat(village.get("/receptions").statusCode()).isEqualTo(403);
        assertThat(officer.get("/receptions/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    private Map<String, String> form() {
        return command(Map.of(
                "rank",
                "SERGEANT",
                "mode",
                "ASSIGNED",
                "ground",
                "TWELVE",
                "discharged",
                handed.today.minusDays(5).toString(),
                "fromUnit",
                "省军区某团",
                "basis",
                "ENLISTED",
                "basisWords",
                "入伍批准书、户口本",
                "received",
                handed.today.minusDays(2).toString()));
    }

    private Map<String, String> command(Map<String, String> fields) {
        var form = new LinkedHashMap<>(fields);
        form.put("_command", Ids.next().toString());
        form.put("_post", handed.officer.post().toString());
        return form;
    }

    private static String address(java.net.http.HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
