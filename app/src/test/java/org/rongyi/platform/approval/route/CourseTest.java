package org.rongyi.platform.approval.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.platform.approval.route.Position.Result;
import org.rongyi.platform.approval.route.Position.State;
import org.rongyi.platform.approval.route.Position.Verdict;

@DisplayName("办理规则：每个走得到的地方都有路往下走")
class CourseTest {

    @Test
    @DisplayName("凡能走到的位置，未办结的都能再走，而且都能走到办结")
    void everyReachablePlaceLeadsOnToTheEnd() {
        for (var route : Routes.all()) {
            var graph = reachable(route);
            var closing = new HashSet<Position>();
            graph.keySet().stream().filter(at -> at.state() == State.CLOSED).forEach(closing::add);
            assertThat(closing).isNotEmpty();
            boolean grown = true;
            while (grown) {
                grown = false;
                for (var entry : graph.entrySet()) {
                    if (!closing.contains(entry.getKey())
                            && entry.getValue().stream().anyMatch(closing::contains)) {
                        grown = closing.add(entry.getKey()) || grown;
                    }
                }
            }
            assertThat(closing).as("走得到的都能办结").isEqualTo(graph.keySet());
            assertThat(graph.entrySet().stream()
                            .filter(entry -> entry.getKey().state() == State.CLOSED)
                            .filter(entry -> !entry.getValue().isEmpty()))
                    .as("办结了的不再动，除非可以复核，决定又是对申请的决定")
                    .allMatch(entry ->
                            route.hasReview() && entry.getKey().result().isDecision());
        }
    }

    @Test
    @DisplayName("不靠申请人撤回、不靠退回，也能走到同意和不同意")
    void aDecisionIsReachedByHandlingAlone() {
        for (var route : Routes.all()) {
            var results = new HashSet<Result>();
            reachable(route).keySet().stream()
                    .filter(at -> at.state() == State.DECIDED)
                    .forEach(at -> results.add(at.result()));
            boolean recheck = route.steps().getLast().kind() == Step.Kind.RECHECK;
            assertThat(results)
                    .contains(Result.NOT_ACCEPTED, Result.LAPSED)
                    .contains(recheck ? Result.OVERTURNED : Result.AGREED, recheck ? Result.UPHELD : Result.REFUSED);
        }
    }

    @Test
    @DisplayName("受理过的不再不予受理；补正只通知一次")
    void whatIsAcceptedIsNotDeclinedAndASupplementIsAskedOnce() {
        for (var route : Routes.all()) {
            for (var at : reachable(route).keySet()) {
                if (at.accepted()) {
                    assertThat(Course.after(route, at, new Move.Decline())).isEmpty();
                }
                if (at.supplemented()) {
                    assertThat(Course.after(route, at, new Move.AskSupplement()))
                            .isEmpty();
                }
            }
        }
    }

    @Test
    @DisplayName("会签：都同意才过，审批中一席不同意就是不同意")
    void jointlyAllMustAgree() {
        var route = Routes.of(Routes.accept(), Routes.step("D", Step.Kind.DECIDE, 3, Step.Joint.ALL));
        var at = go(route, new Move.Accept(), agree(2), agree(0));
        assertThat(at.state()).isEqualTo(State.HANDLING);
        assertThat(Course.after(route, at, agree(0))).as("一席只答一次").isEmpty();
        assertThat(Course.after(route, at, agree(1)).orElseThrow().result()).isEqualTo(Result.AGREED);
        assertThat(Course.after(route, at, against(1)).orElseThrow().result()).isEqualTo(Result.REFUSED);
    }

    @Test
    @DisplayName("或签：先答的一席算数")
    void eitherTheFirstDecides() {
        var route = Routes.of(Routes.accept(), Routes.step("D", Step.Kind.DECIDE, 3, Step.Joint.ANY));
        assertThat(go(route, new Move.Accept(), agree(1)).result()).isEqualTo(Result.AGREED);
        assertThat(go(route, new Move.Accept(), against(2)).result()).isEqualTo(Result.REFUSED);
    }

    @Test
    @DisplayName("审核不同意只是意见，仍由审批的决定")
    void aReviewAgainstIsAnOpinion() {
        var route = Routes.of(
                Routes.accept(),
                Routes.step("R", Step.Kind.REVIEW, 1, Step.Joint.ALL),
                Routes.step("D", Step.Kind.DECIDE, 1, Step.Joint.ALL));
        var at = go(route, new Move.Accept(), against(0));
        assertThat(at.state()).isEqualTo(State.HANDLING);
        assertThat(at.step()).isEqualTo(2);
    }

