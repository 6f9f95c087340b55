package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.journey.Chromium.press;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
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
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.intake.ImportDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The rest of a clerk's day on a phone whose browser runs no scripts; visits are in {@link VisitSceneTest}. */
@RongyiTest
@Tag("browser")
@DisplayName("不运行脚本的手机：建档、移交、导入，都办得成")
class WithoutScriptsTest {

    /** What somebody fills in and presses; FormsTest reads all the others as they are served. */
    private static final String CONTROLS =
            "main form[method=post] :is(input:not([type=hidden]), select, textarea," + " button:not([type=button]))";

    private static final Map<String, List<String>> LONG = Map.of(
            "cun", List.of("/persons/new", "/imports"),
            "xian", List.of("/units/new", "/campaigns/new"),
            "laobing", List.of("/me/kin"));

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
    @DisplayName("建档：漏填的逐项说明，填过的还在；补上就成。移交：对方同意，档案就到了对方那里")
    void aPersonIsRegisteredAndHandedOver() {
        var here = signIn("cun");
        var file = registers(here);
        here.navigate(file + "/handover");
        var place = here.locator("input[name=place][value=new]");
        if (place.isVisible()) {
            place.check();
        }
        here.fill("input[name=to]", persona("cun2").unit());
        here.check("input[name=kind][value=BOTH]");
        here.fill("textarea[name=reason]", "随女儿住到那边去了");
        press(here, "提出移交");
        here.waitForURL("**/handovers/*");
        var handover = URI.create(here.url()).getPath();

        var there = signIn("cun2");
        there.navigate("/handovers");
        Chromium.arrive(there.locator("a[href='" + handover + "']"));
        assertThat(there.textContent("main")).contains("简手机", "随女儿住到那边去了");
        press(there, "同意移交");
        assertThat(there.navigate(file).status()).isEqualTo(200);
        assertThat(there.textContent("main")).contains("登记走访");
        assertThat(here.navigate(file).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("导入：上传、核对、开始，三步都只用表单")
    void aListIsImported() {
        var page = signIn("cun");
        page.navigate("/imports");
        var titles = List.of("姓名*", "身份证号*", "电话", "人员类别*", "户籍村社区*", "户籍门牌");
        var row = List.of(
                "简导入",
                Files.number().value(),
                "13800138000",
                "退役士兵",
                persona("cun").unit(),
                "7 号");
        page.check("input[name=kind][value=persons]");
        page.setInputFiles(
                "input[name=file]",
                new FilePayload(
                        "名册.xlsx",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        ImportDesk.workbook(titles, List.of(row))));
        press(page, "上传并核对");
        page.waitForURL("**/imports/*");
        var batch = URI.create(page.url()).getPath();
        var desk = new ImportDesk(program);
        var id = UUID.fromString(batch.substring("/imports/".length()));
        desk.finish(id);
        page.navigate(batch);
        press(page, "导入这 1 行");
        desk.finish(id);
        page.navigate(batch);
        assertThat(page.textContent("main")).contains("已导入");
        page.navigate("/persons?q=简导入");
        assertThat(page.locator("#results tbody tr").count()).isEqualTo(1);
    }

    @Test
    @DisplayName("几张长的表：每一栏、每一个按钮都看得见，收起来的自己点得开")
    void longFormsAreThereWhole() {
        var wrong = new ArrayList<String>();
        for (var one : LONG.entrySet()) {
            var page = signIn(one.getKey());
            for (var path : one.getValue()) {
                assertThat(page.navigate(path).status()).as(path).isEqualTo(200);
                for (var summary :
                        page.locator("main form details:not([open]) > summary").all()) {
                    summary.click();
                }
                var controls = page.locator(CONTROLS).all();
                assertThat(controls).as(path).hasSizeGreaterThan(2);
                controls.stream()
                        .filter(control -> !control.isVisible())
                        .forEach(control -> wrong.add(path + " hides " + control.getAttribute("name")));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private String registers(Page page) {
        page.navigate("/persons/new");
        page.fill("input[name=name]", "简手机");
        page.check("input[name=category][value=DISCHARGED_SOLDIER]");
        press(page, "建档");
        assertThat(page.locator("main .error").count()).isPositive();
        assertThat(page.inputValue("input[name=name]")).isEqualTo("简手机");
        page.fill("input[name=citizenId]", Files.number().value());
        page.selectOption("select[name=hukou]", persona("cun").unit());
        page.fill("input[name=hukouGroup]", "第2村民小组");
        press(page, "建档");
        page.waitForURL(url -> URI.create(url).getPath().matches("/persons/[0-9a-f-]{36}"));
        assertThat(page.textContent("main")).contains("第2村民小组");
        return URI.create(page.url()).getPath();
    }

    private Page signIn(String who) {
        return chromium.signIn(Device.PHONE_WITHOUT_SCRIPTS, persona(who));
    }

    private Personas.Entry persona(String who) {
        return Objects.requireNonNull(personas.get(who));
    }
}
