package org.rongyi.care.relief.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.rongyi.care.relief.AidRequest.Account;
import org.rongyi.care.relief.emergency.rule.Kind;
import org.rongyi.care.relief.rule.Facts.Known;
import org.rongyi.care.relief.rule.Household;
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
import org.rongyi.platform.approval.CaseFile;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.approval.TaskOutcome;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.kernel.Actor;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Applications for emergency aid in the small county, and what its desks do with them, up to the province. */
public final class EmergencyCases {

    public final Actor.Office village;
    public final Actor.Office town;
    public final Actor.Office county;
    public final Actor.Office city;
    public final Actor.Office province;
    public final LocalDate today;

    private final ApplicationContext program;
    private final Acts acts;
    private final Cases cases;
    private final Transactions transactions;

    public EmergencyCases(ApplicationContext program) {
        this(program, "cun", "zhen", "juzhang");
    }

    /** Of another place, by the names its people sign in with; city and province are the county's still. */
    EmergencyCases(ApplicationContext program, String village, String town, String county) {
        this.program = program;
        this.acts = program.getBean(Acts.class);
        this.cases = program.getBean(Cases.class);
        this.transactions = program.getBean(Transactions.class);
        this.village = TestCounty.office(program, village);
        this.town = TestCounty.office(program, town);
        this.county = TestCounty.office(program, county);
        city = TestCounty.office(program, "shi");
        province = TestCounty.office(program, "sheng");
        today = LocalDate.now(program.getBean(Clock.class));
    }

    /** Three people with 60,000 a year, 6,000 of it 优抚, who bore 62,000 of a fire: 114 %, the second band, 20,000. */
    public static EmergencyRequest request(LocalDate today) {
        return request(today.minusDays(20), Known.YES, 82_000);
    }

    static EmergencyRequest request(LocalDate occurred, Known other, long spentYuan) {
        return new EmergencyRequest(
                Kind.EVENT,
                occurred,
                "夜里失火，房屋烧毁",
                "烧伤，双手植皮",
                other,
                new Household(3, 6_000_000, 600_000, spentYuan * 100, 2_000_000),
                Set.of("FORM", "IDENTITY"),
                new Account("农业银行", "6228480000001234567"));
    }

    UUID person(String name) {
        return new Files(program).register(village, name, Files.number(), null);
    }

    Applied ask(Actor actor, UUID person, EmergencyRequest request) {
        var ground = actor instanceof Actor.Office ? "本人住院，村里代办" : null;
        return perform(
                actor, new AskEmergency.Command(CommandId.fresh(actor), person, request, ground, null, null, null));
    }

    public UUID asked(String name) {
        return ((Applied.Asked) ask(village, person(name), request(today))).subject();
    }

    Map<String, List<String>> checked() {
        return Map.of(
                "checkOn", List.of(today.toString()),
                "visitors", List.of(village.name() + "、村委会陈国强"),
                "found", List.of("房子只剩墙，一家住在祠堂"),
                "registered", List.of("YES"),
                "otherAid", List.of("YES"));
    }

    void accepted(UUID id) {
        done(village, id, task -> new AcceptCase.Command(CommandId.fresh(village), task, ""));
    }

    /** Accepted, visited by two, hung in the village for its days, reviewed by the town. */
    void toTheCounty(UUID id) {
        accepted(id);
        done(village, id, task -> answer(village, task, Verdict.AGREE, checked()));
        over(id);
        done(town, id, task -> answer(town, task, Verdict.AGREE, Map.of()));
    }

    /** The days of the 公示 are over. */
    public void over(UUID id) {
        program.getBean("jobJdbc", JdbcClient.class)
                .sql("update approval.task set due_on = :on where id = :id")
                .param("on", today.minusDays(1))
                .param("id", open(id).id())
                .update();
        assertThat(transactions.write(town, () -> cases.endPublication(id))).isTrue();
    }

    /** Decided by the county and collected by the city: it waits for the province. */
    public void toTheProvince(UUID id, String yuan) {
        toTheCounty(id);
        done(county, id, task -> decide(task, yuan, "家中没有别的劳力"));
        done(city, id, task -> answer(city, task, Verdict.AGREE, Map.of()));
    }

    AnswerTask.Command decide(UUID task, String yuan, String deviation) {
        return answer(county, task, Verdict.AGREE, Map.of("amount", List.of(yuan), "deviation", List.of(deviation)));
    }

    public static AnswerTask.Command answer(
            Actor.Office by, UUID task, Verdict verdict, Map<String, List<String>> fields) {
        return new AnswerTask.Command(
                CommandId.fresh(by), task, verdict, "", null, new AnswerTask.Given(fields, null, ""));
    }

    void done(Actor.Office actor, UUID id, Function<UUID, Command> command) {
        assertThat((Object) perform(actor, command.apply(open(id).id()))).isEqualTo(new TaskOutcome.Done(id));
    }

    @SuppressWarnings("unchecked") // each command names its act
    public <O extends Outcome> O perform(Actor actor, Command command) {
        var act = program.getBean(command.getClass().getEnclosingClass());
        return (O) acts.perform(actor, (Act<Command, Outcome>) act, command);
    }

    public Task open(UUID id) {
        return transactions.read(province, () -> cases.tasks(id)).stream()
                .filter(Task::isOpen)
                .findFirst()
                .orElseThrow();
    }

    CaseFile read(UUID id) {
        return transactions.read(province, () -> cases.find(id)).orElseThrow();
    }
}
