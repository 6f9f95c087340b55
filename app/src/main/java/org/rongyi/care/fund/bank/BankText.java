package org.rongyi.care.fund.bank;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.payment.BankFile;
import org.rongyi.platform.kernel.Money;

/** What all files from a bank have in common (docs/bank-file.md): how they are written, and what no field may hold. */
public final class BankText {

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}\\.\\d{2}");
    private static final Pattern COUNT = Pattern.compile("\\d{1,7}");

    /** A spreadsheet would read it as a formula. */
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t].*");

    private BankText() {}

    /** UTF-8 or GB 18030; none for anything else. */
    public static @Nullable String decode(byte[] file) {
        for (var charset : List.of(StandardCharsets.UTF_8, BankFile.CHARSET)) {
            var text = decode(file, charset);
            if (text != null) {
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            }
        }
        return null;
    }

    private static @Nullable String decode(byte[] file, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** The digest of the bytes of all lines but the last. */
    public static String digestBeforeTrailer(byte[] file) {
        int end = file.length;
        while (end > 0 && (file[end - 1] == '\n' || file[end - 1] == '\r')) {
            end--;
        }
        while (end > 0 && file[end - 1] != '\n') {
            end--;
        }
        return BankFile.digest(Arrays.copyOf(file, end));
    }

    public static boolean isPlain(String field) {
        return !FORMULA.matcher(field).matches() && field.indexOf('"') < 0;
    }

    public static Optional<Money> amount(String text) {
        return AMOUNT.matcher(text).matches() ? Money.parse(text) : Optional.empty();
    }

    public static boolean isCount(String text, int count) {
        return COUNT.matcher(text).matches() && Integer.parseInt(text) == count;
    }
}
