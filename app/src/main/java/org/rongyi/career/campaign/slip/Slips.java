package org.rongyi.career.campaign.slip;

import java.util.Optional;
import java.util.UUID;
import org.rongyi.career.campaign.run.RunSeals;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 个人凭单 of an approved result, each for himself alone. */
@Component
public class Slips {

    private static final String OWN = """
            select p.id, p.slip_sealed, r.head
            from campaign.placed p
            join campaign.run r on r.id = p.run_id
            where p.campaign_id = :campaign and p.person_id = :person and r.approved_at is not null and r.set_aside_at is null
            """;

    private static final String EXISTS = """
            select exists (
                select 1 from campaign.placed p
                join campaign.run r on r.id = p.run_id
                where p.campaign_id = :campaign and p.person_id = :person and r.approved_at is not null
                    and r.set_aside_at is null)
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    Slips(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * As it was made with the result.
     *
     * @param head SM3 of the public file it belongs to
     */
    public record Kept(byte[] bytes, String head) {}

    public boolean exists(UUID campaign, UUID person) {
        return jdbc.sql(EXISTS)
                .param("campaign", campaign)
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    /** None before the group has approved the result. */
    public Optional<Kept> own(UUID campaign, UUID person) {
        return jdbc.sql(OWN)
                .param("campaign", campaign)
                .param("person", person)
                .query((row, n) -> new Kept(
                        vault.open(row.getBytes("slip_sealed"), RunSeals.SLIP.aad(row.getObject("id", UUID.class))),
                        row.getString("head")))
                .optional();
    }
}
