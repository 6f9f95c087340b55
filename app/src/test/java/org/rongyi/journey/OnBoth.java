package org.rongyi.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.rongyi.journey.Chromium.Device;

/** A page looked at on the phone and at the desk, loaded once. */
final class OnBoth {

    private static final boolean PICTURES = "full".equals(System.getProperty("rongyi.dose"));

    private static final Path SCREENS = Path.of("target", "screens");

    private OnBoth() {}

    /**
     * What stands in anybody's way on either, one line each, and that it is wider than the screen; the page stays as wide as it was.
     *
     * @param name of its pictures, which the full dose takes
     */
    static List<String> barriers(Page page, String name) {
        var found = new ArrayList<String>();
        var before = Objects.requireNonNull(page.viewportSize());
        for (var device : List.of(Device.PHONE, Device.DESKTOP)) {
            page.setViewportSize(device.width(), device.height());
            Chromium.barriers(page).forEach(barrier -> found.add(name + " " + device + " " + barrier));
            if (Boolean.TRUE.equals(
                    page.evaluate("(html => html.scrollWidth > html.clientWidth)(document.documentElement)"))) {
                found.add(name + " " + device + " is wider than the screen");
            }
            if (PICTURES) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(SCREENS.resolve(name + "-" + device.width() + ".png"))
                        .setFullPage(true));
            }
        }
        page.setViewportSize(before.width, before.height);
        return found;
    }

    /** A scanned sheet, as an upload takes it. */
    static FilePayload scan(String name) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(420, 594, BufferedImage.TYPE_INT_RGB), "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FilePayload(name, "image/jpeg", out.toByteArray());
    }
}
