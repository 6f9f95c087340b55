package org.rongyi.care.fund.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.raising.RaisingPlan;
import org.rongyi.platform.policy.Choice;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.field.Option;

/** 登记捐赠. */
public record GiftFormPage(Fund fund, GiftForm form, List<Choice> purposes, List<RaisingPlan> plans, FieldErrors errors)
        implements Page {

    @Override
    public Set<String> restsOn() {
        return Set.of("fund.purpose");
    }

    @Override
    public String title() {
        return "登记捐赠";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("资金", "/funds"), new Crumb(fund.name(), "/funds/" + fund.id()));
    }

    /** For whoever asks which plan it came by. */
    public List<Option> planOptions() {
        return plans.stream()
                .map(plan -> Option.of(plan.id().toString(), plan.title()))
                .toList();
    }

    public String text(@Nullable String typed) {
        return Typed.text(typed);
    }
}
