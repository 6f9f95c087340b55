package org.rongyi.people.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.Act.Command;
import org.rongyi.platform.act.Act.Outcome;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.AcceptCase;
import org.rongyi.platform.approval.AnswerTask;
import org.rongyi.platform.approval.CaseFile;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.approval.TaskOutcome;
import org.rongyi.platform.approval.WithdrawCase;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.approval.route.Position.Result;
import org.rongyi.platform.approval.route.Position.State;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RongyiTest
@DisplayName("批量同意：好的办成，不成的说明哪一件、为什么，没有办一半的")
class BatchTest extends TwoVillages {

    @Autowired
    private Cases cases;

    @LocalServerPort
    private int port;

    private Actor.Office county;
    private Actor.Office chief;

    @BeforeEach
    void bureau() {
        county = TestCounty.office(program, "xian");
        chief = TestCounty.office(program, "juzhang");
    }

    @Test
    @DisplayName("两件同意并改了档案；冲突的、自己初核过的、撤回了的、还在受理的、没有的各说各的；再点一次什么也不多办")
    void theGoodOnesAreDoneAndTheOthersSayWhy() {
        var one = ready("批一", named("批一改"), county);
        var two = ready("批二", named("批二改"), county);
        var taken = Files.number();
        files.register(here, "批有号", taken, null);
        var clash = ready("批冲突", new CorrectionRequest(null, taken.value(), null, null, null, null, "号码登记错了"), county);
        var mine = ready("批自核", named("批自核改"), chief);
        var gone = ready("批撤回", named("批撤回改"), county);
        var waiting = task(gone);
        perform(here, new WithdrawCase.Command(CommandId.fresh(here), gone, "不改了"));
        var early = filed("批未受理", named("批未受理改"));
        var chosen = List.of(task(one), task(two), task(clash), task(mine), waiting, task(early), UUID.randomUUID());
        var form = Ids.next();
        var browser = Browser.signedIn(port, TestCounty.ensure(program).get("juzhang"));
        assertThat(browser.get("/tasks").body())
                .contains("/tasks/batch", task(one).toString());

        var said = batch(browser, form, chosen);
        assertThat(said).contains("已办 2 件", "5 件没有办成", "有一件没有找到");
        assertThat(said).contains(number(clash) + "这个身份证号在本单位服务范围内已有另一份档案");
        assertThat(said).contains(number(mine) + "您办过“县级初核”");
        assertThat(said).contains(number(gone) + "已经办过");
        assertThat(said).contains(number(early) + "这一步要逐件办");
        for (var done : List.of(one, two)) {
            assertThat(read(done).result()).isEqualTo(Result.AGREED);
        }
        assertThat(name(one)).isEqualTo("批一改");
        assertThat(read(clash).state()).as("没有办一半").isEqualTo(State.HANDLING);
        assertThat(read(clash).decision().on()).isNull();
        assertThat(transactions.read(county, () -> cases.events(clash)))
                .noneMatch(event -> event.what().startsWith("县级核定"));
        assertThat(read(mine).state()).isEqualTo(State.HANDLING);

        assertThat(batch(browser, form, List.of(task(clash), task(mine)))).contains("已办 0 件", "2 件没有办成");
        assertThat(transactions.read(county, () -> cases.events(one)))
                .filteredOn(event -> event.what().startsWith("县级核定"))
                .hasSize(1);
    }

    private String batch(Browser browser, UUID form, List<UUID> tasks) {
        var fields = new ArrayList<String>();
        fields.add("_command=" + form);
        fields.add("_post=" + chief.post());
        tasks.forEach(task -> fields.add("task=" + task));
        var answer = browser.postRaw("/tasks/batch", String.join("&", fields));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return browser.get(URI.create(answer.headers().firstValue("location").orElseThrow())
                        .getPath())
                .body();
    }

    /** Waits for 县级核定, reviewed by somebody. */
    private UUID ready(String name, CorrectionRequest request, Actor.Office reviewer) {
        var file = filed(name, request);
        perform(town, new AcceptCase.Command(CommandId.fresh(town), task(file), ""));
        assertThat(perform(
                        reviewer,
                        new AnswerTask.Command(CommandId.fresh(reviewer), task(file), Verdict.AGREE, "", null)))
                .isEqualTo(new TaskOutcome.Done(file));
        return file;
    }

    private UUID filed(String name, CorrectionRequest request) {
        var person = files.register(here, name, Files.number(), null);
        var command = new AskCorrection.Command(CommandId.fresh(here), person, request, "本人到场");
        return ((Applied.Asked) perform(here, command)).subject();
    }

    private static CorrectionRequest named(String name) {
        return new CorrectionRequest(name, null, null, null, null, null, "建档时写错，有身份证");
    }

    private UUID task(UUID file) {
        return transactions.read(county, () -> cases.tasks(file)).stream()
                .filter(Task::isOpen)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private CaseFile read(UUID id) {
        return transactions.read(county, () -> cases.find(id)).orElseThrow();
    }

    private String number(UUID id) {
        return read(id).number();
    }

    private String name(UUID id) {
        return transactions
                .read(here, () -> file.find(read(id).person()))
                .orElseThrow()
                .name();
    }

    @SuppressWarnings("unchecked") // each command names its act
    private Outcome perform(Actor actor, Command command) {
        var act = program.getBean(command.getClass().getEnclosingClass());
        return acts.perform(actor, (Act<Command, Outcome>) act, command);
    }
}
