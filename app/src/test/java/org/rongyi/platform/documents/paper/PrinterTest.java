package org.rongyi.platform.documents.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("印：公文与表格成 PDF")
class PrinterTest {

    private static final Printer PRINTER = new Printer();
    private static final Instant AT = Instant.parse("2026-11-25T02:00:00Z");
    private static final Sheet.Check CHECK = new Sheet.Check(
            "4412840000003F2A-BJ-2026-12",
            "7K3QX-M2PWA",
            "https://rongyi.example.gov.cn/check/4412840000003F2A-BJ-2026-12?code=7K3QX-M2PWA",
            "https://rongyi.example.gov.cn/check");
    private static final Sheet RED = new Sheet("四会市退役军人事务局", "四退役函〔2026〕12号", CHECK, AT);

    /** To be looked at: {@code target/papers}. */
    private static final Path LOOK = Path.of("target", "papers");

    private static Letter letter(String name, int paragraphs) {
        return new Letter(
                "不予受理决定书",
                name,
                Collections.nCopies(
                        paragraphs, "你于2026年11月20日提出的“更正个人信息”申请，经审查不属于本机关职权范围，依据《中华人民共和国行政许可法》第三十二条，决定不予受理。"),
                List.of(new Letter.Entry("申请事项", "更正个人信息"), new Letter.Entry("收到日期", "2026年11月20日")),
                "四会市退役军人事务局",
                LocalDate.of(2026, 11, 25),
                List.of("如不服本决定，可以自收到之日起六十日内申请行政复议，或者六个月内提起行政诉讼。"));
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
    }

    private static Printer.Printed keep(String name, Paper paper, Sheet sheet) throws IOException {
        var printed = PRINTER.print(paper, sheet);
        Files.write(Files.createDirectories(LOOK).resolve(name + ".pdf"), printed.pdf());
        return printed;
    }

