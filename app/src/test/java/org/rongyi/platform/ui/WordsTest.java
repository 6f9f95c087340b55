package org.rongyi.platform.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void aDayIsWrittenAsPeopleWriteIt() {
        assertEquals("2026年11月23日", Words.day(TODAY));
        assertEquals("11月23日 周一", Words.shortDay(TODAY));
        assertEquals("1月4日 周日", Words.shortDay(LocalDate.of(2026, 1, 4)));
        assertEquals("2026年3月", Words.month(YearMonth.of(2026, 3)));
    }

    @Test
    void aMomentIsTheProvincesTime() {
        assertEquals("2026年11月24日 00:30", Words.moment(Instant.parse("2026-11-23T16:30:00Z")));
    }

    @ParameterizedTest
    @CsvSource({"0,今天", "1,昨天", "3,3天前", "30,30天前", "31,2026年10月23日", "-1,明天", "-3,3天后", "-31,2026年12月24日"})
    void aNearDayIsToldByItsDistance(int daysBefore, String words) {
        assertEquals(words, Words.ago(TODAY.minusDays(daysBefore), TODAY));
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "9999,'9,999'",
        "10000,1万",
        "1504000,150.4万",
        "99999999,1亿",
        "99994999,'9,999.5万'",
        "250000000,2.5亿",
        "-1504000,-150.4万"
    })
    void aBigNumberIsBrief(long number, String words) {
        assertEquals(words, Words.brief(number));
    }

    @Test
    void moneyComesFromFen() {
        assertEquals("1,234.50元", Words.yuan(123_450));
        assertEquals("-0.05元", Words.yuan(-5));
        assertEquals("25,000万元", Words.wanYuan(25_000_000_000L));
        assertEquals("5,324.01万元", Words.wanYuan(5_324_005_000L));
    }

    @Test
    void changesAndSharesAreToldInWords() {
        assertEquals("+1,234", Words.change(1234));
        assertEquals("−56", Words.change(-56));
        assertEquals("持平", Words.change(0));
        assertEquals("87.5%", Words.percent(7, 8));
        assertEquals("—", Words.percent(0, 0));
        assertEquals("2.4 MB", Words.size(2_500_000));
        assertEquals("66.7 GB", Words.size(71_600_000_000L));
    }
}
