package org.rongyi.care.fund.raising.web;

import java.time.LocalDate;
import java.util.List;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.raising.DisclosureTerms.Term;
import org.rongyi.care.fund.raising.Disclosures;
import org.rongyi.care.fund.raising.RaisingPlan;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/**
 * 信息公开 of a fund: what waits to be made public, its plans, and what was.
 *
 * @param terms those that wait, the next due first
 * @param keeps whether the reader's unit makes them public
 */
public record DisclosuresPage(
        Fund fund,
        List<Term> terms,
        List<RaisingPlan> plans,
        List<Disclosures.Disclosure> published,
        boolean keeps,
        LocalDate today)
        implements Page {

    @Override
    public String title() {
        return "信息公开";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("资金", "/funds"), new Crumb(fund.name(), "/funds/" + fund.id()));
    }

    public String path() {
        return "/funds/" + fund.id();
    }

    /** Where a term is met. */
    public String door(Term term) {
        var plan = term.subject().plan();
        return switch (term.kind()) {
            case FILING -> "/plans/" + plan;
            case PERIODIC, EMERGENCY, FINAL -> path() + "/disclosures/new" + (plan == null ? "" : "?plan=" + plan);
        };
    }
}
