package org.rongyi.care.fund.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.RecordIncome;
import org.rongyi.platform.policy.Choice;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.field.Option;

/** 登记收入. */
public record IncomePage(Fund fund, IncomeForm form, List<Choice> purposes, FieldErrors errors) implements Page {

    @Override
    public Set<String> restsOn() {
        return Set.of("fund.purpose");
    }

    @Override
    public String title() {
        return "登记收入";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("资金", "/funds"), new Crumb(fund.name(), "/funds/" + fund.id()));
    }

    /** What may come into a fund of this kind. */
    public List<Option> kinds() {
        return Arrays.stream(RecordIncome.Kind.values())
                .filter(kind -> kind.suits(fund.kind()))
                .map(kind -> Option.of(kind.name(), kind.zh()))
                .toList();
    }

    public String text(@Nullable String typed) {
        return Typed.text(typed);
    }
}
