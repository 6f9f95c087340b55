package org.rongyi.platform.access;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 待批准的接口用户: what was registered and waits for the second pair of eyes. */
@Component
public class WaitingClients {

    private static final String WAITING = """
            select id, name, proposed_at as at from access.client where state = 'WAITING' order by proposed_at, id limit 50
            """;

    private final JdbcClient jdbc;

    WaitingClients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Waiting(UUID id, String name, OffsetDateTime at) {}

    /** The oldest first. */
    public List<Waiting> list() {
        return jdbc.sql(WAITING).query(Waiting.class).list();
    }
}
