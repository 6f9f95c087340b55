package org.rongyi.platform.approval;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;

/**
 * 待办: a piece of a case that waits at a desk.
 *
 * @param seat which of several seats of the step
 * @param assigned whom alone it waits for; none: whoever holds a post of these roles there
 * @param parent the task that asked for this opinion
 * @param asked in which words it was asked for
 */
public record Task(
        UUID id,
        UUID caseId,
        Kind kind,
        int step,
        int round,
        int seat,
        String zh,
        Desks.Desk desk,
        Set<Role> roles,
        @Nullable Assigned assigned,
        @Nullable UUID parent,
        @Nullable String asked,
        LocalDate openedOn,
        Term.Due due,
        State state,
        @Nullable Done done,
        int urged,
        @Nullable Raised raised) {

    /** What it is. */
    public enum Kind {
        SEAT,
        WAIT,
        OPINION,
        DELIVER,
        COMPLAINT,
        /** 异议审查, beside a 公示. */
        OBJECTION
    }

    /** Whether it waits. */
    public enum State {
        OPEN,
        DONE,
        DROPPED
    }

    /** The one it waits for. */
    public record Assigned(UUID account, String name) {}

    /**
     * How it was done; the account is none for what the program did by itself.
     *
     * @param actingFor in whose post, when it was done for a colleague (岗位代理)
     */
    public record Done(
            @Nullable UUID account,
            @Nullable UUID actingFor,
            String by,
            @Nullable String unit,
            OffsetDateTime at,
            @Nullable String verdict,
            @Nullable String opinion) {}

    /** 升级: whose list it stands on, besides the desk's. */
    public record Raised(UUID unit, String name, Ground ground) {}

    /** Why it was raised. */
    public enum Ground {
        LATE("逾期"),
        UNMANNED("岗位无人");

        private final String zh;

        Ground(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    public Task {
        roles = Set.copyOf(roles);
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether it waits for this post. */
    public boolean waitsFor(Actor.Office office) {
        return isOpen()
                && desk.unit().equals(office.unit())
                && roles.contains(office.role())
                && (assigned == null || office.speaksFor(assigned.account()));
    }

    /** 四会市退役军人事务局 · 业务干部、负责人, or the one it waits for. */
    public String whom() {
        return desk.name() + " · "
                + (assigned == null
                        ? roles.stream().sorted().map(Role::zh).collect(Collectors.joining("、"))
                        : assigned.name());
    }

    /** The level of the unit it waits at. */
    public Level level() {
        return desk.level();
    }
}
