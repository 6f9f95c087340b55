package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.journey.Chromium.follow;
import static org.rongyi.journey.Chromium.press;
import static org.rongyi.journey.Chromium.says;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.relief.HardshipCases;
import org.rongyi.care.relief.HardshipFunds;
import org.rongyi.demo.TestCounty;
import org.rongyi.journey.Chromium.Device;
import org.rongyi.platform.access.Personas;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Each no of hardship aid, as who says it and who hears it see it: in writing, with its reason and with what may be done against it. */
@RongyiTest
@Tag("browser")
@DisplayName("困难帮扶的每一种“不”：补正、退回、不同意、复核、不予受理、利害关系人、先帮后补，都写明理由，本人看得到怎么办")
class RefusalSceneTest {

    private static final String REASON = "家庭人均收入高于标准，自付的费用没有达到严重困难";

    @Autowired
    private ApplicationContext program;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();
    private Chromium chromium;
    private HardshipCases aid;
    private Page town;
    private Page leader;

    @BeforeEach
    void county() {
        personas = TestCounty.ensure(program);
        chromium = new Chromium(port);
        aid = new HardshipCases(program);
        town = at("zhen");
        leader = at("juzhang");
    }

    @AfterEach
    void goHome() {
        chromium.close();
    }

    @Test
    @DisplayName("通知补正、本人补来；县里退回镇街重核；不同意写明理由；本人申请复核，审查的人不能作决定，市局撤销")
    void mendedReturnedRefusedAndLookedAtAgain() {
        var person = aid.person("补正生");
        var file = aid.asked(person);
        var himself = himself(person, "补正生");
        theTownAsksForMore(file);
        heBringsIt(himself, file);
        town.navigate(task(file));
        says(town, "出院小结和费用清单", "补来了");
        press(town, "材料齐全，受理");
        theTownReviews(file);
        theCountySendsItBack(file);
        town.navigate(task(file));
        says(town, "两个人都要签名");
        theTownReviews(file);
        theCountyRefuses(file);
        var recheck = heAsksForAnother(himself, file);
        theCityLooksAgain(recheck);
        himself.navigate("/cases/" + file);
        says(himself, "县级审批", "复核");
        himself.navigate("/cases/" + recheck);
        says(himself, "撤销原决定", "复核决定书");
        town.navigate("/cases/" + file);
        says(town, "现在等：县级审批");
    }

    @Test
    @DisplayName("不予受理：没有理由不行，书面告知本人，写明不服怎么办")
    void notTakenOn() {
        var person = aid.person("不受理生");
        var file = aid.asked(person);
        town.navigate(task(file));
        town.click("summary:has-text('不予受理')");
        press(town, "不予受理");
        says(town, "请写明为什么不予受理");
        town.fill("textarea[name=declineReason]", "户籍不在本镇街，应向户籍所在地的镇街提出");
        press(town, "不予受理");
        says(town, "已不予受理，请把书面决定送达申请人");
        var himself = himself(person, "不受理生");
        himself.navigate("/cases/" + file);
        says(himself, "户籍不在本镇街", "不服怎么办", "申请行政复议", "提起行政诉讼");
        assertThat(himself.locator("a:has-text('申请复核')").count())
                .as("也可以请上一级再看")
                .isEqualTo(1);
        assertThat(OnBoth.barriers(himself, "case-not-accepted")).isEmpty();
        var paper = himself.locator("main a[href^='/documents/']:has-text('不予受理')")
                .first()
                .getAttribute("href");
        var written = himself.context().request().get(paper);
        assertThat(new String(written.body(), 0, 4, StandardCharsets.ISO_8859_1))
                .isEqualTo("%PDF");
    }

