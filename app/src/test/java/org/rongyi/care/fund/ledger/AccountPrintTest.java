package org.rongyi.care.fund.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.Browser;
import org.rongyi.LookAgain;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.GrantState;
import org.rongyi.care.fund.PaymentOffice;
import org.rongyi.care.fund.TestServices;
import org.rongyi.care.fund.payee.ConfirmPayee;
import org.rongyi.care.fund.payee.PayeeChanges;
import org.rongyi.care.fund.payee.ProposePayee;
import org.rongyi.care.fund.payment.ApproveBatch;
import org.rongyi.care.fund.payment.Batch;
import org.rongyi.care.fund.payment.MakeBatch;
import org.rongyi.care.fund.payment.ReleaseBatch;
import org.rongyi.care.fund.payment.TakeBankFile;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.database.Superuser;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.vault.RenewedVault;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RongyiTest
@DisplayName("收款账号的指纹：掌握数据库和密钥的人换了账号，查得出、付不出去；换密钥不算")
class AccountPrintTest extends PaymentOffice {

    private static final SealedField OF_GRANT = new SealedField("fund.grant_made", "account_sealed");
    private static final SealedField OF_PAYMENT = new SealedField("fund.payment", "account_sealed");
    private static final String OTHER = "6217000000000000003";

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @Autowired
    @Qualifier("job")
    private DataSource source;

    @Autowired
    @Qualifier("job")
    private PlatformTransactionManager jobs;

    @Autowired
    @Qualifier("job")
    private AuditTrail trailOfJobs;

    @Autowired
    private Vault vault;

    @Autowired
    private DataDirectory directory;

    @Autowired
    private AccountPrints prints;

    @Autowired
    private PayeeChanges changes;

    @LocalServerPort
    private int port;

    private UUID fund;
    private UUID grant;
    private List<String> before;

    @BeforeEach
    void aGrantWaits() throws SQLException {
        fund = richFund(1_000);
        grant = granted(fund, Money.ofYuan(80));
        before = findings(vault);
    }

    private interface Scene {
        void play() throws Exception;
    }

    @Test
    @DisplayName("等拨付的账号换成别的：校验说出是哪一笔，编不进批次，更正以后才付得出去")
    void anotherAccountOfAWaitingGrant() throws Exception {
        exchanged("fund.grant_made", grant, vault.seal(OF_GRANT, grant, OTHER), () -> {
            assertThat(news(vault)).containsExactly("承诺 测试案号：收款账号与办理时不符，被换过");
            assertThat(make(officer, fund, List.of(grant))).isEqualTo(new MakeBatch.Outcome.Altered(List.of("测试案号")));
            assertThat(transactions.read(officer, () -> grants.find(grant)).orElseThrow())
                    .returns(null, one -> one.account())
                    .returns("账号与登记时不符，不能拨付", one -> one.accountEnd());
            putRight();
            assertThat(news(vault)).isEmpty();
            released(fund, List.of(grant));
        });
    }

    @Test
    @DisplayName("编进批次以后换：批准了也付不出去，一分没有动；解散重编，付到原来的账号")
    void anotherAccountOfAPlannedPayment() throws Exception {
        var batch = approved();
        var payment = paymentsOf(batch).getFirst();
        exchanged("fund.payment", payment.id(), vault.seal(OF_PAYMENT, payment.id(), OTHER), () -> {
            assertThat(news(vault)).containsExactly("拨付 " + payment.reference() + "：收款账号与办理时不符，被换过");
            assertThat(release(cashier, batch))
                    .isEqualTo(new ReleaseBatch.Outcome.Altered(List.of(payment.reference())));
            assertThat(batch(batch).state()).isEqualTo(Batch.State.APPROVED);
            assertThat(holds(fund, AccountKind.IN_PAYMENT)).isEqualTo(Money.ZERO);
        });
        dissolve(officer, batch);
        var next = released(fund, List.of(grant));
        assertThat(new String(file(next), "GB18030")).doesNotContain(OTHER);
    }

