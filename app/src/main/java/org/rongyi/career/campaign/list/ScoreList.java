package org.rongyi.career.campaign.list;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 得分公示, as everybody reads it while it hangs: who is not scored stands first, then by score. */
@Component
public class ScoreList {

    static final String SELECT = """
            select n.id, n.name, n.score, n.note
            from campaign.score_notice n
            where n.campaign_id = :campaign and n.to_on >= :today and position(:text in n.name) > 0 and %s
            order by coalesce(-n.score, -1000000), n.name, n.id
            limit :limit
            """;

    private static final BigDecimal UNSCORED = new BigDecimal("-1000000");

    private final JdbcClient jdbc;

    ScoreList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A line of the notice.
     *
     * @param score none for who is not scored
     * @param note why somebody is not scored or has priority; empty for the others
     */
    public record Line(UUID id, String name, @Nullable BigDecimal score, String note) {

        public String words() {
            return score == null ? "不评分" : score.toPlainString();
        }

        private Key key() {
            return new Key(score == null ? UNSCORED : score.negate(), name);
        }
    }

    /** Behind whom a page goes on. The notice may be hung anew meanwhile, with new ids: among equal scores the name keeps the place. */
    public record Key(BigDecimal score, String name) {

        @Override
        public String toString() {
            return score.toPlainString() + "_" + name;
        }

        /** @throws IllegalArgumentException where it is none */
        public static Key parse(String text) {
            int split = text.indexOf('_');
            if (split < 0) {
                throw new IllegalArgumentException("no key of a list by score");
            }
            return new Key(ScoreKey.parse(text.substring(0, split)), text.substring(split + 1));
        }
    }

    /** @param text part of the name; empty for all */
    public Slice<Line> page(UUID campaign, LocalDate today, String text, @Nullable Cursor<Key> after) {
        var list = new Narrowed(campaign).where("true").with("today", today).with("text", text);
        if (after != null) {
            list.where("(coalesce(-n.score, -1000000), n.name, n.id) > (:afterScore, :afterName, :afterId)")
                    .with("afterScore", after.key().score())
                    .with("afterName", after.key().name())
                    .with("afterId", after.id());
        }
        var read = list.page(
                jdbc,
                SELECT,
                (row, n) -> new Line(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getBigDecimal("score"),
                        row.getString("note")));
        return Slice.of(read, Narrowed.PAGE, line -> new Cursor<>(line.key(), line.id()));
    }
}
