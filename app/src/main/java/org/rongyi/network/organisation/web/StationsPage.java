package org.rongyi.network.organisation.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.network.organisation.Stations;
import org.rongyi.platform.division.map.MapDrawing;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;

/**
 * 找服务站.
 *
 * @param divisionName the division the list is narrowed to; none for the province
 * @param divisions narrower divisions to choose, the way back among them
 * @param near where the reader stands, if he said so
 * @param map where he stands and the nearest stations; on the first page, where an outline may be shown
 * @param next the cursor of the next page; none on the last
 * @param mayExport whether the reader works here: to everybody the list goes on paper only
 */
public record StationsPage(
        List<Stations.Entry> entries,
        Stations.Filter filter,
        @Nullable String divisionName,
        List<Option> divisions,
        Stations.@Nullable Near near,
        @Nullable MapDrawing map,
        @Nullable String next,
        boolean mayExport)
        implements Page {

    @Override
    public String title() {
        return "找服务站";
    }

    /** 800米, 3.4公里. */
    public static String distance(long metres) {
        return metres < 1000 ? metres + "米" : Words.number(metres / 1000) + "." + metres % 1000 / 100 + "公里";
    }

    /** All of this very list, as a file; for paper the button makes {@code /print} of it. */
    public String exportHref() {
        return "/stations/export.xlsx?" + query() + (near == null ? "" : "&near=" + near);
    }

    /** Whether a sheet of this list may be asked for: of the whole province it is longer than paper holds, and a visitor gets no file. */
    public boolean mayPrint() {
        return mayExport || filter.division() != null;
    }

    /** This very list from a cursor on. */
    public String nextHref() {
        return "/stations?" + query() + (near == null ? "" : "&near=" + near) + "&after=" + next;
    }

    /** This very list, to be put in the order of distance. */
    public String nearestHref() {
        return "/stations?" + query();
    }

    private String query() {
        return "q=" + URLEncoder.encode(filter.text(), StandardCharsets.UTF_8) + "&level="
                + (filter.level() == null ? "" : filter.level().number()) + "&division="
                + (filter.division() == null ? "" : filter.division());
    }
}
