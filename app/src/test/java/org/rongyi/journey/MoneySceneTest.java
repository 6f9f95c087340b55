package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.journey.Chromium.follow;
import static org.rongyi.journey.Chromium.press;
import static org.rongyi.journey.Chromium.says;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
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
import org.rongyi.care.fund.PaymentOffice;
import org.rongyi.care.fund.payment.Batch;
import org.rongyi.demo.TestCounty;
import org.rongyi.journey.Chromium.Device;
import org.rongyi.people.person.Files;
import org.rongyi.platform.access.Accounts;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the village's clerk to the bank, to the veteran's own page and to what everybody may read, with each no a person meets on the way. */
@RongyiTest
@Tag("browser")
@DisplayName("一笔帮扶从头到尾：村里代办、镇街审核、县里审批、编批拨付、银行付讫、本人看得到、公开查得到；每一处该拒的都拒")
class MoneySceneTest extends PaymentOffice {

    private static final String PASSWORD = "海棠 2026 春天 开花";
    private static final String CARD = "6228480000001234567";

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();
    private Chromium chromium;
    private UUID person;
    private String username;

    @BeforeEach
    void aVeteranWithAnAccount() {
        personas = TestCounty.ensure(program);
        chromium = new Chromium(port);
        person = new Files(program).register(TestCounty.office(program, "cun"), "钱到账", Files.number(), null);
        username = "q" + UUID.randomUUID().toString().substring(0, 12);
        transactions.write(new Actor.Visitor(), () -> {
            var accounts = program.getBean(Accounts.class);
            var account = accounts.open(new Accounts.NewAccount(username, "钱到账", PASSWORD, false, person));
            accounts.identified(account, Assurance.COUNTER);
            return true;
        });
    }

    @AfterEach
    void goHome() {
        chromium.close();
    }

    @Test
    void fromTheVillageToTheOpenBooks() {
        var fund = richFund(4_000);
        var poor = richFund(100);
        var overpaid = paidTwice(fund);
        var file = theVillageAsks();
        theNeighbourSeesNothing(file);
        var town = at("zhen");
        theTownReviews(town, file);
        theTownRecordsABar(town);
        theCountyDecides(town, file, poor, fund);
        var batch = itGoesToTheBank(fund, overpaid);
        theVeteranSees(file, "已交银行");
        theBankHasPaid(batch);
        theVeteranSees(file, "3,000.00 元，已付");
        everybodyReads(fund);
    }

    private Page at(String persona) {
        return chromium.signIn(Device.DESKTOP, Objects.requireNonNull(personas.get(persona)));
    }

    /** The task that is open, as its desk opens it. */
    private String task(UUID file) {
        var open = transactions.read(chief, () -> program.getBean(Cases.class).tasks(file)).stream()
                .filter(Task::isOpen)
                .findFirst()
                .orElseThrow();
        return "/tasks/" + open.id();
    }

