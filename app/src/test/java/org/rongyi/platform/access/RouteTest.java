package org.rongyi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Permission;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@RongyiTest
@TestInstance(Lifecycle.PER_CLASS)
@DisplayName("每一个入口 × 每一位人物：谁能进，能看谁的数据")
class RouteTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private static final boolean FULL = "full".equals(System.getProperty("rongyi.dose"));

    /**
     * Outside a soak one of so many of the doors that are shut to a persona, others for each: who is let in is the rule's alone, of which
     * {@link RouteMatrixTest} asks everything, and every door is tried by several who are not.
     */
    private static final int SHUT = FULL ? 1 : 3;

    /** In the same post as {@code cun}, in the village beside: outside a soak his doors are left to his like. */
    private static final String ALIKE = "cun2";

    /** 业务干部 of a city without counties. */
    private static final String DONGGUAN = "dgju";

    /** Using these ends the very session that is looking around. */
    private static final Set<String> ENDS_SESSION =
            Set.of("/sign-out", "/account/sessions/{session}/end", "/account/sessions/end-others");

    /** The samples have no photo, no attachment and no import: their own tests ask for these as the neighbour. */
    private static final Set<String> TESTED_APART = Set.of(
            "/attachments/{attachment}",
            "/attachments/{attachment}/preview",
            "/visits/{visit}/photos/{position}",
            "/visits/{visit}/photos/{position}/thumbnail",
            "/visits/{visit}/photos/{position}/removal",
            "/imports/{batch}",
            "/imports/{batch}/errors.xlsx");

    /** Open only while a 补正 is asked for, and it is not of the samples. */
    private static final Set<String> WHEN_ASKED =
            Set.of("/cases/{file}/correction", "/cases/{aid}/aid", "/cases/{emergency}/emergency");

    /** Behind the last of whatever a list is sorted by: days, moments, numbers, points, words, one way or the other. */
    private static final List<String> BEHIND_ALL = Stream.concat(
                    Stream.of(
                                    "0001-01-01",
                                    "9999-12-31",
                                    "0001-01-01T00:00:00Z",
                                    "9999-12-31T00:00:00Z",
                                    "999999999999",
                                    "0",
                                    "-1",
                                    "\u9fa5",
                                    "true",
                                    "9999-12-31_\u9fa5",
                                    "-1_\u9fa5")
                            .flatMap(key -> Stream.of(
                                    key + "_00000000-0000-0000-0000-000000000000",
                                    key + "_ffffffff-ffff-ffff-ffff-ffffffffffff")),
                    Stream.of("00000000-0000-0000-0000-000000000000", "9999999", "999999999999", "\u9fa5"))
            .toList();

    private static final Pattern FIRST = Pattern.compile("rel=\"first\" href=\"([^\"]*)\"");

    @Autowired
    private ApplicationContext program;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Gate gate;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();
    private Map<String, RouteSamples.Sample> samples = Map.of();
    private List<Route> routes = List.of();
    private final Map<String, Actor> actors = new HashMap<>();

    /** One door: path, verb, and who may come in by the list that people have read. */
    private record Route(RequestMethod verb, String path, RouteMatrix matrix, HandlerMethod door) {

        boolean permits(Actor actor) {
            return matrix.permits(verb.name(), path, actor);
        }

        /** As the program itself decides it, whatever the list says. */
        boolean opensTo(Actor actor) {
            var allow = Objects.requireNonNull(door.getMethodAnnotation(Allow.class));
            return Permission.permits(allow, door.getBean(), door.getMethod(), actor);
        }

        boolean isRead() {
            return verb == RequestMethod.GET;
        }

        boolean isPaged() {
            return !path.endsWith(".json")
                    && Arrays.stream(door.getMethod().getParameters())
                            .anyMatch(parameter -> parameter.getName().equals("after"));
        }
    }

    @BeforeAll
    void county() {
        personas = new HashMap<>(TestCounty.ensure(program));
        personas.put(
                DONGGUAN, Objects.requireNonNull(TestCounty.dongguan(program).get(DONGGUAN)));
        samples = new RouteSamples(program, everything, personas).all();
        routes = routes();
    }

    @Test
    @DisplayName("没有声明谁可以进入、用什么方法进入的入口，一个也不能有")
    void everyRouteSaysWhoMayComeIn() {
        var silent = new TreeSet<String>();
        for (var method : mapping.getHandlerMethods().entrySet()) {
            boolean open = method.getKey().getMethodsCondition().getMethods().isEmpty()
                    && !method.getKey().getPatternValues().contains("/error"); // of whatever was asked
            if (isOurs(method.getValue()) && (open || !method.getValue().hasMethodAnnotation(Allow.class))) {
                silent.add(method.getKey() + " " + method.getValue());
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    @DisplayName("每个路径变量都有本村和邻村的样本，新变量没有样本即失败")
    void everyPathVariableHasSamples() {
        var unknown = new TreeSet<String>();
        for (var route : routes) {
            var found = VARIABLE.matcher(route.path());
            while (found.find()) {
                if (!samples.containsKey(found.group(1))) {
                    unknown.add(route.path());
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    @DisplayName("公众：公开的能看，其余去登录或被拒")
    void visitorsSeeWhatIsPublic() {
        var wrong = new ArrayList<String>();
        var browser = new Browser(port);
        for (var route : routes) {
            var path = fill(route.path(), false);
            int status = (route.isRead() ? browser.get(path) : browser.post(path, Map.of())).statusCode();
            boolean open = route.permits(new Actor.Visitor());
            int shut = route.path().startsWith("/api/") ? 401 : route.isRead() ? 302 : 403;
            boolean asExpected = open ? status != 403 && status < 500 : status == shut;
            if (!asExpected) {
                wrong.add(route.verb() + " " + path + " open=" + open + " answered " + status);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("每位人物：岗位不许的一律 403，许可的从不 403 也从不出错")
    void everyPersonaOnEveryRoute() {
        var wrong = new ArrayList<String>();
        int turn = 0;
        for (var persona : personas.values()) {
            if (!FULL && persona.username().equals(ALIKE)) {
                continue;
            }
            var browser = Browser.signedIn(port, persona);
            var actor = actorOf(persona);
            turn++;
            for (int n = 0; n < routes.size(); n++) {
                var route = routes.get(n);
                boolean permitted = route.permits(actor);
                if (ENDS_SESSION.contains(route.path()) || !permitted && (n + turn) % SHUT > 0) {
                    continue;
                }
                var path = fill(route.path(), false);
                int status = (route.isRead() ? browser.get(path) : browser.post(path, Map.of())).statusCode();
                if (permitted ? status == 403 || status >= 500 : status != 403) {
                    wrong.add(persona.username() + " " + route.verb() + " " + path + " permitted=" + permitted
                            + " answered " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("不设县的市：市局进得了县局和市局进得了的每一个入口，不多也不少；设县的市的市局，县局独有的一个也进不了")
    void theCityDoesACountysWorkWhereThereIsNone() {
        var county = actorOf(personas.get("xian"));
        var city = actorOf(personas.get("shi"));
        var dongguan = actorOf(personas.get(DONGGUAN));
        var wrong = new ArrayList<String>();
        var countysAlone = new TreeSet<String>();
        for (var route : routes) {
            boolean ofACounty = route.opensTo(county);
            boolean ofACity = route.opensTo(city);
            if (route.opensTo(dongguan) != (ofACounty || ofACity)) {
                wrong.add(route.verb() + " " + route.path());
            }
            if (ofACounty && !ofACity) {
                countysAlone.add(route.path());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(countysAlone)
                .contains(
                        "/persons/{person}/aid-first",
                        "/persons/{person}/aid-bars",
                        "/persons/{person}/aid",
                        "/persons/{person}/emergency",
                        "/aid-findings",
                        "/visits/new");
    }

    @Test
    @DisplayName("邻村的记录，用编号直接访问也是“没有找到”")
    void recordsOfTheNextVillageAreNotFound() {
        var clerk = personas.get("cun");
        var browser = Browser.signedIn(port, clerk);
        var actor = actorOf(clerk);
        var wrong = new ArrayList<String>();
        int looked = 0;
        for (var route : routes) {
            if (TESTED_APART.contains(route.path())) {
                continue;
            }
            if (!isOfAPlace(route.path()) || !route.permits(actor) || !route.isRead()) {
                continue;
            }
            looked++;
            int own = browser.get(fill(route.path(), false)).statusCode();
            int other = browser.get(fill(route.path(), true)).statusCode();
            if (own != (WHEN_ASKED.contains(route.path()) ? 409 : 200) || other != 404) {
                wrong.add(route.path() + " own=" + own + " other=" + other);
            }
        }
        assertThat(looked).isPositive();
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("向别人的记录提交，和向不存在的记录提交，回答一个样：既办不成，也看不出有没有")
    void formsForAnothersRecordAnswerAsIfThereWereNone() {
        var wrong = new ArrayList<String>();
        int tried = 0;
        for (var name : List.of("cun", "laobing")) {
            var persona = personas.get(name);
            var browser = Browser.signedIn(port, persona);
            var actor = actorOf(persona);
            for (var route : routes) {
                if (route.isRead() || !isOfAPlace(route.path()) || !route.permits(actor)) {
                    continue;
                }
                tried++;
                int none = browser.post(fillWithNone(route.path()), form(actor)).statusCode();
                int other = browser.post(fill(route.path(), true), form(actor)).statusCode();
                if (other != none || other < 400) {
                    wrong.add(name + " " + route.path() + " other=" + other + " none=" + none);
                }
            }
        }
        assertThat(tried).isGreaterThan(20);
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("退役军人本人：别人的记录，用编号直接访问也是“没有找到”")
    void recordsOfSomebodyElseAreNotFound() {
        var persona = personas.get("laobing");
        var browser = Browser.signedIn(port, persona);
        var actor = actorOf(persona);
        var wrong = new ArrayList<String>();
        int looked = 0;
        for (var route : routes) {
            if (!route.isRead() || !isOfAPlace(route.path()) || !route.permits(actor)) {
                continue;
            }
            looked++;
            int other = browser.get(fill(route.path(), true)).statusCode();
            if (other != 404) {
                wrong.add(route.path() + " other=" + other);
            }
        }
        assertThat(looked).isGreaterThan(3);
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("每一个分页的清单，翻过了最后一页（清单刚变短，或者地址被改过）：写明后面没有了，有一条路回到第一页")
    void behindTheLastPageIsAWayBack() {
        var browsers = new HashMap<String, Browser>();
        var silent = new TreeSet<String>();
        int seen = 0;
        for (var route : routes) {
            if (!route.isRead() || !route.isPaged()) {
                continue;
            }
            var who = personas.values().stream()
                    .filter(persona ->
                            route.permits(actors.computeIfAbsent(persona.username(), name -> actorOf(persona))))
                    .map(persona ->
                            browsers.computeIfAbsent(persona.username(), name -> Browser.signedIn(port, persona)))
                    .filter(browser -> browser.get(fill(route.path(), false)).statusCode() == 200)
                    .findFirst();
            if (who.isEmpty()) {
                continue; // of no sample: ListedTest reads its template
            }
            seen++;
            if (BEHIND_ALL.stream().noneMatch(cursor -> saysThatItEnds(who.get(), route, cursor))) {
                silent.add(route.path());
            }
        }
        assertThat(silent).isEmpty();
        assertThat(seen).isGreaterThan(30);
    }

    private boolean saysThatItEnds(Browser who, Route route, String cursor) {
        var answer = who.get(fill(route.path(), false) + "?after=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(route.path() + " " + cursor).isLessThan(500);
        var back = FIRST.matcher(answer.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        return answer.body().contains("这后面没有了")
                && back.size() == 1
                && who.get(back.getFirst()).statusCode() == 200
                && !back.getFirst().contains("after=");
    }

    @Test
    @DisplayName("没有令牌的提交一律拒绝")
    void formsWithoutTheTokenAreRefused() {
        var browser = Browser.signedIn(port, personas.get("cun"));
        for (var route : routes) {
            if (!route.isRead()) {
                assertThat(browser.postAsIs(fill(route.path(), false), Map.of()).statusCode())
                        .as(route.path())
                        .isEqualTo(403);
            }
        }
    }

    private List<Route> routes() {
        var routes = new ArrayList<Route>();
        var matrix = RouteMatrix.read();
        for (var entry : mapping.getHandlerMethods().entrySet()) {
            if (!isOurs(entry.getValue()) || !entry.getValue().hasMethodAnnotation(Allow.class)) {
                continue;
            }
            for (var path : entry.getKey().getPatternValues()) {
                for (var verb : entry.getKey().getMethodsCondition().getMethods()) {
                    routes.add(new Route(verb, path, matrix, entry.getValue()));
                }
            }
        }
        assertThat(routes).hasSizeGreaterThan(30);
        return routes;
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getName().startsWith("org.rongyi.");
    }

    /** Its samples are of one village each. */
    private boolean isOfAPlace(String path) {
        return VARIABLE.matcher(path).results().anyMatch(variable -> {
            var sample = samples.get(variable.group(1));
            return !sample.first().equals(sample.second());
        });
    }

    /** What every form carries, so that the door itself takes it; what the fields say, FormsTest fills in. */
    private static Map<String, String> form(Actor actor) {
        var command = Ids.next().toString();
        return actor instanceof Actor.Office office
                ? Map.of("_command", command, "_post", office.post().toString())
                : Map.of("_command", command);
    }

    /** The same door for a record there is not. */
    private String fillWithNone(String path) {
        return VARIABLE.matcher(path).replaceAll(variable -> {
            var sample = samples.get(variable.group(1));
            return sample.first().equals(sample.second())
                    ? sample.first()
                    : UUID.randomUUID().toString();
        });
    }

    private String fill(String path, boolean second) {
        return VARIABLE.matcher(path).replaceAll(variable -> {
            var sample = samples.get(variable.group(1));
            return second ? sample.second() : sample.first();
        });
    }

    /** What the program itself takes this persona for. */
    private Actor actorOf(Personas.Entry persona) {
        var account = everyAccount(persona.username());
        var signIn = program.getBean(SignIn.class);
        var token = transactions.write(
                new Actor.Visitor(), () -> signIn.open(account, new SignIn.Browser("127.0.0.1", "test")));
        return gate.recognise(token).orElseThrow().actor();
    }

    private UUID everyAccount(String username) {
        return transactions.read(
                new Actor.Visitor(),
                () -> program.getBean(Accounts.class)
                        .find(username)
                        .orElseThrow()
                        .id());
    }
}
