package org.rongyi.care.relief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.rongyi.care.festival.FestivalDesk;
import org.springframework.context.ApplicationContext;

/** A list of greetings at random for {@link CaseStreamTest}: handed over, taken back, given no more. */
final class Greetings {

    /** Of 残疾: in cash, and in rice. */
    private static final List<Long> FEN = List.of(50_000L, 6_000L);

    private final Random random;
    private final FestivalDesk desk;

    /** The state of the grants of each, and the visit they were handed over in. */
    private final Map<UUID, String> states = new TreeMap<>();

    private final Map<UUID, UUID> visits = new TreeMap<>();

    Greetings(ApplicationContext program, Random random) {
        this.random = random;
        this.desk = new FestivalDesk(program, List.of("流水慰问甲", "流水慰问乙", "流水慰问丙"));
        desk.people().forEach(person -> states.put(person, "WAITING"));
    }

    void something() {
        var person = desk.people().get(random.nextInt(desk.people().size()));
        switch (states.get(person)) {
            case "PAID" -> {
                desk.withdraw(visits.remove(person));
                states.put(person, "WAITING");
            }
            case "WAITING" -> {
                if (random.nextInt(4) == 0) {
                    desk.strike(person);
                    states.put(person, "CANCELLED");
                } else {
                    visits.put(person, desk.handOver(person));
                    states.put(person, "PAID");
                }
            }
            default -> {}
        }
    }

    void same() {
        states.forEach((person, state) -> assertThat(desk.grantsOf(person))
                .as("节日慰问")
                .containsExactlyElementsOf(
                        FEN.stream().map(fen -> state + " " + fen).toList()));
    }
}
