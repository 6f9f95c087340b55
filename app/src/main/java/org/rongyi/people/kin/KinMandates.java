package org.rongyi.people.kin;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.People;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.vault.BlindIndexes;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 亲属委托, as rows: given, opened at a counter, extended, ended; never changed otherwise. */
@Component
public class KinMandates {

    static final SealedField CITIZEN = new SealedField("kin.mandate", "citizen_sealed");

    /** The index that keeps a family member to one mandate in force of a person. */
    static final String ONE_EACH = "mandate_one_each";

    /** [PROPOSED] how many months one may be given for. */
    static final String LONGEST = "kin.mandate.months";

    private static final String INSERT = """
            insert into kin.mandate (id, person_id, kin_name, citizen_sealed, citizen_index, citizen_index_next, relation, services, basis,
                                     from_on, until_on, given_at, given_by, given_unit)
            values (:id, :person, :name, :citizen, :index, :indexNext, :relation, :services, :basis,
                    :from, :until, :at, :by, :unit)
            """;

    private static final String COLUMNS = """
            select id, person_id, kin_name, citizen_sealed, relation, services, basis, from_on, until_on, given_by,
                   given_unit, account_id, ended_at, ended_by, ended_why
            from kin.mandate
            """;

    private static final String OF_PERSON = COLUMNS + "where person_id = :person order by given_at desc, id desc";
    private static final String LOCK = COLUMNS + "where id = :id for update";

    private static final String EXISTS = "select exists (select from kin.mandate where id = :id)";

    private static final String IS_OWN =
            "select exists (select from person.person where id = :person and citizen_index = any(:indexes))";

    private static final String IS_NUMBER =
            "select exists (select from kin.mandate where id = :id and citizen_index = any(:indexes))";

    private static final String OPEN = """
            update kin.mandate set account_id = :account, opened_at = :at, opened_by = :by
            where id = :id and account_id is null
            """;

    private static final String EXTEND = """
            update kin.mandate set until_on = :until
            where id = :id and ended_at is null and until_on < :until
            """;

    private static final String END = """
            update kin.mandate set ended_at = :at, ended_by = :by, ended_why = :why
            where id = :id and ended_at is null
            """;

    private static final String END_OVER = """
            update kin.mandate set ended_at = :at, ended_by = '系统（期限届满）', ended_why = '到期'
            where person_id = :person and citizen_index = any(:indexes) and ended_at is null and until_on < :today
            """;

    private static final String END_ALL = """
            update kin.mandate set ended_at = :at, ended_by = :by, ended_why = :why
            where person_id = :person and ended_at is null
            """;

    private static final String ACCOUNT_OF = "select account, own from kin.account_of(:indexes)";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final BlindIndexes blind;
    private final Clock clock;

    KinMandates(JdbcClient jdbc, Vault vault, BlindIndexes blind, Clock clock) {
        this.blind = blind;
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** What is given. */
    record Given(
            UUID id,
            UUID person,
            String kinName,
            CitizenId kinNumber,
            Relation relation,
            List<String> services,
            MandateBasis basis,
            LocalDate until,
            String by,
            @Nullable String unit) {}

    /**
     * What a family member has already.
     *
     * @param account the one an earlier mandate was opened for
     * @param own his own file, if he is on the register himself
     */
    record Known(@Nullable UUID account, @Nullable UUID own) {}

    /** The newest first, those that are over too. */
    public List<Mandate> of(UUID person) {
        return jdbc.sql(OF_PERSON)
                .param("person", person)
                .query((row, n) -> mandate(row))
                .list();
    }

    boolean exists(UUID id) {
        return jdbc.sql(EXISTS).param("id", id).query(Boolean.class).single();
    }

    Optional<Mandate> lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query((row, n) -> mandate(row)).optional();
    }

    /** One that is past its last day makes room for the next. */
    void add(Given given) {
        jdbc.sql(END_OVER)
                .param("person", given.person())
                .param("indexes", indexes(given.kinNumber()))
                .param("at", now())
                .param("today", LocalDate.now(clock))
                .update();
        var columns = blind.writing().of(People.CITIZEN_INDEX, given.kinNumber().value());
        jdbc.sql(INSERT)
                .param("id", given.id())
                .param("person", given.person())
                .param("name", given.kinName())
                .param(
                        "citizen",
                        vault.seal(CITIZEN, given.id(), given.kinNumber().value()))
                .param("index", columns.index())
                .param("indexNext", columns.next())
                .param("relation", given.relation().name())
                .param("services", given.services().toArray(String[]::new))
                .param("basis", given.basis().name())
                .param("from", LocalDate.now(clock))
                .param("until", given.until())
                .param("at", now())
                .param("by", given.by())
                .param("unit", given.unit())
                .update();
    }

    /** Whether it is the veteran's own. */
    boolean isOwnNumber(UUID person, CitizenId number) {
        return jdbc.sql(IS_OWN)
                .param("person", person)
                .param("indexes", indexes(number))
                .query(Boolean.class)
                .single();
    }

    boolean isNumberOf(UUID mandate, CitizenId number) {
        return jdbc.sql(IS_NUMBER)
                .param("id", mandate)
                .param("indexes", indexes(number))
                .query(Boolean.class)
                .single();
    }

    /** The account of whoever has this number; two counters that ask at once take turns. */
    Known known(CitizenId number) {
        return jdbc.sql(ACCOUNT_OF)
                .param("indexes", indexes(number))
                .query(Known.class)
                .single();
    }

    boolean open(UUID mandate, UUID account, String by) {
        return jdbc.sql(OPEN)
                        .param("id", mandate)
                        .param("account", account)
                        .param("at", now())
                        .param("by", by)
                        .update()
                == 1;
    }

    boolean extend(UUID mandate, LocalDate until) {
        return jdbc.sql(EXTEND).param("id", mandate).param("until", until).update() == 1;
    }

    boolean end(UUID mandate, String by, String why) {
        return jdbc.sql(END)
                        .param("id", mandate)
                        .param("at", now())
                        .param("by", by)
                        .param("why", why)
                        .update()
                == 1;
    }

    /** Of somebody who is not on the register any more. */
    int endAll(UUID person, String by, String why) {
        return jdbc.sql(END_ALL)
                .param("person", person)
                .param("at", now())
                .param("by", by)
                .param("why", why)
                .update();
    }

    private String[] indexes(CitizenId number) {
        return blind.lookups(People.CITIZEN_INDEX, number.value());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private Mandate mandate(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Mandate(
                id,
                row.getObject("person_id", UUID.class),
                row.getString("kin_name"),
                CitizenId.mask(vault.open(CITIZEN, id, row.getBytes("citizen_sealed"))),
                Relation.valueOf(row.getString("relation")),
                texts(row.getArray("services")),
                MandateBasis.valueOf(row.getString("basis")),
                row.getObject("from_on", LocalDate.class),
                row.getObject("until_on", LocalDate.class),
                row.getString("given_by"),
                row.getString("given_unit"),
                row.getObject("account_id", UUID.class),
                ended == null ? null : new Mandate.Ended(ended, row.getString("ended_by"), row.getString("ended_why")));
    }

    static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
