package org.rongyi.people.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("告知与同意的页面：本人在手机上，站里当面")
class ConsentPagesTest {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([0-9-]+)\"");

    @Autowired
    private ApplicationContext program;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();
    private UUID veteran;

    @BeforeEach
    void county() {
        personas = TestCounty.ensure(program);
        veteran = everything
                .sql("select person_id from access.account where username = 'laobing'")
                .query(UUID.class)
                .single();
    }

    @Test
    @DisplayName("没看过现行告知书的，填表之前先看，看过接着填；看过的直接填")
    void theNoticeComesBeforeTheForm() {
        var self = Browser.signedIn(port, personas.get("laobing"));
        var first = self.get("/me/correction");
        if (first.statusCode() == 303) {
            var path = first.headers().firstValue("Location").orElseThrow();
            assertThat(path).isEqualTo("/me/privacy?then=/me/correction");
            var page = self.get(path).body();
            assertThat(page).contains("其中的敏感信息", "我看过了");
            var told = post(self, "/me/privacy/told", Map.of("version", version(page), "then", "/me/correction"));
            assertThat(told.headers().firstValue("Location")).contains("/me/correction");
        }
        assertThat(self.get("/me/correction").statusCode()).isEqualTo(200);
        assertThat(self.get("/me/privacy").body()).contains("已告知", "本人在线答复");
        var elsewhere = post(
                self,
                "/me/privacy/told",
                Map.of("version", version(self.get("/me/privacy").body()), "then", "//evil.example"));
        assertThat(elsewhere.headers().firstValue("Location")).contains("/me/privacy");
    }

    @Test
    @DisplayName("站里当面登记同意，本人看得到；授权书没有签字件退回，打印出来供签字；版本不对说清楚")
    void aPostRecordsWhatWasSaid() {
        var clerk = Browser.signedIn(port, personas.get("cun"));
        var path = "/persons/" + veteran + "/privacy";
        var version = version(clerk.get(path).body());
        var form = Map.of("version", version, "answer", "no", "_post", clerk.postOf("/persons/new"));
        assertThat(post(clerk, path + "/employer", form).statusCode()).isEqualTo(303);
        assertThat(Browser.signedIn(port, personas.get("laobing"))
                        .get("/me/privacy")
                        .body())
                .contains("当面答复");

        var unsigned = new HashMap<>(form);
        unsigned.put("version", "2021-01-01");
        unsigned.put("answer", "yes");
        var refused = post(clerk, path + "/verification", unsigned);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("请附上签了字的授权书");
        var pdf = clerk.download(path + "/verification/paper");
        assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(clerk.get(path + "/employer/paper").statusCode()).isEqualTo(404);

        unsigned.put("version", "不是日期");
        assertThat(post(clerk, path + "/employer", unsigned).statusCode()).isEqualTo(409);
        var next = Browser.signedIn(port, personas.get("cun2"));
        assertThat(next.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("告知书全文人人能看，不用登录")
    void everybodyReadsTheTexts() {
        var page = new Browser(port).get("/privacy");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("个人信息处理告知书", "家庭经济状况核对授权书", "以前的版本");
    }

    private static String version(String page) {
        var found = VERSION.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static HttpResponse<String> post(Browser browser, String path, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("_command", Ids.next().toString());
        return browser.post(path, form);
    }
}
