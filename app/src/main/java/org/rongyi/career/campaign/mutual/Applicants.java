package org.rongyi.career.campaign.mutual;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 单位看到的申请人: by pseudonym, with what the score rests on. The database itself gives a unit no more: not the name, nor citizen number, telephone,
 * photo, village, birthday or disability.
 */
@Component
public class Applicants {

    public static final int PAGE = 20;

    private static final String COLUMNS = """
            select a.rank, a.application, a.candidate, a.pseudonym, a.score, a.service_days, a.hardship_months, a.priority
            from campaign.mutual_applicants(:post) a
            """;

    private static final String PAGE_OF = COLUMNS + """
            where a.rank > :after and position(:words in a.pseudonym) > 0
            order by a.rank
            limit :limit
            """;

    private static final String FIND = COLUMNS + "where a.application = :application";

    private static final String COUNT = "select count(*) from campaign.mutual_applicants(:post)";

    private static final String NAME = "select campaign.mutual_name(:candidate)";

    private final JdbcClient jdbc;

    Applicants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param rank among those of this post, by total score
     * @param score none for who is exempt
     */
    public record Applicant(
            int rank,
            UUID application,
            UUID candidate,
            String pseudonym,
            @Nullable BigDecimal score,
            long serviceDays,
            long hardshipMonths,
            boolean priority) {}

    /** One more than fits on a page. */
    public List<Applicant> page(UUID post, String words, int after) {
        return jdbc.sql(PAGE_OF)
                .param("post", post)
                .param("words", words)
                .param("after", after)
                .param("limit", PAGE + 1)
                .query((row, n) -> applicant(row))
                .list();
    }

    public long count(UUID post) {
        return jdbc.sql(COUNT).param("post", post).query(Long.class).single();
    }

    Optional<Applicant> find(UUID post, UUID application) {
        return jdbc.sql(FIND)
                .param("post", post)
                .param("application", application)
                .query((row, n) -> applicant(row))
                .optional();
    }

    /** Of whom the reader's own unit has taken. */
    public Optional<String> name(UUID candidate) {
        return jdbc.sql(NAME)
                .param("candidate", candidate)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    private static Applicant applicant(ResultSet row) throws SQLException {
        return new Applicant(
                row.getInt("rank"),
                row.getObject("application", UUID.class),
                row.getObject("candidate", UUID.class),
                row.getString("pseudonym"),
                row.getBigDecimal("score"),
                row.getLong("service_days"),
                row.getLong("hardship_months"),
                row.getBoolean("priority"));
    }
}
