package org.rongyi.care.visit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.need.Needs;
import org.rongyi.insight.figures.Fact;
import org.rongyi.insight.figures.Figures;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes visit records with everything that must be true together with them: attendees, figures, needs, due dates. */
@Component
class Visits {

    static final SealedField SAID = new SealedField("visit.visit", "said_sealed");

    private static final String REWRITE = """
            update visit.visit
            set happened_on = :on, kind = :kind, mode = :mode, sent = :sent, brought = :brought, said_sealed = :said,
                version = version + 1
            where id = :id
            """;

    private static final String WITHDRAW =
            "update visit.visit set withdrawn = true, version = version + 1 where id = :id";

    private static final String ATTEND = """
            insert into visit.attendee (visit_id, person_id, name, code_then, code_now, happened_on, mode, result)
            select :id, p.id, p.name, p.code, p.code, :on, :mode, p.result
            from unnest(:persons::uuid[], :names::text[], :codes::bigint[], :results::text[]) as p (id, name, code, result)
            on conflict (visit_id, person_id) do update
            set happened_on = excluded.happened_on, mode = excluded.mode, result = excluded.result, withdrawn = false
            """;

    /** The record, whom it names, and the end of its draft, in one statement. */
    private static final String INSERT = """
            with record as (
                insert into visit.visit (id, code_then, code_now, happened_on, kind, mode, sent, unit_id, unit_name,
                                         recorded_unit, recorded_post, recorded_by, recorded_at, brought, said_sealed)
                values (:id, :code, :code, :on, :kind, :mode, :sent, :unit, :unitName,
                        :recordedUnit, :post, :by, :at, :brought, :said)),
            gone as (
            """ + Drafts.DISCARD + ")" + ATTEND;

    private static final String RETIRE_ATTENDEES = "update visit.attendee set withdrawn = true where visit_id = :visit";

    private static final String FIND = """
            select id, code_then, code_now, happened_on, kind, mode, sent, unit_id, unit_name, recorded_unit, recorded_by,
                   recorded_at, brought, said_sealed, withdrawn, version
            from visit.visit
            where id = :id
            """;

    private static final String LOCK = FIND + "for update";

    private static final String ATTENDEES = """
            select person_id, name, code_then, code_now, result
            from visit.attendee
            where visit_id = :visit and not withdrawn
            order by person_id
            """;

    private static final String REPEATED = """
            select v.id, v.recorded_by, v.recorded_at
            from visit.attendee a
            join visit.visit v on v.id = a.visit_id
            where a.person_id = any(:persons::uuid[]) and a.happened_on = :on and a.mode = :mode and not a.withdrawn
            order by v.recorded_at
            limit 1
            """;

