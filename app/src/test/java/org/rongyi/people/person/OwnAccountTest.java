package org.rongyi.people.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.network.oversight.FoundByPerson;
import org.rongyi.platform.access.AccountControl;
import org.rongyi.platform.access.Accounts;
import org.rongyi.platform.access.OwnAccounts;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("本人账号：窗口核对身份证开通；每项服务有最低实名等级，不够的先说明怎么办")
class OwnAccountTest {

    private static final String PASSWORD = "Tian-Qing-2026";
    private static final Pattern LINK = Pattern.compile("(/setup/[\\w-]+)");
    private static final Pattern USERNAME = Pattern.compile("<p class=\"code\">(\\w+)</p>");

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Acts acts;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Transactions transactions;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas;
    private Actor.Office clerk;
    private Files files;
    private UUID person;

    @BeforeEach
    void somebodyOnFile() {
        personas = TestCounty.ensure(program);
        clerk = TestCounty.office(program, "cun");
        files = new Files(program);
        person = files.register(clerk, "吴窗口", Files.number(), null);
    }

    @Test
    @DisplayName("窗口开通：纸条上的链接设好口令就能登录，实名等级五级，能申请更正；本人收到告知；处置记录和留痕都写着看了什么证件")
    void theSlipOpensTheAccount() {
        var slip = openAtCounter().body();
        assertThat(slip).contains("吴窗口", "72 小时", "class=\"qr\"");
        var veteran = enterWith(slip);
        assertThat(veteran.get("/me").body()).contains("五级（窗口核对或数字证书）");
        // known well enough, he is led to the form; on the way he reads how his data are used
        assertThat(veteran.get("/me/correction").headers().firstValue("Location"))
                .contains("/me/privacy?then=/me/correction");
        assertThat(veteran.get("/messages").body()).contains("窗口为您开通了账号");
        assertThat(Browser.signedIn(port, personas.get("cun"))
                        .get("/persons/" + person)
                        .body())
                .contains("，已启用；")
                .doesNotContain("本人还没有账号");
        var reason = "看了居民身份证：忘了口令";
        var account = own().orElseThrow().id();
        assertThat(transactions.read(
                        new Actor.Visitor(),
                        () -> program.getBean(AccountControl.class).history(account)))
                .extracting(past -> past.change().zh() + " " + past.reason())
                .contains("窗口开通 " + reason);
        assertThat(count("""
                        select count(*) from audit.trail t join access.account a on a.id = t.subject
                        where a.person_id = :person and t.act = 'OpenAtCounter' and t.purpose = :reason
                        """, reason)).isOne();
    }

