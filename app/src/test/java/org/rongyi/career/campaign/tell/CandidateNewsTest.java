package org.rongyi.career.campaign.tell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.Gathering;
import org.rongyi.career.campaign.group.ApprovePlan;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.campaign.wish.Wishing;
import org.rongyi.insight.figures.Fact;
import org.rongyi.insight.figures.FigureKinds;
import org.rongyi.insight.figures.Figures;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.Words;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("告知参加人：每件事说一次，不写得分和岗位")
class CandidateNewsTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private CandidateNews news;

    private Gathering gathering;
    private UUID campaign;

    @BeforeEach
    void people() {
        gathering = new Gathering(program);
        campaign = gathering.drafted(gathering.plan("告知的活动"));
        gathering.checked(campaign, "告知岗位", 1);
        gathering.add(campaign, gathering.settled("闻一", 6), gathering.settled("闻二", 4));
    }

    private void approve() {
        var group = gathering.group(campaign, Attendance.PRESENT, Attendance.PRESENT, Attendance.PRESENT);
        assertThat(gathering.approve(gathering.chief, campaign, group))
                .isInstanceOf(ApprovePlan.Outcome.Approved.class);
    }

    /** How many were told, by template. */
    private Map<String, Long> told() {
        news.tell();
        news.tell();
        var told = new TreeMap<String, Long>();
        gathering
                .jobs()
                .sql("select template, count(*) as many from notice.message where path = :path group by template")
                .param("path", "/me/campaigns/" + campaign)
                .query((java.sql.ResultSet row) -> {
                    told.put(row.getString(1), row.getLong(2));
                });
        return told;
    }

    private void stage(String stage, Duration opens, Duration closes) {
        gathering
                .jobs()
                .sql(
                        "update campaign.campaign set stage = :stage, wishes_open = :opens, wishes_close = :closes where id = :id")
                .param("stage", stage)
                .param("opens", gathering.now.plus(opens).atOffset(ZoneOffset.UTC))
                .param("closes", gathering.now.plus(closes).atOffset(ZoneOffset.UTC))
                .param("id", campaign)
                .update();
    }

    @Test
    @DisplayName("拟定时谁也不告诉；审定公示了，每人一条，写明公示到哪天和主办单位的电话")
    void whoIsListedIsToldOnceTheNoticeHangs() {
        assertThat(told()).isEmpty();
        approve();
        assertThat(told()).isEqualTo(Map.of("campaign.listed", 2L));
        var texts = gathering
                .jobs()
                .sql("select body from notice.message where path = :path")
                .param("path", "/me/campaigns/" + campaign)
                .query(String.class)
                .list();
        assertThat(texts)
                .allMatch(text -> text.contains("告知的活动") && text.contains("公示到") && text.contains("电话"))
                .noneMatch(text -> text.contains("闻一") || text.contains("告知岗位"));
    }

    @Test
    @DisplayName("撤出的、停办的不再告诉")
    void whoLeftIsToldNothing() {
        approve();
        gathering
                .jobs()
                .sql(
                        "update campaign.candidate set left_at = now(), left_why = '不去' where campaign_id = :id and name = '闻二'")
                .param("id", campaign)
                .update();
        assertThat(told()).isEqualTo(Map.of("campaign.listed", 1L));
        gathering.jobs().sql("""
                        update campaign.campaign
                        set called_off_at = now(), called_off_why = '停办', called_off_by = '某' where id = :id
                        """).param("id", campaign).update();
        stage("WISHES", Duration.ofHours(-1), Duration.ofDays(5));
        assertThat(told()).isEqualTo(Map.of("campaign.listed", 1L));
    }

    @Test
    @DisplayName("填报开始告诉一次；快截止了只提醒没有交志愿的")
    void onlyWhoHandedInNothingIsReminded() {
        approve();
        var wishing = new Wishing(program, gathering, campaign).sealed();
        stage("WISHES", Duration.ofHours(-1), Duration.ofDays(5));
        assertThat(told()).isEqualTo(Map.of("campaign.wishes", 2L));
        var first = program.getBean(Transactions.class)
                .read(gathering.officer, () -> program.getBean(Candidates.class).of(campaign))
                .getFirst();
        wishing.handIn(first, "P001");
        stage("WISHES", Duration.ofDays(-3), Duration.ofDays(1));
        assertThat(told()).isEqualTo(Map.of("campaign.wishes", 2L, "campaign.wishes-closing", 1L));
        stage("WISHES", Duration.ofDays(-9), Duration.ofHours(-1));
        assertThat(told()).as("截止以后不提醒").hasSize(2);
    }

    private static final String ONLINE = """
            insert into campaign.mutual (campaign_id, code_now, least, most, browse_from, browse_to, decide_from, decide_to, planned_by)
            select c.id, c.code_now, 1, 20, now() + interval '10 days', now() + interval '11 days', now() + interval '12 days',
                   now() + interval '13 days', '甲'
            from campaign.campaign c where c.id = :campaign
            """;

    private static final String APPLIED = """
            insert into campaign.mutual_application (id, campaign_id, candidate_id, person_id, code_now, post_id, pseudonym, how, applied_at)
            select c.id, c.campaign_id, c.id, c.person_id, c.code_now, p.id, c.pseudonym, 'COUNTER', now()
            from campaign.candidate c
            join campaign.post p on p.campaign_id = c.campaign_id
            where c.campaign_id = :campaign and c.name = '闻一'
            """;

    @Test
    @DisplayName("网上双选的活动说的是申请岗位；快截止了只提醒一个也没有申请的")
    void onlinePeopleApply() {
        approve();
        write(ONLINE, Map.of());
        stage("WISHES", Duration.ofHours(-1), Duration.ofDays(5));
        assertThat(told()).isEqualTo(Map.of("campaign.applying", 2L));
        write(APPLIED, Map.of());
        stage("WISHES", Duration.ofDays(-3), Duration.ofDays(1));
        assertThat(told()).isEqualTo(Map.of("campaign.applying", 2L, "campaign.applying-closes", 1L));
    }

    private static final String CALLED = """
            insert into campaign.direct_call (id, campaign_id, code_now, post_id, seats, conditions, pilot, from_on, until_on, called_at,
                                              called_by, called_account)
            select p.id, p.campaign_id, p.code_now, p.id, 1, '不限', '省直', current_date - 9, current_date - 5, now(), '甲', p.id
            from campaign.post p where p.campaign_id = :campaign
            """;

    private static final String SETTLED = """
            insert into campaign.direct_application (id, call_id, campaign_id, code_now, candidate_id, person_id, applied_at, applied_by,
                                                     examined_at, examined_by, examined_account, paper, paper_on, reason, agreed_at,
                                                     agreed_by, agreed_account, confirmed_at, confirmed_by, confirmed_account,
                                                     notice_from, notice_until, settled_at, settled_by, settled_account)
            select c.id, p.id, c.campaign_id, c.code_now, c.id, c.person_id, now(), '本人', now(), '甲', p.id, '函', current_date - 4,
                   '因为合适', now(), '甲', p.id, now(), '乙', c.id, current_date - 3, current_date - 2, now(), '丙', c.campaign_id
            from campaign.candidate c
            join campaign.post p on p.campaign_id = c.campaign_id
            where c.campaign_id = :campaign and c.name = '闻一'
            """;

    @Test
    @DisplayName("直通安置已经定了岗位的，没有志愿要填，不告诉他填，也不催他交")
    void whoIsSettledDirectlyHasNothingToHandIn() {
        approve();
        write(CALLED, Map.of());
        write(SETTLED, Map.of());
        stage("WISHES", Duration.ofHours(-1), Duration.ofDays(5));
        assertThat(told()).isEqualTo(Map.of("campaign.wishes", 1L));
        stage("WISHES", Duration.ofDays(-3), Duration.ofDays(1));
        assertThat(told()).isEqualTo(Map.of("campaign.wishes", 1L, "campaign.wishes-closing", 1L));
    }

    private static final String RUN = """
            insert into campaign.run (id, campaign_id, code_now, position, head, shown, signing_key, signature, ran_at, ran_by,
                                      ran_account, approved_at, approved_account, shown_until)
            select :run, c.id, c.code_now, 1, 'h', '', 'k', '', now(), '甲', :run, now(), c.id, :until
            from campaign.campaign c where c.id = :campaign
            """;

    private static final String PLACED = """
            insert into campaign.placed (id, run_id, campaign_id, candidate_id, person_id, code_now, place, post_id, round, kept, wish,
                                         slip_sealed)
            select c.id, :run, c.campaign_id, c.id, c.person_id, c.code_now, 1, p.id, 1, false, 1, ''
            from campaign.candidate c
            join campaign.post p on p.campaign_id = c.campaign_id
            where c.campaign_id = :campaign and c.name = '闻一'
            """;

    private static final String LETTER = """
            insert into campaign.letter (id, campaign_id, placed_id, candidate_id, reception_id, post_id, person_id, code_now, state,
                                         issued_on, issued_at, duty_by, issued_by)
            select gen_random_uuid(), c.campaign_id, c.id, c.id, c.reception_id, p.id, c.person_id, c.code_now, 'ISSUED',
                   :issued, :at, :by, '甲'
            from campaign.candidate c
            join campaign.post p on p.campaign_id = c.campaign_id
            where c.campaign_id = :campaign and c.name = '闻一'
            """;

    private void write(String sql, Map<String, Object> more) {
        program.getBean(Transactions.class)
                .write(
                        gathering.officer,
                        () -> program.getBean(JdbcClient.class)
                                .sql(sql)
                                .param("campaign", campaign)
                                .params(more)
                                .update());
    }

    @Test
    @DisplayName("结果审定告诉每个人；介绍信开好告诉他本人，期限近了再提醒一次，上岗了就不提醒")
    void resultLetterAndDutyAreTold() {
        approve();
        var today = LocalDate.ofInstant(gathering.now, ZoneId.of("Asia/Shanghai"));
        stage("RESULT", Duration.ofDays(-9), Duration.ofDays(-2));
        var run = UUID.randomUUID();
        write(RUN, Map.of("run", run, "until", today.plusDays(5)));
        assertThat(told()).isEqualTo(Map.of("campaign.result", 2L));
        write(PLACED, Map.of("run", run));
        letter(today.minusDays(10), today.plusDays(20));
        counted("placement-letter", today.minusDays(10));
        assertThat(told()).isEqualTo(Map.of("campaign.result", 2L, "campaign.letter", 1L));
        due(today.plusDays(3), "ISSUED", null);
        assertThat(told()).containsEntry("campaign.duty", 1L).containsEntry("campaign.letter", 1L);
    }

    @Test
    @DisplayName("改派以后开的新介绍信，领信和上岗的期限另外告诉一次，说的是新的那天")
    void aLetterInThePlaceOfAnotherIsToldAnew() {
        approve();
        var today = LocalDate.ofInstant(gathering.now, ZoneId.of("Asia/Shanghai"));
        stage("FOLLOWED", Duration.ofDays(-9), Duration.ofDays(-2));
        var run = UUID.randomUUID();
        write(RUN, Map.of("run", run, "until", today.minusDays(1)));
        write(PLACED, Map.of("run", run));
        letter(today.minusDays(10), today.plusDays(3));
        counted("placement-letter", today.minusDays(10));
        assertThat(told()).isEqualTo(Map.of("campaign.letter", 1L, "campaign.duty", 1L));
        gathering
                .jobs()
                .sql("update campaign.letter set state = 'WITHDRAWN' where campaign_id = :id")
                .param("id", campaign)
                .update();
        assertThat(told()).as("撤回了，还没有开新的").isEqualTo(Map.of("campaign.letter", 1L, "campaign.duty", 1L));
        letter(today.minusDays(10), today.plusDays(40));
        assertThat(told()).isEqualTo(Map.of("campaign.letter", 2L, "campaign.duty", 1L));
        assertThat(gathering
                        .jobs()
                        .sql("select body from notice.message where path = :path and template = 'campaign.letter'")
                        .param("path", "/me/campaigns/" + campaign)
                        .query(String.class)
                        .list())
                .anyMatch(text -> text.contains(Words.day(today.plusDays(40))));
        due(today.plusDays(2), "ISSUED", null, "WITHDRAWN");
        assertThat(told()).isEqualTo(Map.of("campaign.letter", 2L, "campaign.duty", 2L));
    }

    private void letter(LocalDate issued, LocalDate by) {
        var at = OffsetDateTime.now(program.getBean(Clock.class));
        write(LETTER, Map.of("issued", issued, "at", at, "by", by));
    }

    private static final String ASIDE = """
            update campaign.run
            set position = :position, set_aside_at = now(), set_aside_why = '得分更正', set_aside_account = id,
                was_approved_at = approved_at, approved_at = null, approved_account = null, shown_until = null
            where campaign_id = :campaign and set_aside_at is null
            """;

    @Test
    @DisplayName("审定的结果撤销一次，告诉每人一次；再审定又撤销的，再告诉一次")
    void aSecondWithdrawalIsToldAnew() {
        approve();
        stage("RESULT", Duration.ofDays(-9), Duration.ofDays(-2));
        var today = LocalDate.ofInstant(gathering.now, ZoneId.of("Asia/Shanghai"));
        write(RUN, Map.of("run", UUID.randomUUID(), "until", today.plusDays(5)));
        aside(7);
        assertThat(told()).isEqualTo(Map.of("campaign.result-withdrawn", 2L));
        write(RUN, Map.of("run", UUID.randomUUID(), "until", today.plusDays(5)));
        aside(8);
        assertThat(told()).isEqualTo(Map.of("campaign.result-withdrawn", 4L));
    }

    private void aside(int position) {
        gathering
                .jobs()
                .sql(ASIDE)
                .param("position", position)
                .param("campaign", campaign)
                .update();
    }

    @Test
    @DisplayName("已经上岗的，不提醒上岗")
    void whoIsOnDutyIsNotReminded() {
        approve();
        var today = LocalDate.ofInstant(gathering.now, ZoneId.of("Asia/Shanghai"));
        stage("RESULT", Duration.ofDays(-9), Duration.ofDays(-2));
        var run = UUID.randomUUID();
        write(RUN, Map.of("run", run, "until", today.minusDays(1)));
        write(PLACED, Map.of("run", run));
        letter(today.minusDays(10), today.plusDays(3));
        counted("placement-letter", today.minusDays(10));
        due(today.plusDays(3), "ON_DUTY", today);
        counted("placement-duty", today);
        assertThat(told()).isEmpty();
    }

    /** As the act would have: the night's recount holds figures against letters. */
    private void counted(String kind, LocalDate on) {
        program.getBean(Transactions.class).write(gathering.officer, () -> {
            var fact = program.getBean(JdbcClient.class)
                    .sql("select l.id, l.code_now, l.person_id from campaign.letter l where l.campaign_id = :campaign")
                    .param("campaign", campaign)
                    .query((row, n) -> Fact.of(
                            program.getBean(FigureKinds.class).find(kind).orElseThrow(),
                            new DivisionCode(row.getLong("code_now")),
                            on,
                            row.getObject("id", UUID.class),
                            row.getObject("person_id", UUID.class)))
                    .single();
            return program.getBean(Figures.class).count(List.of(fact));
        });
    }

    private void due(LocalDate by, String state, @Nullable LocalDate on) {
        due(by, state, on, "");
    }

    private void due(LocalDate by, String state, @Nullable LocalDate on, String but) {
        gathering
                .jobs()
                .sql(
                        "update campaign.letter set duty_by = :by, state = :state, on_duty_on = cast(:on as date) where campaign_id = :id and state <> :but")
                .param("but", but)
                .param("by", by)
                .param("state", state)
                .param("on", on)
                .param("id", campaign)
                .update();
    }
}
