package org.rongyi.care.fund.raising.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.GivingPlatforms;
import org.rongyi.care.fund.raising.Disclosures;
import org.rongyi.care.fund.raising.PlanEnds;
import org.rongyi.care.fund.raising.RaisingPlan;
import org.rongyi.care.fund.raising.Tally;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;

/**
 * 一个募捐方案, for the office and for everybody.
 *
 * @param sums what came of it; none outside before the first disclosure
 * @param giving where gifts are made online for it; none when it is over or raised in other ways
 * @param words of the purposes on the page
 * @param moved how its last day was changed, the first first
 * @param next the next day by which it has to be made public
 * @param office whether a post reads it, in its own part of the house
 * @param mayFile whether the reader may add the number of its filing
 */
public record PlanPage(
        Fund fund,
        RaisingPlan plan,
        @Nullable Sums sums,
        GivingPlatforms.@Nullable Door giving,
        PurposeWords words,
        List<Disclosures.Disclosure> disclosures,
        List<PlanEnds.Published> moved,
        @Nullable LocalDate next,
        boolean office,
        boolean mayFile,
        LocalDate today,
        Map<String, String> typed,
        FieldErrors errors)
        implements Page {

    /** @param asOf the day of the disclosure they stand in; none for this moment */
    public record Sums(Tally tally, @Nullable LocalDate asOf) {

        public String caption() {
            return asOf == null ? "到现在为止（元）" : "截至" + Words.day(asOf) + "，最近一次公开的（元）";
        }
    }

    public String typed(String field, String otherwise) {
        return typed.getOrDefault(field, otherwise);
    }

    @Override
    public String title() {
        return plan.title();
    }

    @Override
    public List<Crumb> crumbs() {
        return office
                ? List.of(
                        new Crumb("资金", "/funds"),
                        new Crumb(fund.name(), "/funds/" + fund.id()),
                        new Crumb("信息公开", "/funds/" + fund.id() + "/disclosures"))
                : List.of(new Crumb("公开账目", "/open-books"), new Crumb(fund.name(), "/open-books/" + fund.id()));
    }

    /** Where its last day is changed. */
    public String end() {
        return "/plans/" + plan.id() + "/end";
    }

    public List<Fact> facts() {
        var filing = plan.filing();
        var facts = new ArrayList<>(List.of(
                Fact.of("备案编号", filing == null ? "还没有，补办中" : filing.number()),
                Fact.of("起止", Words.day(plan.startsOn()) + "至" + Words.day(plan.endsOn())),
                Fact.of("区域", plan.area()),
                Fact.of("目的和用途", plan.purpose()),
                Fact.of("方式", plan.ways().stream().map(RaisingPlan.Way::zh).collect(Collectors.joining("；"))),
                Fact.of("活动负责人", plan.leader()),
                Fact.of("剩余财产", plan.remainder())));
        if (!moved.isEmpty()) {
            var last = moved.getLast();
            facts.add(Fact.of(
                    last.zh(),
                    "备案的是" + Words.day(moved.getFirst().endsBefore()) + "结束，" + Words.day(last.decidedOn()) + "核定改到"
                            + Words.day(last.endsOn())));
        }
        if (plan.emergency()) {
            facts.add(Fact.of("应急", "应对突发事件的募捐"));
        }
        if (next != null) {
            facts.add(Fact.of("下次公开", "不迟于" + Words.day(next)));
        }
        return facts;
    }
}
