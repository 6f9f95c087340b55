package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.journey.Chromium.arrive;
import static org.rongyi.journey.Chromium.follow;
import static org.rongyi.journey.Chromium.press;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.Gathering;
import org.rongyi.career.campaign.direct.ConfirmDirect;
import org.rongyi.career.campaign.wish.Wishing;
import org.rongyi.demo.TestCounty;
import org.rongyi.journey.Chromium.Device;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.act.CommandId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** 直通安置 on screen, from the call to the settlement, each step by who does it. */
@RongyiTest
@Tag("browser")
@DisplayName("直通安置在屏幕上：公开招人、手机报名、资格审查、意向、公示、异议、确定")
class DirectSceneTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Autowired
    private ApplicationContext program;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();
    private Chromium chromium;
    private Gathering gathering;
    private UUID campaign;

    @BeforeEach
    void county() {
        personas = TestCounty.ensure(program);
        chromium = new Chromium(port);
        gathering = Gathering.ofTheProvince(program);
    }

    @AfterEach
    void goHome() {
        chromium.close();
    }

    @Test
    @DisplayName("每个人都在自己的页面上办自己的一步，手机和电脑上都没有障碍")
    void everyStepOnItsOwnPage() {
        var title = "屏幕上的直通安置";
        campaign = gathering.drafted(gathering.plan(title));
        var wishing = new Wishing(program, gathering, campaign).posts(2);
        wishing.candidate(laobing(), "66", 1);
        wishing.stage("NOTICE", Duration.ofDays(32));
        var officer = Chromium.signIn(chromium.open(Device.DESKTOP), personas.get("sheng"));
        officer.navigate("/campaigns/" + campaign);
        follow(officer, "直通安置");
        called(officer);
        var phone = Chromium.signIn(chromium.open(Device.PHONE), personas.get("laobing"));
        phone.navigate("/me/campaigns");
        follow(phone, title);
        follow(phone, "直通安置");
        press(phone, "报名");
        assertThat(phone.content()).contains("等资格审查");
        seen(phone, "own");
        var path = agreed(officer);
        var visitor = chromium.open(Device.PHONE).newPage();
        visitor.navigate("/sunshine/" + gathering.read(campaign).number());
        assertThat(visitor.content()).contains("意向公示", "专业对口", "按意向留着 1");
        seen(visitor, "sunshine");
        visitor.navigate("/sunshine/" + gathering.read(campaign).number() + "/quotas");
        seen(visitor, "sunshine-quotas");
        officer.navigate("/campaigns/" + campaign + "/quotas");
        seen(officer, "quotas");
        officer.navigate(path);
        officer.fill("input[name=whose]", "匿名");
        officer.fill("input[name=words]", "学历不实");
        press(officer, "登记异议");
        yesterday("update campaign.direct_application set notice_until = :day where campaign_id = :campaign");
        settled(path);
        phone.navigate("/me/campaigns/" + campaign + "/direct");
        assertThat(phone.content()).contains("已经确定").doesNotContain("撤回</button>");
        seen(phone, "own-settled");
        officer.navigate("/campaigns/" + campaign + "/direct");
        seen(officer, "list");
    }

    private void called(Page officer) {
        press(officer, "公开招人");
        assertThat(officer.content()).contains("请选择岗位");
        seen(officer, "call");
        officer.locator("select[name=post]").selectOption(new SelectOption().setIndex(1));
        officer.fill("input[name=seats]", "1");
        officer.fill("input[name=conditions]", "做过水质化验");
        officer.fill("input[name=days]", "2");
        press(officer, "公开招人");
        assertThat(officer.content()).contains("个工作日", "做过水质化验");
        officer.fill("input[name=days]", "5");
        press(officer, "公开招人");
        assertThat(officer.content()).contains("已公开招人", "省直");
    }

    private String agreed(Page officer) {
        officer.navigate("/campaigns/" + campaign + "/direct");
        arrive(officer.locator("tbody th a").last());
        officer.locator("input[name=result][value=PASSED]").check();
        press(officer, "登记审查结果");
        assertThat(officer.content()).contains("还没有审查");
        seen(officer, "examination");
        officer.locator("input[name=checks]").all().forEach(one -> one.check());
        press(officer, "登记审查结果");
        assertThat(officer.content()).contains("资格审查通过").doesNotContain("录入意向</");
        yesterday("""
                update campaign.direct_call set from_on = :day - 7, until_on = :day where campaign_id = :campaign
                """);
        officer.reload();
        officer.fill("input[name=paper]", "省水字〔2026〕8 号");
        officer.fill("input[name=on]", LocalDate.ofInstant(gathering.now, ZONE).toString());
        officer.fill("input[name=reason]", "专业对口");
        press(officer, "录入意向");
        assertThat(officer.content()).contains("请另一位同事");
        seen(officer, "agreement");
        var path = officer.url().replaceFirst("https?://[^/]+", "");
        var application = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        var colleague = gathering.colleague;
        assertThat(gathering.perform(
                        colleague,
                        ConfirmDirect.class,
                        new ConfirmDirect.Command(CommandId.fresh(colleague), application)))
                .isInstanceOf(ConfirmDirect.Outcome.Confirmed.class);
        return path;
    }

    private void settled(String path) {
        var chief = Chromium.signIn(chromium.open(Device.DESKTOP), personas.get("shengling"));
        chief.navigate(path);
        press(chief, "确定");
        assertThat(chief.content()).contains("还有异议没有答复");
        chief.locator("input[type=radio][value=DENIED]").check();
        chief.locator("input[name^='answer.']").fill("学历已核实");
        press(chief, "答复");
        seen(chief, "objection");
        press(chief, "确定");
        assertThat(chief.content()).contains("已经确定");
        seen(chief, "settled");
    }

    private void yesterday(String sql) {
        gathering
                .jobs()
                .sql(sql)
                .param("day", LocalDate.ofInstant(gathering.now, ZONE).minusDays(1))
                .param("campaign", campaign)
                .update();
    }

    /** Without barriers, and kept to be looked at. */
    private static void seen(Page page, String name) {
        assertThat(Chromium.barriers(page)).as(name).isEmpty();
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "direct", name + ".png")));
    }

    private UUID laobing() {
        return gathering
                .jobs()
                .sql("select a.person_id from access.account a where a.username = 'laobing'")
                .query(UUID.class)
                .single();
    }
}
