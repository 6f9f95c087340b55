package org.rongyi.care.visit;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.rongyi.platform.documents.FileId;
import org.rongyi.platform.documents.FileOwner;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The photos and thumbnails that visits name; those of withdrawn visits are kept too. */
@Component
class VisitPhotoFiles implements FileOwner {

    private static final String NAMED = """
            select file_id from visit.photo where file_id = any(:files)
            union
            select thumbnail_id from visit.photo where thumbnail_id = any(:files)
            """;

    private final JdbcClient jdbc;

    VisitPhotoFiles(@Qualifier("job") JdbcClient jdbc) {
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
