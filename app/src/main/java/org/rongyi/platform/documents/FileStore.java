package org.rongyi.platform.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Files of any room, sealed and named by their content. Who may see a file is decided by the room whose row names it.
 *
 * <p>A file is on the disk before the transaction that names it commits. The row is written first, so that its lock
 * keeps {@link FileSweep} from taking the same file away meanwhile.
 */
@Component
public class FileStore {

    private static final String ENTER = """
            insert into documents.file (id, size, media_type, created_at)
            values (:id, :size, :mediaType, :now)
            on conflict (id) do update set created_at = excluded.created_at
            """;

    private static final String MEDIA_TYPE = """
            select media_type from documents.file where id = :id
            """;

    private final FileShelf shelf;
    private final Vault vault;
    private final JdbcClient jdbc;
    private final Clock clock;

    FileStore(DataDirectory directory, Vault vault, JdbcClient jdbc, Clock clock) {
        this.shelf = new FileShelf(directory.files());
        this.vault = vault;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps the content, inside the transaction that will name it; the same content again costs nothing. */
    public FileId put(byte[] content, String mediaType) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a file is put in the transaction that names it");
        }
        var id = new FileId(vault.fingerprint("documents.file", content));
        jdbc.sql(ENTER)
                .param("id", id.value())
                .param("size", content.length)
                .param("mediaType", mediaType)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        try {
            if (!shelf.has(id)) {
                shelf.write(id, vault.seal(content, aad(id)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("文件写入失败，请检查磁盘", e);
        }
        return id;
    }

    /** The content, empty when there is no such file. A file that was changed on disk is an exception. */
    public Optional<byte[]> get(FileId id) {
        try {
            return shelf.read(id).map(bytes -> vault.open(bytes, aad(id)));
        } catch (IOException e) {
            throw new UncheckedIOException("文件读取失败：" + id, e);
        }
    }

    public Optional<String> findMediaType(FileId id) {
        return jdbc.sql(MEDIA_TYPE).param("id", id.value()).query(String.class).optional();
    }

    static String aad(FileId id) {
        return "documents.file|" + id.value();
    }
}
