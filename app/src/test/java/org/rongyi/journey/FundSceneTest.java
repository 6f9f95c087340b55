package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.journey.Chromium.arrive;
import static org.rongyi.journey.Chromium.follow;
import static org.rongyi.journey.Chromium.press;
import static org.rongyi.journey.Chromium.says;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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
import org.rongyi.care.fund.Gift;
import org.rongyi.care.fund.Lot;
import org.rongyi.care.fund.ReceiveGift;
import org.rongyi.care.fund.RecoveryOffice;
import org.rongyi.care.fund.sample.Checks;
import org.rongyi.care.fund.sample.DrawSample;
import org.rongyi.care.fund.sample.Samples;
import org.rongyi.care.fund.statement.BankSheet;
import org.rongyi.care.fund.statement.ReadStatement;
import org.rongyi.care.fund.statement.Reconciliation;
import org.rongyi.demo.TestCounty;
import org.rongyi.journey.Chromium.Device;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A gift from its receipt to whom it helped, as its giver follows it without an account; and what else is asked of the books. */
@RongyiTest
@Tag("browser")
@DisplayName("捐赠去向、变更用途、凭证、公开、抽样回访、银行待查、付款认定：手机和电脑上都看得清、办得成，不登录的捐赠人查得到用到了哪里")
class FundSceneTest extends RecoveryOffice {

    private static final String GIVER = "陈丽华";
    private static final String HELPED = "林国强";

    @LocalServerPort
    private int port;

    @Autowired
    private Checks checks;

    @Autowired
    private Reconciliation reconciliation;

    private Map<String, Personas.Entry> personas = Map.of();
    private Chromium chromium;
    private Page keeper;
    private Page leader;

    @BeforeEach
    void county() {
        personas = TestCounty.ensure(program);
        chromium = new Chromium(port);
        keeper = at("xian");
        leader = at("juzhang");
    }

    @AfterEach
    void goHome() {
        chromium.close();
    }

    @Test
    void theBooksOfAFund() {
        try (var shown = new LookedAt(program)) {
            var fund = fundOf(chief, licensed());
            var gift = bound(fund);
            paid(fund, 1_200);
            theGiftIsChanged(gift);
            itsGiverFollowsIt(gift);
            everyEntryIsRead(fund);
            itIsMadePublic(fund);
            whoWasPaidIsAsked(fund);
            theBankKnowsMore(fund);
            theBankSaysOtherwise(fund);
            assertThat(shown.missing()).doesNotContainAnyElementsOf(BesideTheWalk.of(FundSceneTest.class));
        }
    }

    private Page at(String persona) {
        return chromium.signIn(Device.DESKTOP, Objects.requireNonNull(personas.get(persona)));
    }

    private static void looksClear(Page page, String name) {
        assertThat(OnBoth.barriers(page, name)).isEmpty();
    }

    /** 5,000 for people in need, and for nothing else. */
    private UUID bound(UUID fund) {
        var outcome = perform(
                officer,
                ReceiveGift.class,
                new ReceiveGift.Command(
                        CommandId.fresh(officer),
                        fund,
                        new ReceiveGift.Giver(Gift.Donor.PERSON, GIVER, false, "13800138000", null),
                        "粤财捐字〔2026〕第 " + Ids.next().toString().substring(24) + " 号",
                        null,
                        Money.ofYuan(5_000),
                        "帮助家里遭了灾、得了大病，一时周转不开的老兵，先紧着年纪大、没有子女在身边的",
                        new Lot.Terms(HARDSHIP, null, today.plusDays(200)),
                        today));
        assertThat(outcome).isInstanceOf(ReceiveGift.Outcome.Received.class);
        return ((ReceiveGift.Outcome.Received) outcome).subject();
    }

