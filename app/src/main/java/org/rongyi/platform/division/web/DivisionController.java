package org.rongyi.platform.division.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.ClientScope;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Says;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 区划查询: for everybody, as of any day. */
@RestController
class DivisionController {

    private final Divisions divisions;

    DivisionController(Divisions divisions) {
        this.divisions = divisions;
    }

    @GetMapping("/public/divisions/{code}.json")
    @Allow(everyone = true, client = ClientScope.PUBLIC_DATA)
    @Says(value = "一个区划某日的名称、上级、下级和以后的变更", answers = DivisionDocument.class)
    ResponseEntity<?> division(
            @Says("12 位区划代码") @PathVariable String code,
            @Says("哪一天的，写作 2021-06-23；不写是今天") @RequestParam(required = false) @Nullable String asOf) {
        var asked = DivisionCode.parse(code);
        if (asked.isEmpty()) {
            return problem(HttpStatus.BAD_REQUEST, "区划代码有误", "区划代码应为 12 位数字，且不以 0 开头");
        }
        var day = asOf == null || asOf.isBlank() ? Optional.of(divisions.today()) : date(asOf);
        if (day.isEmpty()) {
            return problem(HttpStatus.BAD_REQUEST, "日期有误", "asOf 应为真实日期，写作 2021-06-23");
        }
        return divisions
                .nearest(asked.get(), day.get())
                .<ResponseEntity<?>>map(unit -> ResponseEntity.ok(document(unit, day.get())))
                .orElseGet(() -> problem(HttpStatus.NOT_FOUND, "没有这个区划", "没有代码为 " + asked.get() + " 的区划"));
    }

    private DivisionDocument document(Division unit, LocalDate day) {
        return new DivisionDocument(
                unit.code().toString(),
                unit.name(),
                unit.level().number(),
                unit.kind().zh(),
                Optional.ofNullable(unit.parent()).map(DivisionCode::toString).orElse(null),
                divisions.path(unit.code(), day).stream()
                        .map(DivisionDocument.Unit::of)
                        .toList(),
                divisions.children(unit.code(), day).stream()
                        .map(DivisionDocument.Unit::of)
                        .toList(),
                unit.validFrom(),
                unit.validTo(),
                unit.isInForce(day),
                day,
                divisions.successions(unit.code()).stream()
                        .map(s -> DivisionDocument.Successor.of(
                                s,
                                divisions
                                        .nearest(s.to(), s.on())
                                        .map(Division::name)
                                        .orElse(null)))
                        .toList());
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
