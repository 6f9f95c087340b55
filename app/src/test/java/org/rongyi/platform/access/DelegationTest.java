package org.rongyi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.access.delegation.DelegatePost;
import org.rongyi.platform.access.delegation.EndDelegation;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.notice.Notices;
import org.rongyi.platform.notice.Recipient;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("岗位代理：同事代为办理，用自己的账号，记两个人的名字")
class DelegationTest {

    private static final String PASSWORD = "Dai-Li-2026-x";

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Acts acts;

    @Autowired
    private DelegatePost delegatePost;

    @Autowired
    private EndDelegation endDelegation;

    @Autowired
    private Accounts accounts;

    @Autowired
    private AccountControl control;

    @Autowired
    private Posts posts;

    @Autowired
    private Transactions transactions;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @TempDir
    private Path empty;

    private LocalDate today = LocalDate.EPOCH;
    private UUID unit = new UUID(0, 0);
    private Somebody zhang;
    private Somebody li;
    private Somebody head;

    private record Somebody(UUID account, String username, UUID post) {}

    @BeforeEach
    void aStationWithThreePeople() {
        unit = TestCounty.office(program, "cun").unit();
        today = LocalDate.now(program.getBean(Clock.class));
        zhang = somebody("张三", Role.CLERK);
        li = somebody("李四", Role.CLERK);
        head = somebody("王五", Role.LEADER);
    }

