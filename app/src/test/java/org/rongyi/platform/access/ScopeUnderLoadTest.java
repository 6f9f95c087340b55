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
    private static final int TURNS = "full".equals(System.getProperty("rongyi.dose")) ? 60 : 8;
    private static final Pattern PERSON = Pattern.compile("href=\"/persons/([0-9a-f-]{36})\"");

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

    /** A post and everybody who belongs to its village. */
    private record Held(UUID post, Set<String> people) {}

    @Test
    @DisplayName("每次换岗后看到的名册，全是那个村的人")
    void everyRosterIsThatOfTheActivePost() throws Exception {
        var first = TestCounty.office(program, "cun");
        var second = TestCounty.office(program, "cun2");
        var password = "Liang-Gang-2026";
        var users = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < USERS; i++) {
            var name = "g" + UUID.randomUUID().toString().substring(0, 12);
            var held = transactions.write(new Actor.Visitor(), () -> {
                var account = accounts.open(new Accounts.NewAccount(name, "两岗人员", password, false, null));
                return List.of(hold(account, first), hold(account, second));
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

    private Held hold(UUID account, Actor.Office like) {
        var post = posts.open(account, like.unit(), Role.CLERK, LocalDate.of(2020, 1, 1));
        return new Held(post, people(like));
    }

    private int look(String name, String password, List<Held> held, Random random) {
        var browser = new Browser(port);
        browser.post("/sign-in", Map.of("username", name, "password", password));
        int seen = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            var post = held.get(random.nextInt(held.size()));
            browser.post("/active-post", Map.of("post", post.post().toString()));
            var shown = new HashSet<String>();
            PERSON.matcher(browser.get("/persons").body()).results().forEach(link -> shown.add(link.group(1)));
            assertThat(post.people()).containsAll(shown);
            seen += shown.size();
        }
        return seen;
    }

    private Set<String> people(Actor.Office of) {
        return Set.copyOf(everything
                .sql("select person_id::text from person.place where code_now = :code and valid_to is null")
                .param("code", of.unitCode().value())
                .query(String.class)
                .list());
    }
}
