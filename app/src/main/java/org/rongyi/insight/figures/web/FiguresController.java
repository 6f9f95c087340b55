package org.rongyi.insight.figures.web;

import jakarta.servlet.http.HttpServletRequest;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 数据: a unit's figures and those of the units below it, down to the village and its records. */
@Controller
class FiguresController {

    private final FigureDesk desk;
    private final Divisions divisions;

    FiguresController(FigureDesk desk, Divisions divisions) {
        this.desk = desk;
        this.divisions = divisions;
    }

    @GetMapping("/figures")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER, Role.AUDITOR})
    ResponseEntity<Page> own(Actor.Office actor, FigureDesk.Query query) {
        return show(actor, actor.unitCode(), query);
    }

    @GetMapping("/figures/{code}")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER, Role.AUDITOR})
    ResponseEntity<Page> unit(
            Actor.Office actor, @PathVariable String code, FigureDesk.Query query, HttpServletRequest request) {
        var asked = DivisionCode.parse(code);
        var stands = asked.flatMap(divisions::current).map(Division::code).or(() -> asked);
        if (stands.isEmpty() || !FigureDesk.mayAsk(actor, stands.get())) {
            return Answer.notFound();
        }
        if (!stands.equals(asked)) {
            var conditions = request.getQueryString();
            return Answer.seeOther("/figures/" + stands.get() + (conditions == null ? "" : "?" + conditions));
        }
        return show(actor, stands.get(), query);
    }

    private ResponseEntity<Page> show(Actor.Office actor, DivisionCode unit, FigureDesk.Query query) {
        var page = desk.page(actor, unit, query);
        return desk.isUnderstood(query) ? Answer.show(page) : Answer.invalid(page.with(freePeriod()));
    }

    private static FieldErrors freePeriod() {
        return FieldErrors.of("to", "自选日期请填写开始和结束两个日期，结束不早于开始");
    }
}
