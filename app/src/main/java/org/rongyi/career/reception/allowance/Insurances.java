package org.rongyi.career.reception.allowance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.policy.Choice;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.springframework.stereotype.Component;

/**
 * 待安排工作期间的社会保险 (退役军人安置条例, from 2024-09-01): 养老保险 by finance, the unit's part of 医疗保险 by the government of his place. A month's
 * contribution is the place's base by the rate in force on the month's first day. Where no base was entered, the lowest wage stands
 * in its place, and that is said.
 */
@Component
public class Insurances {

    static final String PARTS = "placement.insurance";
    static final String BASE = "placement.insurance.base";
    static final String PENSION_UNIT = "placement.insurance.pension.unit.percent";
    static final String PENSION_OWN = "placement.insurance.pension.own.percent";
    static final String MEDICAL_UNIT = "placement.insurance.medical.unit.percent";

    private final Policy policy;

    Insurances(Policy policy) {
        this.policy = policy;
    }

    /** Which insurance. */
    public enum Kind {
        PENSION("养老保险"),
        MEDICAL("医疗保险");

        private final String zh;

        Kind(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /**
     * What the government pays of one part.
     *
     * @param why who pays it, by which rate
     * @param source of the rate, and of who pays
     */
    public record Part(Kind kind, long fen, String why, String source) {}

    /**
     * Of one month.
     *
     * @param base in words; empty where nothing is paid yet
     * @param parts none before 2024-09-01, and where the place has neither base nor lowest wage
     */
    public record Month(String base, List<Part> parts) {

        static final Month NONE = new Month("", List.of());

        public Month {
            parts = List.copyOf(parts);
        }

        /** In fen; none where nothing is paid. */
        public @Nullable Long of(Kind kind) {
            return parts.stream().noneMatch(part -> part.kind() == kind)
                    ? null
                    : parts.stream()
                            .filter(part -> part.kind() == kind)
                            .mapToLong(Part::fen)
                            .sum();
        }

        public long sum() {
            return parts.stream().mapToLong(Part::fen).sum();
        }
    }

    /** By the rules in force on the month's first day, at the place. */
    Month month(LocalDate first, DivisionCode place) {
        var paid = policy.choices(PARTS, first, place);
        var entered = policy.get(BASE).find(first, place);
        var base = entered.or(() -> policy.get(Allowances.WAGE).find(first, place));
        if (paid.isEmpty() || base.isEmpty()) {
            return Month.NONE;
        }
        var words = entered.isPresent()
                ? "缴费基数 " + base.get().numberInWords() + " 元（"
                        + base.get().source().inWords() + "）"
                : "缴费基数没有录入，按当地月最低工资标准 " + base.get().numberInWords() + " 元（系统默认，待业务确认）";
        return new Month(
                words,
                paid.stream()
                        .flatMap(choice -> part(choice, base.get(), first, place).stream())
                        .toList());
    }

    private Optional<Part> part(Choice choice, Parameter.Value base, LocalDate first, DivisionCode place) {
        var rate = switch (choice.code()) {
            case "PENSION_UNIT" -> PENSION_UNIT;
            case "PENSION_OWN" -> PENSION_OWN;
            case "MEDICAL_UNIT" -> MEDICAL_UNIT;
            default -> throw new IllegalStateException("no rate for " + choice.code());
        };
        var kind = choice.code().startsWith("PENSION") ? Kind.PENSION : Kind.MEDICAL;
        return policy.get(rate)
                .find(first, place)
                .map(percent -> new Part(
                        kind,
                        fen(base.number(), percent.number()),
                        choice.zh() + "，" + percent.numberInWords() + "%",
                        choice.source().inWords() + "；" + percent.source().inWords()));
    }

    /** Yuan by per cent are fen. */
    private static long fen(BigDecimal yuan, BigDecimal percent) {
        return yuan.multiply(percent).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
