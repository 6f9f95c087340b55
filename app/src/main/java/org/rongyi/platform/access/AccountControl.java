package org.rongyi.platform.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 账号处置: what administrators do to accounts, each with its reason. Who may is the caller's act to decide. */
@Component
public class AccountControl {

    private static final String FIND = """
            select id, username, case when person_id is null and not kin then name else '' end as name,
                   person_id is not null or kin as own,
                   password_hash is not null as enabled, held,
                   access.is_locked(locked_at, locked_until, :now) as locked, locked_until, disabled, created_at, seen_at,
                   exists (select from access.second_factor f
                           where f.account_id = account.id and f.confirmed_at is not null) as bound
            from access.account
            where id = :id
            """;

    private static final String LOCK = FIND + "for update of account";

    private static final String HOLD = "update access.account set held = true where id = :id";
    private static final String RELEASE =
            "update access.account set held = false, locked_until = null, locked_at = null, failed_count = 0 where id = :id";
    private static final String DISABLE = "update access.account set disabled = true where id = :id";
    private static final String RESTORE = "update access.account set disabled = false where id = :id";

    private static final String NOTE = """
            insert into access.account_history (id, account_id, at, change, reason, actor)
            values (:id, :account, :at, :change, :reason, :actor)
            """;

    private static final String HISTORY = """
            select at, change, reason, actor
            from access.account_history
            where account_id = :account
            order by at desc, id desc
            """;

    private final JdbcClient jdbc;
    private final Administrators administrators;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final SignInSteps steps;
    private final Delegations delegations;
    private final AuditTrail audit;
    private final Clock clock;

    AccountControl(
            JdbcClient jdbc,
            Administrators administrators,
            Sessions sessions,
            SecondFactors factors,
            SignInSteps steps,
            Delegations delegations,
            AuditTrail audit,
            Clock clock) {
        this.delegations = delegations;
        this.factors = factors;
        this.steps = steps;
        this.jdbc = jdbc;
        this.administrators = administrators;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An account as an administrator may know it.
     *
     * @param name empty for a veteran's own account: of veterans an administrator knows nothing
     * @param own a veteran's own, not of staff
     * @param enabled its owner has set a password
     * @param held locked by an administrator
     * @param locked by wrong passwords or codes, until {@code lockedUntil}
     * @param bound a phone is bound, whose code is asked at sign-in
     */
    public record Standing(
            UUID id,
            String username,
            String name,
            boolean own,
            boolean enabled,
            boolean held,
            boolean locked,
            @Nullable OffsetDateTime lockedUntil,
            boolean disabled,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime seenAt,
            boolean bound) {

        public AccountState state() {
            if (disabled) {
                return AccountState.DISABLED;
            }
            if (isLocked()) {
                return AccountState.LOCKED;
            }
            return enabled ? AccountState.IN_USE : AccountState.NOT_ENABLED;
        }

        /** By an administrator or by wrong passwords. */
        public boolean isLocked() {
            return held || locked;
        }
    }

    /** What was done to an account. */
    public enum Change {
        LOCK("锁定"),
        UNLOCK("解锁"),
        DISABLE("停用"),
        RESTORE("恢复使用"),
        END_SESSIONS("结束全部登录"),
        LINK("重发设置链接"),
        RESET_FACTOR("重设动态验证码"),
        COUNTER("窗口开通"),
        ASSIGN_IDENTITY("登记统一身份"),
        CONFIRM_IDENTITY("确认统一身份"),
        REMOVE_IDENTITY("解除统一身份");

        private final String zh;

        Change(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** Why, and who says so; the reason may be empty where none is asked for. */
    public record Ground(String reason, String actor) {}

    /** A past change. */
    public record Past(OffsetDateTime at, Change change, String reason, String actor) {}

    public Optional<Standing> find(UUID account) {
        Whose.account(jdbc, account);
        return jdbc.sql(FIND)
                .param("id", account)
                .param("now", OffsetDateTime.now(clock))
                .query(Standing.class)
                .optional();
    }

    /** The same, and nobody else changes an account's standing before this transaction ends. */
    public Optional<Standing> lock(UUID account) {
        administrators.oneAtATime();
        Whose.account(jdbc, account);
        return jdbc.sql(LOCK)
                .param("id", account)
                .param("now", OffsetDateTime.now(clock))
                .query(Standing.class)
                .optional();
    }

    /** Locked until an administrator unlocks it, and out of every device with the next request. */
    public void hold(UUID account, Ground ground) {
        change(HOLD, account, ground);
        delegations.endAll(account, ground.actor());
        sessions.closeAll(account);
        note(account, Change.LOCK, ground);
    }

    /** Ends both kinds of lock. */
    public void release(UUID account, Ground ground) {
        change(RELEASE, account, ground);
        note(account, Change.UNLOCK, ground);
    }

    public void disable(UUID account, Ground ground) {
        change(DISABLE, account, ground);
        delegations.endAll(account, ground.actor());
        sessions.closeAll(account);
        note(account, Change.DISABLE, ground);
    }

    public void restore(UUID account, Ground ground) {
        change(RESTORE, account, ground);
        note(account, Change.RESTORE, ground);
    }

    /** Answers how many places it was signed in at. */
    public int endSessions(UUID account, Ground ground) {
        int ended = sessions.closeAll(account);
        if (ended > 0) {
            audit.changed("登录着的地方", ended + " 处", "0 处");
            note(account, Change.END_SESSIONS, ground);
        }
        return ended;
    }

    /** The phone is gone: it is unbound, and whoever is in is out. A post that asks for one has it bound anew. */
    public void resetFactor(UUID account, Ground ground) {
        factors.remove(account);
        audit.explain(new Detail(ground.reason(), List.of(new Detail.Change("动态验证码", "已绑定", "未绑定"))));
        steps.closeAll(account);
        sessions.closeAll(account);
        note(account, Change.RESET_FACTOR, ground);
    }

    /** A link is made after the act that grants it ({@link SetUp#newLinkFor}); that it was granted is noted here. */
    public void granted(UUID account, Ground ground) {
        audit.said("设置链接", "重新发一个");
        note(account, Change.LINK, ground);
    }

    /** What was done to the account elsewhere in this room. */
    void noted(UUID account, Change change, Ground ground) {
        note(account, change, ground);
    }

    /** The latest first. */
    public List<Past> history(UUID account) {
        Whose.account(jdbc, account);
        return jdbc.sql(HISTORY).param("account", account).query(Past.class).list();
    }

    /** The trail keeps what the account's standing was and became. */
    private void change(String sql, UUID account, Ground ground) {
        var before = state(account);
        jdbc.sql(sql).param("id", account).update();
        audit.explain(new Detail(ground.reason(), List.of(new Detail.Change("账号状态", before, state(account)))));
    }

    private String state(UUID account) {
        return find(account).orElseThrow().state().zh();
    }

    private void note(UUID account, Change change, Ground ground) {
        Whose.account(jdbc, account);
        jdbc.sql(NOTE)
                .param("id", Ids.next())
                .param("account", account)
                .param("at", OffsetDateTime.now(clock))
                .param("change", change.name())
                .param("reason", ground.reason())
                .param("actor", ground.actor())
                .update();
    }
}
