package org.rongyi.care.fund.recovery.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.recovery.Recovery;
import org.rongyi.platform.documents.sheet.Conditions;
import org.rongyi.platform.documents.sheet.Listed;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Tab;

/**
 * 追回: those of a territory in one state.
 *
 * @param grounds by code
 * @param next the cursor of the next page; none on the last
 */
public record RecoveriesPage(
        List<Recovery> rows,
        Map<DivisionCode, String> places,
        Map<String, String> grounds,
        Map<Recovery.State, Long> counts,
        Recovery.State state,
        @Nullable String next)
        implements Page, Listed<Recovery> {

    @Override
    public Set<String> restsOn() {
        return Set.of("fund.recovery.ground");
    }

    @Override
    public String title() {
        return "追回";
    }

    public List<Tab> tabs() {
        return Arrays.stream(Recovery.State.values())
                .map(one -> new Tab(
                        one.zh(), "/recoveries?state=" + one, one == state, Words.number(counts.getOrDefault(one, 0L))))
                .toList();
    }

    /** By when he answers or pays. */
    public LocalDate until(Recovery row) {
        var decision = row.decision();
        return decision != null && decision.payUntil() != null ? decision.payUntil() : row.hearUntil();
    }

    @Override
    public String list() {
        return "/recoveries?state=" + state;
    }

    @Override
    public List<String> headers() {
        return List.of("姓名", "地方", "事由", "追回（元）", "已退（元）", "提出", "到哪天");
    }

    @Override
    public List<? extends @Nullable Object> cells(Recovery row) {
        return Arrays.asList(
                row.personName(),
                places.get(row.code()),
                grounds.get(row.ground()),
                row.amount(),
                row.repaid(),
                row.openedOn(),
                until(row));
    }

    @Override
    public Conditions said() {
        return new Conditions().and("进度", state.zh());
    }
}
