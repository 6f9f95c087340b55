package org.rongyi.platform.removal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** 清除的登记: what was asked for and decided, and what the database counts and takes out. */
@Component
public class Removals {

    private static final String FIND_RECORD = "select root, zh from removal.find(:record, :province) limit 1";

    private static final String COUNT = """
            select zh, sum(rows)::bigint as rows, fixed from removal.count(:root, :record) group by zh, fixed order by fixed, zh
            """;

    private static final String INSERT = """
            insert into removal.removal (id, root, record, address, zh, unit_id, unit_name, paper, paper_on, authority,
                                         proposed_by, proposed_for, proposed_name, proposed_at)
            values (:id, :root, :record, :address, :zh, :unit, :unitName, :paper, :paperOn, :authority,
                    :by, :for, :name, :at)
            on conflict (record) where state = 'PROPOSED' do nothing
            """;

    private static final String COLUMNS = """
            select r.*, (select count(*) from removal.file f where f.removal_id = r.id) as files,
                   (select count(*) from removal.file f where f.removal_id = r.id and f.gone_at is not null) as files_gone
            from removal.removal r
            """;

    private static final String FIND = COLUMNS + "where r.id = :id";

    private static final String LOCK = FIND + " for update of r";

    private static final String LIST = COLUMNS + "order by r.proposed_at desc, r.id desc limit :most offset :from";

    private static final String OLDEST_FIRST = " order by r.proposed_at, r.id limit 50";

    private static final String WAITING = COLUMNS + "where r.state = 'PROPOSED'" + OLDEST_FIRST;

    private static final String WAITING_OF =
            COLUMNS + "where r.state = 'PROPOSED' and r.unit_id = any(:units::uuid[])" + OLDEST_FIRST;

    private static final String ASKING = "select distinct unit_id from removal.removal where state = 'PROPOSED'";

    private static final String CLEARED = """
            select decided_at from removal.removal where record = :record and state = 'CONFIRMED'
            order by decided_at desc
            limit 1
            """;

    private static final String DECIDE = """
            update removal.removal
            set state = :state, decided_by = :by, decided_for = :for, decided_name = :name, decided_at = :at,
                decided_words = :words
            where id = :id and state = 'PROPOSED'
            """;

    private static final String REACHED = "select removal.reached(:id)";

    private static final String CARRY_OUT = "select removal.carry_out(:id)";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    Removals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A record that something can be taken out of. @param root its table */
    public record Found(String root, String zh) {}

    /** Texts or files in so many rows. @param fixed published and sealed: left as it is */
    public record Count(String zh, long rows, boolean fixed) {}

    /** What is asked for. */
    record Asked(
            UUID id, Found found, UUID record, String address, String paper, LocalDate paperOn, String authority) {}

    /** The record of this id, if it is within the reader's reach; what belongs to no place is the province's alone. */
    public Optional<Found> findRecord(Actor.Office reader, UUID record) {
        return jdbc.sql(FIND_RECORD)
                .param("record", record)
                .param("province", reader.level() == Level.PROVINCE)
                .query(Found.class)
                .optional();
    }

    /** Where the record says anything, and how often: numbers only. */
    public List<Count> count(String root, UUID record) {
        return jdbc.sql(COUNT)
                .param("root", root)
                .param("record", record)
                .query(Count.class)
                .list();
    }

    /** False when another waits for the same record. */
    boolean add(Actor.Office by, Asked asked) {
        return jdbc.sql(INSERT)
                        .param("id", asked.id())
                        .param("root", asked.found().root())
                        .param("record", asked.record())
                        .param("address", asked.address())
                        .param("zh", asked.found().zh())
                        .param("unit", by.unit())
                        .param("unitName", by.unitName())
                        .param("paper", asked.paper())
                        .param("paperOn", asked.paperOn())
                        .param("authority", asked.authority())
                        .param("by", by.account())
                        .param("for", by.actingFor())
                        .param("name", by.name())
                        .param("at", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    /** When a record was cleared last. */
    Optional<OffsetDateTime> findCleared(UUID record) {
        return jdbc.sql(CLEARED)
                .param("record", record)
                .query((row, n) -> row.getObject("decided_at", OffsetDateTime.class))
                .optional();
    }

    public Optional<Removal> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(this::removal).optional();
    }

    Optional<Removal> lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(this::removal).optional();
    }

    /** Of the reader's territory, the latest first. */
    public List<Removal> list(int from, int most) {
        return jdbc.sql(LIST)
                .param("from", from)
                .param("most", most)
                .query(this::removal)
                .list();
    }

    /** What waits for another person, the oldest first. */
    public List<Removal> waiting() {
        return jdbc.sql(WAITING).query(this::removal).list();
    }

    /** The same of these units alone. */
    List<Removal> waiting(Collection<UUID> units) {
        return jdbc.sql(WAITING_OF)
                .param("units", units.toArray(UUID[]::new))
                .query(this::removal)
                .list();
    }

    /** Units whose removals wait for another person. */
    Set<UUID> asking() {
        return jdbc.sql(ASKING).query(UUID.class).set();
    }

    void decide(UUID id, Removal.State state, Actor.Office by, @Nullable String words) {
        int decided = jdbc.sql(DECIDE)
                .param("id", id)
                .param("state", state.name())
                .param("by", by.account())
                .param("for", by.actingFor())
                .param("name", by.name())
                .param("at", OffsetDateTime.now(clock))
                .param("words", words)
                .update();
        if (decided == 0) {
            throw new IllegalStateException("a removal is decided once: " + id);
        }
    }

    /** The ids of all rows whose words a confirmed removal takes out; asked before it does. */
    Set<UUID> reached(UUID id) {
        return jdbc.sql(REACHED).param("id", id).query(UUID.class).set();
    }

    /** Everything but what is sealed, which went before. */
    void carryOut(UUID id) {
        jdbc.sql(CARRY_OUT).param("id", id).query((row, n) -> true).list();
    }

    private Removal removal(ResultSet row, int n) throws SQLException {
        return new Removal(
                row.getObject("id", UUID.class),
                row.getString("root"),
                row.getObject("record", UUID.class),
                row.getString("address"),
                row.getString("zh"),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                row.getString("paper"),
                row.getObject("paper_on", LocalDate.class),
                row.getString("authority"),
                Removal.State.valueOf(row.getString("state")),
                row.getObject("proposed_by", UUID.class),
                row.getObject("proposed_for", UUID.class),
                row.getString("proposed_name"),
                row.getObject("proposed_at", OffsetDateTime.class),
                row.getString("decided_name"),
                row.getObject("decided_at", OffsetDateTime.class),
                row.getString("decided_words"),
                counts(row.getString("cleared")),
                counts(row.getString("kept")),
                row.getInt("files"),
                row.getInt("files_gone"));
    }

    private Map<String, Long> counts(@Nullable String text) {
        return text == null ? Map.of() : json.readValue(text, new TypeReference<Map<String, Long>>() {});
    }
}
