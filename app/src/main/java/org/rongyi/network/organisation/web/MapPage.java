package org.rongyi.network.organisation.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.map.MapDrawing;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/**
 * 服务站地图 of a province, city or county, and the complete list.
 *
 * @param path the divisions above
 * @param drawing none where no outlines may be shown
 * @param own stations that stand at the division itself, or in parks and enterprises, and in none of the lines
 */
public record MapPage(
        Division unit, List<Division> path, @Nullable MapDrawing drawing, List<Line> lines, int own, int total)
        implements Page {

    /** A division below, and how many stations it has with all below it. */
    public record Line(String name, int stations, String path) {}

    @Override
    public String title() {
        return unit.name() + "服务站";
    }

    @Override
    public List<Crumb> crumbs() {
        return path.stream().map(d -> new Crumb(d.name(), "/map/" + d.code())).toList();
    }
}
