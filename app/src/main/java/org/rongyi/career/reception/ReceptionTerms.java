package org.rongyi.career.reception;

import java.time.LocalDate;
import org.rongyi.career.reception.rule.Discharge;
import org.rongyi.career.reception.rule.DischargeTerms;
import org.rongyi.career.reception.rule.Rank;
import org.rongyi.platform.policy.Policy;
import org.springframework.stereotype.Component;

/** 期限 of a reception, by the rules in force on the day of discharge. */
@Component
public class ReceptionTerms {

    public static final String REPORT_DAYS = "placement.report.days";
    public static final String REPORT_OTHER_DAYS = "placement.report.other.days";
    public static final String LATE_DAYS = "placement.report.late.days";
    public static final String COMPLETE_MONTHS = "placement.complete.months";

    private final Policy policy;

    ReceptionTerms(Policy policy) {
        this.policy = policy;
    }

    /** The last day to report: for 自主就业 30 days from the discharge by law, for the others as many as we propose. */
    public LocalDate reportBy(Reception one) {
        return one.discharged().plusDays(reportDays(one));
    }

    public int reportDays(Reception one) {
        return (int)
                policy.number(one.mode().equals(Discharge.SELF) ? REPORT_DAYS : REPORT_OTHER_DAYS, one.discharged());
    }

    /** Whether that number is ours, not a law's. */
    public boolean isReportProposed(Reception one) {
        return !one.mode().equals(Discharge.SELF) && policy.isProposed(one.discharged(), REPORT_OTHER_DAYS);
    }

    /** From the day behind this one on, not to have reported without a good reason counts as giving up; somebody must decide that. */
    public LocalDate forfeitAfter(Reception one) {
        return reportBy(one).plusDays(policy.number(LATE_DAYS, one.discharged()));
    }

    /** The last day to complete the placement: six months from the reception. */
    public LocalDate completeBy(Reception one) {
        return one.received().plusMonths(policy.number(COMPLETE_MONTHS, one.discharged()));
    }

    /** Who was received before this day has had his six months, by today's rule; a list looks no closer. */
    public LocalDate receivedTooLongAgo(LocalDate today) {
        return today.minusMonths(policy.number(COMPLETE_MONTHS, today));
    }

    public DischargeTerms on(LocalDate discharged) {
        return DischargeTerms.on(policy, discharged);
    }

    public String mode(Rank rank, String code) {
        return policy.label(rank.modes(), code);
    }

    public String ground(String code) {
        return policy.label(DischargeTerms.GROUND, code);
    }

    public String basis(String code) {
        return policy.label(DischargeTerms.BASIS, code);
    }
}
