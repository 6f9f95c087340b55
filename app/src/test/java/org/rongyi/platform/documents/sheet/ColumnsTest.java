package org.rongyi.platform.documents.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.platform.kernel.CitizenId;

/** An import from its template to the mended upload. */
class ColumnsTest {

    private static final Column<String> NAME = Column.text("姓名", 4).required().example("张三");
    private static final Column<CitizenId> NUMBER =
            Column.citizenId("身份证号").required().example("11010519491231002X");
    private static final Column<LocalDate> BORN = Column.date("入伍日期");
    private static final Column<Boolean> PARTY = Column.yesNo("是否党员");
    private static final Column<Integer> YEARS = Column.wholeNumber("服役年限", 0, 60);

    private record Veteran(String name, CitizenId number, Optional<LocalDate> joined, Optional<Boolean> party) {}

    private static final Columns<Veteran> COLUMNS = new Columns<>(
            "退役军人",
            List.of(NAME, NUMBER, BORN, PARTY, YEARS),
            values -> new Veteran(values.get(NAME), values.get(NUMBER), values.find(BORN), values.find(PARTY)));

    private static final List<String> TITLES = List.of("姓名", "身份证号", "入伍日期", "是否党员", "服役年限");

    @TempDir
    Path directory;

    private static Columns.Fits fits(List<String> titles) {
        return (Columns.Fits) COLUMNS.header(titles);
    }

    private static Row row(String... texts) {
        return new Row(2, false, List.of(texts).stream().map(Cell::of).toList());
    }

    private static List<String> faults(Row row) {
        return COLUMNS.parse(fits(TITLES), row) instanceof Columns.Bad<Veteran>(var ignored, var faults)
                ? faults.stream().map(Columns.Fault::toString).toList()
                : List.of();
    }

    @Test
    void columnsMayStandInAnyOrderWithStarsAndBlanks() {
        var header = fits(List.of("是否党员", " 身份证号 *", "姓 名*", "备注", "入伍日期（年月日）", "服役年限"));
        assertThat(header.ignored()).containsExactly("备注");
        assertThat(COLUMNS.parse(header, row("是", "11010519491231002x", "李四", "", "2001年9月1日", "3")))
                .isEqualTo(new Columns.Good<>(
                        2,
                        new Veteran(
                                "李四",
                                new CitizenId("11010519491231002X"),
                                Optional.of(LocalDate.of(2001, 9, 1)),
                                Optional.of(true))));
    }

    @Test
    void missingRenamedAndDoubledColumnsAreTold() {
        assertThat(COLUMNS.header(List.of("姓名", "身份证号码", "姓名", "服役年限")))
                .isEqualTo(new Columns.Misfits(List.of("“姓名”列重复", "“身份证号码”列应改名为“身份证号”")));
        assertThat(COLUMNS.header(List.of("身份证号"))).isEqualTo(new Columns.Misfits(List.of("缺少“姓名”列")));
    }

    @Test
    void everyFaultOfARowIsToldAtOnce() {
        assertThat(faults(row("", "110105194912310021", "2021-02-30", "可能", "三")))
                .containsExactly(
                        "姓名：必填",
                        "身份证号：身份证号校验位不对，请逐位核对",
                        "入伍日期：没有这一天：2021-02-30",
                        "是否党员：“可能”不在可填的值里，可填：是、否",
                        "服役年限：应为 0 到 60 的整数");
    }

    @Test
    void aRowThatIsMergedOrHoldsAFormulaIsRefused() {
        var formula = new Cell("张三", Cell.Problem.FORMULA);
        assertThat(faults(new Row(3, true, List.of(formula, Cell.of("11010519491231002X")))))
                .containsExactly(Row.MERGED, "姓名：" + Cell.Problem.FORMULA.zh());
    }

    @Test
    void charactersAreCountedAsPeopleCountThem() {
        assertThat(faults(row("𠮷𠮷𠮷𠮷", "11010519491231002X"))).isEmpty();
        assertThat(faults(row("一二三四五", "11010519491231002X"))).containsExactly("姓名：不能超过 4 字，现在是 5 字");
    }

    @Test
    void theTemplateFitsItselfAndItsExampleIsNotImported() throws IOException {
        var file = write(out -> Template.write(COLUMNS, out));
        var collected = new Collected();
        SheetReader.read(file, collected);
        assertThat(COLUMNS.isHeader(collected.titles)).isTrue();
        var header = fits(collected.titles);
        assertThat(header.positions()).containsExactly(0, 1, 2, 3, 4);
        assertThat(collected.rows).hasSize(1);
        assertThat(COLUMNS.parse(header, collected.rows.getFirst())).isEqualTo(new Columns.Example<>(2));
        try (var zip = new ZipFile(file.toFile())) {
            var sheet = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes());
            assertThat(sheet).contains("<dataValidation ");
        }
    }

    @Test
    void refusedRowsComeBackWithTheirReasonAndAreTakenOnceMended() throws IOException {
        var bad = row("", "11010519491231002X", "", "", "");
        var file = write(out -> {
            try (var errors = new ErrorFile(out, TITLES)) {
                errors.row(bad, ((Columns.Bad<Veteran>) COLUMNS.parse(fits(TITLES), bad)).faults());
            }
        });
        var collected = new Collected();
        SheetReader.read(file, collected);
        assertThat(collected.titles).endsWith("错误原因");
        assertThat(collected.texts().getFirst()).containsExactly("", "11010519491231002X", "", "", "", "第 2 行 姓名：必填");
        var cells = new ArrayList<>(collected.rows.getFirst().cells());
        cells.set(0, Cell.of("张三"));
        assertThat(fits(collected.titles).ignored()).isEmpty();
        assertThat(COLUMNS.parse(fits(collected.titles), new Row(2, false, cells)))
                .isInstanceOf(Columns.Good.class);
    }

    @Test
    void titleLinesAboveTheHeaderAreLeftOut() throws IOException {
        var heading = new Heading("台账", List.of("退役军人台账", "填报单位：测试站"), TITLES);
        var file = write(out -> {
            try (var list = SheetWriter.xlsx(out, heading)) {
                list.row(List.of("李四"));
            }
        });
        var titles = new ArrayList<String>();
        var rows = new ArrayList<Row>();
        SheetReader.read(file, new SheetReader.RowSink() {
            @Override
            public boolean isHeader(List<String> row) {
                return COLUMNS.isHeader(row);
            }

            @Override
            public boolean header(List<String> header) {
                return titles.addAll(header);
            }

            @Override
            public boolean row(Row row) {
                return rows.add(row);
            }
        });
        assertThat(titles).isEqualTo(TITLES);
        assertThat(rows).extracting(Row::number).containsExactly(4);
    }

    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private Path write(Writing writing) throws IOException {
        var bytes = new ByteArrayOutputStream();
        writing.to(bytes);
        return Files.write(directory.resolve("file"), bytes.toByteArray());
    }
}
