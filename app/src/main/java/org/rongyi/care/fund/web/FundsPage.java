package org.rongyi.care.fund.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.platform.ui.Page;

/**
 * 资金.
 *
 * @param mayOpen whether the reader may set one up
 */
public record FundsPage(List<Line> lines, @Nullable String next, boolean mayOpen) implements Page {

    /** A fund, and how far what it received is used. */
    public record Line(Fund fund, Use use) {}

    @Override
    public String title() {
        return "资金";
    }
}
