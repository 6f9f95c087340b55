package org.rongyi.platform.policy.calendar;

import java.util.List;
import org.rongyi.platform.policy.CalendarYear;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;
import org.rongyi.platform.ui.part.Happening;

/**
 * 工作日历 of one year.
 *
 * @param workingDays of the whole year
 * @param years that can be looked at, the last first
 */
public record CalendarPage(
        CalendarYear notice,
        int workingDays,
        List<Integer> years,
        List<CalendarRecords.Edition> history,
        boolean mayLoad)
        implements Page {

    public CalendarPage {
        years = List.copyOf(years);
        history = List.copyOf(history);
    }

    @Override
    public String title() {
        return notice.year() + " 年工作日历";
    }

    public List<Fact> facts() {
        return List.of(Fact.of("依据", notice.document()), Fact.of("全年工作日", workingDays + " 天"));
    }

    public List<String> off() {
        return Runs.off(notice);
    }

    public List<String> work() {
        return Runs.work(notice);
    }

    public List<Happening> happenings() {
        return history.stream()
                .map(edition -> new Happening(
                        Words.moment(edition.enteredAt()),
                        "第 " + edition.edition() + " 次载入",
                        edition.enteredBy(),
                        edition.document(),
                        Tone.NEUTRAL))
                .toList();
    }
}
