package org.rongyi.career.campaign.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.Gathering;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Cursor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("名单很长的时候：照索引翻，不把全部排一遍")
class LongListsTest {

    private static final int POSTS = 12_000;
    private static final int NAMES = 30_000;

    private static final String MANY_POSTS = """
            insert into campaign.post (id, campaign_id, code_now, code, unit_name, credit_code, kind, title, place_now, seats,
                                       reserved, conditions, paper, state, published, reported_at, reported_by,
                                       reported_account, checked_at, checked_by, checked_account)
            select gen_random_uuid(), c.id, c.code_now, 'P' || to_char(n, 'FM99000'), '县第' || n || '小学', '11440000MB2C000000',
                   'INSTITUTION', '管理岗', c.code_now, 1, 0, '不限', '某字 1 号', 'CHECKED', true, now(), '甲', c.id, now(), '乙',
                   gen_random_uuid()
            from campaign.campaign c cross join generate_series(1, :many) n
            where c.id = :campaign
            """;

    private static final String MANY_SCORES = """
            insert into campaign.score_notice (id, campaign_id, code_now, name, score, note, to_on)
            select gen_random_uuid(), c.id, c.code_now, '某' || n, n % 97, '', :until
            from campaign.campaign c cross join generate_series(1, :many) n
            where c.id = :campaign
            """;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PostList posts;

    @Autowired
    private ScoreList scores;

    private Gathering gathering;
    private UUID campaign;
    private LocalDate today;

    @BeforeEach
    void drafted() {
        gathering = new Gathering(program);
        campaign = gathering.drafted(gathering.plan("很长的名单"));
        today = LocalDate.ofInstant(gathering.now, ZoneId.of("Asia/Shanghai"));
    }

    private void insert(String sql, int many) {
        transactions.write(
                gathering.officer,
                () -> jdbc.sql(sql)
                        .param("campaign", campaign)
                        .param("many", many)
                        .param("until", today)
                        .update());
    }

    /** Whether the index gives the order: what was inserted a moment ago has no statistics, so that sorting is made dear. */
    private String plan(Actor reader, String sql, Map<String, Object> params) {
        return transactions.read(reader, () -> {
            jdbc.sql("set local enable_sort = off").update();
            return String.join(
                    "\n",
                    jdbc.sql("explain " + sql.formatted("true"))
                            .param("campaign", campaign)
                            .param("limit", Narrowed.PAGE + 1)
                            .params(params)
                            .query(String.class)
                            .list());
        });
    }

    @Test
    @DisplayName("一万二千个岗位：一页一页翻到底，一个不少、一个不重，每一页照编号的索引读")
    void postsAreWalked() {
        insert(MANY_POSTS, POSTS);
        assertThat(plan(gathering.officer, PostList.SELECT, Map.of()))
                .contains("post_order")
                .doesNotContain("Sort");
        var seen = new HashSet<UUID>();
        Cursor<String> after = null;
        int pages = 0;
        do {
            var from = after;
            var slice = transactions.read(
                    gathering.officer, () -> posts.page(campaign, new PostList.Filter("", null, false), from));
            slice.rows().forEach(post -> assertThat(seen.add(post.id())).isTrue());
            after = Cursor.parse(slice.next() == null ? "" : slice.next(), code -> code);
            pages++;
        } while (after != null);
        assertThat(seen).hasSize(POSTS);
        assertThat(pages).isEqualTo(POSTS / Narrowed.PAGE);
    }

    @Test
    @DisplayName("三万人的得分公示：没有登录的也照索引读，中间的一页也一样")
    void scoresAreWalked() {
        insert(MANY_SCORES, NAMES);
        var visitor = new Actor.Visitor();
        var asked = Map.<String, Object>of("today", today, "text", "");
        assertThat(plan(visitor, ScoreList.SELECT, asked))
                .contains("score_notice_order")
                .doesNotContain("Sort");
        var first = transactions.read(visitor, () -> scores.page(campaign, today, "", null));
        assertThat(first.rows())
                .hasSize(Narrowed.PAGE)
                .allMatch(line -> line.words().startsWith("96"));
        var middle = new Cursor<>(new ScoreList.Key(new BigDecimal("-50"), ""), new UUID(0, 0));
        var page = transactions.read(visitor, () -> scores.page(campaign, today, "", middle));
        assertThat(page.rows())
                .hasSize(Narrowed.PAGE)
                .allMatch(line -> line.words().startsWith("50"));
    }
}
