package org.rongyi.people.person;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.division.Pinyin;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.vault.BlindIndexes;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes persons, their places and households. */
@Component
public class People {

    static final SealedField CITIZEN = new SealedField("person.person", "citizen_sealed");
    static final SealedField PHONE = new SealedField("person.person", "phone_sealed");
    public static final String CITIZEN_INDEX = "citizen";

    /** Digits from here on, at town or village place, belong to seats of hosted stations and to no division. */
    private static final long FIRST_SEAT = 600;

    private static final String INSERT = """
            insert into person.person (id, name, initials, male, born_year, citizen_sealed, citizen_index,
                                       citizen_index_next, phone_sealed, categories, household_id, registered_on)
            values (:id, :name, :initials, :male, :bornYear, :citizen, :index,
                    :indexNext, :phone, :categories, :household, :on)
            on conflict do nothing
            """;

    private static final String INSERT_HOUSEHOLD = """
            insert into person.household (id, code_then, code_now, address, group_name)
            values (:id, :code, :code, :address, :group)
            """;

    private static final String INSERT_PLACE = """
            insert into person.place (person_id, kind, code_then, code_now, address, group_name, responsible, valid_from)
            values (:person, :kind, :code, :code, :address, :group, :responsible, :from)
            """;

    private static final String INSERT_GRAMS = """
            insert into person.name_gram (gram, code_now, person_id)
            select gram, :code, :person from unnest(:grams::text[]) as gram
            on conflict do nothing
            """;

    private static final String KNOWN = """
            select k.person_id, k.code
            from unnest(:indexes::text[]) as one(index)
            cross join lateral person.known_at(one.index) k
            """;
    private static final String HAS_HOUSEHOLD = "select exists (select from person.household where id = :id)";
    private static final String IS_THERE = "select exists (select from person.person where id = :id)";
    private static final String WITHDRAW = "select person.withdraw(:id)";
    private static final String LOCK = "select id from person.person where id = :id for update";
    private static final String LOCK_HOUSEHOLD = """
            select p.id from person.person p
            where p.household_id = (select h.household_id from person.person h where h.id = :id)
            order by p.id
            for update
            """;
    private static final String PLACES = "select kind, code, responsible from person.places_of(:id)";
    private static final String PLACES_OF_APPLICANT =
            "select kind, code, responsible from person.places_of_applicant(:id)";
    private static final String INDEXES_OF = """
            select i.index from person.person p
            cross join lateral unnest(array[p.citizen_index, p.citizen_index_next]) i (index)
            where p.id = :id and i.index is not null
            """;

    private static final String FIND_HOME = """
            select h.id, h.code_now
            from person.person p
            join person.household h on h.id = p.household_id
            where p.citizen_index = any(:indexes)
            """;

    private static final String FIND_NUMBER = "select id from person.person where citizen_index = any(:indexes)";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final BlindIndexes blind;