    @Test
    @DisplayName("拨付以后、取文件以前换：取不出文件，不送银行")
    void anotherAccountAfterTheRelease() throws Exception {
        var batch = approved();
        assertThat(release(cashier, batch)).isInstanceOf(ReleaseBatch.Outcome.Released.class);
        var payment = paymentsOf(batch).getFirst();
        exchanged(
                "fund.payment",
                payment.id(),
                vault.seal(OF_PAYMENT, payment.id(), OTHER),
                () -> assertThat(perform(
                                cashier, TakeBankFile.class, new TakeBankFile.Command(CommandId.fresh(cashier), batch)))
                        .isInstanceOf(TakeBankFile.Outcome.Altered.class));
        assertThat(new String(file(batch), "GB18030")).doesNotContain(OTHER);
    }

    @Test
    @DisplayName("两笔的密文对调：两笔都说打不开")
    void twoAccountsExchanged() throws Exception {
        var second = granted(fund, Money.ofYuan(70));
        var one = sealed("fund.grant_made", grant);
        var two = sealed("fund.grant_made", second);
        exchanged(
                "fund.grant_made",
                grant,
                two,
                () -> exchanged(
                        "fund.grant_made",
                        second,
                        one,
                        () -> assertThat(news(vault))
                                .hasSize(2)
                                .allMatch(said -> said.equals("承诺 测试案号：收款账号打不开，密文被改动，或是别处挪来的"))));
    }

    @Test
    @DisplayName("更正以后，把同一笔从前的密文放回来：打得开，照样查得出")
    void theEarlierAccountPutBack() throws Exception {
        var earlier = sealed("fund.grant_made", grant);
        failed();
        putRight();
        assertThat(news(vault)).isEmpty();
        exchanged(
                "fund.grant_made",
                grant,
                earlier,
                () -> assertThat(news(vault)).containsExactly("承诺 测试案号：收款账号与办理时不符，被换过"));
    }

    @Test
    @DisplayName("密文换成乱码、只剩一个字节：说打不开，页面照样看得到，编不进批次")
    void garbage() throws Exception {
        for (var bytes : List.of(new byte[] {1}, new byte[] {-7, 1}, new byte[60])) {
            exchanged("fund.grant_made", grant, bytes, () -> {
                assertThat(news(vault)).containsExactly("承诺 测试案号：收款账号打不开，密文被改动，或是别处挪来的");
                assertThat(make(officer, fund, List.of(grant))).isInstanceOf(MakeBatch.Outcome.Altered.class);
            });
        }
    }

    @Test
    @DisplayName("等核对的更正，账号被换：没有人核对得过，只能退回重新登记")
    void anotherAccountOfACorrection() throws Exception {
        failed();
        assertThat(proposed()).isInstanceOf(ProposePayee.Outcome.Proposed.class);
        var change = transactions.read(officer, () -> changes.ofGrant(grant)).getFirst();
        var kept = print("fund.grant_made", grant);
        exchanged("fund.payee_change", change.id(), vault.seal(PayeeChanges.ACCOUNT, change.id(), OTHER + "1"), () -> {
            assertThat(news(vault)).containsExactly("更正收款账号 林国强：收款账号与办理时不符，被换过");
            for (var typed : List.of(OTHER + "1", "", " - ")) {
                assertThat(confirm(typed, "")).as(typed).isInstanceOf(ConfirmPayee.Outcome.OtherNumber.class);
            }
            assertThat(print("fund.grant_made", grant)).as("原来的账号没有动").isEqualTo(kept);
            assertThat(confirm("", "账号与登记的不同")).isInstanceOf(ConfirmPayee.Outcome.Declined.class);
        });
    }

    @Test
    @DisplayName("换密钥、全部重新封存：一处也不报")
    void renewedKeys(@TempDir Path keys) throws Exception {
        var batch = approved();
        var payment = paymentsOf(batch).getFirst();
        var renewed = RenewedVault.of(directory.keys(), keys);
        var grantResealed = renewed.reseal(sealed("fund.grant_made", grant), OF_GRANT.aad(grant));
        var paymentResealed = renewed.reseal(sealed("fund.payment", payment.id()), OF_PAYMENT.aad(payment.id()));
        assertThat(grantResealed[0]).isNotEqualTo(sealed("fund.grant_made", grant)[0]);
        exchanged(
                "fund.grant_made",
                grant,
                grantResealed,
                () -> exchanged(
                        "fund.payment",
                        payment.id(),
                        paymentResealed,
                        () -> assertThat(news(renewed)).isEmpty()));
    }

