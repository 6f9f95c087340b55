package org.rongyi.platform.kernel;

import java.util.regex.Pattern;

/**
 * 号码脱敏: the same shapes everywhere, 440***********1234 and 138****5678; also of numbers somebody wrote into a text that is kept
 * where numbers never stand whole.
 */
public final class NumberMask {

    private static final int TAIL = 4;
    private static final int HEAD = 3;

    /** 公民身份号码、手机号、银行账号: by length, so that codes of divisions and days stay. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9A-Za-z])(?:[0-9]{17}[0-9Xx]|1[3-9][0-9]{9}|[0-9]{16,19})(?![0-9A-Za-z])");

    private NumberMask() {}

    /** 138****5678; too short a number shows nothing. */
    public static String phone(String phone) {
        int length = phone.length();
        return length < HEAD + TAIL + 1 ? "****" : phone.substring(0, HEAD) + "****" + phone.substring(length - TAIL);
    }

    /** The text with every number in it masked. */
    public static String inText(String text) {
        return NUMBER.matcher(text).replaceAll(found -> mask(found.group()));
    }

    private static String mask(String number) {
        return switch (number.length()) {
            case 11 -> phone(number);
            case 18 -> CitizenId.mask(number);
            default -> "****" + number.substring(number.length() - TAIL);
        };
    }
}
