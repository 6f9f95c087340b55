package org.rongyi.platform.documents.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** How the number formats of a workbook show a number. Built-in formats: ECMA-376 part 1, 18.8.30, with zh-cn. */
final class NumberFormats {

    static final NumberFormats PLAIN = new NumberFormats(List.of(), false);

    private static final int MAX_FORMATS = 100_000;
    /** A double holds fifteen decimal digits; Excel shows no more. */
    private static final MathContext FIFTEEN = new MathContext(15);

    private static final double FIRST_LOST = 1e15;
    private static final double FIRST_BELOW_DATES = 1;
    private static final double FIRST_ABOVE_DATES = 2_958_466;
    private static final int SECONDS_A_DAY = 86_400;
    private static final int DAYS_1900_TO_1904 = 1462;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** Quoted text, escaped characters, padding and colours or locales, which say nothing about the kind. */
    private static final Pattern ORNAMENT =
            Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+]|m+]|s+])[^]]*]", Pattern.CASE_INSENSITIVE);

    private enum Kind {
        NUMBER,
        PERCENT,
        DATE,
        TIME
    }

    /** @param digits leading zeros are shown up to so many digits */
    private record Format(Kind kind, int digits) {
        static final Format GENERAL = new Format(Kind.NUMBER, 0);
    }

    private final List<Format> byStyle;
    private final boolean from1904;

    private NumberFormats(List<Format> byStyle, boolean from1904) {
        this.byStyle = byStyle;
        this.from1904 = from1904;
    }

    /** Reads the styles part: cells name the position in cellXfs. */
    static NumberFormats read(GuardedZip.Entry entry, boolean from1904) throws IOException {
        Map<Integer, Format> custom = new HashMap<>();
        List<Format> styles = new ArrayList<>();
        try (var part = new XmlPart(entry)) {
            boolean inCells = false;
            while (part.hasNext()) {
                int event = part.next();
                if (event == XmlPart.END && part.name().equals("cellXfs")) {
                    break;
                }
                if (event != XmlPart.START) {
                    continue;
                }
                switch (part.name()) {
                    case "numFmt" ->
                        custom.put(
                                part.number(part.attribute("numFmtId"), 0),
                                format(part.findAttribute("formatCode").orElse("")));
                    case "cellXfs" -> inCells = true;
                    case "xf" -> {
                        int id = part.number(part.attribute("numFmtId"), 0);
                        if (inCells) {
                            var format = custom.get(id);
                            styles.add(format == null ? builtIn(id) : format);
                        }
                    }
                    default -> {}
                }
                if (styles.size() > MAX_FORMATS || custom.size() > MAX_FORMATS) {
                    throw new Unreadable("文件的单元格格式多得不正常，请把内容复制到新文件后再上传");
                }
            }
        }
        return new NumberFormats(styles, from1904);
    }

    private static Format builtIn(int id) {
        if (id == 9 || id == 10) {
            return new Format(Kind.PERCENT, 0);
        }
        boolean time =
                (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id == 55 || id == 56;
        if (time) {
            return new Format(Kind.TIME, 0);
        }
        boolean date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
        return date ? new Format(Kind.DATE, 0) : Format.GENERAL;
    }

    private static Format format(String code) {
        var plain = ORNAMENT.matcher(code.split(";", 2)[0]).replaceAll("").toLowerCase(Locale.ROOT);
        if (plain.contains("general") || plain.contains("@")) {
            return Format.GENERAL;
        }
        if (plain.matches("0{2,15}")) {
            return new Format(Kind.NUMBER, plain.length());
        }
        if (plain.contains("y") || plain.contains("d") || (plain.contains("m") && !plain.matches(".*[hs].*"))) {
            return new Format(Kind.DATE, 0);
        }
        if (plain.matches(".*[hs].*")) {
            return new Format(Kind.TIME, 0);
        }
        return new Format(plain.contains("%") ? Kind.PERCENT : Kind.NUMBER, 0);
    }

    /** The cell that a stored number of a style shows. */
    Cell show(String stored, int style) {
        var format = style < byStyle.size() && style >= 0 ? byStyle.get(style) : Format.GENERAL;
        if (format == Format.GENERAL && isShortInteger(stored)) {
            return new Cell(stored, null);
        }
        double number;
        try {
            number = Double.parseDouble(stored);
        } catch (NumberFormatException e) {
            return new Cell(Cell.clean(stored), Cell.Problem.ERROR_VALUE);
        }
        if (!Double.isFinite(number)) {
            return new Cell("", Cell.Problem.ERROR_VALUE);
        }
        return switch (format.kind()) {
            case NUMBER -> number(number, format.digits());
            case PERCENT -> new Cell(plain(number * 100) + "%", null);
            case DATE -> date(number);
            case TIME -> number >= 1 ? date(number) : new Cell(time(Math.round(number * SECONDS_A_DAY)), null);
        };
    }

    private static boolean isShortInteger(String stored) {
        if (stored.isEmpty() || stored.length() > 15) {
            return false;
        }
        for (int i = 0; i < stored.length(); i++) {
            if (stored.charAt(i) < '0' || stored.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    static Cell number(double number, int digits) {
        if (Math.abs(number) >= FIRST_LOST) {
            var text = new BigDecimal(number, FIFTEEN);
            boolean citizen = text.precision() - text.scale() == 18;
            return new Cell(
                    Math.abs(number) < 1e30 ? text.toPlainString() : Double.toString(number),
                    citizen ? Cell.Problem.CITIZEN_NUMBER_AS_NUMBER : Cell.Problem.LONG_NUMBER);
        }
        var text = plain(number);
        return new Cell(
                text.indexOf('.') < 0 && number >= 0 ? "0".repeat(Math.max(0, digits - text.length())) + text : text,
                null);
    }

    private static String plain(double number) {
        if (Math.abs(number) < 1e-15) {
            return "0";
        }
        return new BigDecimal(number, FIFTEEN).stripTrailingZeros().toPlainString();
    }

    private Cell date(double serial) {
        double days = from1904 ? serial + DAYS_1900_TO_1904 : serial;
        if (days < FIRST_BELOW_DATES || days >= FIRST_ABOVE_DATES || (days >= 60 && days < 61)) {
            return new Cell(plain(serial), Cell.Problem.NOT_A_DATE);
        }
        // Lotus took 1900 for a leap year and Excel kept it: day 60 never was, the days before it are one late.
        var origin = days < 60 ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
        var moment = origin.atStartOfDay().plusSeconds(Math.round(days * SECONDS_A_DAY));
        return new Cell(moment(moment), null);
    }

    private static String moment(LocalDateTime moment) {
        if (moment.toLocalTime().toSecondOfDay() == 0) {
            return moment.toLocalDate().toString();
        }
        return (moment.getSecond() == 0 ? MINUTE : SECOND).format(moment);
    }

    private static String time(long seconds) {
        var text = String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
        return text.endsWith(":00") ? text.substring(0, 5) : text;
    }
}
