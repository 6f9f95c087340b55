package org.rongyi.platform.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.documents.attachment.AttachmentOwner;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.documents.attachment.DraftFiles;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.policy.Policy;
import org.springframework.stereotype.Service;

/**
 * 对公示提出异议, by anybody who says who he is and how he is reached, or by a clerk for somebody who has come to the counter.
 * Material is handed in at the counter only: what strangers send is not kept. Online so many are taken for one notice and
 * day; the counter takes every one.
 */
@Service
@Allow(everyone = true)
public class RaiseObjection implements Act<RaiseObjection.Command, RaiseObjection.Outcome> {

    static final String MOST = "approval.objection.most";

    private final PublicNotices notices;
    private final Objections objections;
    private final Cases cases;
    private final TaskHold hold;
    private final DraftFiles files;
    private final Policy policy;
    private final Clock clock;

    RaiseObjection(
            PublicNotices notices,
            Objections objections,
            Cases cases,
            TaskHold hold,
            DraftFiles files,
            Policy policy,
            Clock clock) {
        this.notices = notices;
        this.objections = objections;
        this.cases = cases;
        this.hold = hold;
        this.files = files;
        this.policy = policy;
        this.clock = clock;
    }

    public record Command(CommandId id, UUID notice, Objection.Objector by, String grounds) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        /** @param answerBy until when it is answered in writing */
        record Raised(UUID subject, String number, LocalDate answerBy) implements Outcome, Done {}

        /** It hangs no more, or never did. */
        record NotHanging() implements Outcome, Refused {}

        /** The notice is of a place the clerk's unit does not serve. */
        record NotYours() implements Outcome, Refused {}

        /** As many of today as are taken online. */
        record FullToday() implements Outcome, Refused {}

        /** Something is missing or cannot be kept. */
        record Missing(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var today = LocalDate.now(clock);
        var notice = notices.find(command.notice(), today);
        if (notice.isEmpty()) {
            return new Outcome.NotHanging();
        }
        if (actor instanceof Actor.Office office
                && !office.scope().contains(notice.get().code())) {
            return new Outcome.NotYours();
        }
        return wrong(command).orElseGet(() -> file(actor, command, notice.get(), today));
    }

    private Optional<Outcome> wrong(Command command) {
        var wrong = command.by().wrong();
        if (wrong.isPresent()) {
            return Optional.of(
                    new Outcome.Missing(wrong.get().field(), wrong.get().why()));
        }
        return hold.missing("grounds", command.grounds(), "请写明哪里不对、您知道的事实")
                .map(why -> why instanceof TaskOutcome.Missing(var field, var words)
                        ? new Outcome.Missing(field, words)
                        : new Outcome.NotHanging());
    }

    private Outcome file(Actor actor, Command command, PublicNotice notice, LocalDate today) {
        var id = command.id().value();
        var number = objections.nextNumber(cases.store(), notice.code(), today);
        var due = cases.after(today, notice.examineDays());
        var office = actor instanceof Actor.Office one ? one : null;
        var filing = new Objections.Filing(
                id,
                Ids.next(),
                number,
                command.by(),
                command.grounds(),
                due,
                office == null ? "群众（网上提交）" : office.name() + "（" + office.unitName() + "，窗口登记）",
                office == null ? null : office.unit(),
                policy.number(MOST, today));
        return switch (objections.file(notice.id(), filing, OffsetDateTime.now(clock), today)) {
            case CLOSED -> new Outcome.NotHanging();
            case FULL_TODAY -> new Outcome.FullToday();
            case TAKEN -> {
                cases.trail().objected(number, notice.publisher().name());
                cases.news().objected(notice, filing.task(), number, due);
                yield office == null ? raised(id, number, due) : claim(office, command, notice, number, due);
            }
        };
    }

    private Outcome claim(Actor.Office office, Command command, PublicNotice notice, String number, Term.Due due) {
        var owner = new AttachmentOwner(ObjectionFiles.OWNER_KIND, command.id().value(), notice.code(), null);
        return switch (files.claim(office, command.id(), owner)) {
            case Attachments.Added ignored -> raised(command.id().value(), number, due);
            case Attachments.Refused(var reason) -> new Outcome.Missing("evidence", reason);
        };
    }

    private static Outcome raised(UUID id, String number, Term.Due due) {
        return new Outcome.Raised(id, number, due.on());
    }
}
