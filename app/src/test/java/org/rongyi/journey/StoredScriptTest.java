package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("红队：把脚本、模板和公式写进每张表，再看每一处显示和导出；多塞字段、冒用别人的编号")
class StoredScriptTest {

    private static final String NAME = "<script>redteam</script>\"><img onerror=1>";
    private static final String HOSTILE =
            "=redteam|'/c calc'!A1 <script>redteam</script>\"><img src=x onerror=redteam>'"
                    + "${7*7}{{7*7}}#{7*7}@{7*7}$unsafe{7*7}T(java.lang.Runtime)";
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");
    private static int serial;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Clock clock;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();
    private Browser clerk;
    private String today;

    @BeforeEach
    void county() {
        personas = TestCounty.ensure(program);
        clerk = Browser.signedIn(port, personas.get("cun"));
        today = LocalDate.now(clock).toString();
    }

    @Test
    @DisplayName("人员、走访、需求、办件：脚本只当文字，模板不运算，导出没有公式")
    void whatWasTypedIsShownAsItIs() throws IOException {
        var person = location(register(clerk, Map.of()));
        var id = person.substring("/persons/".length());
        var visit = location(visit(id));
        var town = Browser.signedIn(port, personas.get("zhen"));
        var need = "/needs/" + newest("select id::text from need.need where person_id = '" + id + "'");
        assertThat(town.post(need + "/answer", form(town, need, "version", "1", "next", "ANSWERED", "answer", HOSTILE))
                        .statusCode())
                .isEqualTo(303);
        var request = person + "/correction-request";
        var asked = clerk.post(
                request,
                form(
                        clerk,
                        request,
                        "name",
                        NAME + "2",
                        "category",
                        "DISCHARGED_SOLDIER",
                        "group",
                        "<script>redteam</script>",
                        "address",
                        NAME,
                        "ground",
                        HOSTILE,
                        "agentGround",
                        NAME,
                        "told",
                        "yes"));
        var file = location(asked).replaceAll("\\?.*", "");
        accept(town, file);
        int shown = 0;
        for (var who : List.of("cun", "zhen", "xian", "juzhang")) {
            var browser = Browser.signedIn(port, personas.get(who));
            shown += look(browser, List.of(person, visit, need, file, "/tasks", "/cases", "/handovers"), id);
        }
        assertThat(shown).as("pages that show it").isGreaterThan(15);
        var auditor = Browser.signedIn(port, personas.get("shenji"));
        look(auditor, List.of("/trail?subject=" + id), id);
        exported(clerk, "/visits/export.xlsx", "/needs/export.xlsx?state=ANSWERED");
        exported(clerk, "/persons/export.xlsx", "/contacts/export.xlsx");
        exported(Browser.signedIn(port, personas.get("xian")), "/cases/export.xlsx");
    }

