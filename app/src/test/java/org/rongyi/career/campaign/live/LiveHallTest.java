package org.rongyi.career.campaign.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.Browser;
import org.rongyi.career.campaign.live.LookerOn.Row;
import org.rongyi.career.campaign.live.Participant.Fate;
import org.rongyi.career.campaign.live.Participant.Invited;
import org.rongyi.career.placement.allocation.SecondOpinion;
import org.rongyi.demo.CountyDirectory;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.kernel.Ids;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole of it by the network: programs that really run and are really killed, and everybody on his own phone. */
@Tag("slow")
@DisplayName("现场选岗，人人在自己的手机上，都在抢：断网的再交一次，程序在当中被 kill -9 又起来；位子不重，次序不乱，谁的一轮也不丢")
class LiveHallTest {

    private static final boolean IS_FULL = "full".equals(System.getProperty("rongyi.dose"));
    private static final int PEOPLE = IS_FULL ? 200 : 24;
    private static final int LOOKERS_ON = IS_FULL ? 20 : 2;

    /** In whose turns the program is killed; the second time the database too. */
    private static final List<Integer> KILLED = IS_FULL ? List.of(50, 100, 150) : List.of(PEOPLE / 2);

    private static final int ABSENT_SECONDS = 10;
    private static final int MINUTES = 30;

    /** So many wanted posts has the first one, which everybody presses for. */
    private static final int POPULAR = 3;

    private static final int[] SEATS = {POPULAR, PEOPLE / 4, PEOPLE / 4, PEOPLE / 4};

    @TempDir
    private Path parent;

    /** What was made before the doors open. */
    private record Prepared(
            UUID campaign,
            String number,
            List<Invited> people,
            List<UUID> posts,
            Map<String, Personas.Entry> personas) {}

    @Test
    @Timeout(value = 40, unit = TimeUnit.MINUTES)
    @DisplayName("一人一轮到底：说过给谁的就是谁的，围观的看到的一行也没有变过，全部材料经第二份程序核验")
    void everybodyGetsHisTurnAndNoSeatGoesTwice() throws Exception {
        var directory = parent.resolve("data");
        var prepared = CountyDirectory.make(directory, LiveHallTest::prepare);
        try (var hall = new Hall(directory, prepared.campaign())) {
            hall.open();
            var window = new Participant.Window(hall, prepared.personas().get("xian"));
            assertThat(window.absent(prepared.people().stream()
                            .filter(one -> isAbsent(fate(one.position())))
                            .map(Invited::candidate)
                            .toList()))
                    .isEqualTo(303);
            var ends = new ArrayList<Participant.End>();
            var seen = new ArrayList<SortedMap<Integer, Row>>();
            var everybody = Executors.newVirtualThreadPerTaskExecutor();
            try {
                var lookers = lookersOn(everybody, hall, prepared.number());
                var people = prepared.people().stream()
                        .map(one -> everybody.submit(() -> hall.with(
                                () -> participant(hall, prepared, one, window).takesPart())))
                        .toList();
                fallDown(hall);
                ends.addAll(results(people));
                seen.addAll(results(lookers));
            } finally {
                everybody.shutdownNow();
            }
            assertThat(seen).allMatch(seen.getFirst()::equals);
            everybodyHasWhatHeWasTold(prepared, ends, seen.getFirst());
            assertThat(window.run()).isEqualTo(303);
            theFileHolds(fullFile(hall, prepared), seen.getFirst());
        }
    }

    private static Prepared prepare(ApplicationContext program) {
        var office = new LiveOffice(program);
        var terms = new LiveOffice.Terms("会场", OnTimeout.FALL_BACK, MINUTES, ABSENT_SECONDS, PEOPLE);
        var campaign = office.started(terms, PEOPLE, SEATS);
        var people = office.turns(campaign).stream()
                .map(turn -> invited(program, office, turn))
                .toList();
        var number = Objects.requireNonNull(office.gathering.read(campaign).number());
        return new Prepared(campaign, number, people, office.posts(campaign), TestCounty.ensure(program));
    }

    private static Invited invited(ApplicationContext program, LiveOffice office, LiveTurn turn) {
        var one = office.candidate(turn);
        return new Invited(
                turn.position(),
                one.id(),
                one.pseudonym(),
                TestCounty.himself(program, one.person(), one.name(), one.home()));
    }

    private static Fate fate(int position) {
        if (KILLED.contains(position)) {
            return Fate.COMES;
        }
        if (KILLED.contains(position + 1)) {
            return Fate.CUT_OFF;
        }
        return switch (position % 8) {
            case 2 -> Fate.HALF_SENT;
            case 3 -> Fate.GIVES_UP;
            case 4 -> Fate.AT_WINDOW;
            case 5 -> position < PEOPLE - 8 && position % 40 != 21 ? Fate.CHOOSES : Fate.STAYS_AWAY;
            case 0 -> Fate.HANGS_UP;
            default -> Fate.CHOOSES;
        };
    }

