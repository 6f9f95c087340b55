package org.rongyi.network.organisation.web;

import java.util.List;
import org.rongyi.platform.intake.Batch;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/** 启用链接 of an imported list: how many wait for one, and the door to the file. */
public record LinksPage(Batch batch, int waiting) implements Page {

    @Override
    public String title() {
        return "启用链接";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("导入", "/imports"), new Crumb(batch.fileName(), "/imports/" + batch.id()));
    }

    public String path() {
        return "/imports/" + batch.id() + "/links";
    }
}
