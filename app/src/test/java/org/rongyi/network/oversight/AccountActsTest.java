package org.rongyi.network.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.LookAgain;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.network.organisation.Offices;
import org.rongyi.platform.access.AccountControl;
import org.rongyi.platform.access.Accounts;
import org.rongyi.platform.access.Posts;
import org.rongyi.platform.access.SetUp;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.NotAllowed;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.database.Superuser;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@RongyiTest
@DisplayName("账号处置：锁定、解锁、停用、恢复、结束登录、重发链接")
class AccountActsTest {

    private static final String PASSWORD = "Tian-Qing-2026";
    private static final LocalDate FROM = LocalDate.of(2020, 1, 1);

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Acts acts;

    @Autowired
    private LockAccount lockAccount;

    @Autowired
    private UnlockAccount unlockAccount;

    @Autowired
    private DisableAccount disableAccount;

    @Autowired
    private RestoreAccount restoreAccount;

    @Autowired
    private EndSessions endSessions;

    @Autowired
    private ReissueLink reissueLink;

    @Autowired
    private AccountControl control;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Posts posts;

    @Autowired
    private SetUp setUp;

    @Autowired
    private Transactions transactions;

    @Autowired
    @Qualifier("job")
    private JdbcClient jobs;

    @LocalServerPort
    private int port;

    private Actor.Office admin;
    private Actor.Office security;
    private Actor.Office clerk;
    private final List<UUID> administrators = new ArrayList<>();

    /** An account with its user name. */
    private record Made(UUID id, String username) {}

    @BeforeEach
    void county() {
        admin = TestCounty.office(program, "admin");
        security = TestCounty.office(program, "anquan");
        clerk = TestCounty.office(program, "cun");
    }

    /** Administrators made here must not count elsewhere. */
    @AfterEach
    void leaveNoAdministrator() {
        administrators.forEach(this::disable);
    }

