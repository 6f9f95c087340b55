package org.rongyi.platform.kernel;

import java.util.Locale;

/** 统一社会信用代码, GB 32100-2015: eighteen characters without I, O, S, V and Z, the last a check character (mod 31). */
public record CreditCode(String value) {

    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;
    private static final int MODULUS = 31;

    public CreditCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a credit code: " + value);
        }
    }

    /** Spaces dropped, capitals. */
    public static String canonical(String typed) {
        return typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    public static boolean isValid(String canonical) {
        return canonical.length() == LENGTH
                && canonical.chars().allMatch(c -> CHARACTERS.indexOf(c) >= 0)
                && checkCharacter(canonical) == canonical.charAt(LENGTH - 1);
    }

    /** The last character that belongs to the first seventeen. */
    public static char checkCharacter(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += CHARACTERS.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % MODULUS;
        }
        return CHARACTERS.charAt((MODULUS - sum % MODULUS) % MODULUS);
    }
}
