package org.rongyi.platform.documents.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are broken, of another kind, or made to harm get a clear answer and nothing else. */
class RefusedUploadTest {

    @TempDir
    Path directory;

    private final Collected collected = new Collected();

    private String refusal(Path file) {
        var reading = SheetReader.read(file, collected);
        return reading instanceof SheetReader.Refused(var reason) ? reason : reading.toString();
    }

    private String refusal(byte[] content) throws IOException {
        return refusal(Files.write(directory.resolve("upload"), content));
    }

    @Test
    void anEmptyFile() throws IOException {
        assertThat(refusal(new byte[0])).isEqualTo("文件是空的");
    }

    @Test
    void aWorkbookWithoutRows() {
        assertThat(refusal(Workbook.of("").in(directory))).isEqualTo("文件里没有内容");
    }

    @Test
    void anOldWorkbookAndAnEncryptedOneAreToldApart() throws IOException {
        assertThat(refusal(ole2("Workbook"))).contains("另存为 .xlsx");
        assertThat(refusal(ole2("EncryptedPackage"))).contains("密码");
    }

    private static byte[] ole2(String stream) {
        var file = ByteBuffer.allocate(512 * 8).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
        file.putShort(30, (short) 9).putInt(48, 2);
        return file.position(512 * 3 + 128)
                .put(stream.getBytes(StandardCharsets.UTF_16LE))
                .array();
    }

    @Test
    void aBinaryWorkbookAndOtherArchives() {
        assertThat(refusal(Workbook.of("").part("xl/workbook.bin", "").in(directory)))
                .contains(".xlsb");
        assertThat(refusal(new ZipFileOf("mimetype", "opendocument").in(directory)))
                .contains("不是 Excel");
    }

    private record ZipFileOf(String name, String content) {
        Path in(Path directory) {
            try {
                var file = directory.resolve("upload");
                try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
                    zip.putNextEntry(new ZipEntry(name));
                    zip.write(content.getBytes(StandardCharsets.UTF_8));
                }
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void anArchiveThatUnpacksToTooMuch() throws IOException {
        var file = directory.resolve("bomb");
        Workbook.of("").in(directory);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry("_rels/.rels"));
            var blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 64; i++) {
                zip.write(blanks);
            }
        }
        assertThat(refusal(file)).containsAnyOf("解压后大得不正常", "长得不正常");
    }

    @Test
    void anArchiveOfTooManyEntries() throws IOException {
        var file = directory.resolve("many");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < 10_001; i++) {
                zip.putNextEntry(new ZipEntry("e" + i));
            }
        }
        assertThat(refusal(file)).contains("大得不正常");
    }

    @Test
    void entitiesAreNeverExpanded() throws IOException {
        var secret = Files.writeString(directory.resolve("secret"), "秘密");
        var external = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        var nested = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY e \"&a;&a;&a;\">]>";
        for (var type : new String[] {external, nested}) {
            var file = Workbook.of("")
                    .part(
                            "xl/worksheets/sheet1.xml",
                            type + "<worksheet><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>&e;</t></is></c></row>"
                                    + "</sheetData></worksheet>")
                    .in(directory);
            assertThat(refusal(file)).contains("实体");
            assertThat(collected.titles).isEmpty();
        }
    }

    @Test
    void aSingleTextWithoutEnd() {
        var file = Workbook.of(Workbook.row(1, "x".repeat(400_000))).in(directory);
        assertThat(refusal(file)).contains("32767");
    }

    @Test
    void moreRowsThanExcelHas() {
        var file = Workbook.of(Workbook.row(1, "甲") + Workbook.row(SheetReader.MAX_ROWS + 1, "a"))
                .in(directory);
        assertThat(refusal(file)).contains("1048576 行");
    }

    @Test
    void columnsWithoutEnd() {
        var file = Workbook.of("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>").in(directory);
        assertThat(refusal(file)).contains("列");
    }

    @Test
    void aCellThatNamesATextThatIsNotThere() {
        var file = Workbook.of("<row r=\"1\"><c t=\"s\"><v>7</v></c></row>").in(directory);
        assertThat(refusal(file)).contains("已损坏");
    }

    /** Cut or changed anywhere, a workbook is read or refused, and nothing else happens. */
    @Test
    void aBrokenWorkbookNeverThrows() throws IOException {
        var whole = Files.readAllBytes(Workbook.of(Workbook.row(1, "甲", "乙") + Workbook.row(2, "a", "b"))
                .strings("<si><t>x</t></si>")
                .in(directory));
        var random = new Random(7);
        for (int i = 0; i < 400; i++) {
            var broken = Arrays.copyOf(whole, i % 2 == 0 ? whole.length : random.nextInt(whole.length));
            for (int change = 0; change < 3 && broken.length > 4; change++) {
                broken[random.nextInt(4, broken.length)] = (byte) random.nextInt();
            }
            assertThat(refusal(broken)).isNotNull();
        }
    }

    @Test
    void picturesAndPdf() throws IOException {
        assertThat(refusal("%PDF-1.7".getBytes(StandardCharsets.US_ASCII))).contains("不是表格");
        assertThat(refusal(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 1})).contains("不是表格");
    }
}
