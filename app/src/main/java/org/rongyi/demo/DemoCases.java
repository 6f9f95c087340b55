package org.rongyi.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.AskCorrection;
import org.rongyi.people.person.CorrectionRequest;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.Act.Command;
import org.rongyi.platform.act.Act.Outcome;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.AcceptCase;
import org.rongyi.platform.approval.AnswerTask;
import org.rongyi.platform.approval.AskSupplement;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.approval.DeliverDecision;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.database.BusinessClock;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** 更正个人信息 at every stage: waiting at the town, for the applicant, at the county, agreed to and delivered, refused. */
@Component
class DemoCases {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Acts acts;
    private final AskCorrection ask;
    private final AcceptCase accept;
    private final AskSupplement supplement;
    private final AnswerTask answer;
    private final DeliverDecision deliver;
    private final Cases cases;
    private final Transactions transactions;
    private final Clock clock;

    DemoCases(
            Acts acts,
            AskCorrection ask,
            AcceptCase accept,
            AskSupplement supplement,
            AnswerTask answer,
            DeliverDecision deliver,
            Cases cases,
            Transactions transactions,
            Clock clock) {
        this.acts = acts;
        this.ask = ask;
        this.accept = accept;
        this.supplement = supplement;
        this.answer = answer;
        this.deliver = deliver;
        this.cases = cases;
        this.transactions = transactions;
        this.clock = clock;
    }

    void play(DemoNetwork.Staff staff, List<DemoPeople.Made> persons) {
        var town = staff.townHead();
        var county = staff.countyOfficer();
        var chief = staff.countyChief();
        var first = staff.villages().get(0).clerk();
        var second = staff.villages().get(1).clerk();

        var delivered = file(20, first, persons, 8, phone("13726012345", "换了手机号码，旧号已停用"));
        if (delivered != null) {
            at(19, () -> act(town, accept, new AcceptCase.Command(id(town), open(town, delivered), "材料齐全")));
            at(18, () -> act(county, answer, agree(county, delivered, "已与本人电话核实")));
            at(16, () -> act(chief, answer, agree(chief, delivered, "")));
            at(
                    14,
                    () -> act(
                            town,
                            deliver,
                            new DeliverDecision.Command(
                                    id(town), open(town, delivered), "HAND", LocalDate.now(clock), "本人到站签收")));
        }
        var refused = file(12, second, persons, 6, name("改成族谱上的名字，没有户籍证明"));
        if (refused != null) {
            at(11, () -> act(town, accept, new AcceptCase.Command(id(town), open(town, refused), "")));
            at(9, () -> act(county, answer, against(county, refused, "与户籍登记不符")));
            at(8, () -> act(chief, answer, against(chief, refused, "与户籍登记的姓名不符，请先到派出所办理更名，再来申请")));
        }
        var atCounty = file(5, first, persons, 9, phone("13536098765", "登记时少写一位，已打通核对"));
        if (atCounty != null) {
            at(4, () -> act(town, accept, new AcceptCase.Command(id(town), open(town, atCounty), "")));
        }
        var waiting = file(3, first, persons, 10, name("身份证上是另一个字，建档时写成了同音字"));
        if (waiting != null) {
            at(
                    2,
                    () -> act(
                            town,
                            supplement,
                            new AskSupplement.Command(id(town), open(town, waiting), "请补身份证正反面照片，和户口簿本人页")));
        }
        file(1, first, persons, 11, phone("13824055667", "换了号码，本人到站里说的"));
        file(1, second, persons, 7, phone("13929012321", "旧号是儿子的，改成本人的"));
    }

    private @Nullable UUID file(
            int daysAgo, Actor.Office clerk, List<DemoPeople.Made> persons, int number, CorrectionRequest request) {
        var one = persons.stream()
                .filter(made -> made.clerk().equals(clerk) && made.partner() == null)
                .skip(number)
                .findFirst();
        return one.map(made -> at(daysAgo, () -> {
                    var command = new AskCorrection.Command(id(clerk), made.id(), request, "本人到站口述，不会用手机");
                    return acts.perform(clerk, ask, command) instanceof Applied.Asked(var file) ? file : null;
                }))
                .orElse(null);
    }

    private static CorrectionRequest phone(String number, String ground) {
        return new CorrectionRequest(null, null, number, null, null, null, ground);
    }

    private static CorrectionRequest name(String ground) {
        return new CorrectionRequest("陈镇邦", null, null, null, null, null, ground);
    }

    private AnswerTask.Command agree(Actor.Office actor, UUID file, String opinion) {
        return new AnswerTask.Command(id(actor), open(actor, file), Verdict.AGREE, opinion, null);
    }

    private AnswerTask.Command against(Actor.Office actor, UUID file, String opinion) {
        return new AnswerTask.Command(id(actor), open(actor, file), Verdict.AGAINST, opinion, null);
    }

    private UUID open(Actor.Office actor, UUID file) {
        return transactions.read(actor, () -> cases.tasks(file)).stream()
                .filter(Task::isOpen)
                .map(Task::id)
                .findFirst()
                .orElseThrow();
    }

    private static CommandId id(Actor actor) {
        return CommandId.fresh(actor);
    }

    private <C extends Command, O extends Outcome> UUID act(Actor actor, Act<C, O> act, C command) {
        if (acts.perform(actor, act, command) instanceof Outcome.Done done) {
            return done.subject();
        }
        throw new IllegalStateException("the demo's case does not go on: " + command);
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
