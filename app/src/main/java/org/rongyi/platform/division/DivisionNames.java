package org.rongyi.platform.division;

import java.util.ArrayList;
import java.util.List;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.springframework.stereotype.Component;

/** Reads what people write for a division: its code, or its names from the county (or higher) down. */
@Component
public class DivisionNames {

    private final Divisions divisions;

    DivisionNames(Divisions divisions) {
        this.divisions = divisions;
    }

    /** Units of today that the text stands for; several when they are called the same. */
    public List<Division> find(String text) {
        var code = DivisionCode.parse(text.strip());
        if (code.isPresent()) {
            return divisions.find(code.get(), divisions.today()).stream().toList();
        }
        var found = new ArrayList<Division>();
        descend(divisions.provinces(), text.replaceAll("[\\s\\u3000/、-]", ""), found);
        return List.copyOf(found);
    }

    /** Province and city may be left out; from the county on every name must stand there. */
    private void descend(List<Division> units, String text, List<Division> found) {
        for (var unit : units) {
            boolean named = text.startsWith(unit.name());
            if (!named && !unit.code().level().isAbove(Level.COUNTY)) {
                continue;
            }
            var rest = named ? text.substring(unit.name().length()) : text;
            if (!rest.isEmpty()) {
                descend(divisions.children(unit.code(), divisions.today()), rest, found);
            } else if (named) {
                found.add(unit);
            }
        }
    }
}
