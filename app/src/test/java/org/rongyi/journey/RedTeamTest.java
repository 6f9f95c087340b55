package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.ui.Assets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("红队：会话、跳转、请求头、路径、报错")
class RedTeamTest {

    private static final String SESSION = "rongyi_session";
    private static final String EVIL = "evil.example";

    /** What no answer to a stranger may hold: names of classes and products, statements, places on the disk. */
    private static final List<String> INSIDE = List.of(
            "org.rongyi",
            "java.lang",
            "Exception",
            "\tat ",
            "jakarta.",
            "Tomcat",
            "Apache",
            "springframework",
            "PSQL",
            "SQLState",
            "select ",
            ".jte",
            "target/",
            "/root",
            "/home");

    private static final List<String> GUARDS = List.of(
            "Content-Security-Policy",
            "X-Content-Type-Options",
            "X-Frame-Options",
            "Referrer-Policy",
            "Permissions-Policy");

    @Autowired
    private ApplicationContext program;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();
    private Wire wire = new Wire(0);

    @BeforeEach
    void county() {
        personas = TestCounty.ensure(program);
        wire = new Wire(port);
    }

    @Test
    @DisplayName("会话固定：事先塞进来的会话号不被采用，登录后是新的一个")
    void aPlantedSessionIsNotTakenUp() {
        var planted = "A".repeat(43);
        var browser = new Browser(port);
        browser.plant(SESSION, planted);
        assertThat(enter(browser, "").statusCode()).isEqualTo(303);
        var first = browser.cookie(SESSION);
        assertThat(first).isNotEmpty().isNotEqualTo(planted);
        assertThat(enter(browser, "").statusCode()).isEqualTo(303);
        assertThat(browser.cookie(SESSION)).isNotEqualTo(first);
        assertThat(with(planted).get("/account").statusCode()).isEqualTo(302);
        assertThat(wire.get("/account;rongyi_session=" + first).status()).isNotEqualTo(200);
        assertThat(wire.get("/account?rongyi_session=" + first).status()).isEqualTo(302);
    }

    @Test
    @DisplayName("退出之后，抄走的会话号也没有用")
    void aStolenSessionDiesWithTheSignOut() {
        var browser = Browser.signedIn(port, personas.get("cun"));
        var thief = with(browser.cookie(SESSION));
        assertThat(thief.get("/account").statusCode()).isEqualTo(200);
        assertThat(browser.post("/sign-out", Map.of()).statusCode()).isEqualTo(303);
        assertThat(thief.get("/account").statusCode()).isEqualTo(302);
        assertThat(browser.cookie(SESSION)).isEmpty();
    }

    @Test
    @DisplayName("等验证码的号不是会话；事先塞进来的不被采用，填什么都不对；改不成别人的去向")
    void aCodeAwaitedOpensNothing() {
        var planted = "A".repeat(43);
        var browser = new Browser(port);
        browser.plant("rongyi_sms", planted);
        assertThat(browser.post("/sign-in/sms/code", Map.of("code", "123456")).body())
                .contains("请重新获取");
        var asked = browser.post(
                "/sign-in/sms", Map.of("citizen", "441284193001011234", "phone", "13900000000", "next", "//" + EVIL));
        assertThat(asked.statusCode()).isEqualTo(422); // the check digit
        var typed = Map.of("citizen", "11010519491231002X", "phone", "13900000000", "next", "//" + EVIL);
        var sent = browser.post("/sign-in/sms", typed);
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Location").orElseThrow()).doesNotContain(EVIL);
        var waiting = browser.cookie("rongyi_sms");
        assertThat(waiting).isNotEmpty().isNotEqualTo(planted);
        assertThat(with(waiting).get("/me").statusCode()).isEqualTo(302);
    }

