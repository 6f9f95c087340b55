package org.rongyi.care.festival.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.person.Files;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("春节慰问从名单到签收：村里列入、镇街核对、局长批准、村里走访时签收，各级看得到送到多少")
class FestivalStoryTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @LocalServerPort
    private int port;

    /** Under which post each of them opens his forms. */
    private final Map<Browser, String> posts = new HashMap<>();

    @Test
    @DisplayName("每一步的页面和不成时的话")
    void theWholeStory() {
        var clerk = as("cun");
        var town = as("zhen");
        var officer = as("xian");
        var chief = as("juzhang");
        var campaign = campaign();
        var path = "/festivals/" + campaign;
        assertThat(chief.get("/festivals").body()).contains("春节慰问", "八一慰问", "已结束");
        assertThat(officer.get("/festivals/new").body()).contains("老复员军人", "系统默认，待业务确认");
        assertThat(officer.get(path).body()).contains("拟定中", "名单", "各地送到多少").doesNotContain("批准整份名单");
        assertThat(post(officer, "/festivals", Map.of()).body()).contains("请选择节日", "请选择由哪项资金出");

        var person = new Files(program).register(TestCounty.office(program, "cun"), "慰问故事", Files.number(), null);
        var addition = "/persons/" + person + "/festivals/" + campaign;
        assertThat(clerk.get("/persons/" + person).body()).contains("列入", "春节慰问");
        assertThat(clerk.get(addition).body()).contains("照哪一类给", "慰问金 600 元、大米一袋");
        assertThat(post(clerk, addition, Map.of("like", "DISABLED")).body()).contains("请写明为什么列入");
        assertThat(as("cun2").get(addition).statusCode()).isEqualTo(404);
        var added = post(clerk, addition, Map.of("like", "DISABLED", "reason", "上月家里失火"));
        assertThat(added.statusCode()).isEqualTo(303);
        var line = added.headers().firstValue("Location").orElseThrow();
        assertThat(as("cun2").get(line).statusCode()).isEqualTo(404);
        assertThat(clerk.get(line).body()).contains("上月家里失火", "等镇街核对", "还不知道");
        assertThat(post(clerk, line + "/account", Map.of("bank", "农商行", "number", "12"))
                        .body())
                .contains("账号应是 8 至 32 位数字");
        assertThat(post(clerk, line + "/account", Map.of("bank", "农商行", "number", "6217281234500001111"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(town.get("/").body()).contains("村里增减待核对");
        var early = approve(chief, path);
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body()).contains("镇街没有核对");
        assertThat(post(town, line + "/checking", Map.of("agrees", "yes")).statusCode())
                .isEqualTo(303);
        assertThat(post(officer, path + "/approval", Map.of()).statusCode()).isEqualTo(403);
        assertThat(approve(chief, path).statusCode()).isEqualTo(303);
        assertThat(chief.get(path).body()).contains("发放中").doesNotContain("批准整份名单");
        assertThat(town.get(path + "/slip").body()).contains("本人（家属）签名", "慰问故事", "与本人关系");

        assertThat(clerk.get("/").body()).contains("春节慰问还没送到");
        var form = clerk.get("/visits/new?person=" + person).body();
        assertThat(form).contains("当面发放", "大米一袋", "慰问金 600 元由银行转账");
        var id = line.substring(line.lastIndexOf('/') + 1);
        var fields = visit(person, id);
        fields.put("signedBy." + id, "别人");
        assertThat(post(clerk, "/visits", fields).body()).contains("请选“家属代收”");
        fields.put("signedBy." + id, "慰问故事");
        var recorded = post(clerk, "/visits", fields);
        assertThat(recorded.statusCode()).isEqualTo(303);
        assertThat(clerk.get(recorded.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("当面发放", "慰问故事（本人）签收");
        fields.put("again", "yes");
        assertThat(post(clerk, "/visits", fields).body()).contains("不能再发");
        assertThat(as("sheng").get("/festivals/given").body()).contains("慰问故事");
        assertThat(as("shenji").get(path).body()).contains("已送到");
        assertThat(clerk.download("/festivals/given/export.xlsx")).startsWith('P', 'K');
        assertThat(chief.download(path + "/export.xlsx")).startsWith('P', 'K');
        assertThat(post(clerk, line + "/slip", Map.of()).body()).contains("请选择签了名的纸单");
        assertThat(post(chief, path + "/closing", Map.of("left", "0")).body()).contains("请写明没有送到的原因");
        assertThat(post(chief, path + "/closing", Map.of("left", "0", "reason", "外出"))
                        .body())
                .as("话在结束的表上，写的还在")
                .contains("现在没有送到的是", "value=\"外出\"");
    }

    @Test
    @DisplayName("老人打开自己的走访记录：看得到，不因为单位的发放登记打不开")
    void hisOwnVisit() {
        var personas = TestCounty.ensure(program);
        var veteran = everything
                .sql("select person_id from access.account where username = 'laobing'")
                .query(UUID.class)
                .single();
        var fields = visit(veteran, "");
        fields.remove("hand");
        fields.put("again", "yes");
        var recorded = post(as("cun"), "/visits", fields);
        assertThat(recorded.statusCode()).as(recorded.body()).isEqualTo(303);
        var visit = recorded.headers().firstValue("Location").orElseThrow();
        var own = Browser.signedIn(port, personas.get("laobing"));
        assertThat(own.get(visit).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> approve(Browser chief, String path) {
        var page = chief.get(path).body();
        return post(
                chief,
                path + "/approval",
                Map.of(
                        "persons", hidden(page, "persons"),
                        "money", hidden(page, "money"),
                        "goods", hidden(page, "goods")));
    }

    private Map<String, String> visit(UUID person, String line) {
        var fields = new HashMap<String, String>();
        fields.put("for", person.toString());
        fields.put("person", person.toString());
        fields.put("result." + person, "MET");
        fields.put("happenedOn", today());
        fields.put("mode", "HOME");
        fields.put("kind", "SPRING");
        fields.put("sent", "HONOUR");
        fields.put("hand", line);
        fields.put("signedAs." + line, "SELF");
        return fields;
    }

    private String today() {
        return java.time.LocalDate.now(program.getBean(java.time.Clock.class)).toString();
    }

    private String campaign() {
        return everything
                .sql("select id::text from festival.campaign where state = 'OPEN' order by day desc limit 1")
                .query(String.class)
                .single();
    }

    private static String hidden(String page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"(\\d+)\"").matcher(page);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> post(Browser browser, String path, Map<String, String> fields) {
        var whole = new HashMap<>(fields);
        whole.put("_command", Ids.next().toString());
        whole.put("_post", posts.get(browser));
        return browser.post(path, whole);
    }

    private Browser as(String username) {
        var browser = Browser.signedIn(port, TestCounty.ensure(program).get(username));
        posts.put(browser, TestCounty.office(program, username).post().toString());
        return browser;
    }
}
