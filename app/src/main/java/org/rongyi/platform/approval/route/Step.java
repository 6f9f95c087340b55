package org.rongyi.platform.approval.route;

import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Level;

/**
 * 环节: one step of a route.
 *
 * @param joint how several seats answer; a single seat is the same both ways
 * @param days its own limit in working days; of a 公示, how long it hangs
 * @param batch whether several cases may be agreed to at once
 * @param apart whether who answers must not have done another step of the case, nor have filed it (经办与审核分离)
 * @param checks what is to be checked here
 * @param daysBy parameter that holds the limit; {@code days} is none until it is settled for a case ({@link Route#settled}).
 *     None where the file writes the days out
 * @param publication what a 公示 shows and where an objection leads; exactly at a step that is one
 */
public record Step(
        String id,
        String zh,
        Kind kind,
        List<Seat> seats,
        Joint joint,
        int days,
        boolean batch,
        boolean apart,
        List<String> checks,
        @Nullable Publication publication,
        @Nullable String daysBy) {

    /** With its limit written out. */
    public Step(
            String id,
            String zh,
            Kind kind,
            List<Seat> seats,
            Joint joint,
            int days,
            boolean batch,
            boolean apart,
            List<String> checks,
            @Nullable Publication publication) {
        this(id, zh, kind, seats, joint, days, batch, apart, checks, publication, null);
    }

    /**
     * 公示 of a service.
     *
     * @param name how much of the name the service's rule lets the public see
     * @param back id of the earlier step it goes back to when an objection holds
     * @param examine parameter: within how many working days an objection is examined and answered in writing
     * @param optional 视情公示: who answers the step before says whether it hangs, and why not; a case from before that was
     *     asked has none
     */
    public record Publication(
            ShownName name,
            String back,
            String examine,
            @Nullable Boolean optional) {

        /** Of a 公示 that always hangs. */
        public Publication(ShownName name, String back, String examine) {
            this(name, back, examine, null);
        }

        boolean mayBeLeftOut() {
            return Boolean.TRUE.equals(optional);
        }
    }

    /** How much of a name is public. */
    public enum ShownName {
        /** Only where the service's rule needs it. */
        FULL,
        /** 王*明. */
        MASKED
    }

    /** What a step is for. */
    public enum Kind {
        /** 受理: is it complete, and ours to decide. Always the first. */
        ACCEPT("受理"),
        /** 审核: an opinion for the one who decides. */
        REVIEW("审核"),
        /** 公示: everybody may object, until it is over. */
        PUBLICATION("公示"),
        /** 集体研究: a meeting decides, with minutes. */
        MEETING("集体研究"),
        /** 审批: decides. */
        DECIDE("审批"),
        /** 汇总: what was agreed to is collected and reported upward, many together; nothing is decided. */
        COLLECT("汇总"),
        /** 拨付: what was agreed to is paid for; nothing is decided, and before it nobody is promised anything. */
        PAY("拨付"),
        /** 复核决定: another decision stands, or is made again. */
        RECHECK("复核决定");

        private final String zh;

        Kind(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }

        public boolean decides() {
            return this == DECIDE || this == MEETING || this == RECHECK;
        }

        /** What an answer there comes to, when it decides. */
        Position.Result result(Position.Verdict verdict) {
            boolean agreed = verdict == Position.Verdict.AGREE;
            return this == RECHECK
                    ? agreed ? Position.Result.OVERTURNED : Position.Result.UPHELD
                    : agreed ? Position.Result.AGREED : Position.Result.REFUSED;
        }

        /** The answer as the history has it: 同意, or what it comes to at a 复核. */
        public String said(Position.Verdict verdict) {
            return this == RECHECK ? result(verdict).zh() : verdict.zh();
        }

        /** Whether it comes after the decision: it is done, or given back, and neither agrees nor refuses. */
        public boolean carriesOut() {
            return this == COLLECT || this == PAY;
        }
    }

    /** How several seats answer. */
    public enum Joint {
        ALL("会签"),
        ANY("或签");

        private final String zh;

        Joint(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** The same step with every seat at this level. */
    Step at(Level level) {
        var there = seats.stream()
                .map(seat -> new Seat(level, seat.body(), seat.roles()))
                .toList();
        return new Step(id, zh, kind, there, joint, days, batch, apart, checks, publication, daysBy);
    }

    /** The same with the days its parameter says; as it is where it names none. */
    Step settled(ToIntFunction<String> number) {
        return daysBy == null
                ? this
                : new Step(
                        id,
                        zh,
                        kind,
                        seats,
                        joint,
                        number.applyAsInt(daysBy),
                        batch,
                        apart,
                        checks,
                        publication,
                        daysBy);
    }

    public Step {
        seats = List.copyOf(seats);
        checks = List.copyOf(checks);
        if (seats.isEmpty() || days < 1 && daysBy == null) {
            throw new IllegalArgumentException(id + "：环节要有席位，期限至少 1 个工作日");
        }
        if ((kind == Kind.PUBLICATION) != (publication != null)) {
            throw new IllegalArgumentException(id + "：公示环节写明公示什么、异议成立退回哪一步，别的环节不写");
        }
        if (seats.size() > 1 && (kind == Kind.ACCEPT || kind == Kind.PUBLICATION || kind.carriesOut())) {
            throw new IllegalArgumentException(id + "：" + kind.zh() + "只有一个席位");
        }
    }
}
