package org.rongyi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.Hostile;
import org.rongyi.RongyiTest;
import org.rongyi.care.need.Needs;
import org.rongyi.care.visit.RecordVisit;
import org.rongyi.care.visit.Result;
import org.rongyi.care.visit.Sent;
import org.rongyi.care.visit.VisitContent;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.person.Files;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("三十二人同时切换岗位，谁也看不到别处的人")
class ScopeUnderLoadTest {

    private static final int USERS = 32;
    private static final int TURNS = "full".equals(System.getProperty("rongyi.dose")) ? 100 : 6;
    private static final List<String> LISTS =
            List.of("/persons", "/visits", "/needs", "/contacts?which=ALL", "/figures?period=year");
    private static final List<String> EXPORTS = List.of("/persons/export.xlsx", "/contacts/export.xlsx?which=ALL");
    private static final Pattern RECORD = Pattern.compile("href=\"/((?:persons|visits|needs)/[0-9a-f-]{36})\"");
    private static final Pattern NUMBERS = Pattern.compile("class=\"stat-number\">([\\d,]+)<");

    /** Somebody whose form arrives under the wrong post. */
    private static final String MISSENT = "钱错岗";

    /** All that belongs to a territory, as its pages are named. */
    private static final String RECORDS = """
            select 'persons/' || person_id from person.place where code_now between :low and :high and valid_to is null
            union
            select 'visits/' || id from visit.visit where code_now between :low and :high
            union
            select 'needs/' || id from need.need where code_now between :low and :high
            """;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Posts posts;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Clock clock;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @LocalServerPort
    private int port;

    private final AtomicInteger exported = new AtomicInteger();

    /** Where one may be at work: as whom, in or above which village, what belongs to it, what its figures say, names only its lists hold. */
    private record Place(
            Actor.Office like, DivisionCode village, Set<String> records, List<String> figures, List<String> names) {}

    /** A post at such a place. */
    private record Held(UUID post, Place place) {}

