package org.rongyi.platform.intake;

import org.rongyi.platform.retention.ExpiredRows;
import org.rongyi.platform.retention.Keeping;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 保存期限: uploaded rosters and the rows that were sent back. What was imported stays, and so does the batch with its counts: it
 * can still be withdrawn as a whole, and the same file is still known. One that was never started is over.
 */
@Configuration(proxyBeanMethods = false)
class UploadKeeping {

    private static final String COUNT = """
            select count(*) from (
                select from intake.batch
                where created_at < :before and cardinality(pieces) > 0
                  and state in ('CHECKED', 'DONE', 'FAILED', 'WITHDRAWN')
                limit :most) past
            """;

    private static final String DELETE = """
            with past as materialized (
                select id from intake.batch
                where created_at < :before and cardinality(pieces) > 0
                  and state in ('CHECKED', 'DONE', 'FAILED', 'WITHDRAWN')
                limit :most),
            sent_back as (
                delete from intake.row r using past p where r.batch_id = p.id and r.state in ('REFUSED', 'KEPT'))
            update intake.batch b
            set pieces = '{}', preview = null, note = '文件已过保存期限，已删除',
                state = case b.state when 'CHECKED' then 'WITHDRAWN' else b.state end
            from past p where b.id = p.id
            """;

    private final JdbcClient jdbc;

    UploadKeeping(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Bean
    Keeping oldUploads() {
        return new ExpiredRows(jdbc, "intake.upload", "导入时上传的名册、退回的行", "privacy.upload.months", COUNT, DELETE);
    }
}
