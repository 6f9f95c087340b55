package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.journey.Chromium.press;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.rongyi.people.person.Files;
import org.rongyi.platform.access.Personas;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What is found to be secret goes by two people; what only looked so is released by one above. On the phone and at the desk. */
@RongyiTest
@Tag("browser")
@DisplayName("误拦的当场请上级复核、照原样提交；泄密的由两个人清除：手机和电脑上都走得通")
class LeakSceneTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    private final List<String> barriers = new ArrayList<>();
    private Map<String, Personas.Entry> personas = Map.of();
    private Chromium chromium;

    /** Of this test alone: whom another visited today is asked about. */
    private UUID person = new UUID(0, 0);

    @BeforeEach
    void county() {
        personas = TestCounty.ensure(program);
        person = new Files(program).register(TestCounty.office(program, "cun"), "罗饭店", Files.number(), null);
        chromium = new Chromium(port);
    }

    @AfterEach
    void goHome() {
        chromium.close();
    }

    @Test
    @DisplayName("村里记走访被拦下，请上级复核；镇里放行，村里照原样提交；后来认定是泄密，负责人提出、安全管理员核准，页面上只剩一句话")
    void fromAFalseAlarmToARemoval() {
        var village = signIn(Device.PHONE, "cun");
        stopped(village);
        village.fill("textarea[name=said]", "门口是一家饭店");
        press(village, "请上级复核");
        village.waitForSelector("h1:text('没有提请复核')");
        look(village, "not-asked");
        assertThat(village.textContent("main")).contains("门口是一家饭店", "照原样提交");
        stopped(village);
        look(village, "stopped-form");
        press(village, "请上级复核");
        village.waitForURL("**/stopped-words/*");
        look(village, "stopped-own");
        var path = village.url().replaceFirst("^https?://[^/]+", "");
        assertThat(village.textContent("main")).contains("等复核", "91234部队");

        var town = signIn(Device.DESKTOP, "zhen");
        town.navigate("/stopped-words");
        look(town, "stopped-list");
        town.navigate(path);
        look(town, "stopped-decide");
        town.fill("input[name=reason]", "饭店的招牌");
        press(town, "放行");
        town.waitForURL("**/stopped-words");

        village.navigate(path);
        press(village, "照原样提交");
        village.waitForURL("**/visits/*");
        assertThat(village.textContent("main")).contains("91234部队").doesNotContain("没有保存");
        var visit = village.url();

        var leader = signIn(Device.PHONE, "juzhang");
        leader.navigate("/removals/new");
        look(leader, "removal-form");
        leader.fill("input[name=address]", visit);
        leader.fill("input[name=authority]", "怀集县国家保密局");
        leader.fill("input[name=paper]", "怀密函〔2026〕9号");
        leader.fill("input[name=paperOn]", LocalDate.now(clock).toString());
        press(leader, "提出");
        leader.waitForURL(url -> url.matches(".*/removals/[0-9a-f-]{36}"));
        look(leader, "removal-own");
        var removal = leader.url().replaceFirst("^https?://[^/]+", "");

        var security = signIn(Device.DESKTOP, "anquan");
        security.navigate("/removals");
        look(security, "removals");
        security.navigate(removal);
        look(security, "removal-confirm");
        press(security, "核准并清除");
        security.waitForSelector("main :text('已清除')");
        look(security, "removal-done");
        village.navigate(visit);
        assertThat(village.textContent("main")).contains("已按规定清除").doesNotContain("91234部队");
        look(village, "removed");

        leader.navigate("/removals/new");
        leader.fill("input[name=address]", visit);
        leader.fill("input[name=authority]", "怀集县国家保密局");
        leader.fill("input[name=paper]", "怀密函〔2026〕9号");
        leader.fill("input[name=paperOn]", LocalDate.now(clock).toString());
        press(leader, "提出");
        leader.waitForSelector(".error");
        assertThat(leader.textContent("main")).contains("清除过，以后没有再写进什么");
        look(leader, "removal-again");
        assertThat(barriers).isEmpty();
    }

    @Test
    @DisplayName("提请复核以后又不用了：写的人在手机上、电脑上都能撤回，内容当即没有了")
    void whatIsNotNeededIsWithdrawn() {
        for (var device : List.of(Device.PHONE, Device.DESKTOP)) {
            var village = signIn(device, "cun");
            stopped(village);
            press(village, "请上级复核");
            village.waitForURL("**/stopped-words/*");
            var path = village.url();
            look(village, "stopped-waiting-" + device);
            press(village, "撤回");
            village.waitForURL("**/stopped-words");
            look(village, "stopped-withdrawn-list-" + device);
            village.navigate(path);
            assertThat(village.textContent("main")).contains("已撤回").doesNotContain("91234部队");
            look(village, "stopped-withdrawn-" + device);
        }
        assertThat(barriers).isEmpty();
    }

    /** A visit whose words were stopped. */
    private void stopped(Page village) {
        village.navigate("/visits/new?person=" + person);
        village.locator("input[name=person]").first().check();
        village.check("input[name=sent][value=POLICY]");
        village.fill("textarea[name=said]", "门口招牌写着 91234部队 饭店");
        press(village, "保存走访");
        village.waitForSelector("button[name=_ask]");
        assertThat(village.textContent("main")).contains("请上级复核");
    }

    private void look(Page page, String name) {
        page.waitForLoadState(LoadState.LOAD);
        Chromium.barriers(page).forEach(barrier -> barriers.add(name + " " + barrier));
        if (Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))) {
            barriers.add(name + " is wider than the screen");
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "leak", name + ".png"))
                .setFullPage(true));
    }

    private Page signIn(Device device, String who) {
        return chromium.signIn(device, Objects.requireNonNull(personas.get(who)));
    }
}
