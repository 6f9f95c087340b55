package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.journey.Chromium.arrive;
import static org.rongyi.journey.Chromium.press;
import static org.rongyi.journey.Chromium.says;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.festival.FestivalOffice;
import org.rongyi.demo.TestCounty;
import org.rongyi.journey.Chromium.Device;
import org.rongyi.people.person.Files;
import org.rongyi.platform.access.Personas;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One line of a festival's list, from the list to the goods he signed for. */
@RongyiTest
@Tag("browser")
@DisplayName("一次八一慰问：列出名单、村里列入、镇街核对、另一人批准、带着签收表上门、本人签收、结束；每一处该拒的都拒")
class FestivalSceneTest extends FestivalOffice {

    private static final String NAME = "慰问福";

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

    @Test
    void fromTheListToTheGoodsSignedFor() {
        try (var shown = new LookedAt(program)) {
            var person = new Files(program).register(clerk, NAME, Files.number(), null);
            var village = at(Device.PHONE, "cun");
            var station = at(Device.DESKTOP, "zhen");
            var leader = at(Device.DESKTOP, "juzhang");
            var list = theListIsMade(fund(1_000_000, 100_000));
            var line = theVillageAddsHim(village, list, person);
            theLeaderWaitsForTheTown(leader, list);
            theTownAgrees(station, line);
            theLeaderApproves(leader, list);
            station.navigate(list + "/slip");
            says(station, NAME, "大米一袋", "本人（家属）签名");
            looksClear(station, "festival-slip");
            heSignsForIt(village, person, line);
            everybodyAboveSeesIt(leader);
            itEnds(leader, list);
            assertThat(shown.missing()).doesNotContainAnyElementsOf(BesideTheWalk.of(FestivalSceneTest.class));
        }
    }

    private Page at(Device device, String persona) {
        return chromium.signIn(device, Objects.requireNonNull(personas.get(persona)));
    }

    private static void looksClear(Page page, String name) {
        assertThat(OnBoth.barriers(page, name)).isEmpty();
    }

    /** The next 八一 nobody of the county greets at yet. */
    private LocalDate armyDay() {
        var thisYear = LocalDate.of(now().getYear(), 8, 1);
        return thisYear.isAfter(now()) ? thisYear : thisYear.plusYears(1);
    }

    private String theListIsMade(UUID fund) {
        var officer = at(Device.DESKTOP, "xian");
        officer.navigate("/festivals/new");
        for (var group : officer.locator("input[name=group]").all()) {
            group.setChecked(group.inputValue().equals("DISABLED"));
        }
        officer.check("input[name=festival][value=ARMY_DAY]");
        officer.fill("input[name=day]", armyDay().toString());
        officer.selectOption("select[name=fund]", fund.toString());
        officer.fill("input[name='money.DISABLED']", "500");
        officer.fill("input[name='goods.DISABLED']", "大米一袋");
        press(officer, "列出名单");
        says(officer, "请写慰问品作价多少元");
        looksClear(officer, "festival-form");
        officer.fill("input[name='worth.DISABLED']", "60");
        press(officer, "列出名单");
        officer.waitForURL("**/festivals/*-*");
        says(officer, "拟定中", "大米一袋");
        assertThat(officer.locator("button:has-text('批准整份名单')").count())
                .as("拟的人不能批准")
                .isZero();
        looksClear(officer, "festival-open");
        var path = URI.create(officer.url()).getPath();
        officer.context().close();
        return path;
    }

    private static String theVillageAddsHim(Page village, String list, UUID person) {
        village.navigate("/persons/" + person + list);
        village.check("input[name=like][value=DISABLED]");
        press(village, "列入名单");
        says(village, "请写明为什么列入");
        village.fill("input[name=reason]", "旧伤复发，上月刚出院，一个人住");
        press(village, "列入名单");
        village.waitForURL("**/festivals/lines/*");
        says(village, "等镇街核对");
        village.fill("input[name=bank]", "农商行");
        village.fill("input[name=number]", "12");
        press(village, "登记账号");
        says(village, "账号应是 8 至 32 位数字");
        looksClear(village, "festival-line");
        village.fill("input[name=number]", "6217281234500002222");
        press(village, "登记账号");
        says(village, "尾号 2222");
        return URI.create(village.url()).getPath();
    }

    private static void theLeaderWaitsForTheTown(Page leader, String list) {
        leader.navigate(list);
        press(leader, "批准整份名单");
        says(leader, "镇街没有核对");
    }

    private static void theTownAgrees(Page station, String line) {
        station.navigate(line);
        looksClear(station, "festival-line-to-check");
        arrive(station.locator("button[name=agrees][value=yes]"));
        says(station, "核对过");
    }

    private static void theLeaderApproves(Page leader, String list) {
        leader.navigate(list);
        looksClear(leader, "festival-to-approve");
        press(leader, "批准整份名单");
        says(leader, "发放中");
    }

    /** Somebody else's name is not his; what was signed for is not handed over twice. */
    private static void heSignsForIt(Page village, UUID person, String line) {
        village.navigate("/visits/new?person=" + person);
        says(village, "当面发放", "大米一袋", "500 元由银行转账");
        village.check("input[name=person][value='" + person + "']");
        var his = line.substring(line.lastIndexOf('/') + 1);
        for (var hand : village.locator("input[name=hand]").all()) { // whoever lives at his door has his own
            hand.setChecked(hand.inputValue().equals(his));
        }
        var signature = "input[name='signedBy." + his + "']";
        village.check("input[name=mode][value=HOME]");
        village.check("input[name=kind][value=ARMY_DAY]");
        village.check("input[name=sent][value=HONOUR]");
        village.fill(signature, "别人");
        press(village, "保存走访");
        says(village, "请选“家属代收”");
        village.fill(signature, NAME);
        press(village, "保存走访");
        village.waitForURL("**/visits/*?recorded");
        says(village, NAME + "（本人）签收");
        village.navigate("/visits/new?person=" + person);
        assertThat(village.locator("input[name=hand][value='" + his + "']").count())
                .as("发过的不再发")
                .isZero();
        village.navigate(line);
        press(village, "附上");
        says(village, "请选择签了名的纸单");
        village.setInputFiles("input[name=slip]", OnBoth.scan("签了名的签收单.jpg"));
        press(village, "附上");
        says(village, "已送到", "签了名的签收单");
        looksClear(village, "festival-line-given");
    }

    private static void everybodyAboveSeesIt(Page leader) {
        leader.navigate("/festivals/given");
        says(leader, NAME);
        looksClear(leader, "festival-given");
    }

    private static void itEnds(Page leader, String list) {
        leader.navigate(list);
        leader.click("text=结束这次慰问");
        press(leader, "结束慰问");
        says(leader, "请写明没有送到的原因");
        leader.fill("input[name=reason]", "外出务工、走亲，几次上门没有见到");
        press(leader, "结束慰问");
        says(leader, "已结束", "外出务工");
        looksClear(leader, "festival-ended");
    }
}
