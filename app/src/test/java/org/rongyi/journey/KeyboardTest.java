package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
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

/** Somebody who uses no mouse: Tab, Enter, Space and letters, and always sees where he is. */
@RongyiTest
@Tag("browser")
@DisplayName("只用键盘：登录、登记一次走访，焦点处处看得见")
class KeyboardTest {

    /** No page has so many places to stop at before what is looked for. */
    private static final int STEPS = 120;

    /** A ring around whatever has the focus (WCAG 2.2, 2.4.7), and that it stands on the screen (2.4.11). */
    private static final String VISIBLE = """
            () => {
              const at = document.activeElement;
              if (!at || at === document.body) return 'nowhere';
              const style = getComputedStyle(at);
              const box = at.getBoundingClientRect();
              const ringed = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
              const shown = box.bottom > 0 && box.top < innerHeight && box.width > 0;
              return ringed && shown ? '' : at.outerHTML.slice(0, 200);
            }
            """;

    @Autowired
    private ApplicationContext program;

    @LocalServerPort
    private int port;

    private Chromium chromium;
    private Page page;
    private Personas.Entry clerk;

    @BeforeEach
    void county() {
        clerk = TestCounty.ensure(program).get("cun");
        Due.somebody(program);
        chromium = new Chromium(port);
        page = chromium.open(Device.DESKTOP).newPage();
    }

    @AfterEach
    void goHome() {
        chromium.close();
    }

    @Test
    void aVisitIsRecordedWithoutAMouse() {
        page.navigate("/sign-in");
        tabTo("input[name=username]");
        type(clerk.username());
        tabTo("input[name=password]");
        type(clerk.password());
        enter();
        assertThat(page.textContent("body")).contains(clerk.name());

        tabTo("a[href='/contacts'], a[href^='/contacts?']");
        enter();
        tabTo("td.do a");
        enter();
        page.waitForURL("**/visits/new?**");
        tabTo("input[name=person]:not(:checked), input[name=sent][value=POLICY]");
        if (page.evaluate("document.activeElement.name").equals("person")) { // one of several in the household
            space();
            tabTo("input[name=sent][value=POLICY]");
        }
        space();
        assertThat(page.isChecked("input[name=sent][value=POLICY]")).isTrue();
        tabTo("input[name=brought]");
        type("政策汇编一本");
        tabTo("textarea[name=said]");
        type("身体好");
        tabTo("form[action^='/visits'][enctype] .buttons button");
        enter();
        page.waitForURL("**/visits/*?recorded");
        assertThat(page.textContent("main")).contains("已保存", "送政策", "政策汇编一本");
    }

    @Test
    @DisplayName("第一下 Tab 就能跳过菜单，直到正文")
    void theFirstStopSkipsTheMenu() {
        page.navigate("/stations");
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
        assertThat(page.evaluate(VISIBLE)).isEqualTo("");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(page.evaluate("!!document.activeElement.closest('main')")).isEqualTo(true);
    }

    /** From stop to stop; at each one sees where one is. */
    private void tabTo(String selector) {
        for (int step = 0; step < STEPS; step++) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate(VISIBLE)).as("on the way to " + selector).isEqualTo("");
            if (Boolean.TRUE.equals(page.evaluate("selector => document.activeElement.matches(selector)", selector))) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not get to " + selector);
    }

    private void type(String text) {
        page.keyboard().insertText(text);
    }

    private void space() {
        page.keyboard().press("Space");
    }

    private void enter() {
        page.waitForNavigation(
                new Page.WaitForNavigationOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED),
                () -> page.keyboard().press("Enter"));
    }
}
