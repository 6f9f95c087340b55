package org.rongyi.care.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.need.AnswerNeed;
import org.rongyi.care.need.NeedState;
import org.rongyi.demo.TestCounty;
import org.rongyi.insight.figures.Recount;
import org.rongyi.people.person.AcceptHandover;
import org.rongyi.people.person.AskHandover;
import org.rongyi.people.person.PlaceKind;
import org.rongyi.people.person.RegisterPerson;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@RongyiTest
@DisplayName("人移交之后：没办完的需求跟着走，走访和数字留在原地")
class HandedOverPersonTest extends VillageClerk {

    private final MockMvc web;

    @Autowired
    private CorrectVisit correctVisit;

    @Autowired
    private WithdrawVisit withdrawVisit;

    @Autowired
    private Recount recount;

    @Autowired
    private Divisions divisions;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    private Actor.Office there;
    private Actor.Office town;
    private UUID person;
    private UUID visit;

    @Autowired
    HandedOverPersonTest(WebApplicationContext context) {
        web = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @BeforeEach
    void somebodyWhoAskedForWork() {
        there = TestCounty.office(program, "cun2");
        town = TestCounty.office(program, "zhen");
        person = register(clerk, null);
        visit = recorded(Map.of(person, Result.MET), "HOME");
    }

    @Test
    @DisplayName("同镇换村：需求归新村，办到哪里还是哪里；原村的走访记录写明转去了哪里")
    void anOpenNeedFollowsItsPerson() throws Exception {
        var need = need();
        answer(town, need, NeedState.ACCEPTED);
        handOver(there.unitCode(), there);
        assertThat(standing(need)).isEqualTo(there.unitCode() + " ACCEPTED");
        open(there, "/needs?state=ACCEPTED").andExpect(shows(need.toString()));
        open(there, "/needs/" + need).andExpect(shows("随人从" + divisions.fullName(clerk.unitCode()) + "转来"));
        open(there, "/persons/" + person).andExpect(shows("/needs/" + need));
        var moved = "随人转到" + divisions.fullName(there.unitCode());
        open(clerk, "/visits/" + visit).andExpect(shows(moved));
        web.perform(as(clerk, "/needs/" + need)).andExpect(status().isGone()).andExpect(shows("由那里答复"));
        open(town, "/needs/" + need).andExpect(shows("/visits/" + visit));
    }

    @Test
    @DisplayName("换了镇街：那里还没有人受理过，重新待受理；已答复的留在原地")
    void inAnotherTownItWaitsAgain() {
        var waiting = need();
        answer(town, waiting, NeedState.ACCEPTED);
        var answered = need(recorded(Map.of(person, Result.MET), "PHONE"));
        answer(town, answered, NeedState.ANSWERED);
        var county = TestCounty.office(program, "xian");
        var farTown = divisions.children(county.unitCode(), today).stream()
                .filter(one -> !one.code().equals(town.unitCode()))
                .flatMap(one -> divisions.children(one.code(), today).stream())
                .findFirst()
                .orElseThrow()
                .code();
        handOver(farTown, county);
        assertThat(standing(waiting)).isEqualTo(farTown + " OPEN");
        assertThat(standing(answered)).isEqualTo(clerk.unitCode() + " ANSWERED");
    }

    @Test
    @DisplayName("原村撤回走访：转走的需求一并撤销，新村的应联系日也随之更新")
    void withdrawingTheVisitDropsTheNeedWhereItIs() {
        var need = need();
        handOver(there.unitCode(), there);
        assertThat(acts.perform(
                        clerk, withdrawVisit, new WithdrawVisit.Command(CommandId.fresh(clerk), visit, 1, "记错了人")))
                .isInstanceOf(WithdrawVisit.Outcome.Withdrawn.class);
        assertThat(standing(need)).isEqualTo(there.unitCode() + " DROPPED");
        assertThat(view(visit).moved()).isEmpty();
        assertThat(everything
                        .sql("select last_contact_on is null from visit.contact where person_id = :person")
                        .param("person", person)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    @DisplayName("两村的上级更正旧走访：数字仍算在原村，重新提出的需求归新村")
    void aCorrectionAfterwardsCountsWhereHeWasSeen() {
        handOver(there.unitCode(), there);
        var before = counts(VisitKinds.CONTACT, VisitKinds.VISIT);
        var outcome = acts.perform(
                town,
                correctVisit,
                new CorrectVisit.Command(
                        CommandId.fresh(town), visit, 1, content(Map.of(person, Result.MET), "PHONE", today), "方式记错"));
        assertThat(outcome).isInstanceOf(CorrectVisit.Outcome.Corrected.class);
        assertThat(counts(VisitKinds.CONTACT, VisitKinds.VISIT)).isEqualTo(plus(before, 0, -1));
        assertThat(recount.run()).isEmpty();
        assertThat(standing(need())).isEqualTo(there.unitCode() + " OPEN");
    }

    @Test
    @DisplayName("一户两人，一人移交后原村更正慰问金：两人都还在记录里，数字不变，移交的人应联系日照旧")
    void aCorrectionKeepsWhoWasHandedOver() throws Exception {
        var mate = register(clerk, person);
        var both = Map.of(person, Result.MET, mate, Result.MET);
        var shared = recorded(both, "PHONE");
        handOver(there.unitCode(), there);
        open(clerk, "/visits/" + shared + "/correction")
                .andExpect(shows("value=\"" + person + "\" checked"))
                .andExpect(shows("现已不在这一户"));
        var before = counts(VisitKinds.CONTACT, VisitKinds.VISIT);
        var outcome = acts.perform(
                clerk,
                correctVisit,
                new CorrectVisit.Command(CommandId.fresh(clerk), shared, 1, corrected(both), "慰问金记错"));
        assertThat(outcome).isInstanceOf(CorrectVisit.Outcome.Corrected.class);
        assertThat(view(shared).people())
                .extracting(VisitFile.Person::personId)
                .containsExactlyInAnyOrder(person, mate);
        assertThat(counts(VisitKinds.CONTACT, VisitKinds.VISIT)).isEqualTo(before);
        assertThat(recount.run()).isEmpty();
        assertThat(everything
                        .sql("select last_contact_on from visit.contact where person_id = :person")
                        .param("person", person)
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(today);
    }

    private VisitContent corrected(Map<UUID, Result> results) {
        var said = content(results, "PHONE", today);
        return new VisitContent(
                results, today, said.kind(), said.mode(), said.sent(), "慰问金 500 元", said.said(), said.asked());
    }

    private void handOver(DivisionCode to, Actor.Office acceptor) {
        var asked = acts.perform(
                clerk,
                program.getBean(AskHandover.class),
                new AskHandover.Command(
                        CommandId.fresh(clerk),
                        person,
                        new RegisterPerson.Spot(to, "8号", "二组"),
                        PlaceKind.RESIDENCE,
                        "已搬去居住"));
        var request = ((AskHandover.Outcome.Asked) asked).subject();
        assertThat(acts.perform(
                        acceptor,
                        program.getBean(AcceptHandover.class),
                        new AcceptHandover.Command(CommandId.fresh(acceptor), request)))
                .isInstanceOf(AcceptHandover.Outcome.Accepted.class);
    }

    private void answer(Actor.Office by, UUID need, NeedState next) {
        assertThat(acts.perform(
                        by,
                        program.getBean(AnswerNeed.class),
                        new AnswerNeed.Command(CommandId.fresh(by), need, 1, next, "已联系培训学校")))
                .isInstanceOf(AnswerNeed.Outcome.Done.class);
    }

    private UUID need() {
        return need(visit);
    }

    /** The latest one the visit asked for. */
    private UUID need(UUID source) {
        return everything
                .sql("select id from need.need where source_id = :source order by id desc limit 1")
                .param("source", source)
                .query(UUID.class)
                .single();
    }

    private String standing(UUID need) {
        return everything
                .sql("select code_now || ' ' || state from need.need where id = :need")
                .param("need", need)
                .query(String.class)
                .single();
    }

    private static ResultMatcher shows(String text) {
        return MockMvcResultMatchers.content().string(containsString(text));
    }

    private ResultActions open(Actor.Office who, String path) throws Exception {
        return web.perform(as(who, path)).andExpect(status().isOk());
    }

    private static MockHttpServletRequestBuilder as(Actor.Office who, String path) {
        return get(URI.create(path)).requestAttr(Actor.class.getName(), who);
    }
}
