package org.rongyi.career.campaign.exam.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.career.campaign.exam.Examining.id;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.LookAgain;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.exam.Examining;
import org.rongyi.career.campaign.group.CallOffCampaign;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Transactions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RongyiTest
@DisplayName("阅卷的各只手：负责人不阅卷；进度不漏别人给的分；同时办的，后到的看到先到的")
class MarkHandsTest {

    private static final int WAIT = 120;

    @Autowired
    private ApplicationContext program;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("主办单位的负责人要公布成绩，不能阅卷，页面上也说；别处的负责人能阅")
    void whoPublishesDoesNotMark() {
        var exam = new Examining(program).numbered("手甲");
        var paper = exam.paper("手甲");
        assertThat(exam.mark(exam.gathering.chief, paper, "80")).isEqualTo(new EnterMark.Outcome.PublishesResults());
        var chief = Browser.signedIn(port, TestCounty.ensure(program).get("juzhang"));
        assertThat(chief.get("/campaigns/" + exam.campaign + "/exam/marking").body())
                .contains("负责人要公布成绩，不能阅卷")
                .doesNotContain(paper);
        assertThat(exam.mark(exam.cityChief, paper, "80")).isInstanceOf(EnterMark.Outcome.Entered.class);
        assertThat(exam.mark(exam.gathering.colleague, paper, "82")).isInstanceOf(EnterMark.Outcome.Entered.class);
        assertThat(exam.reveal(exam.gathering.chief)).isEqualTo(new RevealMarks.Outcome.Revealed(exam.campaign));
    }

    @Test
    @DisplayName("进度只说两个人都评过的：差得多、还要第三人评的，看进度看不出来")
    void progressTellsNothing() {
        var exam = new Examining(program).numbered("手乙", "手丙");
        exam.mark(exam.gathering.colleague, exam.paper("手乙"), "20");
        exam.mark(exam.city, exam.paper("手乙"), "90");
        exam.mark(exam.gathering.colleague, exam.paper("手丙"), "80");
        exam.mark(exam.city, exam.paper("手丙"), "81");
        var marker = Browser.signedIn(port, TestCounty.ensure(program).get("chuna"));
        assertThat(marker.get("/campaigns/" + exam.campaign + "/exam").body())
                .contains("试卷 2 份，两个人都评过的 2 份")
                .doesNotContain("评完");
        assertThat(exam.reveal(exam.gathering.chief)).isEqualTo(new RevealMarks.Outcome.StillMarking(1));
    }

    @Test
    @DisplayName("编过号的人在编号的同时交评分，轮到他时已经编了号，不收")
    void theNumbersAreLookedAtBehindTheLock() throws Exception {
        var exam = new Examining(program).numbered("手丁");
        var paper = exam.paper("手丁");
        exam.set("numbered_at = null, numbered_account = null");
        var outcome = behind(
                () -> exam.gathering
                        .jobs()
                        .sql("""
                                with paper as (
                                    select p.id from campaign.exam_paper p where p.campaign_id = :id for update
                                )
                                update campaign.exam set numbered_at = now(), numbered_account = :account
                                where campaign_id = :id and exists (select 1 from paper)
                                """)
                        .param("id", exam.campaign)
                        .param("account", exam.gathering.officer.account())
                        .update(),
                () -> exam.mark(exam.gathering.officer, paper, "80"));
        assertThat(outcome).isEqualTo(new EnterMark.Outcome.KnowsNames());
    }

    @Test
    @DisplayName("最后一刻申请的复核：先申请的挡住定成绩，定成绩以后到的不收，没有一份申请被落下")
    void aReviewIsNotLost() throws Exception {
        var exam = revealed("手戊");
        var outcome = behind(
                () -> {
                    exam.gathering
                            .jobs()
                            .sql("select pg_advisory_xact_lock(20220, hashtext(:campaign))")
                            .param("campaign", exam.campaign.toString())
                            .query()
                            .singleRow();
                    exam.set("settled_at = now(), settled_by = '甲'");
                },
                () -> exam.ask("手戊"));
        assertThat(outcome).isEqualTo(new AskForReview.Outcome.NotNow());
    }

