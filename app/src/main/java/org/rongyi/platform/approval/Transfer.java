package org.rongyi.platform.approval;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.Tone;

/**
 * 移送: a case on its way to the place that is to handle it, as both sides see it.
 *
 * @param step where it waited when it was asked for
 * @param to the unit that answers
 * @param due the last day to answer
 * @param answer who answered, and with which words; none while it waits
 */
public record Transfer(
        UUID id,
        UUID caseId,
        String service,
        String number,
        String personName,
        String step,
        DivisionCode fromCode,
        DivisionCode toCode,
        Side from,
        Side to,
        String reason,
        Asked asked,
        LocalDate due,
        State state,
        @Nullable Answer answer) {

    /** A unit of one of the two places. */
    public record Side(UUID unit, String name) {}

    public record Asked(UUID account, String by, OffsetDateTime at) {}

    /** @param words why it was sent back; empty when it was accepted */
    public record Answer(String by, OffsetDateTime at, String words) {}

    /** ASKED leads to each of the others. */
    public enum State {
        ASKED("待答复", Tone.WARNING),
        ACCEPTED("已接收", Tone.SUCCESS),
        DECLINED("已退回", Tone.DANGER),
        DROPPED("办件已有结果", Tone.NEUTRAL);

        private final String zh;
        private final Tone tone;

        State(String zh, Tone tone) {
            this.zh = zh;
            this.tone = tone;
        }

        public String zh() {
            return zh;
        }

        public Tone tone() {
            return tone;
        }
    }

    public boolean isOpen() {
        return state == State.ASKED;
    }
}
