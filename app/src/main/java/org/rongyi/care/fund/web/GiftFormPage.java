package org.rongyi.care.fund.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.platform.policy.Choice;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/** 登记捐赠. */
public record GiftFormPage(Fund fund, GiftForm form, List<Choice> purposes, FieldErrors errors) implements Page {

    @Override
    public String title() {
        return "登记捐赠";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("资金", "/funds"), new Crumb(fund.name(), "/funds/" + fund.id()));
    }

    public String text(@Nullable String typed) {
        return Typed.text(typed);
    }
}
