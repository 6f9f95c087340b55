package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.journey.Chromium.Device;
import org.rongyi.platform.audit.Sealer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** WCAG 2.2 AA, as far as a machine can tell, on every screen. */
@RongyiTest
@Tag("browser")
@DisplayName("每一页都无障碍")
class AccessibilityTest {

    @Autowired
    private ApplicationContext program;

    @LocalServerPort
    private int port;

    /** How a screen is looked at. */
    record Look(Device device, boolean elder) {}

    /** Every screen by phone; with {@code -Drongyi.dose=full} also at the desk and in large type. */
    static List<Look> looks() {
        var phone = new Look(Device.PHONE, false);
        return "full".equals(System.getProperty("rongyi.dose"))
                ? List.of(phone, new Look(Device.DESKTOP, false), new Look(Device.PHONE, true))
                : List.of(phone);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void noScreenHasABarrier(Look look) {
        var personas = TestCounty.ensure(program);
        program.getBean(Sealer.class).seal(1_000);
        var barriers = new ArrayList<String>();
        try (var chromium = new Chromium(port)) {
            new Walk(chromium, look.device()).everywhere(personas, (page, name) -> {
                if (look.elder()) {
                    page.evaluate("document.documentElement.classList.add('elder')");
                }
                Chromium.barriers(page).forEach(barrier -> barriers.add(name + " " + barrier));
                var wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
                if (Boolean.TRUE.equals(wide)) {
                    barriers.add(name + " is wider than the screen");
                }
            });
        }
        assertThat(barriers).isEmpty();
    }
}
