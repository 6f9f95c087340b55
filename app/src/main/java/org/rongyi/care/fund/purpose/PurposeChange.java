package org.rongyi.care.fund.purpose;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Lot;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;

/**
 * 变更捐赠用途, proposed and answered.
 *
 * @param id once confirmed, also that of the source the money has become
 * @param gift the gift it all came by, however often it has been changed
 * @param lot the source it is taken from
 */
public record PurposeChange(
        UUID id,
        UUID fund,
        UUID gift,
        UUID lot,
        Agreement agreement,
        Money amount,
        Lot.Terms terms,
        String wish,
        State state,
        UUID proposedBy,
        @Nullable UUID proposedFor,
        String proposedName,
        OffsetDateTime proposedAt,
        @Nullable String decidedName,
        @Nullable String decidedWords) {

    /**
     * What allows it.
     *
     * @param paper who signed; of a plan the number of the changed filing, of a remainder that of the charity's decision
     */
    public record Agreement(Basis basis, String paper, LocalDate on) {}

    /** 依据: which one it takes follows from the gift, nobody chooses (慈善法 第 56、58 条). */
    public enum Basis {
        CONSENT("捐赠人书面同意", "谁签的字"),
        FILING("募捐方案变更备案", "变更备案编号"),
        /** Of nobody that can be asked, when its day is over: something alike, made public. */
        REMAINDER("剩余财产用于目的相同或相近的项目", "慈善组织决定的文号");

        private final String zh;
        private final String asks;

        Basis(String zh, String asks) {
            this.zh = zh;
            this.asks = asks;
        }

        public String zh() {
            return zh;
        }

        /** What is written down of the paper. */
        public String asks() {
            return asks;
        }
    }

    /** 到哪一步. */
    public enum State {
        PROPOSED("待核定"),
        CONFIRMED("已变更"),
        DECLINED("没有核定");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** Whether he, or whom he stands in for, proposed it. */
    public boolean isFrom(Actor.Office office) {
        return office.speaksFor(proposedBy) || proposedFor != null && office.speaksFor(proposedFor);
    }
}
