package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.journey.Chromium.arrive;
import static org.rongyi.journey.Chromium.follow;
import static org.rongyi.journey.Chromium.press;
import static org.rongyi.journey.Chromium.says;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.Clock;
import java.time.LocalDate;
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
import org.rongyi.care.fund.Bank;
import org.rongyi.care.fund.payment.PaymentBatches;
import org.rongyi.care.relief.emergency.Emergencies;
import org.rongyi.care.relief.emergency.EmergencyCases;
import org.rongyi.demo.TestCounty;
import org.rongyi.journey.Chromium.Device;
import org.rongyi.people.person.Files;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** From the village's clerk to the province and its bank, past the notice everybody may read, with each no a person meets on the way. */
@RongyiTest
@Tag("browser")
@DisplayName("一件应急救助从头到尾：村初审、公示、镇审核、县审批、市汇总、省拨付、银行付讫；路人看得到公示；每一处该拒的都拒")
class EmergencySceneTest {

    private static final String CARD = "6228480000007654321";

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();
    private Chromium chromium;
    private Actor.Office village;
    private Actor.Office province;
    private LocalDate today;
    private UUID person;

    @BeforeEach
    void aVeteranWhoseHouseBurnt() {
        personas = TestCounty.ensure(program);
        chromium = new Chromium(port);
        village = TestCounty.office(program, "cun");
        province = TestCounty.office(program, "sheng");
        today = LocalDate.now(program.getBean(Clock.class));
        person = new Files(program).register(village, "祝融生", Files.number(), null);
    }

    @AfterEach
    void goHome() {
        chromium.close();
    }

    @Test
    void fromTheVillageToTheProvince() {
        var clerk = chromium.signIn(Device.PHONE, Objects.requireNonNull(personas.get("cun")));
        var file = theVillageAsks(clerk);
        theVillageVisits(clerk, file);
        var notice = theStreetReads(file);
        new EmergencyCases(program).over(file);
        theNoticeIsGone(notice);
        theTownReviews(file);
        theCountyDecides(file);
        theCityCollects(file);
        theProvincePays(file);
        clerk.navigate("/cases/" + file);
        says(clerk, "20,000.00", "等银行付款");
        theBankPaysOnceOnly(file);
        clerk.navigate("/cases/" + file);
        says(clerk, "20,000.00 元，已付");
    }

    private Page at(String persona) {
        return chromium.signIn(Device.DESKTOP, Objects.requireNonNull(personas.get(persona)));
    }

