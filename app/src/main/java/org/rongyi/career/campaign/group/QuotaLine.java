package org.rongyi.career.campaign.group;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.Sm3;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 接收计划 in the plan's text: how many units have to take how many persons, and the SM3 over one line for each unit, sorted: 统一社会信用代码, how many and
 * its name, with tabs between and a line feed behind. All of it stands on the public page, so anybody can reckon it again.
 */
@Component
class QuotaLine {

    private static final String OF = """
            select q.credit_code, q.persons, q.unit_name as unit from campaign.quota q where q.campaign_id = :campaign
            """;

    private final JdbcClient jdbc;

    QuotaLine(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Quota(String creditCode, int persons, String unit) {

        String line() {
            return creditCode + "\t" + persons + "\t" + unit + "\n";
        }
    }

    /** As it stands now; none where nothing was entered. */
    @Nullable
    String of(UUID campaign) {
        var all = jdbc.sql(OF).param("campaign", campaign).query(Quota.class).list();
        return all.isEmpty() ? null : of(all);
    }

    static String of(List<Quota> all) {
        return all.size() + " units to take "
                + all.stream().mapToInt(Quota::persons).sum() + " persons, SM3 "
                + Sm3.hex(all.stream().map(Quota::line).sorted().collect(Collectors.joining()));
    }
}
