package org.rongyi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.Browser;
import org.rongyi.platform.database.PreparedDirectory;
import org.rongyi.platform.database.RunningProgram;
import org.rongyi.platform.kernel.Ids;

@Tag("slow")
@DisplayName("第一天：空的系统从一个链接起步，两个人各管一摊，谁也不能一人说了算")
class FirstDayTest {

    private static final String PASSWORD = "Qi-Bu-2026-tian";
    private static final Pattern LINK = Pattern.compile("http[^<\"]*(/setup/[\\w-]+)");
    private static final Pattern BUREAU = Pattern.compile("href=\"(/units/[0-9a-f-]{36})\"");

    @TempDir
    private Path home;

    private Path data;

    @BeforeEach
    void empty() throws Exception {
        data = PreparedDirectory.copyTo(home.resolve("data"));
    }

    @Test
    @DisplayName("首个链接立两位管理员；安全管理员授权，系统管理员发链接，审计员进来能查留痕。三员分立之前装好的系统：再启动时给出设置首位安全管理员的链接，用过即失效")
    void fromTheFirstLinkToTheThirdAdministrator() throws Exception {
        try (var program = RunningProgram.start(data, "--empty")) {
            var first = path(program.awaitWords("set up the first administrator: "));
            int port = URI.create(program.awaitReady()).getPort();
            var anybody = new Browser(port);
            assertThat(anybody.get(first).body()).contains("设置首位系统管理员和安全管理员");
            assertThat(found(anybody, first, "xitong", "张一").statusCode())
                    .as("one person")
                    .isEqualTo(422);
            assertThat(found(anybody, first, "anquan", "张一").body()).contains("不能由一人兼任");
            var founded = found(anybody, first, "anquan", "李二");
            assertThat(founded.statusCode()).isEqualTo(200);
            assertThat(found(anybody, first, "other", "王三").statusCode())
                    .as("used")
                    .isEqualTo(404);
            enable(anybody, founded.body());

            var security = signedIn(port, "anquan");
            for (var path : java.util.List.of("/", "/units", "/accounts")) {
                assertThat(security.get(path).headers().firstValue("Location"))
                        .as("first the phone: " + path)
                        .hasValueSatisfying(to -> assertThat(to).endsWith("/second-factor"));
            }
            assertThat(security.post("/units/new", Map.of()).statusCode()).isEqualTo(302);
            assertThat(Phone.bind(security, PASSWORD).recovery()).hasSize(SecondFactors.RECOVERY_CODES);
            assertThat(security.get("/units/new").statusCode())
                    .as("units are not his")
                    .isEqualTo(403);
            var bureau = BUREAU.matcher(security.get("/units").body());
            assertThat(bureau.find()).isTrue();
            var appointed = appoint(security, bureau.group(1), "AUDITOR", "shenji");
            assertThat(appointed.statusCode()).isEqualTo(303);

            var system = signedIn(port, "xitong");
            Phone.bind(system, PASSWORD);
            assertThat(appoint(system, bureau.group(1), "LEADER", "tingzhang").body())
                    .contains("负责人只能由安全管理员任用");
            enable(anybody, linkFor(system, "shenji"));
            var auditor = signedIn(port, "shenji");
            Phone.bind(auditor, PASSWORD);
            assertThat(auditor.get("/trail").body()).contains("任用人员");
            assertThat(system.get("/trail").statusCode()).isEqualTo(403);
            assertThat(security.get("/trail").statusCode()).isEqualTo(403);
            asAnOlderReleaseLeftIt();
        }
        anInstallationFromBeforeGetsItsSecurityAdministrator();
    }

    /** What is printed is a whole address, which a browser on this machine opens as it stands. */
    private static String path(String printed) {
        var link = URI.create(printed.strip());
        assertThat(link.getScheme()).isEqualTo("http");
        assertThat(link.getPort()).isPositive();
        return link.getPath();
    }

    private void anInstallationFromBeforeGetsItsSecurityAdministrator() throws Exception {
        try (var program = RunningProgram.start(data, "--empty")) {
            var link = path(program.awaitWords("set up the first security administrator: "));
            int port = URI.create(program.awaitReady()).getPort();
            var anybody = new Browser(port);
            assertThat(anybody.get(link).body()).contains("设置首位安全管理员").doesNotContain("securityUsername");
            var own = Map.of("username", "anquan2", "name", "钱三", "wanted", PASSWORD, "again", PASSWORD);
            assertThat(anybody.post(link, own).statusCode()).isEqualTo(303);
            assertThat(anybody.post(link, own).statusCode()).as("used").isEqualTo(404);
            var security = signedIn(port, "anquan2");
            Phone.bind(security, PASSWORD);
            assertThat(security.get("/accounts").body()).contains("anquan2", "安全管理员");
        }
    }

    /** Nobody authorises. */
    private void asAnOlderReleaseLeftIt() throws SQLException {
        try (var connection = RunningProgram.connect(data);
                var statement = connection.createStatement()) {
            statement.execute("delete from access.session"); // everybody has gone home
            assertThat(statement.executeUpdate("delete from access.post where role = 'SECURITY_ADMIN'"))
                    .isEqualTo(1);
        }
    }

    private static java.net.http.HttpResponse<String> found(
            Browser browser, String link, String securityUsername, String securityName) {
        return browser.post(
                link,
                Map.of(
                        "username", "xitong",
                        "name", "张一",
                        "securityUsername", securityUsername,
                        "securityName", securityName,
                        "wanted", PASSWORD,
                        "again", PASSWORD));
    }

    /** Sets the password behind the link that stands on this page. */
    private static void enable(Browser browser, String page) {
        var link = LINK.matcher(page);
        assertThat(link.find()).isTrue();
        assertThat(browser.post(link.group(1), Map.of("wanted", PASSWORD, "again", PASSWORD))
                        .statusCode())
                .isEqualTo(303);
    }

    private static String linkFor(Browser system, String username) {
        var path = Pattern.compile("href=\"(/accounts/[0-9a-f-]{36})\"")
                .matcher(system.get("/accounts?q=" + username).body());
        assertThat(path.find()).isTrue();
        return system.post(path.group(1) + "/link", command(system, path.group(1)))
                .body();
    }

    private static java.net.http.HttpResponse<String> appoint(
            Browser browser, String unit, String role, String username) {
        var form = unit + "/staff/new";
        var fields = new java.util.HashMap<>(command(browser, form));
        fields.putAll(Map.of(
                "name", "赵" + username,
                "username", username,
                "title", "岗位",
                "role", role,
                "employment", "FULL_TIME",
                "establishment", "ESTABLISHED",
                "from", "2026-01-01"));
        return browser.post(form, fields);
    }

    private static Map<String, String> command(Browser browser, String form) {
        return Map.of("_command", Ids.next().toString(), "_post", browser.postOf(form));
    }

    private static Browser signedIn(int port, String username) {
        var browser = new Browser(port);
        assertThat(browser.post("/sign-in", Map.of("username", username, "password", PASSWORD))
                        .statusCode())
                .isEqualTo(303);
        return browser;
    }
}
