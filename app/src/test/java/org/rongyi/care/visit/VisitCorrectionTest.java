package org.rongyi.care.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.need.NeedState;
import org.rongyi.care.need.Needs;
import org.rongyi.people.person.Category;
import org.rongyi.people.person.Files;
import org.rongyi.people.person.RegisterPerson;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.database.BusinessClock;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@RongyiTest
@DisplayName("更正、撤回走访")
class VisitCorrectionTest extends VillageClerk {

    @Autowired
    private CorrectVisit correctVisit;

    @Autowired
    private WithdrawVisit withdrawVisit;

    @Test
    @DisplayName("更正为未遇，数字随之减去；历史留下原记录和理由")
    void aCorrectionTakesBackWhatWasCounted() {
        var person = register(clerk, null);
        var before = counts(VisitKinds.CONTACT, VisitKinds.VISIT);
        var visit = recorded(Map.of(person, Result.MET), "HOME");
        var outcome = acts.perform(
                clerk,
                correctVisit,
                new CorrectVisit.Command(
                        CommandId.fresh(clerk),
                        visit,
                        1,
                        content(Map.of(person, Result.NOT_IN), "HOME", today),
                        "记错了人"));
        assertThat(outcome).isInstanceOf(CorrectVisit.Outcome.Corrected.class);
        assertThat(counts(VisitKinds.CONTACT, VisitKinds.VISIT)).isEqualTo(before);
        var view = view(visit);
        assertThat(view.version()).isEqualTo(2);
        assertThat(view.changes()).singleElement().satisfies(change -> {
            assertThat(change.reason()).isEqualTo("记错了人");
            assertThat(change.before().attendees()).singleElement().asString().endsWith("见到");
        });
    }

    @Test
    @DisplayName("两人同时更正，后到的被告知，不覆盖先到的")
    void theSecondToCorrectIsTold() {
        var person = register(clerk, null);
        var visit = recorded(Map.of(person, Result.MET), "HOME");
        correct(visit, 1, person);
        assertThat(correct(visit, 1, person)).isInstanceOf(CorrectVisit.Outcome.Stale.class);
    }

    @Test
    @DisplayName("撤回后数字复原，未答复的需求一并撤销，不能再撤第二次")
    void aWithdrawalCountsNoLonger() {
        var person = register(clerk, null);
        var before = counts(VisitKinds.CONTACT, VisitKinds.VISIT);
        var visit = recorded(Map.of(person, Result.MET), "HOME");
        assertThat(view(visit).needs()).hasSize(1);
        assertThat(withdraw(visit, 1, "重复登记")).isInstanceOf(WithdrawVisit.Outcome.Withdrawn.class);
        assertThat(counts(VisitKinds.CONTACT, VisitKinds.VISIT)).isEqualTo(before);
        assertThat(view(visit).needs()).isEmpty();
        assertThat(withdraw(visit, 2, "再撤一次")).isInstanceOf(WithdrawVisit.Outcome.AlreadyWithdrawn.class);
    }

    @Test
    @DisplayName("更正别的内容，没改过的需求还是那一项；改了字的撤旧立新")
    void aCorrectionKeepsTheNeedItSaysAgain() {
        var person = register(clerk, null);
        var visit = recorded(Map.of(person, Result.MET), "HOME");
        var need = view(visit).needs().getFirst();
        correctTo(visit, 1, content(Map.of(person, Result.MET), "PHONE", today));
        assertThat(view(visit).needs()).containsExactly(need);
        correctTo(visit, 2, asking(person, List.of(new Needs.Asked("JOB", "想学电工"))));
        assertThat(view(visit).needs()).singleElement().satisfies(now -> {
            assertThat(now.id()).isNotEqualTo(need.id());
            assertThat(now.text()).isEqualTo("想学电工");
        });
    }

    @Test
    @DisplayName("已有帮扶在办或已答复的需求，更正、撤回都不动它，也不重复")
    void whatIsAtWorkOrAnsweredSurvivesEveryCorrection() {
        var person = register(clerk, null);
        var visit = recorded(Map.of(person, Result.MET), "HOME");
        var need = view(visit).needs().getFirst().id();
        var needs = program.getBean(Needs.class);
        transactions.write(clerk, () -> {
            needs.takeUp(need, "已代为申请困难帮扶援助", "张镇");
            return true;
        });
        correctTo(visit, 1, content(Map.of(person, Result.MET), "PHONE", today));
        correctTo(visit, 2, asking(person, List.of()));
        assertThat(view(visit).needs()).singleElement().satisfies(now -> {
            assertThat(now.id()).isEqualTo(need);
            assertThat(now.state()).isEqualTo(NeedState.ACCEPTED);
            assertThat(now.isFixed()).isTrue();
        });
        transactions.write(clerk, () -> {
            needs.answer(need, "已发放", "张镇");
            return true;
        });
        correctTo(visit, 3, content(Map.of(person, Result.MET), "HOME", today));
        withdraw(visit, 4, "重复登记");
        assertThat(view(visit).needs()).extracting(Needs.Opened::state).containsExactly(NeedState.ANSWERED);
    }

