package org.rongyi.platform.approval;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;

/**
 * 公示异议. Who objected is for the desk that examines it; the applicant never reads it.
 *
 * @param task the task that waits for its examination
 * @param number 异议编号, for people
 * @param filedBy 网上, or the clerk who wrote it down at the counter
 */
public record Objection(
        UUID id,
        UUID task,
        UUID notice,
        UUID caseId,
        DivisionCode code,
        String number,
        Objector by,
        String grounds,
        LocalDate filedOn,
        String filedBy,
        @Nullable Answer answer) {

    /** Whoever objects, as he says it himself. */
    public record Objector(String name, String phone) {}

    /** What came of the examination. */
    public enum Ruling {
        UPHELD("异议成立"),
        REJECTED("异议不成立");

        private final String zh;

        Ruling(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** 书面答复. */
    public record Answer(Ruling ruling, String text, LocalDate on, String by, String unit) {}
}
