package org.rongyi.care.visit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.insight.figures.FactLoad;
import org.rongyi.platform.database.CopyStream;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;

/** Visits, whom they saw and when everybody is due again, in bulk with their figures; for a demo. */
public final class VisitLoad {

    public static final List<String> TABLES = List.of("visit.visit", "visit.attendee", "visit.contact");
    public static final SealedField SEALED = Visits.SAID;

    private final Vault vault;
    private final ContactRules rules;
    private final FactLoad facts;
    private final CopyStream.Target visits;
    private final CopyStream.Target attendees;
    private final CopyStream.Target contacts;

    public VisitLoad(CopyStream stream, Vault vault, Policy policy, FactLoad facts) {
        this.vault = vault;
        this.rules = new ContactRules(policy);
        this.facts = facts;
        this.visits = stream.into(
                "visit.visit",
                "id, code_then, code_now, happened_on, kind, mode, sent, unit_id, unit_name, recorded_unit,"
                        + " recorded_post, recorded_by, recorded_at, brought, said_sealed");
        this.attendees = stream.into(
                "visit.attendee", "visit_id, person_id, name, code_then, code_now, happened_on, mode, result");
        this.contacts = stream.into(
                "visit.contact",
                "person_id, code_now, group_name, registered_on, attention, ground, last_contact_on, last_visit_on,"
                        + " due_on, held");
    }

    /** Which station went, and who wrote it down. */
    public record By(UUID unit, String unitName, UUID post, String name) {}

    /** Somebody whom a visit was for. */
    public record Seen(UUID person, String name, Result result) {}

    /** A record at one place. */
    public record Record(
            UUID id,
            DivisionCode code,
            LocalDate on,
            OffsetDateTime recordedAt,
            String kind,
            String mode,
            Set<Sent> sent,
            String brought,
            String said,
            List<Seen> seen) {}

    public void visit(Record visit, By by) {
        visits.row(
                visit.id(),
                visit.code(),
                visit.code(),
                visit.on(),
                visit.kind(),
                visit.mode(),
                Sent.mask(visit.sent()),
                by.unit(),
                by.unitName(),
                by.unitName(),
                by.post(),
                by.name(),
                visit.recordedAt(),
                visit.brought(),
                visit.said().isEmpty() ? null : vault.seal(Visits.SAID, visit.id(), visit.said()));
        var code = visit.code().value();
        for (var one : visit.seen()) {
            attendees.row(visit.id(), one.person(), one.name(), code, code, visit.on(), visit.mode(), one.result());
        }
        var counted = visit.seen().stream()
                .map(one -> new Visits.Attendee(one.person(), one.name(), code, code, one.result()))
                .toList();
        Visits.facts(visit.id(), counted, visit.on(), visit.mode(), visit.sent(), 1)
                .forEach(fact -> facts.fact(fact, visit.recordedAt().toLocalDate()));
    }

    /**
     * Where somebody stands on the list of contacts.
     *
     * @param ground of 重点联系; none for 普遍联系
     * @param held what the last visit found when the file must be checked
     */
    public record Contact(
            UUID person,
            DivisionCode code,
            String groupName,
            LocalDate registeredOn,
            @Nullable String ground,
            @Nullable LocalDate lastContactOn,
            @Nullable LocalDate lastVisitOn,
            @Nullable Result held) {}

    public void contact(Contact contact) {
        var attention = contact.ground() == null ? Attention.GENERAL : Attention.KEY;
        var due = rules.dueOn(new ContactRules.Known(
                attention, contact.registeredOn(), contact.lastContactOn(), contact.lastVisitOn()));
        contacts.row(
                contact.person(),
                contact.code(),
                contact.groupName(),
                contact.registeredOn(),
                attention,
                contact.ground(),
                contact.lastContactOn(),
                contact.lastVisitOn(),
                due,
                contact.held());
    }
}
