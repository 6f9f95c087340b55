package org.rongyi.care.fund.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/**
 * 公开账目, for everybody: every fund, and the way to one's own gift.
 *
 * @param number the number of a gift as it was typed
 */
public record OpenBooksPage(
        List<FundsPage.Line> lines,
        @Nullable String next,
        @Nullable String number,
        FieldErrors errors) implements Page {

    @Override
    public String title() {
        return "公开账目";
    }
}
