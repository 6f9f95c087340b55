package org.rongyi.platform.approval.web;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.CaseFile;
import org.rongyi.platform.approval.Term;
import org.rongyi.platform.approval.route.RouteBook;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.policy.Policy;
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
    private final Divisions divisions;
    private final Policy policy;
    private final Clock clock;

    CaseWords(RouteBook book, WorkingDays days, Divisions divisions, Policy policy, Clock clock) {
        this.book = book;
        this.days = days;
        this.divisions = divisions;
        this.policy = policy;
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

    /** 权利告知 (行政复议法 第 20、24 条；行政诉讼法 第 46 条). */
    String remedy(CaseFile file) {
        var on = file.decision().on() == null ? today() : file.decision().on();
        var government = divisions
                .findEver(file.code().at(Level.COUNTY))
                .map(Division::name)
                .orElse("县级");
        return "对本决定不服的，可以自收到之日起 " + policy.number("approval.reconsider.days", on) + " 日内向" + government
                + "人民政府申请行政复议，也可以自收到之日起 " + policy.number("approval.litigate.months", on) + " 个月内依法向人民法院提起行政诉讼。";
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : Words.day(day);
    }
}
