package org.rongyi.platform.documents.sheet;

import org.jspecify.annotations.Nullable;

/**
 * A cell as the person who filled it sees it: numbers without exponent, dates as ISO 8601, truth as 是/否, blanks at
 * both ends dropped. A cell with a problem keeps its text for display only; it must not be imported.
 */
public record Cell(String text, @Nullable Problem problem) {

    public static final Cell EMPTY = new Cell("", null);

    /** Why the text of a cell is not what the person meant. */
    public enum Problem {
        FORMULA("该格是公式，请粘贴为数值"),
        CITIZEN_NUMBER_AS_NUMBER("身份证号被当作数字保存，末位已丢失，请把该列设为文本格式后重新填写"),
        LONG_NUMBER("超过 15 位的数字被当作数字保存，末位已丢失，请把该列设为文本格式后重新填写"),
        ERROR_VALUE("该格是错误值，请改正"),
        NOT_A_DATE("该格的日期不存在，请按 2021-05-01 的样子填写");

        private final String zh;

        Problem(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    static Cell of(String raw) {
        var text = clean(raw);
        return text.isEmpty() ? EMPTY : new Cell(text, null);
    }

    public boolean isBlank() {
        return text.isEmpty() && problem == null;
    }

    /** Drops blanks of every width at both ends, and characters that no text has and no database takes. */
    static String clean(String raw) {
        int start = 0;
        int end = raw.length();
        while (start < end && isBlank(raw.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(raw.charAt(end - 1))) {
            end--;
        }
        for (int i = start; i < end; i++) {
            if (isForeign(raw, i)) {
                return withoutForeign(raw, start, end);
            }
        }
        return raw.substring(start, end);
    }

    private static String withoutForeign(String raw, int start, int end) {
        var text = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            if (!isForeign(raw, i)) {
                text.append(raw.charAt(i));
            }
        }
        return text.toString();
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\u200b' || c == '\ufeff';
    }

    /** Control characters but line feed and tab, and halves of surrogate pairs. */
    private static boolean isForeign(String raw, int i) {
        char c = raw.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == raw.length() || !Character.isLowSurrogate(raw.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i == 0 || !Character.isHighSurrogate(raw.charAt(i - 1));
        }
        return Character.isISOControl(c) && c != '\n' && c != '\t';
    }
}