    /** On the phone: what is missing is said at once and nothing typed is lost; the same form twice is one case, another form none. */
    private UUID theVillageAsks() {
        var clerk = chromium.signIn(Device.PHONE, Objects.requireNonNull(personas.get("cun")));
        clerk.navigate("/persons/" + person);
        follow(clerk, "代为申请帮扶援助");
        var form = clerk.url();
        clerk.fill("textarea[name=words]", "骑车被撞，住院手术，自付三万多");
        press(clerk, "提交申请");
        says(clerk, "请选择是哪一种情形", "请填写哪天发生的");
        assertThat(clerk.inputValue("textarea[name=words]")).isEqualTo("骑车被撞，住院手术，自付三万多");
        fillIn(clerk);
        var sent = sent(clerk);
        press(clerk, "提交申请");
        clerk.waitForURL("**/cases/*");
        var path = clerk.url();
        var again = clerk.request()
                .post("/persons/" + person + "/aid", RequestOptions.create().setMultipart(sent));
        assertThat(again.url()).as("同一张表提交两次，还是那一件").isEqualTo(path);
        clerk.navigate(form);
        fillIn(clerk);
        press(clerk, "提交申请");
        says(clerk, "已经有一件在办");
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    /** What the form would send, to send it once more. */
    private static FormData sent(Page page) {
        var fields = (List<?>) page.evaluate("() => [...new FormData(document.querySelector('main form[enctype]'))]"
                + ".filter(([name, value]) => typeof value === 'string')");
        var form = FormData.create();
        for (var field : fields) {
            var pair = (List<?>) field;
            form.append((String) pair.getFirst(), (String) pair.getLast());
        }
        return form;
    }

    private void fillIn(Page clerk) {
        clerk.check("input[name=situation][value=ACCIDENT]");
        clerk.fill("input[name=occurredOn]", today.minusDays(20).toString());
        clerk.fill("textarea[name=words]", "骑车被撞，住院手术，自付三万多");
        clerk.fill("input[name=members]", "3");
        clerk.fill("input[name=income]", "60000");
        clerk.fill("input[name=exempt]", "6000");
        clerk.fill("input[name=spent]", "82000");
        clerk.fill("input[name=covered]", "20000");
        clerk.check("input[name=wished][value=MONEY]");
        clerk.fill("input[name=bank]", "农业银行");
        clerk.fill("input[name=account]", CARD);
        clerk.check("input[name=material][value=FORM]");
        clerk.check("input[name=material][value=IDENTITY]");
        clerk.fill("input[name=agentGround]", "行动不便，村里代办");
        if (clerk.locator("input[name=told]").count() > 0) {
            clerk.check("input[name=told]");
        }
    }

    private void theNeighbourSeesNothing(UUID file) {
        var page = chromium.signIn(Device.PHONE, Objects.requireNonNull(personas.get("cun2")));
        assertThat(page.navigate("/cases/" + file).status()).isEqualTo(404);
        page.context().close();
    }

    private void theTownReviews(Page town, UUID file) {
        town.navigate(task(file));
        press(town, "材料齐全，受理");
        town.navigate(task(file));
        press(town, "签署意见");
        says(town, "请选择同意或不同意");
        town.check("input[name=verdict][value=AGREE]");
        town.fill("input[name=checkOn]", today.toString());
        town.fill("input[name=visitors]", TestCounty.office(program, "zhen").name());
        town.fill("textarea[name=found]", "家里三口人，腿打着石膏");
        town.check("input[name=registered][value=YES]");
        town.check("input[name=publish][value=NO]");
        town.fill("input[name=unpublished]", "涉及家庭隐私");
        press(town, "签署意见");
        assertThat(town.inputValue("textarea[name=found]")).as("一个人去的不算").isEqualTo("家里三口人，腿打着石膏");
        town.fill("input[name=visitors]", "陈国强、李红");
        press(town, "签署意见");
        says(town, "陈国强”不在管他的服务站和镇街、县当天的在岗名单里");
        town.fill("input[name=visitors]", TestCounty.office(program, "zhen").name() + "、村委会陈国强");
        press(town, "签署意见");
        says(town, "意见已签署：同意");
    }

    private void theTownRecordsABar(Page town) {
        town.navigate("/persons/" + person + "/aid-bars");
        town.check("input[name=kind][value=DISHONEST]");
        town.fill("input[name=on]", today.minusYears(1).toString());
        town.fill("input[name=body]", "四会市人民法院");
        press(town, "登记");
        assertThat(town.inputValue("input[name=body]")).as("没有文书的不能登记").isEqualTo("四会市人民法院");
        town.fill("input[name=document]", "失信被执行人决定书（2025）12 号");
        press(town, "登记");
        says(town, "失信被执行人决定书（2025）12 号");
    }

    private void theCountyDecides(Page town, UUID file, UUID poor, UUID fund) {
        var leader = at("juzhang");
        leader.navigate(task(file));
        decides(leader, "3000", fund);
        says(leader, "不能同意：不予援助的情形");
        town.navigate("/persons/" + person + "/aid-bars");
        town.click("text=登记错了，撤销");
        town.fill("input[name=why]", "同名同姓，文书说的不是他");
        press(town, "撤销");
        leader.navigate(task(file));
        decides(leader, "900000", fund);
        says(leader, "超过上限");
        decides(leader, "3000", poor);
        says(leader, "只有 100.00元，不够");
        decides(leader, "3000", fund);
        says(leader, "意见已签署：同意");
    }

    private static void decides(Page leader, String amount, UUID payer) {
        leader.check("input[name=modes][value=MONEY]");
        leader.fill("input[name=amount]", amount);
        leader.check("input[name=payer][value='" + payer + "']");
        leader.fill("textarea[name=deviation]", amount.equals("3000") ? "" : "花得多");
        leader.check("input[name=verdict][value=AGREE]");
        press(leader, "签署意见");
    }

    /** Three people; a page that was opened before somebody else acted says what has become of it. */
    private UUID itGoesToTheBank(UUID fund, UUID overpaid) {
        var maker = at("xian");
        maker.navigate("/funds/" + fund + "/payments");
        says(maker, "钱到账", "尾号 4567");
        press(maker, "把勾选的编成批次");
        var batch = UUID.fromString(maker.url().substring(maker.url().lastIndexOf('/') + 1));
        assertThat(maker.locator("button:has-text('批准')").count())
                .as("编制的人不能批准")
                .isZero();
        maker.navigate("/funds/" + fund + "/payments");
        says(maker, "没有待拨付的");
        var leader = at("juzhang");
        leader.navigate("/batches/" + batch);
        var other = leader.context().newPage();
        other.navigate("/batches/" + batch);
        press(leader, "批准");
        says(leader, "第三个人拨付");
        assertThat(leader.locator("button:has-text('拨付')").count())
                .as("批准的人不能拨付")
                .isZero();
        press(other, "批准");
        says(other, "这个批次待拨付，不用批准");
        maker.navigate("/batches/" + batch);
        assertThat(maker.locator("button:has-text('拨付')").count())
                .as("编制的人不能拨付")
                .isZero();
        theCashierReleases(batch, overpaid);
        maker.navigate("/batches/" + batch);
        maker.waitForDownload(() -> press(maker, "取银行文件"));
        return batch;
    }

    /** A third person types the sum once more; a bank account that holds less than it lets nothing go. */
    private void theCashierReleases(UUID batch, UUID overpaid) {
        var third = chromium.signIn(Device.DESKTOP, TestCounty.besidesSignedIn(program, officer, Role.OFFICER));
        third.navigate("/batches/" + batch);
        releases(third, "三千");
        says(third, "请输入合计");
        releases(third, "3000.01");
        says(third, "与批次的合计不同，请照批准的单子再输一遍");
        releases(third, "3,000.00");
        says(third, "银行存款除去在途的只有 2,000.00 元，不够这一批");
        assertThat(batch(batch).state()).isEqualTo(Batch.State.APPROVED);
        back(overpaid, 1_000);
        third.navigate("/batches/" + batch);
        releases(third, "3,000.00");
        says(third, "已拨付。请取银行文件送银行");
        assertThat(third.locator("button:has-text('拨付')").count()).as("拨过的不再拨").isZero();
    }

    private static void releases(Page page, String sum) {
        page.fill("input[name=sum]", sum);
        press(page, "拨付");
    }

    /** The bank refused 1,000, they were handed out, and then it had paid them: they are owed to the fund, and 2,000 are left. */
    private UUID paidTwice(UUID fund) {
        var grant = granted(fund, Money.ofYuan(1_000));
        var batch = released(fund, List.of(grant));
        var payment = paymentsOf(batch).getFirst();
        said(batch, payment.reference() + ",FAILED,0.00," + today + ",销户");
        handOut(grant);
        said(batch, payment.reference() + ",PAID,1000.00," + today + ",");
        settle(payment.id(), 1_000, chief);
        return payment.id();
    }

    private void theBankHasPaid(UUID batch) {
        var maker = at("xian");
        var number = batch(batch).number();
        var paid = result(number, List.of(number + "-0001,PAID,3000.00," + today + ","));
        var tooMuch = result(number, List.of(number + "-0001,PAID,3000.01," + today + ","));
        upload(maker, batch, tooMuch);
        says(maker, "这份文件没有登记");
        upload(maker, batch, paid);
        says(maker, "登记了 1 笔");
        upload(maker, batch, paid);
        says(maker, "这份文件登记过了");
    }

    private static void upload(Page page, UUID batch, byte[] content) {
        page.navigate("/batches/" + batch);
        page.setInputFiles("input[name=file]", new FilePayload("结果.csv", "text/csv", content));
        press(page, "上传并登记");
    }

    private void theVeteranSees(UUID file, String standing) {
        var page = chromium.open(Device.PHONE).newPage();
        page.navigate("/sign-in");
        page.fill("input[name=username]", username);
        page.fill("input[name=password]", PASSWORD);
        press(page, "登录");
        page.navigate("/cases/" + file);
        says(page, "钱到哪一步", standing);
        assertThat(Chromium.barriers(page)).isEmpty();
        page.context().close();
    }

    private void everybodyReads(UUID fund) {
        var keeper = at("xian");
        keeper.navigate("/funds/" + fund + "/disclosures/new");
        press(keeper, "照此公开");
        keeper.waitForURL("**/open-books/disclosures/*");
        var path = keeper.url();
        keeper.navigate("/funds/" + fund + "/disclosures/new");
        press(keeper, "照此公开");
        says(keeper, "今天已经公开过一次");
        var anybody = chromium.open(Device.PHONE).newPage();
        anybody.navigate("/open-books/" + fund);
        anybody.locator("a[href^='/open-books/disclosures/']").first().click();
        anybody.waitForURL("**/open-books/disclosures/*");
        assertThat(anybody.url()).isEqualTo(path);
        says(anybody, "4,000.00", "困难帮扶");
        assertThat(anybody.textContent("body")).doesNotContain("钱到账", CARD);
        assertThat(Chromium.barriers(anybody)).isEmpty();
    }
}
