package org.rongyi.journey.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rongyi.RongyiTest;
import org.rongyi.journey.form.Clerkly.Filled;
import org.rongyi.journey.form.Streets.Found;
import org.rongyi.journey.form.Trials.Reached;
import org.rongyi.platform.act.Undone;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every form that stands on somebody's pages is filled in as it should be, and taken; then with what is another's, and with what is
 * meant ill. What a form leads to is looked at while it stands, by whoever may, and the forms there are filled in the same way: the next
 * step of the same matter. In the end all of it is undone, so the forms do not get into each other's way. Outside a soak it tries a third
 * of the doors of each family, which one by {@code -Drongyi.seed=0}, 1 or 2; all with {@code -Dforms.all=true}.
 */
@RongyiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("红队：每一张表")
class FormsTest {

    private static final boolean FULL = "full".equals(System.getProperty("rongyi.dose"));
    private static final boolean ALL = FULL || Boolean.getBoolean("forms.all");

    /** Which third of the doors is tried outside a soak. */
    private static final long SEED = Long.getLong("rongyi.seed", 1);

    /** They change keys, which lie in files and are not undone: KeysPagesTest sends them. */
    private static final Set<String> KEYS = Set.of(
            "/keys/renewal",
            "/keys/{version}/destruction",
            "/keys/index/renewal",
            "/keys/index/{version}/destruction",
            "/keys/signing/renewal");

    /** What is sent twice is answered anew there, and why: a link is shown once and kept by nobody, so whoever sends again before it is used gets a fresh one in its place. */
    private static final Set<String> ANEW = Set.of(
            "/accounts/{account}/link",
            "/staff/{member}/link",
            "/units/{unit}/staff/new",
            "/persons/{person}/account",
            "/campaigns/{campaign}/seal/key", // made with each sending, and its three parts are shown once
            "/kin/end"); // who has ended it is nobody's any more

    /** They ask the database nothing that could be stopped. */
    private static final Set<String> WITHOUT_STATEMENTS = Set.of();

    /** So many doors take a form that was filled in by its labels alone; the others want what is not on the page, as a code, or a rare record. */
    private static final double REACHED = ALL ? 0.4 : 0.3;

    /** Of one door, on different pages, until one is taken. */
    private static final int LOOKED_AT = ALL ? 8 : 5;

    /** How many forms of one door are filled in altogether: what a form led to is one more chance, and some doors take none. */
    private static final int CHANCES = ALL ? 24 : 12;

    /** How far it is followed where a form led to. */
    private static final int DEEPEST = 4;

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
    private Trials trials;
    private Streets streets;
    private Clerkly clerk;
    private final Map<String, List<Found>> found = new TreeMap<>();
    private final Map<String, Reached> reached = new TreeMap<>();
    private final Map<String, Reached> refused = new TreeMap<>();
    private final Map<String, String> missed = new TreeMap<>();
    private final List<String> doors = new ArrayList<>();
    private final Map<String, Integer> chances = new HashMap<>();
    private final Map<String, Integer> depths = new HashMap<>();
    private final List<String> took = new ArrayList<>();

    @BeforeAll
    void everyForm() throws IOException {
        var web = MockMvcBuilders.webAppContextSetup(program)
                .addFilters(program.getBean("springSecurityFilterChain", jakarta.servlet.Filter.class))
                .build();
        long begun = System.nanoTime();
        world = new World(program, web);
        clerk = world.clerk();
        var records = new Records(program);
        undone = new Undone(program);
        watched = new Watched(program);
        streets = new Streets(mapping, 2);
        for (var surfer : world.surfers().values()) {
            streets.walk(surfer, world.rare(surfer.name), path -> undone.undone(() -> surfer.open(path)))
                    .forEach((door, forms) -> found.computeIfAbsent(door, key -> new ArrayList<>())
                            .addAll(forms));
        }
        found.remove("");
        found.replaceAll((door, forms) -> oneOfEachFirst(forms));
        var all = streets.doors().stream().filter(door -> !KEYS.contains(door)).toList();
        doors.addAll(ALL ? all : third(all, SEED));
        took.add("world and walk " + seconds(begun));
        elsewhere(records);
        trials = new Trials(world, undone, watched, records, foreignPost());
        for (var door : doors) {
            fill(door, found.getOrDefault(door, List.of()), 0);
        }
        for (var one : refused.entrySet()) {
            trials.withWhatIsMeantIll(one.getKey(), one.getValue());
        }
        took.add("all " + seconds(begun));
    }

    private static String seconds(long begun) {
        return (System.nanoTime() - begun) / 1_000_000_000 + " s";
    }

