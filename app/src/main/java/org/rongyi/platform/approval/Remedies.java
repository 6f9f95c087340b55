package org.rongyi.platform.approval;

import java.time.Clock;
import java.time.LocalDate;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.policy.Policy;
import org.springframework.stereotype.Component;

/** 权利告知: what may be done against a decision, where and until when (行政复议法 第 20、24 条；行政诉讼法 第 46 条). */
@Component
public class Remedies {

    private final Policy policy;
    private final Divisions divisions;
    private final Clock clock;

    Remedies(Policy policy, Divisions divisions, Clock clock) {
        this.policy = policy;
        this.divisions = divisions;
        this.clock = clock;
    }

    public String inWords(CaseFile file) {
        var decided = file.decision().on();
        var on = decided == null ? today() : decided;
        var government = divisions
                .findEver(file.code().at(Level.COUNTY))
                .map(Division::name)
                .orElse("县级");
        return again(file, government) + "如不服本决定，可以自收到之日起 " + policy.number("approval.reconsider.days", on) + " 日内向"
                + government + "人民政府申请行政复议，也可以自收到之日起 " + policy.number("approval.litigate.months", on)
                + " 个月内依法向人民法院提起行政诉讼。";
    }

    /** 复核, where the service's document names it: by the county's government or the bureau above the one that decided. */
    private String again(CaseFile file, String government) {
        if (!file.route().hasReview()) {
            return "";
        }
        boolean city = file.code().at(Level.COUNTY).equals(file.code().at(Level.CITY));
        var above = divisions
                .findEver(file.code().at(city ? Level.PROVINCE : Level.CITY))
                .map(Division::name)
                .orElse("上一级");
        return "对结果有异议的，可以向" + government + "人民政府或者" + above + "退役军人事务部门申请复核。";
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
