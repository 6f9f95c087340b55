package org.rongyi.care.fund.sample.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.sample.Checks;
import org.rongyi.care.fund.sample.Rate;
import org.rongyi.care.fund.sample.Samples;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;

/**
 * 一次抽样, for the office and for everybody.
 *
 * @param differences none outside: they are about people
 * @param alike whether the kept list and seed give the same ones again; none while nobody asked
 * @param reader none outside
 */
public record SamplePage(
        Fund fund,
        Samples.Sample sample,
        List<Checks.Check> differences,
        @Nullable Boolean alike,
        Actor.@Nullable Office reader)
        implements Page {

    @Override
    public String title() {
        return "抽样回访 " + sample.number();
    }

    @Override
    public List<Crumb> crumbs() {
        var path = (office() ? "/funds/" : "/open-books/") + fund.id();
        return office()
                ? List.of(new Crumb("资金", "/funds"), new Crumb(fund.name(), path), new Crumb("抽样回访", path + "/samples"))
                : List.of(new Crumb("公开账目", "/open-books"), new Crumb(fund.name(), path));
    }

    public boolean office() {
        return reader != null;
    }

    /** Where it was drawn again, or is when somebody asks. */
    public String path() {
        return (office() ? "/samples/" : "/open-books/samples/") + sample.id();
    }

    /** Whoever asks, looks into it or keeps the fund; an auditor reads it here. */
    public boolean opens(Checks.Check check) {
        return reader != null
                && reader.role() != Role.AUDITOR
                && (reader.unit().equals(check.unit())
                        || reader.unit().equals(check.followUnit())
                        || reader.unit().equals(fund.unit()));
    }

    public List<Fact> results() {
        var rate = sample.rate();
        return List.of(
                Fact.of("问到的里面相符", rate.words()),
                Fact.of("收到的与账相符", sample.agreeing() + " 笔"),
                Fact.of("与账不符", sample.differing() + " 笔"),
                Fact.of("没有问到", sample.unreached() + " 笔，不算相符"),
                Fact.of("还没有问", sample.waiting() + " 笔"),
                Fact.of(
                        "没问的也算上",
                        "相符的最少 " + Rate.percent(rate.worst()) + "（都当不符），最多 " + Rate.percent(rate.best()) + "（都当相符）"));
    }

    public List<Fact> drawing() {
        var facts = new ArrayList<>(List.of(
                Fact.of("期间", Words.day(sample.first()) + "至" + Words.day(sample.last()) + "付讫的"),
                Fact.of("总体", sample.population() + " 笔"),
                Fact.of("抽中", sample.size() + " 笔，按" + sample.strata().zh() + "分层，按比例"),
                Fact.of("置信度和允许误差", sample.confidence() + "%，" + sample.margin() + " 个百分点"),
                Fact.of("抽样日期", Words.day(sample.drawnOn())),
                Fact.of("种子", sample.seed()),
                Fact.of("总体名单摘要", sample.digest())));
        if (alike != null) {
            facts.add(Fact.of("照种子重抽", alike ? "结果一样" : "结果不一样，请向管理单位反映"));
        }
        return facts;
    }
}