    private UUID open(UUID file) {
        return transactions.read(province, () -> program.getBean(Cases.class).tasks(file)).stream()
                .filter(Task::isOpen)
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** What is missing is said at once; over a year ago is too late; another one while it is open is none. */
    private UUID theVillageAsks(Page clerk) {
        clerk.navigate("/persons/" + person);
        follow(clerk, "代为申请应急救助");
        var form = clerk.url();
        press(clerk, "提交申请");
        says(clerk, "请选择是哪一类", "请填写哪天发生的", "请选择办过没有");
        fillIn(clerk, today.minusDays(400));
        assertThat(clerk.evaluate("document.querySelector('input[name=occurredOn]').validity.rangeUnderflow"))
                .as("the browser knows the limit too")
                .isEqualTo(true);
        clerk.evaluate("document.querySelector('input[name=occurredOn]').form.noValidate = true");
        press(clerk, "提交申请");
        says(clerk, "事情发生已超过一年，不能再申请应急救助；可以申请困难帮扶援助");
        assertThat(clerk.inputValue("textarea[name=words]")).isEqualTo("夜里失火，房屋烧毁");
        fillIn(clerk, today.minusDays(20));
        press(clerk, "提交申请");
        clerk.waitForURL("**/cases/*");
        var path = clerk.url();
        clerk.navigate(form);
        fillIn(clerk, today.minusDays(20));
        press(clerk, "提交申请");
        says(clerk, "已经有一件在办");
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    private static void fillIn(Page clerk, LocalDate occurred) {
        clerk.check("input[name=kind][value=EVENT]");
        clerk.fill("input[name=occurredOn]", occurred.toString());
        clerk.fill("textarea[name=words]", "夜里失火，房屋烧毁");
        clerk.check("input[name=otherAid][value=YES]");
        clerk.fill("input[name=members]", "3");
        clerk.fill("input[name=income]", "60000");
        clerk.fill("input[name=exempt]", "6000");
        clerk.fill("input[name=spent]", "82000");
        clerk.fill("input[name=covered]", "20000");
        clerk.fill("input[name=bank]", "农业银行");
        clerk.fill("input[name=account]", CARD);
        clerk.check("input[name=material][value=FORM]");
        clerk.check("input[name=material][value=IDENTITY]");
        clerk.fill("input[name=agentGround]", "本人住院，村里代办");
        if (clerk.locator("input[name=told]").count() > 0) {
            clerk.check("input[name=told]");
        }
    }

    private void theVillageVisits(Page clerk, UUID file) {
        clerk.navigate("/tasks/" + open(file));
        press(clerk, "材料齐全，受理");
        var neighbour = at("cun2");
        assertThat(neighbour.navigate("/tasks/" + open(file)).status()).isEqualTo(404);
        neighbour.context().close();
        clerk.navigate("/tasks/" + open(file));
        assertThat(clerk.inputValue("input[name=visitors]")).as("谁去的，不替他先写").isEmpty();
        clerk.check("input[name=verdict][value=AGREE]");
        clerk.fill("input[name=checkOn]", today.toString());
        clerk.fill("textarea[name=found]", "房子只剩墙，一家住在祠堂");
        clerk.check("input[name=registered][value=YES]");
        clerk.check("input[name=otherAid][value=YES]");
        press(clerk, "签署意见");
        says(clerk, "入户核查要两个人");
        clerk.fill("input[name=visitors]", "村委会陈国强、村委会李红");
        press(clerk, "签署意见");
        says(clerk, "至少一个人要是管他的服务站或镇街、县里当天在岗的工作人员");
        assertThat(clerk.inputValue("textarea[name=found]")).isEqualTo("房子只剩墙，一家住在祠堂");
        clerk.fill("input[name=visitors]", village.name() + "、村委会陈国强");
        press(clerk, "签署意见");
        says(clerk, "意见已签署：同意");
    }

    /** Somebody without an account: kind, village and amount, and who it is only half; nothing else. */
    private String theStreetReads(UUID file) {
        var path = "/notices/" + open(file);
        var anybody = chromium.open(Device.PHONE).newPage();
        anybody.navigate("/notices");
        anybody.navigate(path);
        says(anybody, "因突发事件造成生活困难，拟救助 20,000.00元", "祝");
        assertThat(anybody.textContent("body")).doesNotContain("祝融生", CARD, "4321", "失火", "祠堂");
        assertThat(Chromium.barriers(anybody)).isEmpty();
        anybody.context().close();
        return path;
    }

    private void theNoticeIsGone(String path) {
        var anybody = chromium.open(Device.PHONE).newPage();
        assertThat(anybody.navigate(path).status()).as("期满就看不到").isEqualTo(404);
        anybody.context().close();
    }

    private void theTownReviews(UUID file) {
        var county = at("juzhang");
        county.navigate("/tasks/" + open(file));
        assertThat(county.locator("button:has-text('签署意见')").count())
                .as("还没有到县里")
                .isZero();
        county.context().close();
        var town = at("zhen");
        town.navigate("/tasks/" + open(file));
        press(town, "签署意见");
        says(town, "请选择同意或不同意");
        town.check("input[name=verdict][value=AGREE]");
        press(town, "签署意见");
        says(town, "意见已签署：同意");
        town.context().close();
    }

    private void theCountyDecides(UUID file) {
        var county = at("juzhang");
        county.navigate("/tasks/" + open(file));
        decides(county, "9999.99");
        says(county, "应急救助一次 10,000.00元 到 100,000.00元");
        decides(county, "100000.01");
        says(county, "应急救助一次 10,000.00元 到 100,000.00元");
        decides(county, "30000");
        says(county, "与建议不同，或有要点不符合、无法判断的，写明理由和依据");
        decides(county, "20000");
        says(county, "意见已签署：同意");
        county.context().close();
    }

    private static void decides(Page county, String yuan) {
        county.fill("input[name=amount]", yuan);
        county.check("input[name=verdict][value=AGREE]");
        press(county, "签署意见");
    }

    private void theCityCollects(UUID file) {
        var city = at("shi");
        city.navigate("/tasks/" + open(file));
        assertThat(city.locator("input[type=radio][name=verdict]").count())
                .as("市里不作决定")
                .isZero();
        press(city, "报送");
        says(city, "意见已签署");
        city.context().close();
    }

    private void theProvincePays(UUID file) {
        var office = at("sheng");
        office.navigate("/tasks/" + open(file));
        assertThat(office.locator("input[type=radio][name=verdict]").count())
                .as("省里不作决定")
                .isZero();
        press(office, "拨付");
        says(office, "意见已签署");
        office.context().close();
    }

    /** Made, approved and released by three of the province; the bank's answer is read to the fen, and no second time. */
    private void theBankPaysOnceOnly(UUID file) {
        var fund = transactions
                .read(province, () -> program.getBean(Emergencies.class).find(file))
                .orElseThrow()
                .decided()
                .fund();
        var maker = at("sheng");
        maker.navigate("/payments");
        arrive(maker.locator("main a[href='/funds/" + fund + "/payments']"));
        for (var row : maker.locator("#waiting tbody tr").all()) {
            row.locator("input[name=grant]").setChecked(row.textContent().contains("祝融生"));
        }
        press(maker, "把勾选的编成批次");
        says(maker, "20,000.00", "待批准");
        var batch = maker.url();
        var leader = at("shengling");
        leader.navigate(batch);
        press(leader, "批准");
        says(leader, "第三个人拨付");
        assertThat(leader.locator("button:has-text('拨付')").count())
                .as("批准的人不能拨付")
                .isZero();
        var third = chromium.signIn(Device.DESKTOP, TestCounty.besidesSignedIn(program, province, Role.OFFICER));
        third.navigate(batch);
        third.fill("input[name=sum]", "20000");
        press(third, "拨付");
        says(third, "已拨付。请取银行文件送银行");
        maker.navigate(batch);
        maker.waitForDownload(() -> press(maker, "取银行文件"));
        reads(maker, batch, result(batch, "20000.01"), "这份文件没有登记");
        var paid = result(batch, "20000.00");
        reads(maker, batch, paid, "登记了 1 笔");
        reads(maker, batch, paid, "这份文件登记过了");
    }

    private byte[] result(String batch, String paid) {
        var id = UUID.fromString(batch.substring(batch.lastIndexOf('/') + 1));
        var number = transactions
                .read(province, () -> program.getBean(PaymentBatches.class).find(id))
                .orElseThrow()
                .number();
        return Bank.result(number, today, List.of(number + "-0001,PAID," + paid + "," + today + ","));
    }

    private static void reads(Page maker, String batch, byte[] result, String said) {
        maker.navigate(batch);
        maker.setInputFiles("input[name=file]", new FilePayload("结果.csv", "text/csv", result));
        press(maker, "上传并登记");
        says(maker, said);
    }
}
