package org.rongyi.platform.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.platform.policy.CalendarYear;
import org.rongyi.platform.policy.SpecialDay;
import org.rongyi.platform.policy.WorkingCalendar;

@DisplayName("期限：按工作日走，停下来的日子不算")
class TermTest {

    private static final List<SpecialDay> OF_2021 = List.of(
            off("2021-09-19"),
            off("2021-09-20"),
            off("2021-09-21"),
            on("2021-09-18"),
            on("2021-09-26"),
            off("2021-10-01"),
            off("2021-10-02"),
            off("2021-10-03"),
            off("2021-10-04"),
            off("2021-10-05"),
            off("2021-10-06"),
            off("2021-10-07"),
            on("2021-10-09"));

    private static final WorkingCalendar CALENDAR = new WorkingCalendar(
            List.of(new CalendarYear(2020, "放假安排", List.of()), new CalendarYear(2021, "放假安排", OF_2021)));

    @Test
    @DisplayName("2021 年 9 月 24 日收到，5 个工作日到 9 月 30 日：当天不算，调休上班的星期日算")
    void theStartDayIsNotCountedAndMakeUpDaysAre() {
        assertThat(Term.after(CALENDAR, day("2021-09-24"), 5)).isEqualTo(new Term.Due(day("2021-09-30"), true));
    }

    @Test
    @DisplayName("补正、特别程序停几次，最后一天与逐日独立计算的一致")
    void theClockEqualsAnIndependentCount() {
        var random = new SplittableRandom(20211101);
        for (int turn = 0; turn < 2_000; turn++) {
            var start = day("2020-06-01").plusDays(random.nextInt(200));
            int days = 1 + random.nextInt(25);
            var stops = new ArrayList<LocalDate[]>();
            var due = Term.after(CALENDAR, start, days).on();
            var at = start;
            for (int stop = random.nextInt(4); stop > 0; stop--) {
                var from = at.plusDays(random.nextInt(6));
                var to = from.plusDays(random.nextInt(20));
                if (from.isAfter(due)) {
                    break;
                }
                due = Term.resumed(CALENDAR, due, from, to).on();
                stops.add(new LocalDate[] {from, to});
                at = to;
            }
            assertThat(due).as("%s + %d，停 %d 次", start, days, stops.size()).isEqualTo(walked(start, days, stops));
        }
    }

    @Test
    @DisplayName("已经逾期的，停下来再走仍是逾期")
    void whatIsLateStaysLate() {
        var due = day("2021-09-10");
        assertThat(Term.resumed(CALENDAR, due, day("2021-09-13"), day("2021-10-11"))
                        .on())
                .isEqualTo(due);
    }

    @Test
    @DisplayName("还剩几天：当天到期剩 0，过了是负数")
    void whatIsLeft() {
        assertThat(Term.left(CALENDAR, day("2021-09-24"), day("2021-09-30"))).isEqualTo(5);
        assertThat(Term.left(CALENDAR, day("2021-09-30"), day("2021-09-30"))).isZero();
        assertThat(Term.left(CALENDAR, day("2021-10-08"), day("2021-09-30"))).isEqualTo(-1);
    }

    @Test
    @DisplayName("明年的放假安排还没有公布：暂按周一至周五算并注明；公布后改正")
    void withoutNextYearsNotice() {
        var provisional = Term.after(CALENDAR, day("2021-12-29"), 5);
        assertThat(provisional).isEqualTo(new Term.Due(day("2022-01-05"), false));
        assertThat(Term.settled(CALENDAR, provisional)).isEqualTo(provisional);
        var published = new WorkingCalendar(List.of(
                new CalendarYear(2021, "放假安排", OF_2021), new CalendarYear(2022, "放假安排", List.of(off("2022-01-03")))));
        assertThat(Term.settled(published, provisional)).isEqualTo(new Term.Due(day("2022-01-06"), true));
        assertThat(Term.after(published, day("2021-12-29"), 5).on()).isEqualTo(day("2022-01-06"));
    }

    @Test
    @DisplayName("办件编号：错一个字、相邻两个字颠倒，都验得出来")
    void theNumberFindsSlips() {
        var number = CaseNumber.of(
                "GZXX", new org.rongyi.platform.kernel.DivisionCode(441284001001L), day("2021-06-23"), 17);
        assertThat(number).startsWith("GZXX44128400100120210623000017").hasSize(31);
        assertThat(CaseNumber.isValid(number)).isTrue();
        for (int i = 0; i < number.length(); i++) {
            for (char c : "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".toCharArray()) {
                if (c != number.charAt(i)) {
                    assertThat(CaseNumber.isValid(number.substring(0, i) + c + number.substring(i + 1)))
                            .isFalse();
                }
            }
            if (i > 0 && number.charAt(i) != number.charAt(i - 1)) {
                var swapped =
                        number.substring(0, i - 1) + number.charAt(i) + number.charAt(i - 1) + number.substring(i + 1);
                assertThat(CaseNumber.isValid(swapped)).isFalse();
            }
        }
    }

    /** Day by day: a worked day outside every stop uses one up; stopped on the last day, it is due when it goes on. */
    private static LocalDate walked(LocalDate start, int days, List<LocalDate[]> stops) {
        var off =
                OF_2021.stream().filter(d -> !d.working()).map(SpecialDay::day).collect(Collectors.toSet());
        var on = OF_2021.stream()
                .filter(SpecialDay::working)
                .map(SpecialDay::day)
                .collect(Collectors.toSet());
        var day = start;
        int left = days;
        while (left > 0) {
            day = day.plusDays(1);
            var at = day;
            boolean stopped = stops.stream().anyMatch(stop -> at.isAfter(stop[0]) && !at.isAfter(stop[1]));
            if (!stopped && worked(day, off, on)) {
                left--;
            }
        }
        for (var stop : stops) {
            day = stop[0].equals(day) ? stop[1] : day;
        }
        return day;
    }

    private static boolean worked(LocalDate day, Set<LocalDate> off, Set<LocalDate> on) {
        boolean weekday = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        return on.contains(day) || weekday && !off.contains(day);
    }

    private static SpecialDay off(String day) {
        return new SpecialDay(day(day), "放假", false);
    }

    private static SpecialDay on(String day) {
        return new SpecialDay(day(day), "调休上班", true);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