    @Test
    @DisplayName("连指纹一起换、绕过触发器：指纹对得上，行摘要对不上，也付不出去")
    void accountAndPrintExchanged() throws Exception {
        var batch = approved();
        var payment = paymentsOf(batch).getFirst();
        var print = print("fund.payment", payment.id());
        exchanged("fund.payment", payment.id(), vault.seal(OF_PAYMENT, payment.id(), OTHER), () -> {
            around("account_print = '" + vault.print(OF_PAYMENT, payment.id(), OTHER) + "'", payment.id());
            try {
                assertThat(news(vault)).containsExactly("拨付 " + payment.reference() + "：与办理时不符，被改动过");
                assertThat(release(cashier, batch)).isInstanceOf(ReleaseBatch.Outcome.Altered.class);
            } finally {
                around("account_print = '" + print + "'", payment.id());
            }
        });
        around("payee = '别人'", payment.id());
        try {
            assertThat(release(cashier, batch)).isInstanceOf(ReleaseBatch.Outcome.Altered.class);
        } finally {
            around("payee = '林国强'", payment.id());
        }
        assertThat(release(cashier, batch)).isInstanceOf(ReleaseBatch.Outcome.Released.class);
    }

    @Test
    @DisplayName("以前的账号：还要付的启动时补上指纹，留痕作证，没有补的校验说有几个；绕过办理拿掉指纹的，补不上，校验查得出")
    void accountsOfBefore() throws Exception {
        var print = print("fund.grant_made", grant);
        var unprinted = unprinted();
        withoutPrint();
        assertThat(news(vault)).isEmpty();
        assertThat(unprinted()).isEqualTo(unprinted + 1);
        assertThat(prints.fillPayable()).isOne();
        assertThat(print("fund.grant_made", grant)).isEqualTo(print);
        assertThat(prints.fillPayable()).isZero();
        assertThat(news(vault)).isEmpty();
        assertThat(unprinted()).isEqualTo(unprinted);

        var batch = approved();
        var payment = paymentsOf(batch).getFirst();
        var kept = print("fund.payment", payment.id());
        around("account_print = null", payment.id());
        try {
            assertThat(prints.fillPayable()).isZero();
            assertThat(news(vault)).containsExactly("拨付 " + payment.reference() + "：与办理时不符，被改动过");
            assertThat(release(cashier, batch)).isInstanceOf(ReleaseBatch.Outcome.Altered.class);
        } finally {
            around("account_print = '" + kept + "'", payment.id());
        }
    }

    @Test
    @DisplayName("升级时正在拨付的账号：启动时就补上指纹，换了查得出")
    void whatIsOnItsWayIsPrintedAtTheStart() throws Exception {
        var print = print("fund.grant_made", grant);
        released(fund, List.of(grant));
        assertThat(stateOf(grant)).isEqualTo(GrantState.IN_PAYMENT);
        withoutPrint();
        assertThat(prints.fillPayable()).isOne();
        assertThat(print("fund.grant_made", grant)).isEqualTo(print);
        exchanged(
                "fund.grant_made",
                grant,
                vault.seal(OF_GRANT, grant, OTHER),
                () -> assertThat(news(vault)).containsExactly("承诺 测试案号：收款账号与办理时不符，被换过"));
    }

    @Test
    @DisplayName("以前付过、还没有补指纹就退回来的：说还没有补，不说与登记时不符")
    void whatCameBackBeforeItWasPrinted() {
        var batch = released(fund, List.of(grant));
        said(batch, batch(batch).number() + "-0001,PAID,80.00," + today + ",");
        withoutPrint();
        said(batch, batch(batch).number() + "-0001,FAILED,0.00," + today + ",账户已销户");
        settle(paymentsOf(batch).getFirst().id(), 0, chief);
        assertThat(stateOf(grant)).isEqualTo(GrantState.RETURNED);
        assertThat(transactions.read(officer, () -> grants.find(grant)).orElseThrow())
                .returns(false, one -> one.exchanged())
                .returns(true, one -> one.unprinted());
        throughHistory();
        assertThat(transactions.read(officer, () -> grants.find(grant)).orElseThrow())
                .returns(false, one -> one.unprinted())
                .extracting(one -> one.account())
                .isNotNull();
    }

