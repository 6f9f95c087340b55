package org.rongyi.care.fund.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Gifts;
import org.rongyi.care.fund.GivingPlatforms;
import org.rongyi.care.fund.Lot;
import org.rongyi.care.fund.raising.Disclosures;
import org.rongyi.care.fund.raising.RaisingPlan;
import org.rongyi.care.fund.sample.Samples;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/**
 * 一项资金的公开账目: what came in and how far it is used; gifts under the names of those who agreed.
 *
 * @param principal what is kept for ever; nothing of most funds
 * @param giving where gifts are made online; none today
 * @param plans 募捐方案, the latest first
 * @param disclosures what was made public, the latest first
 * @param samples 抽样回访, the latest first
 * @param incomes what came into a fund without gifts
 */
public record OpenFundPage(
        Fund fund,
        Use use,
        Money principal,
        GivingPlatforms.@Nullable Door giving,
        List<Lot> incomes,
        List<RaisingPlan> plans,
        List<Disclosures.Disclosure> disclosures,
        List<Samples.Sample> samples,
        List<Gifts.Published> gifts,
        @Nullable String next)
        implements Page {

    @Override
    public String title() {
        return fund.name();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("公开账目", "/open-books"));
    }

    public String path() {
        return "/open-books/" + fund.id();
    }
}
