package org.rongyi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
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
    private static final int TURNS = "full".equals(System.getProperty("rongyi.dose")) ? 100 : 15;
    private static final List<String> LISTS =
            List.of("/persons", "/visits", "/needs", "/contacts?which=ALL", "/figures?period=year");
    private static final Pattern RECORD = Pattern.compile("href=\"/(?:persons|visits|needs)/([0-9a-f-]{36})\"");
    private static final Pattern NUMBERS = Pattern.compile("class=\"stat-number\">([\\d,]+)<");

    /** All that belongs to a village, by number. */
    private static final String RECORDS = """
            select person_id::text from person.place where code_now = :code and valid_to is null
            union
            select id::text from visit.visit where code_now = :code
            union
            select id::text from need.need where code_now = :code
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
    @Qualifier("job")
    private JdbcClient everything;

    @LocalServerPort
    private int port;

    /** A post, all that belongs to its village, and what its page of figures says. */
    private record Held(UUID post, Set<String> records, List<String> figures) {}

    @Test
    @DisplayName("每次换岗后看到的名册、走访、需求、联系名单和数字，全是那个村的")
    void everyListIsThatOfTheActivePost() throws Exception {
        var first = TestCounty.office(program, "cun");
        var second = TestCounty.office(program, "cun2");
        new RouteSamples(program, everything, TestCounty.ensure(program))
                .all(); // in each village somebody asks for something
        var there = List.of(figures("cun"), figures("cun2"));
        assertThat(there.getFirst()).isNotEmpty().isNotEqualTo(there.getLast());
        var password = "Liang-Gang-2026";
        var users = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < USERS; i++) {
            var name = "g" + UUID.randomUUID().toString().substring(0, 12);
            var held = transactions.write(new Actor.Visitor(), () -> {
                var account = accounts.open(new Accounts.NewAccount(name, "两岗人员", password, false, null));
                return List.of(hold(account, first, there.getFirst()), hold(account, second, there.getLast()));
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
    }

    private Held hold(UUID account, Actor.Office like, List<String> figures) {
        var post = posts.open(account, like.unit(), Role.CLERK, LocalDate.of(2020, 1, 1));
        return new Held(post, records(like), figures);
    }

    /** As the clerk of one village alone reads them. */
    private List<String> figures(String clerk) {
        var persona = TestCounty.ensure(program).get(clerk);
        return numbers(
                Browser.signedIn(port, persona).get("/figures?period=year").body());
    }

    private static List<String> numbers(String html) {
        return NUMBERS.matcher(html).results().map(found -> found.group(1)).toList();
    }

    private int look(String name, String password, List<Held> held, Random random) {
        var browser = new Browser(port);
        browser.post("/sign-in", Map.of("username", name, "password", password));
        int seen = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            var post = held.get(random.nextInt(held.size()));
            browser.post("/active-post", Map.of("post", post.post().toString()));
            var list = LISTS.get(random.nextInt(LISTS.size()));
            var answer = browser.get(list);
            assertThat(answer.statusCode()).as(list).isEqualTo(200);
            if (list.startsWith("/figures")) {
                assertThat(numbers(answer.body())).isEqualTo(post.figures());
                continue;
            }
            var shown = new HashSet<String>();
            RECORD.matcher(answer.body()).results().forEach(link -> shown.add(link.group(1)));
            assertThat(post.records()).as(list).containsAll(shown);
            assertThat(shown).as(list).isNotEmpty();
            seen += shown.size();
        }
        return seen;
    }

    private Set<String> records(Actor.Office of) {
        return Set.copyOf(everything
                .sql(RECORDS)
                .param("code", of.unitCode().value())
                .query(String.class)
                .list());
    }
}
