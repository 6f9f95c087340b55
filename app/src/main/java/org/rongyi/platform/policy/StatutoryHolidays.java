package org.rongyi.platform.policy;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * 法定节日: the days on which everybody is off whatever the year's notice arranges around them (全国年节及纪念日放假办法 第二条, as of
 * 2008, 2014 and 2025). A list under which one of them is worked is a list of another year, or mistyped. Two may fall on one
 * day: 中秋 and 国庆 in 2020 and 2031.
 */
public final class StatutoryHolidays {

    private static final int WITH_SECOND_OF_MAY = 2025;
    private static final int ICU_YEARS_BEFORE = 2637;

    private StatutoryHolidays() {}

    /**
     * A holiday's day, and what it is called.
     *
     * @param exact set by the law itself; otherwise reckoned by moon and sun, where a new moon close to midnight (春节 of
     *     2027) may be reckoned a day too early or too late
     */
    public record Holiday(LocalDate day, String name, boolean exact) {}

    /** @param year 2008 or later */
    public static List<Holiday> of(int year) {
        var days = new ArrayList<Holiday>();
        days.add(new Holiday(LocalDate.of(year, 1, 1), "元旦", true));
        // the second of the three: whether reckoned right or a day off, it is one of them
        days.add(new Holiday(lunar(year, 1, 2), "春节", false));
        days.add(new Holiday(clearAndBright(year), "清明", false));
        days.add(new Holiday(LocalDate.of(year, 5, 1), "劳动节", true));
        if (year >= WITH_SECOND_OF_MAY) {
            days.add(new Holiday(LocalDate.of(year, 5, 2), "劳动节", true));
        }
        days.add(new Holiday(lunar(year, 5, 5), "端午", false));
        days.add(new Holiday(lunar(year, 8, 15), "中秋", false));
        for (int day = 1; day <= 3; day++) {
            days.add(new Holiday(LocalDate.of(year, 10, day), "国庆", true));
        }
        return days;
    }

    private static LocalDate lunar(int year, int month, int day) {
        var calendar = new ChineseCalendar(TimeZone.getTimeZone("Asia/Shanghai"));
        calendar.clear();
        calendar.set(Calendar.EXTENDED_YEAR, year + ICU_YEARS_BEFORE);
        calendar.set(Calendar.MONTH, month - 1);
        calendar.set(ChineseCalendar.IS_LEAP_MONTH, 0);
        calendar.set(Calendar.DAY_OF_MONTH, day);
        return calendar.getTime().toInstant().atOffset(ZoneOffset.ofHours(8)).toLocalDate();
    }

    /** 清明 by the rule of thumb of the 21st century. */
    private static LocalDate clearAndBright(int year) {
        int y = year % 100;
        return LocalDate.of(year, 4, (int) (y * 0.2422 + 4.81) - y / 4);
    }
}
