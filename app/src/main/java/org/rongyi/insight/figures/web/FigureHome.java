package org.rongyi.insight.figures.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rongyi.insight.figures.Count;
import org.rongyi.insight.figures.FigureKind;
import org.rongyi.insight.figures.FigureKinds;
import org.rongyi.insight.figures.Period;
import org.rongyi.insight.figures.Question;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.home.HomeBlock;
import org.rongyi.platform.ui.home.HomeCard;
import org.rongyi.platform.ui.home.HomeSection;
import org.springframework.stereotype.Component;

/** 首页的数据: this month of one's own territory, beside the same days of last month. */
@Component
class FigureHome implements HomeCard {

    private static final int ORDER = 20;

    private final OwnFigures table;
    private final FigureKinds kinds;
    private final Divisions divisions;

    FigureHome(OwnFigures table, FigureKinds kinds, Divisions divisions) {
        this.table = table;
        this.kinds = kinds;
        this.divisions = divisions;
    }

    @Override
    public Optional<HomeSection> find(Actor reader) {
        if (!(reader instanceof Actor.Office office) || !office.role().readsRecords()) {
            return Optional.empty();
        }
        // 人 are kept for what is done to people; the breakdown by what was sent stands on the page of figures
        var shown = kinds.all().stream().filter(FigureKind::people).toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        var today = divisions.today();
        var month = YearMonth.from(today);
        var blocks = new ArrayList<HomeBlock>();
        blocks.add(new HomeBlock.Numbers(numbers(office, shown, today)));
        var main = shown.getFirst();
        blocks.add(new HomeBlock.Trend(FiguresPage.trendChart(
                main, table.trend(office, main, office.unitCode(), month, FigureDesk.TREND_MONTHS, null))));
        return Optional.of(new HomeSection(
                ORDER, Words.month(month) + "数据", null, blocks, List.of(new HomeSection.Door("看全部数据", "/figures"))));
    }

    /** What was counted this month or by this day of the last one; the rest stands, with its nought, on the page of figures. */
    private List<HomeBlock.Number> numbers(Actor.Office office, List<FigureKind> shown, LocalDate today) {
        var month = new Period.Month(YearMonth.from(today));
        var before =
                table.total(office, new Question(office.unitCode(), shown, sameDaysOfLastMonth(today), null)).stream()
                        .collect(Collectors.toMap(Count::kind, Count::times));
        var main = shown.getFirst();
        return table.total(office, new Question(office.unitCode(), shown, month, null)).stream()
                .filter(count ->
                        count.kind().equals(main) || count.times() != 0 || before.getOrDefault(count.kind(), 0L) != 0)
                .map(count -> number(count, before, FiguresPage.records(count.kind(), office.unitCode(), month)))
                .toList();
    }

    private static HomeBlock.Number number(Count count, Map<FigureKind, Long> before, String path) {
        long change = count.times() - before.getOrDefault(count.kind(), 0L);
        var people = count.people();
        return new HomeBlock.Number(
                "本月" + count.kind().zh(),
                Words.number(count.times()),
                people == null ? count.kind().unit() : count.kind().unit() + "，" + Words.number(people.number()) + "人",
                path,
                change == 0 ? "与上月同期持平" : "比上月同期 " + Words.change(change),
                change < 0 ? Tone.WARNING : change > 0 ? Tone.SUCCESS : Tone.NEUTRAL);
    }

    /** From the first to the same day; the whole month when it was shorter. */
    private static Period sameDaysOfLastMonth(LocalDate today) {
        var last = YearMonth.from(today).minusMonths(1);
        int days = Math.min(today.getDayOfMonth(), last.lengthOfMonth());
        return new Period.Days(last.atDay(1), last.atDay(days).plusDays(1));
    }
}
