package org.rongyi.care.visit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.policy.Policy;
import org.springframework.stereotype.Component;

/**
 * 应联系日: when a person is to be contacted next (保障法 第 59、66 条; terms in {@code policy/visit/contact.yaml}).
 *
 * <p>重点联系: a contact each quarter and a visit each year, whichever is due first. 普遍联系: a contact each year. Whoever
 * was never contacted is due a term after his file was opened.
 */
@Component
class ContactRules {

    static final String HOME = "HOME";

    private final Policy policy;

    ContactRules(Policy policy) {
        this.policy = policy;
    }

    /** What is known of a person's contacts. A visit is a contact too. */
    record Known(
            Attention attention,
            LocalDate registeredOn,
            @Nullable LocalDate lastContactOn,
            @Nullable LocalDate lastVisitOn) {}

    /** The terms are those in force on the day of the last contact, or of registration. */
    LocalDate dueOn(Known known) {
        if (known.lastContactOn() == null) {
            return known.registeredOn().plusDays(policy.number("visit.first.days", known.registeredOn()));
        }
        var contacted = known.lastContactOn();
        if (known.attention() == Attention.GENERAL) {
            return contacted.plusMonths(policy.number("visit.contact.months.general", contacted));
        }
        var contactDue = contacted.plusMonths(policy.number("visit.contact.months.key", contacted));
        var visited = known.lastVisitOn() == null ? known.registeredOn() : known.lastVisitOn();
        var visitDue = visited.plusMonths(policy.number("visit.visit.months.key", visited));
        return visitDue.isBefore(contactDue) ? visitDue : contactDue;
    }

    /** All ways count as 联系, only 上门 counts as 走访 [PROPOSED] 系统默认,待业务确认. */
    static boolean isVisit(String mode) {
        return mode.equals(HOME);
    }
}
