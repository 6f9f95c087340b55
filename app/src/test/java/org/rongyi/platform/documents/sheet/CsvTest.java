package org.rongyi.platform.documents.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @TempDir
    Path directory;

    private final Collected collected = new Collected();

    private SheetReader.Reading read(String text, String charset) throws IOException {
        return SheetReader.read(
                Files.write(directory.resolve("upload"), text.getBytes(Charset.forName(charset))), collected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16"})
    void everyEncodingThatExcelWritesIsKnown(String charset) throws IOException {
        read("姓名,住址\r\n张三,广州市\r\n李𠮷,\r\n", charset);
        assertThat(collected.titles).containsExactly("姓名", "住址");
        assertThat(collected.texts()).containsExactly(List.of("张三", "广州市"), List.of("李𠮷", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void everySeparatorIsKnown(String separator) throws IOException {
        read("\ufeff甲,乙\n\n1,2\n".replace(",", separator), "UTF-8");
        assertThat(collected.titles).containsExactly("甲", "乙");
        assertThat(collected.rows.getFirst().number()).isEqualTo(3);
    }

    @Test
    void quotedFieldsKeepSeparatorsQuotesAndLines() throws IOException {
        read("甲,乙\n\"a,\"\"b\"\"\",\"c\nd\"\nlast,x", "UTF-8");
        assertThat(collected.texts()).containsExactly(List.of("a,\"b\"", "c\nd"), List.of("last", "x"));
        assertThat(collected.rows.getLast().number()).isEqualTo(3);
    }

    @Test
    void aQuoteWithoutItsPairIsRefused() throws IOException {
        assertThat(read("甲\n\"a\nb\n", "UTF-8")).isEqualTo(new SheetReader.Refused("第 2 行的引号没有配对，请检查"));
    }

    @Test
    void formulasAndLostDigitsAreProblems() throws IOException {
        read("甲,乙,丙,丁\n=1+1,4.40102E+17,\"=\"\"0012\"\"\",-5\n", "UTF-8");
        assertThat(collected.rows.getFirst().cells())
                .containsExactly(
                        new Cell("=1+1", Cell.Problem.FORMULA),
                        new Cell("4.40102E+17", Cell.Problem.CITIZEN_NUMBER_AS_NUMBER),
                        new Cell("0012", null),
                        new Cell("-5", null));
    }

    @Test
    void whatIsWrittenIsReadBackAndNothingInItIsAFormula() throws IOException {
        var random = new Random(11);
        var signs = List.of("=", "+", "-", "@", ",", ";", "\"", "\n", "张", "𠮷", "1", " a", "'");
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < 500; i++) {
            var row = new ArrayList<String>(List.of("行" + i));
            for (int field = 0; field < 3; field++) {
                var text = new StringBuilder();
                for (int n = random.nextInt(6); n > 0; n--) {
                    text.append(signs.get(random.nextInt(signs.size())));
                }
                row.add(text.toString().strip());
            }
            rows.add(row);
        }
        var bytes = new ByteArrayOutputStream();
        try (var writer = SheetWriter.csv(bytes, Heading.of("表", List.of("号", "甲", "乙", "丙")))) {
            for (var row : rows) {
                writer.row(row);
            }
        }
        SheetReader.read(Files.write(directory.resolve("upload"), bytes.toByteArray()), collected);
        for (int i = 0; i < rows.size(); i++) {
            var read = collected.rows.get(i);
            assertThat(read.cells()).allMatch(cell -> cell.problem() == null);
            for (int field = 0; field < 4; field++) {
                assertThat(read.cell(field).text()).isEqualTo(rows.get(i).get(field));
            }
        }
    }
}
