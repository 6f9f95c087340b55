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
public class ContactRules {

    static final String HOME = "HOME";

    static final String KEY_CONTACT = "visit.contact.months.key";
    static final String KEY_VISIT = "visit.visit.months.key";
    static final String GENERAL_CONTACT = "visit.contact.months.general";
    static final String FIRST = "visit.first.days";
    private static final String[] TERMS = {KEY_CONTACT, KEY_VISIT, GENERAL_CONTACT, FIRST};

    private final Policy policy;

    ContactRules(Policy policy) {
        this.policy = policy;
    }

    /** Whether one of the terms by which people are due waits to be confirmed. */
    public static boolean isProposed(Policy policy, LocalDate on) {
        return policy.isProposed(on, TERMS);
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
            return known.registeredOn().plusDays(policy.number(FIRST, known.registeredOn()));
        }
        var contacted = known.lastContactOn();
        if (known.attention() == Attention.GENERAL) {
            return contacted.plusMonths(policy.number(GENERAL_CONTACT, contacted));
        }
        var contactDue = contacted.plusMonths(policy.number(KEY_CONTACT, contacted));
        var visited = known.lastVisitOn() == null ? known.registeredOn() : known.lastVisitOn();
        var visitDue = visited.plusMonths(policy.number(KEY_VISIT, visited));
        return visitDue.isBefore(contactDue) ? visitDue : contactDue;
    }

    /** All ways count as 联系, only 上门 counts as 走访 [PROPOSED] 系统默认,待业务确认. */
    static boolean isVisit(String mode) {
        return mode.equals(HOME);
    }
}
