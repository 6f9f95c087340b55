package org.rongyi.platform.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.function.Function;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.person.Files;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.Act.Command;
import org.rongyi.platform.act.Act.Outcome;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases of the service that only tests have, and what desks do with them. */
public final class AidCases {

    private static final String NAME = "公示甲";

    public final Actor.Office village;
    public final Actor.Office town;
    public final Actor.Office county;
    public final Actor.Office chief;

    private final ApplicationContext program;
    private final Acts acts;
    private final Cases cases;
    private final Transactions transactions;
    private final JdbcClient everything;

    public AidCases(ApplicationContext program) {
        this.program = program;
        this.acts = program.getBean(Acts.class);
        this.cases = program.getBean(Cases.class);
        this.transactions = program.getBean(Transactions.class);
        this.everything = program.getBean("jobJdbc", JdbcClient.class);
        village = TestCounty.office(program, "cun");
        town = TestCounty.office(program, "zhen");
        county = TestCounty.office(program, "xian");
        chief = TestCounty.office(program, "juzhang");
    }

    /** Somebody of the village applies through its clerk. */
    public UUID filed() {
        var person = new Files(program).register(village, NAME, Files.number(), null);
        var filing =
                new Cases.Filing(AidOfTests.ID, "帮扶援助", person, NAME, village.unitCode(), "本人到场", AidOfTests.MATTER);
        var id = Ids.next();
        assertThat(transactions.write(village, () -> cases.open(village, id, filing)))
                .isEqualTo(new Cases.Opened(id));
        return id;
    }

    /** The same person applies again. */
    UUID filedAgain(UUID before) {
        var file = read(before);
        var filing = new Cases.Filing(
                AidOfTests.ID, "帮扶援助", file.person(), NAME, village.unitCode(), "本人到场", AidOfTests.MATTER);
        var id = Ids.next();
        assertThat(transactions.write(village, () -> cases.open(village, id, filing)))
                .isEqualTo(new Cases.Opened(id));
        return id;
    }

    /** Accepted and reviewed: its notice hangs. */
    public UUID published() {
        var id = filed();
        done(town, id, task -> new AcceptCase.Command(CommandId.fresh(town), task, ""));
        done(county, id, task -> new AnswerTask.Command(CommandId.fresh(county), task, Verdict.AGREE, "", null));
        return id;
    }

    /** Turned down by the county's chief after its notice. */
    public UUID refused() {
        var id = published();
        letDaysPass(id);
        program.getBean(CaseNight.class).endPublications();
        done(chief, id, task -> new AnswerTask.Command(CommandId.fresh(chief), task, Verdict.AGAINST, "未达到严重困难", null));
        return id;
    }

    /** Not taken on: the paper that says so. */
    public UUID declined() {
        var id = filed();
        done(town, id, task -> new DeclineCase.Command(CommandId.fresh(town), task, "不属于受理范围"));
        return everything
                .sql("select id from documents.issued where owner_id = :id and kind = 'BS'")
                .param("id", id)
                .query(UUID.class)
                .single();
    }

    /** The days it hangs are over. */
    public void letDaysPass(UUID id) {
        everything
                .sql(
                        "update approval.task set due_on = due_on - 40 where case_id = :id and kind = 'SEAT' and state = 'OPEN'")
                .param("id", id)
                .update();
    }

    public void done(Actor.Office actor, UUID id, Function<UUID, Command> command) {
        assertThat((Object) perform(actor, command.apply(open(id).id()))).isEqualTo(new TaskOutcome.Done(id));
    }

    @SuppressWarnings("unchecked") // each command names its act
    public <O extends Outcome> O perform(Actor actor, Command command) {
        var act = program.getBean(command.getClass().getEnclosingClass());
        return (O) acts.perform(actor, (Act<Command, Outcome>) act, command);
    }

    /** The one task that waits for a desk on the case's way. */
    public Task open(UUID id) {
        return transactions.read(county, () -> cases.tasks(id)).stream()
                .filter(task -> task.isOpen() && task.kind() != Task.Kind.OBJECTION)
                .findFirst()
                .orElseThrow();
    }

    public CaseFile read(UUID id) {
        return transactions.read(county, () -> cases.find(id)).orElseThrow();
    }
}