    private static final String REMEMBER = """
            insert into visit.history (visit_id, version, at, by_name, by_unit, reason, code_now, before)
            values (:visit, :version, :at, :by, :unit, :reason, :code, :before::jsonb)
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Figures figures;
    private final Needs needs;
    private final Contacts contacts;
    private final JsonMapper json = JsonMapper.builder().build();

    Visits(JdbcClient jdbc, Vault vault, Figures figures, Needs needs, Contacts contacts) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.figures = figures;
        this.needs = needs;
        this.contacts = contacts;
    }

    /** A record as it stands; {@code said} is opened by whoever shows it. */
    record Stored(
            UUID id,
            long codeThen,
            long codeNow,
            LocalDate happenedOn,
            String kind,
            String mode,
            int sent,
            UUID unitId,
            String unitName,
            String recordedUnit,
            String recordedBy,
            OffsetDateTime recordedAt,
            String brought,
            byte @Nullable [] saidSealed,
            boolean withdrawn,
            int version) {

        DivisionCode code() {
            return new DivisionCode(codeNow);
        }
    }

    record Attendee(UUID personId, String name, long codeThen, long codeNow, Result result) {

        private Attendee now(VisitContent content) {
            return new Attendee(
                    personId, name, codeThen, codeNow, content.results().getOrDefault(personId, Result.NOT_IN));
        }
    }

    /** A record of the same person, day and way that is there already. */
    record Repeated(UUID id, String recordedBy, OffsetDateTime recordedAt) {}

    /** Which station went, and who wrote it down. */
    record By(UUID unit, String unitName, Actor.Office recorder) {}

    Optional<Repeated> findRepeated(Set<UUID> persons, LocalDate on, String mode) {
        return jdbc.sql(REPEATED)
                .param("persons", persons.stream().map(UUID::toString).toArray(String[]::new))
                .param("on", on)
                .param("mode", mode)
                .query(Repeated.class)
                .optional();
    }

    Optional<Stored> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Stored.class).optional();
    }

    /** The same, held until the act ends. */
    Optional<Stored> lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(Stored.class).optional();
    }

    List<Attendee> attendees(UUID visit) {
        return jdbc.sql(ATTENDEES).param("visit", visit).query(Attendee.class).list();
    }

    String said(Stored visit) {
        return visit.saidSealed() == null ? "" : vault.open(SAID, visit.id(), visit.saidSealed());
    }

    /** @param drafted under whom drafts of its post are kept that it makes an end of */
    void add(UUID id, VisitContent content, List<Contacts.Locked> persons, By by, Set<UUID> drafted) {
        var code = persons.getFirst().code();
        var attendees = attendees(content, persons);
        // counted first: the record and its facts must lie on one day, also when the locks were waited for past
        // midnight
        var at = figures.count(counted(id, content, attendees));
        jdbc.sql(INSERT)
                .params(named(id, content, attendees))
                .param("code", code.value())
                .param("kind", content.kind())
                .param("sent", Sent.mask(content.sent()))
                .param("unit", by.unit())
                .param("unitName", by.unitName())
                .param("recordedUnit", by.recorder().unitName())
                .param("post", by.recorder().post())
                .param("by", by.recorder().name())
                .param("at", at)
                .param("brought", content.brought())
                .param("said", sealed(id, content.said()))
                .param("drafted", drafted.stream().map(UUID::toString).toArray(String[]::new))
                .update();
        wishes(content, attendees, persons, by.recorder().name())
                .forEach(wish -> needs.open(id, wish.asker(), wish.asked()));
        persons.forEach(contacts::refresh);
    }

    /** Takes back everything the record counted, and writes it anew. */
    void rewrite(Stored before, VisitContent content, Touched touched, Change change) {
        var were = attendees(before.id());
        jdbc.sql(RETIRE_ATTENDEES).param("visit", before.id()).update();
        jdbc.sql(REWRITE)
                .param("on", content.happenedOn())
                .param("kind", content.kind())
                .param("mode", content.mode())
                .param("sent", Sent.mask(content.sent()))
                .param("brought", content.brought())
                .param("said", sealed(before.id(), content.said()))
                .param("id", before.id())
                .update();
        var attendees = new ArrayList<>(attendees(content, touched.persons()));
        touched.elsewhere().forEach(one -> attendees.add(one.now(content)));
        attendees.removeIf(one -> !content.results().containsKey(one.personId()));
        jdbc.sql(ATTEND).params(named(before.id(), content, attendees)).update();
        // Whoever was handed over since counts where he was seen: read back, for the row of then keeps its code.
        var seen = attendees(before.id());
        var facts = new ArrayList<>(counted(before, were));
        facts.addAll(counted(before.id(), content, seen));
        remember(before, were, change, figures.count(facts));
        needs.rewrite(
                before.id(),
                wishes(content, seen, touched.persons(), change.by().name()));
        touched.persons().forEach(contacts::refresh);
        touched.seen().forEach(contacts::refreshSeen);
    }

    /**
     * Whose rows a correction touches.
     *
     * @param persons whom this place answers for
     * @param elsewhere whom the record names and another place answers for by now
     * @param seen all the record named before, locked
     */
    record Touched(List<Contacts.Locked> persons, List<Attendee> elsewhere, List<Contacts.Seen> seen) {}

    void withdraw(Stored before, List<Contacts.Seen> persons, Change change) {
        var were = attendees(before.id());
        remember(before, were, change, figures.count(counted(before, were)));
        jdbc.sql(RETIRE_ATTENDEES).param("visit", before.id()).update();
        needs.drop(before.id());
        jdbc.sql(WITHDRAW).param("id", before.id()).update();
        persons.forEach(contacts::refreshSeen);
    }

    /** Who changes a record, and why. */
    record Change(Actor.Office by, String reason) {}

    /** @param at when its facts were taken back */
    private void remember(Stored before, List<Attendee> attendees, Change change, OffsetDateTime at) {
        jdbc.sql(REMEMBER)
                .param("visit", before.id())
                .param("version", before.version())
                .param("at", at)
                .param("by", change.by().name())
                .param("unit", change.by().unitName())
                .param("reason", change.reason())
                .param("code", before.codeNow())
                .param("before", json.writeValueAsString(snapshot(before, attendees)))
                .update();
    }

    private static List<Attendee> attendees(VisitContent content, List<Contacts.Locked> persons) {
        return persons.stream()
                .map(person -> new Attendee(
                        person.personId(),
                        person.name(),
                        person.codeNow(),
                        person.codeNow(),
                        content.results().getOrDefault(person.personId(), Result.NOT_IN)))
                .toList();
    }

    /** The values of {@link #ATTEND}. */
    private static Map<String, Object> named(UUID id, VisitContent content, List<Attendee> attendees) {
        return Map.of(
                "id", id,
                "on", content.happenedOn(),
                "mode", content.mode(),
                "persons", column(attendees, attendee -> attendee.personId().toString()),
                "names", column(attendees, Attendee::name),
                "codes", attendees.stream().map(Attendee::codeNow).toArray(Long[]::new),
                "results", column(attendees, attendee -> attendee.result().name()));
    }

    private static String[] column(List<Attendee> attendees, Function<Attendee, String> part) {
        return attendees.stream().map(part).toArray(String[]::new);
    }

    private static List<Fact> counted(UUID id, VisitContent content, List<Attendee> attendees) {
        return facts(id, attendees, content.happenedOn(), content.mode(), content.sent(), 1);
    }

    /** What a record counted, to be taken back. */
    private static List<Fact> counted(Stored before, List<Attendee> attendees) {
        return facts(before.id(), attendees, before.happenedOn(), before.mode(), Sent.of(before.sent()), -1);
    }

    /** Each need with who asked for it: whom the record says, or the one who was met. */
    private static List<Needs.Wish> wishes(
            VisitContent content, List<Attendee> attendees, List<Contacts.Locked> persons, String recordedBy) {
        var first = attendees.stream()
                .min(Comparator.comparing((Attendee a) -> a.result().isCounted() ? 0 : 1)
                        .thenComparing(Attendee::personId))
                .orElseThrow();
        return content.asked().stream()
                .map(asked -> {
                    var who = attendees.stream()
                            .filter(one -> one.personId().equals(asked.by()))
                            .findFirst()
                            .orElse(first);
                    var asker = new Needs.Asker(
                            who.personId(), who.name(), answering(who, persons), content.happenedOn(), recordedBy);
                    return new Needs.Wish(asker, asked);
                })
                .toList();
    }

    /** Who answers for him today answers what he asked for. */
    private static DivisionCode answering(Attendee who, List<Contacts.Locked> persons) {
        return persons.stream()
                .filter(person -> person.personId().equals(who.personId()))
                .map(Contacts.Locked::code)
                .findFirst()
                .orElse(new DivisionCode(who.codeNow()));
    }

    /** One 人次 of 联系 for each person seen, one of 走访 if at home, one of each 送 that was ticked. */
    static List<Fact> facts(UUID visit, List<Attendee> attendees, LocalDate on, String mode, Set<Sent> sent, int sign) {
        var facts = new ArrayList<Fact>();
        for (var attendee : attendees) {
            if (!attendee.result().isCounted()) {
                continue;
            }
            var code = new DivisionCode(attendee.codeNow());
            facts.add(new Fact(VisitKinds.CONTACT, code, on, visit, attendee.personId(), sign));
            if (ContactRules.isVisit(mode)) {
                facts.add(new Fact(VisitKinds.VISIT, code, on, visit, attendee.personId(), sign));
            }
            for (var one : sent) {
                facts.add(new Fact(VisitKinds.SENT.get(one.ordinal()), code, on, visit, null, sign));
            }
        }
        return facts;
    }

    private byte @Nullable [] sealed(UUID id, String said) {
        return said.isBlank() ? null : vault.seal(SAID, id, said);
    }

    /** What history keeps of a record: all but what was said, which stays sealed in place. */
    private static VisitFile.Before snapshot(Stored visit, List<Attendee> attendees) {
        return new VisitFile.Before(
                visit.happenedOn(),
                visit.kind(),
                visit.mode(),
                Sent.of(visit.sent()),
                visit.brought(),
                attendees.stream().map(a -> a.name() + " " + a.result().zh()).toList(),
                attendees.stream()
                        .filter(a -> a.result().isCounted())
                        .map(Attendee::personId)
                        .toList());
    }
}
