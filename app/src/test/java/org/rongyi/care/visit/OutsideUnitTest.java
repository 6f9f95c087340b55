package org.rongyi.care.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.need.AnswerNeed;
import org.rongyi.care.need.NeedState;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.person.AcceptHandover;
import org.rongyi.people.person.AskHandover;
import org.rongyi.people.person.Files;
import org.rongyi.people.person.PlaceKind;
import org.rongyi.people.person.RegisterPerson;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.documents.sheet.Downloaded;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@RongyiTest
@DisplayName("姓名给谁看全：负责联系的单位、户籍地或常住地的另一方、它们的上级；其余单位只看到掩码")
class OutsideUnitTest extends VillageClerk {

    private static final String GIVEN = "子丑寅卯辰巳午未申酉戌亥";
    private static int serial;
    private static final String MASKED = "隐*人";
    private static final String ADDRESS = "九十九号";

    private final MockMvc web;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    private Actor.Office there;
    private Actor.Office town;
    private String name;
    private UUID person;
    private UUID visit;
    private UUID need;
    private UUID request;

    @Autowired
    OutsideUnitTest(WebApplicationContext context) {
        web = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @BeforeEach
    void somebodyWithRecords() {
        there = TestCounty.office(program, "cun2");
        town = TestCounty.office(program, "zhen");
        name = "隐" + GIVEN.charAt(serial++ % GIVEN.length()) + "人"; // what the test before left behind has another
        person = new Files(program).register(clerk, name, Files.number(), null);
        visit = recorded(Map.of(person, Result.MET), "HOME");
        acts.perform(
                clerk,
                program.getBean(CorrectVisit.class),
                new CorrectVisit.Command(
                        CommandId.fresh(clerk), visit, 1, content(Map.of(person, Result.MET), "PHONE", today), "方式记错"));
        need = everything
                .sql("select id from need.need where source_id = :source and state = 'OPEN'")
                .param("source", visit)
                .query(UUID.class)
                .single();
        acts.perform(
                town,
                program.getBean(AnswerNeed.class),
                new AnswerNeed.Command(CommandId.fresh(town), need, 1, NeedState.ANSWERED, "已联系培训学校"));
    }

    @Test
    @DisplayName("整个搬走以后，原来的村哪一页、哪一份导出都看不到他的姓名和住处；记录上是掩码")
    void theVillageHeLeftSeesNoNameAnywhere() throws Exception {
        handOver(PlaceKind.BOTH);
        var pages = pagesOf(clerk);
        assertThat(pages).hasSizeGreaterThan(20);
        pages.forEach((path, text) -> assertThat(text).as(path).doesNotContain(name, ADDRESS));
        for (var path : new String[] {
            "/visits",
            "/visits/export.xlsx",
            "/visits/" + visit,
            "/needs?state=ANSWERED",
            "/needs/export.xlsx?state=ANSWERED",
            "/needs/" + need,
            "/handovers?which=SETTLED",
            "/handovers/" + request
        }) {
            assertThat(page(clerk, path)).as(path).contains(MASKED).doesNotContain(name, ADDRESS);
        }
        assertThat(page(clerk, "/needs/" + need)).doesNotContain("/persons/" + person);
    }

    @Test
    @DisplayName("负责的新村、共同的上级照样看全")
    void whoAnswersAndTheSuperiorSeeIt() throws Exception {
        handOver(PlaceKind.BOTH);
        assertThat(page(there, "/persons/" + person)).contains(name);
        assertThat(page(there, "/handovers/" + request)).contains(name, ADDRESS);
        for (var path : new String[] {"/visits/" + visit, "/needs/" + need, "/handovers/" + request}) {
            assertThat(page(town, path)).as(path).contains(name);
        }
    }

    @Test
    @DisplayName("只搬了住处：户籍地还是他的一处所在，照样看全")
    void theOtherPlaceOfThePersonSeesIt() throws Exception {
        handOver(PlaceKind.RESIDENCE);
        for (var path : new String[] {"/persons/" + person, "/visits/" + visit, "/needs/" + need}) {
            assertThat(page(clerk, path)).as(path).contains(name);
        }
    }

    @Test
    @DisplayName("移交还没答复，两边都要看全才好答复；没有成，对方此后只看到掩码")
    void anOpenRequestIsClearToBothSides() throws Exception {
        ask(PlaceKind.BOTH);
        assertThat(page(there, "/handovers/" + request)).contains(name, ADDRESS);
        acts.perform(
                clerk,
                program.getBean(org.rongyi.people.person.WithdrawHandover.class),
                new org.rongyi.people.person.WithdrawHandover.Command(CommandId.fresh(clerk), request));
        assertThat(page(there, "/handovers/" + request)).contains(MASKED).doesNotContain(name, ADDRESS);
        assertThat(page(there, "/handovers?which=ANSWERED")).contains(MASKED).doesNotContain(name);
        assertThat(page(clerk, "/handovers/" + request)).contains(name);
    }

    /** Every page somebody may open, by its address, as far as its records are known here. */
    private Map<String, String> pagesOf(Actor.Office reader) throws Exception {
        var pages = new TreeMap<String, String>();
        var routes = program.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        for (var route : routes.getHandlerMethods().keySet()) {
            if (!route.getMethodsCondition().getMethods().equals(java.util.Set.of(RequestMethod.GET))) {
                continue;
            }
            for (var pattern : route.getPatternValues()) {
                var path = pattern.replace("{visit}", visit.toString())
                        .replace("{need}", need.toString())
                        .replace("{handover}", request.toString())
                        .replace("{person}", person.toString());
                if (!path.contains("{") && !path.startsWith("/assets")) {
                    var text = page(reader, path);
                    if (!text.isEmpty()) {
                        pages.put(path, text);
                    }
                }
            }
        }
        return pages;
    }

    /** What it says; empty for whoever may not open it. */
    private String page(Actor.Office reader, String path) throws Exception {
        var answer = web.perform(get(URI.create(path)).requestAttr(Actor.class.getName(), reader))
                .andReturn()
                .getResponse();
        if (answer.getStatus() != 200) {
            return "";
        }
        return path.contains(".xlsx")
                ? rows(answer.getContentAsByteArray())
                : answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private static String rows(byte[] file) throws IOException {
        return String.join(
                "\n", Downloaded.of(file).rows().stream().map(Object::toString).toList());
    }

    private void ask(PlaceKind kind) {
        var asked = acts.perform(
                clerk,
                program.getBean(AskHandover.class),
                new AskHandover.Command(
                        CommandId.fresh(clerk),
                        person,
                        new RegisterPerson.Spot(there.unitCode(), ADDRESS, "二组"),
                        kind,
                        "已搬去居住"));
        request = ((AskHandover.Outcome.Asked) asked).subject();
    }

    private void handOver(PlaceKind kind) {
        ask(kind);
        assertThat(acts.perform(
                        there,
                        program.getBean(AcceptHandover.class),
                        new AcceptHandover.Command(CommandId.fresh(there), request)))
                .isInstanceOf(AcceptHandover.Outcome.Accepted.class);
    }
}