    @Test
    @DisplayName("锁定：下一个请求就出去了，口令对也进不来，理由记在案")
    void whoIsLockedIsOutWithTheNextRequest() {
        var made = serving(clerk, Role.CLERK);
        var phone = signedIn(made);
        assertThat(phone.get("/account").statusCode()).isEqualTo(200);
        assertThat(lock(security, made.id(), "手机丢失")).isEqualTo(new LockAccount.Outcome.Locked(made.id()));
        assertThat(phone.get("/account").headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).contains("/sign-in"));
        var again = enter(made, PASSWORD);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("由安全管理员锁定");
        assertThat(enter(made, "not-it").body()).doesNotContain("由安全管理员锁定");
        assertThat(history(made.id())).first().satisfies(past -> {
            assertThat(past.change()).isEqualTo(AccountControl.Change.LOCK);
            assertThat(past.reason()).isEqualTo("手机丢失");
            assertThat(past.actor()).contains(security.unitName());
        });
    }

    @Test
    @DisplayName("锁定不了的：没有的、辖区外的、自己的、已锁定的、没写理由的")
    void whatCannotBeLocked() {
        var made = serving(clerk, Role.CLERK);
        assertThat(lock(security, UUID.randomUUID(), "试")).isEqualTo(new LockAccount.Outcome.NotFound());
        assertThat(lock(Offices.of(Role.SECURITY_ADMIN, 440100000000L), made.id(), "试"))
                .isEqualTo(new LockAccount.Outcome.NotFound());
        assertThat(lock(security, security.account(), "试")).isEqualTo(new LockAccount.Outcome.Yourself());
        assertThat(lock(security, made.id(), " ")).isEqualTo(new LockAccount.Outcome.NoReason());
        lock(security, made.id(), "试");
        assertThat(lock(security, made.id(), "再试")).isEqualTo(new LockAccount.Outcome.AlreadyLocked());
        assertThatThrownBy(() -> lock(clerk, made.id(), "试")).isInstanceOf(NotAllowed.class);
    }

    @Test
    @DisplayName("辖区外还有岗位的，由上级办理；离任的岗位不算")
    void whoServesElsewhereIsLeftToTheLevelAbove() {
        var county = Offices.of(Role.SECURITY_ADMIN, clerk.unitCode().value() / 1_000_000 * 1_000_000);
        var made = serving(clerk, Role.CLERK);
        var province = transactions.write(admin, () -> posts.open(made.id(), admin.unit(), Role.OFFICER, FROM));
        assertThat(lock(county, made.id(), "试")).isEqualTo(new LockAccount.Outcome.ServesElsewhere());
        assertThat(perform(county, disableAccount, new DisableAccount.Command(fresh(county), made.id(), "试")))
                .isEqualTo(new DisableAccount.Outcome.ServesElsewhere());
        assertThat(unlock(county, made.id())).isEqualTo(new UnlockAccount.Outcome.ServesElsewhere());
        assertThat(restore(county, made.id())).isEqualTo(new RestoreAccount.Outcome.ServesElsewhere());
        assertThat(signOut(county, made.id())).isEqualTo(new EndSessions.Outcome.ServesElsewhere());
        assertThat(link(Offices.of(Role.SYSTEM_ADMIN, county.unitCode().value()), made.id()))
                .isEqualTo(new ReissueLink.Outcome.ServesElsewhere());
        transactions.write(admin, () -> posts.close(province, FROM.plusDays(1)));
        assertThat(lock(county, made.id(), "试")).isEqualTo(new LockAccount.Outcome.Locked(made.id()));
    }

    @Test
    @DisplayName("两个管理员互相锁定，后一个锁不成：最后一个可用的管理员留着")
    void theLastUsableAdministratorStays() {
        var second = administrator();
        assertThat(lock(security, second.account(), "核查")).isEqualTo(new LockAccount.Outcome.Locked(second.account()));
        assertThat(lock(second, security.account(), "核查")).isEqualTo(new LockAccount.Outcome.LastAdministrator());
        assertThat(perform(second, disableAccount, new DisableAccount.Command(fresh(second), security.account(), "核查")))
                .isEqualTo(new DisableAccount.Outcome.LastAdministrator());
    }

    @Test
    @DisplayName("最后一位可用的系统管理员、审计员，安全管理员也锁不了")
    void theLastOfTheOtherTwoStaysToo() {
        var auditor = TestCounty.office(program, "shenji");
        for (var one : List.of(admin, auditor)) {
            assertThat(lock(security, one.account(), "核查")).isEqualTo(new LockAccount.Outcome.LastAdministrator());
        }
    }

    @Test
    @DisplayName("系统管理员不锁定、不解锁，安全管理员不发链接，审计员两样都不办")
    void noneOfTheThreeDoesTheOthersWork() {
        var made = serving(clerk, Role.CLERK);
        var auditor = TestCounty.office(program, "shenji");
        for (var one : List.of(admin, auditor)) {
            assertThatThrownBy(() -> lock(one, made.id(), "试")).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> unlock(one, made.id())).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> restore(one, made.id())).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> signOut(one, made.id())).isInstanceOf(NotAllowed.class);
        }
        for (var one : List.of(security, auditor)) {
            assertThatThrownBy(() -> link(one, made.id())).isInstanceOf(NotAllowed.class);
        }
    }

    @Test
    @DisplayName("解锁：管理员锁的、口令输错锁的都解；没有锁的不用解")
    void unlockingEndsBothKindsOfLock() {
        var made = serving(clerk, Role.CLERK);
        assertThat(unlock(security, made.id())).isEqualTo(new UnlockAccount.Outcome.NotLocked());
        assertThat(unlock(security, UUID.randomUUID())).isEqualTo(new UnlockAccount.Outcome.NotFound());
        for (int i = 0; i < 5; i++) {
            enter(made, "not-it");
        }
        assertThat(enter(made, PASSWORD).body()).contains("已锁定");
        assertThat(unlock(security, made.id())).isEqualTo(new UnlockAccount.Outcome.Unlocked(made.id()));
        assertThat(enter(made, PASSWORD).statusCode()).isEqualTo(303);
        lock(security, made.id(), "试");
        unlock(security, made.id());
        assertThat(enter(made, PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    @DisplayName("停用：进不来，恢复后口令照旧；不能停用自己")
    void aDisabledAccountMayBeRestored() {
        var made = serving(clerk, Role.CLERK);
        var phone = signedIn(made);
        assertThat(perform(security, disableAccount, new DisableAccount.Command(fresh(security), made.id(), "")))
                .isEqualTo(new DisableAccount.Outcome.NoReason());
        assertThat(perform(
                        security, disableAccount, new DisableAccount.Command(fresh(security), UUID.randomUUID(), "离职")))
                .isEqualTo(new DisableAccount.Outcome.NotFound());
        assertThat(perform(
                        security,
                        disableAccount,
                        new DisableAccount.Command(fresh(security), security.account(), "离职")))
                .isEqualTo(new DisableAccount.Outcome.Yourself());
        assertThat(disable(made.id())).isEqualTo(new DisableAccount.Outcome.Disabled(made.id()));
        assertThat(disable(made.id())).isEqualTo(new DisableAccount.Outcome.AlreadyDisabled());
        assertThat(phone.get("/account").statusCode()).isEqualTo(302);
        assertThat(enter(made, PASSWORD).statusCode()).isEqualTo(422);
        assertThat(link(admin, made.id())).isEqualTo(new ReissueLink.Outcome.ShutOut());
        assertThat(restore(security, made.id())).isEqualTo(new RestoreAccount.Outcome.Restored(made.id()));
        assertThat(restore(security, made.id())).isEqualTo(new RestoreAccount.Outcome.NotDisabled());
        assertThat(restore(security, UUID.randomUUID())).isEqualTo(new RestoreAccount.Outcome.NotFound());
        assertThat(enter(made, PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    @DisplayName("结束全部登录：每台设备都退出，还可以再登录")
    void everyDeviceIsSignedOut() {
        var made = serving(clerk, Role.CLERK);
        var phone = signedIn(made);
        var desk = signedIn(made);
        assertThat(signOut(security, made.id())).isEqualTo(new EndSessions.Outcome.Ended(made.id(), 2));
        assertThat(phone.get("/account").statusCode()).isEqualTo(302);
        assertThat(desk.get("/account").statusCode()).isEqualTo(302);
        assertThat(signOut(security, made.id())).isEqualTo(new EndSessions.Outcome.NothingOpen());
        assertThat(signOut(security, UUID.randomUUID())).isEqualTo(new EndSessions.Outcome.NotFound());
        assertThat(enter(made, PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    @DisplayName("重发设置链接：管理员锁定的账号，设了新口令也进不来")
    void aNewPasswordDoesNotUnlock() {
        var made = serving(clerk, Role.CLERK);
        assertThat(link(admin, made.id())).isEqualTo(new ReissueLink.Outcome.Granted(made.id()));
        assertThat(link(admin, UUID.randomUUID())).isEqualTo(new ReissueLink.Outcome.NotFound());
        var path = setUp.newLinkFor(made.id(), CommandId.fresh(admin)).orElseThrow();
        lock(security, made.id(), "核查");
        var wanted = "Qing-Tian-2027";
        assertThat(new Browser(port)
                        .post(path, Map.of("wanted", wanted, "again", wanted))
                        .statusCode())
                .isEqualTo(303);
        assertThat(enter(made, wanted).body()).contains("由安全管理员锁定");
    }

    @Test
    @DisplayName("同一张表同时交两次：只有一个链接能用")
    void oneFormSentTwiceAtOnceLeavesOneLink() throws Exception {
        var made = serving(clerk, Role.CLERK);
        var grant = CommandId.fresh(admin);
        Optional<String> second;
        try (var threads = Executors.newSingleThreadExecutor()) {
            var other = transactions.write(admin, () -> {
                setUp.newLinkFor(made.id(), grant);
                var sent = threads.submit(() -> setUp.newLinkFor(made.id(), grant));
                while (!sent.isDone() && !someoneWaits()) {
                    LookAgain.soon();
                }
                return sent;
            });
            second = other.get();
        }
        try (var connection = new Superuser(program).connect()) {
            assertThat(JdbcClient.create(new SingleConnectionDataSource(connection, true))
                            .sql("select count(*) from access.link where account_id = :account and expires_at > now()")
                            .param("account", made.id())
                            .query(Long.class)
                            .single())
                    .isOne();
        }
        assertThat(new Browser(port).get(second.orElseThrow()).statusCode()).isEqualTo(200);
    }

    private boolean someoneWaits() {
        return jobs.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    @DisplayName("退役军人本人的账号：不发链接，不看登录；只有省级管理员找得到")
    void aVeteransOwnAccountIsNotOpened() {
        var own = open(UUID.randomUUID());
        assertThat(link(admin, own.id())).isEqualTo(new ReissueLink.Outcome.OwnAccount());
        assertThat(signOut(security, own.id())).isEqualTo(new EndSessions.Outcome.OwnAccount());
        var county = Offices.of(Role.SECURITY_ADMIN, clerk.unitCode().value() / 1_000_000 * 1_000_000);
        assertThat(unlock(county, own.id())).isEqualTo(new UnlockAccount.Outcome.NotFound());
        assertThat(lock(security, own.id(), "本人报失")).isEqualTo(new LockAccount.Outcome.Locked(own.id()));
        assertThat(transactions.read(admin, () -> control.find(own.id())))
                .hasValueSatisfying(standing -> assertThat(standing.name()).isEmpty());
    }

    private LockAccount.Outcome lock(Actor.Office by, UUID account, String reason) {
        return perform(by, lockAccount, new LockAccount.Command(fresh(by), account, reason));
    }

    private UnlockAccount.Outcome unlock(Actor.Office by, UUID account) {
        return perform(by, unlockAccount, new UnlockAccount.Command(fresh(by), account));
    }

    private DisableAccount.Outcome disable(UUID account) {
        return perform(security, disableAccount, new DisableAccount.Command(fresh(security), account, "离职"));
    }

    private RestoreAccount.Outcome restore(Actor.Office by, UUID account) {
        return perform(by, restoreAccount, new RestoreAccount.Command(fresh(by), account));
    }

    private EndSessions.Outcome signOut(Actor.Office by, UUID account) {
        return perform(by, endSessions, new EndSessions.Command(fresh(by), account));
    }

    private ReissueLink.Outcome link(Actor.Office by, UUID account) {
        return perform(by, reissueLink, new ReissueLink.Command(fresh(by), account));
    }

    private <C extends Act.Command, O extends Act.Outcome> O perform(
            Actor.Office by, org.rongyi.platform.act.Act<C, O> act, C command) {
        return acts.perform(by, act, command);
    }

    private static CommandId fresh(Actor actor) {
        return CommandId.fresh(actor);
    }

    private List<AccountControl.Past> history(UUID account) {
        return transactions.read(admin, () -> control.history(account));
    }

    private Made serving(Actor.Office like, Role role) {
        var made = open(null);
        transactions.write(admin, () -> posts.open(made.id(), like.unit(), role, FROM));
        return made;
    }

    private Actor.Office administrator() {
        var made = open(null);
        administrators.add(made.id());
        return transactions.write(admin, () -> {
            var post = posts.open(made.id(), security.unit(), Role.SECURITY_ADMIN, FROM);
            return posts.findOffice(made.id(), post).orElseThrow();
        });
    }

    private Made open(@Nullable UUID person) {
        var username = "z" + UUID.randomUUID().toString().substring(0, 12);
        var account = new Accounts.NewAccount(username, "受测人员", PASSWORD, false, person);
        return new Made(transactions.write(admin, () -> accounts.open(account)), username);
    }

    private Browser signedIn(Made made) {
        var browser = new Browser(port);
        var fields = Map.of("username", made.username(), "password", PASSWORD);
        assertThat(browser.post("/sign-in", fields).statusCode()).isEqualTo(303);
        return browser;
    }

    private java.net.http.HttpResponse<String> enter(Made made, String password) {
        return new Browser(port).post("/sign-in", Map.of("username", made.username(), "password", password));
    }
}
