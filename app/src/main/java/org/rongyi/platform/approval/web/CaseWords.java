package org.rongyi.platform.approval.web;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.CaseFile;
import org.rongyi.platform.approval.Term;
import org.rongyi.platform.approval.route.RouteBook;
import org.rongyi.platform.policy.WorkingDays;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** What the pages of this room say in common: how much time is left, and what may be done against a decision. */
@Component
public class CaseWords {

    private static final int SOON = 1;

    private final RouteBook book;
    private final WorkingDays days;
    private final Clock clock;

    CaseWords(RouteBook book, WorkingDays days, Clock clock) {
        this.book = book;
        this.days = days;
        this.clock = clock;
    }

    /** 剩 3 个工作日. */
    public record Left(String words, Tone tone) {}

    String service(String id) {
        return book.get(id).zh();
    }

    Left left(Term.Due due) {
        int left = Term.left(days.calendar(), today(), due.on());
        var words = left < 0 ? "逾期 " + -left + " 个工作日" : left == 0 ? "今天到期" : "剩 " + left + " 个工作日";
        if (due.on().isBefore(today()) && left == 0) {
            words = "已到期";
        }
        return new Left(words, left < 0 ? Tone.DANGER : left <= SOON ? Tone.WARNING : Tone.NEUTRAL);
    }

    /** 11月30日到期，剩 3 个工作日. */
    String due(Term.Due due) {
        return Words.day(due.on()) + " 到期，" + left(due).words() + (due.certain() ? "" : "（明年放假安排未公布，暂按周一至周五算）");
    }

    /** Until when the whole case is to be decided, or why no day runs. */
    String deciding(CaseFile file) {
        var acceptance = file.acceptance();
        var running = acceptance.running();
        if (file.state().isOver()) {
            return day(file.decision().on()) + " "
                    + (file.result() == null ? "" : file.result().zh());
        }
        if (acceptance.stoppedOn() != null) {
            return "计时中止（自 " + Words.day(acceptance.stoppedOn()) + " 起）";
        }
        return running == null ? "受理后 " + acceptance.days() + " 个工作日内作出决定" : due(running);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : Words.day(day);
    }
}
