package org.rongyi.platform.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What went, kind by kind. */
@Component
class RetentionRuns {

    private static final String INSERT = """
            insert into retention.run (id, kind, before, deleted, at) values (:id, :kind, :before, :deleted, :at)
            """;

    private static final String SUMS = """
            select kind, sum(deleted) as deleted, max(at) as last_at from retention.run group by kind
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    RetentionRuns(@Qualifier("job") JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * All that went of a kind.
     *
     * @param lastAt null: nothing ever
     */
    public record Sum(long deleted, @Nullable OffsetDateTime lastAt) {
        static final Sum NONE = new Sum(0, null);
    }

    private record Row(String kind, long deleted, OffsetDateTime lastAt) {}

    void add(String kind, LocalDate before, long deleted) {
        jdbc.sql(INSERT)
                .param("id", Ids.next())
                .param("kind", kind)
                .param("before", before)
                .param("deleted", deleted)
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    Map<String, Sum> sums() {
        return jdbc.sql(SUMS).query(Row.class).list().stream()
                .collect(Collectors.toMap(Row::kind, row -> new Sum(row.deleted(), row.lastAt())));
    }
}
