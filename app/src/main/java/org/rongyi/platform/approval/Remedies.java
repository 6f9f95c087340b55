package org.rongyi.platform.approval;

import java.time.Clock;
import java.time.LocalDate;
import org.rongyi.platform.approval.route.Position.Result;
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

    /** Whether the decision has to say so: a refusal, 终止, a 复核, and what was agreed to where its amount may be looked at again. */
    public static boolean isOwed(CaseFile file) {
        var result = file.result();
        return result != null
                && (result.isRefusal()
                        || result == Result.OVERTURNED
                        || result == Result.AGREED && file.route().hasReview());
    }

    public String inWords(CaseFile file) {
        var decided = file.decision().on();
        var on = decided == null ? today() : decided;
        var level = file.route().step(file.position().step()).seats().getFirst().level();
        var government = name(file, level.number() > Level.COUNTY.number() ? Level.COUNTY : level, "县级");
        return again(file, government, level, on) + "如不服本决定，可以自收到之日起 " + policy.number("approval.reconsider.days", on)
                + " 日内向"
                + government + "人民政府申请行政复议，也可以自收到之日起 " + policy.number("approval.litigate.months", on)
                + " 个月内依法向人民法院提起行政诉讼。";
    }

    /** 复核 of a decision, where the service's document names it: by the county's government or the bureau above the one that decided. */
    private String again(CaseFile file, String government, Level level, LocalDate on) {
        if (!file.route().hasReview() || file.result() == null || !file.result().isDecision()) {
            return "";
        }
        boolean city = file.code().at(Level.COUNTY).equals(file.code().at(Level.CITY));
        var next = level.number() > Level.COUNTY.number() ? Level.COUNTY : city ? Level.PROVINCE : Level.CITY;
        var above = name(file, next, "上一级");
        return "对结果有异议的，可以自收到之日起 " + policy.number(AskRecheck.WITHIN, on) + " 日内向" + government + "人民政府或者" + above
                + "退役军人事务部门申请复核。";
    }

    private String name(CaseFile file, Level level, String otherwise) {
        return divisions.findEver(file.code().at(level)).map(Division::name).orElse(otherwise);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
