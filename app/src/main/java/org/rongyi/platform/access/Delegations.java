package org.rongyi.platform.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 岗位代理: who acts in whose post, from which day to which. Whether one opens the post today is read by {@link Posts} with
 * each request: it is over with its last day, with the post, and when either side no longer works there.
 */
@Component
public class Delegations {

    /** How many days one lasts at most. */
    static final String LONGEST = "access.delegation.days";

    /** Two who delegate one post at the same moment do it one after the other. */
    private static final String LOCK_POST = "select id from access.post where id = :post for update";

    private static final String OVERLAPS = """
            select exists (select from access.delegation
                           where post_id = :post and ended_at is null and first_day <= :last and last_day >= :first)
            """;

    private static final String INSERT = """
            insert into access.delegation (id, post_id, deputy_id, first_day, last_day, reason, named_by, named_at)
            values (:id, :post, :deputy, :first, :last, :reason, :by, :at)
            """;

    private static final String COLUMNS = """
            select d.id, p.unit_id as unit, p.role, a.id as principal, a.name as principal_name, u.id as deputy,
                   u.name as deputy_name, d.first_day, d.last_day, d.reason, d.named_by, d.named_at, d.ended_by,
                   d.ended_at,
                   (p.valid_to is not null and p.valid_to <= :today)
                       or not exists (select from access.post own
                                      where own.account_id = d.deputy_id and own.unit_id = p.unit_id
                                        and (own.valid_to is null or own.valid_to > :today)) as lapsed
            from access.delegation d
            join access.post p on p.id = d.post_id
            join access.account a on a.id = p.account_id
            join access.account u on u.id = d.deputy_id
            """;

    private static final String LOCK = COLUMNS + "where d.id = :id for update of d";

    private static final String OF_UNIT = COLUMNS + """
            where p.unit_id = :unit and (:all or a.id = :account or u.id = :account)
            order by d.first_day desc, d.id desc
            limit 50
            """;

    private static final String END = """
            update access.delegation set ended_by = :by, ended_at = :at where id = :id and ended_at is null
            """;

    private static final String END_ALL = """
            update access.delegation d set ended_by = :by, ended_at = :at
            from access.post p
            where p.id = d.post_id and d.ended_at is null and d.last_day >= :today
              and (p.account_id = :account or d.deputy_id = :account)
            """;

    private final JdbcClient jdbc;
    private final Policy policy;
    private final Clock clock;

    Delegations(JdbcClient jdbc, Policy policy, Clock clock) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * One that is wanted.
     *
     * @param first the first day
     * @param last the last day, itself included
     */
    public record Wanted(UUID post, UUID deputy, LocalDate first, LocalDate last, String reason) {

        public long days() {
            return ChronoUnit.DAYS.between(first, last) + 1;
        }
    }

    /** Where one stands. */
    public enum State {
        COMING("未开始"),
        RUNNING("代理中"),
        OVER("已结束");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /**
     * Who acts for whom.
     *
     * @param unit where the post is
     * @param lapsed the post is over, or the deputy no longer works in its unit
     */
    public record Delegation(
            UUID id,
            UUID unit,
            Role role,
            UUID principal,
            String principalName,
            UUID deputy,
            String deputyName,
            LocalDate firstDay,
            LocalDate lastDay,
            String reason,
            String namedBy,
            OffsetDateTime namedAt,
            @Nullable String endedBy,
            @Nullable OffsetDateTime endedAt,
            boolean lapsed) {

        public State state(LocalDate today) {
            if (endedAt != null || lapsed || lastDay.isBefore(today)) {
                return State.OVER;
            }
            return firstDay.isAfter(today) ? State.COMING : State.RUNNING;
        }

        /** Whether the actor may see and end it: either side, and the head of the unit. */
        public boolean concerns(Actor.Office office) {
            return principal.equals(office.account())
                    || deputy.equals(office.account())
                    || (office.role() == Role.LEADER && unit.equals(office.unit()));
        }
    }

    /** How many days one may last that is named today. */
    public int longest() {
        return policy.number(LONGEST, LocalDate.now(clock));
    }

    /** Whether the number of days is only the system's own proposal. */
    public boolean isProposed() {
        return policy.isProposed(LocalDate.now(clock), LONGEST);
    }

    /** Names somebody; empty when somebody acts in the post on one of these days already. */
    public Optional<UUID> open(Wanted wanted, String by) {
        jdbc.sql(LOCK_POST).param("post", wanted.post()).query().singleRow();
        boolean taken = jdbc.sql(OVERLAPS)
                .param("post", wanted.post())
                .param("first", wanted.first())
                .param("last", wanted.last())
                .query(Boolean.class)
                .single();
        if (taken) {
            return Optional.empty();
        }
        var id = Ids.next();
        jdbc.sql(INSERT)
                .param("id", id)
                .param("post", wanted.post())
                .param("deputy", wanted.deputy())
                .param("first", wanted.first())
                .param("last", wanted.last())
                .param("reason", wanted.reason())
                .param("by", by)
                .param("at", OffsetDateTime.now(clock))
                .update();
        return Optional.of(id);
    }

    /** The one, and nobody else ends it before this transaction does. */
    public Optional<Delegation> lock(UUID id) {
        return jdbc.sql(LOCK)
                .param("id", id)
                .param("today", LocalDate.now(clock))
                .query(Delegation.class)
                .optional();
    }

    /** Those of the actor's unit that concern him, the latest first. */
    public List<Delegation> list(Actor.Office office) {
        return jdbc.sql(OF_UNIT)
                .param("unit", office.unit())
                .param("account", office.account())
                .param("all", office.role() == Role.LEADER)
                .param("today", LocalDate.now(clock))
                .query(Delegation.class)
                .list();
    }

    public void end(UUID id, String by) {
        jdbc.sql(END)
                .param("id", id)
                .param("by", by)
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    /** An account that is shut out neither acts for anybody nor is acted for. */
    void endAll(UUID account, String by) {
        jdbc.sql(END_ALL)
                .param("account", account)
                .param("by", by)
                .param("at", OffsetDateTime.now(clock))
                .param("today", LocalDate.now(clock))
                .update();
    }
}
