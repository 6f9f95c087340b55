package org.rongyi.platform.audit;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the latest entry of an act on a record says, for tests. */
public final class LatestInTrail {

    private static final String LATEST = """
            select purpose, before, after from audit.trail
            where act = :act and subject = :subject and done order by at desc, id desc limit 1
            """;

    private LatestInTrail() {}

    /** @param everything the job's connection */
    public static Detail of(JdbcClient everything, String act, UUID subject) {
        return everything
                .sql(LATEST)
                .param("act", act)
                .param("subject", subject)
                .query((row, n) ->
                        Detail.read(row.getString("purpose"), row.getString("before"), row.getString("after")))
                .single();
    }

    public static List<String> lines(JdbcClient everything, String act, UUID subject) {
        return of(everything, act, subject).changes().stream()
                .map(Detail.Change::text)
                .toList();
    }
}