    @Test
    @DisplayName("退回到受理，可以再受理，也还能补正一次；已经受理的，逾期没补不终止，按现有材料接着办")
    void returnedToTheCounter() {
        var route = Routes.all().getFirst();
        var at = go(route, new Move.Accept(), new Move.Return(0));
        assertThat(at.state()).isEqualTo(State.RECEIVED);
        assertThat(Course.after(route, at, new Move.Accept())).isPresent();
        assertThat(Course.after(route, at, new Move.AskSupplement())).isPresent();
        assertThat(Course.after(route, at, new Move.Return(0))).isEmpty();
        // what was accepted, by silence too, counts as complete: missing papers cannot end it (行政许可法 第 32 条)
        var asked = Course.after(route, at, new Move.AskSupplement()).orElseThrow();
        assertThat(Course.after(route, asked, new Move.Lapse()))
                .map(Position::state)
                .contains(State.RECEIVED);
        for (var each : Routes.all()) {
            assertThat(reachable(each).keySet()).noneMatch(one -> one.accepted() && one.result() == Result.LAPSED);
        }
        assertThat(go(route, new Move.AskSupplement(), new Move.Lapse()).result())
                .isEqualTo(Result.LAPSED);
    }

    @Test
    @DisplayName("环节的期限可以写参数：按当天的取值定下来，写死的不变")
    void aStepTakesItsDaysFromAParameter() {
        var shipped = RouteBook.shipped().get("HARDSHIP").routes().getLast();
        assertThat(shipped.parameters()).contains("relief.hardship.days.town", "relief.hardship.days.county");
        var settled = shipped.settled(limit -> limit.equals("relief.hardship.days.town") ? 7 : 3);
        assertThat(settled.steps()).extracting(Step::days).containsExactly(5, 7, 5, 3);
    }

    @Test
    @DisplayName("路径必须以受理开头、以一次决定结尾")
    void aRouteBeginsWithAcceptanceAndEndsWithOneDecision() {
        var decide = Routes.step("D", Step.Kind.DECIDE, 1, Step.Joint.ALL);
        assertThatThrownBy(() -> Routes.of(decide)).hasMessageContaining("受理");
        assertThatThrownBy(() -> Routes.of(Routes.accept(), Routes.step("R", Step.Kind.REVIEW, 1, Step.Joint.ALL)))
                .hasMessageContaining("审批");
        assertThatThrownBy(
                        () -> Routes.of(Routes.accept(), decide, Routes.step("E", Step.Kind.DECIDE, 1, Step.Joint.ALL)))
                .hasMessageContaining("只决定一次");
        assertThatThrownBy(() -> Routes.step("P", Step.Kind.PUBLICATION, 2, Step.Joint.ALL))
                .hasMessageContaining("一个席位");
    }

    @Test
    @DisplayName("公示写明退回哪一步，只能是前面由人办的环节；公示期间不进特别程序，期满往下走，异议成立退回")
    void aPublicationNamesTheStepItGoesBackTo() {
        var publication = Routes.step("P", Step.Kind.PUBLICATION, 1, Step.Joint.ALL);
        var decide = Routes.step("D", Step.Kind.DECIDE, 1, Step.Joint.ALL);
        assertThatThrownBy(() -> Routes.of(Routes.accept(), publication, decide))
                .hasMessageContaining("R");
        var route =
                Routes.of(Routes.accept(), Routes.step("R", Step.Kind.REVIEW, 1, Step.Joint.ALL), publication, decide);
        var at = go(route, new Move.Accept(), agree(0));
        assertThat(route.isPublic(at)).isTrue();
        assertThat(Course.after(route, at, new Move.Pause())).isEmpty();
        assertThat(Course.after(route, at, agree(0))).isEmpty();
        assertThat(Course.after(route, at, new Move.PublicationOver()))
                .map(Position::step)
                .contains(3);
        assertThat(Course.after(route, at, new Move.Return(route.back(publication.publication()))))
                .map(Position::step)
                .contains(1);
    }

    @Test
    @DisplayName("视情公示：审核的一席说不公示，就直接到下一环节；只有写明可以视情的才行")
    void aPublicationMayBeLeftOutWhereTheRouteSaysSo() {
        var review = Routes.step("R", Step.Kind.REVIEW, 1, Step.Joint.ALL);
        var decide = Routes.step("D", Step.Kind.DECIDE, 1, Step.Joint.ALL);
        var route = Routes.of(Routes.accept(), review, Routes.publication(true), decide);
        var at = go(route, new Move.Accept());
        var left = Course.after(route, at, new Move.Answer(0, Verdict.AGREE, true));
        assertThat(left).map(Position::step).contains(3);
        assertThat(left).map(Position::answers).contains(Map.of());
        assertThat(go(route, new Move.Accept(), agree(0)).step()).isEqualTo(2);
        assertThat(Course.after(route, left.orElseThrow(), new Move.Answer(0, Verdict.AGREE, true)))
                .as("决定的一席后面没有公示")
                .isEmpty();
        var always = Routes.of(Routes.accept(), review, Routes.publication(false), decide);
        assertThat(Course.after(always, at, new Move.Answer(0, Verdict.AGREE, true)))
                .isEmpty();
        var two = Routes.step("R", Step.Kind.REVIEW, 2, Step.Joint.ALL);
        assertThatThrownBy(() -> Routes.of(Routes.accept(), two, Routes.publication(true), decide))
                .hasMessageContaining("一个席位");
    }

