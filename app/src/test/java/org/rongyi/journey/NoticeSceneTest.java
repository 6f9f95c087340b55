package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.journey.Chromium.arrive;
import static org.rongyi.journey.Chromium.follow;
import static org.rongyi.journey.Chromium.press;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
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
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.approval.AidCases;
import org.rongyi.platform.approval.AidOfTests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A neighbour reads the notice on his phone, without a script and without an account, and objects; the desk answers him. */
@RongyiTest
@Tag("browser")
@DisplayName("公示：不登录、不用脚本，看得到、提得出异议；窗口登记；审查、答复、退回重办")
class NoticeSceneTest {

    private static final Path SCREENS = Path.of("target", "screens");
    private static final boolean PICTURES = "full".equals(System.getProperty("rongyi.dose"));

    @Autowired
    private ApplicationContext program;

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
    void aNeighbourObjectsAndIsAnswered() {
        var aid = new AidCases(program);
        var id = aid.published();
        var notice = "/notices/" + aid.open(id).id();
        objects(chromium.open(Device.PHONE_WITHOUT_SCRIPTS).newPage(), notice);
        hasNoBarriers(notice);
        var town = chromium.signIn(Device.DESKTOP, Objects.requireNonNull(personas.get("zhen")));
        writesDownWhoWalksIn(town, notice);
        examines(town, id, "UPHELD", "入户核实，名下有两辆车，不符合困难条件");
        assertThat(town.textContent("main")).contains("异议已答复");
        var visitor = chromium.open(Device.PHONE_WITHOUT_SCRIPTS).newPage();
        assertThat(visitor.navigate(notice).status()).isEqualTo(404);
        var county = chromium.signIn(Device.DESKTOP, Objects.requireNonNull(personas.get("xian")));
        county.navigate("/cases/" + id);
        assertThat(county.textContent("main")).contains("现在等：县级审核", "异议成立，退回“县级审核”", "公示异议审查答复书");
        picture(county, "case-after-objection");
        examines(town, id, "REJECTED", "与前一件同，已退回重办");
    }

    private void objects(Page page, String notice) {
        page.navigate("/notices");
        picture(page, "notices");
        arrive(page.locator("main a[href='" + notice + "']"));
        assertThat(page.textContent("main")).contains(AidOfTests.MATTER, "公示期", "公*甲");
        picture(page, "notice");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.textContent("main")).contains(AidOfTests.MATTER);
        picture(page, "notice-print");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        follow(page, "提出异议");
        page.fill("input[name=name]", "邻居丙");
        page.fill("input[name=phone]", "138");
        page.fill("textarea[name=grounds]", "他家有两辆车");
        press(page, "提出异议");
        assertThat(page.textContent("main")).contains("电话应为 11 位手机号");
        assertThat(page.inputValue("textarea[name=grounds]")).isEqualTo("他家有两辆车");
        picture(page, "objection");
        page.fill("input[name=phone]", "13822223333");
        press(page, "提出异议");
        assertThat(page.textContent("main")).contains("异议已收到", "GSYY");
        picture(page, "objection-received");
    }

    private void hasNoBarriers(String notice) {
        var page = chromium.open(Device.PHONE).newPage(); // what looks for barriers is itself a script
        page.navigate(notice);
        assertThat(Chromium.barriers(page)).isEmpty();
        page.navigate(notice + "/objection");
        assertThat(Chromium.barriers(page)).isEmpty();
    }

    private void writesDownWhoWalksIn(Page page, String notice) {
        page.navigate(notice);
        follow(page, "提出异议");
        assertThat(page.textContent("main")).contains("登记异议", "带来的材料");
        page.fill("input[name=name]", "来访丁");
        page.fill("input[name=phone]", "13844445555");
        page.fill("textarea[name=grounds]", "同一件事，本人到窗口反映");
        press(page, "登记异议");
        assertThat(page.textContent("main")).contains("异议已收到");
    }

    private void examines(Page page, UUID id, String ruling, String answer) {
        page.navigate("/cases/" + id);
        var tasks = page.locator("main a[href^='/tasks/']", new Page.LocatorOptions().setHasText("去办理"));
        arrive(tasks.first());
        if (page.locator("input[name=ruling]").count() == 0) { // the notice itself waits beside its objections
            page.goBack();
            arrive(tasks.nth(1));
        }
        assertThat(page.textContent("main")).contains("事实和理由", "审查和答复");
        picture(page, "objection-task-" + ruling);
        page.check("input[name=ruling][value=" + ruling + "]");
        page.fill("textarea[name=answer]", answer);
        press(page, "答复");
        page.waitForURL("**/tasks");
    }

    private static void picture(Page page, String name) {
        if (!PICTURES) {
            return;
        }
        for (var device : new Device[] {Device.PHONE, Device.DESKTOP}) {
            page.setViewportSize(device.width(), device.height());
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENS.resolve(name + "-" + device.width() + ".png"))
                    .setFullPage(true));
        }
    }
}
