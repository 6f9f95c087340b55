package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.journey.Chromium.press;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.journey.Chromium.Device;
import org.rongyi.platform.database.PreparedDirectory;
import org.rongyi.platform.database.RunningProgram;

/** An empty installation, and the two who open it: pages that are shown once in its life. */
@Tag("slow")
@Tag("browser")
@Timeout(240)
@DisplayName("刚装好的系统：首次链接的每一页都无障碍")
class FirstDaySceneTest {

    private static final String PASSWORD = "Kai-Ji-2026-x";

    @TempDir
    private Path home;

    private final List<String> barriers = new ArrayList<>();

    @Test
    void fromTheFirstLinkToTheFirstSignIn() throws Exception {
        var data = PreparedDirectory.copyTo(home.resolve("data"));
        try (var program = RunningProgram.start(data, "--empty")) {
            var link = URI.create(
                    program.awaitWords("set up the first administrator: ").strip());
            try (var chromium = new Chromium(URI.create(program.awaitReady()).getPort())) {
                var page = chromium.open(Device.PHONE).newPage();
                page.navigate(link.getPath());
                look(page, "set-up");
                page.fill("input[name=username]", "xitong");
                page.fill("input[name=name]", "张一");
                press(page, "建立管理员账号");
                look(page, "set-up-wrong");
                assertThat(page.inputValue("input[name=name]")).isEqualTo("张一");
                page.fill("input[name=wanted]", PASSWORD);
                page.fill("input[name=again]", PASSWORD);
                page.fill("input[name=securityUsername]", "anquan");
                page.fill("input[name=securityName]", "李二");
                press(page, "建立管理员账号");
                look(page, "founded");
                var second = page.locator("main").textContent().replaceAll("(?s).*(/setup/[\\w-]+).*", "$1");

                page.navigate(second);
                look(page, "set-up-second");
                page.fill("input[name=wanted]", PASSWORD);
                page.fill("input[name=again]", PASSWORD);
                press(page, "设置口令");
                look(page, "sign-in");

                page.navigate("/sign-in");
                page.fill("input[name=username]", "anquan");
                page.fill("input[name=password]", PASSWORD);
                press(page, "登录");
                page.waitForURL("**/second-factor");
                look(page, "second-factor");
                page.fill("input[name=present]", PASSWORD);
                press(page, "开始绑定");
                look(page, "second-factor-begun");
                page.navigate("/password");
                look(page, "password");
                assertThat(page.textContent("body")).doesNotContain("演示数据");
            }
        }
        assertThat(barriers).isEmpty();
    }

    private void look(Page page, String name) {
        Chromium.barriers(page).forEach(barrier -> barriers.add(name + " " + barrier));
        if (Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))) {
            barriers.add(name + " is wider than the screen");
        }
    }
}
