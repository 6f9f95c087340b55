package org.rongyi.care.fund.raising;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Money;

/** 一份公开的数字, summed from entries up to their numbers: what came in, what it was used for, what is left. No name is in it. */
public record Tally(List<Line> lines) {

    public Tally {
        lines = List.copyOf(lines);
    }

    /** 项目. */
    public enum Item {
        RECEIVED("收到"),
        GOODS("其中物资（作价）"),
        SPENT("已支出"),
        SPENT_ON("其中"),
        MANAGEMENT("其中管理费用"),
        OTHER("其中上缴、追回等"),
        UNDER_WAY("已定给谁、正在付"),
        UNSPENT("没有用的"),
        UNSPENT_FOR("其中");

        private final String zh;

        Item(String zh) {
            this.zh = zh;
        }
    }

    /**
     * @param purpose an entry of the list {@code fund.purpose}; empty for bound to none, null where the item has none
     * @param many gifts, or people's grants; nothing where it counts none
     */
    public record Line(Item item, @Nullable String purpose, long many, Money amount) {

        /** 其中困难帮扶. */
        public String label(UnaryOperator<String> purposes) {
            return switch (item) {
                case SPENT_ON -> item.zh + purposes.apply(purpose == null ? "" : purpose);
                case UNSPENT_FOR ->
                    purpose == null || purpose.isEmpty() ? "其中不限定用途" : item.zh + "限定" + purposes.apply(purpose);
                case RECEIVED, GOODS, SPENT, MANAGEMENT, OTHER, UNDER_WAY, UNSPENT -> item.zh;
            };
        }

        /** 3 笔; nothing where it counts none. */
        public String count() {
            return many == 0 ? "" : many + " 笔";
        }

        /** Whether there is something to say: the parts of nothing are left out. */
        boolean isSaid() {
            return switch (item) {
                case RECEIVED, SPENT, MANAGEMENT, UNDER_WAY, UNSPENT -> true;
                case GOODS, SPENT_ON, OTHER, UNSPENT_FOR -> amount.fen() != 0;
            };
        }
    }

    /** Those that are shown. */
    public List<Line> said() {
        return lines.stream().filter(Line::isSaid).toList();
    }
}
