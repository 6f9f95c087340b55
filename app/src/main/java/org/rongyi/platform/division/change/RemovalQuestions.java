package org.rongyi.platform.division.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 待认定区划: removals nobody has explained yet. */
@Component
public class RemovalQuestions {

    private static final String OF_CODE = """
            select code, name, removed_on, suggestion
            from division.question
            where code = :code and answer is null
            """;

    private static final String OPEN = """
            select code, name, removed_on, suggestion
            from division.question
            where answer is null and code > :after
            order by code
            limit :limit
            """;

    private static final String HOW_MANY = "select count(*) from division.question where answer is null";

    private final JdbcClient jdbc;

    RemovalQuestions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<RemovalQuestion> findOpen(DivisionCode code) {
        return jdbc.sql(OF_CODE)
                .param("code", code.value())
                .query((row, number) -> question(row))
                .optional();
    }

    /** By code, from the one after the given; zero for the first. */
    public List<RemovalQuestion> listOpen(long after, int limit) {
        return jdbc.sql(OPEN)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> question(row))
                .list();
    }

    public long countOpen() {
        return jdbc.sql(HOW_MANY).query(Long.class).single();
    }

    private static RemovalQuestion question(ResultSet row) throws SQLException {
        long suggestion = row.getLong("suggestion");
        return new RemovalQuestion(
                new DivisionCode(row.getLong("code")),
                row.getString("name"),
                row.getObject("removed_on", LocalDate.class),
                suggestion == 0 ? null : new DivisionCode(suggestion));
    }
}
