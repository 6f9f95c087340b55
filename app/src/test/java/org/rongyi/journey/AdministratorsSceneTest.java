package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.journey.Chromium.press;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.journey.Chromium.Device;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.access.PretendProvider;
import org.rongyi.platform.intake.ImportDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Rare doors: other systems, keys, links for a batch of newcomers, the province's own sign-in, a session that ended over a form. */
@RongyiTest
@Tag("browser")
@DisplayName("外部系统、密钥、整批启用链接、统一身份认证、登录过期：少见的页也无障碍，不超宽")
class AdministratorsSceneTest {

    private static final List<String> SETTINGS = List.of("issuer", "client-id", "client-secret", "assurance");

    private static final List<String> NEWCOMERS =
            List.of("单位*", "姓名*", "用户名*", "岗位名称*", "岗位角色*", "专兼职*", "编制性质*", "退役军人*", "任用日期*");

    @Autowired
    private ApplicationContext program;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();
    private Chromium chromium;
    private Looks looks;

    @BeforeEach
    void county() {
        personas = TestCounty.ensure(program);
        chromium = new Chromium(port);
        looks = new Looks(program, AdministratorsSceneTest.class);
    }

    @AfterEach
    void goHome() {
        SETTINGS.forEach(name -> System.clearProperty("rongyi.oidc." + name));
        looks.close();
        chromium.close();
    }

    @Test
    void rareDoorsAreOpenToAll() {
        anotherSystem();
        aKey();
        newcomers();
        unifiedSignIn();
        aSessionThatEnded();
        // what stands in the place of a refused request is written by no controller: its words were read above
        assertThat(looks.missed()).containsOnly("org.rongyi.platform.access.ExpiredPage");
        assertThat(looks.barriers()).isEmpty();
    }

    private void anotherSystem() {
        var system = signIn("admin");
        system.navigate("/clients/new");
        press(system, "登记");
        looks.at(system, "client-form-wrong");
        system.fill("input[name=name]", "看屏幕的系统");
        system.fill("input[name=contact]", "省政务服务和数据管理局　李工　020-88888888");
        system.fill("input[name=purpose]", "政务服务网上显示服务站的地址和电话");
        system.locator("input[name=grants]").first().check();
        system.fill("input[name=territory]", "440000000000");
        system.fill("input[name=perMinute]", "10");
        system.fill("input[name=perDay]", "100");
        press(system, "登记");
        system.waitForURL(url -> URI.create(url).getPath().matches("/clients/[0-9a-f-]{36}"));
        looks.at(system, "client");
        var path = URI.create(system.url()).getPath();
        var security = signIn("anquan");
        security.navigate(path);
        looks.at(security, "client-to-approve");
        press(security, "批准");
        system.navigate(path);
        press(system, "发密钥");
        looks.at(system, "client-key");
        security.navigate(path);
        security.fill("input[name=reason]", "看过屏幕，不再用");
        press(security, "停用");
        assertThat(security.textContent("main")).contains("已停用");
    }

    private void aKey() {
        var security = signIn("anquan");
        security.navigate("/keys/renewal");
        looks.at(security, "key-renewal");
        Chromium.arrive(security.locator("main form .buttons button"));
        assertThat(security.textContent("main")).contains("请写明理由");
        looks.at(security, "key-renewal-wrong");
    }

    private void newcomers() {
        var officer = TestCounty.office(program, "xian");
        var desk = new ImportDesk(program);
        var username = "u" + UUID.randomUUID().toString().substring(0, 12);
        var row = List.of(
                TestCounty.office(program, "cun").unitName(),
                "黎新来",
                username,
                "兼职站务员",
                "站务员",
                "兼职",
                "兼任",
                "是",
                "2021-05-01");
        var batch = desk.imported(officer, "staff", ImportDesk.workbook(NEWCOMERS, List.of(row)));
        var page = signIn("xian");
        page.navigate("/imports/" + batch + "/links");
        assertThat(page.textContent("main")).contains("有 1 个账号还没有启用");
        looks.at(page, "import-links");
        desk.withdraw(officer, batch);
        page.reload();
        looks.at(page, "import-links-none");
    }

    private void unifiedSignIn() {
        try (var provider = new PretendProvider()) {
            System.setProperty("rongyi.oidc.issuer", provider.issuer());
            System.setProperty("rongyi.oidc.client-id", PretendProvider.CLIENT);
            System.setProperty("rongyi.oidc.client-secret", PretendProvider.SECRET);
            System.setProperty("rongyi.oidc.assurance", "L3=3,L4=4");
            var page = signIn("cun");
            page.navigate("/account/identity");
            looks.at(page, "identity");
            page.fill("input[name=present]", "wrong");
            press(page, "绑定");
            looks.at(page, "identity-wrong");
            page.fill("input[name=present]", entry("cun").password());
            press(page, "绑定");
            assertThat(page.textContent("main")).contains("前往统一身份认证");
            looks.at(page, "identity-going");
            var left = chromium.open(Device.PHONE).newPage();
            left.navigate("/sign-in/unified/left");
            looks.at(left, "left");
        }
    }

    private void aSessionThatEnded() {
        var page = signIn("cun");
        page.navigate("/persons/new");
        page.fill("input[name=name]", "黎过期");
        page.context().addCookies(List.of(new Cookie("rongyi_session", "long-gone").setUrl(chromium.address())));
        press(page, "建档");
        assertThat(page.textContent("main")).contains("填写的内容都在这一页");
        looks.at(page, "expired");
    }

    private Page signIn(String who) {
        return chromium.signIn(Device.PHONE, entry(who));
    }

    private Personas.Entry entry(String who) {
        return Objects.requireNonNull(personas.get(who));
    }
}
