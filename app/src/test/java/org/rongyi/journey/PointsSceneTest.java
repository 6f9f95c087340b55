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
            平时奖励：三等功,12,分,第九条,2030-01-01
            没有这一项,1,分,第九条,2030-01-01
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
        page.fill("input[name=document]", "退役军人服役表现评分办法〔2030〕1 号");
        page.fill("input[name=reason]", "办法附表，第 3 页");
        page.setInputFiles(
                "input[name=file]", new FilePayload("points.csv", "text/csv", SHEET.getBytes(StandardCharsets.UTF_8)));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("先核对"))
                .click();
        page.waitForLoadState();
        assertThat(page.content()).contains("没有这一项", "三等功");
        assertThat(Chromium.barriers(page)).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))
                .isEqualTo(false);
    }
}
