package org.rongyi.network.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.audit.Sealer;
import org.rongyi.platform.audit.VerifyAudit;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.database.Progress;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.vault.KeyRing;
import org.rongyi.platform.vault.Reindexing;
import org.rongyi.platform.vault.RenewedVault;
import org.rongyi.platform.vault.Resealing;
import org.rongyi.platform.vault.Signer;
import org.rongyi.platform.vault.SigningKeys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("密钥：省级安全管理员更换和销毁")
class KeysPagesTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private KeyRing keys;

    @Autowired
    private Resealing resealing;

    @Autowired
    private Reindexing reindexing;

    @Autowired
    private Signer signer;

    @Autowired
    private Sealer sealer;

    @Autowired
    private DataDirectory directory;

    @Autowired
    @Qualifier("job")
    private JdbcClient jobs;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();

    @BeforeEach
    void county() {
        personas = TestCounty.ensure(program);
    }

    @Test
    @DisplayName("更换要写理由；没有全部重新封存之前，不能再换，也不能销毁旧的；在用的不能销毁")
    void aRenewalIsWorkedOffBeforeTheNext() {
        var security = at("anquan");
        assertThat(post(security, "/keys/renewal", "").body()).contains("请写明理由");
        int before = keys.current();
        if (before == 1 || resealing.isComplete()) {
            assertThat(post(security, "/keys/renewal", "例行更换").statusCode()).isEqualTo(303);
            assertThat(keys.current()).isEqualTo(before + 1);
            assertThat(security.get("/keys").body()).contains("例行更换");
        }
        int current = keys.current();
        assertThat(security.get("/keys").body())
                .contains("第 " + current + " 版", "使用中", "人员档案：公民身份号码", "进行中")
                .doesNotContain("/keys/1/destruction\"");
        assertThat(post(security, "/keys/renewal", "再换一次").statusCode()).isEqualTo(303);
        assertThat(security.get("/keys").body()).contains("上次更换后还没有全部重新封存");
        assertThat(post(security, "/keys/1/destruction", "不再需要").statusCode()).isEqualTo(303);
        assertThat(post(security, "/keys/" + current + "/destruction", "不再需要").statusCode())
                .isEqualTo(303);
        assertThat(security.get("/keys").body()).contains("正在使用的密钥不能销毁");
        assertThat(security.get("/keys/99/destruction").statusCode()).isEqualTo(404);
        assertThat(keys.current()).isEqualTo(current);
        assertThat(keys.lives())
                .filteredOn(life -> life.version() == 1 || life.version() == current)
                .hasSize(2)
                .allMatch(life -> life.destroyedAt() == null);
    }

    @Test
    @DisplayName("查找密钥：没有换完不能再换、不能销毁；换完以后旧的可以销毁，在用的不能")
    void theIndexKeyIsRenewedAndTheOldOneDestroyed() {
        var security = at("anquan");
        int before = reindexing.change().version();
        assertThat(post(security, "/keys/index/renewal", "").body()).contains("请写明理由");
        assertThat(post(security, "/keys/index/renewal", "有人离岗").statusCode()).isEqualTo(303);
        assertThat(security.get("/keys").body()).contains("有人离岗", "使用中，正在换下", "正在换用", "第 1 步，共 4 步");
        post(security, "/keys/index/renewal", "再换一次");
        assertThat(security.get("/keys").body()).contains("上次更换查找密钥还没有完成");
        post(security, "/keys/index/" + before + "/destruction", "不再需要");
        assertThat(security.get("/keys").body()).contains("上次更换查找密钥还没有完成");
        workOffTheIndex();
        int current = reindexing.change().version();
        assertThat(current).isNotEqualTo(before);
        post(security, "/keys/index/" + current + "/destruction", "不再需要");
        assertThat(security.get("/keys").body()).contains("正在使用的密钥不能销毁", "/keys/index/" + before + "/destruction\"");
        assertThat(security.get("/keys/index/" + before + "/destruction").body())
                .contains("不能再恢复使用");
        assertThat(post(security, "/keys/index/" + before + "/destruction", "不再需要")
                        .statusCode())
                .isEqualTo(303);
        assertThat(security.get("/keys").body()).contains("第 " + before + " 版查找密钥已销毁");
        assertThat(security.get("/keys/index/" + before + "/destruction").statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("封存密钥、查找密钥：理由像国家秘密，说出来、不换，密钥文件一个字节不变；同一张表再交一次，不再换")
    void aFormGivesOneKey() throws IOException {
        var security = at("anquan");
        RenewedVault.workOff(program);
        workOffTheIndex();
        for (var path : List.of("/keys/renewal", "/keys/index/renewal")) {
            var before = Files.readString(file());
            var secret = post(security, path, "文件标了机密★10年");
            assertThat(Files.readString(file())).as(path).isEqualTo(before);
            assertThat(secret.statusCode()).isEqualTo(422);
            assertThat(secret.body()).contains("机密★10年", "f-reason-error");
            var form = form(security, "一张表交两次 " + path);
            assertThat(security.post(path, form).statusCode()).isEqualTo(303);
            var renewed = Files.readString(file());
            assertThat(renewed).as(path).isNotEqualTo(before);
            assertThat(security.post(path, form).statusCode()).isEqualTo(303);
            assertThat(Files.readString(file())).as(path).isEqualTo(renewed);
            assertThat(security.get("/keys").body()).containsOnlyOnce("一张表交两次 " + path);
        }
        workOffTheIndex();
    }

    @Test
    @DisplayName("封存密钥、查找密钥：本机的文件缺一把，不换也不销毁，说先把换过的文件拷到本机")
    void aLaggingMachineChangesNoKey() throws IOException {
        var security = at("anquan");
        workOffTheIndex();
        int earlier = reindexing.change().version();
        assertThat(post(security, "/keys/index/renewal", "有两把").statusCode()).isEqualTo(303);
        workOffTheIndex();
        var watch = program.getBean("keyWatch", Lifecycle.class);
        var whole = Files.readString(file());
        var lacking = whole.replaceAll("(?m)^index\\.key" + (earlier == 1 ? "" : "\\." + earlier) + "=.*\n", "");
        assertThat(lacking).isNotEqualTo(whole);
        watch.stop(); // it would have the program answer nothing
        try {
            Files.writeString(file(), lacking);
            for (var path : List.of(
                    "/keys/renewal", "/keys/index/renewal", "/keys/1/destruction", "/keys/index/1/destruction")) {
                assertThat(post(security, path, "在旧的上面办").statusCode()).as(path).isEqualTo(303);
                assertThat(security.get("/keys").body())
                        .as(path)
                        .contains("本机的 keys/vault.properties 还是旧的：先把换过的文件拷到本机")
                        .doesNotContain("在旧的上面办");
                assertThat(Files.readString(file())).as(path).isEqualTo(lacking);
            }
        } finally {
            Files.writeString(file(), whole);
            watch.start();
        }
    }

    private Path file() {
        return directory.keys().resolve("vault.properties");
    }

    private void workOffTheIndex() {
        while (reindexing.run()) {
            // until one key is left
        }
    }

    @Test
    @DisplayName("签名密钥：更换要写理由；换完页上说得出各用到第几批，留痕记着谁换的，校验留痕完好，以前签的照样验得过")
    void theSigningKeyIsRenewed() {
        var security = at("anquan");
        var signature = signer.sign(new byte[] {1});
        assertThat(post(security, "/keys/signing/renewal", "").body()).contains("请写明理由");
        assertThat(signer.current()).isEqualTo(signature.key());
        sealer.seal(Integer.MAX_VALUE);
        assertThat(post(security, "/keys/signing/renewal", "有人离岗，换签名密钥").statusCode())
                .isEqualTo(303);
        assertThat(signer.current()).isNotEqualTo(signature.key());
        assertThat(signer.verifies(new byte[] {1}, signature)).isTrue();
        assertThat(security.get("/keys").body())
                .contains(signature.key(), signer.current(), "有人离岗，换签名密钥", "已换下", "系统启用时");
        sealer.seal(Integer.MAX_VALUE);
        var words = List.of("verify", "audit", "--data", directory.root().toString());
        assertThat(VerifyAudit.run(words, Map.of(), new Progress(System.err, System.err)))
                .isZero();
        var told = jobs.sql("select before || after from audit.trail where act = 'RenewSigningKey' and done")
                .query(String.class)
                .list();
        assertThat(told).anyMatch(text -> text.contains(signature.key()) && text.contains(signer.current()));
    }

    @Test
    @DisplayName("签名密钥：同一张表再交一次，不再换；理由像国家秘密，说出来、不换")
    void theSigningKeyChangesOnceByOneForm() {
        var security = at("anquan");
        var before = signer.current();
        var secret = post(security, "/keys/signing/renewal", "文件标了机密★10年");
        assertThat(secret.statusCode()).isEqualTo(422);
        assertThat(secret.body()).contains("机密★10年", "f-reason-error");
        assertThat(signer.current()).isEqualTo(before);
        var form = form(security, "两张表");
        assertThat(security.post("/keys/signing/renewal", form).statusCode()).isEqualTo(303);
        var renewed = signer.current();
        assertThat(renewed).isNotEqualTo(before);
        assertThat(security.post("/keys/signing/renewal", form).statusCode()).isEqualTo(303);
        assertThat(signer.current()).isEqualTo(renewed);
        assertThat(security.get("/keys").body()).contains("已换用签名密钥 " + renewed).containsOnlyOnce("两张表");
    }

    @Test
    @DisplayName("签名密钥：本机的文件还是换以前的，不换，说先把换过的文件拷到本机")
    void aLaggingMachineRenewsNothing() throws IOException {
        var security = at("anquan");
        var file = directory.keys().resolve(SigningKeys.FILE);
        var old = Files.readString(file);
        assertThat(post(security, "/keys/signing/renewal", "换以前的文件").statusCode())
                .isEqualTo(303);
        var newest = Files.readString(file);
        Files.writeString(file, old);
        try {
            assertThat(post(security, "/keys/signing/renewal", "在旧的上面换").statusCode())
                    .isEqualTo(303);
            assertThat(security.get("/keys").body()).contains("先把换过的文件拷到本机").doesNotContain("在旧的上面换");
            assertThat(Files.readString(file)).isEqualTo(old);
        } finally {
            Files.writeString(file, newest);
        }
    }

    @Test
    @DisplayName("系统管理员、审计员、省厅领导都进不去")
    void nobodyElseGetsIn() {
        for (var other : new String[] {"admin", "shenji", "shengling"}) {
            assertThat(at(other).get("/keys").statusCode()).isEqualTo(403);
        }
    }

    private Browser at(String username) {
        return Browser.signedIn(port, Objects.requireNonNull(personas.get(username)));
    }

    private static HttpResponse<String> post(Browser browser, String path, String reason) {
        return browser.post(path, form(browser, reason));
    }

    private static Map<String, String> form(Browser browser, String reason) {
        return Map.of("_command", Ids.next().toString(), "_post", browser.postOf("/keys/renewal"), "reason", reason);
    }
}
