package org.rongyi.career.campaign.list;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.PostState;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 岗位, by their numbers: P999 stands before P1000. */
@Component
public class PostList {

    static final String SELECT = PlacementPosts.COLUMNS + """
            where p.campaign_id = :campaign and %s
            order by length(p.code), p.code, p.id
            limit :limit
            """;

    private final JdbcClient jdbc;

    PostList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What to show.
     *
     * @param text part of the unit's or the post's name, the beginning of the number, the whole number of the report, or the unit's whole
     *     统一社会信用代码; empty for all
     * @param state none for all
     * @param published only what the public reads
     */
    public record Filter(String text, @Nullable PostState state, boolean published) {

        /** What everybody may look at. */
        public static Filter shown(String text) {
            return new Filter(text, null, true);
        }
    }

    public Slice<PlacementPost> page(UUID campaign, Filter filter, @Nullable Cursor<String> after) {
        var read = narrowed(campaign, filter)
                .behind(
                        "(length(p.code), p.code, p.id) > (length(:afterCode), :afterCode, :afterId)",
                        "afterCode",
                        after)
                .page(jdbc, SELECT, (row, n) -> PlacementPosts.read(row));
        return Slice.of(read, Narrowed.PAGE, post -> new Cursor<>(post.code(), post.id()));
    }

    public void each(UUID campaign, Filter filter, Consumer<PlacementPost> to) {
        narrowed(campaign, filter).each(jdbc, SELECT, (row, n) -> PlacementPosts.read(row), to);
    }

    private static Narrowed narrowed(UUID campaign, Filter filter) {
        var list = new Narrowed(campaign);
        list.where(filter.published() ? "p.published" : "true");
        if (!filter.text().isEmpty()) {
            list.where("(position(:text in p.unit_name) > 0 or position(:text in p.title) > 0"
                            + " or starts_with(p.code, :typed) or p.paper = :text or p.credit_code = :text)")
                    .with("text", filter.text())
                    .with("typed", filter.text().toUpperCase(Locale.ROOT));
        }
        var state = filter.state();
        if (state != null) {
            list.where("p.state = :state").with("state", state.name());
        }
        return list;
    }
}
