package org.rongyi.career.reception.web;

import java.util.List;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/** 缺的材料: whose personnel files are not whole, and how long the army has been asked. */
public record MissingPage(List<Row> rows) implements Page {

    /**
     * One person's.
     *
     * @param since 去函 23 天, or that nobody has asked yet
     */
    public record Row(String path, String who, String fromUnit, String papers, String since) {}

    @Override
    public String title() {
        return "缺的材料";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("移交接收", "/receptions"));
    }
}
