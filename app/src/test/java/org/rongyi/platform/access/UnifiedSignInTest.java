package org.rongyi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.access.PretendProvider.Signature;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("统一身份认证：绑定、登录、退出，和一切不可信的")
class UnifiedSignInTest {

    private static final String PASSWORD = "Tong-Yi-2026";
    private static final Pattern GO = Pattern.compile("href=\"(http[^\"]*/authorize[^\"]*)\"");
    private static final List<String> SETTINGS = List.of("issuer", "client-id", "client-secret", "assurance");

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Posts posts;

    @Autowired
    private Transactions transactions;

    @LocalServerPort
    private int port;

    private final PretendProvider provider = new PretendProvider();
    private final String subject = UUID.randomUUID().toString();
    private String username = "";
    private UUID account = new UUID(0, 0);

    @BeforeEach
    void aProviderAndSomebodyAtWork() {
        var unit = TestCounty.office(program, "cun").unit();
        set("issuer", provider.issuer());
        set("client-id", PretendProvider.CLIENT);
        set("client-secret", PretendProvider.SECRET);
        set("assurance", "L3=3,L4=4");
        username = "u" + UUID.randomUUID().toString().substring(0, 12);
        account = transactions.write(new Actor.Visitor(), () -> {
            var id = accounts.open(new Accounts.NewAccount(username, "受测人员", PASSWORD, false, null));
            posts.open(id, unit, Role.CLERK, LocalDate.of(2020, 1, 1));
            return id;
        });
    }

    @AfterEach
    void noProvider() {
        SETTINGS.forEach(name -> System.clearProperty("rongyi.oidc." + name));
        provider.close();
    }

