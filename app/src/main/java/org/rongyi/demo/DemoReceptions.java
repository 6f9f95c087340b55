package org.rongyi.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rongyi.career.reception.AskForPapers;
import org.rongyi.career.reception.CheckPapers;
import org.rongyi.career.reception.EndKind;
import org.rongyi.career.reception.PaperState;
import org.rongyi.career.reception.ReceivePerson;
import org.rongyi.career.reception.RecordReport;
import org.rongyi.career.reception.SettleReception;
import org.rongyi.career.reception.ending.ProposeEnd;
import org.rongyi.career.reception.rule.Discharge;
import org.rongyi.career.reception.rule.Rank;
import org.rongyi.career.reception.scoring.EnterScore;
import org.rongyi.career.reception.scoring.EnteredAs;
import org.rongyi.career.reception.scoring.Entry;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.Act.Command;
import org.rongyi.platform.act.Act.Outcome;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** 移交接收: a handful of people across the modes, each at another point of the way. */
@Component
class DemoReceptions {

    private static final LocalDate SCORED = LocalDate.of(2022, 9, 1);

    private final Acts acts;
    private final ReceivePerson receive;
    private final RecordReport report;
    private final SettleReception settle;
    private final CheckPapers check;
    private final AskForPapers ask;
    private final EnterScore enter;
    private final ProposeEnd propose;
    private final Clock clock;

    DemoReceptions(
            Acts acts,
            ReceivePerson receive,
            RecordReport report,
            SettleReception settle,
            CheckPapers check,
            AskForPapers ask,
            EnterScore enter,
            ProposeEnd propose,
            Clock clock) {
        this.acts = acts;
        this.receive = receive;
        this.report = report;
        this.settle = settle;
        this.check = check;
        this.ask = ask;
        this.enter = enter;
        this.propose = propose;
        this.clock = clock;
    }

    /**
     * @param people one after the other, the first with an account of his own
     * @return the reception of the first
     */
    UUID play(DemoNetwork.Staff staff, List<DemoPeople.Made> people) {
        var officer = staff.countyOfficer();
        var today = LocalDate.now(clock);
        var agreed = scored(staff, people.get(0).id(), 3, 3);
        files(officer, agreed, SCORED.plusDays(10));
        scored(staff, people.get(40).id(), 3, 2);
        var waiting = assigned(officer, people.get(41).id(), today.minusDays(75));
        act(officer, report, new RecordReport.Command(CommandId.fresh(officer), waiting, today.minusDays(60), ""));
        act(officer, ask, new AskForPapers.Command(CommandId.fresh(officer), waiting));
        self(officer, people.get(42).id(), today.minusDays(20));
        var placed = self(officer, people.get(43).id(), today.minusDays(50));
        act(officer, report, new RecordReport.Command(CommandId.fresh(officer), placed, today.minusDays(40), ""));
        act(
                officer,
                settle,
                new SettleReception.Command(
                        CommandId.fresh(officer), placed, today.minusDays(10), "一次性退役金已发，列入适应性培训花名册"));
        var absent = self(officer, people.get(44).id(), today.minusDays(120));
        act(
                officer,
                propose,
                new ProposeEnd.Command(
                        CommandId.fresh(officer),
                        absent,
                        EndKind.FORFEITED,
                        "超过报到期限 60 天没有来，也没有说明原因",
                        today.minusDays(5),
                        "电话里说在外省务工，不打算回来报到；已告知后果"));
        return agreed;
    }

    /** Sixteen years, a third-class merit; the army counts so many commendations, the office so many. */
    private UUID scored(DemoNetwork.Staff staff, UUID person, int army, int found) {
        var officer = staff.countyOfficer();
        var second = staff.countyCashier();
        var id = assigned(officer, person, SCORED);
        act(officer, report, new RecordReport.Command(CommandId.fresh(officer), id, SCORED.plusDays(12), ""));
        var stated = new BigDecimal("62").add(new BigDecimal("0.5").multiply(BigDecimal.valueOf(army)));
        act(officer, enter, new EnterScore.Command(CommandId.fresh(officer), id, EnteredAs.ARMY, lines(army), stated));
        act(second, enter, new EnterScore.Command(CommandId.fresh(second), id, EnteredAs.OFFICE, lines(found), null));
        return id;
    }

    private static Map<String, Entry.Line> lines(int praise) {
        return Map.of(
                "placement.score.peace.third", new Entry.Line(1, "奖励登记（报告）表第 1 页"),
                "placement.score.peace.praise", new Entry.Line(praise, "奖励登记（报告）表第 2 页"));
    }

    private UUID assigned(Actor.Office officer, UUID person, LocalDate left) {
        var discharge = new Discharge(
                Rank.SERGEANT, "ASSIGNED", "TWELVE", Set.of(), left.minusYears(16), left, "ENLISTED", null, false);
        return received(officer, person, discharge);
    }

    private UUID self(Actor.Office officer, UUID person, LocalDate left) {
        var discharge =
                new Discharge(Rank.CONSCRIPT, "SELF", "", Set.of(), left.minusYears(2), left, "ENLISTED", null, false);
        return received(officer, person, discharge);
    }

    private UUID received(Actor.Office officer, UUID person, Discharge discharge) {
        var command = new ReceivePerson.Command(
                CommandId.fresh(officer), person, discharge, "省军区某部", "入伍批准书、户口本", discharge.discharged());
        if (acts.perform(officer, receive, command) instanceof ReceivePerson.Outcome.Received(var id)) {
            return id;
        }
        throw new IllegalStateException("the demo could not receive somebody");
    }

    private void files(Actor.Office officer, UUID id, LocalDate on) {
        var pieces = new HashMap<String, CheckPapers.Found>();
        for (var kind : List.of("ENLIST", "REGISTER", "DISCHARGE", "IDENTITY", "SCORING", "SELECTION", "AWARD")) {
            pieces.put(kind, new CheckPapers.Found(PaperState.PRESENT, 2 + kind.length() % 4, on));
        }
        act(officer, check, new CheckPapers.Command(CommandId.fresh(officer), id, on, "四退接〔2022〕7 号", pieces));
    }

    private <C extends Command, O extends Outcome> void act(Actor.Office actor, Act<C, O> act, C command) {
        if (!(acts.perform(actor, act, command) instanceof Outcome.Done)) {
            throw new IllegalStateException(
                    "the demo could not carry out " + act.getClass().getSimpleName());
        }
    }
}