    @Test
    @DisplayName("公文：红头、文号、标题、正文、落款、日期、页码、编号，字都嵌入，生僻字也在")
    void aLetterHasEverythingALetterHas() throws IOException {
        var printed = keep("letter", letter("𠮷㛃䶮同志", 14), RED);
        assertThat(printed.missing()).isEmpty();
        assertThat(printed.pages()).isGreaterThan(1);
        assertThat(printed.pdf().length).as("只嵌入用到的字").isLessThan(200_000);
        try (var document = Loader.loadPDF(printed.pdf())) {
            assertThat(text(document))
                    .contains("四会市退役军人事务局", "四退役函〔2026〕12号", "不予受理决定书", "𠮷㛃䶮同志：", "（印章）", "2026年11月25日")
                    .contains("第1页，共" + printed.pages() + "页", "第2页", "编号4412840000003F2A-BJ-2026-12", "7K3QX-M2PWA");
            for (var page : document.getPages()) {
                assertThat(page.getMediaBox().getWidth())
                        .isCloseTo(PDRectangle.A4.getWidth(), org.assertj.core.data.Offset.offset(1f));
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name))
                            .isInstanceOf(PDType0Font.class)
                            .matches(font -> font.isEmbedded());
                }
            }
        }
    }

    @Test
    @DisplayName("照 GB/T 9704：文号在发文机关标志下空二行居中，标题在红线下空二行居中，主送在标题下空一行顶格，正文首行空二字，日期右空四字，署名在日期上居中")
    void everythingStandsWhereTheStandardHasIt() throws IOException {
        var printed = keep("decision", letter("张三", 1), RED);
        try (var document = Loader.loadPDF(printed.pdf())) {
            var lines = lines(document);
            var head = line(lines, "四会市退役军人事务局", 0);
            var number = line(lines, "四退役函", 0);
            var title = line(lines, "不予受理决定书", 0);
            var to = line(lines, "张三：", 0);
            var text = line(lines, "你于", 0);
            var signer = line(lines, "四会市退役军人事务局", 1);
            var date = line(lines, "2026年11月25日", 0);
            float left = 28 * MM;
            float right = (210 - 26) * MM;
            float middle = (left + right) / 2;
            assertThat(List.of(head.middle(), number.middle(), title.middle())).allSatisfy(at -> near(at, middle));
            assertThat(number.y() - head.y()).isGreaterThan(2 * LINE);
            assertThat(title.y() - number.y()).isGreaterThan(2 * LINE);
            assertThat(to.y() - title.y()).isBetween(1.5f * LINE, 2.5f * LINE);
            near(to.left(), left);
            near(text.left(), left + 2 * EM);
            near(date.right(), right - 4 * EM);
            near(signer.middle(), date.middle());
            assertThat(date.y()).isGreaterThan(signer.y());
        }
    }

    private static final float MM = 72 / 25.4f;
    private static final float LINE = 28;
    private static final float EM = 16;

    /** Points from the left and the top. */
    private record Line(String text, float left, float right, float y) {
        float middle() {
            return (left + right) / 2;
        }
    }

    private static void near(float at, float wanted) {
        assertThat(at).isCloseTo(wanted, org.assertj.core.data.Offset.offset(8f));
    }

    private static Line line(List<Line> lines, String begin, int skip) {
        return lines.stream()
                .filter(one -> one.text().startsWith(begin))
                .skip(skip)
                .findFirst()
                .orElseThrow(() -> new AssertionError(begin + " 不在 " + lines));
    }

    private static List<Line> lines(PDDocument document) throws IOException {
        var found = new ArrayList<Line>();
        new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> at) {
                found.add(new Line(
                        text,
                        at.getFirst().getXDirAdj(),
                        at.getLast().getXDirAdj() + at.getLast().getWidthDirAdj(),
                        at.getFirst().getYDirAdj()));
            }
        }.getText(document);
        return found;
    }

    @Test
    @DisplayName("二维码扫得出查验地址")
    void theCodeIsRead() throws IOException, NotFoundException {
        var printed = PRINTER.print(letter("张三", 1), RED);
        assertThat(printed.pages()).as("查验码在署名旁边，不另占一页").isEqualTo(1);
        try (var document = Loader.loadPDF(printed.pdf())) {
            var page = new PDFRenderer(document).renderImageWithDPI(0, 200);
            int width = page.getWidth();
            var source = new RGBLuminanceSource(
                    width, page.getHeight(), page.getRGB(0, 0, width, page.getHeight(), null, 0, width));
            var read = new MultiFormatReader().decode(new BinaryBitmap(new HybridBinarizer(source)));
            assertThat(read.getText()).isEqualTo(CHECK.address());
        }
    }

    @Test
    @DisplayName("同样的内容，印出来一个字节都不差；换一个字就不同")
    void equalContentMakesEqualBytes() {
        var first = PRINTER.print(letter("张三", 3), RED).pdf();
        assertThat(new Printer().print(letter("张三", 3), RED).pdf()).isEqualTo(first);
        assertThat(PRINTER.print(letter("张四", 3), RED).pdf()).isNotEqualTo(first);
    }

    @Test
    @DisplayName("字库没有的字印成 〓，文末写明编码")
    void whatTheFaceHasNotIsSaid() throws IOException {
        var absent = Character.toString(0x2A002);
        var printed = keep("missing", letter("王" + absent + "明", 1), Sheet.plain(AT));
        assertThat(printed.missing()).containsExactly("U+2A002");
        try (var document = Loader.loadPDF(printed.pdf())) {
            assertThat(text(document)).contains("王〓明：", "编码依次为U+2A002");
        }
    }

    @Test
    @DisplayName("表格：填写栏、意见栏；目录跨页")
    void formsAndRegisters() throws IOException {
        var form = new Form(
                "更正个人信息申请表",
                List.of(
                        List.of(Form.Cell.of("姓名", "欧阳建国"), Form.Cell.of("联系电话", "")),
                        List.of(Form.Cell.of("户籍所在地", "四会市黄田镇燕崀村")),
                        List.of(new Form.Cell("更正事项与理由", "", true))),
                List.of(
                        new Form.Box("申请人", "以上情况属实。", "签字：　　　　　　　　年　　月　　日"),
                        new Form.Box("村（社区）站意见", "", "（盖章）　　　　　　年　　月　　日")),
                List.of("说明：本表一式两份。"));
        try (var document = Loader.loadPDF(
                keep("form", form, new Sheet(null, "", CHECK, AT)).pdf())) {
            assertThat(text(document)).contains("更正个人信息申请表", "欧阳建国", "更正事项与理由", "村（社区）站意见");
        }
        var rows = java.util.stream.IntStream.rangeClosed(1, 90)
                .mapToObj(n -> List.of(Integer.toString(n), "材料" + n, "1"))
                .toList();
        var register = new Register("卷内目录", List.of("案号：某"), List.of("序号", "名称", "页数"), rows, List.of());
        var printed = keep("register", register, Sheet.plain(AT));
        assertThat(printed.pages()).isGreaterThan(2);
        try (var document = Loader.loadPDF(printed.pdf())) {
            assertThat(text(document).split("序号名称页数", -1)).as("每页都有表头").hasSize(printed.pages() + 1);
        }
    }

    @Test
    @DisplayName("内容里的标记、控制字符、外部地址都只是字")
    void contentIsOnlyText() throws IOException {
        var hostile = "<img src='http://127.0.0.1:1/x'/></body>&amp;\u0000\u202E\uFFFE\uD800尾";
        var printed = PRINTER.print(letter(hostile, 1), RED);
        try (var document = Loader.loadPDF(printed.pdf())) {
            assertThat(text(document)).contains("<imgsrc='http://127.0.0.1:1/x'/></body>&amp;尾：");
        }
    }
}
