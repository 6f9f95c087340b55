package org.rongyi.care.visit;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 以前的联系类别: what somebody's attention was before each change. The ground tells of health and hardship and lies sealed. */
@Component
public class AttentionHistory {

    static final SealedField BEFORE = new SealedField("visit.attention_history", "before_sealed");

    private static final int SHOWN = 20;

    private static final String REMEMBER = """
            insert into visit.attention_history (person_id, version, at, by_name, by_unit, before_sealed)
            values (:person, :version, :at, :by, :unit, :before)
            """;

    private static final String NEXT = """
            select coalesce(max(version), 0) + 1 from visit.attention_history where person_id = :person
            """;

    private static final String LIST = """
            select version, at, by_name, by_unit, before_sealed
            from visit.attention_history
            where person_id = :person
            order by version desc
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    AttentionHistory(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * A change.
     *
     * @param ground of the 重点联系 he was till then, an entry of {@code visit.ground}; none for 普遍联系
     */
    public record Past(
            OffsetDateTime at,
            String byName,
            String byUnit,
            @Nullable String ground) {

        public Attention attention() {
            return ground == null ? Attention.GENERAL : Attention.KEY;
        }
    }

    /** The caller holds his line on the contact list. */
    void remember(UUID person, @Nullable String before, Actor.Office by) {
        int version =
                jdbc.sql(NEXT).param("person", person).query(Integer.class).single();
        jdbc.sql(REMEMBER)
                .param("person", person)
                .param("version", version)
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.name())
                .param("unit", by.unitName())
                .param(
                        "before",
                        before == null
                                ? null
                                : vault.seal(before.getBytes(StandardCharsets.UTF_8), aad(person, version)))
                .update();
    }

    /** The latest first; nothing where another place answers for him. */
    public List<Past> of(UUID person) {
        return jdbc.sql(LIST)
                .param("person", person)
                .param("limit", SHOWN)
                .query((row, n) -> new Past(
                        row.getObject("at", OffsetDateTime.class),
                        row.getString("by_name"),
                        row.getString("by_unit"),
                        ground(row.getBytes("before_sealed"), person, row.getInt("version"))))
                .list();
    }

    private @Nullable String ground(byte @Nullable [] sealed, UUID person, int version) {
        return sealed == null ? null : new String(vault.open(sealed, aad(person, version)), StandardCharsets.UTF_8);
    }

    static String aad(UUID person, int version) {
        return BEFORE.aad(person) + "|" + version;
    }
}
