package org.rongyi.platform.approval;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.route.Position;
import org.rongyi.platform.approval.route.RouteBook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 办件进度, as another system may know it by the number its user holds: how far it is, and nothing of whom or what. */
@Component
public class CaseStates {

    private static final String FIND = """
            select c.number, c.service, c.state, c.result, c.applied_on, c.decide_due, c.decided_on
            from approval.case_file c
            where c.number = :number
            """;

    private final JdbcClient jdbc;
    private final RouteBook book;

    CaseStates(JdbcClient jdbc, RouteBook book) {
        this.jdbc = jdbc;
        this.book = book;
    }

    private record Row(
            String number,
            String service,
            Position.State state,
            Position.@Nullable Result result,
            LocalDate appliedOn,
            @Nullable LocalDate decideDue,
            @Nullable LocalDate decidedOn) {}

    /**
     * How far a case is.
     *
     * @param due by when it is to be decided; none before it was accepted
     */
    public record Progress(
            String number,
            String service,
            String state,
            @Nullable String result,
            LocalDate appliedOn,
            @Nullable LocalDate due,
            @Nullable LocalDate decidedOn) {}

    /** Empty outside the asker's territory, as if there were none. Inside a transaction that has its scope. */
    public Optional<Progress> find(String number) {
        return jdbc.sql(FIND)
                .param("number", number)
                .query(Row.class)
                .optional()
                .map(row -> new Progress(
                        row.number(),
                        book.get(row.service()).zh(),
                        row.state().zh(),
                        row.result() == null ? null : row.result().zh(),
                        row.appliedOn(),
                        row.decideDue(),
                        row.decidedOn()));
    }
}
