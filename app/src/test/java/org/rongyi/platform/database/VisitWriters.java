package org.rongyi.platform.database;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.Browser;
import org.rongyi.LookAgain;
import org.rongyi.demo.CountyDirectory;
import org.rongyi.platform.kernel.Ids;

/**
 * Many clerks at their browsers, who record visits, correct and withdraw them, and keep in mind what they were answered. Whoever is not
 * answered sends the same form again until he is, as a clerk would who sees nothing of the machine but its pages.
 */
final class VisitWriters implements AutoCloseable {

    static final String RECORD = "RecordVisit";
    static final String CORRECT = "CorrectVisit";
    static final String WITHDRAW = "WithdrawVisit";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String SESSION = "rongyi_session";
    private static final Pattern PERSON = Pattern.compile("/visits/new\\?person=([0-9a-f-]{36})");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}{4}");
    private static final int UNAVAILABLE = 503;
    private static final int SEE_OTHER = 303;

    /** Days back over which visits are spread. */
    private static final int DAYS = 60;

    /** Every so many, what was answered is sent once more. */
    private static final int SENT_AGAIN = 8;

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private final List<Clerk> clerks;
    private final LocalDate today = LocalDate.now(ZONE);
    private final Map<UUID, Act> answered = new ConcurrentHashMap<>();
    private final Map<UUID, Act> asking = new ConcurrentHashMap<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final List<Future<Boolean>> work = new ArrayList<>();
    private final ExecutorService threads;
    private int waiting;
    private int port;
    private boolean over;

    /** One who is signed in, at work under his post, with people to visit. */
    record Clerk(String session, String post, List<String> people) {

        static Clerk of(Browser signedIn) {
            var people = PERSON.matcher(signedIn.get("/contacts?which=ALL").body())
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();
            return new Clerk(
                    signedIn.cookie(SESSION), signedIn.postOf("/visits/new?person=" + people.getFirst()), people);
        }
    }

    /**
     * What one asks for.
     *
     * @param path where its form goes
     * @param visit of which record; null for a new one
     */
    record Act(
            UUID command,
            String name,
            String path,
            @Nullable UUID visit,
            Map<String, String> form,
            String led) {

        Act led(String to) {
            return new Act(command, name, path, visit, form, to);
        }

        /** The record it is about, once it is answered. */
        UUID subject() {
            return visit == null ? UUID.fromString(led.replaceAll("^/visits/([0-9a-f-]{36}).*$", "$1")) : visit;
        }
    }

    /** A record of his own, as he knows it. */
    private record Own(UUID id, String person, int version) {}

    VisitWriters(List<Clerk> clerks, int many) {
        this.clerks = clerks;
        this.threads = Executors.newFixedThreadPool(many);
        for (int number = 0; number < many; number++) {
            var one = new Writer(number);
            work.add(threads.submit(one::write));
        }
    }

    /** All that was ever answered, by its command. */
    Map<UUID, Act> answered() {
        return Map.copyOf(answered);
    }

    /** What somebody has sent and was not answered yet, by its command. */
    Map<UUID, Act> asking() {
        return Map.copyOf(asking);
    }

    /** How often somebody got no answer at all, or 503. */
    int unanswered() {
        return unanswered.get();
    }

    /** How often somebody was told that the database is not there. */
    int turnedAway() {
        return turnedAway.get();
    }

    /** From now on the program is there. */
    synchronized void goOn(int at) {
        port = at;
        notifyAll();
    }

    /** The program is gone; ends when each of them has noticed and waits for the next. */
    synchronized void standStill() throws InterruptedException {
        port = 0;
        while (waiting < work.size()) {
            failed();
            wait(TimeUnit.SECONDS.toMillis(1));
        }
    }

    /** Until so many more are answered. */
    void awaitAnswers(int more) throws InterruptedException {
        int until = answered.size() + more;
        while (answered.size() < until) {
            failed();
            LookAgain.soon();
        }
    }

    /** Each finishes what he began. */
    void finish() throws Exception {
        synchronized (this) {
            over = true;
        }
        for (var one : work) {
            one.get();
        }
    }

    /** Throws what one of them has failed by. */
    void failed() throws InterruptedException {
        for (var one : work) {
            if (one.isDone() && one.state() == Future.State.FAILED) {
                throw new AssertionError(one.exceptionNow());
            }
        }
    }

    private synchronized boolean isOver() {
        return over;
    }

    private synchronized int awaitProgram() throws InterruptedException {
        waiting++;
        notifyAll();
        while (port == 0) {
            wait();
        }
        waiting--;
        return port;
    }

    private synchronized boolean isAt(int where) {
        return port == where;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** One of them. */
    private final class Writer {

        private final Clerk clerk;
        private final Random random;
        private final List<Own> own = new ArrayList<>();
        private int at;
        private @Nullable Browser browser;

        Writer(int number) {
            this.clerk = clerks.get(number % clerks.size());
            this.random = new Random(number);
        }

        boolean write() throws InterruptedException {
            while (!isOver()) {
                var act = next();
                asking.put(act.command(), act);
                var done = act.led(sentUntilAnswered(act));
                answered.put(act.command(), done);
                asking.remove(act.command());
                remember(done);
                if (random.nextInt(SENT_AGAIN) == 0) {
                    var again = sentUntilAnswered(act);
                    if (!again.equals(done.led())) {
                        throw new AssertionError(act + " led to " + done.led() + ", sent again to " + again);
                    }
                }
            }
            return true;
        }

        private void remember(Act done) {
            int version = Integer.parseInt(done.form().getOrDefault("version", "0")) + 1;
            if (!done.name().equals(WITHDRAW)) {
                own.add(new Own(done.subject(), done.form().get("person"), version));
            }
        }

        private Act next() {
            var command = Ids.next();
            int turn = own.isEmpty() ? 0 : random.nextInt(4);
            if (turn == 0 || turn == 3) {
                var person = clerk.people().get(random.nextInt(clerk.people().size()));
                return new Act(command, RECORD, "/visits", null, visit(command, person), "");
            }
            var one = own.remove(random.nextInt(own.size()));
            var form = new LinkedHashMap<>(visit(command, one.person()));
            form.put("version", Integer.toString(one.version()));
            form.put("reason", turn == 1 ? "日期记错" : "重复");
            var path = "/visits/" + one.id() + (turn == 1 ? "/correction" : "/withdrawal");
            return new Act(command, turn == 1 ? CORRECT : WITHDRAW, path, one.id(), form, "");
        }

        private Map<String, String> visit(UUID command, String person) {
            var day = today.minusDays(random.nextInt(DAYS)).toString();
            var form = new LinkedHashMap<>(CountyDirectory.visit(clerk.post(), person, day, "情况已了解"));
            form.put("_command", command.toString());
            return form;
        }

        /** Where its answer leads. */
        private String sentUntilAnswered(Act act) throws InterruptedException {
            while (true) {
                var answer = sent(act);
                if (answer.isPresent() && answer.get().statusCode() == SEE_OTHER) {
                    var led = answer.get().headers().firstValue("Location").orElse("");
                    if (!led.startsWith("/visits/")) {
                        throw new AssertionError(act + " leads to " + led);
                    }
                    return led;
                }
                unanswered.incrementAndGet();
                if (answer.isPresent()) {
                    isToldPlainly(act, answer.get());
                }
                LockSupport.parkNanos(PAUSE);
            }
        }

        /** Empty where nobody is left to answer. */
        private Optional<HttpResponse<String>> sent(Act act) throws InterruptedException {
            try {
                var mine = browser;
                if (mine == null || !isAt(at)) {
                    at = awaitProgram();
                    mine = new Browser(at);
                    mine.plant(SESSION, clerk.session());
                    mine.withToken(Map.of());
                    browser = mine;
                }
                return Optional.of(mine.post(act.path(), act.form()));
            } catch (UncheckedIOException gone) {
                browser = null;
                return Optional.empty();
            } catch (Browser.NoForm none) {
                browser = null;
                return Optional.of(none.shown());
            }
        }

        private void isToldPlainly(Act act, HttpResponse<String> answer) {
            if (answer.statusCode() != UNAVAILABLE
                    || !HAN.matcher(answer.body()).find()) {
                throw new AssertionError(act + " was answered " + answer.statusCode() + " "
                        + answer.body().lines().limit(200).collect(Collectors.joining("\n")));
            }
            if (answer.body().contains("已经提交的内容不受影响")) {
                turnedAway.incrementAndGet();
            }
        }
    }
}
