package org.rongyi.care.visit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.need.Needs;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.NameMask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A visit record, read: what it says, what it asked for, and how it came to say so. */
@Component
public class VisitFile {

    private static final String PEOPLE = """
            select a.person_id, a.name, a.result, person.is_known(a.person_id) as known,
                   not a.withdrawn or :withdrawn as shown
            from visit.attendee a
            where a.visit_id = :visit
            order by a.person_id
            """;

    private static final String HISTORY = """
            select version, at, by_name, by_unit, reason, before::text as before
            from visit.history
            where visit_id = :visit
            order by version desc
            """;

    private static final String OF_PERSON = """
            select v.id, v.happened_on, v.mode, v.kind, v.sent, v.unit_name, v.recorded_by, a.result
            from visit.attendee a
            join visit.visit v on v.id = a.visit_id
            where a.person_id = :person and not a.withdrawn
            order by a.happened_on desc, a.visit_id desc
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final Visits visits;
    private final Needs needs;
    private final VisitPhotos photos;
    private final JsonMapper json = JsonMapper.builder().build();

    VisitFile(JdbcClient jdbc, Visits visits, Needs needs, VisitPhotos photos) {
        this.jdbc = jdbc;
        this.visits = visits;
        this.needs = needs;
        this.photos = photos;
    }

    /**
     * The record.
     *
     * @param moved needs that went with their person to where the reader does not see them
     */
    public record View(
            UUID id,
            DivisionCode code,
            LocalDate happenedOn,
            String kind,
            String mode,
            Set<Sent> sent,
            String unitName,
            String recordedUnit,
            String recordedBy,
            OffsetDateTime recordedAt,
            String brought,
            String said,
            boolean withdrawn,
            int version,
            List<Person> people,
            List<Integer> photos,
            List<Needs.Opened> needs,
            List<Needs.Moved> moved,
            List<Change> changes) {

        /** Whom it names, and with what result. */
        public Map<UUID, Result> results() {
            return people.stream().collect(Collectors.toMap(Person::personId, Person::result));
        }
    }

    /** Somebody the record names; masked for whom he is not known any more. */
    public record Person(UUID personId, String name, Result result) {}

    /** Somebody it names or named. */
    private record Named(UUID personId, String name, Result result, boolean known, boolean shown) {

        private Person person() {
            return new Person(personId, NameMask.shown(name, known), result);
        }

        private String masked(String text) {
            return known ? text : text.replace(name, NameMask.mask(name));
        }
    }

    /** A correction or the withdrawal: who, when, why, and what the record said before. */
    public record Change(int version, OffsetDateTime at, String byName, String byUnit, String reason, Before before) {}

    /**
     * What a record said before a change; what was talked about is not kept.
     *
     * @param met who had been met, by file: what a day's figures said is counted from it; none in what was written before it was kept
     */
    public record Before(
            LocalDate happenedOn,
            String kind,
            String mode,
            Set<Sent> sent,
            String brought,
            List<String> attendees,
            @Nullable List<UUID> met) {

        private Before masked(List<Named> named) {
            return new Before(
                    happenedOn,
                    kind,
                    mode,
                    sent,
                    brought,
                    attendees.stream().map(text -> masked(text, named)).toList(),
                    met);
        }

        private static String masked(String text, List<Named> named) {
            var shown = text;
            for (var one : named) {
                shown = one.masked(shown);
            }
            return shown;
        }
    }

    /** A line of a person's own history of contacts. */
    public record Brief(
            UUID id,
            LocalDate happenedOn,
            String mode,
            String kind,
            int sent,
            String unitName,
            String recordedBy,
            Result result) {

        public Set<Sent> sentThings() {
            return Sent.of(sent);
        }
    }

    public Optional<View> find(UUID id) {
        return visits.find(id).map(this::view);
    }

    /** The person's latest contacts, newest first. */
    public List<Brief> latestOf(UUID person, int limit) {
        return jdbc.sql(OF_PERSON)
                .param("person", person)
                .param("limit", limit)
                .query(Brief.class)
                .list();
    }

    private View view(Visits.Stored visit) {
        var named = jdbc.sql(PEOPLE)
                .param("visit", visit.id())
                .param("withdrawn", visit.withdrawn())
                .query(Named.class)
                .list();
        var changes = jdbc.sql(HISTORY)
                .param("visit", visit.id())
                .query((row, n) -> new Change(
                        row.getInt("version"),
                        row.getObject("at", OffsetDateTime.class),
                        row.getString("by_name"),
                        row.getString("by_unit"),
                        row.getString("reason"),
                        json.readValue(row.getString("before"), Before.class).masked(named)))
                .list();
        return new View(
                visit.id(),
                visit.code(),
                visit.happenedOn(),
                visit.kind(),
                visit.mode(),
                Sent.of(visit.sent()),
                visit.unitName(),
                visit.recordedUnit(),
                visit.recordedBy(),
                visit.recordedAt(),
                visit.brought(),
                visits.said(visit),
                visit.withdrawn(),
                visit.version(),
                named.stream().filter(Named::shown).map(Named::person).toList(),
                photos.positions(visit.id()),
                needs.of(visit.id()),
                needs.movedOf(visit.id()),
                changes);
    }
}
