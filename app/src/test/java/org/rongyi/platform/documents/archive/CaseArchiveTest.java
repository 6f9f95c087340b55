package org.rongyi.platform.documents.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.network.organisation.Offices;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.attachment.AttachmentKind;
import org.rongyi.platform.documents.attachment.AttachmentOwner;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.documents.attachment.Checked;
import org.rongyi.platform.documents.attachment.Papers;
import org.rongyi.platform.documents.attachment.UploadCheck;
import org.rongyi.platform.documents.issued.DocumentKind;
import org.rongyi.platform.documents.issued.Issue;
import org.rongyi.platform.documents.issued.IssuedDocument;
import org.rongyi.platform.documents.issued.IssuedDocuments;
import org.rongyi.platform.documents.paper.Letter;
import org.rongyi.platform.documents.paper.Register;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("一件事从附件、签发、盖章扫描件到整卷下载")
class CaseArchiveTest {

    private static final Register HISTORY =
            new Register("办理经过", List.of(), List.of("时间", "谁", "做了什么"), List.of(List.of("今天", "王建国", "受理")), List.of());

    @Autowired
    private ApplicationContext program;

    @Autowired
    private CaseArchive archive;

    @Autowired
    private IssuedDocuments documents;

    @Autowired
    private Attachments attachments;

    @Autowired
    private UploadCheck uploads;

    @Autowired
    private Transactions transactions;

    @Autowired
    @Qualifier("job")
    private JdbcClient job;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();
    private Actor.Office clerk = Offices.ADMINISTRATOR;
    private AttachmentOwner owner = new AttachmentOwner("test.record", Ids.next(), clerk.unitCode(), null);

    @BeforeEach
    void county() {
        personas = TestCounty.ensure(program);
        clerk = TestCounty.office(program, "cun");
        owner = new AttachmentOwner("test.record", Ids.next(), clerk.unitCode(), Ids.next());
    }

    private UUID attached(String name, byte[] file) throws IOException {
        var fit = (Checked.Fit) uploads.check(name, new ByteArrayInputStream(file));
        return ((Attachments.Added)
                        transactions.write(clerk, () -> attachments.add(clerk, owner, AttachmentKind.EVIDENCE, fit)))
                .id();
    }

    private IssuedDocument issued() {
        var letter =
                new Letter("受理通知书", "张三", List.of("现予受理。"), List.of(), "某站", LocalDate.of(2026, 11, 25), List.of());
        return transactions.write(
                clerk,
                () -> documents.issue(
                        clerk, new Issue(owner, 1, new DocumentKind("SL", "受理通知书"), letter, "某退役函", false, "张三")));
    }

    @Test
    @DisplayName("整卷：签发文件、附件、经过依次在内，目录的页数和摘要与包内文件一致；撤下的只在目录里")
    void theWholeCaseIsOneArchive() throws Exception {
        var document = issued();
        attached("=退役证/../x.png", Papers.photo(80, 60, "png"));
        attached("户口簿.pdf", Papers.pdf(3));
        var away = attached("传错的.pdf", Papers.pdf(2));
        transactions.write(clerk, () -> attachments.takeAway(clerk, away, "传错了"));
        var out = new ByteArrayOutputStream();
        archive.write(clerk, new CaseFile("更正个人信息-张三", List.of("案号：某"), owner.kind(), owner.id(), HISTORY), out);
        var entries = unpacked(out.toByteArray());
        assertThat(entries.keySet())
                .containsExactly(
                        "01-受理通知书 " + document.documentNumber() + ".pdf",
                        "02-x.jpg",
                        "03-户口簿.pdf",
                        "04-办理经过.pdf",
                        "00-卷内目录.pdf");
        var contents = text(entries.remove("00-卷内目录.pdf"));
        assertThat(contents).contains("更正个人信息-张三", "户口簿", "传错的", "内容已不在", "受理通知书（有效）");
        for (var file : entries.values()) {
            assertThat(contents).contains(sha256(file).split("(?<=\\G.{16})"));
        }
        assertThat(sha256(entries.values().iterator().next())).isEqualTo(document.sha256());
        assertThat(text(entries.get("04-办理经过.pdf"))).contains("王建国受理");
    }

    private static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
        }
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    @Test
    @DisplayName("打开附件：只能另存，不猜类型，不缓存，不运行；留痕；邻村没有这份附件")
    void anAttachmentIsSaved() throws IOException {
        var id = attached("证明.pdf", Papers.pdf(1));
        var browser = Browser.signedIn(port, personas.get("cun"));
        var answer = browser.get("/attachments/" + id);
        assertThat(answer.statusCode()).isEqualTo(200);
        var headers = answer.headers();
        assertThat(headers.firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;")
                .contains("UTF-8''");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(headers.allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("sandbox", "default-src 'none'");
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(browser.get("/attachments/" + id + "/preview").headers().firstValue("Content-Type"))
                .hasValue("image/jpeg");
        assertThat(job.sql("select count(*) from audit.trail where subject = :id and act = 'OpenAttachment'")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        var neighbour = Browser.signedIn(port, personas.get("cun2"));
        assertThat(neighbour.get("/attachments/" + id).statusCode()).isEqualTo(404);
        assertThat(neighbour.get("/attachments/" + id + "/preview").statusCode())
                .isEqualTo(404);
    }

    private static void theWrongOneIsTakenAway(Browser browser, String path) {
        var found = Pattern.compile("/stamped/([0-9a-f-]{36})/withdrawal")
                .matcher(browser.get(path).body());
        assertThat(found.find()).isTrue();
        var scan = found.group(1);
        assertThat(found.find()).as("只有一份").isFalse();
        var away = path + "/stamped/" + scan + "/withdrawal";
        var why = new HashMap<>(Map.of("_command", Ids.next().toString(), "_post", browser.postOf(away)));
        assertThat(browser.post(away, why).body()).contains("请写为什么撤下");
        why.put("reason", "扫错了页");
        assertThat(browser.post(away, why).statusCode()).isEqualTo(303);
        assertThat(browser.get(path).body()).contains("已撤下：扫错了页");
        assertThat(browser.get("/attachments/" + scan).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("签发的文件：下载、盖章扫描件传回；传错了说怎么办；邻村没有这份文件")
    void theStampedCopyComesBack() {
        var document = issued();
        var path = "/documents/" + document.id();
        var browser = Browser.signedIn(port, personas.get("cun"));
        assertThat(browser.get(path).body()).contains(document.documentNumber(), document.checkCode(), "还没有");
        assertThat(browser.download(path + "/file")).startsWith('%', 'P', 'D', 'F');
        var fields = Map.of("_command", Ids.next().toString(), "_post", browser.postOf(path));
        var none = browser.upload(path + "/stamped", fields, "stamped", "", new byte[0]);
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("请选择盖章后的照片或扫描件");
        var wrong = browser.upload(
                path + "/stamped", fields, "stamped", "a.gif", "GIF89a".getBytes(StandardCharsets.US_ASCII));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("只能上传 JPG 或 PNG");
        var scan = Papers.photo(200, 300, "jpg");
        assertThat(browser.upload(path + "/stamped", fields, "stamped", "盖章.jpg", scan)
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.upload(path + "/stamped", fields, "stamped", "盖章.jpg", scan)
                        .statusCode())
                .as("同一表单再发一次")
                .isEqualTo(303);
        theWrongOneIsTakenAway(browser, path);
        var neighbour = Browser.signedIn(port, personas.get("cun2"));
        assertThat(neighbour.get(path).statusCode()).isEqualTo(404);
        assertThat(neighbour.get(path + "/file").statusCode()).isEqualTo(404);
    }
}
