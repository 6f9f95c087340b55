package org.rongyi.journey.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rongyi.Hostile;
import org.rongyi.RongyiTest;
import org.rongyi.journey.form.Clerkly.Filled;
import org.rongyi.journey.form.Form.Kind;
import org.rongyi.journey.form.Streets.Found;
import org.rongyi.journey.form.Surfer.Answer;
import org.rongyi.journey.form.Surfer.Sent;
import org.rongyi.platform.act.Undone;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every form that stands on somebody's pages is filled in as it should be, and taken; then with what is another's, and with what is
 * meant ill. Each time all of it is undone, so the forms do not get into each other's way. Outside a soak it tries a third of the doors, by
 * a seed ({@code -Drongyi.seed}).
 */
@RongyiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("红队：每一张表")
class FormsTest {

    private static final boolean FULL = "full".equals(System.getProperty("rongyi.dose"));
    private static final boolean ALL = FULL || Boolean.getBoolean("forms.all");

    /** Which third of the doors is tried outside a soak. */
    private static final long SEED = Long.getLong("rongyi.seed", 1);

    /** They change keys, which lie in files and are not undone: KeysPagesTest and IndexKeysPagesTest send them. */
    private static final Set<String> KEYS = Set.of(
            "/keys/renewal", "/keys/{version}/destruction", "/keys/index/renewal", "/keys/index/{version}/destruction");

    /** So many doors take a form that was filled in by its labels alone; most others want what is not on the page, as a code or a file. */
    private static final double REACHED = 0.2;

    /** What may well be of another place, and why. */
    private static final Set<String> MAY_BE_ELSEWHERE = Set.of(
            "/messages/reading latest", // how far his own were read
            "/persons/{person}/aid need", // another's need is left out, and the application stands
            "/persons/{person}/emergency need",
            "/persons/{person}/emergency aid", // to be looked at: another's case is named and nobody refuses it
            "/visits for", // whose draft it was: of his own post alone
            "/visits/{visit}/correction for");

    /** Theirs is the whole province: nothing in it is another's. */
    private static final Set<String> OF_THE_PROVINCE = Set.of("admin", "anquan", "sheng", "shengling", "shenji");

    /** Of one door, on different pages, until one is taken. */
    private static final int LOOKED_AT = ALL ? 8 : 5;

    private static final Answer NOWHERE = new Answer(0, "", "");

    @Autowired
    private WebApplicationContext program;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    private World world;
    private Undone undone;
    private Watched watched;
    private Records records;
    private Clerkly clerk;
    private final Map<String, List<Found>> found = new TreeMap<>();
    private final Map<String, Reached> reached = new TreeMap<>();
    private final Map<String, Reached> refused = new TreeMap<>();
    private final Map<String, String> missed = new TreeMap<>();
    private final List<String> doors = new ArrayList<>();
    private String foreignPost = "";

    /** A form that is taken when it is filled in like this. */
    private record Reached(Found found, List<Sent> sent, Set<String> changes) {}

    /** What came of sending one. */
    private record Came(Answer answer, Set<String> changed, Answer led) {

        Came but(String change) {
            return new Came(
                    answer, changed.stream().filter(one -> !one.equals(change)).collect(Collectors.toSet()), led);
        }
    }

