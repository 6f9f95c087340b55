package org.rongyi.platform.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.route.Position.State;
import org.rongyi.platform.approval.route.RouteBook;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.springframework.stereotype.Service;

/**
 * 申请复核 (广东省困难退役军人帮扶援助办法 第十五条, and every service whose document allows it): whoever applied, one of his family or a post for him,
 * holds the result wrong. It goes to the bureau above the unit that decided, and is a case of its own there.
 */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        self = true,
        kin = true)
public class AskRecheck implements Act<AskRecheck.Command, AskRecheck.Outcome> {

    static final String WITHIN = "approval.recheck.days";

    private final Cases cases;
    private final Rechecks rechecks;
    private final RouteBook book;
    private final CaseFiles files;
    private final TaskHold hold;
    private final Policy policy;
    private final Clock clock;

    AskRecheck(
            Cases cases,
            Rechecks rechecks,
            RouteBook book,
            CaseFiles files,
            TaskHold hold,
            Policy policy,
            Clock clock) {
        this.cases = cases;
        this.rechecks = rechecks;
        this.book = book;
        this.files = files;
        this.hold = hold;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * @param file the case whose decision it is against
     * @param words what is wrong with it
     * @param ground why a post asks for him; none from himself or his family
     */
    public record Command(
            CommandId id, UUID file, String words, @Nullable String ground) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        /** @param subject the case of the 复核 */
        record Asked(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** It is not decided, or its document knows no 复核. */
        record NotReviewable() implements Outcome, Refused {}

        /** @param last the last day it could be asked for */
        record TooLate(LocalDate last) implements Outcome, Refused {}

        /** This decision is being looked at again, or was. */
        record AskedBefore(UUID recheck) implements Outcome, Refused {}

        /** The province decided: there is no bureau above it. */
        record NobodyAbove() implements Outcome, Refused {}

        record NotIdentified(Assurance wanted) implements Outcome, Refused {}

        /** 不在委托之内. */
        record NotGiven() implements Outcome, Refused {}

        record Missing(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var found = cases.lock(command.file());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var file = found.get();
        var missing = missing(actor, command);
        if (missing.isPresent()) {
            return missing.get();
        }
        if (!isReviewable(file)) {
            return new Outcome.NotReviewable();
        }
        var last = lastDay(file);
        if (last.isPresent() && LocalDate.now(clock).isAfter(last.get())) {
            return new Outcome.TooLate(last.get());
        }
        var before = before(file);
        if (before.isPresent()) {
            return new Outcome.AskedBefore(before.get().id());
        }
        var above = cases.above(file, hold.decidedAt(file).level());
        return above.isEmpty()
                ? new Outcome.NobodyAbove()
                : open(actor, command, file, above.get().level());
    }

    /** Whether what stands there is a decision, and its document lets it be looked at again. */
    public static boolean isReviewable(CaseFile file) {
        return file.route().hasReview()
                && file.result() != null
                && file.result().isDecision();
    }

    /** Whether the reader's page offers it today. */
    public boolean isOpen(CaseFile file) {
        return isReviewable(file)
                && before(file).isEmpty()
                && lastDay(file)
                        .map(last -> !LocalDate.now(clock).isAfter(last))
                        .orElse(true)
                && cases.above(file, hold.decidedAt(file).level()).isPresent();
    }

    /** So many days after it was received; it does not run before it was. */
    public Optional<LocalDate> lastDay(CaseFile file) {
        var decided = file.decision().on();
        return decided == null || file.state() != State.CLOSED
                ? Optional.empty()
                : cases.delivery(file.id()).map(one -> one.on().plusDays(policy.number(WITHIN, decided)));
    }

    private Optional<Rechecks.Line> before(CaseFile file) {
        return rechecks.of(file.id()).stream()
                .filter(one -> one.ofRound() == file.round() && !one.isVoid())
                .findFirst();
    }

    private Optional<Outcome> missing(Actor actor, Command command) {
        boolean agent = actor instanceof Actor.Office;
        return hold.missing("words", command.words(), "请写明对哪一点有异议、理由是什么")
                .or(() -> agent
                        ? hold.missing("ground", command.ground() == null ? "" : command.ground(), "请写明为什么代办")
                        : Optional.empty())
                .map(why -> why instanceof TaskOutcome.Missing(var field, var words)
                        ? new Outcome.Missing(field, words)
                        : new Outcome.NotFound());
    }

    private Outcome open(Actor actor, Command command, CaseFile file, Level level) {
        var filing = new Cases.Filing(
                Rechecks.SERVICE,
                book.get(file.service()).zh() + "（" + file.number() + "）",
                file.person(),
                file.personName(),
                file.code(),
                actor instanceof Actor.Office ? command.ground() : null);
        return switch (cases.openAt(actor, command.id().value(), filing, level)) {
            case Cases.AlreadyOpen() -> throw new IllegalStateException("each decision has its own");
            case Cases.NotIdentified(var wanted) -> new Outcome.NotIdentified(wanted);
            case Cases.NotGiven() -> new Outcome.NotGiven();
            case Cases.Opened(var opened) -> {
                rechecks.keep(opened, file, command.words());
                cases.tell(file, By.of(actor), "申请复核", null);
                yield files.claim(actor, command.id(), opened)
                        .<Outcome>map(why -> new Outcome.Missing("evidence", why))
                        .orElseGet(() -> new Outcome.Asked(opened));
            }
        };
    }
}
