package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.journey.Chromium.press;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.PaymentOffice;
import org.rongyi.care.fund.raising.RaisingPlan;
import org.rongyi.care.fund.raising.RegisterPlan;
import org.rongyi.demo.TestCounty;
import org.rongyi.journey.Chromium.Device;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.act.CommandId;
import org.springframework.boot.test.web.server.LocalServerPort;

@RongyiTest
@Tag("browser")
@DisplayName("募捐方案：登记的表、方案的页、提前结束或者延长，手机和电脑上都看得清、填得了")
class RaisingSceneTest extends PaymentOffice {

    @LocalServerPort
    private int port;

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

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "DESKTOP"})
    void aPlanEndsEarly(Device device) {
        var fund = fundOf(chief, licensed());
        var plan = registered(fund);
        var page = chromium.signIn(device, Objects.requireNonNull(personas.get("juzhang")));
        open(page, "/funds/" + fund + "/plans/new");
        open(page, "/plans/" + plan);
        open(page, "/plans/" + plan + "/end");
        press(page, "提出");
        assertThat(page.textContent("main")).contains("改到哪天结束");
        looksClear(page);
        page.fill("[name=endsOn]", today.plusDays(3).toString());
        page.fill("[name=document]", "停止募捐的决定 1 号");
        page.fill("[name=documentOn]", today.toString());
        page.fill("[name=reason]", "目标已经达到");
        press(page, "提出");
        page.navigate("/plans/" + plan + "/end");
        assertThat(page.textContent("main")).contains("等核定的", "提前结束", "停止募捐的决定 1 号", "撤回的理由");
        looksClear(page);
    }

    private UUID registered(UUID fund) {
        var number = UUID.randomUUID().toString().substring(0, 8);
        var plan = new RaisingPlan(
                UUID.randomUUID(),
                fund,
                "冬日助老兵 " + number,
                today.minusDays(10),
                today.plusDays(30),
                "怀集县",
                "资助生活困难的老兵",
                List.of(RaisingPlan.Way.ONSITE),
                "演示负责人",
                "用于相近的项目",
                false,
                new RaisingPlan.Filing("备案" + number, today.minusDays(10)));
        return ((RegisterPlan.Outcome.Registered) perform(
                        officer, RegisterPlan.class, new RegisterPlan.Command(CommandId.fresh(officer), fund, plan)))
                .subject();
    }

    private static void open(Page page, String path) {
        assertThat(page.navigate(path).status()).as(path).isEqualTo(200);
        looksClear(page);
    }

    private static void looksClear(Page page) {
        assertThat(Chromium.barriers(page)).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))
                .as(page.url())
                .isEqualTo(false);
    }
}
