package org.rongyi.people.person.web;

import java.util.Comparator;
import java.util.List;
import org.rongyi.people.person.VillageNames;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.documents.sheet.Column;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.ui.field.Option;
import org.springframework.stereotype.Component;

/**
 * A village as somebody says it: its code, its names from the county down, or just its own name or pinyin initials; of
 * several that fit, one is to be chosen, the nearest first.
 */
@Component
class VillageSearch {

    private static final int MOST = 12;
    private static final int LOOKED_AT = 400;

    private final Divisions divisions;
    private final VillageNames names;

    VillageSearch(Divisions divisions, VillageNames names) {
        this.divisions = divisions;
        this.names = names;
    }

    /** What was meant. */
    sealed interface Meant {
        record One(DivisionCode code) implements Meant {}

        record Several(List<Option> options, boolean more) implements Meant {}

        record Nothing(String reason) implements Meant {}
    }

    /** @param pick one of the several that were offered for this very text; may be empty */
    Meant find(Actor.Office actor, String text, String pick) {
        var wanted = text.strip();
        if (wanted.isEmpty()) {
            return new Meant.Nothing("请填写村（社区）");
        }
        if (names.read(wanted) instanceof Column.Value<DivisionCode>(var code)) {
            return new Meant.One(code);
        }
        var hits = divisions.search(wanted, Level.VILLAGE, LOOKED_AT).stream()
                .map(hit -> hit.unit())
                .sorted(Comparator.comparingInt((Division unit) -> distance(actor.unitCode(), unit.code())))
                .toList();
        var picked = hits.stream()
                .map(Division::code)
                .filter(code -> code.toString().equals(pick))
                .findFirst();
        if (picked.isPresent()) {
            return new Meant.One(picked.get());
        }
        return switch (hits.size()) {
            case 0 -> new Meant.Nothing("找不到这个村（社区），请换一个写法，或填 12 位区划代码");
            case 1 -> new Meant.One(hits.getFirst().code());
            default ->
                new Meant.Several(
                        hits.stream()
                                .limit(MOST)
                                .map(unit -> Option.of(unit.code().toString(), divisions.fullName(unit.code())))
                                .toList(),
                        hits.size() > MOST);
        };
    }

    /** How many levels lie between two places. */
    private static int distance(DivisionCode from, DivisionCode to) {
        for (var level : List.of(Level.TOWN, Level.COUNTY, Level.CITY)) {
            if (from.at(level).equals(to.at(level))) {
                return Level.TOWN.number() - level.number();
            }
        }
        return Level.TOWN.number();
    }
}
