package org.rongyi.platform.approval;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Role;

/**
 * 公示: what everybody may read of a case while it hangs, and nothing else of it.
 *
 * @param id of the task that is the 公示 step; nobody finds the case by it but who may read the case
 * @param code the village or community
 * @param service the name of the service
 * @param who the name as the service's rule shows it
 * @param matter in the service's words; empty when the service says no more than its name
 * @param examineDays within how many working days an objection is answered
 * @param to the last day on which it hangs
 * @param ended how it ended; none while it hangs
 */
public record PublicNotice(
        UUID id,
        DivisionCode code,
        String service,
        String who,
        String matter,
        Publisher publisher,
        int examineDays,
        LocalDate from,
        LocalDate to,
        @Nullable Ended ended) {

    /** Who publishes it, and examines what is objected: posts of these roles. */
    public record Publisher(UUID unit, String name, String phone, Set<Role> roles) {

        public Publisher {
            roles = Set.copyOf(roles);
        }
    }

    /** How it came down. */
    public enum Ended {
        OVER("期满"),
        BACK("退回重办"),
        WITHDRAWN("申请人撤回");

        private final String zh;

        Ended(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }
}
