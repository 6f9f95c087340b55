package org.rongyi.care.relief;

import java.util.EnumSet;
import java.util.Set;
import org.rongyi.care.relief.rule.Mode;

/**
 * 核定: what is given.
 *
 * @param amountFen money paid, or what the goods are worth; nothing for services alone
 * @param goodsFen how much of it is goods; all of it when nothing else is given
 * @param payer id of a fund, or code of the list {@code relief.payer}
 * @param what which goods or services; may be empty for money
 * @param deviation why other than the rule suggests; empty when it is as suggested
 */
public record Grant(Set<Mode> modes, long amountFen, long goodsFen, String payer, String what, String deviation) {

    public Grant {
        modes = modes.isEmpty() ? EnumSet.noneOf(Mode.class) : EnumSet.copyOf(modes);
    }

    /**
     * What is left of it when some came back; in no mode what came back wholly, and in its mode again what was entered wrongly as
     * had back.
     */
    Grant less(long moneyFen, long backGoodsFen) {
        long money = amountFen - goodsFen - moneyFen;
        long goods = goodsFen - backGoodsFen;
        var left = EnumSet.noneOf(Mode.class);
        for (var mode : Mode.values()) {
            boolean stands = switch (mode) {
                case MONEY -> money > 0;
                case GOODS -> goods > 0;
                case SERVICE -> modes.contains(Mode.SERVICE);
            };
            if (stands) {
                left.add(mode);
            }
        }
        return new Grant(left, Math.max(0, money) + Math.max(0, goods), Math.max(0, goods), payer, what, deviation);
    }

    Grant paidBy(String other) {
        return new Grant(modes, amountFen, goodsFen, other, what, deviation);
    }
}
