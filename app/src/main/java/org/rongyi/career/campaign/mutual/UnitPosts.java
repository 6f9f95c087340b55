package org.rongyi.career.campaign.mutual;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The published posts a receiving unit answers for, the latest first. */
@Component
public class UnitPosts {

    private static final int PAGE = 20;

    private static final UUID BEHIND_ALL = new UUID(-1, -1);

    private static final String OF = """
            select p.id
            from campaign.mutual_unit u
            join campaign.mutual m on m.campaign_id = u.campaign_id
            join campaign.post p on p.campaign_id = u.campaign_id and p.credit_code = u.credit_code and p.published
            where u.unit_id = :unit and p.id < :after
            order by p.id desc
            limit :limit
            """;

    private final JdbcClient jdbc;

    UnitPosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Slice<UUID> page(UUID unit, @Nullable Cursor<String> after) {
        var rows = jdbc.sql(OF)
                .param("unit", unit)
                .param("after", after == null ? BEHIND_ALL : after.id())
                .param("limit", PAGE + 1)
                .query(UUID.class)
                .list();
        return Slice.of(rows, PAGE, one -> new Cursor<>("p", one));
    }
}
