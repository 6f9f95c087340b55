package org.rongyi.network.oversight.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.network.oversight.AccountList;
import org.rongyi.platform.access.AccountState;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Tone;

/** 账号 of the actor's territory. */
public record AccountsPage(
        List<AccountList.Row> rows,
        AccountList.Filter filter,
        String unit,
        @Nullable String next) implements Page {

    @Override
    public String title() {
        return "账号";
    }

    /** This very list from a cursor on. */
    public String href(String after) {
        return "/accounts?" + query() + "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
    }

    public String export() {
        return "/accounts/export.xlsx?" + query();
    }

    public boolean isFiltered() {
        return !filter.text().isEmpty() || filter.state() != null || filter.role() != null;
    }

    public static Tone tone(AccountState state) {
        return switch (state) {
            case IN_USE -> Tone.SUCCESS;
            case NOT_ENABLED -> Tone.NEUTRAL;
            case LOCKED -> Tone.WARNING;
            case DISABLED -> Tone.DANGER;
        };
    }

    private String query() {
        var query = new StringBuilder("q=").append(URLEncoder.encode(filter.text(), StandardCharsets.UTF_8));
        if (filter.state() != null) {
            query.append("&state=").append(filter.state());
        }
        if (filter.role() != null) {
            query.append("&role=").append(filter.role());
        }
        return query.toString();
    }
}
