package org.rongyi.care.festival.web;

import java.time.LocalDate;
import java.util.List;
import org.rongyi.care.festival.rule.Ground;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;

/**
 * 拟定慰问.
 *
 * @param funds the bureau's own, each with what it could give for this
 * @param proposed the suggested amounts are ours, and nobody has confirmed them
 */
public record FestivalFormPage(
        FestivalForm form,
        List<Choice> groups,
        List<Option> funds,
        boolean proposed,
        LocalDate today,
        FieldErrors errors)
        implements Page {

    /** A group that may be greeted. */
    public record Choice(Ground ground, String label) {}

    @Override
    public String title() {
        return "拟定慰问";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("节日慰问", "/festivals"));
    }
}
