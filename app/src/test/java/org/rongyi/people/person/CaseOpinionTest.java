package org.rongyi.people.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.AcceptCase;
import org.rongyi.platform.approval.AskOpinion;
import org.rongyi.platform.approval.AskSupplement;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.approval.DeclineCase;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.approval.TaskOutcome;
import org.rongyi.platform.approval.Whom;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.approval.route.Position.State;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("征求意见：被问的人只提意见")
class CaseOpinionTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Acts acts;

    @Autowired
    private Cases cases;

    @Autowired
    private Transactions transactions;

    @Test
    @DisplayName("被征求意见的单位不能替人受理、不予受理、通知补正")
    void whoIsAskedDoesNotDecide() {
        var village = TestCounty.office(program, "cun");
        var town = TestCounty.office(program, "zhen");
        var county = TestCounty.office(program, "xian");
        var person = new Files(program).register(village, "何征询", Files.number(), null);
        var request = new CorrectionRequest("何征", null, null, null, null, null, "建档时写错");
        var asked = acts.perform(
                village,
                program.getBean(AskCorrection.class),
                new AskCorrection.Command(CommandId.fresh(village), person, request, "本人到场口述"));
        var id = ((Applied.Asked) asked).subject();
        var toCounty = new Whom.Target(county.unit(), null);
        acts.perform(
                town,
                program.getBean(AskOpinion.class),
                new AskOpinion.Command(CommandId.fresh(town), open(county, id, Task.Kind.SEAT), toCounty, "请核对退役档案"));
        var opinion = open(county, id, Task.Kind.OPINION);

        assertThat(acts.perform(
                        county,
                        program.getBean(AcceptCase.class),
                        new AcceptCase.Command(CommandId.fresh(county), opinion, "")))
                .isInstanceOf(TaskOutcome.NotNow.class);
        assertThat(acts.perform(
                        county,
                        program.getBean(DeclineCase.class),
                        new DeclineCase.Command(CommandId.fresh(county), opinion, "不归我们办")))
                .isInstanceOf(TaskOutcome.NotNow.class);
        assertThat(acts.perform(
                        county,
                        program.getBean(AskSupplement.class),
                        new AskSupplement.Command(CommandId.fresh(county), opinion, "请补户口簿")))
                .isInstanceOf(TaskOutcome.NotNow.class);
        var seat = open(county, id, Task.Kind.SEAT);
        assertThat(acts.perform(
                        town,
                        program.getBean(AcceptCase.class),
                        new AcceptCase.Command(CommandId.fresh(town), seat, "")))
                .as("问了别人，答复之前不受理")
                .isInstanceOf(TaskOutcome.Unanswered.class);
        assertThat(transactions.read(county, () -> cases.find(id)).orElseThrow().state())
                .isEqualTo(State.RECEIVED);
    }

    private UUID open(Actor.Office reader, UUID id, Task.Kind kind) {
        return transactions.read(reader, () -> cases.tasks(id)).stream()
                .filter(task -> task.isOpen() && task.kind() == kind)
                .map(Task::id)
                .findFirst()
                .orElseThrow();
    }
}
