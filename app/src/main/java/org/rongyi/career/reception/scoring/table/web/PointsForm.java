package org.rongyi.career.reception.scoring.table.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.placement.score.ScoreTable;
import org.rongyi.career.reception.scoring.table.PointsCheck;
import org.rongyi.career.reception.scoring.table.PointsFile;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Typed;

/** What was typed beside the file, and the file's rows once it was read: the look before it is proposed keeps nothing. */
public record PointsForm(ScoreTable table, String document, String reason, List<String> rows) {

    public PointsForm {
        rows = List.copyOf(rows);
    }

    private static final int CELLS = 6;
    private static final int LONGEST = 200;

    static PointsForm of(String table, String document, String reason) {
        return new PointsForm(table(table), document.strip(), reason.strip(), List.of());
    }

    /** As it comes back from the look, with the file's rows. */
    static PointsForm of(Typed typed, List<String> rows) {
        return new PointsForm(table(typed.value("table")), typed.value("document"), typed.value("reason"), rows);
    }

    static ScoreTable table(String typed) {
        return typed.equals(ScoreTable.OFFICER.name()) ? ScoreTable.OFFICER : ScoreTable.SOLDIER;
    }

    FieldErrors errors() {
        return FieldErrors.none()
                .require(!document.isEmpty() && document.length() <= LONGEST, "document", "请填写办法的名称和文号，不超过 200 字")
                .require(!reason.isEmpty() && reason.length() <= LONGEST, "reason", "请写明分值从哪里来，不超过 200 字");
    }

    PointsCheck.Wanted wanted() {
        return new PointsCheck.Wanted(table, document, reason);
    }

    PointsForm with(List<PointsFile.Line> lines) {
        return new PointsForm(
                table, document, reason, lines.stream().map(PointsForm::row).toList());
    }

    /** The rows as they were read; one that was tampered with is none. */
    List<PointsFile.Line> lines() {
        var lines = new ArrayList<PointsFile.Line>();
        for (var row : rows) {
            var cells = row.split("\t", -1);
            if (cells.length == CELLS && cells[0].matches("[0-9]{1,6}") && cells[2].matches("[0-9.]{1,13}")) {
                lines.add(new PointsFile.Line(
                        Integer.parseInt(cells[0]), cells[1], number(cells[2]), cells[3], cells[4], day(cells[5])));
            }
        }
        return lines;
    }

    /** Only of a row with points; tabs and breaks would tear it. */
    private static String row(PointsFile.Line line) {
        var points = line.points();
        var from = line.from();
        return String.join(
                "\t",
                Integer.toString(line.row()),
                plain(line.item()),
                points == null ? "" : points.toPlainString(),
                plain(line.unit()),
                plain(line.article()),
                from == null ? "" : from.toString());
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static @Nullable BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
