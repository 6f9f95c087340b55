package org.rongyi.career.reception.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.rongyi.career.reception.PaperState;
import org.rongyi.career.reception.Papers;
import org.rongyi.career.reception.Reception;
import org.rongyi.career.reception.ReceptionState;
import org.rongyi.career.reception.ReceptionTerms;
import org.rongyi.career.reception.Receptions;
import org.rongyi.career.reception.allowance.Allowances;
import org.rongyi.career.reception.rule.Discharge;
import org.rongyi.career.reception.rule.PlacementRule;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** A reception in words, for the office and for the veteran himself. */
@Component
class ReceptionDesk {

    private final Receptions receptions;
    private final Papers papers;
    private final ReceptionTerms terms;
    private final Allowances allowances;
    private final Divisions divisions;

    ReceptionDesk(
            Receptions receptions, Papers papers, ReceptionTerms terms, Allowances allowances, Divisions divisions) {
        this.allowances = allowances;
        this.receptions = receptions;
        this.papers = papers;
        this.terms = terms;
        this.divisions = divisions;
    }

    Reception require(UUID id) {
        return receptions.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    List<Fact> facts(Reception one) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("姓名", one.personName()));
        facts.add(Fact.of("安置方式", one.rank().zh() + "，" + terms.mode(one.rank(), one.mode())));
        if (one.ground() != null) {
            facts.add(Fact.of("安排工作的条件", terms.ground(one.ground())));
        }
        facts.add(Fact.of("服现役", Words.day(one.enlisted()) + "至" + Words.day(one.discharged())));
        facts.add(Fact.of("移交单位", one.fromUnit()));
        facts.add(Fact.of("安置地", divisions.fullName(one.code()) + "，" + terms.basis(one.basis())));
        facts.add(Fact.of("凭什么认定", one.basisWords()));
        facts.add(Fact.of("接收", Words.day(one.received()) + "，" + one.unit() + "（登记：" + one.recordedBy() + "）"));
        if (one.fileOn() != null) {
            var receipt = one.fileReceipt() == null || one.fileReceipt().isEmpty() ? "" : "，回执 " + one.fileReceipt();
            facts.add(Fact.of("收到档案", Words.day(one.fileOn()) + receipt));
        }
        if (one.settled() != null) {
            facts.add(Fact.of("安置办结", Words.day(one.settled()) + "，" + Objects.requireNonNull(one.settledHow())));
        }
        if (one.ended() != null && one.endKind() != null) {
            facts.add(Fact.of("终止", Words.day(one.ended()) + "，" + one.endKind().zh()));
        }
        return List.copyOf(facts);
    }

    /** Reckoned again from what was recorded: the same then and now. What was not asked for then takes no ground away. */
    List<PlacementRule.Point> points(Reception one) {
        var rules = terms.on(one.discharged());
        var asCity = PlacementRule.points(discharge(one, true), rules);
        var otherwise = PlacementRule.points(discharge(one, false), rules);
        var said = new ArrayList<PlacementRule.Point>();
        for (int i = 0; i < asCity.size(); i++) {
            var point = asCity.get(i).holds() ? asCity.get(i) : otherwise.get(i);
            if (point.holds()) {
                said.add(point);
            } else if (point.field().equals("parentsMoved") && one.parentsMoved() == null) {
                said.add(new PlacementRule.Point(
                        point.field(), true, terms.basis(one.basis()) + "；登记时还没有记父母户口迁移的日期，以当时看的材料为准", point.source()));
            }
        }
        return List.copyOf(said);
    }

    /** @param city is not kept: who was received to follow his spouse without the full years was received to a place that does not ask for them */
    private static Discharge discharge(Reception one, boolean city) {
        return new Discharge(
                one.rank(),
                one.mode(),
                one.ground() == null ? "" : one.ground(),
                Set.of(),
                one.enlisted(),
                one.discharged(),
                one.basis(),
                one.married(),
                one.parentsMoved(),
                city);
    }

    /** What runs, and what follows from being late: in words, because it is people who decide. */
    List<String> terms(Reception one) {
        var said = new ArrayList<String>();
        var by = terms.reportBy(one);
        var reported = one.reported();
        var today = divisions.today();
        if (reported == null) {
            said.add("应在" + Words.day(by) + "前报到（退役命令下达后 " + terms.reportDays(one) + " 天内"
                    + (terms.isReportProposed(one) ? "；系统默认，待业务确认，报到通知另写了日期的以通知为准" : "") + "）");
        } else if (reported.isAfter(by)) {
            said.add(Words.day(reported) + "报到，超过期限（" + Words.day(by) + "）；原因："
                    + Objects.requireNonNullElse(one.lateWhy(), ""));
        } else {
            said.add(Words.day(reported) + "报到，在期限（" + Words.day(by) + "）以内");
        }
        var lateOn = reported == null ? today : reported;
        if (one.isOpen() && lateOn.isAfter(terms.forfeitAfter(one))) {
            said.add("无正当理由超过期限 30 天不报到的，视为放弃安置待遇。是不是放弃，要听本人说明，由负责人书面决定，系统不自动作出。");
        }
        if (one.state() == ReceptionState.WAITING || one.state() == ReceptionState.TO_REPORT) {
            said.add("安置："
                    + ReceptionsController.left("完成", terms.completeBy(one), today)
                            .words() + "（接收后 6 个月内）");
        }
        return List.copyOf(said);
    }

    /** Month by month until today's. */
    List<Allowances.Month> allowance(Reception one) {
        return allowances.of(one, YearMonth.from(divisions.today()));
    }

    List<Papers.Piece> missing(Reception one) {
        return papers.of(one.id()).stream()
                .filter(piece -> piece.state() == PaperState.MISSING)
                .toList();
    }
}
