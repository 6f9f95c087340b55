package org.rongyi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.journey.Chromium.follow;
import static org.rongyi.journey.Chromium.press;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.live.LiveOffice;
import org.rongyi.career.campaign.live.LiveTurn;
import org.rongyi.career.campaign.live.OnTimeout;
import org.rongyi.career.campaign.live.choice.LiveOutcome;
import org.rongyi.demo.TestCounty;
import org.rongyi.journey.Chromium.Device;
import org.rongyi.platform.access.Personas;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** 现场选岗 on screen: pages that turn by themselves, on a phone, beside one who looks on and the officer's table. */
@RongyiTest
@Tag("browser")
@DisplayName("现场选岗在屏幕上：手机自己翻到轮到您，还有几分几秒，选定就不再变；围观的看着位子少下去；窗口代录")
class LiveSceneTest {

    /** The page looks every three seconds; a busy machine needs longer. */
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

    @Autowired
    private ApplicationContext program;

    @LocalServerPort
    private int port;

    private Chromium chromium;
    private LiveOffice office;

    @BeforeEach
    void county() {
        chromium = new Chromium(port);
        office = new LiveOffice(program);
    }

    @AfterEach
    void goHome() {
        chromium.close();
    }

    @Test
    @DisplayName("等着的人不用按什么；轮到了，看得见时间，没有选岗位就按的被提醒，选定了说明白；旁边的人看见同样的事")
    void hisTurnComes() {
        var campaign = office.started("屏幕上的选岗", OnTimeout.PASS, 3, 1, 2);
        var turns = office.turns(campaign);
        var posts = office.posts(campaign);
        var looker = chromium.open(Device.DESKTOP).newPage();
        looker.navigate("/sunshine/" + office.gathering.read(campaign).number() + "/live");
        assertThat(looker.locator("main")).containsText("还空 3 人");
        var phone = chromium.signIn(Device.PHONE, himself(turns.get(1)));
        phone.navigate("/me/campaigns/" + campaign + "/live");
        assertThat(phone.locator("main")).containsText("您排第 2 位");
        assertThat(phone.locator("main")).containsText("前面还有 1 人");
        assertThat(phone.getByText("轮到您选")).hasCount(0);
        seen(phone, "waiting");

        assertThat(office.choose(turns.getFirst(), posts.getFirst())).isEqualTo(new LiveOutcome.Chosen(campaign));
        assertThat(looker.locator("#watch")).containsText("还空 2 人", SOON);
        assertThat(looker.locator("#watch"))
                .containsText("第 2 位（" + turns.get(1).pseudonym() + "）正在选，还有");
        assertThat(phone.locator("#standing")).containsText("轮到您了，还有", SOON);
        follow(phone, "点这里选岗");
        assertThat(phone.locator("#standing + h2")).containsText("轮到您选");
        assertThat(phone.locator("#standing")).containsText("轮到您了，还有");
        assertThat(phone.locator("input[name=post]")).hasCount(1);
        seen(phone, "turn");
        press(phone, "选定");
        assertThat(phone.locator("main")).containsText("请选一个岗位");
        phone.locator("input[name=post]").check();
        press(phone, "选定");
        assertThat(phone.locator("main")).containsText("您选定了：县自来水公司 管网工2");
        assertThat(phone.locator("input[name=post]")).hasCount(0);
        seen(phone, "chosen");

        assertThat(looker.locator("#watch")).containsText("还空 1 人", SOON);
        seen(looker, "looks-on");
        atTheTable(turns.getLast());
        assertThat(looker.locator("#watch")).containsText("还空 0 人", SOON);
        assertThat(looker.locator("#watch")).containsText("窗口代录（受托人到场，委托书 2026-12 号）");
        assertThat(office.turns(campaign))
                .extracting(LiveTurn::post)
                .containsExactly(posts.getFirst(), posts.getLast(), posts.getLast());
    }

    /** Who acts for the last one chooses at the window. */
    private void atTheTable(LiveTurn turn) {
        var officer = chromium.signIn(
                Device.DESKTOP,
                Objects.requireNonNull(TestCounty.ensure(program).get("xian")));
        officer.navigate("/campaigns/" + turn.campaign() + "/live");
        assertThat(officer.locator("main"))
                .containsText("窗口代录：" + office.candidate(turn).name());
        officer.locator("select[name=post]").selectOption(new SelectOption().setIndex(1));
        press(officer, "代录");
        assertThat(officer.locator("main")).containsText("请写明谁来选的");
        seen(officer, "table");
        officer.fill("input[name=words]", "受托人到场，委托书 2026-12 号");
        press(officer, "代录");
        assertThat(officer.locator("main")).containsText("已代录。");
    }

    private Personas.Entry himself(LiveTurn turn) {
        var one = office.candidate(turn);
        return TestCounty.himself(program, one.person(), one.name(), one.home());
    }

    /** Without barriers, and kept to be looked at. */
    private static void seen(Page page, String name) {
        assertThat(Chromium.barriers(page)).as(name).isEmpty();
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "live", name + ".png")));
    }
}
