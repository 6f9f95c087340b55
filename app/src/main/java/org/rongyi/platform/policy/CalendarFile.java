package org.rongyi.platform.policy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;

/** The years that come with the program; their source is told in {@code policy/calendar/SOURCE.md}. */
final class CalendarFile {

    private static final String FILE = "policy/calendar/working-days-2004-2026.csv";
    private static final String SOURCE = "国务院办公厅节假日安排通知（随系统提供）";

    private CalendarFile() {}

    static List<CalendarYear> read() {
        var years = new TreeMap<Integer, List<SpecialDay>>();
        try (var lines = new BufferedReader(
                new InputStreamReader(new ClassPathResource(FILE).getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(CalendarFile::day)
                    .forEach(day -> years.computeIfAbsent(noticeOf(day), year -> new ArrayList<>())
                            .add(day));
        } catch (IOException e) {
            throw new UncheckedIOException("工作日历无法读取：" + FILE, e);
        }
        return years.entrySet().stream()
                .map(year -> new CalendarYear(year.getKey(), SOURCE, year.getValue()))
                .toList();
    }

    private static SpecialDay day(String line) {
        var cells = line.split(",", -1);
        return new SpecialDay(
                LocalDate.parse(cells[0]),
                cells[1],
                switch (cells[2]) {
                    case "work" -> true;
                    case "off" -> false;
                    default -> throw new IllegalStateException(FILE + ": " + line);
                });
    }

    /** New Year's days of December are in the notice of the year that begins. */
    private static int noticeOf(SpecialDay day) {
        boolean ofNextYear = day.day().getMonthValue() == 12 && day.name().equals("元旦");
        return day.day().getYear() + (ofNextYear ? 1 : 0);
    }
}
