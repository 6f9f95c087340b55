package org.rongyi.care.relief;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.rongyi.care.relief.rule.Terms;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.policy.Policy;
import org.springframework.stereotype.Component;

/** The parameters of 困难帮扶援助, as they hold on the day of an application at its place. */
@Component
public class ReliefTerms {

    static final String BAR_YEARS = "relief.hardship.bar.years";
    static final String CAUSE_DAYS = "relief.hardship.cause.days";
    static final String LINE = "relief.hardship.line";
    static final String MOST = "relief.hardship.most";
    static final String YEAR_MOST = "relief.hardship.year.most";
    public static final String FIRST_TOWN_MOST = "relief.hardship.first.town.most";

    /** From how many percent on, and how much: the ids of a band. */
    private record BandIds(String percent, String amount) {}

    private static final List<BandIds> BANDS = List.of(
            new BandIds("relief.hardship.band.1.percent", "relief.hardship.band.1.amount"),
            new BandIds("relief.hardship.band.2.percent", "relief.hardship.band.2.amount"),
            new BandIds("relief.hardship.band.3.percent", "relief.hardship.band.3.amount"),
            new BandIds("relief.hardship.band.4.percent", "relief.hardship.band.4.amount"));

    private final Policy policy;

    ReliefTerms(Policy policy) {
        this.policy = policy;
    }

    public Terms on(LocalDate day, DivisionCode where) {
        var bands = BANDS.stream()
                .map(band -> new Terms.Band(
                        policy.amount(band.percent(), day, where).intValueExact(), fen(band.amount(), day, where)))
                .toList();
        return new Terms(
                policy.number(BAR_YEARS, day),
                policy.number(CAUSE_DAYS, day),
                fen(LINE, day, where),
                bands,
                fen(MOST, day, where),
                fen(YEAR_MOST, day, where),
                policy.isProposed(day, parameters().toArray(String[]::new)));
    }

    /** What a town may give by itself before the papers are there. */
    public long firstOfTown(LocalDate day, DivisionCode where) {
        return fen(FIRST_TOWN_MOST, day, where);
    }

    static List<String> parameters() {
        return Stream.concat(
                        Stream.of(BAR_YEARS, CAUSE_DAYS, LINE, MOST, YEAR_MOST),
                        BANDS.stream().flatMap(band -> Stream.of(band.percent(), band.amount())))
                .toList();
    }

    private long fen(String id, LocalDate day, DivisionCode where) {
        return policy.amount(id, day, where).multiply(BigDecimal.valueOf(100)).longValueExact();
    }
}
