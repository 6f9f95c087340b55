package org.rongyi.platform.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.vault.SealedPlace;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sealed files on the disk, in the order of their names. */
@Component
class SealedFiles implements SealedPlace {

    private static final int FILES = 50;

    private static final String NEXT = """
            select id from documents.file where id > :after order by id limit :limit
            """;

    private final FileShelf shelf;
    private final Vault vault;
    private final JdbcClient jdbc;

    SealedFiles(DataDirectory directory, Vault vault, @Qualifier("job") JdbcClient jdbc) {
        this.shelf = new FileShelf(directory.files());
        this.vault = vault;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "documents.file";
    }

    @Override
    public String zh() {
        return "附件：文件内容";
    }

    @Override
    public Step reseal(@Nullable String after) {
        var ids = jdbc.sql(NEXT)
                .param("after", after == null ? "" : after)
                .param("limit", FILES)
                .query(String.class)
                .list();
        int resealed = 0;
        for (var id : ids) {
            resealed += reseal(new FileId(id)) ? 1 : 0;
        }
        return new Step(ids.size() < FILES ? null : ids.getLast(), resealed);
    }

    /** A file's content never changes; one that is swept meanwhile becomes a stray, and is swept again. */
    private boolean reseal(FileId id) {
        try {
            var sealed = shelf.read(id).filter(vault::isSealedEarlier);
            if (sealed.isPresent()) {
                shelf.write(id, vault.reseal(sealed.get(), FileStore.aad(id)));
            }
            return sealed.isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException("文件重新封存失败：" + id, e);
        }
    }
}
