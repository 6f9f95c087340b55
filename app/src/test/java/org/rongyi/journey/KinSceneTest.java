package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.journey.Chromium.follow;
import static org.rongyi.journey.Chromium.press;

import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.rongyi.demo.TestCounty;
import org.rongyi.journey.Chromium.Device;
import org.rongyi.people.person.Files;
import org.rongyi.platform.access.Accounts;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.ui.Words;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A veteran, his wife and the counter between them. */
@RongyiTest
@Tag("browser")
@DisplayName("老兵在手机上委托妻子，妻子带身份证到窗口，再在自己手机上替他办")
class KinSceneTest {

    private static final String PASSWORD = "Lao-Ban-2026";

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @LocalServerPort
    private int port;

    private final List<String> barriers = new ArrayList<>();
    private Map<String, Personas.Entry> personas = Map.of();
    private Chromium chromium;
    private UUID person;
    private String username;

    @BeforeEach
    void aVeteranWithAnAccount() {
        personas = TestCounty.ensure(program);
        chromium = new Chromium(port);
        person = new Files(program).register(TestCounty.office(program, "cun"), "陈老兵", Files.number(), null);
        username = "s" + UUID.randomUUID().toString().substring(0, 12);
        transactions.write(new Actor.Visitor(), () -> {
            var accounts = program.getBean(Accounts.class);
            var account = accounts.open(new Accounts.NewAccount(username, "陈老兵", PASSWORD, false, person));
            accounts.identified(account, Assurance.COUNTER);
            return true;
        });
    }

    @AfterEach
    void goHome() {
        chromium.close();
    }

    @Test
    void theThreeOfThem() {
        var number = Files.number().value();
        var his = enter(Device.PHONE, username, PASSWORD);
        his.navigate("/me");
        follow(his, "委托亲属代办");
        his.fill("input[name=kinName]", "林妻子");
        his.fill("input[name=citizenId]", number);
        his.selectOption("select[name=relation]", "SPOUSE");
        his.check("input[value=CORRECTION]");
        press(his, "同意，委托他");
        assertThat(look(his, "missing")).contains("请填写办到哪一天");
        var today = LocalDate.now(program.getBean(Clock.class));
        his.fill("input[name=until]", today.plusMonths(3).toString());
        press(his, "同意，委托他");
        assertThat(look(his, "given")).contains("等他带身份证到窗口", "配偶 林妻子");
        follow(his, "延长委托");
        look(his, "extend");
        his.fill("input[name=until]", today.plusYears(3).toString());
        unchecked(his);
        press(his, "同意，延长");
        assertThat(look(his, "extend-too-long")).contains("最晚到");
        his.fill("input[name=until]", today.plusMonths(4).toString());
        press(his, "同意，延长");
        assertThat(look(his, "extended")).contains(Words.day(today.plusMonths(4)));

        var desk = chromium.signIn(Device.DESKTOP, Objects.requireNonNull(personas.get("cun")));
        desk.navigate("/persons/" + person);
        follow(desk, "委托亲属代办");
        look(desk, "desk");
        follow(desk, "延长委托");
        look(desk, "desk-extend");
        desk.fill("input[name=until]", today.plusMonths(5).toString());
        press(desk, "登记延长");
        assertThat(look(desk, "desk-unsigned")).contains("请附上本人签了字的委托书");
        follow(desk, "不延长，返回");
        desk.click("text=他带身份证来了，核对");
        desk.check("input[value=IDENTITY_CARD]");
        desk.fill("input[name=number]", number);
        desk.check("input[name=present]");
        look(desk, "desk-open");
        press(desk, "核对无误，开通");
        look(desk, "slip");
        var code = desk.textContent("p.code").strip();
        var link = desk.textContent("p.link").strip();

        var hers = chromium.open(Device.PHONE).newPage();
        hers.navigate(link.substring(link.indexOf("/setup/")));
        hers.fill("input[name=wanted]", PASSWORD);
        hers.fill("input[name=again]", PASSWORD);
        press(hers, "设置口令");
        var phone = enter(Device.PHONE, code, PASSWORD);
        assertThat(look(phone, "kin")).contains("林妻子（代陈老兵）", "您是他的配偶");
        follow(phone, "申请更正个人信息");
        assertThat(look(phone, "correction")).contains("您在替陈老兵办");
        phone.fill("input[name=name]", "陈老斌");
        phone.fill("textarea[name=ground]", "门口招牌写着 91234部队 饭店，建档时写错一个字");
        phone.check("input[name=told]");
        press(phone, "提交申请");
        assertThat(look(phone, "correction-stopped")).contains("请问", "服务站（电话", "站里帮您换个写法");
        phone.fill("textarea[name=ground]", "建档时写错一个字");
        phone.check("input[name=told]");
        press(phone, "提交申请");
        assertThat(look(phone, "case")).contains("林妻子（代陈老兵） 代办");
        phone.navigate("/kin");
        assertThat(look(phone, "kin-case")).contains("更正姓名");

        his.navigate("/me");
        assertThat(look(his, "me")).contains("林妻子（代陈老兵）", "亲属代办：提交申请");
        his.navigate("/me/kin");
        press(his, "撤回委托");
        assertThat(look(his, "ended")).contains("已结束");
        phone.navigate("/kin");
        assertThat(phone.textContent("main")).contains("岗位或委托已经结束");
        assertThat(barriers).isEmpty();
    }

    private Page enter(Device device, String name, String password) {
        var page = chromium.open(device).newPage();
        page.navigate("/sign-in");
        page.fill("input[name=username]", name);
        page.fill("input[name=password]", password);
        press(page, "登录");
        return page;
    }

    /** The browser knows the last day too; what the program says is looked at here. */
    private static void unchecked(Page page) {
        page.evaluate("document.querySelectorAll('main form').forEach(form => form.noValidate = true)");
    }

    private String look(Page page, String name) {
        Chromium.barriers(page).forEach(barrier -> barriers.add(name + " " + barrier));
        return page.textContent("main");
    }
}
