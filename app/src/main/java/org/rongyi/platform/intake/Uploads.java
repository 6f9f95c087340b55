package org.rongyi.platform.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.documents.FileId;
import org.rongyi.platform.documents.FileStore;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Uploaded files of any size: kept sealed, in pieces, so that memory does not grow with the file. While one is read it
 * lies open in a directory of its own, which is emptied at each start.
 */
@Component
public class Uploads {

    private static final int PIECE_BYTES = 1 << 20;
    private static final String MEDIA_TYPE = "application/octet-stream";

    private final Path spool;
    private final FileStore files;
    private final Transactions transactions;
    private final Vault vault;

    Uploads(DataDirectory directory, FileStore files, Transactions transactions, Vault vault) throws IOException {
        this.spool = directory.root().resolve("spool");
        this.files = files;
        this.transactions = transactions;
        this.vault = vault;
        FileSystemUtils.deleteRecursively(spool);
        Files.createDirectories(spool);
    }

    /** What names a kept file, and its pieces in order. */
    public record Kept(String digest, List<FileId> pieces) {
        public Kept {
            pieces = List.copyOf(pieces);
        }
    }

    /** A file to be read, gone when closed. */
    public record Open(Path path) implements AutoCloseable {
        @Override
        public void close() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public Open spool(InputStream content) {
        var open = fresh();
        try (var out = Files.newOutputStream(open.path())) {
            content.transferTo(out);
            return open;
        } catch (IOException e) {
            open.close();
            throw new UncheckedIOException("上传的文件写入失败，请检查磁盘", e);
        }
    }

    /** Each piece in a transaction of its own; what no batch comes to name is swept after a day. */
    public Kept keep(Actor actor, Open open) {
        var pieces = new ArrayList<FileId>();
        try (var in = Files.newInputStream(open.path())) {
            for (var piece = in.readNBytes(PIECE_BYTES); piece.length > 0; piece = in.readNBytes(PIECE_BYTES)) {
                var bytes = piece;
                pieces.add(transactions.write(actor, () -> files.put(bytes, MEDIA_TYPE)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("上传的文件读取失败", e);
        }
        var names = String.join(",", pieces.stream().map(FileId::value).toList());
        return new Kept(vault.fingerprint("intake.upload", names.getBytes(StandardCharsets.US_ASCII)), pieces);
    }

    Open restore(List<FileId> pieces) {
        var open = fresh();
        try (var out = Files.newOutputStream(open.path())) {
            for (var piece : pieces) {
                out.write(files.get(piece)
                        .orElseThrow(() -> new IllegalStateException("piece " + piece + " of an upload is gone")));
            }
            return open;
        } catch (IOException e) {
            open.close();
            throw new UncheckedIOException(e);
        }
    }

    private Open fresh() {
        try {
            return new Open(Files.createTempFile(spool, "upload", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
