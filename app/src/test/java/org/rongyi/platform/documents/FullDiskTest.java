package org.rongyi.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.kernel.Ids;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("上传时盘满了：说清楚，什么也不留；腾出地方后同一个文件照常收下")
class FullDiskTest {

    private static final String LIMIT = "100000"; // bytes of one file
    private static final String PATIENCE = "unlimited";

    @Autowired
    private ApplicationContext program;

    @Autowired
    private DataDirectory directory;

    @Autowired
    @Qualifier("job")
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    /** The log had no room either; the next program of this JVM would take that for a fault of its own set-up. */
    @AfterEach
    void theLogForgets() {
        ((LoggerContext) LoggerFactory.getILoggerFactory()).getStatusManager().clear();
    }

    @Test
    @DisplayName("进程的文件大小受限时传一个放不下的名单")
    void anUploadThatFindsNoRoom() throws Exception {
        var clerk = Browser.signedIn(port, TestCounty.ensure(program).get("xian"));
        var list = ("姓名*,身份证号*,电话,人员类别*,户籍村社区*,户籍门牌\n"
                        + "周大山,441223195306079998,13977001234,退役士兵,城东社区,1 号\n".repeat(2_000))
                .getBytes(StandardCharsets.UTF_8);
        var before = kept();
        var files = files();
        var refused = limited(() -> send(clerk, list));
        assertThat(refused.statusCode()).isEqualTo(507);
        assertThat(refused.body()).contains("盘满了", "没有留下一半", "告诉系统管理员");
        assertThat(kept()).isEqualTo(before);
        assertThat(files()).isEqualTo(files);
        assertThat(send(clerk, list).statusCode()).isEqualTo(303);
        assertThat(files().size()).isGreaterThan(files.size());
    }

    private java.net.http.HttpResponse<String> send(Browser clerk, byte[] list) {
        var fields = Map.of("kind", "persons", "_command", Ids.next().toString(), "_post", clerk.postOf("/imports"));
        return clerk.upload("/imports", fields, "file", "名单.csv", list);
    }

    /** What names a file or a batch in the database. */
    private Map<String, Object> kept() {
        return jdbc.sql(
                        "select (select count(*) from documents.file) as files, (select count(*) from intake.batch) as batches")
                .query()
                .singleRow();
    }

    private TreeSet<String> files() throws IOException {
        var names = new TreeSet<String>();
        for (var folder : new Path[] {directory.files(), directory.root().resolve("spool")}) {
            try (var all = Files.walk(folder)) {
                all.filter(Files::isRegularFile).map(Path::toString).forEach(names::add);
            }
        }
        return names;
    }

    /** The operating system then refuses this process what a full disk would: no mount, no root. */
    private static <T> T limited(Callable<T> work) throws Exception {
        limit(LIMIT);
        try {
            return work.call();
        } finally {
            limit(PATIENCE);
        }
    }

    private static void limit(String bytes) throws Exception {
        var pid = Long.toString(ProcessHandle.current().pid());
        var set = new ProcessBuilder("prlimit", "--pid", pid, "--fsize=" + bytes + ":")
                .inheritIO()
                .start();
        assertThat(set.waitFor()).isZero();
    }
}
