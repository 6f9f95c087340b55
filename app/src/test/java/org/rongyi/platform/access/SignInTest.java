package org.rongyi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("登录、锁定、口令、会话")
class SignInTest {

    private static final String PASSWORD = "Tian-Qing-2026";

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Sessions sessions;

    @Autowired
    private Transactions transactions;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas;
    private String username;

    @BeforeEach
    void aFreshAccount() {
        personas = TestCounty.ensure(program);
        username = "u" + UUID.randomUUID().toString().substring(0, 12);
        open(username, PASSWORD, false);
    }

    @Test
    @DisplayName("用户名不存在和口令不对，回答一样")
    void aWrongNameAndAWrongPasswordLookTheSame() {
        var wrongPassword = enter(username, "not-it");
        var wrongName = enter("nobody-of-that-name", "not-it");
        assertThat(wrongPassword.statusCode()).isEqualTo(422);
        assertThat(wrongName.statusCode()).isEqualTo(422);
        assertThat(wrongPassword.body()).contains("用户名或口令不对");
        assertThat(wrongName.body()).contains("用户名或口令不对");
    }

    @Test
    @DisplayName("连续五次口令不对，账号锁定，口令对也进不来")
    void fiveWrongPasswordsLockTheAccount() {
        for (int i = 0; i < ShippedLock.FAILURES; i++) {
            enter(username, "not-it-" + i);
        }
        var right = enter(username, PASSWORD);
        assertThat(right.statusCode()).isEqualTo(422);
        assertThat(right.body()).contains("已锁定");
    }

    @Test
    @DisplayName("首次登录须先改口令，改之前哪里也去不了")
    void theFirstSignInChangesThePassword() {
        var fresh = "f" + UUID.randomUUID().toString().substring(0, 12);
        open(fresh, PASSWORD, true);
        var browser = new Browser(port);
        browser.post("/sign-in", Map.of("username", fresh, "password", PASSWORD));
        var answer = browser.get("/account");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/password");
        var weak = browser.post("/password", Map.of("present", PASSWORD, "wanted", "short", "again", "short"));
        assertThat(weak.statusCode()).isEqualTo(422);
        var strong = "Qing-Tian-2027";
        var changed = browser.post("/password", Map.of("present", PASSWORD, "wanted", strong, "again", strong));
        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("会话可列出、可注销；注销后那台设备即刻退出")
    void aSessionCanBeEndedFromElsewhere() {
        var phone = signedIn();
        var desk = signedIn();
        var account = transactions.read(
                new Actor.Visitor(), () -> accounts.find(username).orElseThrow().id());
        var all = transactions.read(new Actor.Visitor(), () -> sessions.list(account));
        assertThat(all).hasSize(2);
        // The list is newest first: the other one is the phone.
        var answer = desk.post("/account/sessions/" + all.getLast().id() + "/end", Map.of());
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(phone.get("/account").statusCode()).isEqualTo(302);
        assertThat(desk.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("同一个浏览器里重新登录，先前的登录即刻作废，登录着的只有一处")
    void signingInAnewEndsTheSessionBefore() {
        var browser = signedIn();
        var before = browser.cookie("rongyi_session");
        assertThat(browser.post("/sign-in", Map.of("username", username, "password", PASSWORD))
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.cookie("rongyi_session")).isNotEqualTo(before);
        var account = transactions.read(
                new Actor.Visitor(), () -> accounts.find(username).orElseThrow().id());
        assertThat(transactions.read(new Actor.Visitor(), () -> sessions.list(account)))
                .hasSize(1);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
        var thief = new Browser(port);
        thief.plant("rongyi_session", before);
        assertThat(thief.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    @DisplayName("一次退出其他全部设备，只留本机")
    void allOthersEndAtOnce() {
        var first = signedIn();
        var second = signedIn();
        var here = signedIn();
        assertThat(here.post("/account/sessions/end-others", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(first.get("/account").statusCode()).isEqualTo(302);
        assertThat(second.get("/account").statusCode()).isEqualTo(302);
        assertThat(here.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("表单没有防冒名的记号：不办理，说的是页面放久了，不是没有权限")
    void aFormWithoutItsMarkSaysSo() {
        var browser = signedIn();
        var answer = browser.postAsIs("/account/sessions/end-others", Map.of());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("页面放得太久了").doesNotContain("没有办理权限");
    }

    @Test
    @DisplayName("别人的会话注销不了，别人的岗位切换不了")
    void whatIsSomebodyElsesIsNotFound() {
        var browser = signedIn();
        assertThat(browser.post("/account/sessions/" + UUID.randomUUID() + "/end", Map.of())
                        .statusCode())
                .isEqualTo(404);
        var foreign = TestCounty.office(program, "sheng").post();
        assertThat(browser.post("/active-post", Map.of("post", foreign.toString()))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("退出后，原来的地址要重新登录；登录后的去向只能在本站")
    void afterSigningOutOneIsAVisitor() {
        var browser = Browser.signedIn(port, personas.get("cun"));
        assertThat(browser.post("/sign-out", Map.of()).statusCode()).isEqualTo(303);
        assertThat(browser.get("/contacts").headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).contains("/sign-in?next="));
        assertThat(SignInController.localPath("//evil.example")).isEqualTo("/");
        assertThat(SignInController.localPath("https://evil.example")).isEqualTo("/");
        assertThat(SignInController.localPath("/visits?unit=1")).isEqualTo("/visits?unit=1");
    }

    private Browser signedIn() {
        var browser = new Browser(port);
        var answer = browser.post("/sign-in", Map.of("username", username, "password", PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(303);
        return browser;
    }

    private java.net.http.HttpResponse<String> enter(String name, String password) {
        return new Browser(port).post("/sign-in", Map.of("username", name, "password", password));
    }

    private void open(String name, String password, boolean mustChange) {
        var account = new Accounts.NewAccount(name, "测试账号", password, mustChange, null);
        transactions.write(new Actor.Visitor(), () -> accounts.open(account));
    }
}
