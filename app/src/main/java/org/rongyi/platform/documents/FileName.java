package org.rongyi.platform.documents;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** 文件名: a name somebody else's device gave, made harmless to show, to save and to put into an archive. */
public final class FileName {

    private static final int LONGEST = 80;
    private static final Pattern PATH = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);

    /** Controls, marks that turn the direction of writing, and what some system forbids in names. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}<>:\"|?*/\\\\]");

    private static final Pattern ENDINGS = Pattern.compile("(\\.[A-Za-z0-9]{1,5})+$");

    /** Citizen numbers, phones and accounts do not belong into a name that lists show. */
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])([0-9]{3})[0-9]{4,}([0-9]{3}[0-9Xx])(?![0-9])");

    private static final Pattern LEADING = Pattern.compile("^[.=+@\\s-]+");

    private FileName() {}

    /** The name without its path and endings, with the ending of what the file is. Never empty, at most 85 letters. */
    public static String clean(@Nullable String given, String ending) {
        var name = given == null ? "" : PATH.matcher(given).replaceFirst("");
        name = UNFIT.matcher(name).replaceAll("");
        name = ENDINGS.matcher(name.strip()).replaceFirst("");
        name = LEADING.matcher(name).replaceFirst("").strip();
        name = NUMBER.matcher(name).replaceAll("$1***$2");
        if (name.codePointCount(0, name.length()) > LONGEST) {
            name = name.substring(0, name.offsetByCodePoints(0, LONGEST)).strip();
        }
        return (name.isBlank() ? "未命名" : name) + ending;
    }

    public static String size(long bytes) {
        return bytes < 1 << 20
                ? Math.max(1, bytes >> 10) + " KB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / (double) (1 << 20));
    }
}
