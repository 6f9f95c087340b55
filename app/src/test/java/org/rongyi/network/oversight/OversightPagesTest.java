package org.rongyi.network.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.person.Files;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.audit.Sealer;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("监管的页面：账号给系统管理员和安全管理员，留痕给审计员")
class OversightPagesTest {

    private static final Pattern ENTRY = Pattern.compile("href=\"(/trail/[0-9a-f-]{36})\"");

    @Autowired
    private ApplicationContext program;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @Autowired
    private Sealer sealer;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();

    @BeforeEach
    void county() {
        personas = TestCounty.ensure(program);
    }

    @Test
    @DisplayName("账号名单：按用户名、姓名、拼音首字母、单位、状态、角色找；找不到有话说")
    void theListOfAccountsIsSearched() {
        var admin = at("admin");
        var clerk = Objects.requireNonNull(personas.get("cun"));
        assertThat(admin.get("/accounts?q=cun").body()).contains(">cun</a>", ">cun2</a>", clerk.unitName());
        assertThat(admin.get("/accounts?q=" + encode(clerk.name())).body()).contains(">cun</a>");
        assertThat(admin.get("/accounts?q=" + initials("cun")).body()).contains(">cun</a>");
        assertThat(admin.get("/accounts?q=" + encode(clerk.unitName())).body())
                .contains(">cun</a>")
                .doesNotContain(">cun2</a>");
        assertThat(admin.get("/accounts?q=cun&state=IN_USE").body()).contains(">cun</a>");
        assertThat(admin.get("/accounts?q=cun&state=DISABLED").body()).doesNotContain(">cun</a>");
        assertThat(admin.get("/accounts?role=AUDITOR").body())
                .contains(">shenji</a>")
                .doesNotContain(">cun</a>");
        assertThat(admin.get("/accounts?q=nobody-at-all").body()).contains("没有符合条件的账号");
        assertThat(admin.download("/accounts/export.xlsx?q=cun")).startsWith('P', 'K');
    }

    @Test
    @DisplayName("退役军人本人的账号：名单和页面上都没有姓名、岗位、登录设备，按姓名也找不到")
    void ofAVeteransOwnAccountThereIsTheUserNameAndTheState() {
        var admin = at("admin");
        var veteran = Objects.requireNonNull(personas.get("laobing"));
        at("laobing");
        assertThat(admin.get("/accounts?q=laobing").body())
                .contains(">laobing</a>", "退役军人本人")
                .doesNotContain(veteran.name());
        assertThat(admin.get("/accounts?q=" + encode(veteran.name())).body()).doesNotContain(">laobing</a>");
        var page = admin.get("/accounts/" + account("laobing")).body();
        assertThat(page).contains("laobing", "在用").doesNotContain(veteran.name(), "正在登录的设备", "重发设置链接");
    }

