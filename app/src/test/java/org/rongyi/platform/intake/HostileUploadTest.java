package org.rongyi.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.CitizenId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("上传的文件有毛病或不怀好意：说清楚，什么也不坏")
class HostileUploadTest {

    private static final boolean FULL = "full".equals(System.getProperty("rongyi.dose"));
    private static final int ROWS = FULL ? 400_000 : 5_200;
    private static final int COLUMNS = 30;
    private static final List<String> TITLES = List.of("姓名*", "身份证号*", "人员类别*", "户籍村社区*", "户籍门牌");

    @Autowired
    private ApplicationContext program;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    private ImportDesk desk;
    private Actor.Office clerk;

    @BeforeEach
    void aVillage() {
        clerk = TestCounty.office(program, "cun");
        desk = new ImportDesk(program);
    }

    @Test
    @DisplayName("合并单元格、公式：那一行退回，别的行照常")
    void mergedCellsAndFormulasAreSentBackAlone() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("人员");
            for (int column = 0; column < TITLES.size(); column++) {
                sheet.value(0, column, TITLES.get(column));
            }
            for (int row = 1; row <= 4; row++) {
                var cells = person(700 + row);
                for (int column = 0; column < cells.size(); column++) {
                    sheet.value(row, column, cells.get(column));
                }
            }
            sheet.range(1, 4, 2, 4).merge();
            sheet.formula(3, 4, "1+1");
        }
        var batch = desk.checked(clerk, "persons", out.toByteArray());
        assertThat(desk.counts(batch)).containsExactly(1, 0, 3, 0);
        assertThat(desk.reasons(clerk, batch))
                .anySatisfy(reason -> assertThat(reason).contains("第 2 行", "合并单元格"))
                .anySatisfy(reason -> assertThat(reason).contains("第 3 行", "合并单元格"))
                .anySatisfy(reason -> assertThat(reason).contains("第 4 行", "该格是公式，请粘贴为数值"));
    }

    @Test
    @DisplayName("不是表格的，改了名字也认得出")
    void otherKindsOfFilesAreRefusedWhateverTheyAreCalled() {
        refused("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), "这不是表格文件");
        refused(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 1}, "这不是表格文件");
        refused(Arrays.copyOf(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 4096), "另存为 .xlsx");
        refused("PK\u0003\u0004 broken".getBytes(StandardCharsets.ISO_8859_1), "已损坏");
    }

    @Test
    @DisplayName("压缩炸弹：藏在哪一部分都当场拒绝，不留一行")
    void aZipBombIsRefusedWhereverItHides() throws IOException {
        var good = ImportDesk.workbook(TITLES, List.of(person(801)));
        refused(inflated(good, "xl/workbook.xml"), "不正常");
        refused(inflated(good, "xl/sharedStrings.xml"), "不正常");
        refused(inflated(good, "xl/worksheets/sheet1.xml"), "不正常");
    }

    @Test
    @DisplayName("名字里有脚本：文件名、姓名都只当文字")
    void scriptsInNamesAreText() {
        var row = person(802);
        row.set(0, "<script>alert(1)</script>");
        var answer =
                desk.send(clerk, "persons", "<img src=x onerror=1>.xlsx", ImportDesk.workbook(TITLES, List.of(row)));
        var batch = UUID.fromString(String.valueOf(answer.getHeader("Location")).substring("/imports/".length()));
        desk.finish(batch);
        for (var path : List.of("/imports", "/imports/" + batch)) {
            assertThat(ImportDesk.body(desk.look(clerk, path)))
                    .contains("&lt;img src=x")
                    .doesNotContain("<img src=x", "<script>alert");
        }
        assertThat(desk.counts(batch)).containsExactly(1, 0, 0, 0);
    }

    @Test
    @DisplayName("几十列、几十万行、没有两格相同：照样核对完，该退的退")
    void aHugeListOfDistinctTextsIsCheckedToItsEnd() {
        var titles = new ArrayList<>(TITLES);
        for (int column = titles.size(); column < COLUMNS; column++) {
            titles.add("备注" + column);
        }
        var rows = new Generated(titles.size());
        var batch = desk.checked(clerk, "persons", ImportDesk.workbook(titles, rows));
        assertThat(desk.counts(batch)).containsExactly(ROWS - ROWS / 100, 0, ROWS / 100, 0);
        assertThat(everything
                        .sql("select count(*) from person.person where name like '海量%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(desk.withdraw(clerk, batch)).isEqualTo("WITHDRAWN");
    }

    /** Every hundredth number is wrong; every text is different. */
    private final class Generated extends java.util.AbstractList<List<String>> {

        private final int columns;

        Generated(int columns) {
            this.columns = columns;
        }

        @Override
        public List<String> get(int index) {
            var row = new ArrayList<>(Collections.nCopies(columns, ""));
            row.set(0, "海量" + index);
            row.set(1, index % 100 == 99 ? "1" + number(index) : number(index));
            row.set(2, "退役士兵");
            row.set(3, clerk.unitCode().toString());
            for (int column = 4; column < columns; column++) {
                row.set(column, index + "之" + column);
            }
            return row;
        }

        @Override
        public int size() {
            return ROWS;
        }
    }

    private void refused(byte[] file, String reason) {
        int before = batches();
        var answer = desk.send(clerk, "persons", "名单.xlsx", file);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(ImportDesk.body(answer)).contains(reason);
        assertThat(batches()).isEqualTo(before);
    }

    private int batches() {
        return everything
                .sql("select count(*) from intake.batch")
                .query(Integer.class)
                .single();
    }

    private List<String> person(int number) {
        return new ArrayList<>(
                List.of("毛病" + number, number(number), "退役士兵", clerk.unitCode().toString(), number + " 号"));
    }

    /** A number of its own for each: a day from 1940 on, and a serial number. */
    private static String number(int index) {
        var day = java.time.LocalDate.of(1940, 1, 1).plusDays(index % 20_000);
        var digits = "441225" + day.toString().replace("-", "") + "%03d".formatted(500 + index / 20_000);
        return digits + CitizenId.checkCharacter(digits);
    }

    /** The same workbook with one part blown up to sixty-four megabytes of blanks, which pack to nothing. */
    private static byte[] inflated(byte[] workbook, String part) throws IOException {
        var out = new ByteArrayOutputStream();
        var file = Files.write(Files.createTempFile(Path.of("target"), "bomb", ".xlsx"), workbook);
        try (var from = new ZipFile(file.toFile());
                var to = new ZipOutputStream(out)) {
            for (var entry : Collections.list(from.entries())) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                var content = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                int at = content.indexOf("?>") + 2;
                boolean blown = entry.getName().equals(part);
                to.write(content.substring(0, blown ? at : content.length()).getBytes(StandardCharsets.UTF_8));
                if (blown) {
                    var blanks = new byte[1 << 20];
                    Arrays.fill(blanks, (byte) ' ');
                    for (int i = 0; i < 64; i++) {
                        to.write(blanks);
                    }
                    to.write(content.substring(at).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        Files.delete(file);
        return out.toByteArray();
    }
}