    /** Its giver agrees in writing; one proposes, another looks at the paper. */
    private void theGiftIsChanged(UUID gift) {
        keeper.navigate("/gifts/" + gift);
        says(keeper, "已支出", "困难帮扶援助");
        follow(keeper, "变更没用完的");
        press(keeper, "提出变更");
        says(keeper, "请写明改为什么用途");
        looksClear(keeper, "purpose-form");
        keeper.fill("input[name=amount]", "800");
        keeper.selectOption("select[name=purpose]", "EDUCATION");
        keeper.fill("textarea[name=wish]", "资助生活困难老兵的子女、孙子女读完高中和大学，一人一学年不超过两千元");
        keeper.fill("input[name=paper]", GIVER);
        keeper.fill("input[name=agreedOn]", today.toString());
        keeper.setInputFiles("input[name=consent]", OnBoth.scan("捐赠人同意变更用途的书面材料.jpg"));
        press(keeper, "提出变更");
        keeper.waitForURL("**/purposes/*");
        says(keeper, "等另一位负责人核定");
        leader.navigate(keeper.url());
        looksClear(leader, "purpose");
        press(leader, "核定变更");
        says(leader, "已核定");
    }

    /** Nobody signed in: what for, where, how far; not for whom. */
    private void itsGiverFollowsIt(UUID gift) {
        keeper.navigate("/gifts/" + gift);
        looksClear(keeper, "gift");
        assertThat(keeper.locator("nav a[aria-current=page]").first().textContent())
                .as("菜单上看得出在哪里")
                .contains("资金");
        var number = keeper.textContent("h1").replace("捐赠", "").strip();
        var code = keeper.locator("dl.summary div")
                .filter(new Locator.FilterOptions().setHasText("查询码"))
                .locator("dd")
                .textContent()
                .strip();
        var street = chromium.open(Device.PHONE).newPage();
        street.navigate("/open-books");
        street.fill("input[name=number]", number);
        street.fill("input[name=code]", "2345678923");
        press(street, "查询");
        says(street, "编号与查询码对不上");
        street.fill("input[name=number]", number);
        street.fill("input[name=code]", code);
        press(street, "查询");
        says(street, "怀集县慈善会", "困难帮扶援助", "四会市", "1,200.00", "已支出", "资助生活困难老兵的子女");
        assertThat(street.textContent("main")).doesNotContain(GIVER, HELPED, "6228");
        looksClear(street, "gift-traced");
        street.context().close();
    }

    private void everyEntryIsRead(UUID fund) {
        leader.navigate("/funds/" + fund + "/ledger?account=BANK");
        looksClear(leader, "ledger");
        arrive(leader.locator("main tbody th a").first());
        says(leader, "分录", "红字冲回");
        press(leader, "冲回");
        looksClear(leader, "entry");
    }

    private void itIsMadePublic(UUID fund) {
        keeper.navigate("/funds/" + fund + "/disclosures/new");
        looksClear(keeper, "disclosure-form");
        press(keeper, "照此公开");
        keeper.waitForURL("**/open-books/disclosures/*");
        follow(keeper, "照凭证重算一遍");
        says(keeper, "每一项都与公开的一致");
        looksClear(keeper, "disclosure");
    }

