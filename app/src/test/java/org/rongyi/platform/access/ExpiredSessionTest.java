package org.rongyi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("填到一半登录过期：填写的内容还在，登录后接着交")
class ExpiredSessionTest {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");
    private static final Pattern DUE = Pattern.compile("/visits/new\\?person=([0-9a-f-]{36})");
    private static final Pattern COMMAND = Pattern.compile("name=\"_command\" value=\"([^\"]+)\"");

    @Autowired
    private ApplicationContext program;

    @LocalServerPort
    private int port;

    /** Each visit on a day of its own: the list may begin with the same person again. */
    private static int daysAgo = 9;

    private Personas.Entry persona;
    private Browser browser;

    @BeforeEach
    void aClerk() {
        persona = Objects.requireNonNull(TestCounty.ensure(program).get("cun"));
        browser = Browser.signedIn(port, persona);
    }

    @Test
    @DisplayName("表退回来，一字不少；登录后原样再交，记成一次")
    void theFormComesBackAndIsHandedInOnce() {
        var form = visit("老人说“<b>腿脚</b>”不便 & 想办证");
        browser.plant("rongyi_session", "long-gone");
        var back = browser.post("/visits", form);
        assertThat(back.statusCode()).isEqualTo(401);
        assertThat(back.body()).contains("登录已过期", "填写的内容都在这一页").doesNotContain("<b>腿脚</b>");
        var kept = hidden(back.body());
        assertThat(kept).containsAllEntriesOf(form);
        browser.post("/sign-in", Map.of("username", persona.username(), "password", persona.password()));
        var saved = browser.postAsIs("/visits", kept);
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(browser.postAsIs("/visits", kept).headers().firstValue("Location"))
                .isEqualTo(saved.headers().firstValue("Location"));
    }

    @Test
    @DisplayName("保存后退回来、改了再交：改的内容还在，写明已保存的那一条，可去更正，也可再记一次")
    void aFormSavedBeforeIsShownWithItsRecord() {
        var form = visit("第一次这样写");
        var saved =
                browser.post("/visits", form).headers().firstValue("Location").orElseThrow();
        form.put("said", "退回来改成这样");
        var again = browser.post("/visits", form);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body())
                .contains("这张表已经保存过", "退回来改成这样", "再记一次")
                .contains(saved.substring(0, saved.indexOf('?')));
    }

    @Test
    @DisplayName("口令不会被写回页面；没登录过的人也得不到这一页")
    void passwordsAreNotShownAgain() {
        browser.plant("rongyi_session", "long-gone");
        var password = browser.post("/password", Map.of("old", "x", "newPassword", "very-secret-1"));
        assertThat(password.body()).doesNotContain("very-secret-1");
        assertThat(new Browser(port).post("/visits", Map.of("said", "路过")).statusCode())
                .isEqualTo(403);
    }

    private Map<String, String> visit(String said) {
        var due = DUE.matcher(browser.get("/contacts?which=ALL").body());
        assertThat(due.find()).isTrue();
        var page = browser.get("/visits/new?person=" + due.group(1));
        var command = COMMAND.matcher(page.body());
        assertThat(command.find()).isTrue();
        var form = new LinkedHashMap<String, String>();
        form.put("_command", command.group(1));
        form.put("_post", browser.postOf("/visits/new?person=" + due.group(1)));
        form.put("for", due.group(1));
        form.put("person", due.group(1));
        form.put("result." + due.group(1), "MET");
        form.put(
                "happenedOn",
                java.time.LocalDate.now(program.getBean(java.time.Clock.class))
                        .minusDays(daysAgo++)
                        .toString());
        form.put("mode", "VIDEO");
        form.put("kind", "REGULAR");
        form.put("sent", "POLICY");
        form.put("said", said);
        return form;
    }

    private static Map<String, String> hidden(String page) {
        var fields = new LinkedHashMap<String, String>();
        HIDDEN.matcher(page.substring(page.indexOf("已登录，保存") > 0 ? page.indexOf("二、") : 0))
                .results()
                .forEach(found -> fields.putIfAbsent(found.group(1), unescaped(found.group(2))));
        return fields;
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
