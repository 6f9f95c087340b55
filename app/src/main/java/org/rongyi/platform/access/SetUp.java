package org.rongyi.platform.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 启用: what a one-time link opens. The first one of an installation makes its first administrator. */
@Component
public class SetUp {

    private static final String NOBODY_YET = "select not exists (select from access.account) as nobody";

    private final Links links;
    private final Accounts accounts;
    private final Posts posts;
    private final UnitDirectory units;
    private final Passwords passwords;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    SetUp(
            Links links,
            Accounts accounts,
            Posts posts,
            UnitDirectory units,
            Passwords passwords,
            Transactions transactions,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock) {
        this.links = links;
        this.accounts = accounts;
        this.posts = posts;
        this.units = units;
        this.passwords = passwords;
        this.transactions = transactions;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Path of a set-up link, when nobody has an account yet. */
    public Optional<String> firstLink() {
        return transactions.write(
                new Actor.Visitor(), () -> nobodyYet() ? Optional.of(path(null)) : Optional.<String>empty());
    }

    /** Path of a link for the owner of an account just opened; none once he has set a password. */
    public Optional<String> linkFor(UUID account) {
        return transactions.write(
                new Actor.Visitor(),
                () -> accounts.get(account).passwordHash() == null
                        ? Optional.of(path(account))
                        : Optional.<String>empty());
    }

    /** Path of a link for somebody who lost his or forgot the password; the caller's act decides whether it may. */
    public String newLinkFor(UUID account) {
        return transactions.write(new Actor.Visitor(), () -> path(account));
    }

    private String path(@Nullable UUID account) {
        return "/setup/" + links.issue(account);
    }

    Optional<Links.Opening> find(String token) {
        return transactions.read(new Actor.Visitor(), () -> links.find(token));
    }

    Accounts.Account account(UUID id) {
        return transactions.read(new Actor.Visitor(), () -> accounts.get(id));
    }

    Optional<String> objection(String username, String password) {
        return passwords.objection(username, password);
    }

    boolean usernameTaken(String username) {
        return transactions.read(
                new Actor.Visitor(), () -> accounts.find(username).isPresent());
    }

    /** The first administrator's account and post. */
    public record Administrator(UUID account, UUID post) {}

    /** Makes the first administrator; false when the link was used meanwhile. */
    boolean administrator(String token, String username, String name, String password) {
        return transactions.write(new Actor.Visitor(), () -> {
            if (!links.use(token)) {
                return false;
            }
            add(username, name, password);
            return true;
        });
    }

    /** The same without a link, while nobody has an account: a demo begins with it. */
    public Administrator bootstrap(String username, String name, String password) {
        return transactions.write(new Actor.Visitor(), () -> {
            if (!nobodyYet()) {
                throw new IllegalStateException("已有账号，不能再建首位管理员");
            }
            return add(username, name, password);
        });
    }

    private Administrator add(String username, String name, String password) {
        var account = accounts.open(new Accounts.NewAccount(username, name, password, false, null));
        var post = posts.open(account, units.provincialBureau(), Role.SYSTEM_ADMIN, LocalDate.now(clock));
        audit.record(new Actor.Visitor(), new AuditTrail.Entry("SetUp", account, "Administrator", true));
        return new Administrator(account, post);
    }

    private boolean nobodyYet() {
        return jdbc.sql(NOBODY_YET).query(Boolean.class).single();
    }

    /** Nobody has an account yet. */
    public boolean isFirst() {
        return transactions.read(new Actor.Visitor(), this::nobodyYet);
    }

    /** Sets the password of the account the link was made for. */
    boolean password(String token, UUID account, String password) {
        var hash = passwords.hash(password);
        return transactions.write(new Actor.Visitor(), () -> {
            if (!links.use(token)) {
                return false;
            }
            accounts.setPassword(account, hash, false);
            audit.record(new Actor.Visitor(), new AuditTrail.Entry("SetUp", account, "Password", true));
            return true;
        });
    }
}
