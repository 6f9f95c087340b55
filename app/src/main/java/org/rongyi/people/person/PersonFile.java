package org.rongyi.people.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 人员档案, read: what a screen may show of a person, numbers masked. */
@Component
public class PersonFile {

    private static final String SELECT = """
            select id, name, male, born_year, citizen_sealed, phone_sealed, categories, household_id, status,
                   registered_on, version
            from person.person
            """;

    private static final String PLACES = """
            select kind, code_now, address, group_name, responsible
            from person.place
            where person_id = :person and valid_to is null
            order by responsible desc, kind
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
            LocalDate registeredOn,
            int version) {

        public String sex() {
            return male ? "男" : "女";
        }
    }

    public Optional<View> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query((row, n) -> view(row))
                .optional();
    }

    /** Everybody of a household the reader may see, oldest first. */
    public List<View> household(UUID household) {
        return jdbc.sql(SELECT + "where household_id = :household and status = 'ACTIVE' order by born_year, id")
                .param("household", household)
                .query((row, n) -> view(row))
                .list();
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

    /** 138****5678. */
    static String maskPhone(String phone) {
        int length = phone.length();
        return length < 8 ? "****" : phone.substring(0, 3) + "****" + phone.substring(length - 4);
    }

    private View view(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var phone = row.getBytes("phone_sealed");
        return new View(
                id,
                row.getString("name"),
                row.getBoolean("male"),
                row.getInt("born_year"),
                CitizenId.mask(vault.open(People.CITIZEN, id, row.getBytes("citizen_sealed"))),
                phone == null ? "" : maskPhone(vault.open(People.PHONE, id, phone)),
                Arrays.stream((String[]) row.getArray("categories").getArray())
                        .map(Category::valueOf)
                        .collect(Collectors.toCollection(java.util.TreeSet::new)),
                row.getObject("household_id", UUID.class),
                PersonStatus.valueOf(row.getString("status")),
                row.getObject("registered_on", LocalDate.class),
                row.getInt("version"));
    }
}
