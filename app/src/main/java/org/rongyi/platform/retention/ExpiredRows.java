package org.rongyi.platform.retention;

import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A kind that is counted and deleted by one statement each; both take {@code :before} and {@code :most}.
 *
 * @param jdbc the job's: it reaches everybody's rows
 */
public record ExpiredRows(JdbcClient jdbc, String id, String zh, String parameter, String countSql, String deleteSql)
        implements Keeping {

    @Override
    public long count(OffsetDateTime before, int most) {
        return jdbc.sql(countSql)
                .param("before", before)
                .param("most", most)
                .query(Long.class)
                .single();
    }

    @Override
    public int delete(OffsetDateTime before, int most) {
        return jdbc.sql(deleteSql).param("before", before).param("most", most).update();
    }
}