    @Test
    @DisplayName("受助人是资金管理人申报的利害关系人：这项资金不能用，换一项就可以")
    void tiedToWhoManages() {
        var name = "系利人";
        var funds = new HardshipFunds(program);
        var tied = funds.budget(10_000);
        var other = funds.budget(10_000);
        var file = aid.asked(aid.person(name));
        aid.reviewed(file);
        leader.navigate("/funds/" + tied + "/related");
        press(leader, "登记");
        says(leader, "请填写利害关系人的姓名");
        leader.fill("input[name=holder]", "局长本人");
        leader.fill("input[name=duty]", "局长");
        leader.selectOption("select[name=relation]", "SIBLING");
        leader.fill("input[name=name]", name);
        press(leader, "登记");
        says(leader, "从现在起不用这项资金帮助他");
        leader.navigate(task(file));
        decides(tied);
        says(leader, "申报的利害关系人", "改由别的资金出");
        assertThat(OnBoth.barriers(leader, "task-related")).isEmpty();
        decides(other);
        says(leader, "意见已签署：同意");
    }

    @Test
    @DisplayName("先行帮扶：超过镇街的限额、签收人在场是同一个人都不行；给了就开办件等补，村里补来接着办，不能撤回")
    void helpedAtOnceAndThePapersAfter() {
        var person = aid.person("先帮生");
        var fund = new HardshipFunds(program).budget(10_000);
        town.navigate("/persons/" + person + "/aid-first");
        press(town, "登记先行帮扶");
        says(town, "请选择是哪一种情形");
        town.check("input[name=situation][value=ACCIDENT]");
        town.fill("textarea[name=reason]", "昨夜台风掀了房顶，一家三口没有住处，米和被子都湿了");
        town.check("input[name=modes][value=MONEY]");
        town.check("input[name=payer][value='" + fund + "']");
        town.fill("input[name=amount]", "1000.01");
        town.fill("input[name=witness]", "先帮生");
        press(town, "登记先行帮扶");
        says(town, "本级先行帮扶最多 1,000.00元");
        town.fill("input[name=amount]", "800");
        press(town, "登记先行帮扶");
        assertThat(town.url()).as("签收的和在场的是同一个人").endsWith("/aid-first");
        assertThat(OnBoth.barriers(town, "aid-first")).isEmpty();
        town.fill("input[name=witness]", "村委会陈国强");
        press(town, "登记先行帮扶");
        town.waitForURL("**/cases/*");
        says(town, "已登记先行帮扶");
        assertThat(town.locator("text=撤回申请").count()).as("给了就不能撤回").isZero();
        var file = UUID.fromString(town.url().substring(town.url().lastIndexOf('/') + 1));
        thePapersFollow(file);
        town.navigate(task(file));
        says(town, "户口簿、申请表补来了");
        press(town, "材料齐全，受理");
        says(town, "已受理");
    }

    private Page at(String persona) {
        return chromium.signIn(Device.DESKTOP, Objects.requireNonNull(personas.get(persona)));
    }

    private Page himself(UUID person, String name) {
        return chromium.signIn(Device.PHONE, TestCounty.himself(program, person, name, aid.village.unitCode()));
    }

    private String task(UUID file) {
        return "/tasks/" + aid.open(file).id();
    }

    private void theTownAsksForMore(UUID file) {
        town.navigate(task(file));
        town.click("summary:has-text('材料不齐')");
        press(town, "通知补正");
        says(town, "要补什么");
        assertThat(town.locator("textarea[name=what]").isVisible())
                .as("没有写的，表还开着")
                .isTrue();
        town.fill("textarea[name=what]", "缺医院的出院小结和费用清单，请一并交来");
        press(town, "通知补正");
        says(town, "已通知补正，计时中止");
    }

    private static void heBringsIt(Page himself, UUID file) {
        himself.navigate("/cases/" + file);
        says(himself, "等您补正材料", "补正材料通知书");
        follow(himself, "去补正");
        says(himself, "缺医院的出院小结和费用清单");
        press(himself, "提交补正");
        assertThat(himself.url()).as("没有写补了什么").endsWith("/aid");
        himself.fill("textarea[name=what]", "出院小结和费用清单补来了");
        himself.setInputFiles("input[name=evidence]", OnBoth.scan("出院小结.jpg"));
        press(himself, "提交补正");
        himself.waitForURL("**/cases/" + file);
        assertThat(himself.locator("text=等您补正材料").count()).isZero();
    }

