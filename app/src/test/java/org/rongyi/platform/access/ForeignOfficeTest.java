package org.rongyi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@RongyiTest
@DisplayName("别的镇、别的县、别的市：职务再高，也看不到、办不了这个村的任何一条记录")
class ForeignOfficeTest {

    /** Of another county, of another city, and the head of another town of the same county. */
    private static final String FOREIGNERS = """
            441223000000, OFFICER
            441223000000, LEADER
            440600000000, LEADER
            440600000000, AUDITOR
            441223100000, LEADER
            441284101000, OFFICER
            441284101000, LEADER
            """;

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private final ApplicationContext program;
    private final RequestMappingHandlerMapping mapping;
    private final JdbcClient everything;
    private final MockMvc web;

    @Autowired
    ForeignOfficeTest(
            WebApplicationContext program,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            @Qualifier("job") JdbcClient everything) {
        this.program = program;
        this.mapping = mapping;
        this.everything = everything;
        this.web = MockMvcBuilders.webAppContextSetup(program).build();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = FOREIGNERS)
    void nothingOfThisCounty(String seat, Role role) throws Exception {
        var samples = new RouteSamples(program, everything, TestCounty.ensure(program)).all();
        var ours = samples.values().stream()
                .filter(ForeignOfficeTest::isOfAVillage)
                .flatMap(sample -> List.of(sample.first(), sample.second()).stream())
                .collect(Collectors.toSet());
        var foreigner = TestCounty.elsewhere(program, DivisionCode.parse(seat).orElseThrow(), role);
        var wrong = new TreeSet<String>();
        int records = 0;
        int lists = 0;
        for (var path : permitted(foreigner, RequestMethod.GET)) {
            var variables = VARIABLE.matcher(path)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            if (variables.isEmpty()) {
                lists++;
                var shown = open(foreigner, path).getContentAsString(StandardCharsets.UTF_8);
                ours.stream().filter(shown::contains).forEach(id -> wrong.add(path + " shows " + id));
            } else if (variables.stream().anyMatch(name -> isOfAVillage(samples.get(name)))) {
                records++;
                int status = open(foreigner, filled(path, samples)).getStatus();
                if (status != 404) {
                    wrong.add(path + " answers " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(records).isGreaterThan(3);
        assertThat(lists).isGreaterThan(10);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = FOREIGNERS)
    @DisplayName("向这里的记录提交，和向不存在的记录提交，回答一个样，没有一件办得成")
    void formsAnswerAsIfThereWereNone(String seat, Role role) throws Exception {
        var samples = new RouteSamples(program, everything, TestCounty.ensure(program)).all();
        var foreigner = TestCounty.elsewhere(program, DivisionCode.parse(seat).orElseThrow(), role);
        var wrong = new TreeSet<String>();
        int tried = 0;
        for (var path : permitted(foreigner, RequestMethod.POST)) {
            boolean ofAVillage =
                    VARIABLE.matcher(path).results().anyMatch(variable -> isOfAVillage(samples.get(variable.group(1))));
            if (ofAVillage) {
                tried++;
                int here = send(foreigner, filled(path, samples));
                int none = send(foreigner, filledWithNone(path, samples));
                if (here != none || here < 400) {
                    wrong.add(path + " answers " + here + ", for none " + none);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(role == Role.AUDITOR ? -1 : 10);
    }

    private List<String> permitted(Actor.Office actor, RequestMethod verb) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry ->
                        entry.getKey().getMethodsCondition().getMethods().contains(verb))
                .filter(entry -> entry.getValue().hasMethodAnnotation(Allow.class))
                .filter(entry -> {
                    var door = entry.getValue();
                    var allow = door.getMethodAnnotation(Allow.class);
                    return Permission.permits(allow, door.getBean(), door.getMethod(), actor)
                            && !Permission.permits(allow, new Actor.Visitor());
                })
                .flatMap(entry -> entry.getKey().getPatternValues().stream())
                .toList();
    }

    private MockHttpServletResponse open(Actor.Office who, String path) throws Exception {
        return web.perform(get(URI.create(path)).requestAttr(Actor.class.getName(), who))
                .andReturn()
                .getResponse();
    }

    /** With the token of a form of his own, and nothing filled in. */
    private int send(Actor.Office who, String path) throws Exception {
        return web.perform(post(URI.create(path))
                        .param("_command", Ids.next().toString())
                        .param("_post", who.post().toString())
                        .requestAttr(Actor.class.getName(), who))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    /** Of one of the two villages, and there: what stands for a record of nobody has one name in both. */
    private static boolean isOfAVillage(RouteSamples.Sample sample) {
        return !sample.first().equals(sample.second());
    }

    private static String filled(String path, Map<String, RouteSamples.Sample> samples) {
        return VARIABLE.matcher(path)
                .replaceAll(variable -> samples.get(variable.group(1)).first());
    }

    private static String filledWithNone(String path, Map<String, RouteSamples.Sample> samples) {
        return VARIABLE.matcher(path).replaceAll(variable -> {
            var sample = samples.get(variable.group(1));
            return isOfAVillage(sample) ? UUID.randomUUID().toString() : sample.first();
        });
    }
}
