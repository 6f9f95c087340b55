package org.rongyi.people.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.network.organisation.Units;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.Place;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.documents.attachment.AttachmentOwner;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.documents.attachment.DraftFiles;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.notice.Notice;
import org.rongyi.platform.notice.Notices;
import org.rongyi.platform.notice.Recipient;
import org.springframework.stereotype.Service;

/**
 * 答复单独同意: yes, no, or not any more, by the person himself or recorded by a post he stood before, which is then told to
 * him (个人信息保护法 第 14、15、23、29 条). What takes a signature is not given without the signed paper.
 */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE},
        self = true)
public class AnswerConsent implements Act<AnswerConsent.Command, AnswerConsent.Outcome> {

    /** The record the signed paper hangs on. */
    static final String OWNER_KIND = "consent.reply";

    /** 政务服务便民热线: for a unit without a number of its own. */
    private static final String HOTLINE = "12345";

    private final PersonFile file;
    private final Consents consents;
    private final StatementShelf statements;
    private final DraftFiles drafts;
    private final Units units;
    private final Notices notices;
    private final AuditTrail audit;
    private final Clock clock;

    AnswerConsent(
            PersonFile file,
            Consents consents,
            StatementShelf statements,
            DraftFiles drafts,
            Units units,
            Notices notices,
            AuditTrail audit,
            Clock clock) {
        this.file = file;
        this.consents = consents;
        this.statements = statements;
        this.drafts = drafts;
        this.units = units;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param version the one that was shown */
    public record Command(CommandId id, UUID person, String statement, LocalDate version, boolean agrees)
            implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Answered(UUID subject, Reply reply) implements Outcome, Done {}

        /** The person or the statement: absent, or outside the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        /** Another version is in force by now. */
        record Outdated() implements Outcome, Refused {}

        /** It says so already, in this version. */
        record SaidSo() implements Outcome, Refused {}

        /** It takes the person's signature on paper. */
        record NotSigned() implements Outcome, Refused {}

        /** The signed paper cannot be kept; the reason is for the person. */
        record NotKept(String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var statement = statements
                .find(command.statement())
                .filter(Statement::isConsent)
                .filter(one -> one.at() == null);
        if (statement.isEmpty() || file.find(command.person()).isEmpty()) {
            return new Outcome.NotFound();
        }
        var version = statement.get().on(LocalDate.now(clock));
        if (version.isEmpty() || !version.get().from().equals(command.version())) {
            return new Outcome.Outdated();
        }
        var latest = consents.latest(command.person(), command.statement()).orElse(null);
        var reply = reply(latest, command.agrees());
        if (saysSo(latest, reply, version.get())) {
            return new Outcome.SaidSo();
        }
        boolean signs = statement.get().paper() && command.agrees();
        if (signs
                && (actor instanceof Actor.Self
                        || drafts.list(actor, command.id()).isEmpty())) {
            return new Outcome.NotSigned();
        }
        var way = actor instanceof Actor.Self ? Way.OWN : signs ? Way.SIGNED : Way.IN_PERSON;
        var id = consents.add(actor, command.person(), statement.get(), version.get(), reply, way);
        var hindrance = keep(actor, command, id);
        if (hindrance.isPresent()) {
            return new Outcome.NotKept(hindrance.get());
        }
        tell(actor, command.person(), statement.get(), reply, id);
        explain(statement.get(), latest, reply, way);
        return new Outcome.Answered(command.person(), reply);
    }

    /** Who once said yes and now says no withdraws it. */
    private Reply reply(Consents.@Nullable Kept latest, boolean agrees) {
        if (agrees) {
            return Reply.AGREED;
        }
        boolean hadAgreed = latest != null && latest.isYes(LocalDate.now(clock));
        return hadAgreed ? Reply.WITHDRAWN : Reply.DECLINED;
    }

    /** A yes may be given anew while it holds only where it has a last day. */
    private static boolean saysSo(Consents.@Nullable Kept latest, Reply reply, Statement.Version version) {
        if (latest == null || !latest.version().equals(version.from())) {
            return false;
        }
        return switch (reply) {
            case AGREED -> latest.reply() == Reply.AGREED && latest.validUntil() == null;
            case DECLINED -> latest.reply() == Reply.DECLINED || latest.reply() == Reply.WITHDRAWN;
            case WITHDRAWN, TOLD -> false;
        };
    }

    private Optional<String> keep(Actor actor, Command command, UUID reply) {
        if (!(actor instanceof Actor.Office)) {
            return Optional.empty();
        }
        var owner = new AttachmentOwner(OWNER_KIND, reply, place(command.person()), command.person());
        return switch (drafts.claim(actor, command.id(), owner)) {
            case Attachments.Added ignored -> Optional.empty();
            case Attachments.Refused(var why) -> Optional.of(why);
        };
    }

    private DivisionCode place(UUID person) {
        return file.places(person).stream()
                .filter(Place::responsible)
                .findFirst()
                .orElseThrow()
                .code();
    }

    /** What a post records in his name, he is told, so that he can object. */
    private void tell(Actor actor, UUID person, Statement statement, Reply reply, UUID id) {
        if (actor instanceof Actor.Office office) {
            var phone = units.find(office.unit())
                    .map(unit -> unit.details().phone())
                    .filter(one -> !one.isBlank());
            var fields = Map.of(
                    "statement", statement.zh(),
                    "reply", reply.zh(),
                    "station", office.unitName(),
                    "stationPhone", phone.orElse(HOTLINE));
            notices.send(Notice.of("consent.recorded", id, "/me/privacy", fields), new Recipient.Person(person));
        }
    }

    private void explain(Statement statement, Consents.@Nullable Kept latest, Reply reply, Way way) {
        var before = latest == null ? null : latest.reply().zh();
        audit.explain(
                new Detail(null, List.of(new Detail.Change(statement.zh(), before, reply.zh() + "，" + way.zh()))));
    }
}
