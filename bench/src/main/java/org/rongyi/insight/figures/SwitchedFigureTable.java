package org.rongyi.insight.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.bench.Below;
import org.rongyi.bench.Way;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 数据表 also in the two baselines' way: counted from the records each time, as systems without roll-ups do. */
@Component
@Primary
public class SwitchedFigureTable extends FigureTable {

    private static final String COUNT = """
            select figures.bucket(a.code_now, :level) as unit,
                count(*) as contact,
                count(*) filter (where a.mode = 'HOME') as visit,
                count(*) filter (where v.sent & 1 > 0) as sent1, count(*) filter (where v.sent & 2 > 0) as sent2,
                count(*) filter (where v.sent & 4 > 0) as sent3, count(*) filter (where v.sent & 8 > 0) as sent4,
                count(*) filter (where v.sent & 16 > 0) as sent5, count(*) filter (where v.sent & 32 > 0) as sent6,
                count(distinct a.person_id) as contacted,
                count(distinct a.person_id) filter (where a.mode = 'HOME') as visited
            from visit.visit v
            join visit.attendee a on a.visit_id = v.id
            where %s and v.happened_on >= :from and v.happened_on < :to and not v.withdrawn
              and a.result = 'MET' and not a.withdrawn
            group by 1
            order by 1
            """;

    private final Below below;
    private final FigureKinds kinds;

    SwitchedFigureTable(JdbcClient jdbc, FigureKinds kinds, Below below) {
        super(jdbc, kinds);
        this.below = below;
        this.kinds = kinds;
    }

    @Override
    public List<Count> children(Question question, Level level) {
        return Way.now() == Way.PRODUCT
                ? super.children(question, level)
                : count(question, level.number()).stream()
                        .filter(count -> count.times() != 0)
                        .toList();
    }

    @Override
    public List<Count> total(Question question) {
        if (Way.now() == Way.PRODUCT) {
            return super.total(question);
        }
        var counted = count(question, question.unit().level().number());
        return counted.isEmpty() ? nothing(question) : counted;
    }

    private static List<Count> nothing(Question question) {
        return question.kinds().stream()
                .map(kind -> new Count(kind, question.unit(), 0, kind.people() ? new People(0) : null))
                .toList();
    }

    @Override
    public List<Point> trend(FigureKind kind, DivisionCode unit, YearMonth last, int months, @Nullable LocalDate asOf) {
        if (Way.now() == Way.PRODUCT) {
            return super.trend(kind, unit, last, months, asOf);
        }
        var points = new ArrayList<Point>();
        for (var month = last.minusMonths(months - 1L); !month.isAfter(last); month = month.plusMonths(1)) {
            var question = new Question(unit, List.of(kind), new Period.Month(month), null);
            var counts = count(question, unit.level().number());
            points.add(new Point(month, counts.isEmpty() ? 0 : counts.getFirst().times(), null));
        }
        return points;
    }

    private List<Count> count(Question question, int level) {
        var condition = below.of("v.code_now", question.unit());
        var params = new HashMap<>(condition.params());
        params.put("level", level);
        params.put("from", question.period().from());
        params.put("to", question.period().to());
        var counts = new ArrayList<Count>();
        below.jdbc()
                .sql(COUNT.formatted(condition.sql()))
                .params(params)
                .query((row, n) -> {
                    var unit = new DivisionCode(row.getLong("unit"));
                    add(counts, "contact", unit, row.getLong("contact"), new People(row.getLong("contacted")));
                    add(counts, "visit", unit, row.getLong("visit"), new People(row.getLong("visited")));
                    var sent = List.of("policy", "skill", "job", "help", "security", "honour");
                    for (int i = 0; i < sent.size(); i++) {
                        add(counts, "sent-" + sent.get(i), unit, row.getLong("sent" + (i + 1)), null);
                    }
                    return n;
                })
                .list();
        return counts.stream()
                .filter(one -> question.kinds().contains(one.kind()))
                .toList();
    }

    private void add(List<Count> to, String kind, DivisionCode unit, long times, @Nullable People people) {
        to.add(new Count(kinds.find(kind).orElseThrow(), unit, times, people));
    }
}
