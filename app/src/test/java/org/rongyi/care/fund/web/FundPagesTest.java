package org.rongyi.care.fund.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.kernel.CreditCode;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("资金的页面：设立、捐赠、凭证、冲回，公开账目和捐赠去向")
class FundPagesTest {

    private static final Pattern FUND = Pattern.compile("href=\"(/funds/[0-9a-f-]{36})\">([^<]+)<");

    @Autowired
    private ApplicationContext program;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();
    private Browser officer;

    @BeforeEach
    void signedIn() {
        personas = TestCounty.ensure(program);
        officer = as("xian");
    }

    @Test
    @DisplayName("登记一笔捐赠：缺什么一次说全；登记后有编号、查询码，公开页不写没同意公开的姓名")
    void aGiftFromTheFormToThePublicPage() {
        var fund = fund(officer, "关爱基金");
        var wrong = gift(fund, Map.of("donor", "PERSON", "amount", "五千", "name", ""));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("请按元填写金额", "请填写姓名或名称", "请填写慈善组织开出的票据号", "请写明捐赠人约定的用途");

        var saved = gift(fund, fields("票据" + Ids.next(), "2,345.60"));
        assertThat(saved.statusCode()).isEqualTo(303);
        var page = officer.get(saved.headers().firstValue("Location").orElseThrow())
                .body();
        assertThat(page).contains("欧阳实名", "2,345.60元", "查询码");
        assertThat(as("shenji")
                        .get(saved.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("欧阳实名")
                .doesNotContain("查询码");

        var street = new Browser(port);
        assertThat(street.get(fund.replace("/funds/", "/open-books/")).body())
                .contains("爱心人士", "2,345.60")
                .doesNotContain("欧阳实名");
        var number = found("捐赠 (JZ[0-9-]+)", page);
        var code = found("查询码</dt>\\s*<dd>(\\w{10})", page);
        var traced = street.post("/open-books/trace", Map.of("number", number, "code", code.toLowerCase()));
        assertThat(traced.statusCode()).isEqualTo(200);
        assertThat(traced.body()).contains("2,345.60", "还没有用").doesNotContain("欧阳实名");
        assertThat(street.post("/open-books/trace", Map.of("number", number, "code", "2345678923"))
                        .body())
                .contains("编号与查询码对不上");
    }

    @Test
    @DisplayName("只链接到民政部指定的互联网募捐平台：别的网址在表单和登记时都不收，填过的都还在；指定的连同名称链接")
    void onlyADesignatedPlatform() {
        var chief = as("juzhang");
        for (var address : List.of(
                "https://any-shop.cn/pay",
                "https://gongyi.qq.com.any-shop.cn/pay",
                "https://any-shop.cn/gongyi.qq.com",
                "https://gongyi.qq.com@any-shop.cn/",
                "https://any-shop.cn\\@gongyi.qq.com/",
                "https://gongyi.qq.com:8443/",
                "http://gongyi.qq.com/")) {
            var refused = chief.post("/funds/new", command(chief, charity("平台基金", address)));
            assertThat(refused.statusCode()).as(address).isEqualTo(422);
            assertThat(refused.body()).contains("民政部指定的互联网募捐平台", "平台基金").contains("腾讯公益");
        }
        var name = "平台基金" + Ids.next();
        var opened = chief.post(
                "/funds/new", command(chief, charity(name, "https://ssl.gongyi.qq.com/m/weixin/detail.htm?id=1")));
        assertThat(opened.statusCode()).isEqualTo(303);
        var fund = opened.headers().firstValue("Location").orElseThrow();
        assertThat(new Browser(port)
                        .get(fund.replace("/funds/", "/open-books/"))
                        .body())
                .contains("https://ssl.gongyi.qq.com/m/weixin/detail.htm?id=1", "到腾讯公益捐赠");
    }

    private static Map<String, String> charity(String name, String platform) {
        return Map.of(
                "name", name,
                "kind", "CARE",
                "document", "会议纪要",
                "openedOn", "2026-01-01",
                "charity", "怀集县慈善会",
                "creditCode", "5144122333333333A" + CreditCode.checkCharacter("5144122333333333A"),
                "licence", "公募证 1 号",
                "platform", platform);
    }

    @Test
    @DisplayName("账给谁看：管理单位、它的上级和审计员；下级、别的单位、村站看不到")
    void whoMayOpenTheBooks() {
        var county = fund(officer, "关爱基金");
        var province = fund(as("sheng"), "应急救助基金");
        assertThat(as("sheng").get(county).statusCode()).isEqualTo(200);
        assertThat(as("shenji").get(county).statusCode()).isEqualTo(200);
        assertThat(officer.get(province).statusCode()).isEqualTo(404);
        assertThat(officer.get(province + "/entries").statusCode()).isEqualTo(404);
        assertThat(officer.get(province + "/entries/export.xlsx?year=2026").statusCode())
                .isEqualTo(404);
        assertThat(officer.get(province + "/income").statusCode()).isEqualTo(404);
        assertThat(as("cun").get(county).statusCode()).isEqualTo(403);
        assertThat(as("laobing").get(county).statusCode()).isEqualTo(403);
        assertThat(as("sheng")
                        .post(county + "/gifts/new", command(as("sheng"), fields("x", "1")))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("登记错了：登记人自己冲不回，局长写明理由冲回，两张凭证互相指着")
    void aWrongEntryIsTakenBack() {
        var fund = fund(officer, "关爱基金");
        gift(fund, fields("错" + Ids.next(), "88"));
        var books = officer.get(fund + "/entries").body();
        var entry = found("href=\"(/entries/[0-9a-f-]{36})\"", books);
        assertThat(officer.get(entry).body()).doesNotContain("红字冲回");
        var chief = as("juzhang");
        var without = chief.post(entry + "/reversal", command(chief, Map.of("reason", " ")));
        assertThat(without.statusCode()).isEqualTo(422);
        var done = chief.post(entry + "/reversal", command(chief, Map.of("reason", "金额写错")));
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(chief.get(entry).body()).contains("已冲回");
        assertThat(chief.get(done.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("冲回的是", "金额写错");
    }

    @Test
    @DisplayName("报表、明细账、银行对账、年终结账、终止、来源：管账的都打得开，从数字走得到凭证；别的单位的打不开")
    void theBooksAreReadFromTheFundsPage() {
        var fund = fund(officer, "关爱基金");
        gift(fund, fields("账" + Ids.next(), "321"));
        var page = officer.get(fund).body();
        assertThat(page).contains("年的支出比例", "受慈善法这两个比例约束");
        for (var door : java.util.List.of(
                "/trial-balance", "/activity", "/balance-sheet", "/bank", "/years", "/end", "/costs", "/sources")) {
            assertThat(officer.get(fund + door).statusCode()).as(door).isEqualTo(200);
            assertThat(officer.get(fund(as("sheng"), "应急救助基金") + door).statusCode())
                    .as(door)
                    .isEqualTo(404);
        }
        var ledger = found(
                "href=\"(/funds/[0-9a-f-]{36}/ledger\\?account=GIFT_INCOME[^\"]*)\"",
                officer.get(fund + "/activity").body().replace("&amp;", "&"));
        var entry =
                found("href=\"(/entries/[0-9a-f-]{36})\"", officer.get(ledger).body());
        assertThat(officer.get(entry).body()).contains("捐赠收入");
        assertThat(officer.get(fund + "/trial-balance?from=2021-13-01&to=昨天").body())
                .contains("请选择日期");
        assertThat(new String(officer.download(fund + "/trial-balance/export.xlsx"), 0, 2, StandardCharsets.ISO_8859_1))
                .isEqualTo("PK");
        assertThat(as("shenji").get(fund + "/balance-sheet").body()).contains("负债和净资产合计");
        assertThat(officer.post(fund + "/years", command(officer, Map.of("year", "2999")))
                        .body())
                .contains("还不能结账");
        assertThat(officer.post(fund + "/bank", command(officer, Map.of())).body())
                .contains("请选择银行的对账单文件");
        assertThat(officer.get("/bank-lines").body()).contains("银行流水待查");
    }

    @Test
    @DisplayName("捐赠的台账：屏幕上一页，纸上和文件里整份；导出留痕；公开账目谁都能整份打印，没同意的仍不写姓名")
    void theWholeListOfGifts() {
        var name = "整份基金" + Ids.next();
        var fund = as("juzhang")
                .post("/funds/new", command(as("juzhang"), charity(name, "")))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        int gifts = 33;
        for (int number = 1; number <= gifts; number++) {
            assertThat(gift(fund, fields("整份" + number + "号" + Ids.next(), "10." + (10 + number)))
                            .statusCode())
                    .isEqualTo(303);
        }
        var screen = officer.get(fund + "/gifts").body();
        assertThat(receipts(screen)).isLessThan(gifts);
        assertThat(screen).contains(fund + "/gifts/export.xlsx", fund + "/gifts/print");
        assertThat(receipts(officer.get(fund + "/gifts/print").body())).isEqualTo(gifts);
        assertThat(officer.get(fund + "/gifts/print").body()).contains(name + "收到的捐赠", "10.43");
        assertThat(new String(officer.download(fund + "/gifts/export.xlsx"), 0, 2, StandardCharsets.ISO_8859_1))
                .isEqualTo("PK");
        assertThat(officer.get(fund + "/sources/print").body()).contains(name + "的来源");
        assertThat(officer.get(fund + "/ledger/print?account=BANK").body()).contains("期末余额");
        assertThat(officer.get("/funds/print").body()).contains(name);
        assertThat(officer.get(fund + "/payments/print").body()).contains(name + "的拨付批次");
        var one = Pattern.compile("/gifts/[0-9a-f-]{36}")
                .matcher(screen)
                .results()
                .findFirst()
                .orElseThrow()
                .group();
        assertThat(officer.get(one + "/print").body()).contains("用到了哪里");

        var street = new Browser(port).get(fund.replace("/funds/", "/open-books/") + "/print");
        assertThat(street.body()).contains("爱心人士", "10.11", "10.43").doesNotContain("欧阳实名");
        assertThat(street.body()).contains("共 " + gifts + " 行");
        var open = new Browser(port).get(fund.replace("/funds/", "/open-books/"));
        assertThat(open.body()).as("余额、方案、公开的信息连同一页清单，照屏幕上的打印").contains("data-print", "打印台账");
        assertThat(new Browser(port).get("/open-books/print").body()).contains(name);
        assertThat(as("cun").get(fund + "/gifts/print").statusCode()).isEqualTo(403);
    }

    private static long receipts(String page) {
        return Pattern.compile("整份\\d+号").matcher(page).results().count();
    }

    private Browser as(String persona) {
        return Browser.signedIn(port, Objects.requireNonNull(personas.get(persona)));
    }

    private java.net.http.HttpResponse<String> gift(String fund, Map<String, String> fields) {
        return officer.post(fund + "/gifts/new", command(officer, fields));
    }

    private static Map<String, String> fields(String receipt, String yuan) {
        var today = java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
        return Map.of(
                "donor",
                "PERSON",
                "name",
                "欧阳实名",
                "receipt",
                receipt,
                "amount",
                yuan,
                "wish",
                "给困难老兵",
                "receivedOn",
                today.toString());
    }

    /** The fields with a new command's id, opened under this browser's post. */
    private static Map<String, String> command(Browser browser, Map<String, String> fields) {
        var whole = new HashMap<>(fields);
        whole.put("_command", Ids.next().toString());
        whole.put("_post", browser.postOf("/account/delegations"));
        return whole;
    }

    private static String fund(Browser browser, String named) {
        var found = FUND.matcher(browser.get("/funds").body());
        while (found.find()) {
            if (found.group(2).contains(named)) {
                return found.group(1);
            }
        }
        throw new AssertionError("no fund named " + named);
    }

    private static String found(String pattern, String text) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
