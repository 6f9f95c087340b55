package org.rongyi.care.fund.raising.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.raising.ConfirmPlanEnd;
import org.rongyi.care.fund.raising.PlanEnds;
import org.rongyi.care.fund.raising.ProposePlanEnd;
import org.rongyi.care.fund.raising.RaisingPlan;
import org.rongyi.care.fund.web.FundReach;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;

/**
 * 募捐结束日期: who proposed to end a plan early or to prolong it, who is to confirm it, and what became of the earlier ones.
 *
 * @param next the next day by which something of it has to be made public, as it stands
 * @param past the latest changes
 */
public record PlanEndPage(
        Fund fund,
        RaisingPlan plan,
        @Nullable LocalDate next,
        PlanEnds.@Nullable Change open,
        List<PlanEnds.Change> past,
        LocalDate today,
        Actor.Office reader,
        Typed typed,
        FieldErrors errors)
        implements Page {

    /** What stands in the fields again. */
    public record Typed(String endsOn, String document, String documentOn, String reason, String words) {
        static final Typed NOTHING = new Typed("", "", "", "", "");
    }

    @Override
    public String title() {
        return "提前结束、延长募捐";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("资金", "/funds"),
                new Crumb(fund.name(), "/funds/" + fund.id()),
                new Crumb("信息公开", "/funds/" + fund.id() + "/disclosures"),
                new Crumb(plan.title(), "/plans/" + plan.id()));
    }

    public String path() {
        return "/plans/" + plan.id() + "/end";
    }

    public List<Fact> facts() {
        return List.of(
                Fact.of("现在的起止", Words.day(plan.startsOn()) + "至" + Words.day(plan.endsOn())),
                Fact.of(
                        "备案编号",
                        plan.filing() == null ? "还没有，补办中" : plan.filing().number()),
                Fact.of("下次公开", next == null ? "没有等着公开的" : "不迟于" + Words.day(next)));
    }

    public boolean mayPropose() {
        return FundReach.keeps(reader, fund) && open == null && Permission.mayPerform(ProposePlanEnd.class, reader);
    }

    public boolean mayConfirm() {
        return FundReach.keeps(reader, fund) && open != null && Permission.mayPerform(ConfirmPlanEnd.class, reader);
    }

    /** His own he may take back, not confirm. */
    public boolean isOwn() {
        return open != null && open.isFrom(reader);
    }

    public List<PlanEnds.Change> answered() {
        return past.stream()
                .filter(one -> one.state() != PlanEnds.State.PROPOSED)
                .toList();
    }
}
