package org.rongyi.career.campaign.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.rongyi.career.campaign.DirectiveTerms;
import org.rongyi.career.placement.allocation.Allocation;
import org.rongyi.platform.kernel.DivisionCode;

@DisplayName("指令性分配的费用：远近、能力、等待；岗位不够时先留谁，谁也不会一直等下去")
class CostRuleTest {

    private static final DirectiveTerms TERMS = new DirectiveTerms(10, 5, 150, 10, 20, 2, 100, 10, 10, true);
    private static final DirectiveTerms NOBODY_WAITS = new DirectiveTerms(10, 5, 150, 10, 0, 0, 100, 10, 10, true);
    private static final List<String> ABILITIES = List.of("COLLEGE", "LORRY", "LAW");

    /** Two towns of a county, another county of the city, another city. */
    private static final List<DivisionCode> PLACES = List.of(
            new DivisionCode(441284001001L),
            new DivisionCode(441284002001L),
            new DivisionCode(441223001001L),
            new DivisionCode(440106001001L));

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @Test
    @DisplayName("岗位要的能力，每缺一项加分；他有而岗位不要的，不减")
    void whatIsMissingCounts() {
        var who = person(PLACES.getFirst(), Set.of("LORRY", "LAW"), false, 0);
        assertThat(CostRule.of(TERMS, who, spot(PLACES.getFirst(), "LORRY"))).isZero();
        assertThat(CostRule.of(TERMS, who, spot(PLACES.getFirst(), "LORRY", "COLLEGE")))
                .isEqualTo(1_000);
        assertThat(CostRule.of(TERMS, who, spot(PLACES.get(2), "COLLEGE"))).isEqualTo(3_000);
    }

    @Test
    @DisplayName("比等得最久的每少等半年加 20 分；优先对象算多等两个半年")
    void whoIsNewCostsMore() {
        assertThat(CostRule.newness(TERMS, person(PLACES.getFirst(), Set.of(), false, 3), 3))
                .isZero();
        assertThat(CostRule.newness(TERMS, person(PLACES.getFirst(), Set.of(), false, 1), 3))
                .isEqualTo(4_000);
        assertThat(CostRule.newness(TERMS, person(PLACES.getFirst(), Set.of(), true, 1), 3))
                .isZero();
    }

    @RepeatedTest(60)
    @DisplayName("别的都一样，等得久的不会落空而新来的有岗位")
    void whoHasWaitedLongerGoesFirst() {
        var people = crowd();
        var one = people.getFirst();
        people.add(new CostRule.Person(
                one.home(), one.spouse(), one.abilities(), one.hasPriority(), one.halves() + 1 + random.nextInt(3)));
        var seated = seated(TERMS, people, spots());
        assertThat(seated.get(people.size() - 1) != null || seated.get(0) == null)
                .as("种子 %s：%s %s", seed, people, seated)
                .isTrue();
    }

    @RepeatedTest(60)
    @DisplayName("别的都一样，优先对象不会落空而别人有岗位，哪怕他的距离算得重")
    void whoHasPriorityGoesFirst() {
        var people = crowd();
        var one = people.getFirst();
        people.set(0, new CostRule.Person(one.home(), one.spouse(), one.abilities(), false, one.halves()));
        people.add(new CostRule.Person(one.home(), one.spouse(), one.abilities(), true, one.halves()));
        var seated = seated(TERMS, people, spots());
        assertThat(seated.get(people.size() - 1) != null || seated.get(0) == null)
                .as("种子 %s：%s %s", seed, people, seated)
                .isTrue();
    }

    @RepeatedTest(60)
    @DisplayName("等够了的，不论多远、缺什么，都在等得短的前面：谁也不会一直等下去")
    void nobodyWaitsForEver() {
        var people = crowd();
        long worst = 100L * (3 * TERMS.home() + 3 * TERMS.spouse()) * TERMS.priority() / 100
                + (long) TERMS.ability() * ABILITIES.size() * 100;
        int enough = (int) (worst / (TERMS.waiting() * 100L)) + 1;
        int most = people.stream().mapToInt(who -> who.counted(TERMS)).max().orElseThrow();
        people.add(person(PLACES.getLast(), Set.of(), false, most + enough));
        var seated = seated(TERMS, people, spots());
        assertThat(seated.get(people.size() - 1) != null
                        || seated.values().stream().allMatch(java.util.Objects::isNull))
                .as("种子 %s：%s %s", seed, people, seated)
                .isTrue();
    }

    @RepeatedTest(60)
    @DisplayName("岗位够的时候，等多久不影响谁去哪里")
    void waitingMovesNobodyWhoGetsOne() {
        var people = crowd();
        var spots = new ArrayList<>(spots());
        while (spots.size() < people.size()) {
            spots.addAll(spots());
        }
        assertThat(seated(TERMS, people, spots)).as("种子 %s", seed).isEqualTo(seated(NOBODY_WAITS, people, spots));
    }

    private CostRule.Person person(DivisionCode home, Set<String> abilities, boolean hasPriority, int halves) {
        return new CostRule.Person(home, null, abilities, hasPriority, halves);
    }

    private static CostRule.Spot spot(DivisionCode place, String... abilities) {
        return new CostRule.Spot(place, Set.of(abilities));
    }

    private List<CostRule.Person> crowd() {
        return IntStream.range(0, 3 + random.nextInt(3))
                .mapToObj(i -> new CostRule.Person(
                        place(),
                        random.nextBoolean() ? null : place(),
                        some(),
                        random.nextInt(4) == 0,
                        random.nextInt(4)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Of one seat each; fewer than people. */
    private List<CostRule.Spot> spots() {
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(i -> new CostRule.Spot(place(), some()))
                .toList();
    }

    private DivisionCode place() {
        return PLACES.get(random.nextInt(PLACES.size()));
    }

    private Set<String> some() {
        return ABILITIES.stream().filter(one -> random.nextBoolean()).collect(Collectors.toSet());
    }

    /** By person, the post; by the mechanism that anybody can run. */
    private static Map<Integer, @Nullable String> seated(
            DirectiveTerms terms, List<CostRule.Person> people, List<CostRule.Spot> spots) {
        int longest = people.stream().mapToInt(who -> who.counted(terms)).max().orElse(0);
        var costs = new ArrayList<String>();
        for (int i = 0; i < people.size(); i++) {
            for (int j = 0; j < spots.size(); j++) {
                long cost = CostRule.of(terms, people.get(i), spots.get(j))
                        + CostRule.newness(terms, people.get(i), longest);
                costs.add("{\"candidate\":\"c%d\",\"post\":\"p%d\",\"cost\":%d}".formatted(i, j, cost));
            }
        }
        var input = "{\"mechanism\":\"assignment\",\"posts\":[%s],\"candidates\":[%s],\"costs\":[%s]}"
                .formatted(
                        IntStream.range(0, spots.size())
                                .mapToObj("{\"id\":\"p%d\",\"seats\":1}"::formatted)
                                .collect(Collectors.joining(",")),
                        IntStream.range(0, people.size())
                                .mapToObj("{\"id\":\"c%d\"}"::formatted)
                                .collect(Collectors.joining(",")),
                        String.join(",", costs));
        var placements = Allocation.of(input.getBytes(StandardCharsets.UTF_8)).placements();
        var seated = new HashMap<Integer, @Nullable String>();
        for (int i = 0; i < placements.size(); i++) {
            seated.put(i, placements.get(i).post());
        }
        return seated;
    }
}
