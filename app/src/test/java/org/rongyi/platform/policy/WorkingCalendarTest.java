package org.rongyi.platform.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("工作日历：起算日不计，调休上班日计入，没有安排的年份不推算")
class WorkingCalendarTest {

    private static final Path FILE = Path.of("src/main/resources/policy/calendar/working-days-2004-2026.csv");
    private static final LocalDate FIRST = LocalDate.of(2004, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final int[] TERMS = {0, 1, 2, 3, 5, 7, 10, 15, 20, 30, 60, 250, 700};

    private final WorkingCalendar calendar = new WorkingCalendar(CalendarFile.read());

    @ParameterizedTest(name = "{0} 起 {1} 个工作日，到 {2}：{3}")
    @CsvSource({
        "2021-09-24, 5, 2021-09-30, 周五受理，9 月 26 日周日调休上班",
        "2021-09-30, 1, 2021-10-08, 国庆七天不计",
        "2021-09-30, 2, 2021-10-09, 国庆后的周六调休上班",
        "2021-02-10, 1, 2021-02-18, 春节七天不计",
        "2021-02-10, 3, 2021-02-20, 春节后的周六调休上班",
        "2021-02-05, 1, 2021-02-07, 春节前的周日调休上班",
        "2021-02-13, 1, 2021-02-18, 放假当天收到，节后第一天是第一个工作日",
        "2021-02-07, 1, 2021-02-08, 调休上班日收到，当日不计",
        "2021-05-08, 1, 2021-05-10, 五一后的周六调休上班日收到",
        "2022-12-30, 1, 2023-01-03, 元旦跨年，2022 年 12 月 31 日放假",
        "2006-12-29, 1, 2006-12-30, 2007 年的通知让 2006 年 12 月 30 日周六上班",
        "2020-12-31, 1, 2021-01-04, 跨年",
        "2024-02-09, 1, 2024-02-18, 除夕不放假的一年，节后周日上班",
        "2021-09-25, 0, 2021-09-25, 零个工作日就是当天"
    })
    void theRuleInItsWords(LocalDate from, int workingDays, LocalDate due, String why) {
        assertThat(calendar.workingDaysAfter(from, workingDays)).as(why).isEqualTo(due);
    }

    @Test
    @DisplayName("二十三年里的每一天起，各种长短的期限，都与逐日数出来的一样")
    void everyTermEqualsCountingDayByDay() throws IOException {
        var off = shipped();
        for (var from = FIRST; from.isBefore(LAST.minusYears(3)); from = from.plusDays(1)) {
            for (int term : TERMS) {
                assertThat(calendar.workingDaysAfter(from, term))
                        .as("%s + %d", from, term)
                        .isEqualTo(countedForward(from, term, off));
            }
        }
    }

    @Test
    @DisplayName("任意两天之间的工作日数，与逐日数出来的一样；期限届满日与起算日之间正是那么多天")
    void theDaysBetweenEqualCountingDayByDay() throws IOException {
        var off = shipped();
        var random = new Random(20211001);
        int all = (int) (LAST.toEpochDay() - FIRST.toEpochDay());
        for (int i = 0; i < 5000; i++) {
            var from = FIRST.plusDays(random.nextInt(all));
            var to = from.plusDays(random.nextInt((int) (LAST.toEpochDay() - from.toEpochDay()) + 1));
            long naive = from.plusDays(1)
                    .datesUntil(to.plusDays(1))
                    .filter(day -> worked(day, off))
                    .count();
            assertThat(calendar.between(from, to)).as("%s … %s", from, to).isEqualTo((int) naive);
            if (calendar.isWorkingDay(to)) {
                assertThat(calendar.workingDaysAfter(from, (int) naive)).isEqualTo(naive == 0 ? from : to);
            }
        }
    }

    @Test
    @DisplayName("2018 至 2026 各年的工作日数")
    void theWorkingDaysOfTheYears() {
        assertThat(IntStream.rangeClosed(2018, 2026)
                        .map(year -> calendar.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))))
                .containsExactly(250, 250, 249, 250, 249, 249, 251, 248, 248);
    }

    @Test
    @DisplayName("没有放假安排的年份：起在其中、止在其中、从中经过，都明确拒绝并说出是哪一年")
    void aYearWithoutCalendarIsRefused() {
        assertThat(calendar.years().first()).isEqualTo(2004);
        assertThat(calendar.years().last()).isEqualTo(2026);
        refused(2027, () -> calendar.workingDaysAfter(LocalDate.of(2026, 12, 31), 1));
        refused(2027, () -> calendar.workingDaysAfter(LocalDate.of(2027, 3, 1), 0));
        refused(2003, () -> calendar.workingDaysAfter(LocalDate.of(2003, 12, 31), 1));
        refused(2027, () -> calendar.isWorkingDay(LocalDate.of(2027, 1, 1)));
        refused(2027, () -> calendar.between(LAST, LAST.plusDays(1)));
        var gap = new WorkingCalendar(
                List.of(new CalendarYear(2020, "甲", List.of()), new CalendarYear(2022, "乙", List.of())));
        refused(2021, () -> gap.workingDaysAfter(LocalDate.of(2020, 12, 30), 5));
        refused(2021, () -> gap.between(LocalDate.of(2020, 1, 1), LocalDate.of(2022, 1, 1)));
    }

    @Test
    @DisplayName("过了期的说出哪天到期；还没有过的、跨进没有安排的年份的，都不算过期")
    void aTermThatRunsBeyondTheKnownYearsIsNotMissed() {
        var begun = LocalDate.of(2026, 12, 18);
        assertThat(calendar.missed(begun, 5, LocalDate.of(2026, 12, 26))).contains(LocalDate.of(2026, 12, 25));
        assertThat(calendar.missed(begun, 5, LocalDate.of(2026, 12, 25))).isEmpty();
        assertThat(calendar.missed(begun, 15, LocalDate.of(2026, 12, 31))).isEmpty();
    }

    @Test
    @DisplayName("负数和倒着的起止日不是期限")
    void nonsenseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.workingDaysAfter(FIRST, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.between(LAST, LAST.minusDays(1)));
        var twice = new CalendarYear(2020, "甲", List.of());
        assertThatIllegalArgumentException().isThrownBy(() -> new WorkingCalendar(List.of(twice, twice)));
    }

    @Test
    @DisplayName("2008 年以来，没有一个法定节日是要上班的")
    void noStatutoryHolidayIsWorkedInAnyYearKnown() {
        for (int year = 2008; year <= LAST.getYear(); year++) {
            var holidays = StatutoryHolidays.of(year);
            assertThat(holidays).hasSizeGreaterThan(8);
            assertThat(holidays).noneMatch(holiday -> calendar.isWorkingDay(holiday.day()));
        }
        assertThat(StatutoryHolidays.of(2027))
                .extracting(StatutoryHolidays.Holiday::day)
                .contains(LocalDate.of(2027, 6, 9), LocalDate.of(2027, 9, 15), LocalDate.of(2027, 4, 5));
    }

    private static void refused(int year, org.assertj.core.api.ThrowableAssert.ThrowingCallable question) {
        assertThatThrownBy(question)
                .isInstanceOfSatisfying(
                        NoCalendar.class, e -> assertThat(e.year()).isEqualTo(year))
                .hasMessageContaining(year + " 年");
    }

    /** The file read once more, by another hand: the day, and whether it is off. */
    private static Map<LocalDate, Boolean> shipped() throws IOException {
        var off = new HashMap<LocalDate, Boolean>();
        for (var line : Files.readAllLines(FILE)) {
            if (line.startsWith("2")) {
                off.put(LocalDate.parse(line.substring(0, 10)), line.contains(",off,"));
            }
        }
        assertThat(off).hasSize(769);
        return off;
    }

    private static LocalDate countedForward(LocalDate from, int term, Map<LocalDate, Boolean> off) {
        var day = from;
        int counted = 0;
        while (counted < term) {
            day = day.plusDays(1);
            if (worked(day, off)) {
                counted++;
            }
        }
        return day;
    }

    private static boolean worked(LocalDate day, Map<LocalDate, Boolean> off) {
        var told = off.get(day);
        return told != null ? !told : day.getDayOfWeek().getValue() < 6;
    }
}
