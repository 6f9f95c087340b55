package org.rongyi.career.campaign.quota;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 接收计划, kept. */
@Component
class Quotas {

    private static final String COLUMNS =
            "select q.id, q.campaign_id as campaign, q.unit_name as unit, q.persons from campaign.quota q ";

    private static final String OF_UNIT = COLUMNS + "where q.campaign_id = :campaign and q.credit_code = :credit";

    private static final String FIND = COLUMNS + "where q.id = :id";

    private static final String INSERT = """
            insert into campaign.quota (id, campaign_id, code_now, unit_name, credit_code, persons, paper, entered_at,
                                        entered_by, entered_account)
            values (:id, :campaign, :code, :unit, :credit, :persons, :paper, :at, :by, :account)
            """;

    private static final String STRIKE = "delete from campaign.quota where id = :id";

    private final JdbcClient jdbc;
    private final Clock clock;

    Quotas(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param persons how many the unit has to take */
    record Quota(UUID id, UUID campaign, String unit, int persons) {}

    Optional<Quota> of(UUID campaign, String creditCode) {
        return jdbc.sql(OF_UNIT)
                .param("campaign", campaign)
                .param("credit", creditCode)
                .query(Quota.class)
                .optional();
    }

    Optional<Quota> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Quota.class).optional();
    }

    UUID insert(CampaignRecord campaign, SetQuota.Details given, Actor.Office by) {
        var id = Ids.next();
        jdbc.sql(INSERT)
                .param("id", id)
                .param("campaign", campaign.id())
                .param("code", campaign.code().value())
                .param("unit", given.unit())
                .param("credit", given.creditCode())
                .param("persons", given.persons())
                .param("paper", given.paper())
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.signed())
                .param("account", by.account())
                .update();
        return id;
    }

    void strike(UUID id) {
        jdbc.sql(STRIKE).param("id", id).update();
    }
}