    private static boolean isAbsent(Fate fate) {
        return fate == Fate.COMES || fate == Fate.STAYS_AWAY;
    }

    private static Participant participant(Hall hall, Prepared prepared, Invited one, Participant.Window window) {
        int falls = 1 + (int) KILLED.stream().filter(at -> at < one.position()).count();
        var popular = prepared.posts().getFirst();
        return new Participant(hall, one, fate(one.position()), falls, popular, window);
    }

    private static List<Future<SortedMap<Integer, Row>>> lookersOn(
            ExecutorService everybody, Hall hall, String number) {
        var chains = new ConcurrentHashMap<Integer, String>();
        int seats = IntStream.of(SEATS).sum();
        return IntStream.range(0, LOOKERS_ON)
                .mapToObj(i -> everybody.submit(
                        () -> hall.with(() -> new LookerOn(hall, i < 2, number, seats, chains).looksOn())))
                .toList();
    }

    /** Each time when somebody has sent his choice and not heard the answer, and the turn of who is absent has begun. */
    private static void fallDown(Hall hall) throws Exception {
        for (int kill = 0; kill < KILLED.size(); kill++) {
            hall.awaitCutOff(kill + 1);
            hall.awaitTurn(KILLED.get(kill));
            hall.fallDown(kill % 2 == 1);
            hall.open();
        }
    }

    private static <T> List<T> results(List<Future<T>> all) throws Exception {
        var results = new ArrayList<T>();
        for (var one : all) {
            results.add(one.get());
        }
        return results;
    }

    private static void everybodyHasWhatHeWasTold(
            Prepared prepared, List<Participant.End> ends, SortedMap<Integer, Row> seen) {
        assertThat(seen).as("一人一轮，一轮不缺").hasSize(PEOPLE);
        var titles = new HashMap<UUID, String>();
        for (int post = 0; post < SEATS.length; post++) {
            titles.put(prepared.posts().get(post), "管网工" + (post + 1));
        }
        for (var end : ends) {
            var row = Objects.requireNonNull(seen.get(end.who().position()));
            assertThat(row.pseudonym()).as("次序").isEqualTo(end.who().pseudonym());
            if (end.fate() == Fate.STAYS_AWAY) {
                assertThat(row.how()).startsWith("超时").contains("点名未到");
                continue;
            }
            assertThat(row.hasPost()).as("%s", end).isEqualTo(end.took() != null);
            assertThat(row.how()).as("%s", end).doesNotStartWith("超时");
            if (end.took() != null) {
                assertThat(row.post()).as("%s", end).endsWith(titles.get(end.took()));
                assertThat(end.said()).isEqualTo("您选定了：" + row.post());
            }
        }
        for (int post = 0; post < SEATS.length; post++) {
            var title = "管网工" + (post + 1);
            assertThat(seen.values().stream().filter(row -> row.post().endsWith(title)))
                    .as(title)
                    .hasSizeLessThanOrEqualTo(SEATS[post]);
        }
    }

    /** As the auditor takes it. */
    private static byte[] fullFile(Hall hall, Prepared prepared) {
        var auditor = Browser.signedIn(hall.port, prepared.personas().get("shenji"));
        var page = auditor.get("/campaign-files").body();
        var form = Pattern.compile("action=\"(/campaign-files/" + prepared.campaign() + "/([0-9a-f-]{36}))\"")
                .matcher(page);
        assertThat(form.find()).as(page).isTrue();
        var answer = auditor.post(
                form.group(1),
                Map.of(
                        "_command",
                        Ids.next().toString(),
                        "_post",
                        auditor.postOf("/campaign-files"),
                        "reason." + form.group(2),
                        "核验现场选岗"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().getBytes(StandardCharsets.UTF_8);
    }

    /** The second implementation has no objection, and everybody has in it what was seen. */
    private static void theFileHolds(byte[] file, SortedMap<Integer, Row> seen) throws Exception {
        assertThat(new SecondOpinion().objection(Map.of("file", file))).isEmpty();
        var full = JsonMapper.builder().build().readTree(file);
        var titles = new HashMap<String, String>();
        full.get("input")
                .get("posts")
                .forEach(one ->
                        titles.put(one.get("id").asString(), one.get("title").asString()));
        var steps = new HashMap<String, JsonNode>();
        full.get("steps").forEach(one -> steps.put(one.get("candidate").asString(), one));
        var order = new ArrayList<String>();
        full.get("order").forEach(one -> order.add(one.asString()));
        assertThat(seen.values().stream().map(Row::pseudonym)).isEqualTo(order);
        for (var row : seen.values()) {
            var step = Objects.requireNonNull(steps.get(row.pseudonym()));
            assertThat(step.get("round").asInt() == 1).as("%s", row).isEqualTo(row.hasPost());
            if (row.hasPost()) {
                assertThat(row.post()).endsWith(titles.get(step.get("post").asString()));
            }
        }
    }
}
