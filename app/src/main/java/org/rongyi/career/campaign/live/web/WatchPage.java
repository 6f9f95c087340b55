package org.rongyi.career.campaign.live.web;

import java.util.List;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/** 现场选岗, for anybody who looks on. */
public record WatchPage(LiveView view) implements Page {

    @Override
    public String title() {
        return "现场选岗";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("阳光安置公示", "/sunshine"),
                new Crumb(
                        view.campaign().plan().title(),
                        "/sunshine/" + view.campaign().number()));
    }

    public String path() {
        return "/sunshine/" + view.campaign().number() + "/live";
    }
}
