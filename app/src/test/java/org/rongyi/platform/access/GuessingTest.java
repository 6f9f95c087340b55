package org.rongyi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

@RongyiTest
@DisplayName("防猜测：试得太多就停，从回答里看不出有没有这个人")
class GuessingTest {

    private static final String PASSWORD = "Tian-Qing-2026";
    private static final String HERE = "127.0.0.1";

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Accounts accounts;

    @Autowired
    private RateLimits limits;

    @Autowired
    private Transactions transactions;

    @LocalServerPort
    private int port;

    private String username;

    @BeforeEach
    void somebody() {
        TestCounty.ensure(program); // the first administrators come before anybody else
        username = open(PASSWORD);
    }

    /** Counts how often a password is hashed to be compared. */
    private static final class Counting implements PasswordEncoder {

        private final PasswordEncoder real = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
        private final AtomicInteger compared = new AtomicInteger();
        private Runnable meanwhile = () -> {};

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return real.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            compared.incrementAndGet();
            meanwhile.run();
            return real.matches(password, hash);
        }
    }

    @Test
    @DisplayName("没有这个人、口令不对、没启用、已锁定、已停用：都恰好算一次散列")
    void everyAnswerCostsOneHash() {
        var counting = new Counting();
        var signIn = signIn(counting);
        var locked = open(PASSWORD);
        for (int i = 0; i < ShippedLock.FAILURES; i++) {
            attempt(signIn, locked, "not-it");
        }
        var disabled = open(PASSWORD);
        transactions.write(new Actor.Visitor(), () -> {
            var id = accounts.find(disabled).orElseThrow().id();
            program.getBean(AccountControl.class).disable(id, new AccountControl.Ground("试", "测试"));
            return true;
        });
        for (var name : List.of(username, "nobody-" + UUID.randomUUID(), open(null), locked, disabled)) {
            counting.compared.set(0);
            assertThat(attempt(signIn, name, "not-it")).isNotInstanceOf(SignIn.Result.Opened.class);
            assertThat(counting.compared).as(name).hasValue(1);
        }
    }

    @Test
    @DisplayName("许多次同时来试：锁定之前开始、锁定之后才比完的，口令对也进不来")
    void whatEndsAfterTheLockDoesNotGetIn() {
        var slow = new Counting();
        var others = signIn(new Counting());
        slow.meanwhile = () -> {
            for (int i = 0; i < ShippedLock.FAILURES; i++) {
                attempt(others, username, "not-it");
            }
        };
        assertThat(attempt(signIn(slow), username, PASSWORD)).isInstanceOf(SignIn.Result.Locked.class);
    }

    @Test
    @DisplayName("连错七次，真用户名与假用户名的回答一字不差，假的也会“锁定”")
    void aLockDoesNotTellWhoThereIs() {
        var nobody = "n" + UUID.randomUUID().toString().substring(0, 12);
        var real = new ArrayList<String>();
        var invented = new ArrayList<String>();
        for (int i = 0; i < ShippedLock.FAILURES + 2; i++) {
            real.add(answer(username));
            invented.add(answer(nobody));
        }
        assertThat(invented).isEqualTo(real);
        assertThat(real.getFirst()).contains("用户名或口令不对");
        assertThat(real.getLast()).contains("已锁定");
    }

    @Test
    @DisplayName("同一来源失败太多：429，写明等多久，不再比对口令；别的来源照常；登录成功的不计")
    void oneAddressMayFailSoOften() {
        var counting = new Counting();
        var signIn = signIn(counting);
        var here = new SignIn.Browser("198.51.100.7", "test");
        int limit = limits.limit(RateLimits.Kind.SIGN_IN);
        assertThat(signIn.attempt(username, PASSWORD, here)).isInstanceOf(SignIn.Result.Opened.class);
        fill(RateLimits.Kind.SIGN_IN, here.address(), limit);
        counting.compared.set(0);
        assertThat(signIn.attempt(username, PASSWORD, here))
                .isInstanceOfSatisfying(
                        SignIn.Result.TooMany.class,
                        refused -> assertThat(refused.pause())
                                .isPositive()
                                .isLessThanOrEqualTo(RateLimits.Kind.SIGN_IN.window()));
        assertThat(counting.compared).hasValue(0);
        assertThat(signIn.code("no-step", "000000", here)).isInstanceOf(SignIn.Result.TooMany.class);
        assertThat(signIn.attempt(username, PASSWORD, new SignIn.Browser("198.51.100.8", "test")))
                .isInstanceOf(SignIn.Result.Opened.class);
    }

    @Test
    @DisplayName("页面上也是：登录、链接都答 429 和 Retry-After")
    void thePagesSayHowLongToWait() {
        for (var kind : List.of(RateLimits.Kind.SIGN_IN, RateLimits.Kind.LINK)) {
            int limit = limits.limit(kind);
            fill(kind, HERE, limit);
            try {
                var browser = new Browser(port);
                var answer = kind == RateLimits.Kind.SIGN_IN
                        ? browser.post("/sign-in", Map.of("username", username, "password", PASSWORD))
                        : browser.get("/setup/no-such-link");
                assertThat(answer.statusCode()).isEqualTo(429);
                assertThat(retryAfter(answer))
                        .isBetween(1L, RateLimits.Kind.SIGN_IN.window().toSeconds());
            } finally {
                for (int i = 0; i <= limit; i++) {
                    limits.giveBack(kind, HERE);
                }
            }
        }
        assertThat(new Browser(port).get("/setup/no-such-link").statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("几个进程合着数；过了时段从头数")
    void severalProgramsCountTogetherAndAWindowEnds() {
        var address = "198.51.100." + UUID.randomUUID();
        int limit = limits.limit(RateLimits.Kind.LINK);
        var other = limitsAt(program.getBean(Clock.class));
        for (int i = 0; i < limit; i++) {
            assertThat((i % 2 == 0 ? limits : other).take(RateLimits.Kind.LINK, address))
                    .isEmpty();
        }
        assertThat(other.take(RateLimits.Kind.LINK, address))
                .hasValueSatisfying(refusal -> assertThat(refusal.first()).isTrue());
        assertThat(limits.take(RateLimits.Kind.LINK, address))
                .hasValueSatisfying(refusal -> assertThat(refusal.first()).isFalse());
        var later = limitsAt(Clock.offset(
                program.getBean(Clock.class), RateLimits.Kind.SIGN_IN.window().plusSeconds(1)));
        assertThat(later.take(RateLimits.Kind.LINK, address)).isEmpty();
    }

    @Test
    @DisplayName("来源地址和填错的用户名，库里看不出来")
    void neitherAddressesNorNamesAreKept() {
        var address = "203.0.113.99";
        attempt(signIn(new Counting()), "zhangsan-typo", "not-it");
        limits.take(RateLimits.Kind.LINK, address);
        var kept = program.getBean("jobJdbc", JdbcClient.class)
                .sql("select key from access.attempt union all select name from access.stranger")
                .query(String.class)
                .list();
        assertThat(kept).isNotEmpty().allMatch(key -> key.matches("[0-9a-f]{64}"));
    }

    @Test
    @DisplayName("公开数据：一分钟内问得太多，答 429 和还要等几秒；下一分钟照常")
    void publicDataIsAskedSoOftenAMinute() throws Exception {
        var policy = program.getBean(Policy.class);
        var noon = Instant.parse("2026-11-25T04:00:15Z");
        int limit = policy.number("access.limit.public", java.time.LocalDate.of(2026, 11, 25));
        var ticking = new AtomicInteger();
        var clock = new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return noon.plusSeconds(ticking.get());
            }
        };
        var guard = new PublicLimit(policy, clock);
        for (int i = 0; i < limit; i++) {
            assertThat(passes(guard, "192.0.2.1", new MockHttpServletResponse()))
                    .isTrue();
        }
        var refused = new MockHttpServletResponse();
        assertThat(passes(guard, "192.0.2.1", refused)).isFalse();
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("45");
        assertThat(refused.getContentType()).startsWith("application/problem+json");
        var page = new MockHttpServletRequest("GET", "/check");
        page.setRemoteAddr("192.0.2.1");
        assertThatThrownBy(() -> guard.preHandle(page, new MockHttpServletResponse(), guard))
                .as("页面也算在内，用页面答复")
                .isInstanceOf(TooMany.class);
        assertThat(passes(guard, "192.0.2.2", new MockHttpServletResponse())).isTrue();
        ticking.set(45);
        assertThat(passes(guard, "192.0.2.1", new MockHttpServletResponse())).isTrue();
    }

    @Test
    @DisplayName("不登录就能打印的清单、公开账目：都在限速之内")
    void whatAnybodyPrintsIsCounted() {
        var counted = SecurityConfiguration.PUBLIC_PATHS.stream()
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
        var mappings = program.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        var open = mappings.getHandlerMethods().entrySet().stream()
                .filter(route -> {
                    var allow = route.getValue().getMethodAnnotation(Allow.class);
                    return allow != null && allow.everyone();
                })
                .flatMap(route -> route.getKey().getPatternValues().stream())
                .filter(path -> path.endsWith("/print") || path.startsWith("/open-books"))
                .map(path -> path.replaceAll("\\{[^}]+}", "x"))
                .toList();
        assertThat(open)
                .contains("/open-books/x/print")
                .allMatch(path -> counted.stream().anyMatch(one -> one.matches(PathContainer.parsePath(path))));
    }

    private static boolean passes(PublicLimit guard, String address, MockHttpServletResponse response)
            throws Exception {
        var request = new MockHttpServletRequest("GET", "/public/stations.json");
        request.setRemoteAddr(address);
        return guard.preHandle(request, response, guard);
    }

    private void fill(RateLimits.Kind kind, String address, int tries) {
        for (int i = 0; i < tries; i++) {
            limits.take(kind, address);
        }
    }

    private static long retryAfter(HttpResponse<String> answer) {
        return Long.parseLong(answer.headers().firstValue("Retry-After").orElseThrow());
    }

    /** Status and page, without what is the reader's own: the name he typed, the form's token. */
    private String answer(String name) {
        var answer = new Browser(port).post("/sign-in", Map.of("username", name, "password", "not-it"));
        return answer.statusCode()
                + answer.body().replace(name, "NAME").replaceAll("name=\"_(csrf|command)\" value=\"[^\"]*\"", "");
    }

    private static SignIn.Result attempt(SignIn signIn, String name, String password) {
        return signIn.attempt(name, password, new SignIn.Browser("198.51.100.1", "test"));
    }

    private String open(@Nullable String password) {
        var name = "g" + UUID.randomUUID().toString().substring(0, 12);
        var account = new Accounts.NewAccount(name, "受测人员", password, false, null);
        transactions.write(new Actor.Visitor(), () -> accounts.open(account));
        return name;
    }

    private RateLimits limitsAt(Clock clock) {
        return new RateLimits(
                program.getBean("appJdbc", JdbcClient.class),
                transactions,
                program.getBean(Vault.class),
                program.getBean(Policy.class),
                clock);
    }

    private SignIn signIn(PasswordEncoder encoder) {
        return new SignIn(
                accounts,
                new Passwords(encoder, program.getBean(Policy.class), program.getBean(Clock.class)),
                program.getBean(Posts.class),
                program.getBean(Sessions.class),
                limits,
                program.getBean(Strangers.class),
                program.getBean(SecondFactors.class),
                program.getBean(SignInSteps.class),
                transactions,
                program.getBean(AuditTrail.class));
    }
}
