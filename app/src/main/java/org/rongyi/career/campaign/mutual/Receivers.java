package org.rongyi.career.campaign.mutual;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.network.organisation.Unit;
import org.rongyi.platform.access.Posts;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 接收单位: whose people sign in for a unit that reported posts. */
@Component
public class Receivers {

    private static final String OF = """
            select u.credit_code, u.unit_id, u.unit_name, u.named_by
            from campaign.mutual_unit u
            where u.campaign_id = :campaign
            order by u.credit_code
            """;

    private static final String NAME = """
            insert into campaign.mutual_unit (campaign_id, credit_code, unit_id, unit_name, code_now, named_at, named_by)
            values (:campaign, :credit, :unit, :name, :code, :at, :by)
            on conflict (campaign_id, credit_code) do update
            set unit_id = excluded.unit_id, unit_name = excluded.unit_name, named_at = excluded.named_at,
                named_by = excluded.named_by
            """;

    private static final String UNNAME =
            "delete from campaign.mutual_unit where campaign_id = :campaign and credit_code = :credit";

    private static final String IS_OF = """
            select exists (select 1 from campaign.mutual_unit u
                           where u.campaign_id = :campaign and u.credit_code = :credit and u.unit_id = :unit)
            """;

    private static final String ANY = """
            select exists (select 1 from campaign.mutual_unit u where u.campaign_id = :campaign and u.credit_code = :credit)
            """;

    private final JdbcClient jdbc;
    private final Posts staff;
    private final Clock clock;

    Receivers(JdbcClient jdbc, Posts staff, Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * @param creditCode of the unit that reported posts
     * @param isStaffed whether somebody can sign in there as 接收单位经办; where nobody can, it takes nobody
     */
    public record Receiver(String creditCode, UUID unit, String name, String by, boolean isStaffed) {}

    public List<Receiver> of(UUID campaign) {
        return jdbc.sql(OF)
                .param("campaign", campaign)
                .query((row, n) -> new Receiver(
                        row.getString("credit_code"),
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_name"),
                        row.getString("named_by"),
                        isStaffed(row.getObject("unit_id", UUID.class))))
                .list();
    }

    private boolean isStaffed(UUID unit) {
        return staff.holders(unit).stream().anyMatch(one -> one.role() == Role.EMPLOYER);
    }

    /** Whether the post is handled by the unit he works at. */
    public boolean isOf(PlacementPost post, Actor.Office one) {
        return jdbc.sql(IS_OF)
                .param("campaign", post.campaign())
                .param("credit", post.creditCode())
                .param("unit", one.unit())
                .query(Boolean.class)
                .single();
    }

    /** Whether somebody of its unit signs in for it. */
    boolean any(PlacementPost post) {
        return jdbc.sql(ANY)
                .param("campaign", post.campaign())
                .param("credit", post.creditCode())
                .query(Boolean.class)
                .single();
    }

    /** Whether it was named. */
    boolean unname(CampaignRecord campaign, String credit) {
        return jdbc.sql(UNNAME)
                        .param("campaign", campaign.id())
                        .param("credit", credit)
                        .update()
                == 1;
    }

    void name(CampaignRecord campaign, String credit, Unit unit, Actor.Office by) {
        jdbc.sql(NAME)
                .param("campaign", campaign.id())
                .param("credit", credit)
                .param("unit", unit.id())
                .param("name", unit.name())
                .param("code", campaign.code().value())
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.signed())
                .update();
    }
}
