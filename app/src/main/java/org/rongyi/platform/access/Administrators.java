package org.rongyi.platform.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 三员: 系统管理员, 安全管理员 and 审计员. Nobody is two of them at a time (GB/T 22239-2019 8.1.5), and of each one who can
 * sign in is left wherever there was one. The database holds the first rule too ({@code post_separate_administrators}).
 */
@Component
public class Administrators {

    /** The constraint under which the database refuses a second one. */
    public static final String SEPARATION = "post_separate_administrators";

    /** Two administrators who lock or relieve each other at the same moment would leave none. */
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(20202, 0)";

    private static final String OTHERS_HELD = """
            select count(*)
            from access.post
            where account_id = :account and role <> :role and role in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR')
              and daterange(valid_from, valid_to) && daterange(:from, null)
              and id is distinct from :but::uuid
            """;

    private static final String USABLE = """
            select p.account_id, p.unit_id
            from access.post p
            join access.account a on a.id = p.account_id
            where p.role = :role and p.valid_from <= :today and p.valid_to is null
              and a.password_hash is not null and not a.disabled and not a.held
            """;

    private static final String NONE_EVER = "select not exists (select from access.post where role = :role) as none";

    private final JdbcClient jdbc;
    private final UnitDirectory units;
    private final Clock clock;

    Administrators(JdbcClient jdbc, UnitDirectory units, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.clock = clock;
    }

    private record Usable(UUID accountId, UUID unitId) {}

    /** Nobody else changes who administers before this transaction ends. */
    public void oneAtATime() {
        jdbc.sql(ONE_AT_A_TIME).query().singleRow();
    }

    /**
     * Whether the account holds, on or after that day, one of the three that is not this one.
     *
     * @param but a post that ends on that day, and so does not count
     */
    public boolean holdsAnother(UUID account, Role role, LocalDate from, @Nullable UUID but) {
        return role.isSeparate()
                && jdbc.sql(OTHERS_HELD)
                                .param("account", account)
                                .param("role", role.name())
                                .param("from", from)
                                .param("but", but)
                                .query(Long.class)
                                .single()
                        > 0;
    }

    /** He can sign in, and nobody else who can administers that division in this role. */
    public boolean isLast(UUID account, Role role, DivisionCode code) {
        if (!role.isSeparate()) {
            return false;
        }
        var usable = jdbc.sql(USABLE)
                .param("role", role.name())
                .param("today", LocalDate.now(clock))
                .query(Usable.class)
                .list();
        var others = usable.stream().filter(one -> !one.accountId().equals(account));
        return usable.stream().anyMatch(one -> one.accountId().equals(account))
                && !covered(others.map(Usable::unitId).toList(), code);
    }

    private boolean covered(List<UUID> workplaces, DivisionCode code) {
        return units.findWorkplaces(workplaces).values().stream()
                .anyMatch(unit -> unit.open() && unit.scope().covers(code));
    }

    /** Nobody has ever been appointed in this role. */
    boolean isNoneYet(Role role) {
        return jdbc.sql(NONE_EVER)
                .param("role", role.name())
                .query(Boolean.class)
                .single();
    }
}
