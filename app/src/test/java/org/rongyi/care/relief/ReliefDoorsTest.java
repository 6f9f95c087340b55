package org.rongyi.care.relief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.care.need.Needs;
import org.rongyi.care.relief.emergency.AskEmergency;
import org.rongyi.care.relief.emergency.EmergencyCases;
import org.rongyi.care.visit.RecordVisit;
import org.rongyi.care.visit.Result;
import org.rongyi.care.visit.Sent;
import org.rongyi.care.visit.VisitContent;
import org.rongyi.care.visit.VisitFile;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.TaskOutcome;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("从走访、从诉求开始申请：说过的不再写，诉求接下、办结有答复，两头连着；填过的家庭和卡号不再问；一事一批，不成批办")
class ReliefDoorsTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();
    private HardshipCases aid;
    private Browser clerk;

    @BeforeEach
    void desks() {
        personas = TestCounty.ensure(program);
        aid = new HardshipCases(program);
        clerk = as("cun");
    }

    @Test
    @DisplayName("从走访：走访页有门，表里写着谈过的话；申请以后，门通到办件")
    void fromAVisit() {
        var person = aid.person("走访起");
        var visit = visited(person);
        var page = clerk.get("/visits/" + visit.id()).body();
        assertThat(page)
                .contains("/persons/" + person + "/aid?visit=" + visit.id())
                .contains("/persons/" + person + "/emergency?visit=" + visit.id());
        assertThat(clerk.get("/persons/" + person + "/aid?visit=" + visit.id()).body())
                .contains("骑车摔伤，家里没有钱交押金");
        assertThat(clerk.get("/persons/" + person + "/emergency?visit=" + visit.id())
                        .body())
                .contains("骑车摔伤，家里没有钱交押金");
        var hardship = subject(aid.perform(
                aid.village,
                new AskAid.Command(
                        CommandId.fresh(aid.village),
                        person,
                        HardshipCases.request(aid.today),
                        "行动不便，村里代办",
                        null,
                        visit.id())));
        var urgent = subject(aid.perform(
                aid.village,
                new AskEmergency.Command(
                        CommandId.fresh(aid.village),
                        person,
                        EmergencyCases.request(aid.today),
                        "行动不便，村里代办",
                        null,
                        visit.id(),
                        null)));
        assertThat(clerk.get("/visits/" + visit.id()).body())
                .contains("/cases/" + hardship, "/cases/" + urgent)
                .doesNotContain("/aid?visit=", "/emergency?visit=");
    }

    @Test
    @DisplayName("从诉求：接下时就算已接，决定时答复，诉求页通到办件，办件不同意的也答复")
    void fromANeed() {
        var person = aid.person("诉求起");
        var need = visited(person).needs().getFirst().id();
        var page = clerk.get("/needs/" + need).body();
        assertThat(page)
                .contains("/persons/" + person + "/aid?need=" + need)
                .contains("/persons/" + person + "/emergency?need=" + need);
        assertThat(clerk.get("/persons/" + person + "/aid?need=" + need).body()).contains("想申请困难补助");
        var id = subject(aid.ask(person, HardshipCases.request(aid.today), need));
        assertThat(clerk.get("/needs/" + need).body()).contains("已代为申请困难帮扶援助", "/cases/" + id);
        aid.reviewed(id);
        aid.done(aid.county, id, task -> aid.decide(task, "3000", ""));
        assertThat(clerk.get("/needs/" + need).body())
                .contains("/cases/" + id, aid.read(id).number());
        assertThat(transactions.read(
                        aid.village, () -> program.getBean(Needs.class).findUnanswered(need)))
                .as("答复了")
                .isEmpty();
    }

    @Test
    @DisplayName("应急救助从诉求：接下，诉求页通到办件")
    void theEmergencyFromANeed() {
        var person = aid.person("诉求急");
        var need = visited(person).needs().getFirst().id();
        var id = subject(aid.perform(
                aid.village,
                new AskEmergency.Command(
                        CommandId.fresh(aid.village),
                        person,
                        EmergencyCases.request(aid.today),
                        "本人住院，村里代办",
                        need,
                        null,
                        null)));
        assertThat(clerk.get("/needs/" + need).body()).contains("已代为申请应急救助", "/cases/" + id);
    }

    @Test
    @DisplayName("已知的不再问：第二张申请表、由帮扶转来的应急表，家庭收入填好了，卡号只写尾号，留空就照原来的")
    void whatIsKnownIsNotAskedAgain() {
        var person = aid.person("不再问");
        var id = subject(aid.ask(person, HardshipCases.request(aid.today), null));
        aid.reviewed(id);
        aid.done(aid.county, id, task -> aid.decide(task, "3000", ""));
        var second = clerk.get("/persons/" + person + "/aid").body();
        assertThat(second).contains("农业银行 尾号 4567", "value=\"60000").doesNotContain("6228480000001234567");
        var urgent = clerk.get("/persons/" + person + "/emergency?aid=" + id).body();
        assertThat(urgent)
                .contains("农业银行 尾号 4567", "value=\"60000", "value=\"82000", "骑车被撞，住院手术，自付三万多")
                .doesNotContain("6228480000001234567", "右腿胫骨骨折");
    }

    @Test
    @DisplayName("一事一批：困难帮扶援助的待办没有勾选框；硬要成批同意，一件也没有办，照旧等着")
    void oneDecisionForOneMatter() {
        var id = subject(aid.ask(aid.person("一事一批"), HardshipCases.request(aid.today), null));
        assertThat(aid.read(id).route().steps()).noneMatch(step -> step.batch());
        aid.accepted(id);
        assertThat(inABatch("zhen", aid.open(id).id())).contains("这一步要逐件办");
        assertThat(aid.open(id).zh()).isEqualTo("镇街审核");
        aid.done(aid.town, id, task -> aid.review(task, aid.checked(), false, "涉及家庭隐私"));
        var task = aid.open(id).id();
        assertThat(inABatch("juzhang", task)).contains("这一步要逐件办");
        assertThat(aid.open(id).id()).isEqualTo(task);
        assertThat(aid.read(id).result()).isNull();
        assertThat((Object) aid.perform(aid.county, aid.decide(task, "3000", "")))
                .isEqualTo(new TaskOutcome.Done(id));
    }

    private String inABatch(String persona, UUID task) {
        var browser = as(persona);
        assertThat(browser.get("/tasks").body()).doesNotContain("value=\"" + task + "\"");
        var sent = browser.post(
                "/tasks/batch",
                Map.of(
                        "task",
                        task.toString(),
                        "_command",
                        Ids.next().toString(),
                        "_post",
                        browser.postOf("/tasks/" + task)));
        assertThat(sent.statusCode()).isEqualTo(303);
        return browser.get("/tasks").body();
    }

    private VisitFile.View visited(UUID person) {
        var content = new VisitContent(
                Map.of(person, Result.MET),
                aid.today,
                "REGULAR",
                "HOME",
                Set.of(Sent.POLICY),
                "",
                "骑车摔伤，家里没有钱交押金",
                List.of(new Needs.Asked("RELIEF", "想申请困难补助")));
        var recorded = aid.<RecordVisit.Outcome>perform(
                aid.village, new RecordVisit.Command(CommandId.fresh(aid.village), content, List.of(), false, false));
        var visit = ((RecordVisit.Outcome.Recorded) recorded).subject();
        return transactions.read(
                aid.village, () -> program.getBean(VisitFile.class).find(visit).orElseThrow());
    }

    private static UUID subject(Applied applied) {
        return ((Applied.Asked) applied).subject();
    }

    private Browser as(String persona) {
        return Browser.signedIn(port, Objects.requireNonNull(personas.get(persona)));
    }
}
