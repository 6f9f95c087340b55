package org.rongyi.platform.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** 数字与日期的写法: days, numbers and money as people here write them. Rounding is half up. */
public final class Words {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("M月d日");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");
    private static final String WEEK = "一二三四五六日";
    private static final long WAN = 10_000;
    private static final long YI = 100_000_000;

    private Words() {}

    /** 2026年11月23日. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** 11月23日 周一. */
    public static String shortDay(LocalDate day) {
        return SHORT_DAY.format(day) + " 周" + WEEK.charAt(day.getDayOfWeek().getValue() - 1);
    }

    /** 2026年11月23日 周一. */
    public static String dayOfWeek(LocalDate day) {
        return day(day) + " 周" + WEEK.charAt(day.getDayOfWeek().getValue() - 1);
    }

    /** 2026年11月. */
    public static String month(YearMonth month) {
        return month.getYear() + "年" + month.getMonthValue() + "月";
    }

    /** 2026年11月23日 14:05, in the province's time. */
    public static String moment(Instant moment) {
        return MOMENT.format(moment.atZone(ZONE));
    }

    /** 今天, 昨天, 3天前, 明天, 3天后; beyond a month the day itself. */
    public static String ago(LocalDate day, LocalDate today) {
        long days = ChronoUnit.DAYS.between(day, today);
        if (Math.abs(days) > 30) {
            return day(day);
        }
        return switch ((int) days) {
            case 0 -> "今天";
            case 1 -> "昨天";
            case -1 -> "明天";
            default -> days > 0 ? days + "天前" : -days + "天后";
        };
    }

    /** 1,504,000. */
    public static String number(long number) {
        return new DecimalFormat("#,##0").format(number);
    }

    /** 150.4万, 2.5亿; below ten thousand the number itself. */
    public static String brief(long number) {
        long size = Math.abs(number);
        if (size < WAN) {
            return number(number);
        }
        // 99,999,999 is 1亿 once rounded, not 10000万
        return size * 10 < YI * 10 - WAN / 2 ? scaled(number, WAN) + "万" : scaled(number, YI) + "亿";
    }

    /** 1,234.50元. */
    public static String yuan(long fen) {
        return new DecimalFormat("#,##0.00").format(BigDecimal.valueOf(fen, 2)) + "元";
    }

    /** 25,000万元; two places at most. */
    public static String wanYuan(long fen) {
        var wan = BigDecimal.valueOf(fen, 6).setScale(2, RoundingMode.HALF_UP);
        return new DecimalFormat("#,##0.##").format(wan) + "万元";
    }

    /** 87.5%. */
    public static String percent(long part, long whole) {
        return whole == 0
                ? "—"
                : new DecimalFormat("0.#")
                                .format(BigDecimal.valueOf(part)
                                        .multiply(BigDecimal.valueOf(100))
                                        .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP))
                        + "%";
    }

    /** +1,234, −56, 持平. */
    public static String change(long difference) {
        return difference == 0 ? "持平" : (difference > 0 ? "+" : "−") + number(Math.abs(difference));
    }

    /** 2.4 MB. */
    public static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        if (bytes < 1024 * 1024) {
            return scaled(bytes, 1024) + " KB";
        }
        return bytes < 1L << 30 ? scaled(bytes, 1024 * 1024) + " MB" : scaled(bytes, 1L << 30) + " GB";
    }

    private static String scaled(long number, long unit) {
        return new DecimalFormat("#,##0.#")
                .format(BigDecimal.valueOf(number).divide(BigDecimal.valueOf(unit), 1, RoundingMode.HALF_UP));
    }
}
