package org.rongyi.career.reception.allowance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.reception.Reception;
import org.rongyi.career.reception.rule.Discharge;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Scope;
import org.rongyi.platform.policy.Policy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 待安排工作期间的生活补助 (退役士兵安置条例 2011: 不低于当地最低生活水平; 退役军人安置条例 2024: 当地月最低工资标准): for each whole
 * month from the one he reported in to the one he is placed in. Reckoned, never kept: the month's own rule says the same at any time.
 */
@Component
public class Allowances {

    static final String STANDARD = "placement.waiting";
    static final String WAGE = "placement.wage.lowest";
    static final String FIRST = "placement.waiting.first.months";
    private static final int FEN = 100;
    private static final int MOST_MONTHS = 120;
    private static final int MOST = 1000;

    private static final String WAITING = """
            select r.id, r.person_name, r.code_now, greatest(r.received_on, r.reported_on) as from_on
            from reception.reception r
            where r.code_now >= :low and r.code_now < :high and r.mode = 'ASSIGNED'
              and greatest(r.received_on, r.reported_on) < :behind and r.reported_on is not null
              and coalesce(r.settled_on, r.ended_on, :behind) >= :first
            order by r.code_now, r.received_on, r.id
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final Policy policy;
    private final Insurances insurances;

    Allowances(JdbcClient jdbc, Policy policy, Insurances insurances) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.insurances = insurances;
    }

    /**
     * What one month gives.
     *
     * @param fen none where no amount is known here: the place has its own
     * @param why by which standard
     * @param source the document of the amount, and how sure it is; empty without one
     * @param insurance what is paid for him besides
     */
    public record Month(YearMonth month, @Nullable Long fen, String why, String source, Insurances.Month insurance) {}

    /** Somebody on the list of a month. */
    public record Due(UUID reception, String personName, DivisionCode code, Month month) {}

    /** By the rule in force on the month's first day, at the place. */
    public Month month(YearMonth month, DivisionCode place) {
        var first = month.atDay(1);
        var insurance = insurances.month(first, place);
        var standard = policy.choices(STANDARD, first);
        if (standard.isEmpty()) {
            return new Month(month, null, "那时没有标准", "", insurance);
        }
        var why = standard.getFirst().zh();
        if (!standard.getFirst().code().equals("WAGE")) {
            return new Month(month, null, why + "，金额由当地确定", "", insurance);
        }
        return policy.get(WAGE)
                .find(first, place)
                .map(value -> new Month(
                        month,
                        value.number().longValueExact() * FEN,
                        why,
                        value.source().inWords() + "（"
                                + value.source().certainty().zh() + "）",
                        insurance))
                .orElseGet(() -> new Month(month, null, why + "，当地的标准没有录入", "", insurance));
    }

    /** Every month of somebody, until the one given; none where his mode has no waiting or he has not reported. */
    public List<Month> of(Reception one, YearMonth until) {
        var reported = one.reported();
        if (!one.mode().equals(Discharge.ASSIGNED) || reported == null) {
            return List.of();
        }
        var from = first(one.received().isAfter(reported) ? one.received() : reported);
        var over = one.settled() != null ? one.settled() : one.ended();
        var last = over == null || YearMonth.from(over).isAfter(until) ? until : YearMonth.from(over);
        var months = new ArrayList<Month>();
        for (var month = from; !month.isAfter(last) && months.size() < MOST_MONTHS; month = month.plusMonths(1)) {
            months.add(month(month, one.code()));
        }
        return List.copyOf(months);
    }

    /** Everybody of the territory who waits in that month, by place; 1,000 of them. */
    public List<Due> due(Scope scope, YearMonth month) {
        return jdbc
                .sql(WAITING)
                .param("low", scope.low())
                .param("high", scope.high())
                .param("first", month.atDay(1))
                .param("behind", month.plusMonths(1).atDay(1))
                .param("limit", MOST)
                .query((row, n) -> {
                    var code = new DivisionCode(row.getLong("code_now"));
                    var from = first(row.getObject("from_on", LocalDate.class));
                    return from.isAfter(month)
                            ? List.<Due>of()
                            : List.of(new Due(
                                    row.getObject("id", UUID.class),
                                    row.getString("person_name"),
                                    code,
                                    month(month, code)));
                })
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** In fen, of what has an amount. */
    public static long sum(List<Month> months) {
        return months.stream()
                .mapToLong(month -> month.fen() == null ? 0 : month.fen())
                .sum();
    }

    /** In fen, of what is paid for him to the insurances. */
    public static long insured(List<Month> months) {
        return months.stream().mapToLong(month -> month.insurance().sum()).sum();
    }

    private YearMonth first(LocalDate from) {
        return YearMonth.from(from).plusMonths(policy.number(FIRST, from));
    }
}
