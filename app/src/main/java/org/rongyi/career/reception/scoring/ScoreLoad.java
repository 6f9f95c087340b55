package org.rongyi.career.reception.scoring;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Scores of a demo: settled by the acts; only their notice is put into the past. Nothing but a demo calls it. */
@Component
public class ScoreLoad {

    private static final String SHOWN = """
            update reception.score set settled_on = :until, notice_until = :until
            where reception_id = :id and notice_until is not null
            """;

    private final JdbcClient jdbc;

    ScoreLoad(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void shownUntil(UUID reception, LocalDate until) {
        jdbc.sql(SHOWN).param("until", until).param("id", reception).update();
    }
}
