package org.rongyi.insight.figures.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.insight.figures.Count;
import org.rongyi.insight.figures.FigureKind;
import org.rongyi.insight.figures.FigureKinds;
import org.rongyi.insight.figures.FigureTable;
import org.rongyi.insight.figures.Question;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.ClientScope;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Says;
import org.rongyi.platform.policy.Policy;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** 数据, for programs: to everybody of towns and above, small numbers withheld; to an approved system as they are. */
@RestController
class PublicFiguresController {

    private final FigureTable table;
    private final FigureKinds kinds;
    private final Divisions divisions;
    private final Policy policy;

    PublicFiguresController(FigureTable table, FigureKinds kinds, Divisions divisions, Policy policy) {
        this.table = table;
        this.kinds = kinds;
        this.divisions = divisions;
        this.policy = policy;
    }

    record Query(
            @Says("12 位区划代码：给出它自己和下一级；旧代码按承接的单位给出") @Nullable
            String unit,

            @Says("月份或年份，写作 2021-05 或 2021") @Nullable String period,

            @Says("到哪一天为止登记的，写作 2021-06-23；不写是现在") @Nullable String asOf,

            @Says("哪种数据；不写是第一种") @Nullable String kind) {}

    record Item(String code, long value, String unit) {}

    @GetMapping("/public/figures.json")
    @Allow(everyone = true, client = ClientScope.PUBLIC_DATA)
    @Says(value = "公开的数据，到镇街；小的数不给；金额以分计", answers = Item.class, many = true)
    ResponseEntity<?> figures(Query query) {
        var unit = unit(query);
        if (unit.isEmpty()) {
            return problem(HttpStatus.BAD_REQUEST, "区划代码有误", "unit 应为省、市、县或镇街的 12 位区划代码");
        }
        if (unit.get().level() == Level.VILLAGE) {
            return problem(HttpStatus.BAD_REQUEST, "不公开到村", "只公开到镇街：unit 应为省、市、县或镇街");
        }
        return answer(unit.get(), query, true);
    }

    /** What it may have: its own territory, down to the village, small numbers too. */
    @GetMapping("/api/v1/figures.json")
    @Allow(client = ClientScope.FIGURES)
    @Says(value = "授权地区的数据，到村；小的数也给；金额以分计", answers = Item.class, many = true)
    ResponseEntity<?> own(Actor.Client client, Query query) {
        var unit = unit(query);
        if (unit.isEmpty() || unit.get().level() == Level.VILLAGE) {
            return problem(HttpStatus.BAD_REQUEST, "区划代码有误", "unit 应为省、市、县或镇的 12 位区划代码");
        }
        if (!client.scope().covers(unit.get())) {
            return problem(HttpStatus.FORBIDDEN, "不在授权的地区", "这个密钥没有被授权取这个地区的数据");
        }
        return answer(unit.get(), query, false);
    }

    private Optional<DivisionCode> unit(Query query) {
        return DivisionCode.parse(text(query.unit()))
                .flatMap(code -> divisions
                        .current(code)
                        .or(() -> divisions.findEver(code))
                        .map(Division::code));
    }

    private ResponseEntity<?> answer(DivisionCode unit, Query query, boolean open) {
        var period = PeriodChoice.parse(text(query.period()));
        if (period.isEmpty()) {
            return problem(HttpStatus.BAD_REQUEST, "期间有误", "period 应为月份或年份，写作 2021-05 或 2021");
        }
        var asOf = text(query.asOf()).isEmpty() ? Optional.of(LocalDate.MAX) : date(text(query.asOf()));
        if (asOf.isEmpty()) {
            return problem(HttpStatus.BAD_REQUEST, "日期有误", "asOf 应为真实日期，写作 2021-06-23");
        }
        var kind = text(query.kind()).isEmpty() ? kinds.all().stream().findFirst() : kinds.find(text(query.kind()));
        if (kind.isEmpty()) {
            return problem(HttpStatus.BAD_REQUEST, "没有这种数据", "kind 应为：" + codes());
        }
        var day = asOf.get().isBefore(divisions.today()) ? asOf.get() : null;
        var question = new Question(unit, List.of(kind.get()), period.get(), day);
        var values = open ? open(question, kind.get()) : below(question);
        return ResponseEntity.ok(values.entrySet().stream()
                .map(one -> new Item(
                        one.getKey().toString(), one.getValue(), kind.get().wholeUnit()))
                .toList());
    }

    /** An amount goes with the 人次 it was given in: where so few are meant that their number is withheld, it is too. */
    private Map<DivisionCode, Long> open(Question question, FigureKind kind) {
        var counted = Optional.ofNullable(kind.worthOf())
                .map(code -> kinds.find(code).orElseThrow())
                .orElse(kind);
        long least = policy.number(Disclosure.LEAST, divisions.today());
        var cells = new OpenCells(table, divisions, counted, question.asOf(), least)
                .open(question.unit(), question.period());
        if (counted.equals(kind)) {
            return cells;
        }
        var values = below(question);
        values.put(
                question.unit(),
                table.total(question).stream().mapToLong(Count::times).sum());
        values.keySet().retainAll(cells.keySet());
        return values;
    }

    private Map<DivisionCode, Long> below(Question question) {
        var unit = question.unit();
        var values = values(question);
        divisions.children(unit, divisions.today()).forEach(child -> values.putIfAbsent(child.code(), 0L));
        return values;
    }

    private TreeMap<DivisionCode, Long> values(Question question) {
        return table.children(question, divisions.childLevel(question.unit())).stream()
                .filter(count -> count.times() != 0)
                .collect(Collectors.toMap(Count::code, Count::times, Long::sum, TreeMap::new));
    }

    private String codes() {
        return kinds.all().stream().map(FigureKind::code).collect(Collectors.joining("、"));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
