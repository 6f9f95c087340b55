package org.rongyi.network.oversight.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.rongyi.platform.audit.HeadLine;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;

/** 每日链头 of a month. */
public record HeadsPage(YearMonth month, LocalDate today, List<HeadLine> heads) implements Page {

    private static final int SHOWN = 16;

    @Override
    public String title() {
        return "每日链头";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("留痕查询", "/trail"));
    }

    public String lead() {
        return Words.month(month);
    }

    public boolean hasNext() {
        return month.isBefore(YearMonth.from(today));
    }

    /** Enough to tell two apart at a glance; the whole stands on the day's page. */
    public static String brief(HeadLine head) {
        return head.head().substring(0, SHOWN) + "…";
    }
}