    @Test
    @DisplayName("会话和令牌的 Cookie：脚本读不到、别站带不走、走 HTTPS 时只走 HTTPS")
    void cookiesAreGuarded() {
        var answer = enter(new Browser(port), "");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith(SESSION))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie)
                        .contains("HttpOnly", "SameSite=Lax", "Path=/")
                        .doesNotContain("Domain", "Expires", "Max-Age"));
        var https = wire.get("/help", "X-Forwarded-Proto: https", "X-Forwarded-For: 10.0.0.9");
        assertThat(https.header("Set-Cookie")).startsWith("XSRF-TOKEN").contains("Secure", "HttpOnly", "SameSite=Lax");
        assertThat(https.header("Strict-Transport-Security")).contains("max-age");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "///evil.example",
                "\\\\evil.example",
                "/\\evil.example",
                "/\t/evil.example",
                "/ /evil.example",
                "https://evil.example",
                "https:evil.example",
                "javascript:alert(1)",
                "data:text/html,x",
                "/%0d%0aLocation:%20https://evil.example",
                "/\r\nLocation: https://evil.example",
                "@evil.example",
                ".evil.example",
                "%2f%2fevil.example",
                "/help?a b<>\"{}|^`",
                "/%zz",
                "/[",
                "?next=//evil.example"
            })
    @DisplayName("登录后的去向：只在本站，写得再怪也不出错")
    void nobodyIsLedElsewhere(String next) {
        var browser = new Browser(port);
        var entered = enter(browser, next);
        assertThat(entered.statusCode()).isEqualTo(303);
        staysHere(entered);
        staysHere(browser.post("/ui/elder", Map.of("on", "true", "back", next)));
    }

    private static void staysHere(HttpResponse<String> answer) {
        var to = answer.headers().firstValue("Location").orElseThrow();
        assertThat(to).startsWith("/").doesNotStartWith("//").doesNotContain("\\");
        assertThat(answer.headers().allValues("Location")).hasSize(1);
    }

    @Test
    @DisplayName("伪造的主机名：页面和跳转里都不出现")
    void aForgedHostIsRepeatedNowhere() {
        for (var path : List.of("/", "/help", "/sign-in", "/contacts", "/check", "/nowhere", "/public/stations.json")) {
            for (var header : List.of(
                    "Host: evil.example",
                    "X-Forwarded-Host: evil.example",
                    "X-Forwarded-Prefix: //evil.example",
                    "X-Original-URL: /accounts",
                    "Forwarded: host=evil.example")) {
                var answer = wire.get(path, header);
                assertThat(answer.status()).as(path + " " + header).isIn(200, 302, 404);
                assertThat(answer.body()).doesNotContain(EVIL);
                assertThat(answer.header("Location")).doesNotContain(EVIL);
            }
        }
        assertThat(wire.get("http://evil.example/contacts").header("Location")).doesNotContain(EVIL);
        assertThat(wire.get("/help", "Host: a b").status()).isEqualTo(400);
        assertThat(wire.get("/help", "Host: a", "Host: b").status()).isEqualTo(400);
    }

    @Test
    @DisplayName("转发头只信本机的代理：别的机器不能自称从哪里来")
    void onlyTheProxyOfThisMachineIsBelieved() {
        var far = "X-Forwarded-For: 203.0.113.7";
        assertThat(wire.get("/metrics").status()).isEqualTo(200);
        assertThat(wire.get("/metrics", far).status())
                .as("the proxy tells of a stranger")
                .isEqualTo(404);
        var neighbour = new Wire(port, "127.0.0.2");
        assertThat(neighbour.get("/metrics", far).status())
                .as("a neighbour only claims to")
                .isEqualTo(200);
        var https = neighbour.get("/help", "X-Forwarded-Proto: https", far);
        assertThat(https.header("Strict-Transport-Security")).isEmpty();
    }

    @Test
    @DisplayName("请求头、参数、网址都有上限；过了拒绝，程序照常")
    void whatIsTooMuchIsRefused() {
        var answers = new ArrayList<Wire.Answer>();
        answers.add(wire.get("/help", "X-Long: " + "a".repeat(64 * 1024)));
        answers.add(wire.get("/help", "Cookie: " + "a=b;".repeat(16 * 1024)));
        answers.add(wire.get("/help?" + "a".repeat(100_000)));
        answers.add(wire.get("/help/" + "a/".repeat(50_000)));
        answers.add(wire.send("GET /help HTTP/1.1", manyHeaders()));
        answers.add(wire.get("/help", "Transfer-Encoding: nonsense"));
        answers.add(wire.get("/help", "Content-Length: 5", "Content-Length: 6"));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isBetween(400, 501);
            assertThat(answer.body()).doesNotContain(INSIDE);
        });
        assertThat(wire.get("/deadline?" + "a=1&".repeat(1_900)).status()).isEqualTo(400);
        assertThat(wire.get("/deadline?" + "a[b]".repeat(500) + "=1").status()).isLessThan(500);
        assertThat(wire.get("/deadline?from=2026-01-05&from=x&workingDays=1&workingDays=y")
                        .status())
                .isLessThan(500);
        assertThat(wire.get("/help").status()).isEqualTo(200);
    }

    private static String[] manyHeaders() {
        var lines = new String[500];
        java.util.Arrays.setAll(lines, n -> "X-" + n + ": 1");
        return lines;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/accounts/",
                "//accounts",
                "/./accounts",
                "/%61ccounts",
                "/accounts;x=1",
                "/accounts;jsessionid=1",
                "/help/../accounts",
                "/help/..;/accounts",
                "/help/%2e%2e/accounts",
                "/help/%252e%252e/accounts",
                "/accounts%2f",
                "/accounts.",
                "/accounts.json",
                "/ACCOUNTS",
                "/accounts%00",
                "/accounts%0a",
                "/accounts/.",
                "/public/..;/accounts",
                "/public/../accounts",
                "/ui/../accounts",
                "/ui/..;/accounts",
                "/webjars/..%2faccounts",
                "/public;/accounts",
                "/accounts\\",
                "/accounts?_method=POST",
                "/error/../accounts",
                "/accounts/%ff",
                "/accounts/%zz",
                "/accounts/%",
                "/%c0%ae%c0%ae/accounts",
                "/accounts/%e0%80%80"
            })
    @DisplayName("路径上的花样：打不开不许开的门，也不出错")
    void tricksWithPathsOpenNothing(String path) {
        var clerk = Browser.signedIn(port, personas.get("cun"));
        var answer = wire.get(path, "Cookie: " + SESSION + "=" + clerk.cookie(SESSION));
        assertThat(answer.status()).as(path).isIn(302, 400, 403, 404);
        assertThat(answer.body()).doesNotContain(INSIDE).doesNotContain("anquan");
        var stranger = wire.get(path);
        assertThat(stranger.status()).as(path).isIn(302, 400, 404);
    }

    @Test
    @DisplayName("请求方法：没有的方法、TRACE、改写方法的头，什么也办不成")
    void methodsAreWhatTheySay() {
        var clerk = Browser.signedIn(port, personas.get("cun"));
        var cookie = "Cookie: " + SESSION + "=" + clerk.cookie(SESSION);
        for (var method : List.of("TRACE", "FROB", "PUT", "DELETE", "PATCH", "CONNECT", "PROPFIND")) {
            var answer = wire.send(method + " /sign-out HTTP/1.1", cookie, "X-Secret: do-not-echo");
            assertThat(answer.status()).as(method).isBetween(400, 501);
            assertThat(answer.body()).doesNotContain("do-not-echo").doesNotContain(INSIDE);
        }
        for (var trick : List.of("X-HTTP-Method-Override: POST", "X-Method-Override: POST", "X-HTTP-Method: POST")) {
            assertThat(wire.get("/sign-out?_method=POST", cookie, trick).status())
                    .isEqualTo(405);
        }
        assertThat(wire.send("OPTIONS /contacts HTTP/1.1", cookie, "Origin: https://evil.example")
                        .header("Access-Control-Allow-Origin"))
                .isEmpty();
        assertThat(clerk.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("报错说得出办法，说不出程序里面的事")
    void errorsTellNothingOfTheInside() {
        for (var accept : List.of("text/html", "application/json", "image/png", "nonsense/;;")) {
            for (var path : List.of(
                    "/nowhere",
                    "/persons/x",
                    "/error",
                    "/public/nowhere",
                    "/public/deadline.json?from=x",
                    "/check/%00",
                    "/divisions/x'",
                    "/public/stations.json?near=x",
                    "/setup/x'--")) {
                var answer = wire.get(path, "Accept: " + accept);
                assertThat(answer.status()).as(path + " " + accept).isBetween(302, 499);
                assertThat(answer.body()).doesNotContain(INSIDE);
                assertThat(answer.header("Server") + answer.header("X-Powered-By"))
                        .isEmpty();
            }
        }
        assertThat(wire.send("nonsense").body()).doesNotContain(INSIDE);
        assertThat(wire.send("GET /help HTTP/9.9").body()).doesNotContain(INSIDE);
    }

    @Test
    @DisplayName("每一种回答都带着防护头：页面、数据、文件、跳转、报错")
    void everyKindOfAnswerIsGuarded() {
        var clerk = Browser.signedIn(port, personas.get("cun"));
        var cookie = "Cookie: " + SESSION + "=" + clerk.cookie(SESSION);
        for (var path : List.of(
                "/help",
                "/public/stations.json",
                Assets.CSS,
                "/contacts",
                "/persons/export.xlsx",
                "/sign-in",
                "/nowhere",
                "/persons/x",
                "/sign-out",
                "/accounts",
                "/help;x=1",
                "/public/nowhere",
                "/health")) {
            var answer = wire.get(path, cookie);
            assertThat(GUARDS)
                    .as(path + " " + answer.status())
                    .allSatisfy(
                            guard -> assertThat(answer.header(guard)).as(guard).isNotEmpty());
        }
    }

    private HttpResponse<String> enter(Browser browser, String next) {
        var clerk = personas.get("cun");
        return browser.post(
                "/sign-in", Map.of("username", clerk.username(), "password", clerk.password(), "next", next));
    }

    private Browser with(String session) {
        var browser = new Browser(port);
        browser.plant(SESSION, session);
        return browser;
    }
}
