package org.rongyi.platform.documents.attachment;

import java.time.LocalDate;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Attachments, and forms that are being filled in, go on under the new code. */
@Component
class AttachmentRecode implements DivisionFollower {

    private static final String MOVE = """
            update documents.attachment set code_now = :to where code_now = :from
            """;

    private static final String MOVE_DRAFTS = """
            update documents.draft_file set code_now = :to where code_now = :from
            """;

    private final JdbcClient jdbc;

    AttachmentRecode(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void recoded(DivisionCode from, DivisionCode to, LocalDate on) {
        jdbc.sql(MOVE).param("from", from.value()).param("to", to.value()).update();
        jdbc.sql(MOVE_DRAFTS)
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }
}
