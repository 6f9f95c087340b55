package org.rongyi.care.fund.books.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/**
 * 登记管理费用.
 *
 * @param available what is bound to nothing else
 */
public record CostPage(Fund fund, Form form, Money available, FieldErrors errors) implements Page {

    /** As it was typed. */
    public record Form(
            @Nullable String title,
            @Nullable String document,
            @Nullable String amount,
            @Nullable String paidOn) {

        static String text(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }
    }

    @Override
    public String title() {
        return "登记管理费用";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("资金", "/funds"), new Crumb(fund.name(), "/funds/" + fund.id()));
    }

    public String path() {
        return "/funds/" + fund.id() + "/costs";
    }

    public String text(@Nullable String typed) {
        return Form.text(typed);
    }
}
