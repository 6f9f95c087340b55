package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.journey.Chromium.press;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.rongyi.platform.access.Phone;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Pages that answer a form and have no address of their own: links for newcomers, codes, an opened number. */
@RongyiTest
@Tag("browser")
@DisplayName("只有提交以后才出现的页：启用链接、动态验证码、看号码，都无障碍，不超宽")
class DoorsSceneTest {

    @Autowired
    private ApplicationContext program;

    @LocalServerPort
    private int port;

    private final List<String> barriers = new ArrayList<>();
    private Map<String, Personas.Entry> personas = Map.of();
    private Chromium chromium;

    @BeforeEach
    void county() {
        personas = TestCounty.ensure(program);
        chromium = new Chromium(port);
    }

    @AfterEach
    void goHome() {
        chromium.close();
    }

    @Test
    @DisplayName("新来的人的启用链接：在机构页和账号页都能发，打开就设置口令")
    void aNewcomersLink() {
        var newcomer = TestCounty.besides(program, TestCounty.office(program, "zhen"), Role.CLERK);
        var page = signIn("admin");
        page.navigate("/units/" + newcomer.unit());
        Chromium.arrive(
                page.locator("form[action^='/staff/'][action$='/link'] button").first());
        look(page, "link");
        assertThat(page.textContent("main")).contains("/setup/");

        page.navigate("/accounts/" + newcomer.account());
        press(page, "发启用链接");
        look(page, "account-link");
        var link = page.textContent("main").replaceAll("(?s).*(/setup/[\\w-]+).*", "$1");
        var own = chromium.open(Device.PHONE).newPage();
        own.navigate(link);
        look(own, "set-up");
        assertThat(own.textContent("main")).contains("请为您的账号设置口令");
        assertThat(barriers).isEmpty();
    }

    @Test
    @DisplayName("动态验证码：绑定后的恢复码页，再登录时的验证码页，填错的说明白")
    void theSecondFactor() {
        var person = TestCounty.ofAUnit(program);
        var page = chromium.signIn(Device.PHONE, person);
        page.navigate("/second-factor");
        page.fill("input[name=present]", person.password());
        press(page, "开始绑定");
        look(page, "second-factor");
        var secret = page.locator("main .code").first().textContent().strip();
        page.fill("input[name=code]", Phone.codeFor(secret));
        press(page, "完成绑定");
        look(page, "recovery");
        assertThat(page.textContent("main")).contains("恢复码");

        var again = chromium.signIn(Device.PHONE, person);
        look(again, "code");
        again.fill("input[name=code]", "abcdef");
        press(again, "登录");
        look(again, "code-wrong");
        assertThat(again.textContent("main")).contains("验证码不对");
        again.fill("input[name=code]", Phone.nextCodeFor(secret));
        press(again, "登录");
        assertThat(again.textContent("body")).contains(person.name());
        assertThat(barriers).isEmpty();
    }

    @Test
    @DisplayName("看号码：先问做什么用，号码只在这一页")
    void anOpenedNumber() {
        var page = signIn("cun");
        page.navigate("/persons");
        Chromium.arrive(page.locator("#results tbody th a").first());
        Chromium.arrive(page.locator("main a[href$='/number']").first());
        press(page, "查看");
        look(page, "number-wrong");
        page.locator("input[name=which]").first().check();
        page.locator("input[name=purpose]").first().check();
        press(page, "查看");
        look(page, "number");
        assertThat(page.textContent("main")).containsPattern("1\\d{10}|\\d{17}[\\dX]");
        assertThat(barriers).isEmpty();
    }

    private void look(Page page, String name) {
        Chromium.barriers(page).forEach(barrier -> barriers.add(name + " " + barrier));
        if (Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))) {
            barriers.add(name + " is wider than the screen");
        }
    }

    private Page signIn(String who) {
        return chromium.signIn(Device.PHONE, Objects.requireNonNull(personas.get(who)));
    }
}
