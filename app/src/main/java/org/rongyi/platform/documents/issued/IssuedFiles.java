package org.rongyi.platform.documents.issued;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.documents.FileId;
import org.rongyi.platform.documents.FileOwner;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files of issued documents, revoked ones too; and their way to a new division code. */
@Component
class IssuedFiles implements FileOwner, DivisionFollower {

    private static final String NAMED = """
            select file_id from documents.issued where file_id = any(:files)
            """;

    private static final String MOVE = """
            update documents.issued set code_now = :to where code_now = :from
            """;

    private final JdbcClient jdbc;

    IssuedFiles(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<FileId> named(Collection<FileId> files) {
        return new HashSet<>(jdbc.sql(NAMED)
                .param("files", files.stream().map(FileId::value).toArray(String[]::new))
                .query((row, n) -> new FileId(row.getString(1)))
                .list());
    }

    @Override
    public void recoded(DivisionCode from, DivisionCode to, LocalDate on) {
        jdbc.sql(MOVE).param("from", from.value()).param("to", to.value()).update();
    }
}
