package org.rongyi.care.fund.giving;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 更换网上捐赠的页面, as rows: proposed by one, confirmed by another. The latest confirmed one holds. */
@Component
public class PlatformChanges {

    private static final String COLUMNS = """
            select c.id, c.fund_id as fund, c.address, c.reason, c.state, c.proposed_by, c.proposed_for, c.proposed_name,
                   c.proposed_at, c.decided_name, c.decided_at, c.decided_words
            from fund.platform_change c
            """;

    private static final String FIND = COLUMNS + "where c.id = :id";

    private static final String OPEN = COLUMNS + "where c.fund_id = :fund and c.state = 'PROPOSED'";

    private static final String OF_FUND =
            COLUMNS + "where c.fund_id = :fund order by c.proposed_at desc, c.id desc limit :limit";

    /** Of a unit's own funds; he who proposed it, or in whose name it was, does not decide it. */
    private static final String WAITING = """
            select f.id as fund, f.name as fund_name, c.proposed_name, c.proposed_at
            from fund.platform_change c
            join fund.fund f on f.id = c.fund_id
            where f.unit_id = :unit and c.state = 'PROPOSED'
              and c.proposed_by not in (:accounts) and coalesce(c.proposed_for, c.proposed_by) not in (:accounts)
            order by c.proposed_at, c.id
            """;

    private static final String INSERT = """
            insert into fund.platform_change (id, fund_id, address, reason, state, proposed_by, proposed_for, proposed_name,
                                              proposed_at)
            values (:id, :fund, :address, :reason, 'PROPOSED', :by, :for, :name, :at)
            """;

    private static final String DECIDE = """
            update fund.platform_change
            set state = :state, decided_by = :by, decided_name = :name, decided_at = :at, decided_words = :words
            where id = :id and state = 'PROPOSED'
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PlatformChanges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** 到了哪一步. */
    public enum State {
        PROPOSED("待核定"),
        CONFIRMED("已核定"),
        DECLINED("没有核定");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** @param address the charity's page on a designated platform; empty for none any more */
    public record Change(
            UUID id,
            UUID fund,
            String address,
            String reason,
            State state,
            UUID proposedBy,
            @Nullable UUID proposedFor,
            String proposedName,
            OffsetDateTime proposedAt,
            @Nullable String decidedName,
            @Nullable OffsetDateTime decidedAt,
            @Nullable String decidedWords) {

        /** Whether it was he, or in his name, who proposed it. */
        public boolean isFrom(Actor.Office office) {
            return office.speaksFor(proposedBy) || office.speaksFor(proposedFor);
        }
    }

    /** What waits for a second person. */
    public record Waiting(UUID fund, String fundName, String proposedName, OffsetDateTime proposedAt) {}

    public Optional<Change> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Change.class).optional();
    }

    public Optional<Change> open(UUID fund) {
        return jdbc.sql(OPEN).param("fund", fund).query(Change.class).optional();
    }

    /** The latest first. */
    public List<Change> ofFund(UUID fund, int limit) {
        return jdbc.sql(OF_FUND)
                .param("fund", fund)
                .param("limit", limit)
                .query(Change.class)
                .list();
    }

    /** What an office could decide now, the oldest first. */
    public List<Waiting> waiting(Actor.Office office) {
        var actingFor = office.actingFor();
        return jdbc.sql(WAITING)
                .param("unit", office.unit())
                .param("accounts", actingFor == null ? List.of(office.account()) : List.of(office.account(), actingFor))
                .query(Waiting.class)
                .list();
    }

    void propose(Actor.Office by, UUID id, UUID fund, String address, String reason) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("fund", fund)
                .param("address", address)
                .param("reason", reason)
                .param("by", by.account())
                .param("for", by.actingFor(), Types.OTHER)
                .param("name", by.name() + "（" + by.unitName() + "）")
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    void decide(Actor.Office by, UUID id, State state, @Nullable String words) {
        int changed = jdbc.sql(DECIDE)
                .param("id", id)
                .param("state", state.name())
                .param("by", by.account())
                .param("name", by.name() + "（" + by.unitName() + "）")
                .param("at", OffsetDateTime.now(clock))
                .param("words", words, Types.VARCHAR)
                .update();
        if (changed != 1) {
            throw new IllegalStateException("decided by somebody else although the fund was locked");
        }
    }
}