    /** The centre asks; what he says differs; the city finds out why, and the bureau reads it. */
    private void whoWasPaidIsAsked(UUID fund) {
        var drawn = perform(
                officer,
                DrawSample.class,
                new DrawSample.Command(
                        CommandId.fresh(officer), fund, today.minusDays(30), today, Samples.Strata.COUNTY));
        var sample = ((DrawSample.Outcome.Drawn) drawn).subject();
        var check = transactions.read(chief, () -> checks.ofSample(sample)).getFirst();
        var centre = chromium.signIn(Device.PHONE, TestCounty.besidesSignedIn(program, of(check), Role.OFFICER));
        centre.navigate("/checks");
        looksClear(centre, "checks");
        centre.navigate("/checks/" + check.id());
        press(centre, "登记回访");
        says(centre, "请选择问到的情况");
        looksClear(centre, "check");
        centre.check("input[name=how][value=RECEIVED]");
        centre.fill("input[name=amount]", "1100");
        centre.fill("input[name=on]", today.toString());
        centre.fill("textarea[name=words]", "他说存折上只多了一千一，问过两遍，老伴在旁边也这么说");
        press(centre, "登记回访");
        says(centre, "与账不符，已交上级去查");
        centre.context().close();
        var city = at("shiling");
        city.navigate("/checks");
        looksClear(city, "checks-to-follow");
        city.navigate("/checks/" + check.id());
        press(city, "登记结果");
        looksClear(city, "check-to-follow");
        city.fill("textarea[name=words]", "调了银行回单，实付一千二百元；本人记的是取现以后剩下的，已当面说清");
        press(city, "登记结果");
        says(city, "已登记");
        city.context().close();
        keeper.navigate("/samples/" + sample);
        says(keeper, "已当面说清");
        looksClear(keeper, "sample");
    }

    /** Somebody at the desk that asks. */
    private Actor.Office of(Checks.Check check) {
        return new Actor.Office(
                officer.account(),
                officer.name(),
                officer.post(),
                check.unit(),
                check.unitName(),
                officer.unitCode(),
                Role.OFFICER,
                officer.level(),
                officer.scope());
    }

    private void theBankKnowsMore(UUID fund) {
        var number =
                transactions.read(officer, () -> funds.find(fund)).orElseThrow().number();
        var sheet = new BankSheet(number, today.withDayOfYear(1), today, 0)
                .line(today, 5_000_00, "捐赠")
                .line(today, 66_00, "爱心捐款，不留姓名，请用在需要的老兵身上")
                .line(today, -12_00, "账户管理费");
        assertThat(perform(
                        officer,
                        ReadStatement.class,
                        new ReadStatement.Command(CommandId.fresh(officer), fund, "对账单.csv", sheet.bytes())))
                .isInstanceOf(ReadStatement.Outcome.Read.class);
        keeper.navigate("/bank-lines");
        looksClear(keeper, "bank-lines");
        var line = transactions
                .read(officer, () -> reconciliation.at(fund, today))
                .orElseThrow()
                .theirs()
                .getLast()
                .line();
        keeper.navigate("/bank-lines/" + line);
        press(keeper, "提交核定");
        says(keeper, "请写明查明的情况");
        looksClear(keeper, "bank-line");
        keeper.fill("textarea[name=words]", "银行把一般户的管理费记到了专户，当天已来函认错，下月冲回");
        press(keeper, "提交核定");
        says(keeper, "等另一位负责人核定");
        leader.navigate("/bank-lines/" + line);
        looksClear(leader, "bank-line-to-confirm");
        press(leader, "核定");
        says(leader, "已核定，不再列入待查");
    }

    /** It refused the payment, and later had paid it: nothing moves until two people know. */
    private void theBankSaysOtherwise(UUID fund) {
        var batch = released(fund, List.of(granted(fund, Money.ofYuan(800))));
        var payment = paymentsOf(batch).getFirst();
        said(batch, payment.reference() + ",FAILED,0.00," + today + ",收款账户状态异常，请与开户行联系");
        said(batch, payment.reference() + ",PAID,800.00," + today + ",");
        keeper.navigate("/payments/" + payment.id());
        says(keeper, "与银行不符");
        press(keeper, "提出认定");
        looksClear(keeper, "payment");
        keeper.fill("input[name=paid]", "800");
        keeper.fill("input[name=words]", "银行书面答复：当天先退后付，钱已到本人账上");
        keeper.setInputFiles("input[name=paper]", OnBoth.scan("银行书面答复.jpg"));
        press(keeper, "提出认定");
        leader.navigate("/payments/" + payment.id());
        looksClear(leader, "payment-to-confirm");
        press(leader, "核定");
        says(leader, "800.00 元");
    }
}
