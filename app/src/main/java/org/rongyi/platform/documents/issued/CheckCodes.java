package org.rongyi.platform.documents.issued;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import org.rongyi.platform.vault.Vault;
import org.springframework.stereotype.Component;

/** 校验码: fifty random bits in ten characters that nobody mistakes for one another (no I, L, O, U). */
@Component
class CheckCodes {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;
    private static final int LONGEST = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Vault vault;

    CheckCodes(Vault vault) {
        this.vault = vault;
    }

    String next() {
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.insert(LENGTH / 2, '-').toString();
    }

    /** What the public register is looked up by: who has one of the two only has nothing. */
    String entry(String number, String code) {
        var both = canonical(number) + "|" + letters(code);
        return vault.fingerprint("documents.check", both.getBytes(StandardCharsets.UTF_8));
    }

    private static String canonical(String typed) {
        return cut(typed)
                .strip()
                .toUpperCase(Locale.ROOT)
                .replaceAll("[－—–]", "-")
                .replaceAll("\\s", "");
    }

    /** As typed by hand: small letters, spaces, and the letters that look like digits. */
    private static String letters(String typed) {
        return cut(typed)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    private static String cut(String typed) {
        return typed.substring(0, Math.min(typed.length(), LONGEST));
    }
}
