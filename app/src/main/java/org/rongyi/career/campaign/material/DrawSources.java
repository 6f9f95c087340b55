package org.rongyi.career.campaign.material;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 抽签的来源, kept: what each said, entered by one and confirmed by another who reads the same publication. */
@Component
public class DrawSources {

    private static final String COLUMNS = """
            select s.position, s.name, s.value, s.silent, s.read_where, s.entered_by, s.entered_account, s.confirmed_by
            from campaign.draw_source s
            where s.campaign_id = :campaign
            """;

    private static final String OF = COLUMNS + " order by s.position";

    private static final String LOCK = COLUMNS + " and s.position = :position for update";

    private static final String ENTER = """
            update campaign.draw_source
            set value = :value, silent = :silent, read_where = :read_where, entered_at = :at, entered_by = :by,
                entered_account = :account
            where campaign_id = :campaign and position = :position and confirmed_account is null
            """;

    private static final String CONFIRM = """
            update campaign.draw_source set confirmed_at = :at, confirmed_by = :by, confirmed_account = :account
            where campaign_id = :campaign and position = :position and confirmed_account is null
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    DrawSources(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A source.
     *
     * @param value what it said; none before, and where it stayed silent
     * @param silent whether it stayed silent
     * @param readWhere where it was read
     * @param confirmedBy who read the same; none before
     */
    public record Source(
            int position,
            String name,
            @Nullable String value,
            boolean silent,
            @Nullable String readWhere,
            @Nullable String enteredBy,
            @Nullable UUID enteredAccount,
            @Nullable String confirmedBy) {

        public boolean isEntered() {
            return enteredAccount != null;
        }

        public boolean isConfirmed() {
            return confirmedBy != null;
        }
    }

    public List<Source> of(UUID campaign) {
        return jdbc.sql(OF).param("campaign", campaign).query(Source.class).list();
    }

    public Optional<Source> lock(UUID campaign, int position) {
        return jdbc.sql(LOCK)
                .param("campaign", campaign)
                .param("position", position)
                .query(Source.class)
                .optional();
    }

    public void enter(UUID campaign, int position, @Nullable String value, String readWhere, Actor.Office by) {
        jdbc.sql(ENTER)
                .param("value", value)
                .param("silent", value == null)
                .param("read_where", readWhere)
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.signed())
                .param("account", by.account())
                .param("campaign", campaign)
                .param("position", position)
                .update();
    }

    public void confirm(UUID campaign, int position, Actor.Office by) {
        jdbc.sql(CONFIRM)
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.signed())
                .param("account", by.account())
                .param("campaign", campaign)
                .param("position", position)
                .update();
    }
}
