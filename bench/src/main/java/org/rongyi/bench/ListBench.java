package org.rongyi.bench;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.rongyi.care.visit.web.SwitchedVisitList;
import org.rongyi.insight.figures.FigureKind;
import org.rongyi.insight.figures.FigureKinds;
import org.rongyi.insight.figures.FigureTable;
import org.rongyi.insight.figures.Period;
import org.rongyi.insight.figures.Question;
import org.rongyi.insight.figures.SwitchedFigureTable;
import org.rongyi.people.person.web.SwitchedPersonList;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.database.Owner;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.kernel.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The first page of the newest visits, the page of figures and the search for a person at each level: the database's
 * part and the whole request, beside the two baselines, turn by turn.
 */
final class ListBench {

    private static final List<String> PERSONAS = List.of("cun", "zhen", "xian", "shi", "sheng");
    private static final Set<String> COUNTED = Set.of("contact", "visit");
    private static final int TREND_MONTHS = 13;
    private static final int WARM = 3;

    /** A baseline may take seconds an answer: then fewer rounds of it must do. */
    private static final long LONGEST_NANOS = 2_000_000_000L;

    private final Program program;
    private final int rounds;
    private final Transactions transactions;
    private final Divisions divisions;

    ListBench(Program program, int rounds) {
        this.program = program;
        this.rounds = rounds;
        this.transactions = program.bean(Transactions.class);
        this.divisions = program.bean(Divisions.class);
    }

    /** Something to be asked by somebody; the answer is compared before anything is timed. */
    private record Ask(String what, String where, Supplier<Object> part) {}

    void run() throws Exception {
        prepare();
        System.out.println("| 问题 | 范围 | 本系统 ms | 祖级列表 ms | 单位清单 ms | 本系统/祖级 | 本系统/清单 |");
        System.out.println("|---|---|---|---|---|---|---|");
        var asks = new ArrayList<Ask>();
        var whole = new ArrayList<Ask>();
        for (var where : places()) {
            var actor = actor(where.code());
            var visits = program.bean(SwitchedVisitList.class);
            asks.add(new Ask(
                    "最新走访（库）",
                    where.label(),
                    () -> transactions.readAlike(
                            actor,
                            () -> visits.newest(actor.scope(), where.code()).stream()
                                    .map(row -> row.id().toString())
                                    .toList())));
        }
        for (var where : places()) {
            var actor = actor(where.code());
            var table = program.bean(SwitchedFigureTable.class);
            var kinds = ofVisits(program.bean(FigureKinds.class));
            var month = YearMonth.from(divisions.today()).minusMonths(1);
            var question = new Question(where.code(), kinds, new Period.Month(month), null);
            asks.add(new Ask("一月数据（库）", where.label(), () -> read(actor, () -> page(table, question))));
            var year = new Question(
                    where.code(),
                    kinds,
                    new Period.WholeYear(java.time.Year.of(divisions.today().getYear() - 1)),
                    null);
            asks.add(new Ask("一年数据（库）", where.label(), () -> read(actor, () -> page(table, year))));
            whole.add(new Ask(
                    "一月数据，全部指标（库）", where.label(), () -> read(actor, () -> whole(table, where.code(), month))));
        }
        for (var where : places()) {
            var actor = actor(where.code());
            var people = program.bean(SwitchedPersonList.class);
            for (var text : List.of("陈", "志强", "欧阳")) {
                asks.add(new Ask(
                        "找人“" + text + "”（库）",
                        where.label(),
                        () -> transactions.readAlike(
                                actor,
                                () -> people.first(actor.scope(), text).stream()
                                        .map(row -> row.code().value() + " " + row.id())
                                        .toList())));
            }
        }
        asks.forEach(this::measure);
        whole.forEach(this::alone);
        requests();
    }

    /** What the page of figures asks: of the unit, of those below it, and of the months before. */
    private List<Object> page(FigureTable table, Question question) {
        var unit = question.unit();
        var last = YearMonth.from(question.period().to().minusDays(1));
        var trend = table.trend(question.kinds().iterator().next(), unit, last, TREND_MONTHS, null).stream()
                .map(FigureTable.Point::times)
                .toList();
        return unit.level() == Level.VILLAGE
                ? List.of(table.total(question), trend)
                : List.of(table.total(question), table.children(question, divisions.childLevel(unit)), trend);
    }

    /** All the page asks of a month that is over: every kind, and what was recorded late. */
    private List<Object> whole(FigureTable table, DivisionCode unit, YearMonth month) {
        var kinds = program.bean(FigureKinds.class).all();
        var late = new Question(unit, kinds, new Period.Month(month), month.atEndOfMonth());
        return List.of(page(table, new Question(unit, kinds, new Period.Month(month), null)), table.total(late));
    }

    /** What no baseline answers: the product's time alone. */
    private void alone(Ask ask) {
        var samples = new Samples(rounds);
        for (int round = -WARM; round < rounds; round++) {
            long began = System.nanoTime();
            ask.part().get();
            if (round >= 0) {
                samples.add(System.nanoTime() - began);
            }
        }
        System.out.println(
                "| " + ask.what() + " | " + ask.where() + " | " + Samples.format(samples.median()) + " | | | | |");
    }

