package org.rongyi.platform.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * 公民身份号码, GB 11643-1999: six digits of region, eight of birth date, three of sequence, one check character
 * (ISO 7064 MOD 11-2). Residence permits of 港澳台居民 (81, 82, 83) have the same form.
 */
public record CitizenId(String value) {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";

    public CitizenId {
        switch (check(value)) {
            case Valid ignored -> {}
            case Invalid(var reason) -> throw new IllegalArgumentException(reason);
        }
    }

    /** What a number typed by a person is. The reason is written for that person. */
    public sealed interface Checked {}

    public record Valid(String number) implements Checked {}

    public record Invalid(String reason) implements Checked {}

    /** Canonical form of something typed: spaces dropped, full-width digits narrowed, x to X. */
    public static String canonical(String typed) {
        var text = new StringBuilder();
        typed.codePoints()
                .filter(c -> !Character.isWhitespace(c) && c != '\u3000')
                .map(c -> c >= '\uFF10' && c <= '\uFF19' ? c - '\uFF10' + '0' : c)
                .map(c -> c == 'x' || c == '\uFF38' || c == '\uFF58' ? 'X' : c)
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    /** Checks a canonical number: length, digits, region, real birth date, check character. */
    public static Checked check(String number) {
        if (number.length() != 18) {
            return new Invalid("身份证号应为 18 位，现在是 " + number.length() + " 位");
        }
        if (!number.substring(0, 17).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return new Invalid("身份证号前 17 位应全是数字");
        }
        int province = Integer.parseInt(number.substring(0, 2));
        if (province < 11 || (province > 65 && province != 71 && (province < 81 || province > 83))) {
            return new Invalid("身份证号前 2 位 " + number.substring(0, 2) + " 不是省级代码");
        }
        try {
            birth(number);
        } catch (DateTimeException e) {
            return new Invalid("身份证号第 7 至 14 位 " + number.substring(6, 14) + " 不是真实日期");
        }
        char expected = checkCharacter(number);
        if (number.charAt(17) != expected) {
            return new Invalid("身份证号校验位不对，请逐位核对");
        }
        return new Valid(number);
    }

    /** The eighteenth character that belongs to the first seventeen digits. */
    public static char checkCharacter(String seventeen) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (seventeen.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK.charAt(sum % 11);
    }

    public LocalDate bornOn() {
        return birth(value);
    }

    /** The seventeenth digit is odd for men. */
    public boolean isMale() {
        return (value.charAt(16) - '0') % 2 == 1;
    }

    /** 440***********1234: what a screen shows. */
    public String masked() {
        return mask(value);
    }

    public static String mask(String number) {
        return number.substring(0, 3) + "***********" + number.substring(14);
    }

    /** Never the number: it must not reach a log by accident. */
    @Override
    public String toString() {
        return "CitizenId[" + masked() + "]";
    }

    private static LocalDate birth(String number) {
        return LocalDate.of(
                Integer.parseInt(number.substring(6, 10)),
                Integer.parseInt(number.substring(10, 12)),
                Integer.parseInt(number.substring(12, 14)));
    }
}
