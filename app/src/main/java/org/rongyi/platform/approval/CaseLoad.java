package org.rongyi.platform.approval;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.route.Course;
import org.rongyi.platform.approval.route.Move;
import org.rongyi.platform.approval.route.Position;
import org.rongyi.platform.approval.route.Position.Result;
import org.rongyi.platform.approval.route.Route;
import org.rongyi.platform.approval.route.RouteBook;
import org.rongyi.platform.approval.route.Seat;
import org.rongyi.platform.database.CopyStream;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.WorkingDays;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cases in bulk, for a demo: each is played by the rules ({@link Course}, the clock), move by move, and written as it stands at the
 * end, with the tasks and the history it has by then; a 公示 hangs its days and comes down. Routes with one seat at each step only.
 */
public final class CaseLoad {

    public static final List<String> TABLES = List.of(
            "approval.serial",
            "approval.case_file",
            TaskLoad.TABLE,
            "approval.event",
            "approval.stop",
            "approval.delivery",
            "approval.rating",
            NoticeLoad.TABLE);
    public static final SealedField REASON = CaseTexts.REASON;

    private final Vault vault;
    private final Policy policy;
    private final CaseClock clock;
    private final LocalDate today;
    private final CopyStream.Target serials;
    private final CopyStream.Target cases;
    private final TaskLoad tasks;
    private final CopyStream.Target events;
    private final CopyStream.Target stops;
    private final CopyStream.Target deliveries;
    private final CopyStream.Target ratings;
    private final NoticeLoad notices;
    private final Map<Day, Integer> last = new HashMap<>();
    private final Map<Route, String> routes = new HashMap<>();
    private final JsonMapper json = JsonMapper.builder().build();

    public CaseLoad(CopyStream stream, Vault vault, Policy policy, WorkingDays days, LocalDate today) {
        this.vault = vault;
        this.policy = policy;
        this.clock = new CaseClock(days);
        this.today = today;
        this.serials = stream.into("approval.serial", "service, code, day, last");
        this.cases = stream.into(
                "approval.case_file",
                "id, number, service, subject, person_id, person_name, code_then, code_now, route, applied_on, applied_at,"
                        + " filed_account, filed_by, filed_unit, filed_ground, state, result, step, supplemented,"
                        + " received_on, accepted_on, decide_days, decide_due, decide_certain, stopped_on, decided_on,"
                        + " decided_by, reason_sealed, version");
        this.tasks = new TaskLoad(stream);
        this.events = stream.into("approval.event", "id, case_id, person_id, code_now, at, what, who, unit");
        this.stops = stream.into("approval.stop", "id, case_id, person_id, code_now, ground, from_on, to_on");
        this.deliveries = stream.into(
                "approval.delivery", "case_id, person_id, code_now, way, on_day, proof, by_name, by_unit, at");
        this.ratings = stream.into("approval.rating", "id, person_id, code_now, service, grade, by_default, at");
        this.notices = new NoticeLoad(stream);
    }

    private record Day(String service, DivisionCode code, LocalDate on) {}

    /** What was filed, for somebody by a clerk of the unit. */
    public record Filing(
            UUID id,
            RouteBook.Service service,
            String subject,
            UUID person,
            String personName,
            DivisionCode code,
            OffsetDateTime at,
            UUID account,
            String by,
            UUID unit,
            String unitName,
            String ground) {

        LocalDate on() {
            return at.toLocalDate();
        }
    }

    /**
     * One move.
     *
     * @param what as the history says it
     * @param by who made it; his unit
     * @param verdict as the task keeps it; none where the move is the applicant's
     */
    public record Made(
            Move move,
            OffsetDateTime at,
            String what,
            String by,
            String unit,
            @Nullable String verdict,
            @Nullable String reason) {}

    /** Where a seat stands for the place, and who is above a unit of it. */
    public record Where(Function<Seat, Desks.Desk> desk, Function<Desks.Desk, Desks.Desk> above) {}

    /** The number of a case without a 公示. */
    public String play(Filing filing, List<Made> moves, Where where, @Nullable String rated, RandomGenerator random) {
        return play(filing, moves, where, rated, "", random);
    }