    /** What the baselines can count as well, which is of visits alone. */
    private static List<FigureKind> ofVisits(FigureKinds kinds) {
        return kinds.all().stream()
                .filter(kind -> COUNTED.contains(kind.code()) || kind.code().startsWith("sent-"))
                .toList();
    }

    private void requests() {
        var personas = program.bean(Personas.class).all();
        for (var username : PERSONAS) {
            var persona = personas.stream()
                    .filter(one -> one.username().equals(username))
                    .findFirst()
                    .orElseThrow();
            var visitor = new Visitor(program.port, persona);
            var where = persona.unitName();
            var lastMonth = YearMonth.from(divisions.today()).minusMonths(1);
            measure(new Ask("最新走访（整页）", where, () -> length(visitor.get("/visits"))));
            measure(new Ask(
                    "一月数据（整页）",
                    where,
                    () -> length(visitor.get(
                            "/figures?period=days&from=" + lastMonth.atDay(1) + "&to=" + lastMonth.atEndOfMonth()))));
            measure(new Ask("找人“志强”（整页）", where, () -> length(visitor.get("/persons?q=%E5%BF%97%E5%BC%BA"))));
        }
    }

    private static Object length(String page) {
        if (page.length() < 1_000) {
            throw new IllegalStateException("no page");
        }
        return true;
    }

    private void measure(Ask ask) {
        Object expected = null;
        Map<Way, Samples> times = new EnumMap<>(Way.class);
        Map<Way, Long> left = new EnumMap<>(Way.class);
        for (var way : Way.values()) {
            Way.take(way);
            long began = System.nanoTime();
            var answer = ask.part().get();
            long took = System.nanoTime() - began;
            if (expected != null && !expected.equals(answer)) {
                throw new IllegalStateException(ask.what() + " " + ask.where() + "：" + way.zh() + "答案不同");
            }
            expected = answer;
            times.put(way, new Samples(rounds));
            left.put(way, LONGEST_NANOS - took);
            if (took > LONGEST_NANOS) {
                times.get(way).add(took);
            }
        }
        for (int round = -WARM; round < rounds; round++) {
            for (var way : Way.values()) {
                // whoever has had his time drops out, but is timed once at least
                if (left.get(way) < 0 && (round != 0 || times.get(way).isTaken())) {
                    continue;
                }
                Way.take(way);
                long began = System.nanoTime();
                ask.part().get();
                long took = System.nanoTime() - began;
                left.merge(way, -took, Long::sum);
                if (round >= 0) {
                    times.get(way).add(took);
                }
            }
        }
        Way.take(Way.PRODUCT);
        var product = times.get(Way.PRODUCT);
        System.out.println("| " + ask.what() + " | " + ask.where() + " | " + Samples.format(product.median()) + " | "
                + Samples.format(times.get(Way.ANCESTORS).median()) + " | "
                + Samples.format(times.get(Way.IDS).median()) + " | "
                + Samples.format(product.ratioTo(times.get(Way.ANCESTORS))) + " | "
                + Samples.format(product.ratioTo(times.get(Way.IDS))) + " |");
    }

    private <T> T read(Actor actor, Supplier<T> part) {
        return transactions.read(actor, part);
    }

    private record Where(String label, DivisionCode code) {}

    /** The five levels, the busiest town and village, and an idle one of each. */
    private List<Where> places() {
        var places = new ArrayList<Where>();
        var village = new DivisionCode(
                Long.parseLong(program.bean(Personas.class).all().getFirst().unit()));
        for (var level : Level.values()) {
            places.add(new Where(level.zh(), village.at(level)));
        }
        places.add(new Where("最忙的镇街", extreme("town", "desc")));
        places.add(new Where("最闲的镇街", extreme("town", "asc")));
        places.add(new Where("最闲的村", extreme("code_now", "asc")));
        return places;
    }

    private DivisionCode extreme(String column, String order) {
        return new DivisionCode(program.bean(Below.class)
                .jdbc()
                .sql("select " + column
                        + " from visit.visit where code_now % 1000 < 600 and code_now / 1000 % 1000 < 600"
                        + " group by 1 order by count(*) " + order + ", 1 limit 1")
                .query(Long.class)
                .single());
    }

    private static Actor.Office actor(DivisionCode unit) {
        return new Actor.Office(
                new UUID(0, 1),
                "测",
                new UUID(0, 2),
                new UUID(0, 3),
                "测",
                unit,
                Role.OFFICER,
                unit.level(),
                Scope.of(unit));
    }

    private void prepare() throws Exception {
        JdbcClient job = program.bean(Below.class).jdbc();
        var seats = job.sql("select code_now from organisation.unit where host <> 'ADMINISTRATIVE'")
                .query(Long.class)
                .list();
        program.bean(Owner.class)
                .baseline(Below.schema(), program.bean(Below.class).ancestors(seats));
    }
}
