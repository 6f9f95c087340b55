package org.rongyi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.journey.Chromium.Device;
import org.rongyi.platform.access.Personas;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@Tag("browser")
@DisplayName("列表：打印成台账，导出的正是筛出来的")
class ListScreensTest {

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
    @CsvSource({
        "admin, /units",
        "admin, /staff",
        "sheng, /division-questions",
        "xian, /stations",
        "zhen, /imports",
        "zhen, /persons",
    })
    void aListIsPrintedWithUnitAndWriterAndWithoutWhatIsForTheScreen(String username, String path) {
        var page = whenSheOpens(username, path);
        var whole = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("打印台账"));
        if (whole.count() > 0) {
            whole.click();
        }
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("打印")))
                .isVisible();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".print-head")).isVisible();
        assertThat(page.locator(".print-head")).containsText("填表人：");
        assertThat(page.locator(".print-foot")).isVisible();
        for (var screen : List.of(".top", ".filters", ".actions", ".pager", "main form", "main .screen")) {
            for (var part : page.locator(screen).all()) {
                assertThat(part).isHidden();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"zhen, /persons, input[name=q], 张", "zhen, /visits, input[name=from], 2021-01-01"})
    void theExportFollowsTheFilter(String username, String path, String field, String value) {
        var page = whenSheOpens(username, path);
        var input = page.locator(field);
        if (!input.isVisible()) {
            page.locator("details.fold > summary").click();
        }
        input.fill(value);
        input.press("Enter");
        page.waitForURL(url -> url.contains("?"));
        var export = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("导出"));
        assertThat(export).hasAttribute("href", Pattern.compile(".*" + name(field) + "=[^&]+.*"));
    }

    @Test
    void somebodyFromTheStreetPrintsNoSignatures() {
        try (var context = chromium.open(Device.DESKTOP)) {
            var page = context.newPage();
            page.navigate("/stations");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator(".print-foot")).hasCount(0);
        }
    }

    private static String name(String field) {
        return field.replaceAll(".*name=(\\w+).*", "$1");
    }

    private Page whenSheOpens(String username, String path) {
        var page = chromium.signIn(Device.DESKTOP, Objects.requireNonNull(personas.get(username)));
        page.waitForURL(url -> !url.contains("/sign-in"));
        page.navigate(path);
        return page;
    }
}
