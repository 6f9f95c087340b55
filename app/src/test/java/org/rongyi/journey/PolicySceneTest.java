package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.journey.Chromium.follow;
import static org.rongyi.journey.Chromium.press;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.journey.Chromium.Device;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.policy.StatutoryHolidays;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Numbers and lists that documents set: how they stand, how one is changed, how a year's holidays are read back before they count. */
@RongyiTest
@Tag("browser")
@DisplayName("政策参数和放假安排：看、提出变更、核对、撤回，都无障碍，不超宽")
class PolicySceneTest {

    /** Far ahead, and withdrawn again. */
    private static final int YEAR = 2093;

    private static final int HOLIDAYS = 2043;

    @Autowired
    private ApplicationContext program;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();
    private Looks looks;

    @Test
    void whatDocumentsSetIsLookedAtAndChanged() {
        personas = TestCounty.ensure(program);
        try (var seen = new Looks(program, PolicySceneTest.class);
                var chromium = new Chromium(port)) {
            looks = seen;
            aNumber(signIn(chromium, "sheng"));
            aYear(signIn(chromium, "admin"));
            assertThat(looks.missed()).isEmpty();
            assertThat(looks.barriers()).isEmpty();
        }
    }

    private void aNumber(Page page) {
        page.navigate("/policy/need.kind");
        looks.at(page, "policy-list");
        page.navigate("/policy/need.answer.days");
        looks.at(page, "policy-number");
        follow(page, "提出变更");
        looks.at(page, "policy-change");
        press(page, "下一步：看影响");
        assertThat(page.textContent("main")).contains("请填写数字");
        looks.at(page, "policy-change-wrong");
        page.fill("input[name=number]", "18");
        page.fill("input[name=from]", YEAR + "-03-01");
        page.fill("input[name=document]", "粤退役军人发〔" + YEAR + "〕9 号");
        page.fill("textarea[name=reason]", "按新文件调整，基层反映十五个工作日来不及入户核实");
        press(page, "下一步：看影响");
        assertThat(page.textContent("main")).contains("18 个工作日");
        looks.at(page, "policy-change-check");
        press(page, "提出变更");
        page.waitForURL("**/policy-changes/*");
        looks.at(page, "policy-change-proposed");
        press(page, "撤回这份变更");
        assertThat(page.textContent("main")).contains("已撤回");
    }

    private void aYear(Page page) {
        page.navigate("/calendar/load");
        page.fill("input[name=year]", Integer.toString(HOLIDAYS));
        page.fill("input[name=document]", "国办发明电〔" + (HOLIDAYS - 1) + "〕7 号");
        page.fill(
                "textarea[name=off]",
                StatutoryHolidays.of(HOLIDAYS).stream()
                        .map(holiday -> holiday.day() + " " + holiday.name())
                        .collect(Collectors.joining("\n")));
        press(page, "下一步：核对");
        assertThat(page.textContent("main")).contains("国庆");
        looks.at(page, "calendar-check");
    }

    private Page signIn(Chromium chromium, String who) {
        return chromium.signIn(Device.PHONE, Objects.requireNonNull(personas.get(who)));
    }
}
