package org.rongyi.care.fund.raising.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.raising.RaisingPlan;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.field.Option;

/** 登记募捐方案. */
public record PlanFormPage(Fund fund, PlanForm form, FieldErrors errors) implements Page {

    @Override
    public Set<String> restsOn() {
        return Set.of("fund.purpose");
    }

    @Override
    public String title() {
        return "登记募捐方案";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("资金", "/funds"),
                new Crumb(fund.name(), "/funds/" + fund.id()),
                new Crumb("信息公开", "/funds/" + fund.id() + "/disclosures"));
    }

    public List<Option> ways() {
        return Arrays.stream(RaisingPlan.Way.values())
                .map(way -> Option.of(way.name(), way.zh()))
                .toList();
    }

    public String text(@Nullable String typed) {
        return Typed.text(typed);
    }
}
