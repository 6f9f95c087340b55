package org.rongyi.platform.documents.attachment;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.rongyi.platform.documents.FileId;
import org.rongyi.platform.documents.FileOwner;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files that attachments and unsent forms name, and their previews. */
@Component
class AttachmentFiles implements FileOwner {

    private static final String NAMED = """
            select file_id from documents.attachment where file_id = any(:files)
            union
            select preview_id from documents.attachment where preview_id = any(:files)
            union
            select file_id from documents.draft_file where file_id = any(:files)
            union
            select preview_id from documents.draft_file where preview_id = any(:files)
            """;

    private final JdbcClient jdbc;

    AttachmentFiles(@Qualifier("job") JdbcClient jdbc) {
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
