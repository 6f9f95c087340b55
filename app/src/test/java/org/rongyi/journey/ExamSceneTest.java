package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.journey.Chromium.follow;
import static org.rongyi.journey.Chromium.press;

import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.CampaignPlan;
import org.rongyi.career.campaign.ExamPlan;
import org.rongyi.career.campaign.Gathering;
import org.rongyi.career.campaign.exam.PlanExam;
import org.rongyi.career.campaign.wish.Wishing;
import org.rongyi.demo.TestCounty;
import org.rongyi.journey.Chromium.Device;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.act.CommandId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The exam on screen, from the plan to the points, each by who does it. */
@RongyiTest
@Tag("browser")
@DisplayName("考试在屏幕上：定办法、手机报名、抽座位、准考证、阅卷、公布、复核")
class ExamSceneTest {

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
        gathering = new Gathering(program);
    }

    @AfterEach
    void goHome() {
        chromium.close();
    }

    @Test
    @DisplayName("每个人都在自己的页面上办自己的一步，手机和电脑上都没有障碍")
    void everyStepOnItsOwnPage() {
        var title = "屏幕上的考试";
        campaign = gathering.drafted(later(gathering.plan(title)));
        var office = "/campaigns/" + campaign + "/exam";
        var officer = Chromium.signIn(chromium.open(Device.DESKTOP), personas.get("xian"));
        planned(officer, office);
        var wishing = new Wishing(program, gathering, campaign).posts(2);
        var whom = wishing.candidate(laobing(), "66", 1);
        wishing.stage("NOTICE", Duration.ofDays(67));
        times(-1, 1, 5);
        var phone = Chromium.signIn(chromium.open(Device.PHONE), personas.get("laobing"));
        phone.navigate("/me/campaigns");
        follow(phone, title);
        follow(phone, "考试");
        press(phone, "报名");
        assertThat(phone.content()).contains("已经报名，准考证号");
        seen(phone, "own");
        officer.navigate(office + "/people");
        assertThat(officer.content()).contains("已报名");
        seen(officer, "people");
        seated(officer, office);
        phone.navigate("/me/campaigns/" + campaign + "/exam");
        follow(phone, "准考证");
        assertThat(phone.content()).contains("第一考场，第 1 座", "县第一中学");
        seen(phone, "ticket");
        times(-5, -3, -1);
        officer.navigate(office + "/papers");
        seen(officer, "absence");
        press(officer, "登记缺考，给试卷编号");
        seen(officer, "papers");
        var number = officer.locator("tbody tr td").last().textContent().strip();
        marked("chuna", office, number, "81");
        marked("shi", office, number, "82");
        var chief = Chromium.signIn(chromium.open(Device.DESKTOP), personas.get("juzhang"));
        chief.navigate(office);
        seen(chief, "progress");
        press(chief, "公布成绩");
        phone.navigate("/me/campaigns/" + campaign + "/exam");
        assertThat(phone.content()).contains("81.5 分");
        phone.locator("input[name=subject]").first().check();
        phone.fill("input[name=reason]", "最后一题漏了分");
        press(phone, "申请复核");
        seen(phone, "review");
        chief.navigate(office + "/people/" + whom.id());
        chief.fill("input[name=points]", "83");
        chief.fill("input[name=answer]", "最后一题补 1.5 分");
        press(chief, "答复");
        assertThat(chief.content()).contains("复核后 83.00 分");
        seen(chief, "answered");
        gathering
                .jobs()
                .sql("update campaign.exam set review_until = review_until - 30 where campaign_id = :id")
                .param("id", campaign)
                .update();
        officer.navigate(office);
        press(officer, "定成绩，公示总分");
        assertThat(officer.content()).contains("成绩已经定下");
        seen(officer, "settled");
    }

    /** Wishes two months from now: an exam fits in before. */
    private CampaignPlan later(CampaignPlan plan) {
        return new CampaignPlan(
                plan.title(),
                plan.ways(),
                plan.ties(),
                plan.priority(),
                plan.least(),
                plan.most(),
                plan.noticeDays(),
                gathering.now.plus(Duration.ofDays(60)),
                gathering.now.plus(Duration.ofDays(67)),
                plan.silent(),
                List.of(gathering.speaking(68, "双色球开奖号码"), gathering.speaking(69, "深证成指收盘点位")));
    }

    /** On the page what is wrong is said and what was typed stays; the plan itself is given by the act, whose days are the clock's. */
    private void planned(Page officer, String office) {
        officer.navigate(office);
        officer.fill("input[name=forWhom]", "全体参加人");
        press(officer, "定下");
        assertThat(officer.content()).contains("请填写开始报名的日期", "全体参加人");
        seen(officer, "plan");
        var details = new PlanExam.Details(
                "全体参加人",
                60,
                List.of(new ExamPlan.Subject("公共基础知识", 100, new BigDecimal("0.4"))),
                gathering.now.plus(Duration.ofDays(1)),
                gathering.now.plus(Duration.ofDays(3)),
                gathering.now.plus(Duration.ofDays(10)),
                "县第一中学",
                gathering.speaking(4, "双色球开奖号码"));
        assertThat(gathering.perform(
                        gathering.officer,
                        PlanExam.class,
                        new PlanExam.Command(CommandId.fresh(gathering.officer), campaign, details)))
                .isEqualTo(new PlanExam.Outcome.Planned(campaign));
        officer.navigate("/campaigns/" + campaign);
        follow(officer, "考试");
        assertThat(officer.content()).contains("修改考试的办法");
    }

    private void seated(Page officer, String office) {
        officer.navigate(office);
        assertThat(officer.content()).contains("现在还在报名").doesNotContain("截止报名</");
        times(-3, -1, 5);
        officer.navigate(office);
        officer.fill("textarea[name=rooms]", "第一考场");
        press(officer, "截止报名");
        assertThat(officer.content()).contains("每行一个考场");
        officer.fill("textarea[name=rooms]", "第一考场 30");
        press(officer, "截止报名");
        officer.fill("input[name=value]", "03 08 11");
        published(officer);
        officer.fill("input[name=where]", "中国福利彩票官网");
        press(officer, "录入");
        assertThat(officer.content()).contains("这一期在定考场以前就公布了");
        seen(officer, "source");
        gathering.committedBefore(campaign);
        officer.navigate(office);
        officer.fill("input[name=value]", "03 08 11");
        published(officer);
        officer.fill("input[name=where]", "中国福利彩票官网");
        press(officer, "录入");
        var colleague = Chromium.signIn(chromium.open(Device.DESKTOP), personas.get("chuna"));
        colleague.navigate(office);
        colleague.fill("input[name=value]", "03 08 11");
        published(colleague);
        press(colleague, "核对，抽座位");
        assertThat(colleague.content()).contains("座位抽定了");
    }

    private void published(Page page) {
        var at = gathering.spoke().atZone(ZoneId.of("Asia/Shanghai"));
        page.fill("input[name=publishedOn]", at.toLocalDate().toString());
        page.fill("input[name=publishedAt]", at.toLocalTime().toString());
    }

    private void marked(String who, String office, String number, String points) {
        var marker = Chromium.signIn(chromium.open(Device.DESKTOP), personas.get(who));
        marker.navigate(office + "/marking");
        assertThat(marker.content()).contains(number);
        seen(marker, "marking");
        marker.fill("input[name=paper]", number.toLowerCase(java.util.Locale.ROOT));
        marker.fill("input[name=points]", points);
        press(marker, "交这份的评分");
        assertThat(marker.content()).contains("没有等您评的试卷了");
    }

    /** Without barriers, and kept to be looked at. */
    private static void seen(Page page, String name) {
        assertThat(Chromium.barriers(page)).as(name).isEmpty();
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "exam", name + ".png")));
    }

    private void times(int opens, int closes, int sits) {
        gathering
                .jobs()
                .sql(
                        "update campaign.exam set opens_at = :opens, closes_at = :closes, sits_at = :sits where campaign_id = :id")
                .param("opens", gathering.now.plus(Duration.ofDays(opens)).atOffset(ZoneOffset.UTC))
                .param("closes", gathering.now.plus(Duration.ofDays(closes)).atOffset(ZoneOffset.UTC))
                .param("sits", gathering.now.plus(Duration.ofDays(sits)).atOffset(ZoneOffset.UTC))
                .param("id", campaign)
                .update();
    }

    private UUID laobing() {
        return gathering
                .jobs()
                .sql("select a.person_id from access.account a where a.username = 'laobing'")
                .query(UUID.class)
                .single();
    }
}
