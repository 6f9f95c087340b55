package org.rongyi.platform.documents.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetWriterTest {

    @TempDir
    Path directory;

    @Test
    void everyKindOfValueIsReadBackAsAPersonSeesIt() throws IOException {
        var file = directory.resolve("list");
        try (var out = Files.newOutputStream(file);
                var list = SheetWriter.xlsx(out, Heading.of("表/一", List.of("a", "b", "c", "d", "e", "f", "g")))) {
            list.row(Arrays.asList(
                    "11010519491231002X",
                    42,
                    new BigDecimal("0.10"),
                    true,
                    LocalDate.of(2021, 5, 1),
                    null,
                    Long.MAX_VALUE));
            list.row(List.of("=1+1", "+86", "-5", "@x", "<script>&\"", "\u0000张\ud83d", "x".repeat(40_000)));
        }
        var collected = new Collected();
        assertThat(SheetReader.read(file, collected)).isEqualTo(new SheetReader.Read(2, true));
        assertThat(collected.texts().getFirst())
                .containsExactly("11010519491231002X", "42", "0.1", "是", "2021-05-01", "", "9223372036854775807");
        assertThat(collected.texts().getLast())
                .containsExactly("=1+1", "+86", "-5", "@x", "<script>&\"", "张", "x".repeat(32_767));
        assertThat(collected.rows.getLast().cells()).allMatch(cell -> cell.problem() == null);
        try (var zip = new ZipFile(file.toFile())) {
            var sheet = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(sheet.contains("<f>")).isFalse();
        }
    }

    @Test
    void aFullSheetIsFollowedByAnotherUnderTheSameHeader() throws IOException {
        var file = directory.resolve("list");
        try (var out = Files.newOutputStream(file);
                var list = new XlsxWriter(out, Heading.of("名单", List.of("号")), 3)) {
            for (int i = 0; i < 5; i++) {
                list.row(List.of(i));
            }
        }
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.getEntry("xl/worksheets/sheet3.xml")).isNotNull();
            assertThat(zip.getEntry("xl/worksheets/sheet4.xml")).isNull();
            var workbook = new String(
                    zip.getInputStream(zip.getEntry("xl/workbook.xml")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(workbook).contains(" (3)\"");
        }
    }

    @Test
    void csvGuardsTextThatASpreadsheetWouldRun() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var list = SheetWriter.csv(bytes, new Heading("表", List.of("台账"), List.of("甲", "乙")))) {
            list.row(List.of("=cmd|'/c calc'!A1", -5));
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("\ufeff台账\r\n甲,乙\r\n'=cmd|'/c calc'!A1,-5\r\n");
    }
}
