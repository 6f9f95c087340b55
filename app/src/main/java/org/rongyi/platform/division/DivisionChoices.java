package org.rongyi.platform.division;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.ui.field.Option;
import org.springframework.stereotype.Component;

/** 地区选择框 of public lists: works without scripts, one level further with each choice. */
@Component
public class DivisionChoices {

    private final Divisions divisions;

    DivisionChoices(Divisions divisions) {
        this.divisions = divisions;
    }

    /** The way down to the division chosen, and what lies directly below it; none is chosen at first. */
    public List<Option> from(@Nullable Division chosen) {
        var today = divisions.today();
        var at = chosen != null
                ? chosen
                : divisions.provinces().stream().findFirst().orElse(null);
        var options = new ArrayList<Option>();
        if (at == null) {
            return options;
        }
        divisions.path(at.code(), today).stream()
                .filter(one -> one.level() != Level.PROVINCE)
                .forEach(one -> options.add(Option.of(one.code().toString(), one.name())));
        divisions
                .children(at.code(), today)
                .forEach(one ->
                        options.add(Option.of(one.code().toString(), (chosen == null ? "" : "— ") + one.name())));
        return options;
    }
}
