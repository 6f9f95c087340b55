package org.rongyi.platform.policy.calendar;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.policy.CalendarYear;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;
import org.rongyi.platform.ui.part.Happening;

/**
 * 工作日历 of one year.
 *
 * @param workingDays of the whole year
 * @param waiting what another administrator is to confirm, for administrators
 * @param sentBack years another administrator did not agree to and nobody entered since, for who enters them
 * @param years that can be looked at, the last first
 */
public record CalendarPage(
        CalendarYear notice,
        int workingDays,
        List<Integer> years,
        List<CalendarRecords.Edition> history,
        boolean mayLoad,
        List<Waiting> waiting,
        List<SentBack> sentBack,
        FieldErrors errors)
        implements Page {

    /** @param decided who did not agree, and why */
    public record SentBack(UUID id, int year, String decided) {

        public String title() {
            return "已退回：" + year + " 年放假安排";
        }

        /** The form, filled in as it was. */
        public String mend() {
            return "/calendar/load?edition=" + id;
        }
    }

    /**
     * @param own the reader entered it himself
     * @param decides the reader is one of those who confirm; the province's leaders read what waits too
     * @param reason why it is to be sent back, as typed
     */
    public record Waiting(
            CalendarRecords.Entered entered, int workingDays, boolean own, boolean decides, String reason) {

        public String id() {
            return entered.id().toString();
        }

        public List<Fact> facts() {
            return List.of(
                    Fact.of("通知文号", entered.notice().document()),
                    Fact.of("全年工作日", workingDays + " 天"),
                    Fact.of("载入", entered.by() + " · " + Words.moment(entered.at())));
        }

        public String reasonField() {
            return reasonOf(entered.id());
        }

        public String title() {
            return "等确认：" + entered.notice().year() + " 年放假安排";
        }

        public List<String> off() {
            return Runs.off(entered.notice());
        }

        public List<String> work() {
            return Runs.work(entered.notice());
        }
    }

    /** Each waiting year has its own field: what is wrong with one says nothing of the other. */
    static String reasonOf(UUID calendar) {
        return "reason-" + calendar;
    }

    public CalendarPage {
        waiting = List.copyOf(waiting);
        sentBack = List.copyOf(sentBack);
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
                        "第 " + edition.edition() + " 次载入，" + edition.state().zh(),
                        edition.enteredBy(),
                        edition.document()
                                + (edition.decided().isEmpty()
                                        ? ""
                                        : "；" + edition.state().zh() + "：" + edition.decided()),
                        Tone.NEUTRAL))
                .toList();
    }
}
