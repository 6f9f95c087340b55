package org.rongyi.people.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.AcceptCase;
import org.rongyi.platform.approval.AnswerTask;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.approval.TaskOutcome;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("岗位代理与办件：代理人和被代理的人，经办、审核算一个人")
class CaseDeputyTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Acts acts;

    @Autowired
    private Cases cases;

    @Autowired
    private Transactions transactions;

    private Files files;
    private Actor.Office village;
    private Actor.Office town;
    private Actor.Office county;
    private Actor.Office chief;

    @BeforeEach
    void desks() {
        village = TestCounty.office(program, "cun");
        town = TestCounty.office(program, "zhen");
        county = TestCounty.office(program, "xian");
        chief = TestCounty.office(program, "juzhang");
        files = new Files(program);
    }

    @Test
    @DisplayName("代人办过的环节，本人和被代理的人都不能再办另一环节；历史里两个人的名字都在")
    void aDeputyAndHisPrincipalCountAsOne() {
        var id = filedBy(village, "钱代理");
        var deputy = inPlaceOf(county, UUID.randomUUID());
        assertThat(answer(deputy, id)).isEqualTo(new TaskOutcome.Done(id));
        for (var one :
                List.of(county, deputy, inPlaceOf(chief, deputy.account()), inPlaceOf(chief, county.account()))) {
            assertThat(answer(one, id)).as(one.name()).isEqualTo(new TaskOutcome.SamePerson("县级初核"));
        }
        assertThat(answer(inPlaceOf(chief, UUID.randomUUID()), id)).isEqualTo(new TaskOutcome.Done(id));
        assertThat(transactions.read(village, () -> cases.events(id)).getLast().who())
                .contains("（代" + chief.name() + "）");
    }

    @Test
    @DisplayName("代人代办提交的，代理人和被代理的人都不能审这一件")
    void whoFiledForSomebodyCountsToo() {
        var deputy = inPlaceOf(village, UUID.randomUUID());
        var id = filedBy(deputy, "孙代办");
        for (var account : List.of(deputy.account(), village.account())) {
            assertThat(answer(inPlaceOf(county, account), id)).isEqualTo(new TaskOutcome.SamePerson("代为提交申请"));
        }
        assertThat(answer(county, id)).isEqualTo(new TaskOutcome.Done(id));
    }

    /** Filed and accepted: it waits for 县级初核. */
    private UUID filedBy(Actor.Office clerk, String name) {
        var person = files.register(village, name, Files.number(), null);
        var wanted = new CorrectionRequest(name + "新", null, null, null, null, null, "建档时写错，有身份证");
        var command = new AskCorrection.Command(CommandId.fresh(clerk), person, wanted, "本人到场，不会用手机");
        var asked = acts.perform(clerk, program.getBean(AskCorrection.class), command);
        var id = ((Applied.Asked) asked).subject();
        var acceptance = new AcceptCase.Command(CommandId.fresh(town), open(id), "");
        assertThat(acts.perform(town, program.getBean(AcceptCase.class), acceptance))
                .isEqualTo(new TaskOutcome.Done(id));
        return id;
    }

    private TaskOutcome answer(Actor.Office actor, UUID id) {
        var command = new AnswerTask.Command(CommandId.fresh(actor), open(id), Verdict.AGREE, "同意", null);
        return acts.perform(actor, program.getBean(AnswerTask.class), command);
    }

    private UUID open(UUID id) {
        return transactions.read(county, () -> cases.tasks(id)).stream()
                .filter(Task::isOpen)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static Actor.Office inPlaceOf(Actor.Office held, UUID deputy) {
        return new Actor.Office(
                deputy,
                "某人（代" + held.name() + "）",
                held.post(),
                held.unit(),
                held.unitName(),
                held.unitCode(),
                held.role(),
                held.level(),
                held.scope(),
                held.account());
    }
}
