package org.rongyi.career.campaign.sealed;

import java.math.BigInteger;
import java.util.Locale;

/**
 * 份额: one of three parts of a campaign's private key, as somebody keeps it on paper and types it back: thirteen groups of five
 * characters, without I, L, O and U. The fifth of each group is a check digit over the group and its place, so that one wrong
 * character, two that changed places and two groups that did are found, and named, before the share is used.
 *
 * @param number 1 to 3
 * @param value never on screen but in {@link #text()}, never in a log
 */
public record Share(int number, BigInteger value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int DIGIT_BITS = 5;
    private static final int GROUPS = 13;
    private static final int DIGITS = 4;
    private static final int VALUE_BITS = 256;

    /** x⁵ + x² + 1, by which the field of 32 elements is reckoned. */
    private static final int FIELD = 0b100101;

    public Share {
        if (number < 1 || number > SealingKey.SHARES) {
            throw new IllegalArgumentException("份额的编号只有 1 至 3");
        }
        if (value.signum() <= 0 || value.compareTo(Curve.ORDER) >= 0) {
            throw new IllegalArgumentException("份额的值不在范围内");
        }
    }

    /** What somebody typed was no share. */
    public static final class Mistyped extends Exception {

        private static final long serialVersionUID = 1;

        private Mistyped(String message) {
            super(message);
        }
    }

    /** In thirteen groups, a space between them. */
    public String text() {
        var all = BigInteger.valueOf(number).shiftLeft(VALUE_BITS).or(value);
        var text = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            var digits = new int[DIGITS];
            for (int at = 0; at < DIGITS; at++) {
                int shift = DIGIT_BITS * (GROUPS * DIGITS - 1 - group * DIGITS - at);
                digits[at] = all.shiftRight(shift).intValue() & (ALPHABET.length() - 1);
                text.append(ALPHABET.charAt(digits[at]));
            }
            text.append(ALPHABET.charAt(check(digits, group)));
            text.append(group == GROUPS - 1 ? "" : " ");
        }
        return text.toString();
    }

    /**
     * From what was typed; spaces, hyphens and small letters do not matter, O is 0, I and L are 1.
     *
     * @throws Mistyped with the group that is wrong, counted from 1
     */
    public static Share parse(String typed) throws Mistyped {
        var clean = clean(typed);
        if (clean.length() != GROUPS * (DIGITS + 1)) {
            throw new Mistyped("份额应有 " + GROUPS + " 组、每组 5 个字符，现在有 " + clean.length() + " 个字符，请对照原件补齐");
        }
        var all = BigInteger.ZERO;
        for (int group = 0; group < GROUPS; group++) {
            var digits = new int[DIGITS];
            for (int at = 0; at <= DIGITS; at++) {
                int digit = ALPHABET.indexOf(clean.charAt(group * (DIGITS + 1) + at));
                if (digit < 0 || at == DIGITS && digit != check(digits, group)) {
                    throw new Mistyped("第 " + (group + 1) + " 组抄错了，请对照原件重新输入这一组");
                }
                if (at < DIGITS) {
                    digits[at] = digit;
                    all = all.shiftLeft(DIGIT_BITS).or(BigInteger.valueOf(digit));
                }
            }
        }
        try {
            return new Share(all.shiftRight(VALUE_BITS).intValue(), all.mod(BigInteger.ONE.shiftLeft(VALUE_BITS)));
        } catch (IllegalArgumentException e) {
            throw new Mistyped("这不是一份密钥份额，请核对是否拿错了纸");
        }
    }

    /** Says nothing of the value. */
    @Override
    public String toString() {
        return "Share " + number;
    }

    private static String clean(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}\\-－—]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    /** A sum with weights that all differ: no single change and no change of places leaves it. */
    private static int check(int[] digits, int group) {
        int sum = group;
        for (int digit : digits) {
            sum = twice(sum ^ digit);
        }
        return sum;
    }

    private static int twice(int element) {
        int doubled = element << 1;
        return (doubled & ALPHABET.length()) == 0 ? doubled : doubled ^ FIELD;
    }
}
