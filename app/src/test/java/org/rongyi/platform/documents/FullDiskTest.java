package org.rongyi.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.EveryRow;
import org.rongyi.RongyiTest;
import org.rongyi.demo.CountyDirectory;
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
    private static final Pattern PERSON = Pattern.compile("href=\"/persons/([0-9a-f-]{36})");
    private static final String PATIENCE = "unlimited";

    @Autowired
    private ApplicationContext program;

    @Autowired
    private DataDirectory directory;

    @Autowired
    @Qualifier("job")
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

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
        var refused = limited(LIMIT, () -> send(clerk, list));
        assertThat(refused.statusCode()).isEqualTo(507);
        assertThat(refused.body()).contains("盘满了", "没有留下一半", "告诉系统管理员");
        assertThat(kept()).isEqualTo(before);
        assertThat(files()).isEqualTo(files);
        assertThat(send(clerk, list).statusCode()).isEqualTo(303);
        assertThat(files().size()).isGreaterThan(files.size());
    }

    /** What is sent is smaller than what is made of it, so it is received whole, and there is no room where it is to stay. */
    @Test
    @DisplayName("走访的照片收得下、放不下：没有记录，没有照片；腾出地方后同一张表再交，记成一次")
    void aVisitWhosePhotoFindsNoRoom() throws Exception {
        var clerk = Browser.signedIn(port, TestCounty.ensure(program).get("cun"));
        var person = PERSON.matcher(clerk.get("/persons").body());
        assertThat(person.find()).isTrue();
        var post = clerk.postOf("/visits/new?person=" + person.group(1));
        var visit = CountyDirectory.visit(
                post, person.group(1), LocalDate.now(clock).toString(), "带照片");
        var photo = coarse();
        assertNoRoom(photo.length + 2_000, () -> clerk.upload("/visits", visit, "photo", "现场.jpg", photo));
        var taken = clerk.upload("/visits", visit, "photo", "现场.jpg", photo);
        assertThat(taken.statusCode()).isEqualTo(303);
        var location = taken.headers().firstValue("Location").orElseThrow();
        assertThat(clerk.upload("/visits", visit, "photo", "现场.jpg", photo)
                        .headers()
                        .firstValue("Location"))
                .contains(location);
        var record = location.substring(0, location.indexOf('?'));
        assertThat(clerk.download(record + "/photos/1").length).isGreaterThan(photo.length);
    }

    @Test
    @DisplayName("申请附的材料收得下、放不下：什么也不留；腾出地方后照常收下")
    void evidenceThatFindsNoRoom() throws Exception {
        var clerk = Browser.signedIn(port, TestCounty.ensure(program).get("cun"));
        var person = PERSON.matcher(clerk.get("/persons").body());
        assertThat(person.find()).isTrue();
        var path = "/persons/" + person.group(1) + "/aid";
        var form = Map.of("_command", Ids.next().toString(), "_post", clerk.postOf(path));
        var photo = coarse();
        assertNoRoom(photo.length + 2_000, () -> clerk.upload(path, form, "evidence", "病历.jpg", photo));
        assertThat(clerk.upload(path, form, "evidence", "病历.jpg", photo).body()).contains("病历.jpg");
    }

    private void assertNoRoom(int bytes, Callable<HttpResponse<String>> work) throws Exception {
        var before = EveryRow.of(program);
        var files = files();
        var refused = limited(Integer.toString(bytes), work);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(507);
        assertThat(refused.body()).contains("盘满了", "没有留下一半");
        assertThat(EveryRow.changed(before, EveryRow.of(program))).isEmpty();
        assertThat(files()).isEqualTo(files);
    }

    /** A picture of nothing, kept so coarsely that it grows when it is drawn anew. */
    private static byte[] coarse() throws IOException {
        var image = new BufferedImage(900, 900, BufferedImage.TYPE_INT_RGB);
        var random = new Random();
        for (int at = 0; at < 900 * 900; at++) {
            image.setRGB(at % 900, at / 900, random.nextInt(1 << 24));
        }
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        var how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(0.1f);
        try (var to = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(to);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private HttpResponse<String> send(Browser clerk, byte[] list) {
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
    private static <T> T limited(String bytes, Callable<T> work) throws Exception {
        limit(bytes);
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