    @Test
    @DisplayName("改动过、补不上指纹的：照办理时的样子放回去，不等下一次启动就补上")
    void whatWasPutRightIsPrinted() throws SQLException {
        var print = print("fund.grant_made", grant);
        withoutPrint();
        around("fund.grant_made", "words = words || '改'", grant);
        try {
            assertThat(prints.fillPayable()).isZero();
            throughHistory();
            assertThat(print("fund.grant_made", grant)).isNull();
        } finally {
            around("fund.grant_made", "words = rtrim(words, '改')", grant);
        }
        throughHistory();
        assertThat(print("fund.grant_made", grant)).isEqualTo(print);
        assertThat(make(officer, fund, List.of(grant))).isInstanceOf(MakeBatch.Outcome.Made.class);
    }

    @Test
    @DisplayName("以前付过的账号：启动时不补，启动以后一批一批补上")
    void historyIsPrintedBesideTheWork() {
        var print = print("fund.grant_made", grant);
        var batch = released(fund, List.of(grant));
        said(batch, batch(batch).number() + "-0001,PAID,80.00," + today + ",");
        assertThat(stateOf(grant)).isEqualTo(GrantState.PAID);
        withoutPrint();
        assertThat(prints.fillPayable()).isZero();
        assertThat(print("fund.grant_made", grant)).isNull();
        var clerk = Browser.signedIn(
                port, Objects.requireNonNull(TestCounty.ensure(program).get("xian")));
        assertThat(clerk.get("/grants/" + grant).body())
                .as("没有人动过的，不说它与登记时不符")
                .contains("还没有补记指纹")
                .doesNotContain("账号与登记时不符");
        var kept = sealed("fund.grant_made", grant);
        put("fund.grant_made", grant, kept, new byte[60]);
        assertThat(clerk.get("/grants/" + grant).body()).as("打不开的才说").contains("账号与登记时不符");
        put("fund.grant_made", grant, new byte[60], kept);
        throughHistory();
        assertThat(print("fund.grant_made", grant)).isEqualTo(print);
        assertThat(clerk.get("/grants/" + grant).body()).contains("尾号").doesNotContain("指纹");
    }

    @Test
    @DisplayName("正补指纹时账号被换：换了的得不到指纹")
    void exchangedWhileItIsPrinted() throws Exception {
        var kept = sealed("fund.grant_made", grant);
        withoutPrint();
        var pool = Executors.newSingleThreadExecutor();
        try {
            var filling = new TransactionTemplate(jobs).execute(acting -> {
                put("fund.grant_made", grant, kept, vault.seal(OF_GRANT, grant, OTHER));
                var started = pool.submit(prints::fillPayable);
                awaitLock(started);
                return started;
            });
            assertThat(Objects.requireNonNull(filling).get(30, TimeUnit.SECONDS))
                    .isZero();
            assertThat(print("fund.grant_made", grant)).isNull();
        } finally {
            pool.shutdownNow();
            put("fund.grant_made", grant, sealed("fund.grant_made", grant), kept);
        }
        assertThat(prints.fillPayable()).isOne();
    }

    private void throughHistory() {
        boolean more = true;
        while (more) {
            more = prints.fillOn();
        }
    }

    /** Until he waits, or has not waited at all. */
    private void awaitLock(Future<?> started) {
        while (!started.isDone()
                && !everything
                        .sql("select exists (select from pg_locks where not granted)")
                        .query(Boolean.class)
                        .single()) {
            LookAgain.soon();
        }
    }

    @Test
    @DisplayName("绕过触发器改过的一行，后来又经办理动过：洗不白，照样不能付")
    void aLaterActDoesNotWashIt() throws SQLException {
        try (var thief = new Superuser(program).connect();
                var statement = thief.createStatement()) {
            thief.setAutoCommit(false);
            assertThat(strayed(statement)).isFalse();
            touch(statement);
            assertThat(strayed(statement)).as("只经触发器动过").isFalse();
            statement.execute("set session_replication_role = replica");
            statement.execute("update fund.grant_made set words = '改过' where id = '" + grant + "'");
            statement.execute("set session_replication_role = origin");
            assertThat(strayed(statement)).isTrue();
            touch(statement);
            assertThat(strayed(statement)).as("以后又办理过").isTrue();
            thief.rollback();
        }
    }

