package org.rongyi.care.fund.related;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 利害关系人, as declared.
 *
 * @param gift of a giver, the gift; none of who manages the fund
 * @param holder who declares it: a manager or a giver
 * @param duty what he is to the fund: 局长, 管委会委员, 捐赠人
 * @param masked the citizen number but for its middle; none where it is not known
 */
public record RelatedPerson(
        UUID id,
        UUID fund,
        @Nullable UUID gift,
        String holder,
        String duty,
        Relation relation,
        String name,
        @Nullable String masked,
        String declaredName,
        LocalDate declaredOn,
        @Nullable LocalDate endedOn,
        @Nullable String endedReason) {

    /** 是申报人的什么人. */
    public enum Relation {
        SELF("本人"),
        SPOUSE("配偶"),
        PARENT("父母"),
        CHILD("子女"),
        SIBLING("兄弟姐妹"),
        KIN("其他近亲属"),
        /** 受其控制的人, 合伙人, 雇员 and the like. */
        CONTROLLED("有其他利害关系的人");

        private final String zh;

        Relation(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }
}
