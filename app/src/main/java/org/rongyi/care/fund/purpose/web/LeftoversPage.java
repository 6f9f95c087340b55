package org.rongyi.care.fund.purpose.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Lot;
import org.rongyi.care.fund.purpose.PurposeChange;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/** 到期没用完的: what is left of sources whose last day is over, and the changes that wait for a second person. */
public record LeftoversPage(Fund fund, List<Row> rows, List<PurposeChange> waiting) implements Page {

    /** @param gift whose it is; none of what is no gift */
    public record Row(Lot lot, String bonds, Optional<UUID> gift) {}

    @Override
    public String title() {
        return "到期没用完的";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("资金", "/funds"), new Crumb(fund.name(), "/funds/" + fund.id()));
    }
}
