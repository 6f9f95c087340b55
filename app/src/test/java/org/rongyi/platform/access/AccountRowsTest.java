package org.rongyi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.database.Superuser;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@RongyiTest
@DisplayName("第二把锁：登录、口令、验证码、会话的表，说了办哪个账号、凭哪个令牌，才看得到那一个的行")
class AccountRowsTest {

    /** A row of each table, of this account and under this token. */
    private static final Map<String, String> ROWS = Map.ofEntries(
            Map.entry("session", """
                    (id, token_hash, account_id, created_at, seen_at, address, agent)
                    values (gen_random_uuid(), :token, :account, now(), now(), '127.0.0.1', 'test')"""),
            Map.entry("past_password", "(account_id, hash, at) values (:account, 'x', now())"),
            Map.entry("second_factor", "(account_id, secret, begun_at) values (:account, '\\x00', now())"),
            Map.entry("recovery_code", "(account_id, hash) values (:account, 'x')"),
            Map.entry("known_device", "(account_id, device, since) values (:account, '电脑', now())"),
            Map.entry("link", "(token_hash, account_id, expires_at) values (:token, :account, now())"),
            Map.entry("sign_in_step", "(token_hash, account_id, expires_at) values (:token, :account, now())"),
            Map.entry("identity", """
                    (id, issuer, subject, account_id, linked_at)
                    values (gen_random_uuid(), 'https://issuer.test', :token, :account, now())"""),
            Map.entry("account_history", """
                    (id, account_id, at, change, reason, actor)
                    values (gen_random_uuid(), :account, now(), 'LOCK', '试', '测试')"""),
            Map.entry("identity_step", """
                    (token_hash, state_hash, nonce, verifier, next_path, expires_at)
                    values (:token, 'x', 'x', 'x', '/', now())"""),
            Map.entry("sms_code", """
                    (token_hash, code_hash, number_key, expires_at) values (:token, 'x', 'x', now())"""));

    private static final List<String> BY_TOKEN = List.of("link", "sign_in_step", "identity_step", "sms_code");
    private static final List<String> BY_TOKEN_ALONE = List.of("identity_step", "sms_code");

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Accounts accounts;

    @Autowired
    private SecondFactors factors;

    @Autowired
    private Transactions transactions;

    @Autowired
    private JdbcClient jdbc;

    private Somebody one;
    private Somebody another;

    private record Somebody(UUID account, String token) {}

    @BeforeEach
    void twoOfThem() throws SQLException {
        TestCounty.ensure(program);
        one = somebody();
        another = somebody();
    }

    @Test
    @DisplayName("什么都没有说：管账号的安全管理员、没有登录的，一行也读不到、改不到；只有等确认的统一身份，安全管理员看得到")
    void whoSaysNothingSeesNothing() throws SQLException {
        var security = TestCounty.office(program, "anquan");
        waits(one, true);
        try {
            seesNothing(security, Set.of("identity"));
            seesNothing(new Actor.Visitor(), Set.of());
            as(security, () -> assertThat(owners("identity where waiting")).contains(one.account()));
        } finally {
            waits(one, false);
        }
    }

    private void seesNothing(Actor actor, Set<String> butWaiting) {
        as(actor, () -> {
            for (var table : ROWS.keySet()) {
                assertThat(count(butWaiting.contains(table) ? table + " where not waiting" : table))
                        .as(table)
                        .isZero();
            }
            assertThat(jdbc.sql("delete from access.session").update()).isZero();
            assertThat(jdbc.sql("update access.second_factor set last_step = 9").update())
                    .isZero();
        });
    }

    private void waits(Somebody whose, boolean waiting) throws SQLException {
        try (var connection = new Superuser(program).connect()) {
            JdbcClient.create(new SingleConnectionDataSource(connection, true))
                    .sql("update access.identity set waiting = :waiting where account_id = :account")
                    .param("waiting", waiting)
                    .param("account", whose.account())
                    .update();
        }
    }

