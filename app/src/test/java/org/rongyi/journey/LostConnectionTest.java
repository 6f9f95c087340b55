package org.rongyi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.journey.Chromium.press;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.journey.Chromium.Device;
import org.rongyi.platform.access.Personas;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The village has one bar of signal, and the tea took longer than the session. */
@RongyiTest
@Tag("browser")
@DisplayName("保存的那一刻没有网络，或登录已过期：填写的都在，再按一次只记一次")
class LostConnectionTest {

    @Autowired
    private ApplicationContext program;

    @LocalServerPort
    private int port;

    private Personas.Entry clerk;
    private Chromium chromium;

    @BeforeEach
    void county() {
        clerk = Objects.requireNonNull(TestCounty.ensure(program).get("cun"));
        chromium = new Chromium(port);
    }

    @AfterEach
    void goHome() {
        chromium.close();
    }

    @Test
    void withoutASignalThePageStaysAndIsSentOnceLater() {
        var page = filled(Device.PHONE, "PHONE", "没有信号的那一次");
        page.context().setOffline(true);
        press(page, "保存走访");
        assertThat(page.getByText("没有网络，还没有保存")).isVisible();
        assertThat(page.inputValue("textarea[name=said]")).isEqualTo("没有信号的那一次");
        assertThat(Chromium.barriers(page)).isEmpty();
        page.context().setOffline(false);
        press(page, "再试一次");
        page.waitForURL("**/visits/*?recorded");
        assertThat(page.textContent("main")).contains("已保存", "没有信号的那一次");
    }

    @Test
    void withScriptsAnExpiredSessionKeepsThePage() {
        var page = filled(Device.PHONE, "VIDEO", "喝茶久了");
        expire(page.context());
        press(page, "保存走访");
        assertThat(page.getByText("登录已过期，还没有保存")).isVisible();
        Chromium.signIn(page.context(), clerk);
        press(page, "再试一次");
        page.waitForURL("**/visits/*?recorded");
        assertThat(page.textContent("main")).contains("喝茶久了");
    }

    @Test
    void withoutScriptsTheFormComesBackAsItWas() {
        var page = filled(Device.PHONE_WITHOUT_SCRIPTS, "STATION", "没有脚本");
        expire(page.context());
        press(page, "保存走访");
        assertThat(page.textContent("main")).contains("登录已过期", "填写的内容都在这一页");
        Chromium.signIn(page.context(), clerk);
        press(page, "已登录，保存");
        page.waitForURL("**/visits/*?recorded");
        assertThat(page.textContent("main")).contains("没有脚本");
    }

    private Page filled(Device device, String mode, String said) {
        var page = chromium.signIn(device, clerk);
        page.navigate("/contacts?which=ALL");
        page.locator("td.do a[href^='/visits/new']").first().click();
        page.waitForURL("**/visits/new?**");
        page.check("input[name=mode][value=" + mode + "]");
        page.check("input[name=sent][value=POLICY]");
        page.fill("textarea[name=said]", said);
        return page;
    }

    /** As if the session had ended on the server: the cookie is there, and nobody knows it. */
    private static void expire(BrowserContext context) {
        var cookie = context.cookies().stream()
                .filter(one -> one.name.equals("rongyi_session"))
                .findFirst()
                .orElseThrow();
        context.addCookies(List.of(new Cookie(cookie.name, "long-gone")
                .setDomain(cookie.domain)
                .setPath(cookie.path)
                .setHttpOnly(true)));
    }
}
