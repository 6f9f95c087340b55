package org.rongyi.platform.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 启用: what a one-time link opens. The first one of an installation names its first two administrators: the system
 * administrator, who holds the link, and the security administrator, without whom nobody could be authorised. They are
 * two people (docs/decisions/0013).
 */
@Component
public class SetUp {

    private static final String NOBODY_YET = "select not exists (select from access.account) as nobody";

    /** Why a form sent again shows no link. */
    public static final String SPENT = "这一次的链接已经用过，或者已经过期、换成了后来发的。要再发，请重新办理一次。";

    /** Which first administrators an installation lacks. */
    public enum Missing {
        /** Nobody has an account yet. */
        BOTH,
        /** There are administrators, from before the three were told apart; nobody authorises. */
        SECURITY,
        NOTHING
    }

    /** Somebody to be given an account. */
    public record Somebody(String username, String name) {}

    private final Links links;
    private final Accounts accounts;
    private final Posts posts;
    private final Administrators administrators;
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
            Administrators administrators,
            UnitDirectory units,
            Passwords passwords,
            Transactions transactions,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock) {
        this.links = links;
        this.accounts = accounts;
        this.posts = posts;
        this.administrators = administrators;
        this.units = units;
        this.passwords = passwords;
        this.transactions = transactions;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Path of a link that sets up what is missing; none when nothing is. */
    public Optional<String> firstLink() {
        return transactions.write(
                new Actor.Visitor(),
                () -> lacking() == Missing.NOTHING ? Optional.<String>empty() : Optional.of(path(null)));
    }

    public Missing missing() {
        return transactions.read(new Actor.Visitor(), this::lacking);
    }

    private Missing lacking() {
        if (nobodyYet()) {
            return Missing.BOTH;
        }
        return administrators.isNoneYet(Role.SECURITY_ADMIN) ? Missing.SECURITY : Missing.NOTHING;
    }

    /** Path of a link for the owner of an account just opened; none once he has set a password. */
    public Optional<String> linkFor(UUID account) {
        return transactions.write(
                new Actor.Visitor(),
                () -> accounts.lock(account).passwordHash() == null
                        ? Optional.of(path(account))
                        : Optional.<String>empty());
    }

    /**
     * Path of a link for somebody who lost his or forgot the password.
     *
     * @param grant the act that allowed it: its form sent again leads to no second way in
     * @return none once the grant's link was used, has run out, or made way for a later one
     */
    public Optional<String> newLinkFor(UUID account, CommandId grant) {
        return transactions.write(new Actor.Visitor(), () -> {
            accounts.lock(account);
            return links.issue(account, grant.value()).map(SetUp::opening);
        });
    }

    private String path(@Nullable UUID account) {
        return opening(links.issue(account));
    }

    private static String opening(String token) {
        return "/setup/" + token;
    }

    Optional<Links.Opening> find(String token) {
        return transactions.read(new Actor.Visitor(), () -> links.find(token));
    }

    Accounts.Account account(UUID id) {
        return transactions.read(new Actor.Visitor(), () -> accounts.get(id));
    }

    /** What a password must be, in words. */
    String passwordRule() {
        return passwords.inWords();
    }

    Optional<String> objection(String username, String password) {
        return passwords.objection(username, password);
    }

    boolean usernameTaken(String username) {
        return transactions.read(
                new Actor.Visitor(), () -> accounts.find(username).isPresent());
    }

    /** A first administrator's account and post. */
    public record Administrator(UUID account, UUID post) {}

    /** The first two. */
    public record Founders(Administrator system, Administrator security) {}

    /**
     * Makes the first two administrators. Whoever holds the link is the system administrator and sets his password now.
     *
     * @return the path of a link for the security administrator; none when the link was used meanwhile
     */
    Optional<String> founders(String token, Somebody system, Somebody security, String password) {
        return transactions.write(new Actor.Visitor(), () -> {
            administrators.oneAtATime();
            if (lacking() != Missing.BOTH || !links.use(token)) {
                return Optional.<String>empty();
            }
            add(system, Role.SYSTEM_ADMIN, password);
            return Optional.of(path(add(security, Role.SECURITY_ADMIN, null).account()));
        });
    }

    /** Makes the first security administrator beside administrators that are there; false when there is one meanwhile. */
    boolean security(String token, Somebody security, String password) {
        return transactions.write(new Actor.Visitor(), () -> {
            administrators.oneAtATime();
            if (lacking() != Missing.SECURITY || !links.use(token)) {
                return false;
            }
            add(security, Role.SECURITY_ADMIN, password);
            return true;
        });
    }

    /** Both without a link, while nobody has an account: a demo begins with it. */
    public Founders bootstrap(Somebody system, Somebody security, String password) {
        return transactions.write(new Actor.Visitor(), () -> {
            if (!nobodyYet()) {
                throw new IllegalStateException("已有账号，不能再建首位管理员");
            }
            return new Founders(add(system, Role.SYSTEM_ADMIN, password), add(security, Role.SECURITY_ADMIN, password));
        });
    }

    private Administrator add(Somebody who, Role role, @Nullable String password) {
        var account = accounts.open(new Accounts.NewAccount(who.username(), who.name(), password, false, null));
        var post = posts.open(account, units.provincialBureau(), role, LocalDate.now(clock));
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
            accounts.lock(account);
            if (!links.use(token)) {
                return false;
            }
            accounts.setPassword(account, hash, false);
            audit.record(new Actor.Visitor(), new AuditTrail.Entry("SetUp", account, "Password", true));
            return true;
        });
    }
}