    @Test
    @DisplayName("说了一个账号：只看得到、只改得到它的；给别人添一个会话、一个链接，不行")
    void whoNamesAnAccountSeesItAlone() {
        as(new Actor.Visitor(), () -> {
            Whose.account(jdbc, one.account());
            for (var table : ROWS.keySet()) {
                if (BY_TOKEN_ALONE.contains(table)) {
                    assertThat(count(table)).as(table).isZero();
                } else {
                    assertThat(owners(table)).as(table).containsOnly(one.account());
                }
            }
            assertThat(jdbc.sql("delete from access.session where account_id = :account")
                            .param("account", another.account())
                            .update())
                    .isZero();
        });
        for (var table : List.of("session", "link", "second_factor", "recovery_code")) {
            assertThatThrownBy(() -> as(new Actor.Visitor(), () -> {
                        Whose.account(jdbc, one.account());
                        insert(jdbc, table, new Somebody(another.account(), Tokens.hash(Tokens.fresh())));
                    }))
                    .as(table)
                    .hasStackTraceContaining("row-level security");
        }
    }

    @Test
    @DisplayName("出示了一个令牌：只找得到凭它的那一行；会话只凭令牌找得到，猜的找不到")
    void whoPresentsATokenFindsItsRowAlone() {
        as(new Actor.Visitor(), () -> {
            Whose.presented(jdbc, one.token());
            for (var table : ROWS.keySet()) {
                assertThat(count(table))
                        .as(table)
                        .isEqualTo(BY_TOKEN.contains(table) || table.equals("identity") ? 1 : 0);
            }
            Whose.presented(jdbc, Tokens.hash("guessed"));
            for (var table : ROWS.keySet()) {
                assertThat(count(table)).as(table).isZero();
            }
            assertThat(sessionOf(one.token())).containsExactly(one.account());
            assertThat(sessionOf(Tokens.hash("guessed"))).isEmpty();
        });
    }

    @Test
    @DisplayName("作业照样清扫：过期一天以上的半截登录、认证、验证码没有了，没过期的还在")
    void theSweepSeesWhatItSweeps() throws SQLException {
        try (var connection = new Superuser(program).connect()) {
            var everything = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            for (var table : List.of("sign_in_step", "identity_step", "sms_code")) {
                everything
                        .sql("update access." + table
                                + " set expires_at = now() - interval '2 days' where token_hash = :token")
                        .param("token", one.token())
                        .update();
            }
            program.getBean(AccessSweep.class).run();
            for (var table : List.of("sign_in_step", "identity_step", "sms_code")) {
                assertThat(everything
                                .sql("select token_hash from access." + table)
                                .query(String.class)
                                .list())
                        .as(table)
                        .contains(another.token())
                        .doesNotContain(one.token());
            }
        }
    }

    private Somebody somebody() throws SQLException {
        var name = "hs" + UUID.randomUUID().toString().substring(0, 12);
        var account = transactions.write(
                new Actor.Visitor(), () -> accounts.open(new Accounts.NewAccount(name, "受测", null, false, null)));
        var made = new Somebody(account, Tokens.hash(Tokens.fresh()));
        // its secret is sealed, and stays behind for those who seal anew
        transactions.write(new Actor.Visitor(), () -> factors.begin(account));
        try (var connection = new Superuser(program).connect()) {
            var everything = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            for (var table : ROWS.keySet()) {
                if (!table.equals("second_factor")) {
                    insert(everything, table, made);
                }
            }
        }
        return made;
    }

    private static void insert(JdbcClient by, String table, Somebody whose) {
        by.sql("insert into access." + table + " " + ROWS.get(table))
                .param("account", whose.account())
                .param("token", whose.token())
                .update();
    }

    private void as(Actor actor, Runnable work) {
        transactions.write(actor, () -> {
            work.run();
            return true;
        });
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from access." + table)
                .query(Long.class)
                .single();
    }

    private List<UUID> owners(String table) {
        return jdbc.sql("select account_id from access." + table)
                .query(UUID.class)
                .list();
    }

    private List<UUID> sessionOf(String hash) {
        return jdbc.sql("""
                        select account_id
                        from access.session_of(:hash, now() - interval '1 hour', now() - interval '1 hour', now() + interval '1 hour')
                        """).param("hash", hash).query(UUID.class).list();
    }
}
