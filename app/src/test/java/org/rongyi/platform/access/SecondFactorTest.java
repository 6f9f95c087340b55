package org.rongyi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
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
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("动态验证码：绑定、登录、恢复码、锁定、重设")
class SecondFactorTest {

    private static final String PASSWORD = "Tian-Qing-2026";
    private static final String REFUSED = "验证码不对";

    @Autowired
    private Policy policy;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Posts posts;

    @Autowired
    private SecondFactors factors;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @Autowired
    private JdbcClient everything;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();
    private String username;
    private UUID account;

    @BeforeEach
    void somebodyAtWork() {
        personas = TestCounty.ensure(program);
        username = "t" + UUID.randomUUID().toString().substring(0, 12);
        var unit = TestCounty.office(program, "cun").unit();
        account = transactions.write(new Actor.Visitor(), () -> {
            var id = accounts.open(new Accounts.NewAccount(username, "受测人员", PASSWORD, false, null));
            posts.open(id, unit, Role.CLERK, LocalDate.of(2020, 1, 1));
            return id;
        });
    }

    @Test
    @DisplayName("绑定之后，口令对了还要验证码；没填之前哪里也进不去")
    void thePasswordAloneOpensNothing() {
        var phone = Phone.bind(in(), PASSWORD);
        var browser = new Browser(port);
        var first = enter(browser);
        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(first.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/sign-in/code"));
        assertThat(browser.get("/account").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/sign-in?next="));
        assertThat(browser.get("/sign-in/code").body()).contains("六位验证码");
        assertThat(code(browser, "000000").body()).contains(REFUSED);
        assertThat(code(browser, phone.oldCode()).body()).contains(REFUSED);
        assertThat(code(browser, phone.code()).statusCode()).isEqualTo(303);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("一个验证码只能用一次，绑定时用过的也算")
    void aCodeIsUsedOnce() {
        var phone = Phone.bind(in(), PASSWORD);
        assertThat(halfway(phone.usedCode()).body()).contains(REFUSED);
        var once = phone.code();
        assertThat(halfway(once).statusCode()).isEqualTo(303);
        assertThat(halfway(once).body()).contains(REFUSED);
    }

    @Test
    @DisplayName("恢复码十个，每个能代替一次；大小写、短横都不要紧")
    void aRecoveryCodeStandsInOnce() {
        var phone = Phone.bind(in(), PASSWORD);
        assertThat(phone.recovery()).hasSize(SecondFactors.RECOVERY_CODES).doesNotHaveDuplicates();
        var one = phone.recovery().getFirst();
        assertThat(halfway(one).statusCode()).isEqualTo(303);
        assertThat(halfway(one).body()).contains(REFUSED);
        var browser = new Browser(port);
        enter(browser);
        assertThat(code(
                                browser,
                                phone.recovery()
                                        .get(1)
                                        .toUpperCase(java.util.Locale.ROOT)
                                        .replace("-", " "))
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/second-factor").body()).contains("恢复码还剩 8 个");
    }

    @Test
    @DisplayName("验证码输错与口令输错一起计数、一起锁定；中间口令对了也不清零")
    void wrongCodesLockLikeWrongPasswords() {
        var phone = Phone.bind(in(), PASSWORD);
        new Browser(port).post("/sign-in", Map.of("username", username, "password", "not-it"));
        for (int i = 1; i < ShippedLock.FAILURES; i++) {
            assertThat(halfway("00000" + i).body()).contains(REFUSED);
        }
        assertThat(enter(new Browser(port)).body()).contains("已锁定");
        assertThat(phone.recovery()).isNotEmpty();
    }

    @Test
    @DisplayName("登录到一半被锁定，验证码对也进不来；没有走第一步的，不问验证码")
    void theSecondStepHasNoLifeOfItsOwn() {
        var phone = Phone.bind(in(), PASSWORD);
        var browser = new Browser(port);
        enter(browser);
        for (int i = 0; i < ShippedLock.FAILURES; i++) {
            new Browser(port).post("/sign-in", Map.of("username", username, "password", "not-it-" + i));
        }
        assertThat(code(browser, phone.code()).body()).contains("已锁定");
        var stranger = new Browser(port);
        assertThat(stranger.get("/sign-in/code").statusCode()).isEqualTo(303);
        assertThat(code(stranger, phone.code()).body()).contains("请重新登录");
    }

    @Test
    @DisplayName("绑定要先说出口令；绑成后，别处没有验证码的登录即刻退出")
    void bindingAsksForThePasswordAndEndsOtherSessions() {
        var elsewhere = in();
        var browser = in();
        var wrong = browser.post("/second-factor/beginning", Map.of("present", "not-it"));
        assertThat(wrong.body()).contains("现在的口令不对");
        assertThat(browser.get("/second-factor").body()).doesNotContain("<svg class=\"qr\"");
        Phone.bind(browser, PASSWORD);
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(302);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("库里没有明文：密钥加密，恢复码只有散列")
    void theDatabaseHoldsNothingClear() {
        var phone = Phone.bind(in(), PASSWORD);
        var clear = HexFormat.of().formatHex(phone.secret());
        transactions.read(new Actor.Visitor(), () -> {
            Whose.account(everything, account);
            var sealed = everything
                    .sql("select secret from access.second_factor where account_id = :account")
                    .param("account", account)
                    .query(byte[].class)
                    .single();
            assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(clear);
            assertThat(sealed).hasSizeGreaterThan(clear.length());
            var hashes = everything
                    .sql("select hash from access.recovery_code where account_id = :account")
                    .param("account", account)
                    .query(String.class)
                    .list();
            assertThat(hashes).hasSize(SecondFactors.RECOVERY_CODES).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
            return true;
        });
    }

    @Test
    @DisplayName("本人用验证码解除，安全管理员凭理由重设；各有留痕")
    void itIsUnboundByItsOwnerOrReset() {
        var browser = in();
        var phone = Phone.bind(browser, PASSWORD);
        assertThat(browser.post("/second-factor/removal", Map.of("code", "000000"))
                        .body())
                .contains("验证码或恢复码不对");
        assertThat(browser.post("/second-factor/removal", Map.of("code", phone.code()))
                        .statusCode())
                .isEqualTo(303);
        assertThat(enter(new Browser(port)).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).doesNotContain("code"));

        Phone.bind(browser, PASSWORD);
        var path = "/accounts/" + account;
        var security = at("anquan");
        assertThat(security.get(path).body()).contains("已绑定", "/factor-reset");
        assertThat(reset(security, "").body()).contains("请写明理由");
        assertThat(reset(security, "手机丢失，已当面核实").statusCode()).isEqualTo(303);
        assertThat(browser.get("/account").statusCode()).as("signed out").isEqualTo(302);
        assertThat(security.get(path).body()).contains("重设动态验证码", "手机丢失，已当面核实", "未绑定");
        assertThat(in().get("/account").statusCode()).isEqualTo(200);
        assertThat(at("admin").get(path + "/factor-reset").statusCode()).isEqualTo(403);
        assertThat(at("shenji").get("/trail?subject=" + account).body()).contains("绑定动态验证码", "解除动态验证码", "重设动态验证码");
        assertThat(program.getBean("jobJdbc", JdbcClient.class)
                        .sql("select title from notice.message where account_id = :account order by at, id")
                        .param("account", account)
                        .query(String.class)
                        .list())
                .as("账号的主人每次都收到消息")
                .containsExactly("账号绑定了动态验证码", "账号的动态验证码已解除", "账号绑定了动态验证码", "账号的动态验证码已解除");
    }

    @Test
    @DisplayName("演示目录里不强求；别处，审批和管理的岗位都要")
    void aDemoAsksNobodyToBind() {
        for (var role : Role.values()) {
            assertThat(factors.isRequired(java.util.List.of(role))).isFalse();
        }
        assertThat(at("shengling").get("/figures").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("审核、审批、拨付和管理的岗位都要绑定动态验证码，站务员不强求")
    void everyPostThatApprovesPaysOrAdministersNeedsOne() {
        assertThat(policy.choices("access.second-factor.role", LocalDate.of(2026, 1, 1)))
                .extracting(choice -> Role.valueOf(choice.code()))
                .containsExactlyInAnyOrder(
                        Role.OFFICER, Role.LEADER, Role.AUDITOR, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN);
    }

    private Browser at(String persona) {
        return Browser.signedIn(port, personas.get(persona));
    }

    private HttpResponse<String> reset(Browser security, String reason) {
        var form = "/accounts/" + account + "/factor-reset";
        return security.post(
                form, Map.of("_command", Ids.next().toString(), "_post", security.postOf(form), "reason", reason));
    }

    private Browser in() {
        var browser = new Browser(port);
        assertThat(enter(browser).statusCode()).isEqualTo(303);
        return browser;
    }

    private HttpResponse<String> enter(Browser browser) {
        return browser.post("/sign-in", Map.of("username", username, "password", PASSWORD));
    }

    private static HttpResponse<String> code(Browser browser, String code) {
        return browser.post("/sign-in/code", Map.of("code", code));
    }

    /** Both steps, with a right password and this code. */
    private HttpResponse<String> halfway(String code) {
        var browser = new Browser(port);
        assertThat(enter(browser).statusCode()).isEqualTo(303);
        return code(browser, code);
    }
}
