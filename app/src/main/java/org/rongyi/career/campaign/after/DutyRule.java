package org.rongyi.career.campaign.after;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.UnitNature;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.springframework.stereotype.Component;

/**
 * 上岗期限和合同: within a month of the letter, within 30 days from 2024-09-01 on; a contract of three years at least, and from 2024-09-01 on an
 * open-ended one in an enterprise for who has served ten years; what is paid while a unit keeps him waiting (退役士兵安置条例 第 37、38 条；退役军人安置条例 第 31、32 条).
 */
@Component
public class DutyRule implements PolicyReader {

    private static final LocalDate NEW = LocalDate.of(2024, 9, 1);

    private final Policy policy;

    DutyRule(Policy policy) {
        this.policy = policy;
    }

    /** The last day to be on duty. */
    public LocalDate dutyBy(LocalDate issued) {
        return issued.isBefore(NEW)
                ? issued.plusMonths(policy.number("placement.duty.months", issued))
                : issued.plusDays(policy.number("placement.duty.days", issued));
    }

    /** What the unit owes who is kept from his post by no fault of his own, in words. */
    public String whileWaiting(LocalDate issued) {
        return "不是本人原因没有上岗的，从开出介绍信的当月起，由接收单位逐月发给生活费，不低于本单位同等条件人员平均工资的 " + policy.number("placement.pay.percent", issued)
                + "%";
    }

    /** Whether his contract has to be open-ended. */
    public boolean mustBeOpenEnded(UnitNature nature, LocalDate enlisted, LocalDate discharged, LocalDate on) {
        return !on.isBefore(NEW)
                && nature.isEmployer()
                && !enlisted.plusYears(policy.number("placement.contract.service.years", on))
                        .isAfter(discharged);
    }

    /** Whether there is a contract at all: who enters an organ has none. */
    public boolean hasContract(UnitNature nature) {
        return nature.isEmployer() || nature == UnitNature.INSTITUTION;
    }

    /** Why a contract is against the rule; nothing for one that is not. */
    Optional<String> against(
            UnitNature nature, boolean mustBeOpenEnded, @Nullable Integer years, boolean openEnded, LocalDate on) {
        if (!hasContract(nature)) {
            return years == null && !openEnded ? Optional.empty() : Optional.of("机关、参公单位不签劳动合同，请不填");
        }
        if (openEnded && years != null) {
            return Optional.of("无固定期限的不填年限");
        }
        if (mustBeOpenEnded && !openEnded) {
            return Optional.of("服现役满 10 年、到企业工作的，应当签无固定期限劳动合同");
        }
        int least = policy.number("placement.contract.years", on);
        return openEnded || years != null && years >= least
                ? Optional.empty()
                : Optional.of("劳动（聘用）合同不少于 " + least + " 年");
    }

    @Override
    public String room() {
        return "阳光安置";
    }

    @Override
    public Set<String> reads() {
        return Set.of(
                "placement.duty.months",
                "placement.duty.days",
                "placement.pay.percent",
                "placement.contract.years",
                "placement.contract.service.years");
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        return List.of("从那天起开出的介绍信、登记的上岗照新的算；以前的不变。");
    }
}