    @Test
    @DisplayName("每次换岗后看到的名册、走访、需求、联系名单、数字和导出，全是那个岗位的；别岗的记录没有，换岗前打开的表不收")
    void everyListIsThatOfTheActivePost() throws Exception {
        var personas = TestCounty.ensure(program);
        new RouteSamples(program, everything, personas).all(); // in each village somebody asks for something
        var clerk = TestCounty.office(program, "cun");
        var neighbour = TestCounty.office(program, "cun2");
        var town = TestCounty.office(program, "zhen");
        var far = TestCounty.elsewhereSignedIn(program, village(town), Role.CLERK);
        var there = TestCounty.office(program, far.username());
        var marks = List.of(marked(clerk, "钱岗甲"), marked(neighbour, "钱岗乙"), marked(there, "钱岗丙"));
        var first = place(clerk, clerk, personas.get("cun"), marks.subList(0, 1));
        var second = place(neighbour, neighbour, personas.get("cun2"), marks.subList(1, 2));
        var above = place(town, clerk, personas.get("zhen"), marks.subList(0, 2));
        var beside = place(there, there, far, marks.subList(2, 3));
        assertThat(first.figures()).isNotEmpty().isNotEqualTo(second.figures());
        assertThat(above.figures()).isNotEqualTo(beside.figures());
        var password = "Liang-Gang-2026";
        var users = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < USERS; i++) {
            var name = "g" + UUID.randomUUID().toString().substring(0, 12);
            var places = i % 2 == 0 ? List.of(first, second) : List.of(above, beside);
            var held = transactions.write(new Actor.Visitor(), () -> {
                var account = accounts.open(new Accounts.NewAccount(name, "两岗人员", password, false, null));
                return places.stream().map(place -> hold(account, place)).toList();
            });
            int seed = i;
            users.add(() -> look(name, password, held, new Random(seed)));
        }
        int seen = 0;
        try (var pool = Executors.newFixedThreadPool(USERS)) {
            for (var done : pool.invokeAll(users)) {
                seen += done.get();
            }
        }
        assertThat(seen).isPositive();
        assertThat(exported).hasPositiveValue();
        assertThat(everything
                        .sql("select count(*) from person.person where name = :name")
                        .param("name", MISSENT)
                        .query(Long.class)
                        .single())
                .as("换岗前打开的表一张也没有收下")
                .isZero();
    }

    /** The first village of a town that is not this one. */
    private DivisionCode village(Actor.Office town) {
        return new DivisionCode(everything
                .sql("""
                        select min(code) from division.unit
                        where valid_to is null and code % 1000 > 0 and code between :low and :high and code / 1000 <> :town / 1000
                        """)
                .param("low", town.unitCode().at(Level.COUNTY).value())
                .param("high", town.unitCode().at(Level.COUNTY).value() + 999_999)
                .param("town", town.unitCode().value())
                .query(Long.class)
                .single());
    }

    /** Somebody of this village by a name nobody else has, who was visited and needs something; answers the name. */
    private String marked(Actor.Office clerk, String name) {
        var person = new Files(program).register(clerk, name, Files.number(), null);
        var content = new VisitContent(
                Map.of(person, Result.MET),
                LocalDate.now(clock),
                "REGULAR",
                "STATION",
                Set.of(Sent.JOB),
                "",
                "",
                List.of(new Needs.Asked("JOB", "想在本市找一份工作")));
        var visit = new RecordVisit.Command(CommandId.fresh(clerk), content, List.of(), false, true);
        assertThat(program.getBean(Acts.class).perform(clerk, program.getBean(RecordVisit.class), visit))
                .isInstanceOf(RecordVisit.Outcome.Recorded.class);
        return name;
    }

    private Place place(Actor.Office like, Actor.Office clerk, Personas.Entry persona, List<String> names) {
        var figures = numbers(
                Browser.signedIn(port, persona).get("/figures?period=year").body());
        return new Place(like, clerk.unitCode(), records(like), figures, names);
    }

    private Held hold(UUID account, Place place) {
        var like = place.like();
        return new Held(posts.open(account, like.unit(), like.role(), LocalDate.of(2020, 1, 1)), place);
    }

    private static List<String> numbers(String html) {
        return NUMBERS.matcher(html).results().map(found -> found.group(1)).toList();
    }

    private int look(String name, String password, List<Held> held, Random random) {
        var browser = new Browser(port);
        browser.post("/sign-in", Map.of("username", name, "password", password));
        int seen = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            int now = random.nextInt(held.size());
            var here = held.get(now);
            var there = held.get(1 - now);
            browser.post("/active-post", Map.of("post", here.post().toString()));
            seen += list(browser, here.place(), LISTS.get(random.nextInt(LISTS.size())));
            records(browser, here.place(), there.place(), random);
            export(browser, here.place(), there.place(), EXPORTS.get(random.nextInt(EXPORTS.size())));
            assertThat(browser.post("/persons", registration(there)).statusCode())
                    .as("opened under the other post")
                    .isEqualTo(409);
        }
        return seen;
    }

    private static int list(Browser browser, Place here, String list) {
        var answer = browser.get(list);
        assertThat(answer.statusCode()).as(list).isEqualTo(200);
        if (list.startsWith("/figures")) {
            assertThat(numbers(answer.body())).isEqualTo(here.figures());
            return 0;
        }
        var shown = new HashSet<String>();
        RECORD.matcher(answer.body()).results().forEach(link -> shown.add(link.group(1)));
        assertThat(here.records()).as(list).containsAll(shown);
        assertThat(shown).as(list).isNotEmpty();
        return shown.size();
    }

    /** One of here opens, and its number is shown to who says what for; one of the other post is not found, for either. */
    private static void records(Browser browser, Place here, Place there, Random random) {
        var own = any(here.records(), random);
        var other = any(
                there.records().stream()
                        .filter(record -> !here.records().contains(record))
                        .collect(Collectors.toSet()),
                random);
        assertThat(browser.get("/" + own).statusCode()).as(own).isEqualTo(200);
        assertThat(browser.get("/" + other).statusCode()).as(other).isEqualTo(404);
    }

    private static String any(Set<String> records, Random random) {
        return records.stream()
                .sorted()
                .skip(random.nextInt(records.size()))
                .findFirst()
                .orElseThrow();
    }

    /** Whole lists are given to a few at a time, and the others are told so: nobody's names either way. */
    private void export(Browser browser, Place here, Place there, String export) {
        var file = browser.download(export);
        if (file[0] == 'P' && file[1] == 'K') {
            exported.incrementAndGet();
            assertThat(Hostile.textOf(file)).as(export).doesNotContain(there.names());
        } else {
            assertThat(new String(file, StandardCharsets.UTF_8)).as(export).doesNotContain(there.names());
        }
    }

    /** A whole form, as a page under that post would send it. */
    private static Map<String, String> registration(Held under) {
        return Map.of(
                "_command", Ids.next().toString(),
                "_post", under.post().toString(),
                "name", MISSENT,
                "citizenId", Files.number().value(),
                "category", "DISCHARGED_SOLDIER",
                "hukou", under.place().village().toString());
    }

    private Set<String> records(Actor.Office of) {
        return Set.copyOf(everything
                .sql(RECORDS)
                .param("low", of.unitCode().value())
                .param("high", of.unitCode().value() + of.level().span() - 1)
                .query(String.class)
                .list());
    }
}
