package org.rongyi.platform.division.web;

import java.util.List;
import java.util.stream.Collectors;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.DivisionHit;
import org.rongyi.platform.ui.Page;

/**
 * 区划查询.
 *
 * @param provinces where one may begin without searching
 * @param more whether there are more than are shown
 */
public record DivisionSearchPage(String query, List<DivisionHit> hits, List<Division> provinces, boolean more)
        implements Page {

    public DivisionSearchPage {
        hits = List.copyOf(hits);
        provinces = List.copyOf(provinces);
    }

    @Override
    public String title() {
        return "区划查询";
    }

    public String above(DivisionHit hit) {
        return hit.path().subList(0, hit.path().size() - 1).stream()
                .map(Division::name)
                .collect(Collectors.joining(" "));
    }

    /** 原名 or 原代码 that fitted, in brackets behind the name. */
    public String by(DivisionHit hit) {
        var by = hit.by();
        if (by == null) {
            return "";
        }
        return by.name().equals(hit.unit().name()) ? "（原代码 " + by.code() + "）" : "（原名" + by.name() + "）";
    }
}
