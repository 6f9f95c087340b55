package org.rongyi.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.AidRequest.Account;
import org.rongyi.care.relief.emergency.AskEmergency;
import org.rongyi.care.relief.emergency.EmergencyRequest;
import org.rongyi.care.relief.emergency.rule.Kind;
import org.rongyi.care.relief.rule.Facts.Known;
import org.rongyi.care.relief.rule.Household;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.Act.Command;
import org.rongyi.platform.act.Act.Outcome;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.AcceptCase;
import org.rongyi.platform.approval.AnswerTask;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.database.BusinessClock;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** 应急救助 at four stages: paid by the province, waiting to be collected by the city, hanging in the village, just filed. */
@Component
class DemoEmergencies {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Acts acts;
    private final AskEmergency ask;
    private final AcceptCase accept;
    private final AnswerTask answer;
    private final Cases cases;
    private final Transactions transactions;
    private final Clock clock;

    DemoEmergencies(
            Acts acts,
            AskEmergency ask,
            AcceptCase accept,
            AnswerTask answer,
            Cases cases,
            Transactions transactions,
            Clock clock) {
        this.acts = acts;
        this.ask = ask;
        this.accept = accept;
        this.answer = answer;
        this.cases = cases;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Of people whose categories let them, or it is left out. */
    void play(DemoNetwork.Staff staff, List<DemoPeople.Made> persons) {
        var clerk = staff.villages().get(1).clerk();
        var people = persons.stream()
                .filter(made -> made.clerk().equals(clerk) && made.partner() == null)
                .map(DemoPeople.Made::id)
                .toList()
                .iterator();
        var paid = filed(45, clerk, people, Kind.ILLNESS, 152_000, "查出胃癌住院手术，医保和医疗救助以后自付十多万，家里借了钱");
        if (paid != null) {
            toTheCounty(44, staff, clerk, paid);
            decided(22, staff, paid, "30000");
            handled(15, staff.cityOfficer(), paid, task -> agreed(staff.cityOfficer(), task, Map.of()));
            handled(8, staff.provinceOfficer(), paid, task -> agreed(staff.provinceOfficer(), task, Map.of()));
        }
        var collected = filed(38, clerk, people, Kind.FAMILY, 96_000, "儿子意外去世，儿媳病倒，两个孙子由老人带");
        if (collected != null) {
            toTheCounty(37, staff, clerk, collected);
            decided(14, staff, collected, "20000");
        }
        var published = filed(6, clerk, people, Kind.EVENT, 70_000, "夜里失火，房屋烧毁，粮食家具都没有了");
        if (published != null) {
            handled(5, clerk, published, task -> new AcceptCase.Command(id(clerk), task, "材料齐全"));
            handled(2, clerk, published, task -> visited(clerk, task));
        }
        filed(1, clerk, people, Kind.ILLNESS, 120_000, "尿毒症透析，自付越来越多");
    }

    /** Accepted and visited by the village, hung its days, reviewed by the town. */
    private void toTheCounty(int daysAgo, DemoNetwork.Staff staff, Actor.Office clerk, UUID file) {
        handled(daysAgo, clerk, file, task -> new AcceptCase.Command(id(clerk), task, "材料齐全"));
        handled(daysAgo - 2, clerk, file, task -> visited(clerk, task));
        var town = staff.townHead();
        at(daysAgo - 16, () -> transactions.write(town, () -> cases.endPublication(file)) ? file : null);
        handled(daysAgo - 17, town, file, task -> agreed(town, task, Map.of()));
    }

    private void decided(int daysAgo, DemoNetwork.Staff staff, UUID file, String yuan) {
        var chief = staff.countyChief();
        var fields = Map.of("amount", List.of(yuan), "deviation", List.of("家中没有别的劳力，按困难程度核定"));
        handled(daysAgo, chief, file, task -> agreed(chief, task, fields));
    }

    /** The next person who may be helped; none when the village has nobody more. */
    private @Nullable UUID filed(
            int daysAgo, Actor.Office clerk, Iterator<UUID> people, Kind kind, long spentYuan, String words) {
        while (people.hasNext()) {
            var person = people.next();
            var filed = at(daysAgo, () -> {
                var request = new EmergencyRequest(
                        kind,
                        LocalDate.now(clock).minusDays(40),
                        words,
                        "",
                        Known.YES,
                        new Household(3, 6_000_000, 600_000, spentYuan * 100, spentYuan * 25),
                        Set.of("FORM", "IDENTITY", "SERVICE", "CAUSE", "ECONOMY"),
                        new Account("农村商业银行", "6217281234500009876"));
                var command = new AskEmergency.Command(id(clerk), person, request, "本人住院，村里代办", null, null, null);
                return acts.perform(clerk, ask, command) instanceof Applied.Asked(var file) ? file : null;
            });
            if (filed != null) {
                return filed;
            }
        }
        return null;
    }

    private AnswerTask.Command visited(Actor.Office clerk, UUID task) {
        var fields = Map.of(
                "checkOn", List.of(LocalDate.now(clock).toString()),
                "visitors", List.of(clerk.name() + "、村委会梁建明"),
                "found", List.of("情况与申请一致，结算单和借条都看了"),
                "registered", List.of("YES"),
                "otherAid", List.of("YES"));
        return agreed(clerk, task, fields);
    }

    private static AnswerTask.Command agreed(Actor.Office by, UUID task, Map<String, List<String>> fields) {
        return new AnswerTask.Command(id(by), task, Verdict.AGREE, "", null, new AnswerTask.Given(fields, null, ""));
    }

    private void handled(int daysAgo, Actor.Office actor, UUID file, Function<UUID, Command> command) {
        at(daysAgo, () -> {
            var task = transactions.read(actor, () -> cases.tasks(file)).stream()
                    .filter(Task::isOpen)
                    .map(Task::id)
                    .findFirst()
                    .orElseThrow();
            return switch (command.apply(task)) {
                case AcceptCase.Command one -> act(actor, accept, one);
                case AnswerTask.Command one -> act(actor, answer, one);
                case Command other -> throw new IllegalArgumentException("no act for " + other);
            };
        });
    }

    private static CommandId id(Actor actor) {
        return CommandId.fresh(actor);
    }

    private <C extends Command, O extends Outcome> UUID act(Actor actor, Act<C, O> act, C command) {
        var outcome = acts.perform(actor, act, command);
        if (outcome instanceof Outcome.Done done) {
            return done.subject();
        }
        throw new IllegalStateException("the demo's emergency does not go on: " + command + ", " + outcome);
    }

    private @Nullable UUID at(int daysAgo, Supplier<@Nullable UUID> act) {
        var moment = LocalDate.now(clock)
                .minusDays(daysAgo)
                .atTime(LocalTime.of(10, 40))
                .atZone(ZONE)
                .toInstant();
        var made = new UUID[1];
        BusinessClock.at(moment, () -> made[0] = act.get());
        return made[0];
    }
}