    @Test
    @DisplayName("账号页：岗位、登录设备、能办的事；自己的不能锁定")
    void anAccountsPageShowsWhatItOpensAndWhereItIsOpen() {
        var security = at("anquan");
        at("cun");
        var page = security.get("/accounts/" + account("cun")).body();
        assertThat(page)
                .contains("站务员", "在任", "正在登录的设备", "结束全部登录", "/lock\"", "/disabling\"")
                .doesNotContain("重发设置链接");
        var own = security.get("/accounts/" + account("anquan")).body();
        assertThat(own).contains("这是您自己的账号").doesNotContain("/lock\"", "/disabling\"");
        assertThat(security.get("/accounts/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(at("admin").get("/accounts/" + account("cun")).body())
                .contains("站务员", "正在登录的设备", "重发设置链接")
                .doesNotContain("/lock\"", "/disabling\"", "结束全部登录");
    }

    @Test
    @DisplayName("锁定要写理由，写过长的请改短；锁定后页面上可以解锁")
    void lockingAsksWhy() {
        var security = at("anquan");
        var path = "/accounts/" + account("cun2");
        var empty = post(security, path + "/lock", "");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("请写明理由");
        assertThat(post(security, path + "/lock", "长".repeat(101)).body()).contains("不超过 100 字");
        assertThat(post(security, path + "/lock", "核查").statusCode()).isEqualTo(303);
        assertThat(security.get(path).body()).contains("由管理员锁定", "理由：核查", "/unlocking\"");
        assertThat(post(security, path + "/unlocking", "").statusCode()).isEqualTo(303);
        assertThat(security.get(path).body()).contains("在用").doesNotContain("/unlocking\"");
        var auditor = at("shenji");
        var locked = ENTRY.matcher(auditor.get("/trail?act=LockAccount&end=done&subject=" + account("cun2"))
                .body());
        assertThat(locked.find()).isTrue();
        assertThat(auditor.get(locked.group(1)).body()).contains("目的或理由", "核查", "账号状态：在用 → 已锁定", "几秒之内封存");
        sealer.seal(1_000);
        assertThat(auditor.get(locked.group(1)).body()).contains("账号状态：在用 → 已锁定", " 批，序号 ");
    }

    @Test
    @DisplayName("导出留痕也留痕：谁、导出了什么")
    void takingTheTrailAwayLeavesATrail() {
        var auditor = at("shenji");
        auditor.download("/trail/export.xlsx?act=LockAccount&end=refused");
        var export = ENTRY.matcher(auditor.get("/trail?act=ExportTrail").body());
        assertThat(export.find()).isTrue();
        assertThat(auditor.get(export.group(1)).body()).contains("导出留痕", "事项 锁定账号，结果 没有办成", "（shenji）");
    }

    @Test
    @DisplayName("按所涉的人的姓名查：他的档案、办件的留痕都在；没有这个人的有话说；县外的人查不到")
    void theTrailIsSearchedByTheNameOfWhomItIsAbout() {
        var village = TestCounty.office(program, "cun");
        var name = "留痕" + Long.toString(System.nanoTime(), 36).replaceAll("[^a-z]", "");
        var person = new Files(program).register(village, "留痕查", Files.number(), null);
        at("cun").get("/persons/" + person);
        var auditor = at("shenji");
        var found = auditor.get("/trail?about=" + encode("留痕查")).body();
        assertThat(found).contains("建档", "打开办件、材料、文书").doesNotContain("没有符合条件");
        assertThat(auditor.get("/trail?about=" + encode(name)).body()).contains("没有这个人，请把姓名写全");
        assertThat(auditor.get("/trail?about=" + encode("留痕查") + "&act=LockAccount")
                        .body())
                .contains("没有符合条件的留痕");
    }

    @Test
    @DisplayName("重发设置链接：链接只显示一次，打开就是设口令")
    void theNewLinkOpensTheFormForAPassword() {
        var admin = at("admin");
        var shown = post(admin, "/accounts/" + account("cun2") + "/link", "");
        assertThat(shown.statusCode()).isEqualTo(200);
        var link = Pattern.compile("(/setup/[\\w-]+)").matcher(shown.body());
        assertThat(link.find()).isTrue();
        assertThat(new Browser(port).get(link.group(1)).body()).contains("cun2", "设置口令");
    }

    @Test
    @DisplayName("留痕：列表是中文，打开一条有办理人、单位、事项、请求编号；导出是表格")
    void theTrailIsReadInChinese() {
        var auditor = at("shenji");
        at("cun");
        var list = auditor.get("/trail?act=SignIn").body();
        assertThat(list).contains("登录", "公众", "办成").doesNotContain(">SignIn<", ">Opened<");
        var entry = ENTRY.matcher(auditor.get("/trail?who=cun").body());
        assertThat(entry.find()).isTrue();
        assertThat(auditor.get(entry.group(1)).body()).contains("办理人", "（cun）", "站务员", "请求编号");
        assertThat(auditor.get("/trail?who=" + encode("没有这个人")).body()).contains("没有这个用户名或姓名");
        assertThat(auditor.get("/trail?subject=12").body()).contains("记录编号不完整");
        assertThat(auditor.get("/trail?from=2001-01-01&to=2001-01-02").body()).contains("没有符合条件的留痕");
        assertThat(auditor.download("/trail/export.xlsx?act=SignIn")).startsWith('P', 'K');
        assertThat(auditor.get("/trail/export.xlsx?subject=12").statusCode()).isEqualTo(400);
    }

    @Test
    @DisplayName("从走访记录的“留痕”进来，看到的就是这条记录的；站务员没有这个入口")
    void aVisitsTrailIsOneLinkAway() {
        var visit = everything
                .sql("select subject::text from audit.trail where act = 'RecordVisit' and done order by id limit 1")
                .query(String.class)
                .single();
        var auditor = at("shenji");
        assertThat(auditor.get("/visits/" + visit).body()).contains("/trail?subject=" + visit);
        assertThat(auditor.get("/trail?subject=" + visit).body()).contains("登记走访");
        assertThat(at("sheng").get("/visits/" + visit).body()).doesNotContain("/trail");
        assertThat(at("admin").get("/trail").statusCode()).isEqualTo(403);
        assertThat(auditor.get("/accounts").statusCode()).isEqualTo(403);
    }

    private java.net.http.HttpResponse<String> post(Browser browser, String path, String reason) {
        return browser.post(
                path,
                Map.of(
                        "_command",
                        Ids.next().toString(),
                        "_post",
                        browser.postOf("/accounts/" + account("cun")),
                        "reason",
                        reason));
    }

    private Browser at(String username) {
        return Browser.signedIn(port, Objects.requireNonNull(personas.get(username)));
    }

    private String account(String username) {
        return everything
                .sql("select id::text from access.account where username = :username")
                .param("username", username)
                .query(String.class)
                .single();
    }

    private String initials(String username) {
        return everything
                .sql("select s.initials from organisation.staff s join access.account a on a.id = s.account_id"
                        + " where a.username = :username limit 1")
                .param("username", username)
                .query(String.class)
                .single();
    }

    private static String encode(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
