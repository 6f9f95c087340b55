package org.rongyi.care.fund.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Gift;
import org.rongyi.care.fund.purpose.PurposeChange;
import org.rongyi.platform.documents.sheet.Listed;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;

/**
 * 一笔捐赠, and where each yuan of it went.
 *
 * @param changes of its purpose, also those that did not come about
 * @param plan 募捐方案 it came by
 * @param mayChange whether the reader may propose to change its purpose
 * @param queryCode for the donor's paper; none for who only reads
 */
public record GiftPage(
        Fund fund,
        Gift gift,
        GiftUses trace,
        List<PurposeChange> changes,
        @Nullable String plan,
        boolean mayChange,
        @Nullable String queryCode)
        implements Page, Listed<GiftUse> {

    @Override
    public String title() {
        return "捐赠 " + gift.number();
    }

    @Override
    public List<Crumb> crumbs() {
        var path = "/funds/" + fund.id();
        return List.of(new Crumb("资金", "/funds"), new Crumb(fund.name(), path), new Crumb("捐赠", path + "/gifts"));
    }

    /** Those of which something is left that its giver bound. */
    public List<GiftPart> changeable() {
        return mayChange ? trace.parts().stream().filter(GiftPart::isChangeable).toList() : List.of();
    }

    public List<Fact> facts() {
        var facts = new ArrayList<>(List.of(
                Fact.of("捐赠人", gift.name() == null ? gift.donor().zh() : gift.name()),
                Fact.of("公开姓名（名称）", gift.namePublic() ? "同意" : "不公开"),
                Fact.of("收到日期", Words.day(gift.receivedOn())),
                Fact.of("捐的什么", gift.goods() == null ? "货币" : gift.goods()),
                Fact.of("金额（作价）", Words.yuan(gift.amount().fen())),
                Fact.of("票据号", gift.receipt()),
                Fact.of("约定用途", gift.wish()),
                Fact.of("限定", trace.parts().getFirst().bonds())));
        if (plan != null) {
            facts.add(new Fact("募捐方案", plan, "/plans/" + gift.plan()));
        }
        if (queryCode != null) {
            facts.add(Fact.of("查询码", queryCode));
        }
        return facts;
    }

    @Override
    public String list() {
        return "/gifts/" + gift.id();
    }

    @Override
    public List<String> headers() {
        return List.of("日期", "部分", "用途", "事项", "受助人所在", "金额（元）", "办到");
    }

    @Override
    public List<? extends @Nullable Object> cells(GiftUse line) {
        return Arrays.asList(
                line.use().on(),
                line.part(),
                line.purpose(),
                line.use().words(),
                line.place(),
                line.use().amount(),
                line.use().zh());
    }

    @Override
    public List<GiftUse> rows() {
        return trace.uses();
    }

    @Override
    public @Nullable String next() {
        return trace.next();
    }

    @Override
    public String heading() {
        return "捐赠 " + gift.number() + " 用到了哪里";
    }
}
