package org.rongyi.career.reception.scoring.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.documents.sheet.Column;
import org.rongyi.platform.documents.sheet.Columns;
import org.rongyi.platform.documents.sheet.Row;
import org.rongyi.platform.documents.sheet.SheetReader;

/** A table of points as it is uploaded: 项目、分值、单位、条、生效日; Excel or CSV. */
public final class PointsFile {

    /** More rows than that is no table of points. */
    static final int MOST = 500;

    private static final Column<String> ITEM = Column.text("项目", 60).required();
    private static final Column<BigDecimal> POINTS = Column.of(
            "分值",
            "数字，如 0.5；没有的空着，那一项不导入",
            text -> text.matches("[0-9]{1,6}(\\.[0-9]{1,6})?")
                    ? new Column.Value<>(new BigDecimal(text))
                    : new Column.Wrong<>("应为 0 以上的数字，如 0.5；减分的也写正数"));
    private static final Column<String> UNIT = Column.text("单位", 10);
    private static final Column<String> ARTICLE = Column.text("条", 100);
    private static final Column<LocalDate> FROM = Column.date("生效日");

    private static final Columns<Values> COLUMNS = new Columns<>(
            "评分标准",
            List.of(ITEM, POINTS, UNIT, ARTICLE, FROM),
            row -> new Values(
                    row.get(ITEM),
                    row.find(POINTS).orElse(null),
                    row.find(UNIT).orElse(""),
                    row.find(ARTICLE).orElse(""),
                    row.find(FROM).orElse(null)));

    private record Values(
            String item,
            @Nullable BigDecimal points,
            String unit,
            String article,
            @Nullable LocalDate from) {}

    private PointsFile() {}

    /** The titles of its columns, in the template's order. */
    public static List<String> headers() {
        return COLUMNS.columns().stream().<String>map(Column::header).toList();
    }

    /**
     * A row.
     *
     * @param row as it is counted in Excel
     * @param points none for an item that is left out
     */
    public record Line(
            int row,
            String item,
            @Nullable BigDecimal points,
            String unit,
            String article,
            @Nullable LocalDate from) {}

    /** A row that cannot be, and why. */
    public record Wrong(int row, String item, String reason) {}

    /** @param refused why the file as a whole cannot be read; none when it was */
    public record Read(
            List<Line> lines, List<Wrong> wrong, @Nullable String refused) {

        public Read {
            lines = List.copyOf(lines);
            wrong = List.copyOf(wrong);
        }
    }

    public static Read read(byte[] content) throws IOException {
        var file = Files.createTempFile("points", ".upload");
        try {
            Files.write(file, content);
            return read(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Read read(Path file) {
        var sink = new Sink();
        return switch (SheetReader.read(file, sink)) {
            case SheetReader.Refused(var reason) -> new Read(List.of(), List.of(), reason);
            case SheetReader.Read ignored -> new Read(sink.lines, sink.wrong, sink.refused());
        };
    }

    private static final class Sink implements SheetReader.RowSink {

        private final List<Line> lines = new ArrayList<>();
        private final List<Wrong> wrong = new ArrayList<>();
        private Columns.@Nullable Fits fits;
        private List<String> misfits = List.of("没有找到“项目、分值、单位、条、生效日”这一行");
        private boolean tooLong;

        @Override
        public boolean isHeader(List<String> titles) {
            return COLUMNS.isHeader(titles);
        }

        @Override
        public boolean header(List<String> titles) {
            switch (COLUMNS.header(titles)) {
                case Columns.Fits found -> fits = found;
                case Columns.Misfits(var reasons) -> misfits = reasons;
            }
            return fits != null;
        }

        @Override
        public boolean row(Row row) {
            if (fits == null) {
                return false;
            }
            if (lines.size() + wrong.size() >= MOST) {
                tooLong = true;
                return false;
            }
            switch (COLUMNS.parse(fits, row)) {
                case Columns.Good<Values>(var number, var one) ->
                    lines.add(new Line(number, one.item(), one.points(), one.unit(), one.article(), one.from()));
                case Columns.Bad<Values>(var bad, var faults) ->
                    faults.forEach(fault -> wrong.add(new Wrong(bad.number(), "", fault.toString())));
                case Columns.Example<Values> ignored -> {}
            }
            return true;
        }

        @Nullable
        String refused() {
            if (fits == null) {
                return String.join("；", misfits);
            }
            if (tooLong) {
                return "超过 " + MOST + " 行，不像一张评分标准";
            }
            return lines.isEmpty() && wrong.isEmpty() ? "表里没有一项" : null;
        }
    }
}
