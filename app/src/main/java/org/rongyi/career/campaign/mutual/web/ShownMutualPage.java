package org.rongyi.career.campaign.mutual.web;

import java.util.List;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/** 网上双选, for anybody. */
public record ShownMutualPage(MutualView view) implements Page {

    @Override
    public String title() {
        return "网上双选";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("阳光安置公示", "/sunshine"),
                new Crumb(
                        view.campaign().plan().title(),
                        "/sunshine/" + view.campaign().number()));
    }
}
