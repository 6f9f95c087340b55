package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.journey.Chromium.Device;
import org.rongyi.platform.access.Personas;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A new table of points, uploaded and looked at before anybody proposes it. */
@RongyiTest
@Tag("browser")
@DisplayName("评分标准在屏幕上：填好的表先核对，错的一行说明白错在哪里")
class PointsSceneTest {

    private static final String SHEET = """
            项目,分值,单位,条,生效日
            服役年限：前段每年,2,分,第九条,2099-01-01
            服役年限：后段每年,2.5,分,第九条,2099-01-01
            服役年限：前段年数,12,年,第九条,2099-01-01
            服役年限：零头恰为六个月,0.5,年,第九条,2099-01-01
            平时奖励：三等功,12,分,第十条,2099-01-01
            """;

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

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "DESKTOP"})
    void aSheetIsLookedAtFirst(Device device) {
        var page = Chromium.signIn(chromium.open(device), Objects.requireNonNull(personas.get("sheng")));
        page.navigate("/receptions/score-table");
        upload(page, SHEET + "没有这一项,1,分,第十条,2099-01-01\n", "请照模板写项目的名称");
        seen(page);
        upload(page, SHEET, "没有错行，共 5 项");
        assertThat(page.content()).contains("三等功");
        seen(page);
    }

    private static void upload(Page page, String sheet, String answer) {
        page.fill("input[name=document]", "退役军人服役表现评分办法〔2099〕1 号");
        page.fill("input[name=reason]", "办法附表，第 3 页");
        page.setInputFiles(
                "input[name=file]", new FilePayload("points.csv", "text/csv", sheet.getBytes(StandardCharsets.UTF_8)));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("先核对"))
                .click();
        page.getByText(answer).first().waitFor();
    }

    private static void seen(Page page) {
        assertThat(Chromium.barriers(page)).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))
                .isEqualTo(false);
    }
}
