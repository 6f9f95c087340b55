package org.rongyi.platform.policy.web;

import java.util.List;
import java.util.stream.Collectors;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.stereotype.Component;

/** Where a value holds, in words. */
@Component
class Places {

    static final String EVERYWHERE = "全省";

    private final Divisions divisions;

    Places(Divisions divisions) {
        this.divisions = divisions;
    }

    String inWords(List<DivisionCode> places) {
        return places.isEmpty()
                ? EVERYWHERE
                : places.stream()
                        .map(code ->
                                divisions.findEver(code).map(Division::name).orElseGet(code::toString))
                        .collect(Collectors.joining("、"));
    }
}
