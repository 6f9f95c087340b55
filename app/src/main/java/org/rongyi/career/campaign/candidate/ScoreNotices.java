package org.rongyi.career.campaign.candidate;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 得分公示: name and score for everybody, while the notice hangs, and no longer. Nothing here leads to a person's file or to a pseudonym. */
@Component
public class ScoreNotices {

    private static final String TAKE_DOWN = "delete from campaign.score_notice where campaign_id = :campaign";

    private static final String HANG = """
            insert into campaign.score_notice (id, campaign_id, code_now, name, score, note, to_on)
            select gen_random_uuid(), g.id, g.code_now, c.name,
                   campaign.combined(c.score, c.exam_points, x.file_weight, x.weights),
                   concat_ws('；', c.exempt_ground, '优先安置：' || c.priority_ground,
                       case when c.exam_points is not null and c.score is not null then '档案分 ' || c.score || '，' || (
                           select string_agg(s.name || ' ' || p.points, '，' order by s.n)
                           from unnest(x.subjects) with ordinality s (name, n)
                           join unnest(c.exam_points) with ordinality p (points, n) on p.n = s.n) end),
                   :until
            from campaign.candidate c
            join campaign.campaign g on g.id = c.campaign_id
            left join campaign.exam x on x.campaign_id = c.campaign_id
            where c.campaign_id = :campaign and c.left_at is null
            """;

    private final JdbcClient jdbc;

    ScoreNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who takes part at this moment, anew. */
    public void hang(UUID campaign, LocalDate until) {
        takeDown(campaign);
        jdbc.sql(HANG).param("until", until).param("campaign", campaign).update();
    }

    public void takeDown(UUID campaign) {
        jdbc.sql(TAKE_DOWN).param("campaign", campaign).update();
    }
}
