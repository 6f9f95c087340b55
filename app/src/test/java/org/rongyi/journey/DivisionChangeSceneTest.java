package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.journey.Chromium.press;

import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.journey.Chromium.Device;
import org.rongyi.people.person.Category;
import org.rongyi.people.person.Files;
import org.rongyi.people.person.RegisterPerson;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The province enters changes of divisions on screen, and the county says who belongs where. */
@RongyiTest
@Tag("browser")
@DisplayName("在屏幕上录入区划变更：设立、划归、拆分，每一类的表单都无障碍")
class DivisionChangeSceneTest {

    /** 四会市罗源镇 and 黄田镇, with numbers no real village has. */
    private static final DivisionCode FROM = new DivisionCode(441284103000L);

    private static final DivisionCode TO = new DivisionCode(441284108000L);

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Divisions divisions;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();
    private LocalDate today;
    private Chromium chromium;

    @BeforeEach
    void province() {
        personas = TestCounty.ensure(program);
        today = LocalDate.now(program.getBean(Clock.class));
        chromium = new Chromium(port);
    }

    @AfterEach
    void goHome() {
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RENAMED", "RECODED", "REPARENTED", "MERGED", "SPLIT", "ADDED", "REMOVED"})
    @DisplayName("没填的逐项说明")
    void everyFormIsOpenToAll(String kind) {
        var page = signIn(Device.PHONE, "sheng");
        page.navigate("/divisions/" + FROM + "/change?kind=" + kind);
        assertThat(Chromium.barriers(page)).isEmpty();
        press(page, "下一步：核对");
        assertThat(page.textContent("main")).contains("请填写生效日期");
        assertThat(Chromium.barriers(page)).isEmpty();
    }

    @Test
    @DisplayName("一个村划归另一个镇：旧代码仍查得到，说清现在是哪一个")
    void aVillageIsReparented() {
        var page = signIn(Device.DESKTOP, "sheng");
        var before = new DivisionCode(FROM.value() + 381);
        var after = new DivisionCode(TO.value() + 381);
        enter(page, FROM, "ADDED", Map.of("newCode", before.toString(), "name", "划归村"), 40, "设立：划归村");
        enter(page, before, "REPARENTED", Map.of("newCode", after.toString()), 20, after.toString());

        page.navigate("/divisions/" + after);
        assertThat(page.textContent("main")).contains("划归村");
        assertThat(page.textContent(".crumbs")).contains("黄田镇");
        page.navigate("/divisions/" + before);
        assertThat(page.locator("main a[href^='/divisions/" + after + "']").count())
                .isPositive();
        assertThat(divisions.find(before, today)).isEmpty();
        assertThat(divisions.find(before, today.minusDays(30))).isPresent();
        assertThat(divisions.find(after, today)).isPresent();
    }

    @Test
    @DisplayName("一个村拆出一个村：县里在清单上打开，划分、办完")
    void aVillageIsSplit() {
        var page = signIn(Device.DESKTOP, "sheng");
        var whole = new DivisionCode(FROM.value() + 382);
        var part = new DivisionCode(FROM.value() + 383);
        enter(page, FROM, "ADDED", Map.of("newCode", whole.toString(), "name", "待拆村"), 40, "设立：待拆村");
        register(whole);
        enter(page, whole, "SPLIT", Map.of("parts", part + " 待拆新村"), 20, "待拆新村");

        var county = signIn(Device.PHONE, "xian");
        county.navigate("/village-splits");
        assertThat(Chromium.barriers(county)).isEmpty();
        Chromium.arrive(
                county.locator("a[href='/village-splits/" + whole + "']").first());
        assertThat(county.textContent("main")).contains("待拆新村", "第3村民小组");
        assertThat(Chromium.barriers(county)).isEmpty();
        assertThat(county.evaluate("document.documentElement.scrollWidth > window.innerWidth"))
                .isEqualTo(false);
        county.check("input[name=part][value='" + part + "']");
        county.check("input[name=groups][value='第3村民小组']");
        press(county, "划分选中的");
        county.navigate("/village-splits/" + whole);
        assertThat(county.textContent("main")).doesNotContain("第3村民小组");
    }

    /** The form, what it would do, and doing it. */
    private void enter(Page page, DivisionCode at, String kind, Map<String, String> fields, int daysAgo, String says) {
        page.navigate("/divisions/" + at + "/change?kind=" + kind);
        fields.forEach((name, value) -> page.fill("[name=" + name + "]", value));
        if (page.locator("[name=below]").count() > 0) {
            page.fill("[name=below]", "");
        }
        page.fill("[name=on]", today.minusDays(daysAgo).toString());
        page.fill("[name=source]", "民函〔2026〕9 号");
        press(page, "下一步：核对");
        assertThat(page.textContent("main")).contains(says);
        assertThat(Chromium.barriers(page)).isEmpty();
        press(page, "录入这次变更");
        assertThat(page.textContent("main")).contains("已录入");
    }

    private void register(DivisionCode village) {
        var officer = TestCounty.office(program, "xian");
        var command = new RegisterPerson.Command(
                CommandId.fresh(officer),
                "待划人",
                Files.number(),
                "13900000000",
                Set.of(Category.DISCHARGED_SOLDIER),
                new RegisterPerson.Spot(village, "1号", "第3村民小组"),
                null,
                null);
        assertThat(program.getBean(Acts.class).perform(officer, program.getBean(RegisterPerson.class), command))
                .isInstanceOf(RegisterPerson.Outcome.Registered.class);
    }

    private Page signIn(Device device, String who) {
        return chromium.signIn(device, Objects.requireNonNull(personas.get(who)));
    }
}
