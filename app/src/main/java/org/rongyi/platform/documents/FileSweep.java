package org.rongyi.platform.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rongyi.platform.database.DataDirectory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes away files that no row names: of forms never sent, and of transactions that were rolled back.
 *
 * <p>A file without a row gets one first; then every file goes by deleting its row under the row's lock, where a
 * concurrent {@link FileStore#put} of the same content either came first and is seen, or waits and writes it anew. As
 * long as a backup is being taken, nothing goes ({@link FileCopies#SHARED_LOCK}).
 */
@Component
public class FileSweep {

    /** A form may stay open so long. */
    static final Duration GRACE = Duration.ofHours(24);

    /** Later than any file was made. */
    private static final Instant FAR_AHEAD = Instant.parse("9999-01-01T00:00:00Z");

    private static final int BATCH = 1_000;

    private static final String ADOPT = """
            insert into documents.file (id, size, media_type, created_at)
            values (:id, 0, 'application/octet-stream', :before)
            on conflict (id) do nothing
            """;

    private static final String OLD = """
            select id from documents.file
            where created_at < :before and id > :after
            order by id
            limit :batch
            """;

    private static final String REMOVE = """
            delete from documents.file where id = :id and created_at < :before
            """;

    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(20217, 1)";

    private final FileShelf shelf;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final List<FileOwner> owners;

    FileSweep(
            DataDirectory directory,
            @Qualifier("job") JdbcClient jdbc,
            @Qualifier("job") PlatformTransactionManager transactions,
            Clock clock,
            List<FileOwner> owners) {
        this.shelf = new FileShelf(directory.files());
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.owners = List.copyOf(owners);
    }

    /** Removes every file older than a day that no owner names; answers how many. */
    public int sweep() {
        var before = clock.instant().minus(GRACE);
        adoptStrays(before);
        int removed = 0;
        var after = "";
        List<FileId> old;
        do {
            old = jdbc
                    .sql(OLD)
                    .param("before", Timestamp.from(before))
                    .param("after", after)
                    .param("batch", BATCH)
                    .query(String.class)
                    .list()
                    .stream()
                    .map(FileId::new)
                    .toList();
            var named = named(old);
            for (var id : old) {
                if (!named.contains(id)) {
                    removed += remove(id, before) ? 1 : 0;
                }
                after = id.value();
            }
        } while (old.size() == BATCH);
        return removed;
    }

    /** Whether a file is no more. */
    public enum Destroyed {
        GONE,
        /** Some row names it: the same content hangs on another record. */
        NAMED,
        /** A backup is being taken, and nothing goes. */
        BUSY
    }

    /** Destroys a file now, however young, if no owner names it. Outside any transaction that may still name it. */
    public Destroyed destroy(FileId id) {
        if (named(List.of(id)).contains(id)) {
            return Destroyed.NAMED;
        }
        if (remove(id, FAR_AHEAD)) {
            return Destroyed.GONE;
        }
        return shelf.has(id) ? Destroyed.BUSY : Destroyed.GONE;
    }

    private Set<FileId> named(List<FileId> files) {
        var named = new HashSet<FileId>();
        owners.forEach(owner -> named.addAll(owner.named(files)));
        return named;
    }

    private void adoptStrays(Instant before) {
        try {
            shelf.forEachBefore(
                    before,
                    id -> jdbc.sql(ADOPT)
                            .param("id", id.value())
                            .param("before", Timestamp.from(before.minusSeconds(1)))
                            .update());
        } catch (IOException e) {
            throw new UncheckedIOException("文件目录读取失败", e);
        }
    }

    private boolean remove(FileId id, Instant before) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!jdbc.sql(TRY_LOCK).query(Boolean.class).single()) {
                return false;
            }
            int rows = jdbc.sql(REMOVE)
                    .param("id", id.value())
                    .param("before", Timestamp.from(before))
                    .update();
            if (rows == 0) {
                return false;
            }
            if (named(List.of(id)).contains(id)) {
                status.setRollbackOnly();
                return false;
            }
            try {
                shelf.delete(id);
            } catch (IOException e) {
                throw new UncheckedIOException("文件删除失败：" + id, e);
            }
            return true;
        }));
    }
}
