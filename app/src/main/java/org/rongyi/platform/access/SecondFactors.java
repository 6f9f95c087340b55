package org.rongyi.platform.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 动态验证码 of the accounts: the secret a phone shares with us, and ten codes on paper for the day the phone is gone. The
 * secret is sealed; of the codes only a keyed hash is kept.
 */
@Component
public class SecondFactors {

    /** [PROPOSED] 系统默认,待业务确认. */
    static final int RECOVERY_CODES = 10;

    private static final int RECOVERY_LENGTH = 10;

    /** Nothing that is mistaken for something else when it was written down by hand. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final String ROLES = "access.second-factor.role";
    static final SealedField SECRET = new SealedField("access.second_factor", "secret");
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String FIND = """
            select f.secret, f.confirmed_at, f.last_step,
                   (select count(*) from access.recovery_code r
                    where r.account_id = f.account_id and r.used_at is null) as codes_left
            from access.second_factor f
            where f.account_id = :account
            """;

    private static final String BEGIN = """
            insert into access.second_factor (account_id, secret, begun_at)
            values (:account, :secret, :at)
            on conflict (account_id) do update set secret = excluded.secret, begun_at = excluded.begun_at
            where access.second_factor.confirmed_at is null
            """;

    private static final String CONFIRM = """
            update access.second_factor set confirmed_at = :at, last_step = :step
            where account_id = :account and confirmed_at is null
            """;

    private static final String ADD_CODE = """
            insert into access.recovery_code (account_id, hash) values (:account, :hash)
            """;

    /** Of two who send one code at the same moment, one is too late. */
    private static final String TAKE_STEP = """
            update access.second_factor set last_step = :step
            where account_id = :account and confirmed_at is not null and last_step < :step
            """;

    private static final String TAKE_CODE = """
            update access.recovery_code set used_at = :at
            where account_id = :account and hash = :hash and used_at is null
            """;

    private static final String REMOVE = "delete from access.second_factor where account_id = :account";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Policy policy;
    private final DataDirectory directory;
    private final Clock clock;
    private final ApplicationEventPublisher news;

    SecondFactors(
            JdbcClient jdbc,
            Vault vault,
            Policy policy,
            DataDirectory directory,
            Clock clock,
            ApplicationEventPublisher news) {
        this.news = news;
        this.jdbc = jdbc;
        this.vault = vault;
        this.policy = policy;
        this.directory = directory;
        this.clock = clock;
    }

    private record Row(byte[] secret, @Nullable OffsetDateTime confirmedAt, long lastStep, int codesLeft) {}

    /**
     * What an account's owner has.
     *
     * @param confirmedAt none while he has not shown that his phone reckons the right code
     * @param codesLeft recovery codes not used yet
     */
    record Factor(byte[] secret, @Nullable OffsetDateTime confirmedAt, long lastStep, int codesLeft) {

        boolean isConfirmed() {
            return confirmedAt != null;
        }
    }

    /**
     * Whether one of these roles asks for it today. The people of a demo do without, so that whoever looks around needs no
     * phone; who binds one there all the same is asked for it.
     */
    boolean isRequired(Collection<Role> roles) {
        if (roles.isEmpty() || directory.isDemo()) {
            return false;
        }
        return policy.choices(ROLES, LocalDate.now(clock)).stream()
                .anyMatch(choice -> roles.stream().anyMatch(role -> role.name().equals(choice.code())));
    }

    Optional<Factor> find(UUID account) {
        Whose.account(jdbc, account);
        return jdbc.sql(FIND)
                .param("account", account)
                .query(Row.class)
                .optional()
                .map(row ->
                        new Factor(open(account, row.secret()), row.confirmedAt(), row.lastStep(), row.codesLeft()));
    }

    /** Whether signing in asks for a code. */
    public boolean isBound(UUID account) {
        return find(account).filter(Factor::isConfirmed).isPresent();
    }

    /** Makes a secret, anew as long as it is not confirmed; false when one is bound. */
    boolean begin(UUID account) {
        Whose.account(jdbc, account);
        var clear = HexFormat.of().formatHex(Totp.newSecret());
        return jdbc.sql(BEGIN)
                        .param("account", account)
                        .param("secret", vault.seal(SECRET, account, clear))
                        .param("at", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    /** Binds the phone that reckoned this code; answers the recovery codes, or nothing when the code is wrong. */
    Optional<List<String>> confirm(UUID account, String typed) {
        var begun = find(account).filter(factor -> !factor.isConfirmed());
        if (begun.isEmpty()) {
            return Optional.empty();
        }
        var step = Totp.match(begun.get().secret(), typed, phoneTime(), 0);
        if (step.isEmpty()) {
            return Optional.empty();
        }
        int bound = jdbc.sql(CONFIRM)
                .param("account", account)
                .param("step", step.getAsLong())
                .param("at", OffsetDateTime.now(clock))
                .update();
        if (bound != 1) {
            return Optional.empty();
        }
        news.publishEvent(new AccountNews.FactorBound(account, OffsetDateTime.now(clock)));
        return Optional.of(newCodes(account));
    }

    /** Whether this is the code of this moment, or a recovery code; either is used up by it. */
    boolean take(UUID account, String typed) {
        var factor = find(account).filter(Factor::isConfirmed);
        if (factor.isEmpty()) {
            return false;
        }
        var step = Totp.match(
                factor.get().secret(), typed, phoneTime(), factor.get().lastStep());
        if (step.isPresent()) {
            return jdbc.sql(TAKE_STEP)
                            .param("account", account)
                            .param("step", step.getAsLong())
                            .update()
                    == 1;
        }
        return jdbc.sql(TAKE_CODE)
                        .param("account", account)
                        .param("hash", hash(account, typed))
                        .param("at", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    /** False when there was none. */
    boolean remove(UUID account) {
        boolean wasBound = isBound(account);
        boolean removed = jdbc.sql(REMOVE).param("account", account).update() == 1;
        if (removed && wasBound) {
            news.publishEvent(new AccountNews.FactorRemoved(account, OffsetDateTime.now(clock)));
        }
        return removed;
    }

    private List<String> newCodes(UUID account) {
        var codes = new ArrayList<String>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            var code = RANDOM.ints(RECOVERY_LENGTH, 0, LETTERS.length())
                    .mapToObj(LETTERS::charAt)
                    .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                    .insert(RECOVERY_LENGTH / 2, '-')
                    .toString();
            jdbc.sql(ADD_CODE)
                    .param("account", account)
                    .param("hash", hash(account, code))
                    .update();
            codes.add(code);
        }
        return codes;
    }

    /** Keyed: who has the database alone cannot try all codes. */
    private String hash(UUID account, String code) {
        var plain = account + code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return vault.fingerprint("recovery-code", plain.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] open(UUID account, byte[] sealed) {
        return HexFormat.of().parseHex(vault.open(SECRET, account, sealed));
    }

    /** The phone knows nothing of a business clock that was set on another day. */
    private static Instant phoneTime() {
        return InstantSource.system().instant();
    }
}
