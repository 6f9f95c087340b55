package org.rongyi.platform.audit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 每日链头: the last head of each day, which vouches for every row before it once it has left the machine. */
@Component
public class DailyHeads {

    private static final String LAST_OF_DAYS = """
            select b.*
            from generate_series(:from::timestamptz, :to::timestamptz, interval '1 day') as day(begin)
            cross join lateral (
                select number, old, previous, first_seq, size, root, ''::bytea as leaves, sealed_at, head, key, signature
                from audit.batch
                where sealed_at >= day.begin and sealed_at < day.begin + interval '1 day'
                order by sealed_at desc, number desc
                limit 1) b
            order by b.number desc
            """;

    private final JdbcClient jdbc;

    DailyHeads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest day first; a day on which nothing was sealed is not there. */
    public List<HeadLine> of(YearMonth month) {
        return between(month.atDay(1), month.atEndOfMonth());
    }

    /** Empty when nothing was sealed that day. */
    public Optional<HeadLine> of(LocalDate day) {
        return between(day, day).stream().findFirst();
    }

    private List<HeadLine> between(LocalDate from, LocalDate to) {
        return jdbc.sql(LAST_OF_DAYS)
                .param("from", begin(from))
                .param("to", begin(to))
                .query((row, n) -> HeadLine.of(Batch.of(row)))
                .list();
    }

    private static OffsetDateTime begin(LocalDate day) {
        return day.atStartOfDay(HeadLine.ZONE).toOffsetDateTime();
    }
}
