package org.rongyi.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.AidRequest;
import org.rongyi.care.relief.AskAid;
import org.rongyi.care.relief.GiveFirst;
import org.rongyi.care.relief.rule.Household;
import org.rongyi.care.relief.rule.Mode;
import org.rongyi.care.relief.rule.Situation;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.Act.Command;
import org.rongyi.platform.act.Act.Outcome;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.AcceptCase;
import org.rongyi.platform.approval.AnswerTask;
import org.rongyi.platform.approval.AskRecheck;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.database.BusinessClock;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** 困难帮扶援助 at every stage: waiting at the town, checked, published, granted, refused, given first. */
@Component
class DemoAids {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int FIRST = 1;

    private final Acts acts;
    private final AskAid ask;
    private final AskRecheck askRecheck;
    private final GiveFirst giveFirst;
    private final AcceptCase accept;
    private final AnswerTask answer;
    private final Cases cases;
    private final Transactions transactions;
    private final Clock clock;

    DemoAids(
            Acts acts,
            AskAid ask,
            AskRecheck askRecheck,
            GiveFirst giveFirst,
            AcceptCase accept,
            AnswerTask answer,
            Cases cases,
            Transactions transactions,
            Clock clock) {
        this.acts = acts;
        this.ask = ask;
        this.askRecheck = askRecheck;
        this.giveFirst = giveFirst;
        this.accept = accept;
        this.answer = answer;
        this.cases = cases;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Those who play it: of people whose categories let them, or it is left out.
     *
     * @param budget the fund that pays
     */
    void play(DemoNetwork.Staff staff, List<DemoPeople.Made> persons, UUID budget) {
        var town = staff.townHead();
        var chief = staff.countyChief();
        var clerk = staff.villages().get(0).clerk();
        var people = persons.stream()
                .filter(made -> made.clerk().equals(clerk) && made.partner() == null)
                .skip(FIRST)
                .map(DemoPeople.Made::id)
                .toList()
                .iterator();

        var granted = filed(25, clerk, people, 82_000, "骑摩托车被撞，住院手术，医保报销后自付多，务工停了");
        if (granted != null) {
            handled(24, town, granted, task -> accepted(town, task));
            handled(21, town, granted, task -> reviewed(town, task, false));
            handled(18, chief, granted, task -> decided(chief, task, Verdict.AGREE, "3000", "", budget));
        }
        var refused = filed(22, clerk, people, 9_000, "修屋顶花了一笔钱，手头紧");
        if (refused != null) {
            handled(21, town, refused, task -> accepted(town, task));
            handled(19, town, refused, task -> reviewed(town, task, false));
            handled(15, chief, refused, task -> decided(chief, task, Verdict.AGAINST, "", "自付费用占收入不高，未达到严重困难", budget));
            rechecked(staff, clerk, refused);
        }
        var atCounty = filed(9, clerk, people, 45_000, "大火烧了厨房和粮食，正在重修");
        if (atCounty != null) {
            handled(8, town, atCounty, task -> accepted(town, task));
            handled(5, town, atCounty, task -> reviewed(town, task, false));
        }
        var published = filed(8, clerk, people, 60_000, "突发脑梗住院一个多月，家里只有爱人务农");
        if (published != null) {
            handled(7, town, published, task -> accepted(town, task));
            handled(1, town, published, task -> reviewed(town, task, true));
        }
        filed(1, clerk, people, 30_000, "交通事故骨折，三个月不能做工");
        if (people.hasNext()) {
            var person = people.next();
            at(
                    2,
                    () -> acts.perform(
                                            town,
                                            giveFirst,
                                            new GiveFirst.Command(
                                                    id(town),
                                                    person,
                                                    Situation.ACCIDENT,
                                                    LocalDate.now(clock),
                                                    Set.of(Mode.MONEY),
                                                    80_000,
                                                    0,
                                                    budget.toString(),
                                                    "本人",
                                                    "村委会陈国强",
                                                    "昨夜暴雨房屋进水，一家四口没有地方住"))
                                    instanceof GiveFirst.Outcome.Given(var file)
                            ? file
                            : null);
        }
    }

    /** Who was refused asks the city to look again; its officer has, and the decision waits for its chief. */
    private void rechecked(DemoNetwork.Staff staff, Actor.Office clerk, UUID refused) {
        var city = staff.cityOfficer();
        var words = "修屋顶是因为台风掀了瓦，后来又花了两笔，收据补齐了，请再核一次";
        var recheck =
                at(10, () -> act(clerk, askRecheck, new AskRecheck.Command(id(clerk), refused, words, "本人到场，不会用手机")));
        if (recheck != null) {
            handled(8, city, recheck, task -> accepted(city, task));
            handled(
                    4,
                    city,
                    recheck,
                    task -> new AnswerTask.Command(id(city), task, Verdict.AGREE, "新交的两张收据没有算进自付费用，建议重新核定", null));
        }
    }

    /** The next person who may be helped; none when the village has nobody more. */
    private @Nullable UUID filed(
            int daysAgo, Actor.Office clerk, java.util.Iterator<UUID> people, long spentYuan, String words) {
        while (people.hasNext()) {
            var person = people.next();
            var filed = at(daysAgo, () -> {
                var household = new Household(3, 6_000_000, 600_000, spentYuan * 100, spentYuan * 25);
                var request = new AidRequest(
                        Situation.ACCIDENT,
                        LocalDate.now(clock).minusDays(14),
                        words,
                        "",
                        household,
                        "",
                        Set.of(Mode.MONEY),
                        Set.of("FORM", "IDENTITY", "SERVICE", "HARDSHIP"),
                        new AidRequest.Account("农村商业银行", "6217281234500009876"));
                var command = new AskAid.Command(id(clerk), person, request, "本人行动不便，村里代办", null, null);
                return acts.perform(clerk, ask, command) instanceof Applied.Asked(var file) ? file : null;
            });
            if (filed != null) {
                return filed;
            }
        }
        return null;
    }

    private AcceptCase.Command accepted(Actor.Office town, UUID task) {
        return new AcceptCase.Command(id(town), task, "材料齐全");
    }

    private AnswerTask.Command reviewed(Actor.Office town, UUID task, boolean publish) {
        var fields = Map.of(
                "checkOn", List.of(LocalDate.now(clock).toString()),
                "visitors", List.of(town.name() + "、村委会梁建明"),
                "found", List.of("家里三口人，情况与申请一致，邻居也这样说"));
        var given = new AnswerTask.Given(fields, publish, publish ? "" : "涉及家庭隐私，村委会已核实");
        return new AnswerTask.Command(id(town), task, Verdict.AGREE, "入户核实，情况属实", null, given);
    }

    private AnswerTask.Command decided(
            Actor.Office chief, UUID task, Verdict verdict, String amount, String reason, UUID budget) {
        var fields = Map.of(
                "modes", List.of("MONEY"),
                "amount", List.of(amount),
                "payer", List.of(budget.toString()),
                "deviation", List.of("家中主要劳力停工，按困难程度核定"));
        return new AnswerTask.Command(id(chief), task, verdict, reason, null, new AnswerTask.Given(fields, null, ""));
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
        throw new IllegalStateException("the demo's aid does not go on: " + command + ", " + outcome);
    }

    private @Nullable UUID at(int daysAgo, java.util.function.Supplier<@Nullable UUID> act) {
        var moment = LocalDate.now(clock)
                .minusDays(daysAgo)
                .atTime(LocalTime.of(15, 20))
                .atZone(ZONE)
                .toInstant();
        var made = new UUID[1];
        BusinessClock.at(moment, () -> made[0] = act.get());
        return made[0];
    }
}
