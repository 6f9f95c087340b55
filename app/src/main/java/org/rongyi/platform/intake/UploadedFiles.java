package org.rongyi.platform.intake;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.rongyi.platform.documents.FileId;
import org.rongyi.platform.documents.FileOwner;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The pieces of uploads that are still to be read. */
@Component
class UploadedFiles implements FileOwner {

    private static final String NAMED = """
            select piece
            from intake.batch b, unnest(b.pieces) as piece
            where b.pieces && :files::text[] and piece = any(:files)
            """;

    private final JdbcClient jdbc;

    UploadedFiles(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<FileId> named(Collection<FileId> files) {
        return new HashSet<>(jdbc.sql(NAMED)
                .param("files", files.stream().map(FileId::value).toArray(String[]::new))
                .query((row, n) -> new FileId(row.getString(1)))
                .list());
    }
}