    @Test
    @DisplayName("代理人在可切换的岗位里看到“代某某”，切换后办的事记“李四（代张三）”，账号是李四的")
    void theDeputyActsUnderHisOwnAccount() {
        assertThat(delegate(zhang, zhang, li)).isInstanceOf(DelegatePost.Outcome.Named.class);
        assertThat(labels(li)).anyMatch(label -> label.startsWith("代 张三 · ") && label.endsWith("站务员"));
        assertThat(labels(head)).noneMatch(label -> label.startsWith("代 "));

        var browser = at(li);
        assertThat(browser.get("/").body()).contains("李四，您好");
        assertThat(browser.post("/active-post", Map.of("post", zhang.post().toString()))
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/").body()).contains("李四（代张三），您好");
        var page = browser.get("/account/delegations").body();
        assertThat(page).contains("李四代张三", "代理中", "您现在是代别人办理").doesNotContain("确定代理");

        var acting = posts.findOffice(li.account(), zhang.post()).orElseThrow();
        assertThat(acting.account()).isEqualTo(li.account());
        assertThat(acting.speaksFor(zhang.account())).isTrue();
        assertThat(end(acting, only(zhang))).isInstanceOf(EndDelegation.Outcome.Ended.class);
        assertThat(jdbcTrail(only(zhang))).containsExactly(li.account() + " 李四（代张三） " + zhang.post());
        assertThat(browser.get("/").body()).as("back at his own").contains("李四，您好");
    }

    @Test
    @DisplayName("写给被代理岗位的消息，代理人也收得到；代理结束后不再收")
    void theDeputyIsToldWhatIsForThePost() {
        var post = new Recipient.Post(unit, Role.LEADER);
        delegate(head, head, li);
        assertThat(told(post)).contains(head.account(), li.account()).doesNotContain(zhang.account());
        end(actor(head), running(head));
        assertThat(told(post)).contains(head.account()).doesNotContain(li.account());
    }

    private List<UUID> told(Recipient.Post post) {
        return transactions.read(
                actor(head), () -> program.getBean(Notices.class).holders(post));
    }

    @Test
    @DisplayName("提前结束：当事双方和负责人都可以，旁人看不到也结束不了；结束后切换不过去")
    void eitherSideAndTheHeadMayEndIt() {
        var other = somebody("赵六", Role.CLERK);
        delegate(zhang, zhang, li);
        var delegation = only(zhang);
        assertThat(end(actor(other), delegation)).isInstanceOf(EndDelegation.Outcome.NotFound.class);
        assertThat(at(other).get("/account/delegations").body()).doesNotContain("李四代张三");
        assertThat(end(actor(head), delegation)).isInstanceOf(EndDelegation.Outcome.Ended.class);
        assertThat(end(actor(zhang), delegation)).isInstanceOf(EndDelegation.Outcome.Over.class);
        assertThat(labels(li)).noneMatch(label -> label.startsWith("代 "));
        assertThat(at(li).post("/active-post", Map.of("post", zhang.post().toString()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(delegate(zhang, zhang, li)).as("anew").isInstanceOf(DelegatePost.Outcome.Named.class);
        assertThat(end(actor(zhang), running(zhang))).isInstanceOf(EndDelegation.Outcome.Ended.class);
    }

    @Test
    @DisplayName("过了最后一天、还没到第一天、岗位结束、任一方账号锁定、代理人离开本单位：都不能代理")
    void itIsOverByItself() {
        delegate(zhang, zhang, li);
        assertThat(mayActFor(zhang)).isTrue();
        shift(zhang, -9, -1);
        assertThat(mayActFor(zhang)).as("past").isFalse();
        shift(zhang, 1, 3);
        assertThat(mayActFor(zhang)).as("to come").isFalse();
        shift(zhang, -1, 0);
        assertThat(mayActFor(zhang)).as("last day").isTrue();
        write(() -> posts.close(li.post(), today));
        assertThat(mayActFor(zhang)).as("the deputy has left").isFalse();

        var ma = somebody("马七", Role.CLERK);
        delegate(head, ma, somebody("钱八", Role.CLERK));
        write(() -> posts.close(ma.post(), today));
        assertThat(at(head).get("/account/delegations").body()).contains("钱八代马七", "已结束");

        var sun = somebody("孙九", Role.CLERK);
        var zhou = somebody("周十", Role.CLERK);
        delegate(sun, sun, zhou);
        var ground = new AccountControl.Ground("核实", "安全管理员");
        write(() -> lockAndRelease(sun.account(), ground));
        assertThat(posts.findOffice(zhou.account(), sun.post()))
                .as("ended, not paused")
                .isEmpty();
    }

    @Test
    @DisplayName("不能代理的：别人的岗位、自己给自己、再委托、管理员和外单位的人、期间不对、已有人代理")
    void whatIsRefused() {
        assertThat(delegate(zhang, head, li)).isInstanceOf(DelegatePost.Outcome.NotFound.class);
        assertThat(delegate(zhang, zhang, zhang)).isInstanceOf(DelegatePost.Outcome.NoColleague.class);
        assertThat(delegate(head, zhang, head)).isInstanceOf(DelegatePost.Outcome.Yourself.class);
        var auditor = somebody("吴一", Role.AUDITOR);
        assertThat(delegate(zhang, zhang, auditor)).isInstanceOf(DelegatePost.Outcome.NoColleague.class);
        assertThat(delegate(head, auditor, li)).isInstanceOf(DelegatePost.Outcome.NotFound.class);
        var elsewhere = TestCounty.office(program, "cun2");
        var stranger = new Somebody(elsewhere.account(), "cun2", elsewhere.post());
        assertThat(delegate(zhang, zhang, stranger)).isInstanceOf(DelegatePost.Outcome.NoColleague.class);
        assertThat(delegate(head, stranger, li)).isInstanceOf(DelegatePost.Outcome.NotFound.class);

        assertThat(delegate(zhang, li, -1, 3, "年休假")).isInstanceOf(DelegatePost.Outcome.DayNotPossible.class);
        assertThat(delegate(zhang, li, 3, 2, "年休假")).isInstanceOf(DelegatePost.Outcome.DayNotPossible.class);
        assertThat(delegate(zhang, li, 0, 30, "年休假")).isEqualTo(new DelegatePost.Outcome.TooLong(30));
        assertThat(delegate(zhang, li, 0, 3, " ")).isInstanceOf(DelegatePost.Outcome.NoReason.class);
        assertThat(delegate(zhang, li, 0, 29, "年休假")).isInstanceOf(DelegatePost.Outcome.Named.class);
        assertThat(delegate(zhang, head, 29, 31, "年休假")).isInstanceOf(DelegatePost.Outcome.AlreadyDelegated.class);
        assertThat(delegate(zhang, head, 30, 31, "年休假")).isInstanceOf(DelegatePost.Outcome.Named.class);

        var acting = posts.findOffice(li.account(), zhang.post()).orElseThrow();
        var wanted = new Delegations.Wanted(li.post(), head.account(), today, today, "年休假");
        assertThat(acts.perform(acting, delegatePost, new DelegatePost.Command(CommandId.fresh(acting), wanted)))
                .isInstanceOf(DelegatePost.Outcome.ActsForSomebody.class);
    }

    @Test
    @DisplayName("同一岗位同一时刻指定两位代理人，只成一位")
    void oneOfTwoAtOnce() throws Exception {
        try (var both = Executors.newFixedThreadPool(2)) {
            List<Callable<DelegatePost.Outcome>> tries =
                    List.of(() -> delegate(zhang, zhang, li), () -> delegate(head, zhang, li));
            var named = 0;
            for (var one : both.invokeAll(tries)) {
                named += one.get() instanceof DelegatePost.Outcome.Named ? 1 : 0;
            }
            assertThat(named).isOne();
        }
    }

    @Test
    @DisplayName("代理负责人的，和负责人一样要动态验证码")
    void whoActsForTheHeadNeedsHisSecondFactor() {
        var factors = new SecondFactors(
                jdbc,
                program.getBean(Vault.class),
                program.getBean(Policy.class),
                DataDirectory.at(empty),
                program.getBean(Clock.class),
                program);
        var gate = new Gate(
                program.getBean(Sessions.class), posts, factors, program.getBean(Mandates.class), transactions);
        assertThat(gate.recognise(token(li)).orElseThrow().mustBind()).isFalse();
        delegate(head, head, li);
        assertThat(gate.recognise(token(li)).orElseThrow().mustBind()).isTrue();
    }

    @Test
    @DisplayName("页面：填错的说怎么改，填对的列出来；管理员没有这个入口")
    void thePages() {
        var path = "/account/delegations";
        var browser = at(zhang);
        assertThat(browser.get("/account").body()).contains(path);
        var wrong =
                browser.post(path, form(browser, Map.of("post", zhang.post().toString(), "last", today.toString())));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("请选择由谁代理", "请写明为什么要代理");
        var named = browser.post(
                path,
                form(
                        browser,
                        Map.of(
                                "post", zhang.post().toString(),
                                "deputy", li.account().toString(),
                                "first", today.toString(),
                                "last", today.plusDays(4).toString(),
                                "reason", "外出培训")));
        assertThat(named.statusCode()).isEqualTo(303);
        assertThat(browser.get(path).body()).contains("李四代张三", "外出培训", "代理中");
        var ended = browser.post(path + "/" + only(zhang) + "/end", form(browser, Map.of()));
        assertThat(ended.statusCode()).isEqualTo(303);
        assertThat(browser.get(path).body()).contains("已结束", "提前结束");
        var admin = Browser.signedIn(port, TestCounty.ensure(program).get("admin"));
        assertThat(admin.get(path).statusCode()).isEqualTo(403);
        assertThat(admin.get("/account").body()).doesNotContain(path);
    }

    private Map<String, String> form(Browser browser, Map<String, String> fields) {
        var all = new java.util.HashMap<>(fields);
        all.put("_command", org.rongyi.platform.kernel.Ids.next().toString());
        all.put("_post", browser.postOf("/account/delegations"));
        return all;
    }

    private boolean lockAndRelease(UUID account, AccountControl.Ground ground) {
        control.disable(account, ground);
        jdbc.sql("update access.account set disabled = false where id = :id")
                .param("id", account)
                .update();
        return true;
    }

    private Somebody somebody(String name, Role role) {
        var username = "d" + UUID.randomUUID().toString().substring(0, 12);
        return transactions.write(new Actor.Visitor(), () -> {
            var account = accounts.open(new Accounts.NewAccount(username, name, PASSWORD, false, null));
            return new Somebody(account, username, posts.open(account, unit, role, LocalDate.of(2020, 1, 1)));
        });
    }

    private Browser at(Somebody who) {
        var browser = new Browser(port);
        assertThat(browser.post("/sign-in", Map.of("username", who.username(), "password", PASSWORD))
                        .statusCode())
                .isEqualTo(303);
        return browser;
    }

    private String token(Somebody who) {
        return transactions.write(
                new Actor.Visitor(),
                () -> program.getBean(SignIn.class).open(who.account(), new SignIn.Browser("127.0.0.1", "test")));
    }

    private Actor.Office actor(Somebody who) {
        return posts.findOffice(who.account(), who.post()).orElseThrow();
    }

    private List<String> labels(Somebody who) {
        return posts.inForce(who.account()).stream().map(SignedIn.Held::label).toList();
    }

    private boolean mayActFor(Somebody principal) {
        return posts.findOffice(li.account(), principal.post()).isPresent();
    }

    private DelegatePost.Outcome delegate(Somebody by, Somebody whose, Somebody deputy) {
        return delegate(by, new Delegations.Wanted(whose.post(), deputy.account(), today, today.plusDays(3), "年休假"));
    }

    private DelegatePost.Outcome delegate(Somebody whose, Somebody deputy, int first, int last, String reason) {
        return delegate(
                whose,
                new Delegations.Wanted(
                        whose.post(), deputy.account(), today.plusDays(first), today.plusDays(last), reason));
    }

    private DelegatePost.Outcome delegate(Somebody by, Delegations.Wanted wanted) {
        var office = actor(by);
        return acts.perform(office, delegatePost, new DelegatePost.Command(CommandId.fresh(office), wanted));
    }

    private EndDelegation.Outcome end(Actor.Office by, UUID delegation) {
        return acts.perform(by, endDelegation, new EndDelegation.Command(CommandId.fresh(by), delegation));
    }

    private UUID only(Somebody principal) {
        return jdbc.sql("select id from access.delegation where post_id = :post")
                .param("post", principal.post())
                .query(UUID.class)
                .single();
    }

    private UUID running(Somebody principal) {
        return jdbc.sql("select id from access.delegation where post_id = :post and ended_at is null")
                .param("post", principal.post())
                .query(UUID.class)
                .single();
    }

    private void shift(Somebody principal, int first, int last) {
        jdbc.sql("update access.delegation set first_day = :first, last_day = :last where post_id = :post")
                .param("first", today.plusDays(first))
                .param("last", today.plusDays(last))
                .param("post", principal.post())
                .update();
    }

    private List<String> jdbcTrail(UUID delegation) {
        return program.getBean("jobJdbc", JdbcClient.class)
                .sql(
                        "select account_id || ' ' || actor_name || ' ' || post_id from audit.trail where subject = :subject and act = 'EndDelegation'")
                .param("subject", delegation)
                .query(String.class)
                .list();
    }

    private <T> T write(java.util.function.Supplier<T> work) {
        return transactions.write(new Actor.Visitor(), work);
    }
}
