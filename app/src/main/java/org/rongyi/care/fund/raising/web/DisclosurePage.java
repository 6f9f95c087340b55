package org.rongyi.care.fund.raising.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.raising.Disclosures;
import org.rongyi.care.fund.raising.Tally;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;

/**
 * 一份信息公开, for everybody and for ever.
 *
 * @param frozen as it was made public
 * @param recounted summed from the entries just now; none while nobody asked
 */
public record DisclosurePage(
        Fund fund,
        Disclosures.Disclosure disclosure,
        Tally frozen,
        @Nullable Tally recounted,
        PurposeWords words) implements Page {

    @Override
    public String title() {
        return "信息公开 " + disclosure.number();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("公开账目", "/open-books"), new Crumb(fund.name(), "/open-books/" + fund.id()));
    }

    public String path() {
        return "/open-books/disclosures/" + disclosure.id();
    }

    public String asOf() {
        return "截至" + Words.day(disclosure.asOf()) + "，汇总到 "
                + disclosure.marks().words() + "凭证";
    }

    public boolean agrees() {
        return frozen.equals(recounted);
    }
}
