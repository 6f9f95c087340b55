package org.rongyi.platform.division.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.division.change.ChangeDivision;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 区划浏览: down from the province, or by search; for everybody. */
@Controller
class BrowseController {

    private static final int HITS = 50;

    private final Divisions divisions;

    BrowseController(Divisions divisions) {
        this.divisions = divisions;
    }

    @GetMapping("/divisions")
    @Allow(everyone = true)
    ResponseEntity<Page> search(@RequestParam(defaultValue = "") String q) {
        var hits = divisions.search(q, null, HITS);
        return Answer.show(new DivisionSearchPage(q.strip(), hits, divisions.provinces(), hits.size() == HITS));
    }

    @GetMapping("/divisions/{code}")
    @Allow(everyone = true)
    ResponseEntity<Page> division(
            Actor actor, @PathVariable String code, @RequestParam(required = false) @Nullable String asOf) {
        var day = date(asOf).orElseGet(divisions::today);
        return DivisionCode.parse(code)
                .flatMap(c -> divisions.nearest(c, day))
                .map(unit -> Answer.show(page(actor, unit, day)))
                .orElseGet(Answer::notFound);
    }

    private Page page(Actor actor, Division unit, LocalDate day) {
        var code = unit.code();
        var path = divisions.path(code, day);
        boolean mayChange = unit.validTo() == null && Permission.mayPerform(ChangeDivision.class, actor);
        return new DivisionPage(
                unit,
                day,
                path.subList(0, path.size() - 1),
                divisions.children(code, day),
                divisions.history(code),
                named(divisions.successions(code).stream()
                        .map(s -> new DivisionPage.Tie(s.to(), "", s))
                        .toList()),
                named(divisions.predecessors(code).stream()
                        .map(s -> new DivisionPage.Tie(s.from(), "", s))
                        .toList()),
                mayChange);
    }

    private List<DivisionPage.Tie> named(List<DivisionPage.Tie> ties) {
        return ties.stream()
                .map(tie -> new DivisionPage.Tie(
                        tie.code(),
                        divisions.findEver(tie.code()).map(Division::name).orElse(""),
                        tie.succession()))
                .toList();
    }

    /** A day that is none is left out: the page then tells of today, and says so. */
    private static Optional<LocalDate> date(@Nullable String text) {
        try {
            return Optional.ofNullable(text).filter(t -> !t.isBlank()).map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
