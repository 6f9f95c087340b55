package org.rongyi.platform.approval.route;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Certainty;
import org.rongyi.platform.policy.Source;

/** Routes made for tests, and those that come with the program. */
final class Routes {

    static final Source SOURCE = new Source("某办法", null, Certainty.PROPOSED);
    static final Route.Limits LIMITS = new Route.Limits("a", "b", "c", "d");

    private Routes() {}

    static Step step(String id, Step.Kind kind, int seats, Step.Joint joint) {
        var places = new ArrayList<Seat>();
        for (int i = 0; i < seats; i++) {
            places.add(new Seat(Level.COUNTY, Seat.Body.BUREAU, Set.of(Role.OFFICER, Role.LEADER)));
        }
        var shown = kind == Step.Kind.PUBLICATION ? new Step.Publication(Step.ShownName.MASKED, "R", "e") : null;
        return new Step(id, kind.zh(), kind, places, joint, 3, false, true, List.of(), shown);
    }

    static Step publication(boolean optional) {
        var one = step("P", Step.Kind.PUBLICATION, 1, Step.Joint.ALL);
        var shown = new Step.Publication(Step.ShownName.MASKED, "R", "e", optional);
        return new Step("P", one.zh(), one.kind(), one.seats(), one.joint(), 3, false, true, List.of(), shown);
    }

    static Route of(Step... steps) {
        return new Route(LocalDate.of(2021, 1, 1), List.of(), SOURCE, LIMITS, Assurance.DECLARED, List.of(steps));
    }

    static Step accept() {
        return step("ACCEPT", Step.Kind.ACCEPT, 1, Step.Joint.ALL);
    }

    /** Every kind of step, alone and together. */
    static List<Route> all() {
        var routes = new ArrayList<Route>();
        RouteBook.shipped().services().forEach(service -> routes.addAll(service.routes()));
        routes.add(of(accept(), step("D", Step.Kind.DECIDE, 1, Step.Joint.ALL)));
        routes.add(of(
                accept(),
                step("R", Step.Kind.REVIEW, 3, Step.Joint.ALL),
                step("P", Step.Kind.PUBLICATION, 1, Step.Joint.ALL),
                step("M", Step.Kind.MEETING, 1, Step.Joint.ALL)));
        routes.add(of(
                accept(),
                step("R", Step.Kind.REVIEW, 3, Step.Joint.ANY),
                step("S", Step.Kind.REVIEW, 1, Step.Joint.ALL),
                step("D", Step.Kind.DECIDE, 3, Step.Joint.ALL)));
        routes.add(of(
                accept(),
                step("R", Step.Kind.REVIEW, 1, Step.Joint.ALL),
                step("P", Step.Kind.PUBLICATION, 1, Step.Joint.ALL),
                step("D", Step.Kind.DECIDE, 3, Step.Joint.ANY)));
        routes.add(of(
                accept(),
                step("D", Step.Kind.DECIDE, 3, Step.Joint.ANY),
                step("C", Step.Kind.COLLECT, 1, Step.Joint.ALL),
                step("PAY", Step.Kind.PAY, 1, Step.Joint.ALL)));
        routes.add(of(
                accept(),
                step("R", Step.Kind.REVIEW, 1, Step.Joint.ALL),
                publication(true),
                step("D", Step.Kind.DECIDE, 2, Step.Joint.ALL)));
        routes.add(of(
                accept(),
                step("R", Step.Kind.REVIEW, 1, Step.Joint.ALL),
                step("D", Step.Kind.RECHECK, 1, Step.Joint.ALL)));
        return routes;
    }
}
