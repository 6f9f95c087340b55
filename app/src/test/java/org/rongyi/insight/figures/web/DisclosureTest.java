package org.rongyi.insight.figures.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rongyi.platform.kernel.DivisionCode;

class DisclosureTest {

    @Test
    void nothingIsWithheldWhenEveryNumberIsTenOrMore() {
        assertThat(Disclosure.withheld(units(10, 30, 200), 10)).isEmpty();
    }

    @Test
    void aSingleSmallNumberTakesTheNextSmallestWithIt() {
        assertThat(Disclosure.withheld(units(9, 200, 30), 10))
                .isEqualTo(units(9, 0, 30).keySet().stream()
                        .filter(unit -> unit.value() != 440200000000L)
                        .collect(java.util.stream.Collectors.toSet()));
    }

    @Test
    void twoSmallNumbersWhoseSumIsSmallTakeAnother() {
        assertThat(Disclosure.withheld(units(1, 2, 30, 40), 10)).hasSize(3);
        assertThat(Disclosure.withheld(units(6, 7, 30, 40), 10)).hasSize(2);
    }

    @Test
    void whateverTheNumbersNothingSmallCanBeReadOrReckoned() {
        var random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            var values = random.longs(1 + random.nextInt(12), 0, 25).toArray();
            var units = units(values);
            var withheld = Disclosure.withheld(units, 10);
            units.forEach((unit, value) ->
                    assertThat(withheld.contains(unit) || value >= 10).isTrue());
            long sum = withheld.stream().mapToLong(units::get).sum();
            boolean all = withheld.size() == units.size();
            assertThat(withheld.isEmpty() || all || (withheld.size() > 1 && sum >= 10))
                    .as("%s withholds %s", units, withheld)
                    .isTrue();
        }
    }

    private static Map<DivisionCode, Long> units(long... values) {
        var units = new HashMap<DivisionCode, Long>();
        for (int i = 0; i < values.length; i++) {
            units.put(new DivisionCode(440100000000L + i * 100_000_000L), values[i]);
        }
        return units;
    }
}
