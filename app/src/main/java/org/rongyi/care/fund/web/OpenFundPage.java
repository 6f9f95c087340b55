package org.rongyi.care.fund.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Gifts;
import org.rongyi.care.fund.GivingPlatforms;
import org.rongyi.care.fund.Lot;
import org.rongyi.care.fund.raising.Disclosures;
import org.rongyi.care.fund.raising.RaisingPlan;
import org.rongyi.care.fund.sample.Samples;
import org.rongyi.platform.documents.sheet.Listed;
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
        implements Page, Listed<Object> {

    @Override
    public String title() {
        return fund.name();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("公开账目", "/open-books"));
    }

    /** What a list of its rows is called and how they read, without anything of the page around them. */
    static OpenFundPage ofRows(Fund fund) {
        return new OpenFundPage(
                fund, Use.of(Map.of()), Money.ZERO, null, List.of(), List.of(), List.of(), List.of(), List.of(), null);
    }

    public String path() {
        return "/open-books/" + fund.id();
    }

    @Override
    public List<Object> rows() {
        return fund.kind().takesGifts() ? List.copyOf(gifts) : List.copyOf(incomes);
    }

    @Override
    public String list() {
        return path();
    }

    @Override
    public List<String> headers() {
        return fund.kind().takesGifts()
                ? List.of("日期", "捐赠人", "捐的什么", "金额（作价，元）", "约定用途")
                : List.of("日期", "来源", "收到（元）", "已支出（元）", "还没有用（元）");
    }

    @Override
    public List<? extends @Nullable Object> cells(Object row) {
        return switch (row) {
            case Gifts.Published gift ->
                Arrays.asList(
                        gift.on(), gift.name(), gift.goods() == null ? "货币" : gift.goods(), gift.amount(), gift.wish());
            case Lot lot ->
                List.of(
                        lot.receivedOn(),
                        lot.source().zh() + "：" + lot.title(),
                        lot.standing().received(),
                        lot.standing().spent(),
                        lot.standing().available());
            default -> throw new IllegalArgumentException("neither a gift nor an income: " + row);
        };
    }

    @Override
    public String heading() {
        return fund.name() + (fund.kind().takesGifts() ? "收到的每一笔捐赠" : "收到的");
    }
}
