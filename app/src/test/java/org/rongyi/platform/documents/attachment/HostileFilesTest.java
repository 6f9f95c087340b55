package org.rongyi.platform.documents.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.RongyiTest;
import org.rongyi.platform.documents.FileName;
import org.springframework.beans.factory.annotation.Autowired;

@RongyiTest
@DisplayName("收件检查：按内容认类型，有害的、炸弹、打不开的，一律不收，并说怎么办")
class HostileFilesTest {

    @Autowired
    private UploadCheck uploads;

    private Checked check(String name, byte[] upload) {
        try {
            return uploads.check(name, new ByteArrayInputStream(upload));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Checked.Fit fit(String name, byte[] upload) {
        var checked = check(name, upload);
        assertThat(checked).as(checked.toString()).isInstanceOf(Checked.Fit.class);
        return (Checked.Fit) checked;
    }

    private String refusal(byte[] upload) {
        var checked = check("证明.pdf", upload);
        assertThat(checked).isInstanceOf(Checked.Unfit.class);
        return ((Checked.Unfit) checked).reason();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @Test
    @DisplayName("PDF 原样保留，首页成图；照片重新编码")
    void whatIsFitIsKept() throws IOException {
        var pdf = Papers.pdf(3);
        var kept = fit("复退证明.PDF", pdf);
        assertThat(kept.name()).isEqualTo("复退证明.pdf");
        assertThat(kept.content()).isEqualTo(pdf);
        assertThat(kept.pages()).isEqualTo(3);
        assertThat(kept.scanned()).as("没有设置查杀").isFalse();
        var first = ImageIO.read(new ByteArrayInputStream(kept.preview()));
        assertThat(first.getHeight()).isEqualTo(320);
        assertThat(first.getRGB(70, 90) & 0xFF).as("黑方块画出来了").isLessThan(60);
        var photo = fit("退役证.png", Papers.photo(3000, 2000, "png"));
        assertThat(photo.name()).isEqualTo("退役证.jpg");
        assertThat(photo.mediaType()).isEqualTo("image/jpeg");
        assertThat(ImageIO.read(new ByteArrayInputStream(photo.content())).getWidth())
                .isEqualTo(2400);
    }

    @Test
    @DisplayName("名字说是什么不算数，内容是什么才算")
    void theTypeIsThatOfTheContent() {
        assertThat(fit("木马.exe", Papers.photo(50, 50, "jpg")).name()).isEqualTo("木马.jpg");
        assertThat(fit("照片.jpg", Papers.pdf(1)).mediaType()).isEqualTo(Checked.PDF);
        assertThat(refusal(latin("MZ\u0090 this program"))).contains("JPG");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ../../etc/passwd            | passwd.jpg
                    C:\\Users\\张三\\退役证.jpg | 退役证.jpg
                    证明.pdf.exe                | 证明.jpg
                    .htaccess                   | htaccess.jpg
                    =cmd.txt                    | cmd.jpg
                    440111199003071234身份证    | 440***1234身份证.jpg
                    a<script>.svg               | ascript.jpg
                    证\u202Efdp.jpg             | 证fdp.jpg
                    """)
    @DisplayName("文件名去掉路径、多重扩展名、控制字符和长号码")
    void namesAreMadeHarmless(String given, String kept) {
        assertThat(FileName.clean(given, ".jpg")).isEqualTo(kept);
    }

    @Test
    @DisplayName("再怪的文件名也只剩一段不长的名字")
    void anyNameBecomesAShortPlainOne() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            var given = new StringBuilder();
            random.ints(random.nextInt(300), 0, 0x11000).forEach(given::appendCodePoint);
            var name = FileName.clean(given.toString(), ".pdf");
            assertThat(name).endsWith(".pdf").doesNotContain("/", "\\", "\0", "\n", "\"", "<");
            assertThat(name.codePointCount(0, name.length())).isBetween(5, 84);
            assertThat(name.charAt(0)).isNotIn('.', '=', '+', '-', '@', ' ');
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GIF89a/*<svg/onload=alert(1)>*/",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "<html>",
                "PK\3\4",
                " %PDF-1.4"
            })
    @DisplayName("GIF、SVG、网页、压缩包、前面垫了东西的 PDF：不收")
    void otherTypesAreRefused(String content) {
        assertThat(refusal(latin(content))).contains("JPG 或 PNG");
    }

    @Test
    @DisplayName("空文件、超过 20 MB：说清楚")
    void emptyAndTooLarge() {
        assertThat(refusal(new byte[0])).contains("空");
        assertThat(refusal(new byte[(30 << 20) + 1])).contains("20 MB");
    }

    @Test
    @DisplayName("PDF 后面接着网页或压缩包：不收")
    void pdfsThatAreSomethingElseTooAreRefused() {
        var page = ("<html><script>alert(1)</script>" + " ".repeat(4_000) + "</html>").getBytes(StandardCharsets.UTF_8);
        assertThat(refusal(joined(Papers.pdf(1), page))).contains("接着别的内容");
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("a"));
            var noise = new byte[8_000];
            new Random(1).nextBytes(noise);
            out.write(noise);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(refusal(joined(Papers.pdf(1), zip.toByteArray()))).contains("接着别的内容");
    }

    @Test
    @DisplayName("JPG 后面接着网页：重新编码，什么也带不过去")
    void whatHangsOnAPhotoIsDropped() {
        var kept = fit("照片.jpg", joined(Papers.photo(60, 60, "jpg"), latin("<script>alert(1)</script>")));
        assertThat(new String(kept.content(), StandardCharsets.ISO_8859_1)).doesNotContain("<script>");
    }

    @Test
    @DisplayName("会运行的、夹带的、加密的、空的、太长的 PDF：不收")
    void pdfsThatActAreRefused() {
        assertThat(refusal(Papers.pdf(
                        1, d -> d.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")))))
                .contains("自动运行");
        assertThat(refusal(Papers.pdf(1, d -> d.getDocumentCatalog().setOpenAction(new PDActionLaunch()))))
                .contains("自动运行");
        assertThat(refusal(Papers.pdf(1, HostileFilesTest::embed))).contains("夹带");
        assertThat(refusal(Papers.pdf(1, HostileFilesTest::protect))).contains("密码");
        assertThat(refusal(Papers.pdf(0))).contains("一页也没有");
        assertThat(refusal(Papers.pdf(201))).contains("201 页", "200 页");
        assertThat(refusal(latin("%PDF-1.7\nnothing at all\n%%EOF"))).contains("打不开");
    }

    private static void embed(PDDocument document) {
        try {
            var file = new PDEmbeddedFile(document, new ByteArrayInputStream(latin("MZ")));
            var named = new PDComplexFileSpecification();
            named.setFile("a.exe");
            named.setEmbeddedFile(file);
            var tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of("a", named));
            var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void protect(PDDocument document) {
        try {
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName("PDF 炸弹：层层压缩的、一层就展开到几百兆的、声称几万像素见方的")
    void bombsAreRefusedBeforeTheyGoOff() {
        var zeros = new byte[300 << 20];
        assertThat(refusal(Papers.packedPdf(zeros, 1, "/FlateDecode"))).contains("展开后太大");
        assertThat(refusal(Papers.packedPdf(zeros, 2, "[/FlateDecode /FlateDecode]")))
                .contains("展开后太大");
        assertThat(refusal(Papers.packedPdf(zeros, 3, "[/Fl#61teDecode /FlateDecode /FlateDecode]")))
                .contains("展开后太大");
        assertThat(refusal(Papers.pdf(1, document -> {
                    var image = document.getDocument().createCOSStream();
                    image.setInt(COSName.WIDTH, 60_000);
                    image.setInt(COSName.HEIGHT, 60_000);
                    document.getDocumentCatalog().getCOSObject().setItem("Extra", image);
                })))
                .contains("展开后太大");
    }

    @Test
    @DisplayName("满是空流的 PDF：数够了就不看了")
    void moreStreamsThanAnyDocumentHasAreRefused() {
        var many = latin("%PDF-1.4\n" + "stream\n".repeat(150_000) + "%%EOF\n");
        assertThat(refusal(many)).contains("展开后太大");
    }

    @Test
    @DisplayName("画不完的首页：停下来，文件照收，首页图留白")
    void anEndlessPageIsNotDrawnToItsEnd() {
        var strokes = "1 1 m 500 800 l S\n".repeat(300_000).getBytes(StandardCharsets.US_ASCII);
        var kept = fit("长.pdf", Papers.packedPdf(strokes, 1, "/FlateDecode"));
        assertThat(kept.pages()).isEqualTo(1);
    }

    @Test
    @DisplayName("坏了的 PDF：收下或说打不开，从不出错")
    void brokenPdfsNeverThrow() {
        var random = new Random(11);
        var whole = Papers.pdf(2);
        for (int i = 0; i < 150; i++) {
            var broken = Arrays.copyOf(whole, i % 2 == 0 ? whole.length : 30 + random.nextInt(whole.length - 30));
            for (int hit = 0; hit < 4; hit++) {
                broken[9 + random.nextInt(broken.length - 9)] = (byte) random.nextInt();
            }
            assertThat(check("坏.pdf", broken)).isNotNull();
        }
    }
}
