package org.rongyi.career.campaign.live;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 超时时照着给的志愿: written when the session starts, out of the opened lists; read by the clock alone. */
@Component
public class FallBacks {

    static final SealedField POSTS = new SealedField("campaign.live_fallback", "posts_sealed");

    private static final String INSERT = """
            insert into campaign.live_fallback (id, campaign_id, person_id, code_now, priority, posts_sealed)
            values (:candidate, :campaign, :person, :code, :priority, :posts)
            """;

    private static final String OF = """
            select f.priority, f.posts_sealed from campaign.live_fallback f where f.id = :candidate
            """;

    private final JdbcClient jdbc;
    private final JdbcClient job;
    private final Vault vault;

    FallBacks(JdbcClient jdbc, @Qualifier("job") JdbcClient job, Vault vault) {
        this.jdbc = jdbc;
        this.job = job;
        this.vault = vault;
    }

    /** @param posts he wished for and may have, the best first */
    record Wished(boolean priority, List<UUID> posts) {}

    public void insert(Candidate whom, boolean priority, List<UUID> posts) {
        var text = posts.stream().map(UUID::toString).collect(Collectors.joining(" "));
        jdbc.sql(INSERT)
                .param("candidate", whom.id())
                .param("campaign", whom.campaign())
                .param("person", whom.person())
                .param("code", whom.home().value())
                .param("priority", priority)
                .param("posts", vault.seal(POSTS, whom.id(), text))
                .update();
    }

    Optional<Wished> of(UUID candidate) {
        return job.sql(OF)
                .param("candidate", candidate)
                .query((row, n) -> new Wished(
                        row.getBoolean("priority"),
                        Arrays.stream(vault.open(POSTS, candidate, row.getBytes("posts_sealed"))
                                        .split(" "))
                                .map(UUID::fromString)
                                .toList()))
                .optional();
    }
}
