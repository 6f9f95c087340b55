package org.rongyi.platform.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.access.AccountNews;
import org.rongyi.platform.access.Accounts;
import org.rongyi.platform.access.Posts;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.ChangeProposed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;

@RongyiTest
@DisplayName("下面的房间说的事：新设备、改口令、参数变更")
class NewsTest {

    private static final String PASSWORD = "Tian-Qing-2026";
    private static final String OTHER = "Qing-Tian-2027";
    private static final Pattern OPENING = Pattern.compile("/messages/([0-9a-f-]{36})/opening");

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Posts posts;

    @Autowired
    private Messages messages;

    @Autowired
    private Transactions transactions;

    @Autowired
    private ApplicationEventPublisher news;

    @LocalServerPort
    private int port;

    @BeforeEach
    void county() {
        TestCounty.ensure(program);
    }

    /** Somebody with an account that was never used, at a clerk's post. */
    private record Newcomer(String username, Actor.Office actor) {}

    @Test
    @DisplayName("第一次登录不提醒，换了设备才提醒；同一种设备再登录不提醒")
    void aNewDeviceIsTold() throws Exception {
        var newcomer = newcomer();
        var desk = signIn(newcomer.username(), PASSWORD);
        signIn(newcomer.username(), PASSWORD);
        assertThat(titles(newcomer.actor())).isEmpty();
        assertThat(desk.get("/").body()).doesNotContain("条未读");
        assertThat(signInFromPhone(newcomer.username())).isEqualTo(303);
        assertThat(signInFromPhone(newcomer.username())).isEqualTo(303);
        assertThat(titles(newcomer.actor())).containsExactly("账号在新设备上登录");
        assertThat(desk.get("/account").body()).contains("条未读");
        assertThat(desk.get("/").body()).contains("未读消息");
        var list = desk.get("/messages").body();
        assertThat(list).contains("安卓手机，微信", "全部标为已读");
        var opening = OPENING.matcher(list);
        assertThat(opening.find()).isTrue();
        var opened = desk.post(opening.group(), Map.of());
        assertThat(opened.statusCode()).isEqualTo(303);
        assertThat(opened.headers().firstValue("Location"))
                .hasValueSatisfying(path -> assertThat(path).endsWith("/account"));
        assertThat(desk.get("/messages").body()).contains("没有未读").doesNotContain("全部标为已读");
        assertThat(Browser.signedIn(port, TestCounty.ensure(program).get("cun2"))
                        .post(opening.group(), Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("改了口令，告诉账号的主人；启用时设的第一个口令不算")
    void aChangedPasswordIsTold() {
        var newcomer = newcomer();
        var desk = signIn(newcomer.username(), PASSWORD);
        var fields = Map.of("present", PASSWORD, "wanted", OTHER, "again", OTHER);
        assertThat(desk.post("/password", fields).statusCode()).isEqualTo(303);
        assertThat(titles(newcomer.actor())).containsExactly("口令已修改");
        assertThat(desk.post("/messages/reading", Map.of("latest", Ids.next().toString()))
                        .statusCode())
                .isEqualTo(303);
        assertThat(transactions.read(newcomer.actor(), () -> messages.unread(newcomer.actor())))
                .isZero();
    }

    @Test
    @DisplayName("退役军人本人的账号，消息写给本人")
    void aVeteransOwnAccountIsTold() {
        var person = Ids.next();
        var account = account(person);
        var self = new Actor.Self(account, "本人", person);
        transactions.write(new Actor.Visitor(), () -> {
            news.publishEvent(new AccountNews.NewDevice(account, "苹果手机，微信", java.time.OffsetDateTime.now()));
            return true;
        });
        assertThat(titles(self)).containsExactly("账号在新设备上登录");
    }

    @Test
    @DisplayName("参数变更等审核：告诉本单位的负责人，提出的人自己不算")
    void whoMayAgreeIsTold() {
        var first = newcomer();
        var second = newcomer();
        var unit = Ids.next();
        for (var one : List.of(first, second)) {
            transactions.write(
                    one.actor(),
                    () -> posts.open(one.actor().account(), unit, Role.LEADER, java.time.LocalDate.of(2020, 1, 1)));
        }
        var here = first.actor();
        var maker = new Actor.Office(
                here.account(), "陈立", Ids.next(), unit, "省厅", here.unitCode(), Role.LEADER, here.level(), here.scope());
        transactions.write(maker, () -> {
            news.publishEvent(new ChangeProposed(Ids.next(), "走访间隔", java.time.LocalDate.of(2092, 1, 1), maker));
            return true;
        });
        assertThat(titles(second.actor())).containsExactly("有一项参数变更等您审核");
        assertThat(titles(here)).isEmpty();
    }

    private List<String> titles(Actor reader) {
        return transactions.read(reader, () -> messages.page(reader, null)).rows().stream()
                .map(Messages.Message::title)
                .toList();
    }

    private Newcomer newcomer() {
        var like = TestCounty.office(program, "cun");
        var username = "n" + UUID.randomUUID().toString().substring(0, 12);
        var account = transactions.write(
                like, () -> accounts.open(new Accounts.NewAccount(username, "新人", PASSWORD, false, null)));
        var post = transactions.write(
                like, () -> posts.open(account, like.unit(), Role.CLERK, java.time.LocalDate.of(2020, 1, 1)));
        return new Newcomer(
                username,
                transactions.read(like, () -> posts.findOffice(account, post)).orElseThrow());
    }

    private UUID account(UUID person) {
        var username = "v" + UUID.randomUUID().toString().substring(0, 12);
        return transactions.write(
                new Actor.Visitor(),
                () -> accounts.open(new Accounts.NewAccount(username, "本人", PASSWORD, false, person)));
    }

    private Browser signIn(String username, String password) {
        var browser = new Browser(port);
        assertThat(browser.post("/sign-in", Map.of("username", username, "password", password))
                        .statusCode())
                .isEqualTo(303);
        return browser;
    }

    private int signInFromPhone(String username) throws Exception {
        var base = "http://127.0.0.1:" + port;
        try (var phone = HttpClient.newBuilder()
                .cookieHandler(new java.net.CookieManager())
                .build()) {
            var page = phone.send(
                    HttpRequest.newBuilder(URI.create(base + "/sign-in")).build(),
                    HttpResponse.BodyHandlers.ofString());
            var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
            assertThat(token.find()).isTrue();
            var form = "username=" + username + "&password=" + PASSWORD + "&_csrf=" + token.group(1);
            var request = HttpRequest.newBuilder(URI.create(base + "/sign-in"))
                    .header("User-Agent", "Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form))
                    .build();
            return phone.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