    private void touch(Statement statement) throws SQLException {
        assertThat(statement.executeUpdate("update fund.grant_made set payee = payee where id = '" + grant + "'"))
                .isOne();
    }

    private boolean strayed(Statement statement) throws SQLException {
        try (var row = statement.executeQuery(
                "select exists (select from audit.strayed('fund.grant_made', array['" + grant + "'::uuid]))")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private long unprinted() throws SQLException {
        try (var connection = source.getConnection()) {
            return new LedgerCheck(connection, TestServices.ALL, vault).check().unprinted();
        }
    }

    private UUID approved() {
        var batch = made(fund, List.of(grant));
        assertThat(approve(chief, batch)).isInstanceOf(ApproveBatch.Outcome.Approved.class);
        return batch;
    }

    private void failed() {
        var batch = released(fund, List.of(grant));
        said(batch, batch(batch).number() + "-0001,FAILED,0.00," + today + ",户名不符");
        assertThat(stateOf(grant)).isEqualTo(GrantState.RETURNED);
    }

    private ProposePayee.Outcome proposed() {
        return perform(
                officer,
                ProposePayee.class,
                new ProposePayee.Command(CommandId.fresh(officer), grant, "林国强", "建设银行怀集支行", OTHER, "本人换了卡"));
    }

    private ConfirmPayee.Outcome confirm(String number, String declines) {
        var change = transactions.read(cashier, () -> changes.ofGrant(grant)).getFirst();
        return perform(
                cashier,
                ConfirmPayee.class,
                new ConfirmPayee.Command(CommandId.fresh(cashier), change.id(), number, declines));
    }

    private void putRight() {
        assertThat(proposed()).isInstanceOf(ProposePayee.Outcome.Proposed.class);
        assertThat(confirm(OTHER, "")).isInstanceOf(ConfirmPayee.Outcome.Confirmed.class);
    }

    /** As somebody with the database and the keys does it; put back after, unless an act wrote another account meanwhile. */
    private void exchanged(String table, UUID id, byte[] instead, Scene scene) throws Exception {
        var kept = sealed(table, id);
        put(table, id, kept, instead);
        try {
            scene.play();
        } finally {
            put(table, id, instead, kept);
        }
    }

    private void put(String table, UUID id, byte[] was, byte[] now) {
        everything
                .sql("update " + table + " set account_sealed = :now where id = :id and account_sealed = :was")
                .param("now", now)
                .param("was", was)
                .param("id", id)
                .update();
    }

    private void around(String change, UUID payment) throws SQLException {
        around("fund.payment", change, payment);
    }

    private void around(String table, String change, UUID id) throws SQLException {
        try (var thief = new Superuser(program).connect();
                var statement = thief.createStatement()) {
            statement.execute("set session_replication_role = replica");
            assertThat(statement.executeUpdate("update " + table + " set " + change + " where id = '" + id + "'"))
                    .isOne();
        }
    }

    /** As an earlier program left it. */
    private void withoutPrint() {
        new TransactionTemplate(jobs).executeWithoutResult(acting -> {
            everything
                    .sql("update fund.grant_made set account_print = null where id = :id")
                    .param("id", grant)
                    .update();
            trailOfJobs.record(new Actor.Job("从前"), new AuditTrail.Entry("DecideForTest", null, "Done", true));
        });
    }

    private byte[] sealed(String table, UUID id) {
        return everything
                .sql("select account_sealed from " + table + " where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
    }

    private @Nullable String print(String table, UUID id) {
        return everything
                .sql("select account_print from " + table + " where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private List<String> news(Vault opening) throws SQLException {
        var now = findings(opening);
        before.forEach(now::remove);
        return now;
    }

    private List<String> findings(Vault opening) throws SQLException {
        try (var connection = source.getConnection()) {
            return new ArrayList<>(new LedgerCheck(connection, TestServices.ALL, opening, Integer.MAX_VALUE)
                    .check()
                    .first());
        }
    }
}