    @Test
    @DisplayName("决定以后只能汇总、拨付：不能不同意，只能做完或退回；做完最后一步才算同意")
    void whatFollowsTheDecisionDecidesNothing() {
        var decide = Routes.step("D", Step.Kind.DECIDE, 1, Step.Joint.ALL);
        var collect = Routes.step("C", Step.Kind.COLLECT, 1, Step.Joint.ALL);
        var pay = Routes.step("PAY", Step.Kind.PAY, 1, Step.Joint.ALL);
        assertThatThrownBy(() -> Routes.of(Routes.accept(), collect, decide)).hasMessageContaining("其后只能汇总、拨付");
        assertThatThrownBy(() -> Routes.of(Routes.accept(), decide, pay, collect))
                .hasMessageContaining("最后是拨付");
        assertThatThrownBy(() -> Routes.step("PAY", Step.Kind.PAY, 2, Step.Joint.ALL))
                .hasMessageContaining("一个席位");
        var route = Routes.of(Routes.accept(), decide, collect, pay);
        assertThat(go(route, new Move.Accept(), against(0)).result()).isEqualTo(Result.REFUSED);
        assertThat(go(route, new Move.Accept(), agree(0), agree(0), agree(0)).result())
                .isEqualTo(Result.AGREED);
        for (var each : Routes.all()) {
            for (var at : reachable(each).keySet()) {
                if (at.state() == State.HANDLING && at.step() > each.deciding()) {
                    assertThat(Course.after(each, at, against(0))).isEmpty();
                    assertThat(Course.after(each, at, new Move.Return(each.deciding())))
                            .map(Position::step)
                            .contains(each.deciding());
                }
                if (at.result() == Result.AGREED) {
                    assertThat(at.step()).isEqualTo(each.last());
                }
                if (at.result() == Result.REFUSED) {
                    assertThat(at.step()).isEqualTo(each.deciding());
                }
            }
        }
    }

    @Test
    @DisplayName("复核撤销：回到作决定的那一步重新决定；没有受理的回到受理；撤回、终止的和规定没有复核的，不动")
    void whatIsOverturnedIsDecidedAgain() {
        var reviewed = RouteBook.shipped().get("HARDSHIP").routes().getLast();
        for (var at : reachable(reviewed).keySet()) {
            var again = Course.after(reviewed, at, new Move.Reopen());
            if (at.result() == null || !at.result().isDecision()) {
                assertThat(again).isEmpty();
                continue;
            }
            assertThat(again).map(Position::result).isEmpty();
            assertThat(again)
                    .map(Position::step)
                    .contains(at.result() == Result.NOT_ACCEPTED ? 0 : reviewed.deciding());
        }
        var without = RouteBook.shipped().get("CORRECTION").routes().getLast();
        assertThat(reachable(without).keySet())
                .allMatch(at -> Course.after(without, at, new Move.Reopen()).isEmpty());
    }

    private static Position go(Route route, Move... moves) {
        var at = Position.START;
        for (var move : moves) {
            at = Course.after(route, at, move).orElseThrow();
        }
        return at;
    }

    private static Move agree(int seat) {
        return new Move.Answer(seat, Verdict.AGREE);
    }

    private static Move against(int seat) {
        return new Move.Answer(seat, Verdict.AGAINST);
    }

    /** Every position that can be reached, with where each leads. */
    private static Map<Position, Set<Position>> reachable(Route route) {
        var graph = new HashMap<Position, Set<Position>>();
        var open = new ArrayDeque<>(List.of(Position.START));
        while (!open.isEmpty()) {
            var at = open.poll();
            if (graph.containsKey(at)) {
                continue;
            }
            var next = new HashSet<Position>();
            moves(route).stream()
                    .map(move -> Course.after(route, at, move))
                    .flatMap(Optional::stream)
                    .forEach(next::add);
            graph.put(at, next);
            open.addAll(next);
        }
        return graph;
    }

    private static List<Move> moves(Route route) {
        var moves = new ArrayList<Move>(List.of(
                new Move.Accept(),
                new Move.Decline(),
                new Move.AskSupplement(),
                new Move.Supplement(),
                new Move.Lapse(),
                new Move.PublicationOver(),
                new Move.Pause(),
                new Move.Resume(),
                new Move.Withdraw(),
                new Move.Deliver(),
                new Move.Reopen()));
        for (int i = -1; i <= route.steps().size(); i++) {
            moves.add(new Move.Return(i));
        }
        for (int seat = -1; seat < 4; seat++) {
            moves.add(agree(seat));
            moves.add(against(seat));
            moves.add(new Move.Answer(seat, Verdict.AGREE, true));
            moves.add(new Move.Answer(seat, Verdict.AGAINST, true));
        }
        return moves;
    }
}
