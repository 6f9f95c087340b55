package org.rongyi.platform.documents.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person sees in Excel is what is read. */
class XlsxTest {

    @TempDir
    Path directory;

    private final Collected collected = new Collected();

    private SheetReader.Reading read(Workbook workbook) {
        return SheetReader.read(workbook.in(directory), collected);
    }

    /** The only cell below a header. */
    private Cell cell(String xml) {
        read(Workbook.of(Workbook.row(1, "列") + "<row r=\"2\">" + xml + "</row>"));
        return collected.rows.getFirst().cell(0);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 12, 12",
        "0, 0.30000000000000004, 0.3",
        "0, 1.5E-7, 0.00000015",
        "0, 1.3800138000E10, 13800138000",
        "0, -2.50, -2.5",
        "1, 44317, 2021-05-01",
        "1, 44317.5, 2021-05-01 12:00",
        "1, 1, 1900-01-01",
        "1, 59, 1900-02-28",
        "1, 61, 1900-03-01",
        "2, 0.5625, 13:30",
        "3, 42, 000042",
        "4, 0.125, 12.5%",
    })
    void aNumberIsShownByItsFormat(int style, String stored, String shown) {
        assertThat(cell("<c r=\"A2\" s=\"" + style + "\"><v>" + stored + "</v></c>"))
                .isEqualTo(new Cell(shown, null));
    }

    @Test
    void truthIsShownAsYesAndNo() {
        assertThat(cell("<c r=\"A2\" t=\"b\"><v>1</v></c>").text()).isEqualTo("是");
    }

    @Test
    void aCitizenNumberKeptAsNumberHasLostItsDigits() {
        assertThat(cell("<c r=\"A2\"><v>4.4010219900101101E17</v></c>").problem())
                .isEqualTo(Cell.Problem.CITIZEN_NUMBER_AS_NUMBER);
    }

    @Test
    void aBankNumberKeptAsNumberHasLostItsDigits() {
        assertThat(cell("<c r=\"A2\"><v>6222020200112230</v></c>").problem()).isEqualTo(Cell.Problem.LONG_NUMBER);
    }

    @Test
    void aFormulaIsNotTrusted() {
        assertThat(cell("<c r=\"A2\"><f>1+1</f><v>2</v></c>")).isEqualTo(new Cell("2", Cell.Problem.FORMULA));
    }

    @Test
    void anErrorValueIsAProblem() {
        assertThat(cell("<c r=\"A2\" t=\"e\"><v>#N/A</v></c>").problem()).isEqualTo(Cell.Problem.ERROR_VALUE);
    }

    @Test
    void theDayThatNeverWasIsAProblem() {
        assertThat(cell("<c r=\"A2\" s=\"1\"><v>60</v></c>").problem()).isEqualTo(Cell.Problem.NOT_A_DATE);
    }

    @Test
    void sharedTextKeepsItsRunsAndDropsItsReadingAids() {
        read(Workbook.of("<row r=\"1\"><c t=\"s\"><v>1</v></c></row><row r=\"2\"><c t=\"s\"><v>0</v></c></row>")
                .strings("<si><r><t>张</t></r><rPh><t>zhang</t></rPh><r><t xml:space=\"preserve\"> 三</t></r></si>"
                        + "<si><t>姓名_x000D_</t></si>"));
        assertThat(collected.titles).containsExactly("姓名");
        assertThat(collected.texts().getFirst()).containsExactly("张 三");
    }

    @Test
    void blanksOfEveryWidthAndStrangeCharactersAreDropped() {
        assertThat(cell("<c r=\"A2\" t=\"inlineStr\"><is><t> \u3000\u00a0张三_x0000__xD800_\u3000 </t></is></c>")
                        .text())
                .isEqualTo("张三");
    }

    @Test
    void aScriptInACellIsOnlyText() {
        assertThat(cell("<c r=\"A2\" t=\"inlineStr\"><is><t>&lt;script&gt;alert(1)&lt;/script&gt;</t></is></c>")
                        .text())
                .isEqualTo("<script>alert(1)</script>");
    }

    @Test
    void missingCellsAndEmptyRowsKeepTheirPlaces() {
        read(Workbook.of(Workbook.row(1, "甲", "乙", "丙") + "<row r=\"3\"><c r=\"A3\" s=\"1\"/></row>"
                + "<row r=\"7\"><c r=\"C7\"><v>5</v></c></row><row r=\"9\"/>"));
        assertThat(collected.rows).hasSize(1);
        assertThat(collected.rows.getFirst().number()).isEqualTo(7);
        assertThat(collected.texts().getFirst()).containsExactly("", "", "5");
    }

    @Test
    void rowsInsideAMergedRangeSaySo() {
        read(Workbook.of("")
                .sheet("<sheetData>" + Workbook.row(1, "甲") + Workbook.row(2, "a") + Workbook.row(3, "b")
                        + Workbook.row(4, "c") + "</sheetData><mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>"));
        assertThat(collected.rows).extracting(Row::merged).containsExactly(true, true, false);
    }

    @Test
    void hiddenSheetsAreNotRead() {
        read(Workbook.of(Workbook.row(1, "藏"))
                .part("xl/workbook.xml", """
                        <workbook xmlns:r="x"><sheets><sheet name="a" state="veryHidden" r:id="r1"/>
                        <sheet name="b" r:id="r4"/></sheets></workbook>""")
                .part(
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships>" + Workbook.relation("r1", "worksheet", "worksheets/sheet1.xml")
                                + Workbook.relation("r4", "worksheet", "/xl/worksheets/sheet2.xml")
                                + "</Relationships>")
                .part(
                        "xl/worksheets/sheet2.xml",
                        "<worksheet><sheetData>" + Workbook.row(1, "见") + "</sheetData></worksheet>"));
        assertThat(collected.titles).containsExactly("见");
    }

    @Test
    void daysCountFrom1904WhenTheWorkbookSaysSo() {
        read(Workbook.of(Workbook.row(1, "日期") + "<row r=\"2\"><c s=\"1\"><v>42855</v></c></row>")
                .part("xl/workbook.xml", """
                        <workbook xmlns:r="x"><workbookPr date1904="1"/>
                        <sheets><sheet name="a" r:id="r1"/></sheets></workbook>"""));
        assertThat(collected.texts().getFirst()).containsExactly("2021-05-01");
    }

    @Test
    void theSinkMayEndTheReading() {
        var file = Workbook.of(Workbook.row(1, "甲") + Workbook.row(2, "a") + Workbook.row(3, "b"))
                .in(directory);
        var reading = SheetReader.read(file, new SheetReader.RowSink() {
            @Override
            public boolean header(List<String> titles) {
                return true;
            }

            @Override
            public boolean row(Row row) {
                return false;
            }
        });
        assertThat(reading).isEqualTo(new SheetReader.Read(1, false));
    }

    @Test
    void noSpilledTextIsLeftBehind() throws Exception {
        read(Workbook.of("<row r=\"1\"><c t=\"s\"><v>0</v></c></row>").strings("<si><t>甲</t></si>"));
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }
}
