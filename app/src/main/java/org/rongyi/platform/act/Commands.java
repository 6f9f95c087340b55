package org.rongyi.platform.act;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The commands that were carried out, and how they ended. */
@Component
class Commands {

    private static final String KEEP = """
            insert into act.command (actor_key, id, act, digest, at, subject, outcome_type, outcome)
            values (:actor, :id, :act, :digest, :at, :subject, :type, :outcome::jsonb)
            on conflict do nothing
            """;

    private static final String FIND = """
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

    /** A command that was carried out: what was asked for, by its digest, and what came of it. */
    record Kept(String digest, @Nullable UUID subject, String outcomeType, String outcome) {}

    /** Waits for whoever is carrying out the same command at this moment, and answers false when it was carried out. */
    boolean keep(String actor, UUID id, String act, Kept kept) {
        return jdbc.sql(KEEP)
                        .param("actor", actor)
                        .param("id", id)
                        .param("act", act)
                        .param("digest", kept.digest())
                        .param("at", OffsetDateTime.now(clock))
                        .param("subject", kept.subject())
                        .param("type", kept.outcomeType())
                        .param("outcome", kept.outcome())
                        .update()
                == 1;
    }

    Optional<Kept> find(String actor, UUID id) {
        return jdbc.sql(FIND)
                .param("actor", actor)
                .param("id", id)
                .query(Kept.class)
                .optional();
    }
}
