package org.rongyi.career.campaign.list;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 参加人, those who take part: by 档案分, who is not scored first, or by name. */
@Component
public class CandidateList {

    /** Above every score, so that who is not scored stands first and the index can be walked. */
    static final String BY_SCORE = Candidates.COLUMNS + """
            where c.campaign_id = :campaign and c.left_at is null and %s
            order by coalesce(-c.score, -1000000), c.id
            limit :limit
            """;

    static final String BY_NAME = Candidates.COLUMNS + """
            where c.campaign_id = :campaign and c.left_at is null and %s
            order by c.name, c.id
            limit :limit
            """;

    private static final BigDecimal UNSCORED = new BigDecimal("-1000000");

    private final JdbcClient jdbc;

    CandidateList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whom to show of all. */
    public enum CandidateGroup {
        EXEMPT("不评分、最先选的"),
        PRIORITY("优先安置的"),
        UNCHECKED("依据等核对的");

        private final String zh;

        CandidateGroup(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /**
     * What to show.
     *
     * @param text part of the name, the beginning of its pinyin initials, or the pseudonym; empty for all
     * @param which none for all
     */
    public record Filter(String text, @Nullable CandidateGroup which, boolean byName) {}

    /** @param after the cursor as it stands in the address */
    public Slice<Candidate> page(UUID campaign, Filter filter, String after) {
        var list = narrowed(campaign, filter);
        if (filter.byName()) {
            var read = list.behind(
                            "(c.name, c.id) > (:afterName, :afterId)", "afterName", Cursor.parse(after, name -> name))
                    .page(jdbc, BY_NAME, (row, n) -> Candidates.read(row));
            return Slice.of(read, Narrowed.PAGE, who -> new Cursor<>(who.name(), who.id()));
        }
        var read = list.behind(
                        "(coalesce(-c.score, -1000000), c.id) > (:afterScore, :afterId)",
                        "afterScore",
                        Cursor.parse(after, ScoreKey::parse))
                .page(jdbc, BY_SCORE, (row, n) -> Candidates.read(row));
        return Slice.of(read, Narrowed.PAGE, who -> new Cursor<>(key(who), who.id()));
    }

    public void each(UUID campaign, Filter filter, Consumer<Candidate> to) {
        narrowed(campaign, filter)
                .each(jdbc, filter.byName() ? BY_NAME : BY_SCORE, (row, n) -> Candidates.read(row), to);
    }

    private static BigDecimal key(Candidate who) {
        var score = who.score();
        return score == null ? UNSCORED : score.negate();
    }

    private static Narrowed narrowed(UUID campaign, Filter filter) {
        var list = new Narrowed(campaign);
        list.where("true");
        if (!filter.text().isEmpty()) {
            list.where("(position(:text in c.name) > 0 or starts_with(c.initials, :typed) or c.pseudonym = :text)")
                    .with("text", filter.text())
                    .with("typed", filter.text().toLowerCase(Locale.ROOT));
        }
        if (filter.which() == CandidateGroup.EXEMPT) {
            list.where("c.exempt_ground is not null");
        }
        if (filter.which() == CandidateGroup.PRIORITY) {
            list.where("c.priority_ground is not null");
        }
        if (filter.which() == CandidateGroup.UNCHECKED) {
            list.where("((c.exempt_ground is not null or c.priority_ground is not null) and c.checked_account is null"
                    + " or c.abilities_account is not null and c.abilities_checked_account is null)");
        }
        return list;
    }
}
