package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.journey.Chromium.Device;
import org.rongyi.platform.audit.Sealer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** No screen asks anybody else for anything, and none runs what the content security policy forbids. */
@RongyiTest
@Tag("browser")
@DisplayName("页面不向外联，也不违反内容安全策略")
class CspTest {

    private static final Path SCREENS = Path.of("target", "screens");

    /** Pictures of every screen to look at, with {@code -Drongyi.dose=full}. */
    private static final List<Device> PICTURES =
            "full".equals(System.getProperty("rongyi.dose")) ? List.of(Device.PHONE, Device.DESKTOP) : List.of();

    @Autowired
    private ApplicationContext program;

    @LocalServerPort
    private int port;

    @Test
    void everyScreenKeepsToItself() {
        var personas = TestCounty.ensure(program);
        program.getBean(Sealer.class).seal(1_000);
        var offences = new ArrayList<String>();
        var screens = new HashSet<String>();
        try (var chromium = new Chromium(port)) {
            chromium.whenOpened(context -> watch(context, chromium.address(), offences));
            new Walk(chromium, Device.PHONE).everywhere(personas, (page, name) -> {
                screens.add(name);
                for (var device : PICTURES) {
                    page.setViewportSize(device.width(), device.height());
                    page.screenshot(new Page.ScreenshotOptions()
                            .setPath(SCREENS.resolve(name + "-" + device.width() + ".png"))
                            .setFullPage(true));
                }
                page.setViewportSize(Device.PHONE.width(), Device.PHONE.height());
            });
        }
        assertThat(offences).isEmpty();
        assertThat(screens)
                .contains(
                        "_visits_new",
                        "_visits_x",
                        "_persons_x",
                        "_figures",
                        "_needs",
                        "_divisions",
                        "_accounts_x",
                        "_trail_x",
                        "_trail_heads");
    }

    private static void watch(BrowserContext context, String address, List<String> offences) {
        context.addInitScript("addEventListener('securitypolicyviolation',"
                + " e => console.error('CSP ' + e.violatedDirective + ' ' + e.blockedURI), true)");
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
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
