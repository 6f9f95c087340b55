package org.rongyi.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.rongyi.care.visit.RecordVisit;
import org.rongyi.care.visit.Result;
import org.rongyi.care.visit.Sent;
import org.rongyi.care.visit.VisitContent;
import org.rongyi.people.person.AcceptHandover;
import org.rongyi.people.person.AskHandover;
import org.rongyi.people.person.DeclineHandover;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.PersonStatus;
import org.rongyi.people.person.PlaceKind;
import org.rongyi.people.person.RegisterPerson;
import org.rongyi.people.person.SettleStatus;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.database.BusinessClock;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/**
 * Some who have moved, died or are said to: the hand-overs of the first station are open, accepted and declined, and a
 * few of its people are to be checked.
 */
@Component
class DemoMoves {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Acts acts;
    private final AskHandover ask;
    private final AcceptHandover accept;
    private final DeclineHandover decline;
    private final SettleStatus settle;
    private final RecordVisit recordVisit;
    private final PersonFile file;
    private final Transactions transactions;
    private final Clock clock;

    DemoMoves(
            Acts acts,
            AskHandover ask,
            AcceptHandover accept,
            DeclineHandover decline,
            SettleStatus settle,
            RecordVisit recordVisit,
            PersonFile file,
            Transactions transactions,
            Clock clock) {
        this.acts = acts;
        this.ask = ask;
        this.accept = accept;
        this.decline = decline;
        this.settle = settle;
        this.recordVisit = recordVisit;
        this.file = file;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The first two stations take part, each with others and never with each other. */
    void play(DemoNetwork.Staff staff, List<DemoPeople.Made> persons) {
        var villages = staff.villages();
        if (villages.size() < 6) {
            return;
        }
        var first = villages.get(0).clerk();
        var second = villages.get(1).clerk();
        of(persons, first, 2)
                .ifPresent(one -> at(40, () -> ask(one, villages.get(3), PlaceKind.RESIDENCE, "随儿子住到城里，户口未迁"))
                        .ifPresent(request ->
                                at(38, () -> accept(villages.get(3).clerk(), request))));
        of(persons, villages.get(5).clerk(), 0)
                .ifPresent(one -> at(21, () -> ask(one, villages.get(0), PlaceKind.BOTH, "据说已整户搬到贵处"))
                        .ifPresent(request -> at(19, () -> decline(first, request, "上门核实，此人未在本地居住"))));
        of(persons, first, 1)
                .ifPresent(one -> at(3, () -> ask(one, villages.get(4), PlaceKind.RESIDENCE, "九月起随女儿居住，电话已核实")));
        of(persons, villages.get(3).clerk(), 0)
                .ifPresent(one -> at(1, () -> ask(one, villages.get(0), PlaceKind.RESIDENCE, "已租住贵处，本人要求就近联系")));
        of(persons, second, 1).ifPresent(one -> at(1, () -> ask(one, villages.get(2), PlaceKind.BOTH, "房屋拆迁，整户安置到贵处")));
    }

    /** What a visit heard and nobody has checked; and what was checked. */
    void check(DemoNetwork.Staff staff, List<DemoPeople.Made> persons) {
        var first = staff.villages().getFirst().clerk();
        of(persons, first, 3).ifPresent(one -> at(6, () -> heard(one, Result.DECEASED, "邻居说上月去世，家属不在家，待核实")));
        of(persons, first, 4).ifPresent(one -> at(4, () -> heard(one, Result.MOVED_OUT, "门锁着，邻居说已搬去外省")));
        of(persons, first, 5).ifPresent(one -> at(50, () -> settle(one, "家属出示户口注销证明")));
    }

    private Optional<UUID> heard(DemoPeople.Made one, Result result, String said) {
        var today = LocalDate.now(clock);
        var content = new VisitContent(
                Map.of(one.id(), result), today, "REGULAR", "HOME", Set.of(Sent.HONOUR), "", said, List.of());
        acts.perform(
                one.clerk(),
                recordVisit,
                new RecordVisit.Command(CommandId.fresh(one.clerk()), content, List.of(), false, false));
        return Optional.of(one.id());
    }

    private Optional<UUID> settle(DemoPeople.Made one, String ground) {
        int version = transactions.read(
                one.clerk(), () -> file.find(one.id()).orElseThrow().version());
        var died = LocalDate.now(clock).minusDays(9);
        acts.perform(
                one.clerk(),
                settle,
                new SettleStatus.Command(
                        CommandId.fresh(one.clerk()), one.id(), version, PersonStatus.DECEASED, died, ground));
        return Optional.of(one.id());
    }

    /** Somebody of this station; the first of each is left as he is. */
    private static Optional<DemoPeople.Made> of(List<DemoPeople.Made> persons, Actor.Office clerk, int number) {
        return persons.stream()
                .filter(one -> one.clerk().equals(clerk) && one.partner() == null)
                .skip(number)
                .findFirst();
    }

    private Optional<UUID> ask(DemoPeople.Made one, DemoNetwork.Village to, PlaceKind kind, String reason) {
        var spot = new RegisterPerson.Spot(to.division().code(), "18号", "人民路");
        var outcome = acts.perform(
                one.clerk(), ask, new AskHandover.Command(CommandId.fresh(one.clerk()), one.id(), spot, kind, reason));
        return outcome instanceof AskHandover.Outcome.Asked(var id) ? Optional.of(id) : Optional.empty();
    }

    private Optional<UUID> accept(Actor.Office clerk, UUID request) {
        acts.perform(clerk, accept, new AcceptHandover.Command(CommandId.fresh(clerk), request));
        return Optional.of(request);
    }

    private Optional<UUID> decline(Actor.Office clerk, UUID request, String reason) {
        acts.perform(clerk, decline, new DeclineHandover.Command(CommandId.fresh(clerk), request, reason));
        return Optional.of(request);
    }

    private Optional<UUID> at(int daysAgo, Supplier<Optional<UUID>> act) {
        var moment = LocalDate.now(clock)
                .minusDays(daysAgo)
                .atTime(LocalTime.of(10, 20))
                .atZone(ZONE)
                .toInstant();
        var made = new UUID[1];
        BusinessClock.at(moment, () -> made[0] = act.get().orElse(null));
        return Optional.ofNullable(made[0]);
    }
}