    /**
     * @param rated the applicant's grade once it is decided; none: by default when the days are over
     * @param matter what a 公示 of it says
     * @return its number
     */
    public String play(
            Filing filing,
            List<Made> moves,
            Where where,
            @Nullable String rated,
            String matter,
            RandomGenerator random) {
        var route = filing.service()
                .on(filing.on(), filing.code())
                .orElseThrow()
                .settled(limit -> policy.number(limit, filing.on()));
        var playing = new Playing(filing, route, where, matter, random);
        playing.begin();
        moves.forEach(playing::make);
        playing.end(rated);
        return playing.file.number();
    }

    /** Writes how far the numbers of each day have got, so that acts go on behind them. */
    public void finish() {
        last.forEach((day, serial) -> serials.row(day.service(), day.code(), day.on(), serial));
    }

    /** One case on its way. */
    private final class Playing {

        private final Filing filing;
        private final Route route;
        private final Where where;
        private final String matter;
        private final RandomGenerator random;
        private CaseFile file;
        private TaskLoad.@Nullable Open open;
        private @Nullable LocalDate stopped;
        private @Nullable String ground;
        private @Nullable LocalDate delivered;

        Playing(Filing filing, Route route, Where where, String matter, RandomGenerator random) {
            this.filing = filing;
            this.route = route;
            this.where = where;
            this.matter = matter;
            this.random = random;
            var on = filing.on();
            int serial = last.merge(new Day(filing.service().id(), filing.code(), on), 1, Integer::sum);
            this.file = new CaseFile(
                    filing.id(),
                    CaseNumber.of(filing.service().prefix(), filing.code(), on, serial),
                    filing.service().id(),
                    filing.subject(),
                    filing.person(),
                    filing.personName(),
                    filing.code(),
                    route,
                    new CaseFile.Filed(
                            on, filing.at(), filing.account(), null, filing.by(), filing.unit(), null, filing.ground()),
                    Position.START,
                    1,
                    on,
                    new CaseFile.Acceptance(null, false, number(route.limits().decide()), null, null),
                    new CaseFile.Decision(null, null, null),
                    1);
        }

        void begin() {
            tell(filing.at(), "代为提交申请", filing.by(), filing.unitName());
            open(filing.at());
        }

        void make(Made made) {
            var day = made.at().toLocalDate();
            var next = Course.after(route, file.position(), made.move())
                    .orElseThrow(() -> new IllegalStateException("not allowed there: " + made));
            var by = new By(null, made.by(), made.unit(), null);
            var before = file;
            file = new CaseFile(
                    file.id(),
                    file.number(),
                    file.service(),
                    file.subject(),
                    file.person(),
                    file.personName(),
                    file.code(),
                    route,
                    file.filed(),
                    next,
                    1,
                    made.move() instanceof Move.Supplement ? day : file.receivedOn(),
                    clock.acceptance(file, next, made.move(), by, day),
                    file.decided(next, new CaseFile.Decision(day, made.by(), made.reason())),
                    file.version() + 1);
            stops(before, day);
            if (open != null) {
                write(open, made);
            }
            tell(made.at(), made.what(), made.by(), made.unit());
            if (made.move() instanceof Move.Deliver) {
                deliveries.row(
                        file.id(),
                        file.person(),
                        file.code(),
                        "当面送达，本人签收",
                        day,
                        "本人签收",
                        made.by(),
                        made.unit(),
                        made.at());
                delivered = day;
            }
            open(made.at());
        }

        void end(@Nullable String rated) {
            if (open != null) {
                write(open, null);
            }
            if (stopped != null) {
                stop(null);
            }
            var decided = file.decision().on();
            if (file.state().isOver() && file.result() != Result.WITHDRAWN && decided != null) {
                boolean silent = rated == null;
                boolean passed = delivered != null
                        && delivered.plusDays(number("approval.rating.days")).isBefore(today);
                if (!silent || passed) {
                    var grade = rated == null ? Ratings.DEFAULT : rated;
                    ratings.row(file.id(), file.person(), file.code(), file.service(), grade, silent, at(decided));
                }
            }
            row();
        }

