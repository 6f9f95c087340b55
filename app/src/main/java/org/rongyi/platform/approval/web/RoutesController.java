package org.rongyi.platform.approval.web;

import java.util.ArrayList;
import org.rongyi.platform.approval.route.Route;
import org.rongyi.platform.approval.route.RouteBook;
import org.rongyi.platform.approval.route.Seat;
import org.rongyi.platform.approval.route.Step;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** 办事指南: how each service is handled, by whom and in how many days; for everybody. */
@Controller
class RoutesController {

    private final RouteBook book;
    private final Policy policy;
    private final Divisions divisions;
    private final CaseWords words;

    RoutesController(RouteBook book, Policy policy, Divisions divisions, CaseWords words) {
        this.book = book;
        this.policy = policy;
        this.divisions = divisions;
        this.words = words;
    }

    @GetMapping("/services")
    @Allow(everyone = true)
    Page services() {
        var guides = new ArrayList<RoutesPage.Guide>();
        for (var service : book.services()) {
            for (var route : service.routes()) {
                guides.add(guide(service.zh(), route));
            }
        }
        return new RoutesPage(guides);
    }

    private RoutesPage.Guide guide(String service, Route route) {
        var today = words.today();
        var limits = route.limits();
        var places = route.places().stream()
                .map(place -> divisions.findEver(place).map(Division::name).orElse(place.toString()))
                .toList();
        return new RoutesPage.Guide(
                service,
                places.isEmpty() ? "全省" : String.join("、", places),
                route.from(),
                route.source().inWords(),
                route.source().isProposed()
                        || policy.isProposed(today, route.parameters().toArray(String[]::new)),
                policy.number(limits.accept(), today) + " 个工作日内告知是否受理，逾期不告知视为受理；材料不齐的一次告知，"
                        + policy.number(limits.supplement(), today) + " 个工作日内补正；受理后 "
                        + policy.number(limits.decide(), today) + " 个工作日内作出决定，"
                        + policy.number(limits.deliver(), today) + " 个工作日内送达。"
                        + (route.identity() == null
                                ? ""
                                : "本人网上申请的，实名等级须到" + route.identity().inWords() + "；窗口、代办不受此限。"),
                route.settled(limit -> policy.number(limit, today)).steps().stream()
                        .map(RoutesController::step)
                        .toList());
    }

    private static RoutesPage.Way step(Step step) {
        var seats = step.seats().stream().map(Seat::inWords).toList();
        return new RoutesPage.Way(
                step.zh(),
                (seats.size() > 1 ? step.joint().zh() + "：" : "") + String.join("；", seats),
                step.days(),
                step.checks());
    }
}
