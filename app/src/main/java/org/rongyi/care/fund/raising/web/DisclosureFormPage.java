package org.rongyi.care.fund.raising.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.raising.RaisingPlan;
import org.rongyi.care.fund.raising.Tally;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/** What would be made public now, to be looked at before. */
public record DisclosureFormPage(
        Fund fund, @Nullable RaisingPlan plan, Tally now, PurposeWords words, FieldErrors errors) implements Page {

    @Override
    public String title() {
        return "公开：" + (plan == null ? fund.name() : plan.title());
    }

    @Override
    public List<Crumb> crumbs() {
        var path = "/funds/" + fund.id();
        return List.of(
                new Crumb("资金", "/funds"), new Crumb(fund.name(), path), new Crumb("信息公开", path + "/disclosures"));
    }
}
