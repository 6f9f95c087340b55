package org.rongyi.journey;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.rongyi.journey.Chromium.Device;
import org.springframework.context.ApplicationContext;

/**
 * A scene's look at each page it comes to: nothing in the way of people with disabilities, nothing wider than the screen, by phone and at
 * the desk. It knows which pages the list {@link BesideTheWalk} leaves to this scene, and says which of them nobody was shown.
 */
final class Looks implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "screens");
    private static final boolean FULL =
            "full".equals(System.getProperty("rongyi.dose")) || Boolean.getBoolean("screens.pictures");

    private final List<String> found = new ArrayList<>();
    private final LookedAt shown;
    private final String scene;

    Looks(ApplicationContext program, Class<?> scene) {
        this.shown = new LookedAt(program);
        this.scene = scene.getSimpleName();
    }

    /**
     * The axe looks by phone, where most of the work is done, and with the full dose (or {@code -Dscreens.pictures=true}) at the desk too,
     * which also takes pictures.
     */
    void at(Page page, String name) {
        for (var device : List.of(Device.DESKTOP, Device.PHONE)) {
            page.setViewportSize(device.width(), device.height());
            if (Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))) {
                found.add(name + " is wider than " + device.width());
            }
            if (FULL || device == Device.PHONE) {
                Chromium.barriers(page).forEach(barrier -> found.add(name + " at " + device.width() + " " + barrier));
            }
            if (FULL) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(name + "-" + device.width() + ".png"))
                        .setFullPage(true));
            }
        }
    }

    /** What stood in somebody's way so far. */
    List<String> barriers() {
        return List.copyOf(found);
    }

    /** Pages left to this scene that it did not come to. */
    Set<String> missed() {
        var missed = BesideTheWalk.read().entrySet().stream()
                .filter(line -> line.getValue().equals(scene))
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        missed.retainAll(shown.missing());
        return missed;
    }

    @Override
    public void close() {
        shown.close();
    }
}
