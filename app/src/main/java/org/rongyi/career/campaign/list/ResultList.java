package org.rongyi.career.campaign.list;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 结果公示, as everybody reads it while it hangs: by name, since the order of the campaign with names would tell pseudonyms apart. */
@Component
public class ResultList {

    static final String SELECT = """
            select n.id, n.name, n.post
            from campaign.result_notice n
            where n.campaign_id = :campaign and n.to_on >= :today and position(:text in n.name) > 0 and %s
            order by n.name, n.id
            limit :limit
            """;

    private final JdbcClient jdbc;

    ResultList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A line of the notice. */
    public record Line(UUID id, String name, String post) {}

    /** @param text part of the name; empty for all */
    public Slice<Line> page(UUID campaign, LocalDate today, String text, @Nullable Cursor<String> after) {
        var read = new Narrowed(campaign)
                .where("true")
                .with("today", today)
                .with("text", text)
                .behind("(n.name, n.id) > (:afterName, :afterId)", "afterName", after)
                .page(
                        jdbc,
                        SELECT,
                        (row, n) -> new Line(
                                row.getObject("id", UUID.class), row.getString("name"), row.getString("post")));
        return Slice.of(read, Narrowed.PAGE, line -> new Cursor<>(line.name(), line.id()));
    }
}