    @BeforeAll
    void everyForm() throws IOException {
        var web = MockMvcBuilders.webAppContextSetup(program)
                .addFilters(program.getBean("springSecurityFilterChain", jakarta.servlet.Filter.class))
                .build();
        world = new World(program, web);
        clerk = world.clerk();
        records = new Records(program);
        undone = new Undone(program);
        watched = new Watched(program);
        var streets = new Streets(mapping, ALL ? 2 : 1);
        for (var surfer : world.surfers().values()) {
            streets.walk(surfer, path -> undone.undone(() -> surfer.open(path)))
                    .forEach((door, forms) -> found.computeIfAbsent(door, key -> new ArrayList<>())
                            .addAll(forms));
        }
        found.remove("");
        found.replaceAll((door, forms) -> oneOfEachFirst(forms));
        var all = streets.doors().stream().filter(door -> !KEYS.contains(door)).toList();
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(SEED));
        doors.addAll(ALL ? all : shuffled.subList(0, all.size() / 3));
        for (var door : doors) {
            fill(streets, door);
        }
        for (var door : doors) { // what a form led to
            if (!reached.containsKey(door)) {
                fill(streets, door);
            }
        }
        records.learn(ids());
        elsewhere();
    }

    /** The first of each one's, then the second: who has it before him matters more than on which page. */
    private static List<Found> oneOfEachFirst(List<Found> forms) {
        var turns = new TreeMap<Integer, List<Found>>();
        var seen = new TreeMap<String, Integer>();
        for (var one : forms) {
            turns.computeIfAbsent(seen.merge(one.who().name, 1, Integer::sum), key -> new ArrayList<>())
                    .add(one);
        }
        return turns.values().stream()
                .flatMap(List::stream)
                .limit(LOOKED_AT)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    @AfterAll
    void asBefore() {
        watched.close();
        undone.close();
    }

    /** What has no territory, and is nobody's of ours all the same. */
    private void elsewhere() {
        var account = "select id::text from access.account where username = :name";
        var theirs = world.alike().get("xian").username();
        records.elsewhere("access.account", one(account, theirs));
        foreignPost = one(
                "select p.id::text from access.post p join access.account a on a.id = p.account_id where a.username = :name",
                theirs);
        records.elsewhere("access.post", foreignPost);
        records.elsewhere(
                "organisation.staff",
                one(
                        "select s.id::text from organisation.staff s join access.account a on a.id = s.account_id where a.username = :name",
                        theirs));
        records.elsewhere(
                "organisation.unit",
                one(
                        "select s.unit_id::text from organisation.staff s join access.account a on a.id = s.account_id where a.username = :name",
                        theirs));
    }

    private String one(String sql, String name) {
        return everything.sql(sql).param("name", name).query(String.class).single();
    }

    private void fill(Streets streets, String door) {
        for (var one : List.copyOf(found.getOrDefault(door, List.of()))) {
            var filled = clerk.fill(
                    one.form(), sent -> send(one.who(), one.form(), sent).answer());
            if (filled.answer().isDone()) {
                var came = send(one.who(), one.form(), filled.sent());
                reached.put(door, new Reached(one, filled.sent(), came.changed()));
                missed.remove(door);
                refused.remove(door);
                streets.keep(found, one.who(), door, filled.answer().body());
                return;
            }
            refused.putIfAbsent(door, new Reached(one, filled.sent(), Set.of()));
            missed.put(
                    door, one.who() + " " + one.page() + " " + filled.answer().status() + " " + said(filled));
        }
    }

    /** What the page says of it, its fields left out. */
    private static String said(Filled filled) {
        var body = filled.answer().body();
        int main = Math.max(0, body.indexOf("<main"));
        var text = body.substring(main, Math.min(body.length(), main + 6_000))
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return text.substring(0, Math.min(200, text.length()));
    }

    @Test
    @DisplayName("照着标签填好的，五张里收得下一张以上（其余要页上没有的代码、文件）：下面两条不是靠一概拒绝通过的")
    void mostFormsAreTaken() throws IOException {
        var lines = new ArrayList<String>();
        lines.add(reached.size() + " of " + doors.size() + " doors reached");
        reached.forEach((door, one) -> lines.add(
                "+ " + door + " " + one.found().who() + " " + one.found().page() + " " + one.changes()));
        doors.stream()
                .filter(door -> !reached.containsKey(door))
                .sorted()
                .forEach(door -> lines.add("- " + door + " " + missed.getOrDefault(door, "no form found")));
        Files.write(Path.of("target/forms.txt"), lines);
        assertThat(reached.size()).as("see target/forms.txt").isGreaterThan((int) (doors.size() * REACHED));
    }

    @Test
    @DisplayName("别处同样岗位的人把同一张表原样交上来：办不成，一行也不变")
    void theLikeOfElsewhereCannotSendIt() {
        var wrong = new TreeSet<String>();
        int tried = 0;
        for (var one : reached.entrySet()) {
            var form = one.getValue().found().form();
            var other = world.alike().get(one.getValue().found().who().name);
            if (other == null || recordsIn(one.getValue()).isEmpty()) {
                continue;
            }
            tried++;
            var came = send(other, form, with(one.getValue().sent(), "_post", other.openedUnder()));
            judge(wrong, one.getKey() + " by " + one.getValue().found().who() + "’s like", came);
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(reached.size() / 4);
    }

    @Test
    @DisplayName("路径和表里的编号，逐个换成别人的（没有别人的就换成没有的）：办不成，一行也不变")
    void noIdOfAnothersIsTaken() {
        var wrong = new TreeSet<String>();
        int tried = 0;
        for (var one : reached.entrySet()) {
            var door = one.getKey();
            var form = one.getValue().found().form();
            var who = one.getValue().found().who();
            var reader = world.actor(who.name);
            for (var id : OF_THE_PROVINCE.contains(who.name) ? Set.<String>of() : ids(form.action())) {
                var another = records.another(reader, id);
                tried += another.isPresent() ? 1 : 0; // one there is not proves little, and is sent all the same
                var action = form.action()
                        .replace(id, another.orElseGet(() -> UUID.randomUUID().toString()));
                judge(
                        wrong,
                        door + " path by " + who,
                        send(
                                who,
                                new Form(action, form.files(), form.fields()),
                                one.getValue().sent()));
            }
            for (var sent : one.getValue().sent()) {
                if (Set.of("_csrf", "_command", "_post").contains(sent.name())
                        || MAY_BE_ELSEWHERE.contains(door + " " + sent.name())) {
                    continue;
                }
                var other = swapped(reader, sent.value());
                if (!other.equals(sent.value())) {
                    tried += isAnothers(reader, sent.value()) ? 1 : 0;
                    judge(
                            wrong,
                            door + " " + sent.name() + " by " + who,
                            send(who, form, with(one.getValue().sent(), sent.name(), other)));
                }
            }
            if (!who.openedUnder().isEmpty()
                    && one.getValue().sent().stream()
                            .anyMatch(sent -> sent.name().equals("_post"))) {
                tried++;
                var came = send(who, form, with(one.getValue().sent(), "_post", foreignPost))
                        .but("consent.reply[INSERT]"); // 告知 is kept before the act
                judge(wrong, door + " _post by " + who, came);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).as("换成的真是别人的记录").isGreaterThan(reached.size() / 4);
    }

    @Test
    @DisplayName("每一栏都填上不怀好意的：不出错，不原样放出来，填成了的那一页也不")
    void nothingMeantIllBreaksAForm() {
        var wrong = new TreeSet<String>();
        int turn = 0;
        int tried = 0;
        var all = new TreeMap<>(refused);
        all.putAll(reached);
        for (var one : all.entrySet()) {
            var form = one.getValue().found().form();
            var names = one.getValue().sent().stream()
                    .filter(sent -> !sent.isFile() && !sent.name().equals("_csrf"))
                    .map(Sent::name)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            form.fields().stream()
                    .filter(field -> field.kind() != Kind.FILE
                            && field.kind() != Kind.BUTTON
                            && !field.name().equals("_csrf"))
                    .forEach(field -> names.add(field.name()));
            for (var name : names) {
                for (var value : Hostile.values(turn++, FULL ? Hostile.VALUES.size() : 2)) {
                    tried++;
                    var came = send(
                            one.getValue().found().who(),
                            form,
                            with(one.getValue().sent(), name, value));
                    var shown = one.getKey() + " " + name + "=" + Hostile.shown(value);
                    if (came.answer().status() >= 500) {
                        wrong.add(shown + " → " + came.answer().status() + " "
                                + came.answer().body());
                    }
                    if (came.led().status() >= 500) {
                        wrong.add(shown + " leads to " + came.led().status());
                    }
                    if (Hostile.isRaw(came.answer().body())
                            || Hostile.isRaw(came.led().body())) {
                        wrong.add(shown + " comes back as it was typed");
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(reached.size());
    }

    private static void judge(Set<String> wrong, String what, Came came) {
        if (!came.changed().isEmpty()) {
            wrong.add(what + " changes " + came.changed());
        } else if (came.answer().status() >= 500) {
            wrong.add(what + " breaks " + came.answer());
        } else if (came.answer().isDone()) {
            wrong.add(what + " is taken: " + came.answer().status() + " "
                    + came.answer().location());
        }
    }

    /** Sends it, looks where it leads and what it changed, and undoes it. */
    private Came send(Surfer who, Form form, List<Sent> sent) {
        return undone.undone(() -> {
            var answer = who.send(form.action(), form.files(), sent);
            var changed = answer.status() < 500 ? watched.changed() : Set.<String>of();
            try {
                if (!changed.isEmpty()) {
                    undone.checkAsAtTheCommit();
                }
            } catch (RuntimeException late) {
                return new Came(new Answer(Surfer.THROWN, String.valueOf(late), ""), changed, NOWHERE);
            }
            var led = answer.status() / 100 == 3 && answer.location().startsWith("/")
                    ? who.open(answer.location())
                    : NOWHERE;
            return new Came(answer, changed, led);
        });
    }

    private static List<Sent> with(List<Sent> sent, String name, String value) {
        var with = new ArrayList<Sent>();
        boolean there = false;
        for (var one : sent) {
            with.add(one.name().equals(name) && !there ? new Sent(name, value) : one);
            there |= one.name().equals(name);
        }
        if (!there && !name.equals("_post")) {
            with.add(new Sent(name, value));
        }
        return with;
    }

    /** Ids the form names, in its path and in what it sends. */
    private Set<String> recordsIn(Reached one) {
        return Stream.concat(
                        Stream.of(one.found().form().action()),
                        one.sent().stream()
                                .filter(sent ->
                                        !Set.of("_csrf", "_command", "_post").contains(sent.name()))
                                .map(Sent::value))
                .flatMap(text -> ids(text).stream())
                .filter(records::isRecord)
                .collect(Collectors.toSet());
    }

    private Set<String> ids() {
        return reached.values().stream()
                .flatMap(one -> Stream.concat(
                        Stream.of(one.found().form().action()),
                        one.sent().stream().map(Sent::value)))
                .flatMap(text -> ids(text).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> ids(String text) {
        return Records.ID
                .matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group)
                .collect(Collectors.toSet());
    }

    /** Whether what it is swapped for is there, and another's. */
    private boolean isAnothers(Actor reader, String value) {
        return !Records.ID.matcher(value).matches()
                || records.another(reader, value).isPresent();
    }

    /** The same with another's id, or another place, in it. */
    private String swapped(Actor reader, String value) {
        if (Records.ID.matcher(value).matches()) {
            return records.another(reader, value)
                    .orElseGet(() -> UUID.randomUUID().toString());
        }
        return value.matches("44\\d{10}") ? Long.toString(world.village()) : value;
    }
}
