package org.rongyi.platform.access;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Posts: who works where, as what, from when to when. The network's room appoints and relieves. */
@Component
public class Posts {

    private static final String INSERT = """
            insert into access.post (id, account_id, unit_id, role, valid_from) values (:id, :account, :unit, :role, :from)
            """;

    private static final String CLOSE = """
            update access.post set valid_to = :to where id = :id and valid_to is null
            returning account_id, unit_id
            """;

    private static final String WITHDRAW = "select access.withdraw_post(:id)";

    /** One's own first, then those one acts in: while their holder can sign in and one works in the same unit. */
    private static final String IN_FORCE = """
            select p.id, p.unit_id, p.role, null::uuid as principal, null::text as principal_name,
                   p.valid_from as since, 0 as rank
            from access.post p
            where p.account_id = :account and p.valid_from <= :today and (p.valid_to is null or p.valid_to > :today)
            union all
            select p.id, p.unit_id, p.role, a.id, a.name, d.first_day, 1
            from access.delegation d
            join access.post p on p.id = d.post_id
            join access.account a on a.id = p.account_id
            where d.deputy_id = :account and d.ended_at is null and d.first_day <= :today and d.last_day >= :today
              and p.valid_from <= :today and (p.valid_to is null or p.valid_to > :today)
              and not a.disabled and not a.held
              and exists (select from access.post own
                          where own.account_id = :account and own.unit_id = p.unit_id
                            and own.valid_from <= :today and (own.valid_to is null or own.valid_to > :today))
            order by rank, since, id
            """;

    private static final String ROLES = "select id, role from access.post where id = any(:ids::uuid[])";
    private static final String ROLES_HELD =
            "select account_id, role from access.post where account_id = any(:accounts::uuid[]) and valid_to is null";
    private static final String NAME =
            "select name from access.account where id = :account and not disabled and not held";

    private static final String HOLDERS = """
            select p.id as post, a.id as account, a.name, p.role
            from access.post p
            join access.account a on a.id = p.account_id
            where p.unit_id = :unit and p.valid_from <= :today and (p.valid_to is null or p.valid_to > :today)
              and not a.disabled and not a.held
            order by a.name, a.id, p.id
            """;

    private static final String EVER = """
            select id, unit_id, role, valid_from, valid_to from access.post
            where account_id = :account
            order by valid_from desc, id desc
            """;

    private final JdbcClient jdbc;
    private final UnitDirectory units;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Posts(JdbcClient jdbc, UnitDirectory units, ApplicationEventPublisher news, Clock clock) {
        this.jdbc = jdbc;
        this.news = news;
        this.units = units;
        this.clock = clock;
    }

    private record Row(
            UUID id,
            UUID unitId,
            Role role,
            @Nullable UUID principal,
            @Nullable String principalName) {

        SignedIn.@Nullable Principal actingFor() {
            return principal == null || principalName == null ? null : new SignedIn.Principal(principal, principalName);
        }
    }

    /** A post, in force or over. */
    public record Served(
            UUID id,
            UUID unitId,
            Role role,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {

        public boolean isOver(LocalDate today) {
            return validTo != null && !validTo.isAfter(today);
        }
    }

    /** Somebody who holds a post. */
    public record Holder(UUID post, UUID account, String name, Role role) {}

    /** Who works in a unit today and can sign in, by name. */
    public List<Holder> holders(UUID unit) {
        return jdbc.sql(HOLDERS)
                .param("unit", unit)
                .param("today", LocalDate.now(clock))
                .query(Holder.class)
                .list();
    }

    /** Appoints; the caller's act decides whether it may. */
    public UUID open(UUID account, UUID unit, Role role, LocalDate from) {
        var id = Ids.next();
        jdbc.sql(INSERT)
                .param("id", id)
                .param("account", account)
                .param("unit", unit)
                .param("role", role.name())
                .param("from", from)
                .update();
        return id;
    }

    /** Relieves on a day; from that day the post opens no door. */
    public boolean close(UUID post, LocalDate to) {
        var ended = jdbc.sql(CLOSE)
                .param("id", post)
                .param("to", to)
                .query((row, n) -> new PostEnded(
                        row.getObject("account_id", UUID.class), row.getObject("unit_id", UUID.class), to))
                .optional();
        ended.ifPresent(news::publishEvent);
        return ended.isPresent();
    }

    /**
     * Takes back a post given by mistake, with an account that was opened for it and never enabled. False when its owner
     * is signed in under it, or has enabled the account for it.
     */
    public boolean withdraw(UUID post) {
        return jdbc.sql(WITHDRAW).param("id", post).query(Boolean.class).single();
    }

    /** The role of each of these posts. */
    public Map<UUID, Role> roles(Collection<UUID> ids) {
        var roles = new HashMap<UUID, Role>();
        jdbc.sql(ROLES)
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query((ResultSet row) -> {
                    roles.put(row.getObject("id", UUID.class), Role.valueOf(row.getString("role")));
                });
        return roles;
    }

    /** The roles of all posts of these accounts that nobody has ended. */
    public Map<UUID, Set<Role>> rolesHeld(Collection<UUID> accounts) {
        var roles = new HashMap<UUID, Set<Role>>();
        jdbc.sql(ROLES_HELD)
                .param("accounts", accounts.stream().map(UUID::toString).toArray(String[]::new))
                .query((ResultSet row) -> {
                    roles.computeIfAbsent(row.getObject("account_id", UUID.class), a -> EnumSet.noneOf(Role.class))
                            .add(Role.valueOf(row.getString("role")));
                });
        return roles;
    }

    /** Who this post makes of the account today; empty when it is over, the unit closed or the account locked out. */
    public Optional<Actor.Office> findOffice(UUID account, UUID post) {
        var name = jdbc.sql(NAME).param("account", account).query(String.class).optional();
        return name.flatMap(known -> inForce(account).stream()
                .filter(held -> held.id().equals(post))
                .findFirst()
                .map(held -> held.actor(account, known)));
    }

    /** Every post of the account, the latest first. */
    public List<Served> everOf(UUID account) {
        return jdbc.sql(EVER).param("account", account).query(Served.class).list();
    }

    /** Posts in force today whose unit is open, his own before those he acts in for a colleague. */
    List<SignedIn.Held> inForce(UUID account) {
        var rows = jdbc.sql(IN_FORCE)
                .param("account", account)
                .param("today", LocalDate.now(clock))
                .query(Row.class)
                .list();
        var found = units.findWorkplaces(rows.stream().map(Row::unitId).toList());
        var held = new ArrayList<SignedIn.Held>();
        for (var row : rows) {
            var unit = found.get(row.unitId());
            if (unit != null && unit.open()) {
                held.add(new SignedIn.Held(row.id(), row.role(), unit, row.actingFor()));
            }
        }
        return held;
    }
}