        private void open(OffsetDateTime at) {
            var limits = route.limits();
            var day = at.toLocalDate();
            var counter = route.step(0).seats().getFirst();
            int step = file.position().step();
            open = switch (file.state()) {
                case RECEIVED -> {
                    int limit = Math.min(route.step(0).days(), number(limits.accept()));
                    yield opened(
                            Task.Kind.SEAT, 0, route.step(0).zh(), counter, at, clock.after(file.receivedOn(), limit));
                }
                case SUPPLEMENT ->
                    opened(Task.Kind.WAIT, step, "等申请人补正", counter, at, clock.after(day, number(limits.supplement())));
                case HANDLING -> {
                    var one = route.step(step);
                    var seat = one.seats().getFirst();
                    if (one.publication() != null) {
                        yield opened(Task.Kind.SEAT, step, one.zh(), seat, at, clock.after(day, one.days()));
                    }
                    var due = clock.after(day, one.days());
                    var whole = file.acceptance().running();
                    yield opened(
                            Task.Kind.SEAT,
                            step,
                            one.zh(),
                            seat,
                            at,
                            whole != null && whole.on().isBefore(due.on()) ? whole : due);
                }
                case DECIDED ->
                    opened(Task.Kind.DELIVER, step, "送达", counter, at, clock.after(day, number(limits.deliver())));
                case PAUSED, CLOSED -> null;
            };
        }

        private TaskLoad.Open opened(Task.Kind kind, int step, String zh, Seat seat, OffsetDateTime at, Term.Due due) {
            return new TaskLoad.Open(id(at), kind, step, zh, where.desk().apply(seat), seat.roles(), at, due);
        }

        private void write(TaskLoad.Open task, @Nullable Made done) {
            var publication = route.step(task.step()).publication();
            if (publication != null && done != null && task.kind() == Task.Kind.SEAT) {
                notices.shown(
                        file,
                        new NoticeLoad.Shown(
                                task.id(),
                                filing.service().zh(),
                                publication.name(),
                                matter,
                                task.desk(),
                                TaskLoad.roles(task),
                                number(publication.examine()),
                                task.at().toLocalDate(),
                                task.due().on(),
                                done.at().toLocalDate()));
            }
            boolean late = done == null && task.due().on().isBefore(today);
            var above = late ? where.above().apply(task.desk()) : null;
            var raised = above == null
                    ? null
                    : new TaskLoad.Raised(above, at(task.due().on().plusDays(1)));
            tasks.task(file, task, done, raised);
        }

        private void stops(CaseFile before, LocalDate day) {
            if (before.stopped() == null && file.stopped() != null) {
                stopped = day;
                ground = file.stopped();
            } else if (before.stopped() != null && file.stopped() == null) {
                stop(day);
                stopped = null;
            }
        }

        private void stop(@Nullable LocalDate until) {
            stops.row(id(filing.at()), file.id(), file.person(), file.code(), ground, stopped, until);
        }

        private void tell(OffsetDateTime at, String what, String who, String unit) {
            events.row(id(at), file.id(), file.person(), file.code(), at, what, who, unit);
        }

        private void row() {
            var acceptance = file.acceptance();
            var decision = file.decision();
            cases.row(
                    file.id(),
                    file.number(),
                    file.service(),
                    file.subject(),
                    file.person(),
                    file.personName(),
                    file.code(),
                    file.code(),
                    routes.computeIfAbsent(route, json::writeValueAsString),
                    file.filed().on(),
                    file.filed().at(),
                    file.filed().account(),
                    file.filed().by(),
                    file.filed().unit(),
                    file.filed().ground(),
                    file.state(),
                    file.result(),
                    file.position().step(),
                    file.position().supplemented(),
                    file.receivedOn(),
                    acceptance.on(),
                    acceptance.days(),
                    acceptance.due() == null ? null : acceptance.due().on(),
                    acceptance.due() == null || acceptance.due().certain(),
                    acceptance.stoppedOn(),
                    decision.on(),
                    decision.by(),
                    CaseTexts.seal(vault, CaseTexts.REASON, file.id(), decision.reason()),
                    file.version());
        }

        private int number(String parameter) {
            return policy.number(parameter, filing.on());
        }

        private UUID id(OffsetDateTime at) {
            return Ids.at(at.toInstant().toEpochMilli(), random);
        }

        private OffsetDateTime at(LocalDate day) {
            return day.atTime(filing.at().toLocalTime()).atOffset(filing.at().getOffset());
        }
    }
}
