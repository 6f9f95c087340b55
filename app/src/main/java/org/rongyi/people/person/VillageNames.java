package org.rongyi.people.person;

import java.util.ArrayList;
import java.util.List;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.documents.sheet.Column;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.springframework.stereotype.Component;

/** Reads what lists write for a village: its code, or its names from the county (or higher) down. */
@Component
public class VillageNames {

    private final Divisions divisions;
    private final Villages villages;

    VillageNames(Divisions divisions, Villages villages) {
        this.divisions = divisions;
        this.villages = villages;
    }

    public Column.Field<DivisionCode> read(String text) {
        var code = DivisionCode.parse(text);
        if (code.isPresent()) {
            return villages.isInForce(code.get())
                    ? new Column.Value<>(code.get())
                    : new Column.Wrong<>("今天没有代码为 " + text + " 的村（社区），可能已撤并或改码");
        }
        var plain = text.replaceAll("[\\s\\u3000/、-]", "");
        var found = new ArrayList<DivisionCode>();
        descend(divisions.provinces(), plain, found);
        return switch (found.size()) {
            case 1 -> new Column.Value<>(found.getFirst());
            case 0 -> new Column.Wrong<>("找不到这个村（社区），请填 12 位区划代码，或从县区写起的全名");
            default -> new Column.Wrong<>("有几个同名的村（社区），请填 12 位区划代码");
        };
    }

    /** Province and city may be left out; from the county on every name must stand there. */
    private void descend(List<Division> units, String text, List<DivisionCode> found) {
        for (var unit : units) {
            boolean named = text.startsWith(unit.name());
            if (!named && !unit.code().level().isAbove(Level.COUNTY)) {
                continue;
            }
            var rest = named ? text.substring(unit.name().length()) : text;
            if (rest.isEmpty() && unit.code().level() == Level.VILLAGE) {
                found.add(unit.code());
            } else if (!rest.isEmpty()) {
                descend(divisions.children(unit.code(), divisions.today()), rest, found);
            }
        }
    }
}