    @Test
    @DisplayName("表里多塞的字段不算数：编号、岗位、单位、状态、版本都由程序定")
    void fieldsNobodyAskedForAreIgnored() {
        var chosen = Ids.next().toString();
        var neighbour = personas.get("cun2").unit();
        var extra = new HashMap<>(Map.of("id", chosen, "person", chosen, "unit", neighbour, "code", neighbour));
        extra.putAll(Map.of("role", "SYSTEM_ADMIN", "actor.role", "SYSTEM_ADMIN", "responsible", neighbour));
        extra.putAll(Map.of("status", "DECEASED", "version", "99", "account", chosen, "class.module", "x"));
        var person = location(register(clerk, extra));
        assertThat(person).doesNotContain(chosen);
        assertThat(clerk.get(person).body()).doesNotContain("已退出联系名单");
        var next = Browser.signedIn(port, personas.get("cun2"));
        assertThat(next.get(person).statusCode()).isEqualTo(404);
        assertThat(clerk.get("/accounts").statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName("别人的岗位、别人用过的提交编号：不认，也不透露别人办了什么")
    void anothersPostAndCommandAreRefused() {
        var command = Ids.next().toString();
        var done = register(clerk, Map.of("_command", command));
        var person = location(done);
        var next = Browser.signedIn(port, personas.get("cun2"));
        var replayed = own(next, "_command", command);
        var answer = next.post("/persons", replayed);
        assertThat(location(answer)).as("a record of his own").isNotEqualTo(person);
        assertThat(next.get(person).statusCode()).isEqualTo(404);
        assertThat(clerk.get(person).statusCode()).isEqualTo(200);
        var borrowed = own(next, "_post", clerk.postOf("/persons/new"));
        assertThat(next.post("/persons", borrowed).statusCode()).isEqualTo(409);
        assertThat(next.post("/active-post", Map.of("post", clerk.postOf("/persons/new")))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("编号不成样子、字里夹着空字符、长得没边：说清楚，不出错")
    void brokenFieldsAreTold() {
        var next = Browser.signedIn(port, personas.get("cun2"));
        assertThat(next.post("/persons", own(next, "household", "none'")).statusCode())
                .isEqualTo(422);
        assertThat(next.post("/persons", own(next, "name", "张\u0000三")).statusCode())
                .isEqualTo(400);
        assertThat(next.post("/persons", own(next, "hukouGroup", "组".repeat(100_000)))
                        .statusCode())
                .isEqualTo(422);
        assertThat(next.post("/persons", own(next, "hukou", "' or 1=1 --")).statusCode())
                .isEqualTo(422);
    }

    /** The next village's form, with one field as told. */
    private Map<String, String> own(Browser next, String field, String value) {
        var form = registration(next, personas.get("cun2").unit());
        form.put(field, value);
        return form;
    }

    private String newest(String sql) {
        return everything.sql(sql).query(String.class).single();
    }

    private HttpResponse<String> visit(String person) {
        var form = form(clerk, "/visits/new?person=" + person, "person", person, "result." + person, "MET");
        form.putAll(Map.of("happenedOn", today, "kind", "REGULAR", "mode", "HOME", "sent", "POLICY"));
        form.putAll(Map.of("brought", HOSTILE, "said", HOSTILE, "askedKind.0", "JOB", "askedText.0", HOSTILE));
        return clerk.post("/visits", form);
    }

    private static void accept(Browser town, String file) {
        var task = first(town.get(file).body() + town.get("/tasks").body(), "/tasks/[0-9a-f-]{36}");
        var form = new HashMap<String, String>();
        form.put("_command", Ids.next().toString());
        form.put("_post", town.postOf(task));
        form.put("what", HOSTILE);
        assertThat(town.post(task + "/supplement", form).statusCode()).isEqualTo(303);
    }

    /** Looks at these pages and at everything of this person they lead to; answers how many show what was typed. */
    private static int look(Browser browser, List<String> starts, String id) {
        var wrong = new TreeSet<String>();
        var seen = new LinkedHashSet<>(starts);
        var next = new ArrayDeque<>(starts);
        int shown = 0;
        while (!next.isEmpty() && seen.size() < 150) {
            var path = next.poll();
            var body = browser.get(path).body();
            if (body.contains("<script>redteam")
                    || body.contains("<img onerror")
                    || body.contains("<img src=x")
                    || body.contains("'49")
                    || body.contains("}49")) {
                wrong.add(path);
            }
            shown += body.contains("redteam") ? 1 : 0;
            boolean follow = body.contains("redteam");
            LINK.matcher(body)
                    .results()
                    .map(link -> link.group(1).replace("&amp;", "&"))
                    .forEach(link -> {
                        boolean ours = link.contains(id) || starts.stream().anyMatch(link::startsWith);
                        if (follow && ours && !link.contains(".") && seen.add(link)) {
                            next.add(link);
                        }
                    });
        }
        assertThat(wrong).isEmpty();
        return shown;
    }

    private static void exported(Browser browser, String... paths) throws IOException {
        var silent = new TreeSet<String>();
        for (var path : paths) {
            var sheet = sheet(browser.download(path));
            assertThat(sheet).as(path).doesNotContain("<f>", "<f ", "<script>");
            if (!sheet.contains("redteam")) {
                silent.add(path);
            }
        }
        assertThat(silent)
                .as("exports that do not hold it")
                .isSubsetOf(Set.of("/cases/export.xlsx", "/contacts/export.xlsx"));
    }

    /** Everything in the workbook, sheets and texts. */
    static String sheet(byte[] workbook) throws IOException {
        var all = new StringBuilder();
        var file = Files.write(Files.createTempFile(Path.of("target"), "export", ".xlsx"), workbook);
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        Files.delete(file);
        return all.toString();
    }

    private HttpResponse<String> register(Browser browser, Map<String, String> extra) {
        var form = registration(browser, personas.get("cun").unit());
        form.putAll(extra);
        return browser.post("/persons", form);
    }

    private static Map<String, String> registration(Browser browser, String village) {
        var seventeen = "44128419210305%03d".formatted(++serial);
        var form = new HashMap<String, String>();
        form.put("_command", Ids.next().toString());
        form.put("_post", browser.postOf("/persons/new"));
        form.put("name", NAME);
        form.put("citizenId", seventeen + CitizenId.checkCharacter(seventeen));
        form.put("category", "DISCHARGED_SOLDIER");
        form.put("hukou", village);
        form.put("hukouAddress", NAME);
        form.put("hukouGroup", "<img onerror=redteam>");
        return form;
    }

    private static Map<String, String> form(Browser browser, String page, String... fields) {
        var form = new HashMap<String, String>();
        form.put("_command", Ids.next().toString());
        form.put("_post", browser.postOf(page));
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return form;
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow().replaceAll("\\?.*", "");
    }

    private static String first(String body, String pattern) {
        var found = Pattern.compile(pattern).matcher(body);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group();
    }
}
