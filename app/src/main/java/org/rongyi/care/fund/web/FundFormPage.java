package org.rongyi.care.fund.web;

import java.util.List;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/**
 * 设立资金.
 *
 * @param platforms where gifts may be raised online today
 */
public record FundFormPage(FundForm form, String platforms, FieldErrors errors) implements Page {

    @Override
    public String title() {
        return "设立资金";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("资金", "/funds"));
    }
}