    @Test
    @DisplayName("系统管理员登记的身份，安全管理员确认以前打不开账号，登记的人自己确认不了；确认后本人收到告知；解除后即刻退出")
    void twoAdministratorsLinkForSomebodyElse() {
        var system = at("admin");
        var security = at("anquan");
        var path = "/accounts/" + account + "/identity";
        assertThat(act("admin", path, Map.of("subject", subject, "reason", "")).body())
                .contains("请写明为什么");
        assertThat(act("anquan", path, Map.of("subject", subject, "reason", "本人来电"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(act("admin", path, Map.of("subject", subject, "reason", "本人不会操作"))
                        .statusCode())
                .isEqualTo(303);
        var browser = new Browser(port);
        refused(browser, browser.get(provider.signIn(going(browser, "/"), subject)), "还没有绑定账号");
        assertThat(act("admin", path + "/confirmation", Map.of()).statusCode()).isEqualTo(403);
        assertThat(security.get(path).body()).contains("等安全管理员确认", subject, "请先核实他就是账号本人");
        assertThat(act("anquan", path + "/confirmation", Map.of()).statusCode()).isEqualTo(303);
        browser.get(provider.signIn(going(browser, "/"), subject));
        assertThat(browser.get("/account/identity").body()).contains("由管理员登记、确认");
        assertThat(browser.get("/messages").body()).contains("管理员为您绑定了统一身份");
        assertThat(system.get("/accounts/" + account).body()).contains("登记统一身份", "确认统一身份", "由管理员登记、确认");
        assertThat(act("anquan", path + "/removal", Map.of("reason", "登记错了人")).statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
        refused(browser, browser.get(provider.signIn(going(browser, "/"), subject)), "还没有绑定账号");
    }

    private Browser at(String persona) {
        return Browser.signedIn(
                port,
                java.util.Objects.requireNonNull(TestCounty.ensure(program).get(persona)));
    }

    private HttpResponse<String> act(String persona, String path, Map<String, String> fields) {
        var form = new java.util.HashMap<>(fields);
        form.put("_command", org.rongyi.platform.kernel.Ids.next().toString());
        form.put("_post", TestCounty.office(program, persona).post().toString());
        return at(persona).post(path, form);
    }

    @Test
    @DisplayName("本人登录后凭口令绑定，此后用统一身份认证登录，不再要口令；退出时告诉怎样把那边也退出")
    void linkedByTheOwnerAndUsedToSignIn() {
        link(subject);
        var browser = new Browser(port);
        assertThat(browser.get("/sign-in").body()).contains("用统一身份认证登录");
        var going = going(browser, "/account");
        assertThat(PretendProvider.query(going.getRawQuery()))
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "nonce", "code_challenge");
        var back = browser.get(provider.signIn(going, subject));
        assertThat(location(back)).isEqualTo("/account");
        assertThat(browser.get("/account/identity").body()).contains("已绑定", "四级");

        var left = browser.post("/sign-out", Map.of());
        assertThat(location(left)).isEqualTo("/sign-in/unified/left");
        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
        assertThat(browser.get("/sign-in/unified/left").body())
                .contains(provider.issuer() + "/logout?client_id=rongyi");
    }

    @Test
    @DisplayName("没有绑定的身份进不来，即使姓名、用户名一样")
    void namesAreNeverCompared() {
        var browser = new Browser(port);
        var back = browser.get(provider.signIn(
                going(browser, "/"),
                subject,
                Signature.GOOD,
                claims -> claims.claim("name", "受测人员").claim("preferred_username", username)));
        refused(browser, back, "还没有绑定账号");
    }

    @Test
    @DisplayName("绑定要先说出口令；一个身份只绑一个账号；解除后不能再用它登录")
    void linkingAsksForThePassword() {
        var browser = in();
        assertThat(browser.post("/account/identity", Map.of("present", "not-it"))
                        .body())
                .contains("现在的口令不对");
        link(subject);
        var first = account;
        aProviderAndSomebodyAtWork();
        assertThat(account).isNotEqualTo(first);
        var other = in();
        assertThat(location(other.get(provider.signIn(linking(other), subject))))
                .isEqualTo("/account/identity");
        assertThat(other.get("/account/identity").body()).doesNotContain("解除绑定");

        var own = UUID.randomUUID().toString();
        link(own);
        var again = in();
        again.post("/account/identity/removal", Map.of());
        var stranger = new Browser(port);
        refused(stranger, stranger.get(provider.signIn(going(stranger, "/"), own)), "还没有绑定账号");
    }

    @Test
    @DisplayName("替别人绑不上：回来时登录着的不是要绑定的那个人")
    void nobodyLinksForSomebodyElse() {
        var browser = in();
        var going = linking(browser);
        browser.post("/sign-out", Map.of());
        refused(browser, browser.get(provider.signIn(going, subject)), "没有确认您的身份");
    }

    @Test
    @DisplayName("签名不对、没有签名、别的签发者、给别人的、过期的、随机数不对的令牌，一律不认")
    void whatProvesNobody() {
        link(subject);
        untrusted(Signature.BY_A_STRANGER, claims -> claims);
        untrusted(Signature.NONE, claims -> claims);
        untrusted(Signature.GOOD, claims -> claims.issuer("https://elsewhere.example"));
        untrusted(Signature.GOOD, claims -> claims.audience("another-client"));
        untrusted(Signature.GOOD, claims -> claims.audience(List.of("another-client", PretendProvider.CLIENT)));
        untrusted(Signature.GOOD, claims -> claims.claim("azp", "another-client"));
        untrusted(Signature.GOOD, claims -> claims.claim("nonce", "another"));
        untrusted(Signature.GOOD, claims -> claims.claim("nonce", null));
        untrusted(
                Signature.GOOD,
                claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120))));
        untrusted(Signature.GOOD, claims -> claims.expirationTime(null));
        untrusted(Signature.GOOD, claims -> claims.subject(null));
    }

