package org.rongyi.platform.approval.route;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;

/**
 * 席位: who answers at a step. The county means the lowest bureau above the town, so in 东莞 and 中山 the city's.
 *
 * @param level at which level; where it has no such body, the nearest above that has one
 * @param roles whose post may answer, in the order of {@link Role}: routes are kept with their cases, and read the same whichever process wrote them
 */
public record Seat(Level level, Body body, Set<Role> roles) {

    /** What kind of unit. */
    public enum Body {
        STATION("服务中心（站）"),
        BUREAU("退役军人事务部门");

        private final String zh;

        Body(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    public Seat {
        if (roles.isEmpty() || roles.stream().anyMatch(Role::isSeparate)) {
            throw new IllegalArgumentException("a seat is for posts that do the service's work");
        }
        roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }

    /** 镇街服务中心（站）的站务员、负责人. */
    public String inWords() {
        return level.zh() + body.zh() + "的" + roles.stream().map(Role::zh).collect(Collectors.joining("、"));
    }
}