    @Test
    @DisplayName("定成绩等着正在交的复核申请")
    void settlingWaitsForWhoIsAsking() throws Exception {
        var exam = revealed("手庚");
        var whom = exam.who("手庚");
        exam.set("review_until = review_until - 30");
        var officer = exam.gathering.officer;
        var outcome = behind(
                () -> exam.gathering
                        .jobs()
                        .sql("select pg_advisory_xact_lock_shared(20220, hashtext(:campaign))")
                        .param("campaign", exam.campaign.toString())
                        .query()
                        .singleRow(),
                () -> exam.perform(officer, SettleExam.class, new SettleExam.Command(id(officer), exam.campaign)),
                () -> asked(exam, whom));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SettleExam.Outcome.StillOpen.class,
                        open -> assertThat(open.reasons()).anyMatch(one -> one.contains("手庚申请的复核")));
    }

    @Test
    @DisplayName("停办了的活动，页面上不再请人申请复核")
    void nobodyIsAskedInVain() {
        var exam = revealed("手己");
        var chief = exam.gathering.chief;
        exam.perform(chief, CallOffCampaign.class, new CallOffCampaign.Command(id(chief), exam.campaign, "考场进水"));
        var officer = Browser.signedIn(port, TestCounty.ensure(program).get("xian"));
        assertThat(officer.get("/campaigns/" + exam.campaign + "/exam/people/"
                                + exam.who("手己").id())
                        .body())
                .contains("手己")
                .doesNotContain("申请复核</h2>");
    }

    @Test
    @DisplayName("公开的抽座位文本写着什么时候截止、什么时候抽、在哪里看到的，一行就是一行")
    void theSeatsSayWhenAndWhere() {
        var exam = new Examining(program).numbered("手辛");
        var text = new Browser(port)
                .get("/sunshine/" + exam.gathering.read(exam.campaign).number() + "/exam")
                .body();
        assertThat(text.lines())
                .anyMatch(line -> line.matches("closed \\d{4}-\\d\\d-\\d\\dT.*Z"))
                .anyMatch(line -> line.matches("drawn \\d{4}-\\d\\d-\\d\\dT.*Z"))
                .contains("read at 中国福利彩票官网 第二行");
    }

    @Test
    @DisplayName("参加人名单上的总分不带多余的零")
    void theScoreStandsWithoutIdleZeros() {
        var exam = revealed("手壬");
        exam.set("review_until = review_until - 30");
        var officer = exam.gathering.officer;
        assertThat(exam.perform(officer, SettleExam.class, new SettleExam.Command(id(officer), exam.campaign)))
                .isEqualTo(new SettleExam.Outcome.Settled(exam.campaign));
        var page = Browser.signedIn(port, TestCounty.ensure(program).get("xian"));
        assertThat(page.get("/campaigns/" + exam.campaign + "/candidates").body())
                .as("52.5 × 0.6 + 80 × 0.4")
                .contains("63.5")
                .doesNotContain("63.50");
    }

    /** One paper, marked, and the results out. */
    private Examining revealed(String name) {
        var exam = new Examining(program).numbered(name);
        exam.mark(exam.gathering.colleague, exam.paper(name), "80");
        exam.mark(exam.city, exam.paper(name), "80");
        assertThat(exam.reveal(exam.gathering.chief)).isEqualTo(new RevealMarks.Outcome.Revealed(exam.campaign));
        return exam;
    }

    /** Written by who holds the lock; the act itself would wait for it. */
    private void asked(Examining exam, Candidate whom) {
        program.getBean(Transactions.class)
                .write(
                        exam.gathering.officer,
                        () -> program.getBean(JdbcClient.class)
                                .sql("""
                                insert into campaign.exam_review (id, campaign_id, candidate_id, person_id, code_now, subject,
                                                                  reason, asked_at, asked_by)
                                values (gen_random_uuid(), :campaign, :candidate, :person, :code, 1, '漏了分', now(), '本人')
                                """)
                                .param("campaign", exam.campaign)
                                .param("candidate", whom.id())
                                .param("person", whom.person())
                                .param("code", whom.home().value())
                                .update());
    }

    private <T> T behind(Runnable first, Callable<T> second) throws Exception {
        return behind(first, second, () -> {});
    }

    /** What somebody gets who came while another was at it: he waits, and sees what the other has left. */
    private <T> T behind(Runnable first, Callable<T> second, Runnable meanwhile) throws Exception {
        var jobs = new TransactionTemplate(program.getBean("jobTransactions", PlatformTransactionManager.class));
        var pool = Executors.newSingleThreadExecutor();
        try {
            var later = jobs.execute(status -> {
                first.run();
                var started = pool.submit(second);
                awaitLock(started);
                meanwhile.run();
                return started;
            });
            return Objects.requireNonNull(later).get(WAIT, TimeUnit.SECONDS);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Until he waits, or has not waited at all. */
    private void awaitLock(Future<?> started) {
        var jobs = program.getBean("jobJdbc", JdbcClient.class);
        while (!started.isDone()
                && !jobs.sql("select exists (select from pg_locks where not granted)")
                        .query(Boolean.class)
                        .single()) {
            LookAgain.soon();
        }
    }
}