    @Test
    @DisplayName("同一个授权码用第二次、别的浏览器带来的、随机数（state）不对的，都不认")
    void anAnswerCountsOnce() {
        link(subject);
        var browser = new Browser(port);
        var path = provider.signIn(going(browser, "/"), subject);
        assertThat(browser.get(path).statusCode()).isEqualTo(303);
        var thief = new Browser(port);
        refused(thief, thief.get(path), "没有确认您的身份");
        var replay = new Browser(port);
        var state = PretendProvider.query(going(replay, "/").getRawQuery()).get("state");
        refused(replay, replay.get(path.replaceFirst("state=[^&]*", "state=" + state)), "没有确认您的身份");
        var victim = new Browser(port);
        going(victim, "/");
        refused(victim, victim.get(provider.signIn(going(new Browser(port), "/"), subject)), "没有确认您的身份");
    }

    @Test
    @DisplayName("账号停用的进不来；绑了动态验证码的照样要问")
    void theAccountStillDecides() {
        link(subject);
        Phone.bind(in(), PASSWORD);
        var browser = new Browser(port);
        assertThat(location(browser.get(provider.signIn(going(browser, "/"), subject))))
                .startsWith("/sign-in/code");
        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
        transactions.write(new Actor.Visitor(), () -> {
            program.getBean(AccountControl.class).hold(account, new AccountControl.Ground("核实", "安全管理员"));
            return true;
        });
        refused(browser, browser.get(provider.signIn(going(browser, "/"), subject)), "锁定或停用");
    }

    @Test
    @DisplayName("认证平台连不上：说清楚，用户名和口令照样能登录；没有配置就没有这个按钮")
    void theProviderMayBeDown() {
        provider.down(true);
        var browser = new Browser(port);
        var down = browser.get("/sign-in/unified");
        assertThat(down.statusCode()).isEqualTo(503);
        assertThat(down.body()).contains("暂时连不上", "用户名").doesNotContain("Exception", provider.issuer());
        assertThat(in().get("/account").statusCode()).isEqualTo(200);
        provider.down(false);
        var path = provider.signIn(going(browser, "/"), subject);
        provider.down(true);
        assertThat(browser.get(path).statusCode()).isEqualTo(503);

        System.clearProperty("rongyi.oidc.issuer");
        assertThat(browser.get("/sign-in").body()).doesNotContain("统一身份认证");
        assertThat(browser.get("/sign-in/unified").statusCode()).isEqualTo(404);
        set("issuer", "http://provider.example/realms/province");
        assertThat(browser.get("/sign-in/unified").statusCode())
                .as("a secret goes nowhere in the clear")
                .isEqualTo(404);
    }

    private void untrusted(Signature signature, UnaryOperator<JWTClaimsSet.Builder> changed) {
        var browser = new Browser(port);
        refused(browser, browser.get(provider.signIn(going(browser, "/"), subject, signature, changed)), "没有确认您的身份");
    }

    private static void refused(Browser browser, HttpResponse<String> answer, String words) {
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(words).doesNotContain("Exception", "nonce");
        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
    }

    private void link(String who) {
        var browser = in();
        assertThat(location(browser.get(provider.signIn(linking(browser), who))))
                .isEqualTo("/account/identity");
        assertThat(browser.get("/account/identity").body()).contains("已绑定");
    }

    private URI linking(Browser browser) {
        var page = browser.post("/account/identity", Map.of("present", PASSWORD));
        assertThat(page.statusCode()).isEqualTo(200);
        var found = GO.matcher(page.body());
        assertThat(found.find()).isTrue();
        return URI.create(found.group(1).replace("&amp;", "&"));
    }

    private static URI going(Browser browser, String next) {
        return URI.create(location(browser.get("/sign-in/unified?next=" + next)));
    }

    private Browser in() {
        var browser = new Browser(port);
        assertThat(browser.post("/sign-in", Map.of("username", username, "password", PASSWORD))
                        .statusCode())
                .isEqualTo(303);
        return browser;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    private static void set(String name, String value) {
        System.setProperty("rongyi.oidc." + name, value);
    }
}
