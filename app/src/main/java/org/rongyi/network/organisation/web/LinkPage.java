package org.rongyi.network.organisation.web;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/** 启用链接: shown this once, for its owner to set the password. */
public record LinkPage(String name, UUID unit, String link) implements Page {

    @Override
    public String title() {
        return "请把启用链接交给" + name;
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("机构与人员", "/units"));
    }
}
