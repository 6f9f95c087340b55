package org.rongyi.platform.approval;

import java.time.LocalDate;
import java.util.Optional;
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
    public record Objector(String name, String phone) {

        static final int LONGEST_NAME = 30;

        /** Why he could not be answered; empty when he can. */
        public Optional<Wrong> wrong() {
            if (name.isBlank() || name.length() > LONGEST_NAME) {
                return Optional.of(new Wrong("name", "请填写您的姓名，不超过 " + LONGEST_NAME + " 个字"));
            }
            return phone.matches("1\\d{10}|0\\d{9,11}")
                    ? Optional.empty()
                    : Optional.of(new Wrong("phone", "电话应为 11 位手机号，或带区号的座机号，审查结果要告诉您"));
        }
    }

    /** A field of the form, and what to do about it. */
    public record Wrong(String field, String why) {}

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
