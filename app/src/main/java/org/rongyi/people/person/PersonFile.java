package org.rongyi.people.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.NumberMask;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 人员档案, read: what a screen may show of a person, numbers masked. */
@Component
public class PersonFile {

    private static final String SELECT = """
            select id, name, male, born_year, citizen_sealed, phone_sealed, categories, household_id, status,
                   status_on, status_ground, registered_on, version
            from person.person
            """;

    private static final String FIND = SELECT + "where id = :id";
    private static final String HOUSEHOLD =
            SELECT + "where household_id = :household and status = 'ACTIVE' order by born_year, id";

    private static final String SHARING = """
            select p.id, p.name
            from person.person p
            join person.person he on he.id = :id and he.household_id = p.household_id
            where p.id <> he.id and p.status = 'ACTIVE'
              and exists (select from person.place q
                          join person.place l on l.code_now = q.code_now and l.address = q.address
                                             and l.group_name = q.group_name
                          where q.person_id = p.id and q.valid_to is null
                            and l.person_id = he.id and l.valid_to is null)
            order by p.id
            """;

    private static final String PLACES = """
            select kind, code_now, address, group_name, responsible
            from person.place
            where person_id = :person and valid_to is null
            order by responsible desc, kind
            """;

    private static final String HISTORY = """
            select version, at, actor, reason, array(select jsonb_array_elements_text(before->'lines')) as lines
            from person.history
            where person_id = :person
            order by version desc
            limit :limit
            """;

    private static final String NAMESAKES = """
            select p.id
            from person.place l
            join person.person p on p.id = l.person_id
            where l.code_now = :code and l.valid_to is null and l.responsible and p.name = :name
            order by p.id
            limit 3
            """;

    private static final String SEALED = """
            select citizen_sealed as citizen_id, phone_sealed as phone from person.person where id = :id
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    PersonFile(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * A person.
     *
     * @param citizenId masked
     * @param phone masked; empty when there is none
     * @param statusOn the day he died or left; none while he is on the register
     * @param statusGround how that was checked
     */
    public record View(
            UUID id,
            String name,
            boolean male,
            int bornYear,
            String citizenId,
            String phone,
            Set<Category> categories,
            UUID household,
            PersonStatus status,
            @Nullable LocalDate statusOn,
            @Nullable String statusGround,
            LocalDate registeredOn,
            int version) {

        /** 已故，2026年3月1日（户口注销证明）. */
        public String standing() {
            return statusOn == null ? status.zh() : status.zh() + "，" + Words.day(statusOn) + "（" + statusGround + "）";
        }

        public String sex() {
            return male ? "男" : "女";
        }
    }

    /** Number and phone as they lie in the database. */
    public record Sealed(byte[] citizenId, byte @Nullable [] phone) {}

    /** What a screen or a list may show of them; the phone is empty when there is none. */
    public record Masked(String citizenId, String phone) {}

    public Masked mask(UUID id, Sealed sealed) {
        return new Masked(
                CitizenId.mask(vault.open(People.CITIZEN, id, sealed.citizenId())),
                sealed.phone() == null ? "" : NumberMask.phone(vault.open(People.PHONE, id, sealed.phone())));
    }

    public Optional<View> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> view(row)).optional();
    }

    /** Somebody a service is filed for, and the place that answers for him. */
    public record Applicant(View person, Place place) implements org.rongyi.platform.approval.apply.Applicant {

        @Override
        public UUID id() {
            return person.id();
        }

        @Override
        public String name() {
            return person.name();
        }

        @Override
        public DivisionCode code() {
            return place.code();
        }

        @Override
        public boolean isActive() {
            return person.status() == PersonStatus.ACTIVE;
        }
    }

    /** Empty where nobody answers for him either. */
    public Optional<Applicant> applicant(UUID id) {
        return find(id).flatMap(view -> responsible(id).map(place -> new Applicant(view, place)));
    }

    public Optional<Place> responsible(UUID person) {
        return places(person).stream().filter(Place::responsible).findFirst();
    }

    public Optional<String> openNumber(UUID id, OpenNumber.Which which) {
        return jdbc.sql(SEALED).param("id", id).query(Sealed.class).optional().flatMap(kept -> switch (which) {
            case CITIZEN_ID -> Optional.of(vault.open(People.CITIZEN, id, kept.citizenId()));
            case PHONE -> Optional.ofNullable(kept.phone()).map(phone -> vault.open(People.PHONE, id, phone));
        });
    }

    /** The day of birth, by the number; for rules that part people by age to the day. */
    public Optional<LocalDate> bornOn(UUID id) {
        return jdbc.sql(SEALED)
                .param("id", id)
                .query(Sealed.class)
                .optional()
                .map(kept -> new CitizenId(vault.open(People.CITIZEN, id, kept.citizenId())).bornOn());
    }

    /** Everybody of a household the reader may see, oldest first. */
    public List<View> household(UUID household) {
        return jdbc.sql(HOUSEHOLD)
                .param("household", household)
                .query((row, n) -> view(row))
                .list();
    }

    /** Somebody who lives where he does. */
    public record Mate(UUID id, String name) {}

    /** Those of his household whose address is his, as far as the reader sees both. */
    public List<Mate> sharing(UUID person) {
        return jdbc.sql(SHARING).param("id", person).query(Mate.class).list();
    }

    /** Places in the reader's scope; the responsible one first. */
    public List<Place> places(UUID person) {
        return jdbc.sql(PLACES)
                .param("person", person)
                .query((row, n) -> new Place(
                        PlaceKind.valueOf(row.getString("kind")),
                        new DivisionCode(row.getLong("code_now")),
                        row.getString("address"),
                        row.getString("group_name"),
                        row.getBoolean("responsible")))
                .list();
    }

    /** A change of the file: who, when, why, and what it said before. */
    public record Change(int version, OffsetDateTime at, String actor, String reason, List<String> lines) {}

    /** The latest changes, newest first. */
    public List<Change> history(UUID person, int limit) {
        return jdbc.sql(HISTORY)
                .param("person", person)
                .param("limit", limit)
                .query((row, n) -> new Change(
                        row.getInt("version"),
                        row.getObject("at", OffsetDateTime.class),
                        row.getString("actor"),
                        row.getString("reason"),
                        List.of((String[]) row.getArray("lines").getArray())))
                .list();
    }

    /** Those of this very name for whom the village answers; three say that there are several. */
    public List<UUID> namesakes(DivisionCode village, String name) {
        return jdbc.sql(NAMESAKES)
                .param("code", village.value())
                .param("name", name)
                .query(UUID.class)
                .list();
    }

    private View view(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var masked = mask(id, new Sealed(row.getBytes("citizen_sealed"), row.getBytes("phone_sealed")));
        return new View(
                id,
                row.getString("name"),
                row.getBoolean("male"),
                row.getInt("born_year"),
                masked.citizenId(),
                masked.phone(),
                Arrays.stream((String[]) row.getArray("categories").getArray())
                        .map(Category::valueOf)
                        .collect(Collectors.toCollection(java.util.TreeSet::new)),
                row.getObject("household_id", UUID.class),
                PersonStatus.valueOf(row.getString("status")),
                row.getObject("status_on", LocalDate.class),
                row.getString("status_ground"),
                row.getObject("registered_on", LocalDate.class),
                row.getInt("version"));
    }
}
