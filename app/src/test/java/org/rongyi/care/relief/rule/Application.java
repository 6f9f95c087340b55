package org.rongyi.care.relief.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** An application against which nothing speaks, and what is different in a case. */
final class Application {

    static final LocalDate DAY = LocalDate.of(2021, 6, 23);

    static final Terms TERMS = new Terms(
            2,
            30,
            90_000,
            List.of(
                    new Terms.Band(30, 50_000),
                    new Terms.Band(60, 100_000),
                    new Terms.Band(100, 200_000),
                    new Terms.Band(200, 500_000)),
            1_000_000,
            2_000_000,
            true);

    private LocalDate applied = DAY;
    private Facts.Known registered = Facts.Known.YES;
    private Standing standing = Standing.VETERAN;
    private Situation situation = Situation.ACCIDENT;
    private Household household = new Household(4, 8_000_000, 0, 9_000_000, 0);
    private final List<Barred> bars = new ArrayList<>();
    private final List<Earlier> earlier = new ArrayList<>();
    private Facts.Repeat repeat = Facts.Repeat.NONE;
    private Facts.Check check = new Facts.Check(DAY, List.of("黎小梅", "陈国强"));

    static Earlier aid(Situation situation, LocalDate on, Earlier.State state, long fen) {
        return new Earlier(Earlier.Programme.HARDSHIP, "四会市", false, situation, on, on, state, fen);
    }

    Application applied(LocalDate day) {
        applied = day;
        return this;
    }

    Application registered(Facts.Known known) {
        registered = known;
        return this;
    }

    Application standing(Standing one) {
        standing = one;
        return this;
    }

    Application situation(Situation one) {
        situation = one;
        return this;
    }

    Application household(Household one) {
        household = one;
        return this;
    }

    Application bars(Barred one) {
        bars.add(one);
        return this;
    }

    Application earlier(Earlier one) {
        earlier.add(one);
        return this;
    }

    Application repeat(String reason, Boolean accepted) {
        repeat = new Facts.Repeat(reason, accepted);
        return this;
    }

    Application check(Facts.Check one) {
        check = one;
        return this;
    }

    Facts facts() {
        return new Facts(
                applied,
                registered,
                standing,
                situation,
                applied.minusDays(20),
                household,
                bars,
                earlier,
                repeat,
                check);
    }
}
