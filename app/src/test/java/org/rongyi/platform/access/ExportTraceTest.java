package org.rongyi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.approval.AidCases;
import org.rongyi.platform.documents.sheet.Downloaded;
import org.rongyi.platform.ui.Words;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("导出名单留痕：谁、哪个岗位、哪份名单、什么范围；查找的字不留")
class ExportTraceTest {

    private static final int LOOKS = 250;

    private static final String LATEST = """
            select purpose from audit.trail where act = 'ExportList' and actor_name = :name order by at desc, id desc limit 2
            """;

    @Autowired
    private ApplicationContext program;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("导出人员名册：写明名册、单位和送出多少行；查找的姓名、号码不写进留痕")
    void anExportIsWrittenDownWithoutWhatWasSearched() throws Exception {
        var clerk = Objects.requireNonNull(TestCounty.ensure(program).get("zhen"));
        var browser = Browser.signedIn(port, clerk);
        browser.download("/persons/export.xlsx?q=441284193005151234&unit=" + clerk.unit());
        var list = "导出人员名册（unit=" + clerk.unit() + "）";
        assertThat(latest(list + "：送出 0 行")).containsExactly(list + "：送出 0 行", list);
        int rows =
                Downloaded.of(browser.download("/persons/export.xlsx")).rows().size();
        assertThat(rows).isPositive();
        assertThat(latest("导出人员名册：送出 " + rows + " 行")).containsExactly("导出人员名册：送出 " + rows + " 行", "导出人员名册");
        assertThat(browser.get("/persons/print").body())
                .contains("共 " + Words.number(rows) + " 行", "人员名册</h1>", "填表人：");
        assertThat(latest("打印人员名册：送出 " + rows + " 行")).containsExactly("打印人员名册：送出 " + rows + " 行", "打印人员名册");
    }

    /** The two latest, once the last of them says this: it is written down when all was sent, which the receiver sees first. */
    private List<String> latest(String last) throws InterruptedException {
        var name = TestCounty.office(program, "zhen").name();
        var left = List.<String>of();
        for (int look = 0; look < LOOKS && !left.contains(last); look++) {
            Thread.sleep(20);
            left = everything
                    .sql(LATEST)
                    .param("name", name)
                    .query(String.class)
                    .list();
        }
        return left;
    }

    @Test
    @DisplayName("下载全卷：谁、哪一件、做什么用，先记下再送出；看不到这件的什么也不留")
    void aWholeCaseLeavesATrace() {
        var aid = new AidCases(program);
        var id = aid.filed();
        var persona = Objects.requireNonNull(TestCounty.ensure(program).get("zhen"));
        var browser = Browser.signedIn(port, persona);
        var neighbour = Browser.signedIn(
                port, Objects.requireNonNull(TestCounty.ensure(program).get("cun2")));
        assertThat(neighbour
                        .get("/cases/" + id + "/archive.zip?purpose=INSPECT")
                        .statusCode())
                .isEqualTo(404);
        assertThat(left(id)).isEmpty();
        assertThat(browser.download("/cases/" + id + "/archive.zip?purpose=INSPECT"))
                .startsWith('P', 'K');
        assertThat(left(id))
                .containsExactly(persona.name() + " 下载全卷 " + aid.read(id).number() + "，检查、审计");
    }

    private List<String> left(UUID id) {
        return everything
                .sql("select actor_name || ' ' || purpose from audit.trail where act = 'ExportCase' and subject = :id")
                .param("id", id)
                .query(String.class)
                .list();
    }

    @Test
    @DisplayName("不该导出的人导不出，也不留下导出的痕迹")
    void whoMayNotExportLeavesNoTrace() {
        var persona = Objects.requireNonNull(TestCounty.ensure(program).get("laobing"));
        assertThat(Browser.signedIn(port, persona).get("/persons/export.xlsx").statusCode())
                .isEqualTo(403);
        assertThat(everything
                        .sql(LATEST)
                        .param("name", persona.name())
                        .query(String.class)
                        .list())
                .isEmpty();
    }
}
