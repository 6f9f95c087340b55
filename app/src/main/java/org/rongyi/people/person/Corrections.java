package org.rongyi.people.person;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.division.Pinyin;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Changes a file, and keeps what it said before. The caller holds the file. */
@Component
class Corrections {

    private static final String REMEMBER = """
            insert into person.history (person_id, version, at, actor, reason, before)
            values (:person, :version, :at, :actor, :reason, :before::jsonb)
            """;

    private static final String REWRITE = """
            update person.person
            set name = :name, initials = :initials, categories = :categories, version = version + 1
            where id = :id
            """;

    private static final String RENUMBER = """
            update person.person
            set male = :male, born_year = :bornYear, citizen_sealed = :citizen, citizen_index = :index,
                citizen_index_next = :indexNext
            where id = :id
            """;

    private static final String PHONE = "update person.person set phone_sealed = :phone where id = :id";

    private static final String RENAME = "select person.rename(:id, :name, :grams)";

    private static final String MOVE = """
            update person.place set address = :address, group_name = :group
            where person_id = :id and kind = :kind and valid_to is null
            """;

    private static final String JOIN = """
            update person.person set household_id = (select w.household_id from person.person w where w.id = :with)
            where id = :id
            """;

    private static final String LEAVE = "update person.person set household_id = :household where id = :id";

    private static final String TOUCH = "update person.person set version = version + 1 where id = :id";

    /** An address belongs to the whole household: it is where all of them live, and stays while only some have moved. */
    private static final String FOLLOW = """
            update person.household h
            set address = l.address, group_name = l.group_name
            from person.person p
            join person.place l on l.person_id = p.id and l.responsible and l.valid_to is null
            where p.id = :id and h.id = p.household_id
              and not exists (select from person.person o
                              join person.place q on q.person_id = o.id and q.responsible and q.valid_to is null
                              where o.household_id = h.id and o.id <> p.id and o.status = 'ACTIVE'
                                and (q.address <> l.address or q.group_name <> l.group_name))
            """;

    private static final String SEALED =
            "select phone_sealed from person.person where id = :id and phone_sealed is not null";
    private static final String IS_NUMBER =
            "select exists (select from person.person where id = :id and citizen_index = any(:indexes))";

    private static final String STATUS = """
            update person.person
            set status = :status, status_on = :on, status_ground = :ground, version = version + 1
            where id = :id
            """;

    private static final String CLOSE_REQUEST = """
            update person.handover
            set state = 'WITHDRAWN', answered_by = :by, answered_unit = :unit, answered_at = :at, answer = :answer
            where person_id = :id and state = 'ASKED'
            """;

    private final JdbcClient jdbc;
    private final People people;
    private final Vault vault;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    Corrections(JdbcClient jdbc, People people, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.vault = vault;
        this.clock = clock;
    }

    /** Who changes a file, why, and in what words it said something else. */
    record Change(Actor.Office by, String reason, List<String> lines) {}

    /** What history keeps: numbers masked, places as far as the changing unit sees them. */
    record Before(
            List<String> lines,
            String name,
            String citizenId,
            String phone,
            List<Category> categories,
            PersonStatus status,
            List<Where> places) {}

    record Where(PlaceKind kind, String code, String groupName, String address, boolean responsible) {}

    void remember(PersonFile.View person, List<Place> places, Change change) {
        var before = new Before(
                change.lines(),
                person.name(),
                person.citizenId(),
                person.phone(),
                List.copyOf(person.categories()),
                person.status(),
                places.stream()
                        .map(p -> new Where(p.kind(), p.code().toString(), p.groupName(), p.address(), p.responsible()))
                        .toList());
        jdbc.sql(REMEMBER)
                .param("person", person.id())
                .param("version", person.version())
                .param("at", OffsetDateTime.now(clock))
                .param("actor", change.by().signed())
                .param("reason", change.reason())
                .param("before", json.writeValueAsString(before))
                .update();
    }

    void rewrite(PersonFile.View person, CorrectPerson.Content content) {
        jdbc.sql(REWRITE)
                .param("name", content.name())
                .param("initials", Pinyin.ofPerson(content.name()))
                .param("categories", People.names(content.categories()))
                .param("id", person.id())
                .update();
        var number = content.citizenId();
        if (number != null && !isNumberOf(person.id(), number)) {
            var index = people.indexToWrite(number);
            jdbc.sql(RENUMBER)
                    .param("male", number.isMale())
                    .param("bornYear", number.bornOn().getYear())
                    .param("citizen", vault.seal(People.CITIZEN, person.id(), number.value()))
                    .param("index", index.index())
                    .param("indexNext", index.next())
                    .param("id", person.id())
                    .update();
        }
        if (content.phone() != null) {
            jdbc.sql(PHONE)
                    .param("phone", people.sealedPhone(person.id(), content.phone()))
                    .param("id", person.id())
                    .update();
        }
    }

    void rename(UUID person, String name) {
        jdbc.sql(RENAME)
                .param("id", person)
                .param("name", name)
                .param("grams", People.NameGrams.of(name).toArray(String[]::new))
                .query((row, n) -> true)
                .single();
    }

    void move(UUID person, CorrectPerson.Spot spot) {
        jdbc.sql(MOVE)
                .param("address", spot.address())
                .param("group", spot.groupName())
                .param("id", person)
                .param("kind", spot.kind().name())
                .update();
    }

    /** A change that rewrites nothing but his places: whoever looked before is told all the same. */
    void touch(UUID person) {
        jdbc.sql(TOUCH).param("id", person).update();
    }

    /** Puts him into the household he is said to live in. */
    void settle(PersonFile.View person, CorrectPerson.Content content, Optional<Place> responsible) {
        switch (content.home()) {
            case SAME -> {}
            case WITH ->
                jdbc.sql(JOIN)
                        .param("with", content.with())
                        .param("id", person.id())
                        .update();
            case ALONE -> {
                var place = responsible.orElseThrow(() -> new IllegalStateException("checked before"));
                jdbc.sql(LEAVE)
                        .param("household", people.addHousehold(place))
                        .param("id", person.id())
                        .update();
            }
        }
        jdbc.sql(FOLLOW).param("id", person.id()).update();
    }

    /** @param ground none for somebody who is on the register */
    void setStatus(UUID person, PersonStatus status, java.time.@Nullable LocalDate on, @Nullable String ground) {
        jdbc.sql(STATUS)
                .param("status", status.name())
                .param("on", on)
                .param("ground", ground)
                .param("id", person)
                .update();
    }

    /** Nobody is handed over who has died or moved away. */
    void closeRequest(UUID person, Actor.Office by, String answer) {
        jdbc.sql(CLOSE_REQUEST)
                .param("by", by.name())
                .param("unit", by.unitName())
                .param("at", OffsetDateTime.now(clock))
                .param("answer", answer)
                .param("id", person)
                .update();
    }

    boolean isNumberOf(UUID person, CitizenId number) {
        return jdbc.sql(IS_NUMBER)
                .param("id", person)
                .param("indexes", people.indexes(number))
                .query(Boolean.class)
                .single();
    }

    /** Empty when there is none. */
    String phoneOf(UUID person) {
        return jdbc.sql(SEALED)
                .param("id", person)
                .query((row, n) -> vault.open(People.PHONE, person, row.getBytes("phone_sealed")))
                .optional()
                .orElse("");
    }
}
