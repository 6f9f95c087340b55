package org.rongyi.care.festival;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.festival.rule.FestivalRule.Group;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;

/**
 * 一次慰问: one bureau's list for one festival.
 *
 * @param place where the bureau stands: whom it may list lives there
 * @param day the festival; everything should be handed over before it
 * @param groups who was to be listed with what, as it was when the list was made
 * @param passedOver whom the rule named and another bureau had listed already
 * @param ending how it ended; none before
 */
public record Campaign(
        UUID id,
        String number,
        Festival festival,
        int year,
        UUID unit,
        String unitName,
        DivisionCode place,
        UUID fund,
        LocalDate day,
        Way way,
        List<Group> groups,
        State state,
        Maker made,
        int passedOver,
        @Nullable Approval approval,
        @Nullable Ending ending) {

    /** 慰问金怎么给. */
    public enum Way {
        TRANSFER("转账"),
        CASH("当面发现金");

        private final String zh;

        Way(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** 到哪一步. */
    public enum State {
        OPEN("拟定中"),
        APPROVED("发放中"),
        CLOSED("已结束");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** Who made the list. */
    public record Maker(UUID by, @Nullable UUID actingFor, String name, OffsetDateTime at) {}

    /** One approval of all of it. */
    public record Approval(String name, OffsetDateTime at, int persons, long moneyFen, long goodsFen) {}

    public record Ending(String name, OffsetDateTime at, String why, long freedFen) {}

    /** 2027 年春节慰问. */
    public String title() {
        return year + " 年" + festival.zh() + "慰问";
    }

    public boolean isMadeBy(Actor.Office office) {
        return office.speaksFor(made.by()) || office.speaksFor(made.actingFor());
    }

    public boolean isOf(Actor.Office office) {
        return unit.equals(office.unit());
    }

    String occasion() {
        return festival.occasion(year);
    }
}
