package org.rongyi.platform.act;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The commands that were carried out, and how they ended. */
@Component
class Commands {

    private static final String CLAIM = """
            insert into act.command (actor_key, id, act, digest, at)
            values (:actor, :id, :act, :digest, :at)
            on conflict do nothing
            """;

    private static final String FINISH = """
            update act.command
            set subject = :subject, outcome_type = :type, outcome = :outcome::jsonb
            where actor_key = :actor and id = :id
            """;

    private static final String FIRST = """
            select digest, subject, outcome_type, outcome::text as outcome
            from act.command
            where actor_key = :actor and id = :id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Commands(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record First(String digest, @Nullable UUID subject, String outcomeType, String outcome) {}

    /** Takes the id; waits for whoever is using it at this moment, and answers false when it was used. */
    boolean claim(String actor, UUID id, String act, String digest) {
        return jdbc.sql(CLAIM)
                        .param("actor", actor)
                        .param("id", id)
                        .param("act", act)
                        .param("digest", digest)
                        .param("at", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    void finish(String actor, UUID id, UUID subject, String outcomeType, String outcome) {
        jdbc.sql(FINISH)
                .param("subject", subject)
                .param("type", outcomeType)
                .param("outcome", outcome)
                .param("actor", actor)
                .param("id", id)
                .update();
    }

    First get(String actor, UUID id) {
        return jdbc.sql(FIRST)
                .param("actor", actor)
                .param("id", id)
                .query(First.class)
                .single();
    }
}
