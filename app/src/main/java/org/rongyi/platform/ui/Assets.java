package org.rongyi.platform.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The addresses of our static files, each with a digest of its content, so that a browser may keep it a year. */
public final class Assets {

    /** Where the htmx webjar keeps its file; served under {@code /ui/}. */
    public static final String HTMX_FOLDER = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/";

    public static final String CSS = address("/static/ui/", "rongyi.css");
    public static final String SCRIPT = address("/static/ui/", "rongyi.js");
    public static final String SM = address("/static/ui/", "sm.js");
    public static final String WISHES = address("/static/ui/", "wishes.js");
    public static final String CHECK = address("/static/ui/", "check.js");
    public static final String HTMX = address(HTMX_FOLDER, "htmx.min.js");
    public static final String MARK = address("/static/ui/", "mark.svg");

    /** The program's version; null when it does not run from its jar. */
    public static final @Nullable String VERSION = Assets.class.getPackage().getImplementationVersion();

    private Assets() {}

    private static String address(String folder, String file) {
        try (var in = Assets.class.getResourceAsStream(folder + file)) {
            if (in == null) {
                throw new IllegalStateException(folder + file + " is not on the class path");
            }
            var digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            return "/ui/" + file + "?v=" + HexFormat.of().formatHex(digest, 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