    @Test
    @DisplayName("重新开通：原来的口令作废，登录着的设备退出，先前的纸条失效，用户名还是那个")
    void openedAnewTheOldPasswordIsOver() {
        var first = openAtCounter().body();
        var username = username(first);
        var phone = enterWith(first);
        var unused = openAtCounter().body();
        var second = openAtCounter().body();
        assertThat(username(second)).isEqualTo(username);
        assertThat(phone.get("/me").statusCode()).isEqualTo(302);
        assertThat(new Browser(port)
                        .post("/sign-in", Map.of("username", username, "password", PASSWORD))
                        .statusCode())
                .isEqualTo(422);
        assertThat(new Browser(port).get(link(unused)).statusCode()).isEqualTo(404);
        assertThat(new Browser(port).get(link(second)).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("没有看证件、本人不在场、没写做什么用，不开通；邻村看不到；不负责联系的一地开不了；已锁定的不能在窗口解开")
    void onlyWhoSawTheCardOfOneOfHisOwn() {
        var desk = Browser.signedIn(port, personas.get("cun"));
        var path = "/persons/" + person + "/account";
        assertThat(desk.post(path, form(desk, "IDENTITY_CARD", "", "忘了口令")).body())
                .contains("本人不在场不能开通");
        assertThat(desk.post(path, form(desk, "", "yes", "忘了口令")).body()).contains("请选择看了哪种证件");
        assertThat(desk.post(path, form(desk, "IDENTITY_CARD", "yes", " ")).body())
                .contains("请写明开通做什么用");
        assertThat(own()).isEmpty();
        var neighbour = TestCounty.office(program, "cun2");
        assertThat(open(neighbour, person)).isInstanceOf(OpenAtCounter.Outcome.NotFound.class);
        var both = files.register(neighbour, "吴两地", Files.number(), neighbour.unitCode(), clerk.unitCode());
        assertThat(open(clerk, both)).isInstanceOf(OpenAtCounter.Outcome.NotResponsible.class);
        assertThat(open(clerk, person)).isInstanceOf(OpenAtCounter.Outcome.Granted.class);
        var account = own().orElseThrow().id();
        assertThat(FoundByPerson.records(program, clerk, person)).as("按他的姓名查留痕").contains(account);
        transactions.write(new Actor.Visitor(), () -> {
            program.getBean(AccountControl.class).hold(account, new AccountControl.Ground("试", "测试"));
            return true;
        });
        assertThat(open(clerk, person)).isInstanceOf(OpenAtCounter.Outcome.ShutOut.class);
    }

    @Test
    @DisplayName("同一张开通表再交一次：本人还没用过的，换一张纸条；用过了就不再给，本人设的口令还在")
    void theSameFormGivesNoWayInOnceHeHasEntered() {
        var desk = Browser.signedIn(port, personas.get("cun"));
        var form = form(desk, "IDENTITY_CARD", "yes", "忘了口令");
        var path = "/persons/" + person + "/account";
        var lost = desk.post(path, form).body();
        var slip = desk.post(path, form).body();
        assertThat(new Browser(port).get(link(lost)).statusCode()).isEqualTo(404);
        var veteran = enterWith(slip);
        var again = desk.post(path, form);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("这一次的链接已经用过", "重新办理").doesNotContain("/setup/");
        assertThat(veteran.get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("先前那一次的纸条没用，后来又开通了一次：先前那张表再交，换不到新的，后来的纸条还能用")
    void anEarlierGrantMakesWayForTheLaterOne() {
        var desk = Browser.signedIn(port, personas.get("cun"));
        var form = form(desk, "IDENTITY_CARD", "yes", "忘了口令");
        var path = "/persons/" + person + "/account";
        assertThat(desk.post(path, form).statusCode()).isEqualTo(200);
        var later = openAtCounter().body();
        assertThat(desk.post(path, form).statusCode()).isEqualTo(409);
        assertThat(new Browser(port).get(link(later)).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("二级登录申请更正：填表之前就说明缺什么、怎么办；绕过页面直接提交也不行，留痕写着实名等级不够")
    void whatIsMissingIsSaidBeforeAnythingIsFilledIn() {
        var username = "d" + UUID.randomUUID().toString().substring(0, 12);
        transactions.write(
                new Actor.Visitor(),
                () -> accounts.open(new Accounts.NewAccount(username, "吴窗口", PASSWORD, false, person)));
        var veteran = new Browser(port);
        veteran.post("/sign-in", Map.of("username", username, "password", PASSWORD));
        assertThat(veteran.get("/me").body()).contains("二级（自行填报）");
        var page = veteran.get("/me/correction");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body())
                .contains("要到三级（数据核验）", "用手机验证码登录一次", "next=%2Fme%2Fcorrection", "带身份证到服务站窗口")
                .doesNotContain("<textarea");
        var fields = new LinkedHashMap<>(Map.of("name", "吴新名", "ground", "登记错了"));
        fields.put("_command", Ids.next().toString());
        assertThat(veteran.post("/me/correction", fields).statusCode()).isEqualTo(403);
        assertThat(asked(Assurance.DECLARED)).isEqualTo(new Applied.NotIdentified(Assurance.CHECKED));
        assertThat(asked(Assurance.CHECKED)).isInstanceOf(Applied.Asked.class);
    }

    private Applied asked(Assurance assurance) {
        var self = new Actor.Self(UUID.randomUUID(), "吴窗口", person, assurance);
        var request = new CorrectionRequest("吴新名", null, null, null, null, null, "登记错了");
        return acts.perform(
                self,
                program.getBean(AskCorrection.class),
                new AskCorrection.Command(CommandId.fresh(self), person, request, null));
    }

    private OpenAtCounter.Outcome open(Actor.Office actor, UUID whom) {
        return acts.perform(
                actor,
                program.getBean(OpenAtCounter.class),
                new OpenAtCounter.Command(CommandId.fresh(actor), whom, OpenAtCounter.Card.IDENTITY_CARD, "本人要在手机上办事"));
    }

    private java.net.http.HttpResponse<String> openAtCounter() {
        var desk = Browser.signedIn(port, personas.get("cun"));
        var answer = desk.post("/persons/" + person + "/account", form(desk, "IDENTITY_CARD", "yes", "忘了口令"));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private Map<String, String> form(Browser desk, String card, String present, String purpose) {
        var form = new LinkedHashMap<String, String>();
        form.put("_command", Ids.next().toString());
        form.put("_post", desk.postOf("/persons/" + person + "/account"));
        form.put("card", card);
        form.put("present", present);
        form.put("purpose", purpose);
        return form;
    }

    private Browser enterWith(String slip) {
        var browser = new Browser(port);
        assertThat(browser.post(link(slip), Map.of("wanted", PASSWORD, "again", PASSWORD))
                        .statusCode())
                .isEqualTo(303);
        browser.post("/sign-in", Map.of("username", username(slip), "password", PASSWORD));
        return browser;
    }

    private java.util.Optional<OwnAccounts.Own> own() {
        return transactions.read(
                new Actor.Visitor(), () -> program.getBean(OwnAccounts.class).find(person));
    }

    private static String link(String slip) {
        return found(LINK, slip);
    }

    private static String username(String slip) {
        return found(USERNAME, slip);
    }

    private static String found(Pattern pattern, String slip) {
        var found = pattern.matcher(slip);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private long count(String sql, String reason) {
        return everything
                .sql(sql)
                .param("person", person)
                .param("reason", reason)
                .query(Long.class)
                .single();
    }
}
