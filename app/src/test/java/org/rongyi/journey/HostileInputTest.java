package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.rongyi.Browser;
import org.rongyi.Hostile;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.approval.apply.ApplicationForm;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@RongyiTest
@TestInstance(Lifecycle.PER_CLASS)
@DisplayName("红队：每一个入口的每一个参数，都填上不怀好意的东西")
class HostileInputTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\w+}");
    private static final Pattern LINK = Pattern.compile("(?:href|action)=\"(/[^\"#?]*)");
    private static final String ID = "01966a00-0000-7000-8000-000000000044";

    private static final boolean FULL = "full".equals(System.getProperty("rongyi.dose"));

    /** The first of them always; of the others, outside a soak, one of so many in turn. */
    private static final int ALWAYS = 2;

    private static final int IN_TURN = FULL ? 1 : 9;

    private static final List<String> PATHS =
            List.of("'", "1'or'1'='1", "-1", "99999999999999999999", "0", "x".repeat(2_000), "＇", "1970-01-01");

    /** Ours to read; the veteran's own door comes last, since it opens the fewest. */
    private static final List<String> PERSONAS =
            List.of("cun", "xian", "sheng", "admin", "anquan", "shenji", "laobing");

    @Autowired
    private ApplicationContext program;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();
    private final Map<String, Browser> browsers = new LinkedHashMap<>();
    private final Map<String, String> openers = new HashMap<>();
    private int addresses;

    @BeforeAll
    void county() {
        personas = TestCounty.ensure(program);
        PERSONAS.stream()
                .filter(personas::containsKey)
                .forEach(name -> browsers.put(name, Browser.signedIn(port, personas.get(name))));
        browsers.put("a unit's", Browser.signedIn(port, TestCounty.ofAUnit(program)));
    }

    @Test
    @DisplayName("排序、筛选、查找、翻页、单位：填什么都不出错，也看不到邻村的人")
    void noParameterBreaksOrOpensAnything() {
        var wrong = new TreeSet<String>();
        var strangers = strangers();
        int tried = 0;
        int turn = 0;
        for (var route : routes().entrySet()) {
            var who = opener(route.getKey());
            for (var parameter : route.getValue()) {
                for (var value : values(turn++)) {
                    var path = route.getKey() + "?" + parameter + "=" + encoded(value);
                    var answer = read(browsers.get(who), path);
                    tried++;
                    if (!Set.of(200, 302, 303, 400, 404, 422, 429).contains(answer.statusCode())) {
                        wrong.add(who + " " + route.getKey() + " " + parameter + "=" + Hostile.shown(value) + " → "
                                + answer.statusCode());
                    }
                    if (Hostile.isRaw(answer)) {
                        wrong.add(route.getKey() + " " + parameter + " repeats a script");
                    }
                    if (who.equals("cun") && strangers.stream().anyMatch(answer.body()::contains)) {
                        wrong.add(route.getKey() + " " + parameter + "=" + Hostile.shown(value) + " shows a neighbour");
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(500);
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("路径里的编号换成不怀好意的：没有这样的记录，也不出错")
    void noPathVariableBreaksAnything() {
        var wrong = new TreeSet<String>();
        int turn = 0;
        for (var path : patterns(RequestMethod.GET)) {
            if (!path.contains("{")) {
                continue;
            }
            turn++;
            for (int n = 0; n < PATHS.size(); n++) {
                if (!FULL && (n + turn) % 3 > 0) {
                    continue; // each path two or three of them, its neighbour the others
                }
                var value = PATHS.get(n);
                var filled = VARIABLE.matcher(path).replaceAll(encoded(value).replace("+", "%20"));
                for (var name : FULL ? browsers.keySet() : Set.of("cun")) {
                    int status = read(browsers.get(name), filled).statusCode();
                    if (!Set.of(200, 302, 303, 400, 403, 404, 422, 429).contains(status)) {
                        wrong.add(name + " " + path + " " + Hostile.shown(value) + " → " + status);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("办事的入口不认 GET：打开网址办不成任何事")
    void nothingIsDoneByOpeningAnAddress() {
        var wrong = new TreeSet<String>();
        var readable = patterns(RequestMethod.GET);
        for (var path : patterns(RequestMethod.POST)) {
            if (readable.contains(path)) {
                continue;
            }
            int status = read(browsers.get("cun"), VARIABLE.matcher(path).replaceAll(ID) + "?_command=" + ID)
                    .statusCode();
            if (!Set.of(400, 403, 404, 405).contains(status)) {
                wrong.add(path + " → " + status);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(browsers.get("cun").get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("登录后看到的，浏览器一律不留；导出的表里没有一个公式")
    void personalAnswersAreNotKeptAndNoExportHasAFormula() throws IOException {
        var wrong = new TreeSet<String>();
        int workbooks = 0;
        for (var path : patterns(RequestMethod.GET)) {
            if (path.contains("{")) {
                continue;
            }
            var who = opener(path);
            var browser = browsers.get(who);
            var answer = read(browser, path);
            if (answer.statusCode() == 200
                    && !answer.headers().firstValue("Cache-Control").orElse("").contains("no-store")) {
                wrong.add(who + " " + path + " may be kept: " + answer.headers().firstValue("Cache-Control"));
            }
            if (path.endsWith(".xlsx") && answer.statusCode() == 200) {
                workbooks++;
                var sheet = StoredScriptTest.sheet(browser.download(path));
                if (sheet.contains("<f>") || sheet.contains("<f ")) {
                    wrong.add(path + " holds a formula");
                }
            }
        }
        assertThat(workbooks).isGreaterThan(5);
        assertThat(wrong).isEmpty();
    }

    private static List<String> values(int turn) {
        return IntStream.range(0, Hostile.VALUES.size())
                .filter(n -> n < ALWAYS || (n + turn) % IN_TURN == 0)
                .mapToObj(Hostile.VALUES::get)
                .toList();
    }

    /** Persons of the next village that this one does not answer for. */
    private Set<String> strangers() {
        var sql = """
                select person_id::text from person.place where code_now = :other
                except
                select person_id::text from person.place where code_now = :own
                """;
        return Set.copyOf(everything
                .sql(sql)
                .param("other", Long.parseLong(personas.get("cun2").unit()))
                .param("own", Long.parseLong(personas.get("cun").unit()))
                .query(String.class)
                .list());
    }

    /** Every GET route, with real records in its path where somebody's pages lead to one, and its parameters. */
    private Map<String, Set<String>> routes() {
        var links = links();
        var routes = new TreeMap<String, Set<String>>();
        for (var entry : mapping.getHandlerMethods().entrySet()) {
            if (!entry.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET)
                    || !entry.getValue().hasMethodAnnotation(Allow.class)
                    || isForNobodyHere(entry.getValue())) {
                continue;
            }
            for (var pattern : entry.getKey().getPatternValues()) {
                var regex = Pattern.compile(VARIABLE.matcher(pattern).replaceAll("[^/]+"));
                var path = pattern.contains("{")
                        ? links.stream()
                                .filter(link -> regex.matcher(link).matches() && !patternless(link))
                                .findFirst()
                                .orElse(null)
                        : pattern;
                if (path != null) {
                    routes.put(path, parameters(entry.getValue()));
                }
            }
        }
        return routes;
    }

    /** No persona opens these: other systems (ClientDoorTest fills them with the like) and somebody's family (KinSceneTest). */
    private static boolean isForNobodyHere(HandlerMethod method) {
        var allow = method.getMethodAnnotation(Allow.class);
        return allow != null
                && !allow.everyone()
                && (allow.client().length > 0 || allow.kin() && !allow.self() && allow.roles().length == 0);
    }

    private boolean patternless(String link) {
        return patterns(RequestMethod.GET).contains(link);
    }

    private Set<String> links() {
        var links = new LinkedHashSet<String>();
        var paths = patterns(RequestMethod.GET).stream()
                .filter(path -> !path.contains("{") && !path.contains("."))
                .toList();
        browsers.forEach((name, browser) -> {
            for (var path : paths) {
                var answer = read(browser, path);
                LINK.matcher(answer.body()).results().forEach(link -> links.add(link.group(1)));
                if (isOpen(answer)) {
                    openers.putIfAbsent(path, name);
                }
            }
        });
        return links;
    }

    private Set<String> patterns(RequestMethod method) {
        var patterns = new TreeSet<String>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (handler.hasMethodAnnotation(Allow.class)
                    && info.getMethodsCondition().getMethods().contains(method)) {
                patterns.addAll(info.getPatternValues());
            }
        });
        return patterns;
    }

    /** What the handler reads from the query, by its own words. */
    private Set<String> parameters(HandlerMethod handler) {
        var names = new TreeSet<String>();
        for (var parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            var asked = parameter.getParameterAnnotation(RequestParam.class);
            var type = parameter.getParameterType();
            if (asked != null && Map.class.isAssignableFrom(type)) {
                names.addAll(carried());
            } else if (asked != null) {
                names.add(asked.name().isEmpty() ? Objects.toString(parameter.getParameterName()) : asked.name());
            } else if (type.isRecord()
                    && !Actor.class.isAssignableFrom(type)
                    && !type.getSimpleName().matches("CommandId|SignedIn")) {
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .forEach(names::add);
            }
        }
        return names;
    }

    /** What an address may carry into the form of a service: such a handler takes the whole query. */
    private Set<String> carried() {
        var names = new TreeSet<String>();
        for (var form : program.getBeansOfType(ApplicationForm.class).values()) {
            var carried = form.doors().carried();
            names.addAll(carried.own());
            names.addAll(carried.ofPerson());
        }
        assertThat(names).contains("need", "visit", "aid", "situation");
        return names;
    }

    /** Who may open it: asked once. */
    private String opener(String path) {
        return openers.computeIfAbsent(
                path,
                unknown -> browsers.entrySet().stream()
                        .filter(entry -> isOpen(read(entry.getValue(), path)))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse("cun"));
    }

    private static boolean isOpen(HttpResponse<String> answer) {
        return !Set.of(302, 403, 404).contains(answer.statusCode());
    }

    /** Each from another address, as the proxy would tell: the limits are tested elsewhere. */
    private HttpResponse<String> read(Browser browser, String path) {
        addresses++;
        return browser.getWith(path, "X-Forwarded-For", "198.18." + addresses / 250 % 250 + "." + addresses % 250);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
