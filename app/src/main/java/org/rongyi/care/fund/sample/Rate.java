package org.rongyi.care.fund.sample;

import java.util.Locale;

/**
 * 相符率, with how sure it is. Who was not reached is counted as such, not as agreeing: the rate is of those who answered, and what
 * it would be if all the others agreed, or none, stands beside it.
 *
 * @param low Wilson's interval of those who answered
 * @param worst the rate of all that were drawn if nobody who did not answer agrees
 * @param best the same if all of them do
 */
public record Rate(
        long agreeing, long answered, long drawn, double rate, double low, double high, double worst, double best) {

    /** @param confidence in per cent; nothing is said of nobody */
    static Rate of(long agreeing, long answered, long drawn, int confidence) {
        long open = drawn - answered;
        double worst = drawn == 0 ? 0 : (double) agreeing / drawn;
        double best = drawn == 0 ? 0 : (double) (agreeing + open) / drawn;
        if (answered == 0) {
            return new Rate(agreeing, answered, drawn, 0, 0, 1, worst, best);
        }
        double z = Drawing.z(confidence);
        double n = answered;
        double p = agreeing / n;
        double spread = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        double middle = p + z * z / (2 * n);
        double whole = 1 + z * z / n;
        return new Rate(
                agreeing,
                answered,
                drawn,
                p,
                Math.max(0, (middle - spread) / whole),
                Math.min(1, (middle + spread) / whole),
                worst,
                best);
    }

    /** 97.5%. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", share * 100);
    }

    public String words() {
        return answered == 0 ? "还没有问到" : percent(rate) + "（按抽样推算，在 " + percent(low) + " 到 " + percent(high) + " 之间）";
    }
}
