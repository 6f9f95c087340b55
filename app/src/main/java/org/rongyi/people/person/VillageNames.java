package org.rongyi.people.person;

import org.rongyi.platform.division.DivisionNames;
import org.rongyi.platform.documents.sheet.Column;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.springframework.stereotype.Component;

/** Reads what lists write for a village: its code, or its names from the county (or higher) down. */
@Component
public class VillageNames {

    private final DivisionNames names;
    private final Villages villages;

    VillageNames(DivisionNames names, Villages villages) {
        this.names = names;
        this.villages = villages;
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
