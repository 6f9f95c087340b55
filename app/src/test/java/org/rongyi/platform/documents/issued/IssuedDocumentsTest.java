package org.rongyi.platform.documents.issued;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.network.organisation.Offices;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.FileId;
import org.rongyi.platform.documents.attachment.AttachmentOwner;
import org.rongyi.platform.documents.paper.Letter;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("签发与真伪查验")
class IssuedDocumentsTest {

    private static final DocumentKind KIND = new DocumentKind("BYSL", "不予受理决定书");
    private static final long TOWN = 441284103000L;

    @Autowired
    private IssuedDocuments documents;

    @Autowired
    private IssuedFiles files;

    @Autowired
    private Transactions transactions;

    @Autowired
    @Qualifier("job")
    private JdbcClient job;

    @LocalServerPort
    private int port;

    private final Actor.Office officer = Offices.of(Role.OFFICER, TOWN);
    private final UUID person = Ids.next();

    private Issue issue(UUID owner, int edition) {
        var paper = new Letter(
                "不予受理决定书", "张小三", List.of("决定不予受理。"), List.of(), "某局", LocalDate.of(2026, 11, 25), List.of());
        return new Issue(
                new AttachmentOwner("test.record", owner, new DivisionCode(TOWN + 201), person),
                edition,
                KIND,
                paper,
                "四退役函",
                true,
                "张小三");
    }

    private IssuedDocument issued(int edition) {
        return transactions.write(officer, () -> documents.issue(officer, issue(Ids.next(), edition)));
    }

    @Test
    @DisplayName("签发一份：有文号、编号、校验码；同一版本再签发还是那一份；按范围和本人可见")
    void oneIsIssuedOnce() {
        var owner = Ids.next();
        var first = transactions.write(officer, () -> documents.issue(officer, issue(owner, 1)));
        var again = transactions.write(officer, () -> documents.issue(officer, issue(owner, 1)));
        assertThat(again).isEqualTo(first);
        assertThat(first.documentNumber()).matches("四退役函〔20\\d\\d〕1号");
        assertThat(first.number()).matches("441284103000[0-9A-F]{4}-BYSL-20\\d\\d-1");
        assertThat(first.checkCode()).matches("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}");
        var pdf = transactions.read(officer, () -> documents.open(first.id())).orElseThrow();
        assertThat(IssuedDocuments.sha256(pdf)).isEqualTo(first.sha256());
        var self = new Actor.Self(Ids.next(), "张小三", person);
        assertThat(transactions.read(self, () -> documents.open(first.id()))).isPresent();
        var neighbour = Offices.of(Role.OFFICER, 441284102000L);
        assertThat(transactions.read(neighbour, () -> documents.find(first.id())))
                .isEmpty();
        var file = new FileId(job.sql("select file_id from documents.issued where id = :id")
                .param("id", first.id())
                .query(String.class)
                .single());
        assertThat(files.named(List.of(file))).containsExactly(file);
    }

    @Test
    @DisplayName("同时签发、有的办到一半失败：文号一个不重、一个不漏")
    void serialsHaveNoGaps() throws Exception {
        var work = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 16; i++) {
            boolean fails = i % 3 == 0;
            work.add(() -> {
                try {
                    return transactions.write(officer, () -> {
                        var document = documents.issue(officer, issue(Ids.next(), 1));
                        if (fails) {
                            throw new IllegalStateException("办到一半");
                        }
                        return serialOf(document);
                    });
                } catch (IllegalStateException e) {
                    return 0;
                }
            });
        }
        try (var at = Executors.newFixedThreadPool(4)) {
            var serials = at.invokeAll(work).stream()
                    .map(done -> done.resultNow())
                    .filter(serial -> serial > 0)
                    .sorted()
                    .collect(Collectors.toList());
            assertThat(serials).isEqualTo(IntStream.rangeClosed(1, 10).boxed().toList());
        }
    }

    private static int serialOf(IssuedDocument document) {
        return Integer.parseInt(document.number().substring(document.number().lastIndexOf('-') + 1));
    }

    @Test
    @DisplayName("公众凭编号和校验码查到：文种、单位、日期、状态、脱敏的姓名，此外没有")
    void thePublicFindsWhatItMayKnow() {
        var document = issued(1);
        var browser = new Browser(port);
        var page = browser.get("/check/" + document.number() + "?code=" + document.checkCode());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("不予受理决定书", "某局", document.documentNumber(), "张*三", "现在有效", "核验一致", "非法定电子印章")
                .doesNotContain("张小三", "王建国");
        var typed = browser.get("/check?number=" + document.number().toLowerCase(java.util.Locale.ROOT) + "&code="
                + document.checkCode().replace("-", "").toLowerCase(java.util.Locale.ROOT));
        assertThat(typed.body()).contains("现在有效");
        var json = browser.get("/public/documents/" + document.number() + ".json?code=" + document.checkCode());
        assertThat(json.body())
                .contains("\"state\":\"VALID\"", document.sha256())
                .doesNotContain("张");
    }

    @Test
    @DisplayName("没有的编号与不对的校验码，回答一模一样")
    void theUnknownAndTheWrongAreOne() {
        var document = issued(1);
        var browser = new Browser(port);
        var wrong = browser.get("/public/documents/" + document.number() + ".json?code=00000-00000");
        var unknown = browser.get("/public/documents/9-BYSL-2026-1.json?code=" + document.checkCode());
        assertThat(wrong.statusCode()).isEqualTo(404).isEqualTo(unknown.statusCode());
        assertThat(wrong.body().replace(document.number(), ""))
                .isEqualTo(unknown.body().replace("9-BYSL-2026-1", ""));
        var page = browser.get("/check/" + document.number() + "?code=00000-00000");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("没有查到").doesNotContain("某局", "张*三");
    }

    @Test
    @DisplayName("撤销、被替代：查验说得清；只能一次")
    void endingIsTold() {
        var browser = new Browser(port);
        var revoked = issued(1);
        transactions.write(officer, () -> {
            documents.revoke(officer, revoked.id(), "文书有误");
            return true;
        });
        assertThat(browser.get("/check/" + revoked.number() + "?code=" + revoked.checkCode())
                        .body())
                .contains("撤销，不再有效")
                .doesNotContain("文书有误");
        assertThatThrownBy(() -> transactions.write(officer, () -> {
                    documents.revoke(officer, revoked.id(), "再撤");
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);
        var earlier = issued(1);
        var later =
                transactions.write(officer, () -> documents.replace(officer, earlier.id(), issue(Ids.next(), 2), "更正"));
        assertThat(browser.get("/check/" + earlier.number() + "?code=" + earlier.checkCode())
                        .body())
                .contains("被编号 " + later.number() + " 的文件替代");
    }

    @Test
    @DisplayName("拿电子文件比对：一样、改了一个字节")
    void aFileIsCompared() {
        var document = issued(1);
        var pdf =
                transactions.read(officer, () -> documents.open(document.id())).orElseThrow();
        var browser = new Browser(port);
        var path = "/check/" + document.number();
        var fields = java.util.Map.of("code", document.checkCode());
        assertThat(browser.upload(path, fields, "file", "a.pdf", pdf).body()).contains("一模一样，没有改动过");
        pdf[pdf.length / 2] ^= 1;
        assertThat(browser.upload(path, fields, "file", "a.pdf", pdf).body()).contains("与签发的不一样");
        assertThat(browser.upload(path, fields, "file", "a.pdf", new byte[0]).statusCode())
                .isEqualTo(422);
    }
}
