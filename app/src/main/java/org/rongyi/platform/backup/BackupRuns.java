package org.rongyi.platform.backup;

import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of each backup the program took by itself. */
@Component
public class BackupRuns {

    private static final String BEGIN = """
            insert into backup.run (id, began_at, place) values (:id, :at, :place)
            """;

    private static final String DONE = """
            update backup.run
            set ended_at = :at, size = :size, content = :content, row_count = :rows, file_count = :files,
                verified = :verified, problem = :problem
            where id = :id
            """;

    private static final String LAST = """
            select id, began_at, ended_at, place, size, content, row_count, file_count, verified, problem
            from backup.run
            order by began_at desc, id desc
            limit :limit
            """;

    private static final String LAST_GOOD = """
            select id, began_at, ended_at, place, size, content, row_count, file_count, verified, problem
            from backup.run
            where verified
            order by began_at desc, id desc
            limit 1
            """;

    private static final String OLD = "delete from backup.run where began_at < :before";

    private static final int YEARS_KEPT = 3;

    private final JdbcClient jdbc;
    private final Clock clock;

    BackupRuns(@Qualifier("job") JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param endedAt null while it runs, or when the program ended in the middle of it
     * @param size bytes
     * @param problem why it failed, in words that say what to do; null when it did not
     */
    public record Run(
            UUID id,
            OffsetDateTime beganAt,
            @Nullable OffsetDateTime endedAt,
            String place,
            @Nullable Long size,
            @Nullable String content,
            @Nullable Long rowCount,
            @Nullable Long fileCount,
            boolean verified,
            @Nullable String problem) {}

    /** Newest first. */
    public List<Run> last(int limit) {
        return jdbc.sql(LAST).param("limit", limit).query(Run.class).list();
    }

    /** The newest that was read back whole. */
    public Optional<Run> lastGood() {
        return jdbc.sql(LAST_GOOD).query(Run.class).optional();
    }

    UUID begin(Path place) {
        var id = Ids.next();
        jdbc.sql(OLD)
                .param("before", OffsetDateTime.now(clock).minusYears(YEARS_KEPT))
                .update();
        jdbc.sql(BEGIN)
                .param("id", id)
                .param("at", OffsetDateTime.now(clock))
                .param("place", place.toString())
                .update();
        return id;
    }

    void done(UUID id, Manifest manifest, long size) {
        end(
                id,
                size,
                manifest,
                manifest.missing().isEmpty()
                        ? null
                        : "数据库记着 " + manifest.missing().size() + " 个文件，盘上没有，备份里也就没有；请找回文件目录，第一个是 "
                                + manifest.missing().getFirst());
    }

    void failed(UUID id, String problem) {
        end(id, null, null, problem);
    }

    private void end(UUID id, @Nullable Long size, @Nullable Manifest manifest, @Nullable String problem) {
        jdbc.sql(DONE)
                .param("id", id)
                .param("at", OffsetDateTime.now(clock))
                .param("size", size)
                .param("content", manifest == null ? null : manifest.content())
                .param("rows", manifest == null ? null : manifest.rows())
                .param("files", manifest == null ? null : manifest.files().count())
                .param("verified", manifest != null)
                .param("problem", problem)
                .update();
    }
}