    /** Of each family, by its first word, one of three runs of neighbours: what a form leads to often stands beside it. */
    private static List<String> third(List<String> all, long which) {
        var some = new ArrayList<String>();
        int turn = Math.floorMod(which, 3);
        for (var family : families(all).values()) {
            var doors = family.stream().sorted().toList();
            some.addAll(doors.subList(doors.size() * turn / 3, doors.size() * (turn + 1) / 3));
            turn = (turn + doors.size()) % 3;
        }
        return some;
    }

    private static Map<String, List<String>> families(List<String> doors) {
        return doors.stream()
                .collect(Collectors.groupingBy(door -> door.split("/")[1], TreeMap::new, Collectors.toList()));
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
    private void elsewhere(Records records) {
        var theirs = world.alike().get("shi").username();
        records.elsewhere("access.account", one("select id::text from access.account where username = :name", theirs));
        records.elsewhere("access.post", foreignPost());
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

    private String foreignPost() {
        return one(
                "select p.id::text from access.post p join access.account a on a.id = p.account_id where a.username = :name",
                world.alike().get("shi").username());
    }

    private String one(String sql, String name) {
        return everything.sql(sql).param("name", name).query(String.class).single();
    }

    /** Until one is taken; then what it leads to, as long as it stands. */
    private void fill(String door, List<Found> forms, int deep) {
        Reached idle = null;
        Filled idly = null;
        for (var one : List.copyOf(forms)) {
            if (chances.merge(door, 1, Integer::sum) > CHANCES) {
                break;
            }
            var filled = clerk.fill(
                    one.form(), sent -> trials.send(one.who(), one.form(), sent).answer());
            if (filled.answer().isDone()) {
                var came = trials.send(one.who(), one.form(), filled.sent());
                var now = new Reached(one, filled.sent(), came.changed());
                if (!now.changes().isEmpty()) {
                    take(door, now, filled, deep);
                    return;
                }
                idle = idle == null ? now : idle; // "no need to": another may have something to do
                idly = idly == null ? filled : idly;
                continue;
            }
            if (deep == 0) {
                refused.putIfAbsent(door, new Reached(one, filled.sent(), Set.of()));
            }
            missed.put(
                    door, one.who() + " " + one.page() + " " + filled.answer().status() + " " + said(filled));
        }
        if (idle != null && idly != null) {
            take(door, idle, idly, deep);
        }
    }

    private void take(String door, Reached taken, Filled filled, int deep) {
        reached.put(door, taken);
        depths.put(door, deep);
        missed.remove(door);
        refused.remove(door);
        trials.put(door, taken, deep > 0);
        if (deep < DEEPEST) {
            goOn(taken.found(), filled, deep + 1);
        }
    }

    /** It is sent, and whoever may see where it led fills in what stands there: the next step of the same matter. */
    private void goOn(Found one, Filled filled, int deep) {
        undone.undone(() -> {
            var answer = one.who().send(one.form().action(), one.form().files(), filled.sent());
            var next = new TreeMap<String, List<Found>>();
            streets.keep(next, one.who(), one.form().action(), answer.body());
            if (answer.location().startsWith("/")) {
                var others = new LinkedHashSet<>(List.of(one.who()));
                others.addAll(world.surfers().values());
                others.addAll(world.helpers());
                for (var surfer : others) {
                    streets.around(
                            next,
                            surfer,
                            answer.location(),
                            path -> undone.undone(() -> surfer.open(path)),
                            this::isWanted);
                }
            }
            next.remove("");
            next.forEach((door, forms) -> {
                if (isWanted(door)) {
                    fill(door, oneOfEachFirst(forms), deep);
                }
            });
            return true;
        });
    }

    private boolean isWanted(String door) {
        return doors.contains(door) && !reached.containsKey(door);
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
    @DisplayName("全量之外只试三分之一：三份合起来一扇门不少、不重，有三扇门以上的每一家，哪一份里都有")
    void everyThirdHasItsShareOfEveryFamily() {
        var all = streets.doors();
        var thirds = List.of(third(all, 0), third(all, 1), third(all, 2));
        assertThat(thirds.stream().flatMap(List::stream).toList()).containsExactlyInAnyOrderElementsOf(all);
        families(all)
                .forEach((family, doors) -> assertThat(thirds)
                        .as(family)
                        .allSatisfy(some -> assertThat(families(some)
                                        .getOrDefault(family, List.of())
                                        .size())
                                .isBetween(doors.size() / 3, (doors.size() + 2) / 3)));
        assertThat(thirds).allSatisfy(some -> assertThat(some.size()).isBetween(all.size() / 3, all.size() / 3 + 1));
    }

    @Test
    @DisplayName("照着标签填好的，十张里收得下三张以上（其余要页上没有的代码、文件，或少见的记录）：下面两条不是靠一概拒绝通过的")
    void mostFormsAreTaken() throws IOException {
        var lines = new ArrayList<String>();
        lines.add(reached.size() + " of " + doors.size() + " doors reached, " + took);
        reached.forEach((door, one) -> lines.add("+ " + depths.get(door) + " " + door + " "
                + one.found().who() + " " + one.found().page() + " " + one.changes()));
        doors.stream()
                .filter(door -> !reached.containsKey(door))
                .sorted()
                .forEach(door -> lines.add("- " + door + " " + missed.getOrDefault(door, "no form found")));
        Files.write(Path.of("target/forms.txt"), lines);
        assertThat(reached.size()).as("see target/forms.txt").isGreaterThan((int) (doors.size() * REACHED));
    }

    @Test
    @DisplayName("不运行脚本：每一张表都有能按的提交，要填的都看得见，可选的都在页上")
    void noFormNeedsAScript() {
        var wrong = new TreeSet<String>();
        found.forEach((door, forms) -> forms.forEach(one -> {
            if (!one.form().sends() && one.form().isFilledIn()) {
                wrong.add(door + " on " + one.page() + " of " + one.who() + " has no button that sends it");
            }
            if (!one.form().scripted().isEmpty()) {
                wrong.add(door + " on " + one.page() + " of " + one.who() + " hides "
                        + one.form().scripted());
            }
        }));
        assertThat(wrong).isEmpty();
        assertThat(found).as("doors whose form was found").hasSizeGreaterThan(100);
    }

    @Test
    @DisplayName("别处同样岗位的人把同一张表原样交上来：办不成，一行也不变")
    void theLikeOfElsewhereCannotSendIt() {
        assertThat(trials.like.wrong).isEmpty();
        assertThat(trials.like.times).isGreaterThan(reached.size() / 4);
    }

    @Test
    @DisplayName("路径和表里的编号，逐个换成别人的（没有别人的就换成没有的）：办不成，一行也不变")
    void noIdOfAnothersIsTaken() {
        assertThat(trials.ids.wrong).isEmpty();
        assertThat(trials.ids.times).as("换成的真是别人的记录").isGreaterThan(reached.size() / 4);
    }

    @Test
    @DisplayName("每一栏都填上不怀好意的：不出错，不原样放出来，填成了的那一页也不")
    void nothingMeantIllBreaksAForm() {
        assertThat(trials.meantIll.wrong).isEmpty();
        assertThat(trials.meantIll.times).isGreaterThan(reached.size());
    }

    @Test
    @DisplayName("同一张表连交两次：回答一样，第二次一行也不变")
    void whatIsSentTwiceIsDoneOnce() {
        var again = new Again(undone, watched);
        var wrong = new TreeSet<String>();
        int tried = 0;
        for (var one : standing().entrySet()) {
            var form = one.getValue().found().form();
            if (form.fields().stream().noneMatch(field -> field.name().equals("_command"))) {
                continue; // no act
            }
            tried++;
            again.twice(one.getValue().found().who(), form, one.getValue().sent())
                    .ifPresent(why -> wrong.add(one.getKey() + " " + why));
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(standing().size() / 2);
    }

    @Test
    @DisplayName("办到哪一步断了都等于没办（或者全办了）；原样再交一次，与没断过一样")
    void whatIsStoppedOnItsWayIsNotDoneByHalf() {
        var again = new Again(undone, watched);
        var random = new Random(SEED);
        var wrong = new TreeSet<String>();
        var neverStopped = new TreeSet<String>();
        for (var one : standing().entrySet()) {
            int strikes = again.strikes();
            again.stopped(
                            one.getValue().found().who(),
                            one.getValue().found().form(),
                            one.getValue().sent(),
                            all -> FULL ? IntStream.rangeClosed(1, all) : some(random, all))
                    .forEach(why -> wrong.add(one.getKey() + " " + why));
            if (again.strikes() == strikes) {
                neverStopped.add(one.getKey());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(neverStopped).isSubsetOf(WITHOUT_STATEMENTS);
    }

    /** Those that stand on a page as it is, without another form sent before. */
    private Map<String, Reached> standing() {
        var standing = new TreeMap<>(reached);
        standing.keySet().removeIf(door -> depths.getOrDefault(door, 0) > 0 || ANEW.contains(door));
        return standing;
    }

    /** One of them, and one of the last, where what is written is written. */
    private static IntStream some(Random random, int all) {
        return all < 3
                ? IntStream.rangeClosed(1, all)
                : IntStream.of(1 + random.nextInt(all), all - random.nextInt(Math.min(4, all)));
    }
}