    private void theTownReviews(UUID file) {
        town.navigate(task(file));
        town.check("input[name=verdict][value=AGREE]");
        town.fill("input[name=checkOn]", aid.today.toString());
        town.fill("input[name=visitors]", aid.town.name() + "、村委会陈国强");
        town.fill("textarea[name=found]", "家里三口人，腿打着石膏，看了出院小结");
        town.check("input[name=registered][value=YES]");
        town.check("input[name=publish][value=NO]");
        town.fill("input[name=unpublished]", "涉及家庭隐私");
        press(town, "签署意见");
        says(town, "意见已签署：同意");
    }

    private void theCountySendsItBack(UUID file) {
        leader.navigate(task(file));
        leader.click("summary:has-text('退回前面的环节')");
        press(leader, "退回");
        says(leader, "请选择退回到哪一步");
        leader.check("input[name=step][value='1']");
        press(leader, "退回");
        says(leader, "请写明退回的原因和要补做的事");
        leader.fill("textarea[name=returnReason]", "入户核查的记录两个人都要签名，请补签后再报");
        press(leader, "退回");
        says(leader, "已退回");
    }

    private void theCountyRefuses(UUID file) {
        leader.navigate(task(file));
        leader.check("input[name=verdict][value=AGAINST]");
        press(leader, "签署意见");
        assertThat(leader.url()).as("不同意的要写理由").contains("/tasks/");
        leader.fill("textarea[name=opinion]", REASON);
        press(leader, "签署意见");
        says(leader, "意见已签署：不同意");
    }

    private UUID heAsksForAnother(Page himself, UUID file) {
        himself.navigate("/cases/" + file);
        says(himself, "不同意", REASON, "不服怎么办", "30 日内", "申请复核");
        follow(himself, "申请复核");
        press(himself, "申请复核");
        assertThat(himself.url()).as("没有写为什么").endsWith("/recheck");
        himself.fill("textarea[name=words]", "两张发票没有算进去，自付的应当是六万二");
        press(himself, "申请复核");
        himself.waitForURL(url -> !url.contains(file.toString()));
        says(himself, "已申请复核");
        return UUID.fromString(URI.create(himself.url()).getPath().substring("/cases/".length()));
    }

    /** Who looked into it does not decide it. */
    private void theCityLooksAgain(UUID recheck) {
        var officer = at("shi");
        officer.navigate(task(recheck));
        press(officer, "材料齐全，受理");
        officer.navigate(task(recheck));
        officer.check("input[name=verdict][value=AGREE]");
        officer.fill("textarea[name=opinion]", "两张发票确实漏算");
        press(officer, "签署意见");
        says(officer, "意见已签署");
        officer.navigate(task(recheck));
        overturns(officer);
        says(officer, "经办与审核要分开", "您在这件事里已经办过");
        var chief = at("shiling");
        chief.navigate(task(recheck));
        overturns(chief);
        says(chief, "意见已签署");
    }

    private static void overturns(Page page) {
        page.check("input[name=verdict][value=AGREE]");
        page.fill("textarea[name=opinion]", "撤销；重新处理时把漏算的两张发票算进去");
        press(page, "作出复核决定");
    }

    private void decides(UUID payer) {
        leader.check("input[name=modes][value=MONEY]");
        leader.fill("input[name=amount]", "3000");
        leader.check("input[name=payer][value='" + payer + "']");
        leader.check("input[name=verdict][value=AGREE]");
        press(leader, "签署意见");
    }

    private void thePapersFollow(UUID file) {
        var clerk = chromium.signIn(Device.PHONE, Objects.requireNonNull(personas.get("cun")));
        clerk.navigate("/cases/" + file);
        follow(clerk, "去补正");
        clerk.fill("input[name=members]", "3");
        clerk.fill("input[name=income]", "60000");
        clerk.fill("input[name=exempt]", "6000");
        clerk.fill("input[name=spent]", "82000");
        clerk.fill("input[name=covered]", "20000");
        clerk.check("input[name=material][value=FORM]");
        clerk.check("input[name=material][value=IDENTITY]");
        clerk.fill("textarea[name=what]", "户口簿、申请表补来了");
        press(clerk, "提交补正");
        clerk.waitForURL("**/cases/" + file);
        clerk.context().close();
    }
}
