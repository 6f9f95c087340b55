package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.Gathering;
import org.rongyi.career.campaign.draw.ConfirmSource;
import org.rongyi.career.campaign.draw.EndNotice;
import org.rongyi.career.campaign.draw.EnterSource;
import org.rongyi.career.campaign.draw.OpenDraw;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.campaign.group.Held;
import org.rongyi.career.campaign.run.ApproveResult;
import org.rongyi.career.campaign.run.RunCampaign;
import org.rongyi.career.campaign.wish.HandInWishes;
import org.rongyi.career.campaign.wish.Wishing;
import org.rongyi.career.reception.Handed;
import org.rongyi.demo.TestCounty;
import org.rongyi.journey.Chromium.Device;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** After the result: he reads why, downloads his slip, and checks it in the browser against the public file. */
@RongyiTest
@Tag("browser")
@DisplayName("结果审定以后，老人看得到为什么，一按就在自己的手机上核对")
class SlipSceneTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();
    private Chromium chromium;
    private Gathering gathering;
    private UUID campaign;
    private Map<UUID, Attendance> group = Map.of();

    @BeforeEach
    void county() {
        personas = TestCounty.ensure(program);
        chromium = new Chromium(port);
        gathering = new Gathering(program);
    }

    @AfterEach
    void goHome() {
        chromium.close();
    }

    @Test
    @DisplayName("审定以前没有凭单；审定以后说清每个志愿，核对全对；别人的活动看不到")
    void hisOwnResult() {
        onNotice();
        var phone = Chromium.signIn(chromium.open(Device.PHONE), personas.get("laobing"));
        openTheDraw();
        assertThat(phone.navigate("/me/campaigns/" + campaign + "/slip").status())
                .isEqualTo(404);
        var officer = gathering.officer;
        gathering.perform(officer, RunCampaign.class, new RunCampaign.Command(CommandId.fresh(officer), campaign));
        assertThat(phone.navigate("/me/campaigns/" + campaign + "/slip").status())
                .isEqualTo(404);
        var chief = gathering.chief;
        assertThat(gathering.perform(
                        chief,
                        ApproveResult.class,
                        new ApproveResult.Command(
                                CommandId.fresh(chief),
                                campaign,
                                new Held(new Handed(program).today, "安置纪要〔2026〕2 号", group))))
                .isInstanceOf(ApproveResult.Outcome.Approved.class);

        phone.navigate("/me/campaigns/" + campaign);
        Chromium.follow(phone, "我的结果和凭单");
        assertThat(phone.textContent("main"))
                .contains("第 2 名", "没有轮到", "再靠前 1 名", "是您的第 2 志愿", "收费管理")
                .doesNotContain("钱第一");
        assertThat(Chromium.barriers(phone)).isEmpty();
        Chromium.follow(phone, "在这台设备上核对");
        phone.waitForCondition(() -> !phone.inputValue("[name=slip-text]").isEmpty()
                && !phone.inputValue("[name=shown-text]").isEmpty());
        Chromium.press(phone, "核对");
        assertThat(phone.textContent("[data-verdict]")).startsWith("全部对得上");
        phone.fill(
                "[name=slip-text]", phone.inputValue("[name=slip-text]").replace("\\\"wish\\\":2", "\\\"wish\\\":1"));
        Chromium.press(phone, "核对");
        assertThat(phone.textContent("[data-verdict]")).contains("不对");
        assertThat(status(phone, "/me/campaigns/" + UUID.randomUUID() + "/slip.json"))
                .isEqualTo(404);
    }

    private static int status(Page page, String path) {
        return page.context().request().get(path).status();
    }

    /** Two posts, two people; the second is our veteran. */
    private void onNotice() {
        campaign = gathering.drafted(gathering.plan("看结果的活动"));
        gathering.checked(campaign, "水厂运行", 1);
        gathering.checked(campaign, "收费管理", 1);
        gathering.add(campaign, gathering.settled("钱第一", 6), gathering.settled("钱第二", 4));
        gathering.jobs().sql("""
                        update campaign.candidate c set person_id = a.person_id from access.account a
                        where a.username = 'laobing' and c.campaign_id = :id and c.name = '钱第二'
                        """).param("id", campaign).update();
        group = gathering.group(campaign, Attendance.PRESENT, Attendance.PRESENT, Attendance.PRESENT);
        gathering.approve(gathering.chief, campaign, group);
        gathering.shown(campaign);
    }

    private void openTheDraw() {
        var officer = gathering.officer;
        var colleague = gathering.colleague;
        gathering.perform(officer, EndNotice.class, new EndNotice.Command(CommandId.fresh(officer), campaign));
        var wishing = new Wishing(program, gathering, campaign).sealed();
        transactions
                .read(officer, () -> program.getBean(Candidates.class).of(campaign))
                .forEach(who -> assertThat(wishing.handIn(who, "P001", "P002"))
                        .isInstanceOf(HandInWishes.Outcome.HandedIn.class));
        gathering.past(campaign);
        for (int at = 1; at <= 2; at++) {
            gathering.perform(
                    officer,
                    EnterSource.class,
                    new EnterSource.Command(CommandId.fresh(officer), campaign, at, "值 " + at, "官网"));
            gathering.perform(
                    colleague,
                    ConfirmSource.class,
                    new ConfirmSource.Command(CommandId.fresh(colleague), campaign, at, "值 " + at));
        }
        wishing.open(wishing.made.shares().get(0), wishing.made.shares().get(1));
        assertThat(gathering.perform(officer, OpenDraw.class, new OpenDraw.Command(CommandId.fresh(officer), campaign)))
                .isInstanceOf(OpenDraw.Outcome.Opened.class);
    }
}
