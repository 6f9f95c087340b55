package org.rongyi.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.rongyi.care.festival.ApproveCampaign;
import org.rongyi.care.festival.Campaign;
import org.rongyi.care.festival.CloseCampaign;
import org.rongyi.care.festival.Festival;
import org.rongyi.care.festival.Line;
import org.rongyi.care.festival.LineList;
import org.rongyi.care.festival.OpenCampaign;
import org.rongyi.care.festival.rule.FestivalRule.Group;
import org.rongyi.care.festival.rule.Ground;
import org.rongyi.care.visit.HandOver;
import org.rongyi.care.visit.RecordVisit;
import org.rongyi.care.visit.Result;
import org.rongyi.care.visit.Sent;
import org.rongyi.care.visit.VisitContent;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.Act.Command;
import org.rongyi.platform.act.Act.Outcome;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.database.BusinessClock;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** 节日慰问: last 八一, handed over and ended; and next 春节, listed and waiting for its approval. */
@Component
class DemoFestivals {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The first day of the lunar year, by the calendar of the Purple Mountain Observatory. */
    private static final List<LocalDate> SPRINGS = List.of(
            LocalDate.of(2027, 2, 6),
            LocalDate.of(2028, 1, 26),
            LocalDate.of(2029, 2, 13),
            LocalDate.of(2030, 2, 3),
            LocalDate.of(2031, 1, 23));

    private static final int REACHED = 12;

    private final Acts acts;
    private final OpenCampaign open;
    private final ApproveCampaign approve;
    private final CloseCampaign close;
    private final RecordVisit visit;
    private final LineList lines;
    private final Transactions transactions;
    private final Clock clock;

    DemoFestivals(
            Acts acts,
            OpenCampaign open,
            ApproveCampaign approve,
            CloseCampaign close,
            RecordVisit visit,
            LineList lines,
            Transactions transactions,
            Clock clock) {
        this.acts = acts;
        this.open = open;
        this.approve = approve;
        this.close = close;
        this.visit = visit;
        this.lines = lines;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param fund the county's own, with money and rice for festivals */
    void play(DemoNetwork.Staff staff, UUID fund) {
        var today = LocalDate.now(clock);
        var thisYear = LocalDate.of(today.getYear(), 8, 1);
        var armyDay = thisYear.plusDays(20).isBefore(today) ? thisYear : thisYear.minusYears(1);
        past(staff, fund, armyDay);
        var spring = SPRINGS.stream()
                .filter(day -> day.isAfter(today) && !day.isAfter(today.plusYears(1)))
                .findFirst()
                .orElseGet(() -> aboutSpring(today));
        act(
                staff.countyOfficer(),
                open,
                list(staff.countyOfficer(), Festival.SPRING, spring, fund, Campaign.Way.TRANSFER));
    }

    /** For years that are not listed. */
    private static LocalDate aboutSpring(LocalDate today) {
        var thisYear = LocalDate.of(today.getYear(), 2, 5);
        return thisYear.isAfter(today) ? thisYear : thisYear.plusYears(1);
    }

    private void past(DemoNetwork.Staff staff, UUID fund, LocalDate day) {
        var officer = staff.countyOfficer();
        var chief = staff.countyChief();
        var campaign = at(
                day.minusDays(25),
                () -> act(officer, open, list(officer, Festival.ARMY_DAY, day, fund, Campaign.Way.CASH)));
        var sum = transactions.read(chief, () -> lines.listed(campaign));
        if (sum.persons() == 0) {
            return;
        }
        at(day.minusDays(20), () -> act(chief, approve, new ApproveCampaign.Command(id(chief), campaign, sum)));
        int reached = 0;
        for (var village : staff.villages()) {
            for (var line : waiting(village.clerk(), campaign)) {
                if (reached < REACHED && handedOver(village.clerk(), line, day.minusDays(6))) {
                    reached++;
                }
            }
        }
        int left = Math.toIntExact(transactions
                .read(chief, () -> lines.counts(chief.scope(), campaign, null))
                .getOrDefault(LineList.Which.OPEN, 0L));
        at(
                day.plusDays(14),
                () -> act(chief, close, new CloseCampaign.Command(id(chief), campaign, left, "外出务工、走亲，节前几次上门没有见到")));
    }

    private List<Line> waiting(Actor.Office clerk, UUID campaign) {
        return transactions.read(
                clerk,
                () -> lines.page(clerk.scope(), campaign, null, LineList.Which.OPEN, null)
                        .rows());
    }

    /** Some may not be seen on that day: they stay on the list. */
    private boolean handedOver(Actor.Office clerk, Line line, LocalDate on) {
        var content = new VisitContent(
                Map.of(line.person(), Result.MET),
                on,
                Festival.ARMY_DAY.name(),
                "HOME",
                Set.of(Sent.HONOUR),
                line.gift().words(),
                "",
                List.of());
        var signed = List.of(new HandOver.Signed(line.id(), HandOver.As.SELF, line.personName()));
        return at(
                on,
                () -> acts.perform(
                                clerk,
                                visit,
                                new RecordVisit.Command(id(clerk), content, List.of(), false, true, signed))
                        instanceof RecordVisit.Outcome.Recorded);
    }

    private static OpenCampaign.Command list(
            Actor.Office by, Festival festival, LocalDate day, UUID fund, Campaign.Way way) {
        var groups = List.of(
                new Group(Ground.DEMOBILISED, 60_000, "大米一袋", 6_000),
                new Group(Ground.DISABLED, 60_000, "大米一袋", 6_000),
                new Group(Ground.HARDSHIP, 50_000, "大米一袋", 6_000),
                new Group(Ground.KEY, 30_000, "", 0));
        return new OpenCampaign.Command(id(by), festival, day, fund, way, groups);
    }

    private static CommandId id(Actor actor) {
        return CommandId.fresh(actor);
    }

    private <C extends Command, O extends Outcome> UUID act(Actor.Office by, Act<C, O> act, C command) {
        var outcome = acts.perform(by, act, command);
        if (outcome instanceof Outcome.Done done) {
            return done.subject();
        }
        throw new IllegalStateException("the demo's greeting does not go on: " + outcome);
    }

    private static <T> T at(LocalDate day, Supplier<T> work) {
        var moment = day.atTime(LocalTime.of(10, 5)).atZone(ZONE).toInstant();
        var answers = new java.util.ArrayList<T>();
        BusinessClock.at(moment, () -> answers.add(work.get()));
        return answers.getFirst();
    }
}
