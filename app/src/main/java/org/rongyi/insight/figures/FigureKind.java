package org.rongyi.insight.figures;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.Words;

/**
 * 数据种类: one thing that is counted, contributed as a bean by the room that counts it.
 *
 * @param id small number kept with every fact; never given to another kind
 * @param code what outsiders ask by: {@code visits}
 * @param unit of the additive value: 人次, 次; for money what it is shown in, while it is kept in 分
 * @param people whether distinct 人 are kept too
 * @param recordsPath opens the records behind a number; unit, from and to are added as parameters
 * @param worthOf for money: the code of the kind that counts the 人次 it was given in
 * @param dated that list also answers {@code asOf} (what stood there at the end of a day) and {@code own} (本级/直属)
 */
public record FigureKind(
        int id,
        String code,
        String zh,
        String unit,
        boolean people,
        String recordsPath,
        @Nullable String worthOf,
        boolean dated) {

    /** An amount as a whole number: programs get every 分. */
    private static final String FEN = "分";

    private static final String YUAN = "元";
    private static final int FEN_OF_YUAN = 100;
    private static final int WAN_SCALE = 6;

    public FigureKind {
        if (id < 1 || id > Short.MAX_VALUE) {
            throw new IllegalArgumentException("figure kind " + code + " needs an id from 1 on: " + id);
        }
        if (!code.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("figure kind code: " + code);
        }
        if (!recordsPath.startsWith("/")) {
            throw new IllegalArgumentException("figure kind " + code + " opens a path of this program: " + recordsPath);
        }
    }

    public FigureKind(int id, String code, String zh, String unit, boolean people, String recordsPath) {
        this(id, code, zh, unit, people, recordsPath, null, false);
    }

    /** Its list may be asked by day. */
    public FigureKind(int id, String code, String zh, String unit, boolean people, String recordsPath, boolean dated) {
        this(id, code, zh, unit, people, recordsPath, null, dated);
    }

    /** 金额: what was given in the 人次 of another kind, kept in 分, shown in 万元; it opens the same records. */
    public static FigureKind money(int id, String code, String zh, FigureKind worthOf) {
        return new FigureKind(id, code, zh, "万元", false, worthOf.recordsPath(), worthOf.code(), worthOf.dated());
    }

    public boolean isMoney() {
        return worthOf != null;
    }

    /** 1,234, or 25,000.00 of 万元. */
    public String shown(long value) {
        return isMoney()
                ? new DecimalFormat("#,##0.00")
                        .format(BigDecimal.valueOf(value, WAN_SCALE).setScale(2, java.math.RoundingMode.HALF_UP))
                : Words.number(value);
    }

    /** With its unit and nothing rounded: 1,234人次, 250,000,000.00元. */
    public String exact(long value) {
        return isMoney() ? Words.yuan(value) : Words.number(value) + unit;
    }

    /** As programs get it. */
    public String wholeUnit() {
        return isMoney() ? FEN : unit;
    }

    /** As a spreadsheet has it: money in 元, nothing rounded. */
    public Number cell(long value) {
        return isMoney() ? BigDecimal.valueOf(value, 2) : value;
    }

    public String cellUnit() {
        return isMoney() ? YUAN : unit;
    }

    /** As it is drawn: whole 元. */
    public long drawn(long value) {
        return isMoney() ? Math.round((double) value / FEN_OF_YUAN) : value;
    }
}
