package org.rongyi.care.relief;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.rule.Household;
import org.rongyi.care.relief.rule.Mode;
import org.rongyi.care.relief.rule.Situation;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.person.Files;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.Act.Command;
import org.rongyi.platform.act.Act.Outcome;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.AcceptCase;
import org.rongyi.platform.approval.AnswerTask;
import org.rongyi.platform.approval.AskRecheck;
import org.rongyi.platform.approval.CaseFile;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.approval.TaskOutcome;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.kernel.Actor;
import org.springframework.context.ApplicationContext;

/** Applications for hardship aid in the small county, and what its desks do with them. */
public final class HardshipCases {

    public final Actor.Office village;
    public final Actor.Office town;
    public final Actor.Office county;
    public final LocalDate today;

    private final ApplicationContext program;
    private final Acts acts;
    private final Cases cases;
    private final Transactions transactions;
    private @Nullable UUID fund;

    public HardshipCases(ApplicationContext program) {
        this(program, "cun", "zhen", "juzhang");
    }

    /** Of another place, by the names its people sign in with. */
    HardshipCases(ApplicationContext program, String village, String town, String county) {
        this.program = program;
        this.acts = program.getBean(Acts.class);
        this.cases = program.getBean(Cases.class);
        this.transactions = program.getBean(Transactions.class);
        this.village = TestCounty.office(program, village);
        this.town = TestCounty.office(program, town);
        this.county = TestCounty.office(program, county);
        today = LocalDate.now(program.getBean(Clock.class));
    }

    /** Three people with 60,000 a year, 6,000 of it 优抚, who bore 62,000 of an accident: 114 %, the third band, 3,000 in 肇庆. */
    public static AidRequest request(LocalDate today) {
        return request(today, "骑车被撞，住院手术，自付三万多", "右腿胫骨骨折", "6228480000001234567");
    }

    /** The same in other words. */
    public static AidRequest request(LocalDate today, String happened, String diagnosis, String account) {
        return new AidRequest(
                Situation.ACCIDENT,
                today.minusDays(20),
                happened,
                diagnosis,
                new Household(3, 6_000_000, 600_000, 8_200_000, 2_000_000),
                "",
                Set.of(Mode.MONEY),
                Set.of("FORM", "IDENTITY"),
                new AidRequest.Account("农业银行", account));
    }

    public UUID person(String name) {
        return new Files(program).register(village, name, Files.number(), null);
    }

    Applied ask(UUID person, AidRequest request, UUID need) {
        return perform(village, new AskAid.Command(CommandId.fresh(village), person, request, "行动不便，村里代办", need, null));
    }

    public UUID asked(UUID person) {
        return ((Applied.Asked) ask(person, request(today), null)).subject();
    }

    public void accepted(UUID id) {
        done(town, id, task -> new AcceptCase.Command(CommandId.fresh(town), task, ""));
    }

    /** Accepted and checked by two people, no 公示. */
    public void reviewed(UUID id) {
        accepted(id);
        done(town, id, task -> review(task, checked(), false, "涉及家庭隐私"));
    }

    Map<String, List<String>> checked() {
        return Map.of(
                "checkOn", List.of(today.toString()),
                "visitors", List.of(town.name() + "、村委会陈国强"),
                "found", List.of("家里三口人，腿打着石膏"));
    }

    AnswerTask.Command review(UUID task, Map<String, List<String>> fields, Boolean publish, String unpublished) {
        return new AnswerTask.Command(
                CommandId.fresh(town),
                task,
                Verdict.AGREE,
                "情况属实",
                null,
                new AnswerTask.Given(fields, publish, unpublished));
    }

    AnswerTask.Command decide(UUID task, String amount, String deviation) {
        if (fund == null) {
            fund = new HardshipFunds(program).budget(1_000_000);
        }
        return decide(task, amount, deviation, fund.toString());
    }

    AnswerTask.Command decide(UUID task, String amount, String deviation, String payer) {
        var fields = Map.of(
                "modes", List.of("MONEY"),
                "amount", List.of(amount),
                "payer", List.of(payer),
                "deviation", List.of(deviation));
        return new AnswerTask.Command(
                CommandId.fresh(county), task, Verdict.AGREE, "", null, new AnswerTask.Given(fields, null, ""));
    }

    public void done(Actor.Office actor, UUID id, Function<UUID, Command> command) {
        assertThat((Object) perform(actor, command.apply(open(id).id()))).isEqualTo(new TaskOutcome.Done(id));
    }

    /** A 复核 by the city: what was decided is decided again. */
    void overturned(UUID id) {
        var asked = this.<AskRecheck.Outcome>perform(
                village, new AskRecheck.Command(CommandId.fresh(village), id, "自付算少了", "本人到场"));
        var recheck = ((AskRecheck.Outcome.Asked) asked).subject();
        var city = TestCounty.office(program, "shi");
        var chief = TestCounty.office(program, "shiling");
        done(city, recheck, task -> new AcceptCase.Command(CommandId.fresh(city), task, ""));
        done(city, recheck, task -> overturn(city, task));
        done(chief, recheck, task -> overturn(chief, task));
    }

    private static AnswerTask.Command overturn(Actor.Office actor, UUID task) {
        return new AnswerTask.Command(CommandId.fresh(actor), task, Verdict.AGREE, "两张发票漏算", null);
    }

    @SuppressWarnings("unchecked") // each command names its act
    <O extends Outcome> O perform(Actor actor, Command command) {
        var act = program.getBean(command.getClass().getEnclosingClass());
        return (O) acts.perform(actor, (Act<Command, Outcome>) act, command);
    }

    public Task open(UUID id) {
        return transactions.read(county, () -> cases.tasks(id)).stream()
                .filter(Task::isOpen)
                .findFirst()
                .orElseThrow();
    }

    public CaseFile read(UUID id) {
        return transactions.read(county, () -> cases.find(id)).orElseThrow();
    }
}
