package org.rongyi.platform.approval;

import java.time.LocalDate;
import org.rongyi.platform.approval.route.Move;
import org.rongyi.platform.approval.route.Position;
import org.rongyi.platform.policy.WorkingDays;

/** 办理时钟: when a case was accepted, until when it is to be decided, and what a stop does to that. */
final class CaseClock {

    private final WorkingDays days;

    CaseClock(WorkingDays days) {
        this.days = days;
    }

    Term.Due after(LocalDate from, int many) {
        return Term.after(days.calendar(), from, many);
    }

    Term.Due resumed(Term.Due due, LocalDate stopped, LocalDate today) {
        return Term.resumed(days.calendar(), due.on(), stopped, today);
    }

    /** Acceptance and the decision's last day after a move. */
    CaseFile.Acceptance acceptance(CaseFile file, Position next, Move move, By by, LocalDate today) {
        var was = file.acceptance();
        // 公示 does not count, like any special procedure (行政许可法 第 45 条)
        boolean stops = next.state().isStopped() || file.route().isPublic(next);
        if (move instanceof Move.Accept && was.on() == null) {
            // by silence it counts from the day the material came (行政许可法 第 32 条)
            var on = by == By.TERM ? file.receivedOn() : today;
            return new CaseFile.Acceptance(on, by == By.TERM, was.days(), after(on, was.days()), stops ? today : null);
        }
        if (move instanceof Move.Reopen && was.on() != null) {
            return new CaseFile.Acceptance(was.on(), was.silent(), was.days(), after(today, was.days()), null);
        }
        if (was.due() == null) {
            return was;
        }
        if (stops && was.stoppedOn() == null) {
            return new CaseFile.Acceptance(was.on(), was.silent(), was.days(), was.due(), today);
        }
        if (!stops && was.stoppedOn() != null) {
            var due = next.state().isOver() ? was.due() : resumed(was.due(), was.stoppedOn(), today);
            return new CaseFile.Acceptance(was.on(), was.silent(), was.days(), due, null);
        }
        return was;
    }
}
