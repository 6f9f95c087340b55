package org.rongyi.care.relief.emergency;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.rongyi.care.relief.emergency.rule.Terms;
import org.rongyi.platform.policy.Policy;
import org.springframework.stereotype.Component;

/** The parameters of 应急救助, as they hold on the day of an application: the same in the whole province. */
@Component
public class EmergencyTerms {

    static final String LEAST = "relief.emergency.least";
    static final String MOST = "relief.emergency.most";
    static final String YEARS = "relief.emergency.apply.years";
    static final String CAUSE_DAYS = "relief.emergency.cause.days";
    static final String AGAIN_MONTHS = "relief.emergency.again.months";

    /** From how many percent on, and how much: the ids of a band. */
    private record BandIds(String percent, String amount) {}

    private static final List<BandIds> BANDS = List.of(
            new BandIds("relief.emergency.band.1.percent", "relief.emergency.band.1.amount"),
            new BandIds("relief.emergency.band.2.percent", "relief.emergency.band.2.amount"),
            new BandIds("relief.emergency.band.3.percent", "relief.emergency.band.3.amount"),
            new BandIds("relief.emergency.band.4.percent", "relief.emergency.band.4.amount"),
            new BandIds("relief.emergency.band.5.percent", "relief.emergency.band.5.amount"),
            new BandIds("relief.emergency.band.6.percent", "relief.emergency.band.6.amount"));

    private final Policy policy;

    EmergencyTerms(Policy policy) {
        this.policy = policy;
    }

    public Terms on(LocalDate day) {
        var bands = BANDS.stream()
                .map(band -> new Terms.Band(policy.number(band.percent(), day), fen(band.amount(), day)))
                .toList();
        return new Terms(
                fen(LEAST, day),
                fen(MOST, day),
                policy.number(YEARS, day),
                policy.number(CAUSE_DAYS, day),
                policy.number(AGAIN_MONTHS, day),
                bands,
                policy.isProposed(day, parameters().toArray(String[]::new)));
    }

    static List<String> parameters() {
        return Stream.concat(
                        Stream.of(LEAST, MOST, YEARS, CAUSE_DAYS, AGAIN_MONTHS),
                        BANDS.stream().flatMap(band -> Stream.of(band.percent(), band.amount())))
                .toList();
    }

    private long fen(String id, LocalDate day) {
        return BigDecimal.valueOf(policy.number(id, day))
                .multiply(BigDecimal.valueOf(100))
                .longValueExact();
    }
}
