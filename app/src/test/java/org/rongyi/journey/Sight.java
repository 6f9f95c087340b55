package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.rongyi.journey.Chromium.Device;
import org.rongyi.platform.access.Personas;
import org.springframework.context.ApplicationContext;

/**
 * The pages of a scene, each as wide as a phone and as wide as a desk: for barriers, for what is wider than the screen. With
 * {@code -Drongyi.dose=full} for barriers at the desk too, and a picture of each is kept.
 */
final class Sight implements AutoCloseable {

    private static final boolean FULL = "full".equals(System.getProperty("rongyi.dose"));

    private final List<String> wrong = new ArrayList<>();
    private final Chromium chromium;
    private final LookedAt shown;
    private final String scene;

    /** @param scene the test's simple name */
    Sight(ApplicationContext program, int port, String scene) {
        chromium = new Chromium(port);
        shown = new LookedAt(program);
        this.scene = scene;
    }

    Page of(Personas.Entry somebody) {
        return chromium.signIn(Device.PHONE, somebody);
    }

    /** Somebody from the street. */
    Page ofAnybody() {
        return chromium.open(Device.PHONE).newPage();
    }

    void see(Page page, String path, String name) {
        assertThat(page.navigate(path).status()).as(path).isEqualTo(200);
        see(page, name);
    }

    /** A page looked at elsewhere in this state or another: only with the full dose. */
    void again(Page page, String path, String name) {
        if (FULL) {
            see(page, path, name);
        }
    }

    /** What he has before him. */
    void see(Page page, String name) {
        for (var device : List.of(Device.DESKTOP, Device.PHONE)) {
            page.setViewportSize(device.width(), device.height());
            if (device == Device.PHONE || FULL) {
                Chromium.barriers(page).forEach(barrier -> wrong.add(name + " " + barrier));
            }
            if (Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))) {
                wrong.add(name + " is wider than " + device);
            }
            if (FULL) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", scene, name + "-" + device.width() + ".png")));
            }
        }
    }

    /** What stood in somebody's way, one line each; and the pages that stand beside this test in {@link BesideTheWalk} and were not shown. */
    List<String> barriers() {
        var all = new ArrayList<>(wrong);
        var unseen = new TreeSet<>(shown.missing());
        BesideTheWalk.read().forEach((page, test) -> {
            if (test.equals(scene) && unseen.contains(page)) {
                all.add(page + " was not shown");
            }
        });
        return all;
    }

    @Override
    public void close() {
        shown.close();
        chromium.close();
    }
}
