package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.journey.Chromium.Device;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@Tag("browser")
@DisplayName("从今日走访打电话：手机上一按就是，没有脚本也行")
class CallSceneTest {

    private static final int FINGER = 44;

    @Autowired
    private ApplicationContext program;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("首页和名单上的“打电话”够手指按；按下就是号码，号码一按就拨；页面无障碍、不超宽")
    void oneTapFromTheHomePage() {
        var clerk = Objects.requireNonNull(TestCounty.ensure(program).get("cun"));
        Due.somebody(program);
        try (var chromium = new Chromium(port)) {
            var page = chromium.signIn(Device.PHONE_WITHOUT_SCRIPTS, clerk);
            for (var list : new String[] {"/contacts?which=ALL", "/"}) {
                page.navigate(list);
                isForAFinger(call(page.locator("main form[action$='/call'] button")));
            }
            call(page.locator("main form[action$='/call'] button")).click();
            var number = page.locator("main a[href^='tel:']");
            assertThat(number.innerText()).matches("1[0-9]{10}");
            isForAFinger(number);
            assertThat(page.locator("main").innerText()).contains("今日走访", "本人也看得到", "登记这次联系");
        }
        try (var chromium = new Chromium(port)) {
            for (var device : new Device[] {Device.PHONE, Device.DESKTOP}) {
                var page = chromium.signIn(device, clerk);
                page.navigate("/");
                call(page.locator("main form[action$='/call'] button")).click();
                assertThat(Chromium.barriers(page)).isEmpty();
                assertThat(page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))
                        .isEqualTo(false);
            }
        }
    }

    private static Locator call(Locator buttons) {
        return buttons.first();
    }

    private static void isForAFinger(Locator place) {
        var box = Objects.requireNonNull(place.boundingBox());
        assertThat(box.height).isGreaterThanOrEqualTo(FINGER);
        assertThat(box.width).isGreaterThanOrEqualTo(FINGER);
    }
}
