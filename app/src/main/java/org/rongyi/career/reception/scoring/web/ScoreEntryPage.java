package org.rongyi.career.reception.scoring.web;

import java.util.List;
import java.util.Map;
import org.rongyi.career.placement.score.Measure;
import org.rongyi.career.placement.score.ScoreItems.Item;
import org.rongyi.career.placement.score.ScoreItems.Part;
import org.rongyi.career.reception.Reception;
import org.rongyi.career.reception.scoring.EnterScore;
import org.rongyi.career.reception.scoring.EnteredAs;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.field.Option;

/**
 * 录入评分: amounts with paper and page, part by part; the city's with its reason.
 *
 * @param names of the items that are asked for, by id: what only a document to come, or only an older one, counts is not
 */
public record ScoreEntryPage(
        Reception reception, EnteredAs as, Map<String, String> names, Typed typed, FieldErrors errors) implements Page {

    @Override
    public String title() {
        return "录入评分：" + as.zh();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("移交接收", "/receptions"),
                new Crumb(reception.personName(), "/receptions/" + reception.id()),
                new Crumb("量化评分", "/receptions/" + reception.id() + "/score"));
    }

    public String action() {
        return "/receptions/" + reception.id() + (as == EnteredAs.CITY ? "/score/decision" : "/score");
    }

    public List<Part> parts() {
        return reception.table().parts().stream()
                .filter(part -> !part.isOne() && !items(part).isEmpty())
                .toList();
    }

    public List<Item> items(Part part) {
        return reception.table().of(part).stream()
                .filter(item -> names.containsKey(item.id()))
                .toList();
    }

    public String name(Item item) {
        return names.getOrDefault(item.id(), item.field());
    }

    public boolean isHeld(Item item) {
        return item.measure() == Measure.HELD;
    }

    public String page(Item item) {
        return EnterScore.page(item.id());
    }

    /** Of each at most one item is held. */
    public List<Part> questions() {
        return reception.table().parts().stream()
                .filter(part -> part.isOne() && !items(part).isEmpty())
                .toList();
    }

    public List<Option> answers(Part part) {
        return items(part).stream()
                .map(item -> Option.of(item.field(), name(item)))
                .toList();
    }

    public List<Option> held() {
        return List.of(Option.of("YES", "有"));
    }

    public String value(String field) {
        return typed.value(field);
    }

    public boolean isOpen(Part part) {
        return items(part).stream()
                .anyMatch(item -> !typed.value(item.field()).isEmpty()
                        || errors.find(item.field()) != null
                        || errors.find(page(item)) != null);
    }
}
