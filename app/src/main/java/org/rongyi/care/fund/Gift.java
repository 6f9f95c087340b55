package org.rongyi.care.fund;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Money;

/**
 * 捐赠, as the charity received it. Its id is that of its source, so that each fen of it is found.
 *
 * @param number 捐赠编号
 * @param receipt number of the charity's own receipt
 * @param name none of a donor who is not to be known
 * @param goods what was given, when it was not money
 * @param amount the money, or what the goods were valued at
 * @param wish what the donor agreed it is for, in his words
 * @param plan 募捐方案 it came by; none where it was not asked for in public
 */
public record Gift(
        UUID id,
        UUID fund,
        String number,
        String receipt,
        Donor donor,
        @Nullable String name,
        boolean namePublic,
        @Nullable String goods,
        Money amount,
        String wish,
        LocalDate receivedOn,
        @Nullable UUID plan) {

    /** 捐赠人. */
    public enum Donor {
        PERSON("个人"),
        ORGANISATION("单位"),
        ANONYMOUS("匿名");

        private final String zh;

        Donor(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }

        /** What the public reads of one who is not to be named. */
        public String unnamed() {
            return this == ORGANISATION ? "爱心单位" : "爱心人士";
        }
    }
}
