package org.rongyi.platform.policy.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.policy.Choice;
import org.rongyi.platform.policy.ChoiceList;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;

/**
 * 名录: its entries, those no longer in force too.
 *
 * @param places in words
 */
public record ChoiceListPage(ChoiceList list, LocalDate today, Function<List<DivisionCode>, String> places)
        implements Page {

    /** Some entry holds at a place only, or rests on a document of its own. */
    public boolean isByEntry() {
        return list.entries().stream()
                .anyMatch(entry -> !entry.places().isEmpty() || !entry.source().equals(list.source()));
    }

    public String where(Choice entry) {
        return places.apply(entry.places());
    }

    @Override
    public String title() {
        return list.zh();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("政策参数", "/policy"), new Crumb(list.room(), "/policy?room=" + list.room()));
    }

    public List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        if (!list.source().isProposed()) { // the notice below says that there is none
            facts.add(Fact.of("依据", list.source().inWords()));
            facts.add(Fact.of("可靠程度", list.source().certainty().zh()));
        }
        facts.add(Fact.of("哪项工作", list.room()));
        facts.add(Fact.of("代号", list.id()));
        return facts;
    }

    public String until(Choice choice) {
        return choice.to() == null ? "至今有效" : Words.day(choice.to().minusDays(1));
    }
}
