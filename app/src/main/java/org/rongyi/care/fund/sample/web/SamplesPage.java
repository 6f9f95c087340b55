package org.rongyi.care.fund.sample.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.sample.Samples;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;

/** 抽样回访 of a fund, the latest first. */
public record SamplesPage(
        Fund fund,
        List<Samples.Sample> rows,
        boolean mayDraw,
        String first,
        String last,
        String strata,
        LocalDate today,
        boolean proposed,
        FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "抽样回访";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("资金", "/funds"), new Crumb(fund.name(), "/funds/" + fund.id()));
    }

    public List<Option> options() {
        return Arrays.stream(Samples.Strata.values())
                .map(one -> Option.of(one.name(), one.zh()))
                .toList();
    }
}
