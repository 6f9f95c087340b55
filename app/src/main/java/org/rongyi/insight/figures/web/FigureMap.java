package org.rongyi.insight.figures.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.insight.figures.FigureKind;
import org.rongyi.platform.division.map.MapDrawing;
import org.rongyi.platform.division.map.Outlines;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** 数据地图: the units below, shaded by the figure that is looked at; each leads to its own figures. */
@Component
class FigureMap {

    private final Outlines outlines;

    FigureMap(Outlines outlines) {
        this.outlines = outlines;
    }

    /** None where no unit below has an outline that may be shown: towns and villages, and outside of demo data. */
    @Nullable
    MapDrawing draw(String unit, @Nullable FigureKind kind, List<FiguresPage.Row> rows, FiguresPage.Filter filter) {
        if (kind == null) {
            return null;
        }
        long most = rows.stream().mapToLong(row -> row.times(kind)).max().orElse(0);
        var areas = new ArrayList<MapDrawing.Area>();
        for (var row : rows) {
            long times = row.times(kind);
            outlines.find(row.code())
                    .filter(outline -> !row.own())
                    .ifPresent(outline -> areas.add(new MapDrawing.Area(
                            outline,
                            MapDrawing.shortName(row.name()),
                            row.name() + " " + Words.number(times) + " " + kind.unit(),
                            "/figures/" + row.code() + filter.query(),
                            MapDrawing.shade(times, most))));
        }
        return areas.isEmpty()
                ? null
                : new MapDrawing(
                        unit + "各地" + kind.zh() + kind.unit(), areas, List.of(), MapDrawing.legend(most, kind.unit()));
    }
}