    private void correctTo(UUID visit, int version, VisitContent content) {
        assertThat(acts.perform(
                        clerk,
                        correctVisit,
                        new CorrectVisit.Command(CommandId.fresh(clerk), visit, version, content, "更正")))
                .isInstanceOf(CorrectVisit.Outcome.Corrected.class);
    }

    private VisitContent asking(UUID person, List<Needs.Asked> asked) {
        var plain = content(Map.of(person, Result.MET), "HOME", today);
        return new VisitContent(
                plain.results(),
                plain.happenedOn(),
                plain.kind(),
                plain.mode(),
                plain.sent(),
                plain.brought(),
                plain.said(),
                asked);
    }

    @Test
    @DisplayName("截至某日入账的名单是那天的样子：后来更正、撤回、补录的都不改变它")
    void theListOfADayIsThatOfTheDay() throws Exception {
        var twoDaysAgo = today.minusDays(2);
        var met = register(clerk, null);
        var made = new AtomicReference<RecordVisit.Outcome>();
        BusinessClock.at(
                twoDaysAgo.atTime(9, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant(),
                () -> made.set(record(content(Map.of(met, Result.MET), "HOME", twoDaysAgo))));
        var corrected = ((RecordVisit.Outcome.Recorded) made.get()).subject();
        var later = recorded(Map.of(register(clerk, null), Result.MET), "HOME");
        var person = view(corrected).people().getFirst().personId();
        correctTo(corrected, 1, content(Map.of(person, Result.NOT_IN), "HOME", today));
        var then = list("/visits?counted=visit&asOf=" + today.minusDays(1));
        assertThat(then).contains("/visits/" + corrected).doesNotContain("/visits/" + later);
        assertThat(list("/visits?counted=visit")).contains("/visits/" + later).doesNotContain("/visits/" + corrected);
        withdraw(later, 1, "重复登记");
        assertThat(list("/visits?withdrawn=true")).contains("/visits/" + later);
    }

    private String list(String path) throws Exception {
        return MockMvcBuilders.webAppContextSetup((WebApplicationContext) program)
                .build()
                .perform(get(path).requestAttr(Actor.class.getName(), clerk))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    @DisplayName("电话联系过、没上过门的，在“未上门”里；能按小组、依据再筛")
    void whoWasPhonedAndNeverVisitedIsOnAList() throws Exception {
        var group = "组" + UUID.randomUUID().toString().substring(0, 8);
        var phoned = registered(group);
        var visited = registered(group);
        recorded(Map.of(phoned, Result.MET), "PHONE");
        recorded(Map.of(visited, Result.MET), "HOME");
        var path = "/contacts?which=NOT_VISITED&group=" + group;
        assertThat(list(path)).contains("/persons/" + phoned).doesNotContain("/persons/" + visited);
        assertThat(list(path + "&since=" + today.plusDays(1))).contains("/persons/" + phoned, "/persons/" + visited);
        assertThat(list(path + "&ground=DISABLED")).doesNotContain("/persons/" + phoned);
        long all = countOf("全部", "/contacts?which=ALL");
        long held = countOf("待核实", "/contacts?which=ALL");
        assertThat(countOf("未上门", "/contacts?which=ALL")).isPositive().isLessThan(all - held);
        assertThat(countOf("未上门", "/contacts?which=NOT_VISITED&since=" + today.plusDays(1)))
                .isEqualTo(all - held);
    }

    /** The number that stands at a tab. */
    private long countOf(String tab, String path) throws Exception {
        var found =
                Pattern.compile(tab + "<span class=\"count\">([\\d,]+)</span>").matcher(list(path));
        assertThat(found.find()).as(tab).isTrue();
        return Long.parseLong(found.group(1).replace(",", ""));
    }

    private UUID registered(String group) {
        var outcome = acts.perform(
                clerk,
                program.getBean(RegisterPerson.class),
                new RegisterPerson.Command(
                        CommandId.fresh(clerk),
                        "未上门",
                        Files.number(),
                        "",
                        Set.of(Category.DISCHARGED_SOLDIER),
                        new RegisterPerson.Spot(clerk.unitCode(), "", group),
                        null,
                        null));
        return ((RegisterPerson.Outcome.Registered) outcome).subject();
    }

    @Test
    @DisplayName("没有理由不能更正，也不能撤回")
    void aReasonIsRequired() {
        var visit = recorded(Map.of(register(clerk, null), Result.MET), "HOME");
        assertThat(withdraw(visit, 1, " ")).isInstanceOf(WithdrawVisit.Outcome.NoReason.class);
    }

    private CorrectVisit.Outcome correct(UUID visit, int version, UUID person) {
        return acts.perform(
                clerk,
                correctVisit,
                new CorrectVisit.Command(
                        CommandId.fresh(clerk),
                        visit,
                        version,
                        content(Map.of(person, Result.AWAY), "HOME", today),
                        "更正结果"));
    }

    private WithdrawVisit.Outcome withdraw(UUID visit, int version, String reason) {
        return acts.perform(
                clerk, withdrawVisit, new WithdrawVisit.Command(CommandId.fresh(clerk), visit, version, reason));
    }
}
