package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.journey.Chromium.Device;
import org.rongyi.platform.audit.Sealer;
import org.rongyi.platform.intake.ImportDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Every screen, in one walk: WCAG 2.2 AA as far as a machine can tell, nothing wider than the screen, nothing asked of
 * anybody else, nothing run that the content security policy forbids.
 */
@RongyiTest
@Tag("browser")
@DisplayName("每一页都无障碍，不向外联，也不违反内容安全策略")
class ScreensTest {

    private static final boolean FULL = "full".equals(System.getProperty("rongyi.dose"));

    private static final Path PICTURES = Path.of("target", "screens");

    @Autowired
    private ApplicationContext program;

    @LocalServerPort
    private int port;

    /** How a screen is looked at. */
    record Look(Device device, boolean elder) {}

    /** Every screen by phone; with {@code -Drongyi.dose=full} also at the desk and in large type, and pictures of each. */
    static List<Look> looks() {
        var phone = new Look(Device.PHONE, false);
        return FULL ? List.of(phone, new Look(Device.DESKTOP, false), new Look(Device.PHONE, true)) : List.of(phone);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyScreenIsOpenToAllAndKeepsToItself(Look look) {
        var personas = TestCounty.ensure(program);
        program.getBean(Sealer.class).seal(1_000);
        anImport();
        var barriers = new ArrayList<String>();
        var offences = new ArrayList<String>();
        var screens = new HashSet<String>();
        var missing = new TreeSet<String>();
        try (var shown = new LookedAt(program);
                var chromium = new Chromium(port)) {
            chromium.whenOpened(context -> watch(context, chromium.address(), offences));
            new Walk(chromium, look.device()).everywhere(personas, (page, name) -> {
                screens.add(name);
                if (look.elder()) {
                    page.evaluate("document.documentElement.classList.add('elder')");
                }
                if (FULL) {
                    picture(page, look, name);
                }
                Chromium.barriers(page).forEach(barrier -> barriers.add(name + " " + barrier));
                var wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
                if (Boolean.TRUE.equals(wide)) {
                    barriers.add(name + " is wider than the screen");
                }
            });
            missing.addAll(shown.missing());
        }
        assertThat(barriers).isEmpty();
        assertThat(offences).isEmpty();
        assertThat(missing)
                .as("every page is looked at here, or by the test that stands beside its name in " + BesideTheWalk.LIST)
                .isSubsetOf(BesideTheWalk.read().keySet());
        assertThat(screens)
                .contains(
                        "_visits_new",
                        "_visits_x",
                        "_persons_x",
                        "_figures",
                        "_needs",
                        "_divisions",
                        "_divisions_x",
                        "_map",
                        "_imports_x",
                        "_nowhere",
                        "_visits_new_wrong",
                        "_sign-in_wrong",
                        "_accounts_x",
                        "_trail_x",
                        "_trail_heads");
    }

    /** A batch to look at. */
    private void anImport() {
        var desk = new ImportDesk(program);
        var clerk = TestCounty.office(program, "cun");
        var template = desk.look(clerk, "/imports/persons/template.xlsx").getContentAsByteArray();
        desk.checked(clerk, "persons", template);
    }

    /** The browser's own note that the page it shows was refused, as the walk meant it to be. */
    private static boolean isOwnAnswer(ConsoleMessage message) {
        return message.text().startsWith("Failed to load resource: the server responded with a status of 4")
                && message.location().startsWith(message.page().url());
    }

    private static void picture(Page page, Look look, String name) {
        var file = name + "-" + look.device().width() + (look.elder() ? "-elder" : "") + ".png";
        page.screenshot(
                new Page.ScreenshotOptions().setPath(PICTURES.resolve(file)).setFullPage(true));
    }

    private static void watch(BrowserContext context, String address, List<String> offences) {
        context.addInitScript("addEventListener('securitypolicyviolation',"
                + " e => console.error('CSP ' + e.violatedDirective + ' ' + e.blockedURI), true)");
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isOwnAnswer(message)) {
                offences.add(message.page().url() + " says " + message.text());
            }
        });
        context.onWebError(error -> offences.add(error.page().url() + " fails with " + error.error()));
        context.onRequest(request -> {
            if (!request.url().startsWith(address + "/") && !request.url().startsWith("data:")) {
                offences.add(request.frame().url() + " asks " + request.url());
            }
        });
    }
}
