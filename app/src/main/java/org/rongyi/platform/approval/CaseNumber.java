package org.rongyi.platform.approval;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.rongyi.platform.kernel.DivisionCode;

/**
 * 办件编号: 业务码 + 12-digit code + day + six-digit serial + check character (ISO 7064 MOD 37,36), which catches every
 * single wrong character and every pair of neighbours exchanged.
 */
public final class CaseNumber {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int MODULUS = 36;

    private CaseNumber() {}

    static String of(String prefix, DivisionCode code, LocalDate day, int serial) {
        var body = prefix + code + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "%06d".formatted(serial);
        return body + check(body);
    }

    /** Whether it is written as this room writes numbers, check character and all. */
    public static boolean isValid(String number) {
        return number.length() > 1
                && number.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && number.charAt(number.length() - 1) == check(number.substring(0, number.length() - 1));
    }

    private static char check(String body) {
        int product = MODULUS;
        for (int i = 0; i < body.length(); i++) {
            int sum = (product + ALPHABET.indexOf(body.charAt(i))) % MODULUS;
            product = (sum == 0 ? MODULUS : sum) * 2 % (MODULUS + 1);
        }
        return ALPHABET.charAt((MODULUS + 1 - product) % MODULUS);
    }
}
