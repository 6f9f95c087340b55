package org.rongyi.people.person;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.DivisionNames;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.documents.sheet.Column;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.springframework.stereotype.Component;

/**
 * Reads what lists write for a village: its code, its names from the county (or higher) down, or, of somebody's own
 * villages, its bare name.
 */
@Component
public class VillageNames {

    private final DivisionNames names;
    private final Villages villages;
    private final Divisions divisions;

    VillageNames(DivisionNames names, Villages villages, Divisions divisions) {
        this.names = names;
        this.villages = villages;
        this.divisions = divisions;
    }

    /** @param code none for a bare name, which only {@link #within} can tell */
    public record Written(@Nullable DivisionCode code, String text) {}

    /** The same as {@link #read}, with bare names left open. */
    public Column.Field<Written> readOpen(String text) {
        return switch (read(text)) {
            case Column.Value<DivisionCode>(var code) -> new Column.Value<>(new Written(code, text));
            case Column.Wrong<DivisionCode>(var reason) ->
                DivisionCode.parse(text).isPresent() || !names.find(text).isEmpty()
                        ? new Column.Wrong<>(reason)
                        : new Column.Value<>(new Written(null, text));
        };
    }

    /** The unit's own village of that name, if it is one alone. */
    public Optional<DivisionCode> within(DivisionCode unit, String name) {
        var found = below(unit)
                .filter(village -> village.name().equals(name.strip()))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst().code()) : Optional.empty();
    }

    private Stream<Division> below(DivisionCode unit) {
        if (unit.level() == Level.VILLAGE) {
            return divisions.find(unit, divisions.today()).stream();
        }
        return divisions.children(unit, divisions.today()).stream().flatMap(child -> below(child.code()));
    }

    public Column.Field<DivisionCode> read(String text) {
        var code = DivisionCode.parse(text);
        if (code.filter(villages::isInForce).isPresent()) {
            return new Column.Value<>(code.get());
        }
        var found = names.find(text).stream()
                .filter(unit -> unit.level() == Level.VILLAGE)
                .toList();
        return switch (found.size()) {
            case 1 -> new Column.Value<>(found.getFirst().code());
            case 0 ->
                new Column.Wrong<>(
                        code.isPresent() ? "今天没有代码为 " + text + " 的村（社区），可能已撤并或改码" : "找不到这个村（社区），请填 12 位区划代码，或从县区写起的全名");
            default -> new Column.Wrong<>("有几个同名的村（社区），请填 12 位区划代码");
        };
    }
}