    People(JdbcClient jdbc, Vault vault, BlindIndexes blind) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.blind = blind;
    }

    record NewPerson(
            String name, CitizenId citizenId, String phone, Set<Category> categories, UUID household, LocalDate on) {}

    /** Who answers for a number that has a file. */
    record Known(UUID person, DivisionCode responsible) {}

    /** A place of a person, whether or not it lies in the reader's territory: only where, no address. */
    public record Whereabouts(PlaceKind kind, DivisionCode code, boolean responsible) {}

    /** False when the number has a file already. */
    boolean add(UUID id, NewPerson person) {
        var number = person.citizenId().value();
        var index = indexToWrite(person.citizenId());
        return jdbc.sql(INSERT)
                        .param("id", id)
                        .param("name", person.name())
                        .param("initials", Pinyin.ofPerson(person.name()))
                        .param("male", person.citizenId().isMale())
                        .param("bornYear", person.citizenId().bornOn().getYear())
                        .param("citizen", vault.seal(CITIZEN, id, number))
                        .param("index", index.index())
                        .param("indexNext", index.next())
                        .param("phone", sealedPhone(id, person.phone()))
                        .param("categories", names(person.categories()))
                        .param("household", person.household())
                        .param("on", person.on())
                        .update()
                == 1;
    }

    UUID addHousehold(Place place) {
        var id = Ids.next();
        jdbc.sql(INSERT_HOUSEHOLD)
                .param("id", id)
                .param("code", place.code().value())
                .param("address", place.address())
                .param("group", place.groupName())
                .update();
        return id;
    }

    void addPlace(UUID person, String name, Place place, LocalDate from) {
        jdbc.sql(INSERT_PLACE)
                .param("person", person)
                .param("kind", place.kind().name())
                .param("code", place.code().value())
                .param("address", place.address())
                .param("group", place.groupName())
                .param("responsible", place.responsible())
                .param("from", from)
                .update();
        jdbc.sql(INSERT_GRAMS)
                .param("code", place.code().value())
                .param("person", person)
                .param("grams", NameGrams.of(name).toArray(String[]::new))
                .update();
    }

    boolean hasHousehold(UUID id) {
        return jdbc.sql(HAS_HOUSEHOLD).param("id", id).query(Boolean.class).single();
    }

    /** A seat code of a hosted station: whoever is assigned there has no village of it. */
    boolean isSeat(DivisionCode code) {
        long town = code.value() / 1_000 % 1_000;
        long village = code.value() % 1_000;
        return town >= FIRST_SEAT || village >= FIRST_SEAT;
    }

    Known knownAt(CitizenId number) {
        return known(number).single();
    }

    private JdbcClient.MappedQuerySpec<Known> known(CitizenId number) {
        return jdbc.sql(KNOWN)
                .param("indexes", indexes(number))
                .query((row, n) ->
                        new Known(row.getObject("person_id", UUID.class), new DivisionCode(row.getLong("code"))));
    }

    /** The person, if the actor may see him; nobody else changes his file before the transaction ends. */
    Optional<UUID> lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(UUID.class).optional();
    }

    /** The same for everybody of his household. */
    void lockHousehold(UUID id) {
        jdbc.sql(LOCK_HOUSEHOLD).param("id", id).query(UUID.class).list();
    }

    /** All places of somebody the actor may see, the responsible one first. */
    public List<Whereabouts> placesOf(UUID id) {
        return jdbc.sql(PLACES)
                .param("id", id)
                .query((row, n) -> new Whereabouts(
                        PlaceKind.valueOf(row.getString("kind")),
                        new DivisionCode(row.getLong("code")),
                        row.getBoolean("responsible")))
                .list();
    }

    /** All places of the applicant of a case the actor may read, even when his file lies elsewhere by now. */
    public List<Whereabouts> placesOfApplicant(UUID caseId) {
        return jdbc.sql(PLACES_OF_APPLICANT)
                .param("id", caseId)
                .query((row, n) -> new Whereabouts(
                        PlaceKind.valueOf(row.getString("kind")),
                        new DivisionCode(row.getLong("code")),
                        row.getBoolean("responsible")))
                .list();
    }

    /** Who answers for contact. */
    public static DivisionCode responsible(List<Whereabouts> places) {
        return places.stream()
                .filter(Whereabouts::responsible)
                .map(Whereabouts::code)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("one place of a person answers for him"));
    }

    /** Whether the actor may see the file. */
    boolean isWithinReach(UUID id) {
        return jdbc.sql(IS_THERE).param("id", id).query(Boolean.class).single();
    }

    /** False when the file was changed or handed over since it was opened, and stays. */
    boolean withdraw(UUID id) {
        return jdbc.sql(WITHDRAW).param("id", id).query(Boolean.class).single();
    }

    /** Who answers for the number, if it has a file anywhere. */
    Optional<Known> findKnown(CitizenId number) {
        return known(number).optional();
    }

    /** What the number is written under, within the running transaction. */
    BlindIndexes.Columns indexToWrite(CitizenId number) {
        return blind.writing().of(CITIZEN_INDEX, number.value());
    }

    /** What the number may stand under. */
    String[] indexes(CitizenId number) {
        return blind.lookups(CITIZEN_INDEX, number.value());
    }

    /** The person with this number, if the actor may see him. */
    public Optional<UUID> findByNumber(String canonical) {
        return jdbc.sql(FIND_NUMBER)
                .param("indexes", blind.lookups(CITIZEN_INDEX, canonical))
                .query(UUID.class)
                .optional();
    }

    /** A household, and the village it lives in. */
    record Home(UUID household, DivisionCode code) {}

    /** The household of the person with this number, if the actor may see both. */
    Optional<Home> findHome(CitizenId number) {
        return jdbc.sql(FIND_HOME)
                .param("indexes", indexes(number))
                .query((row, n) -> new Home(row.getObject("id", UUID.class), new DivisionCode(row.getLong("code_now"))))
                .optional();
    }

    /**
     * What the number of somebody's file is found by, for a room that keeps a list of numbers under the same {@link
     * #CITIZEN_INDEX}; empty for who has no file the actor may see.
     */
    public String[] indexesOf(UUID id) {
        return jdbc.sql(INDEXES_OF).param("id", id).query(String.class).list().toArray(String[]::new);
    }

    byte @Nullable [] sealedPhone(UUID id, String phone) {
        return phone.isBlank() ? null : vault.seal(PHONE, id, phone);
    }

    static String[] names(Set<Category> categories) {
        return categories.stream().sorted().map(Enum::name).toArray(String[]::new);
    }

    /** What a name can be found by: each character, each two neighbours, and behind a colon the pinyin initials, two of them or more. */
    public static final class NameGrams {

        private NameGrams() {}

        static Set<String> of(String name) {
            var characters = name.codePoints().mapToObj(Character::toString).toList();
            var grams = new LinkedHashSet<>(characters);
            for (int i = 1; i < characters.size(); i++) {
                grams.add(characters.get(i - 1) + characters.get(i));
            }
            var letters = Pinyin.ofPerson(name);
            for (int typed = Math.min(2, letters.length()); typed <= letters.length(); typed++) {
                grams.add(initials(letters.substring(0, typed)));
            }
            return grams;
        }

        public static String initials(String letters) {
            return ":" + letters;
        }

        /** The one gram that narrows a search best: the first two characters, or the only one. */
        public static String narrowest(String text) {
            return text.codePoints().limit(2).mapToObj(Character::toString).reduce("", String::concat);
        }
    }
}
