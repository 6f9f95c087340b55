package org.rongyi.career.reception.web;

import java.util.List;
import java.util.Set;
import org.rongyi.career.reception.Papers;
import org.rongyi.career.reception.Reception;
import org.rongyi.career.reception.allowance.Allowances;
import org.rongyi.career.reception.rule.PlacementRule;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.part.Fact;

/**
 * One who was handed over.
 *
 * @param points why this mode, this ground and this place, with the documents
 * @param terms what runs: to report, to be placed, and what follows when he is late
 * @param missing the pieces of his file that are missing
 * @param allowance what he gets while he waits, month by month
 * @param mayAct whether the reader is the office that places him
 */
public record ReceptionPage(
        Reception reception,
        List<Fact> facts,
        List<PlacementRule.Point> points,
        List<String> terms,
        List<Papers.Piece> missing,
        List<Allowances.Month> allowance,
        boolean mayAct,
        String today,
        Typed typed,
        FieldErrors errors)
        implements Page {

    @Override
    public Set<String> restsOn() {
        return Set.of("placement.report.other.days");
    }

    @Override
    public String title() {
        return "移交接收：" + reception.personName();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("移交接收", "/receptions"));
    }

    public String path() {
        return "/receptions/" + reception.id();
    }

    /** Who is to be assigned work is scored, and an officer who is transferred. */
    public boolean isScored() {
        return reception.isForWork();
    }

    public String value(String field) {
        return typed.value(field);
    }

    public String valueOr(String field, String otherwise) {
        return typed.value(field).isEmpty() ? otherwise : typed.value(field);
    }
}
