package org.rongyi.career.campaign.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.ExamPlan;
import org.rongyi.career.campaign.Sm3;
import org.rongyi.career.campaign.candidate.AddCandidates;
import org.rongyi.career.campaign.group.PlanText;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.database.Superuser;
import org.rongyi.platform.kernel.Actor;
import org.springframework.core.io.ClassPathResource;

@RongyiTest
@DisplayName("考试考核：随方案定、报名、抽座位")
class ExamTest extends ExamStage {

    @Test
    @DisplayName("随方案定：百分比加起来要是 100；批准以后谁也改不了；公开的方案全文和方案页都写着")
    void itIsPlannedWithThePlan() {
        assertThat(plan(60, 40)).isEqualTo(new PlanExam.Outcome.Frozen());
        var number = gathering.read(campaign).number();
        assertThat(new Browser(port).get("/sunshine/" + number + "/plan").body())
                .contains(
                        "file points x 0.60 + 公共基础知识 (of 100) x 0.40",
                        "seats drawn by: " + gathering.speaking(4, "双色球开奖号码")
                                + " (the first issue published from then on");
        assertThat(new Browser(port).get("/sunshine/" + number).body()).contains("档案分 60%，公共基础知识 40%");
        campaign = gathering.drafted(later(gathering.plan("另一个")));
        assertThat(plan(60, 50)).isInstanceOf(PlanExam.Outcome.Wanting.class);
        gathering.add(campaign, gathering.settled("考戊", 1));
        plan(60, 40);
        var officer = Browser.signedIn(port, TestCounty.ensure(program).get("xian"));
        assertThat(officer.get("/campaigns/" + campaign + "/exam").body()).contains("修改考试的办法", "县第一中学", "不考试");
        assertThat(officer.get("/campaigns/" + campaign).body()).contains("/exam\"");
    }

    @Test
    @DisplayName("报名只在两个时刻之间；不能报名的说明依据，两人核过才算；本人、窗口都能报，只报一次；截止以后不再列入参加人")
    void registrationOpensAndCloses() {
        assertThat(register("考甲")).isEqualTo(new RegisterForExam.Outcome.NotOpenYet());
        opened();
        assertThat(register("考甲")).isInstanceOf(RegisterForExam.Outcome.Registered.class);
        assertThat(register("考甲")).isEqualTo(new RegisterForExam.Outcome.AlreadyIn());
        assertThat(counter("考丁")).isInstanceOf(RegisterForExam.Outcome.Registered.class);
        var other =
                new RegisterForExam.Command(id(himself("考甲")), people.get("考乙").id());
        assertThat(gathering.perform(himself("考甲"), RegisterForExam.class, other))
                .as("不能替别人报")
                .isEqualTo(new RegisterForExam.Outcome.NotFound());
        barred();
        assertThat(close("第一考场 30")).isEqualTo(new CloseRegistration.Outcome.TooEarly());
        times(-3, -1, 5);
        assertThat(counter("考乙")).isEqualTo(new RegisterForExam.Outcome.Closed());
        var late = gathering.settled("考晚", 1);
        assertThat(gathering.add(campaign, late)).isInstanceOf(AddCandidates.Outcome.NoticeClosed.class);
        assertThat(close("第一考场 0")).isInstanceOf(CloseRegistration.Outcome.Wanting.class);
        assertThat(close("第一考场 30")).isInstanceOf(CloseRegistration.Outcome.Closed.class);
        assertThat(close("第一考场 30")).isEqualTo(new CloseRegistration.Outcome.NotNow());
    }

    /** One says it, another has to see the paper; the registration made before is taken back. */
    private void barred() {
        var whom = people.get("考丁").id();
        var bar = new BarFromExam.Command(id(gathering.officer), campaign, whom, "PUNISHED", "处分决定〔2021〕8 号");
        assertThat(gathering.perform(gathering.officer, BarFromExam.class, bar))
                .isEqualTo(new BarFromExam.Outcome.Barred(whom));
        assertThat(check(gathering.officer, whom)).isEqualTo(new CheckExamBar.Outcome.SamePerson());
        assertThat(check(gathering.colleague, whom)).isEqualTo(new CheckExamBar.Outcome.Checked(whom));
        assertThat(register("考丁"))
                .isInstanceOfSatisfying(
                        RegisterForExam.Outcome.BarredFromExam.class,
                        one -> assertThat(one.why()).contains("不得录用为公务员", "处分决定〔2021〕8 号"));
        var officer = Browser.signedIn(port, TestCounty.ensure(program).get("xian"));
        assertThat(officer.get("/campaigns/" + campaign + "/exam/people").body())
                .contains("考甲", "已报名", "不能报名");
        assertThat(officer.get("/campaigns/" + campaign + "/exam/people?q=%E8%80%83%E4%B8%81")
                        .body())
                .contains("考丁")
                .doesNotContain("考乙");
        assertThat(officer.get("/campaigns/" + campaign + "/exam/people/" + whom)
                        .body())
                .contains("处分决定〔2021〕8 号");
    }

    private CheckExamBar.Outcome check(Actor.Office who, UUID whom) {
        return gathering.perform(who, CheckExamBar.class, new CheckExamBar.Command(id(who), campaign, whom));
    }

    @Test
    @DisplayName("抽座位的来源要写几点公布，在报名截止以后、考试以前")
    void theSourceSpeaksInBetween() {
        campaign = gathering.drafted(later(gathering.plan("来源")));
        gathering.add(campaign, gathering.settled("考己", 1));
        for (var source : List.of("双色球开奖号码", gathering.speaking(2, "双色球"), gathering.speaking(11, "双色球"))) {
            assertThat(plan(60, 40, source))
                    .as(source)
                    .isInstanceOfSatisfying(
                            PlanExam.Outcome.Wanting.class,
                            wanting -> assertThat(wanting.field()).isEqualTo("source"));
        }
        assertThat(plan(60, 40)).isEqualTo(new PlanExam.Outcome.Planned(campaign));
    }

    @Test
    @DisplayName("定考场以前公布的、比预告的早的、还没有公布的都抽不了座位；没有公布的顺延到下一期")
    void whatWasKnownBeforeDrawsNothing() {
        opened();
        register("考甲");
        times(-3, -1, 5);
        assertThat(close("第一考场 30")).isInstanceOf(CloseRegistration.Outcome.Closed.class);
        assertThat(wrong(gathering.spoke())).contains("在定考场以前就公布了");
        gathering.committedBefore(campaign);
        assertThat(wrong(gathering.spoke().minus(Duration.ofMinutes(1)))).contains("这一期更早");
        assertThat(wrong(gathering.spoke().minus(Duration.ofHours(1)))).contains("在定考场以前就公布了");
        assertThat(wrong(gathering.now.plus(Duration.ofDays(1)))).contains("还没有到这个时间");
        var next = gathering.spoke().plus(Duration.ofHours(1));
        assertThat(wrong(next)).as("换一期要写明为什么").contains("请写明为什么用这一个");
        assertThat(read(gathering.officer, "03 08 11", next, "21:15 的一期没有公布"))
                .isEqualTo(new ReadSeatSource.Outcome.Entered(campaign));
        assertThat(read(gathering.colleague, "03 08 11")).isEqualTo(new ReadSeatSource.Outcome.Differs());
        var colleague = Browser.signedIn(port, TestCounty.ensure(program).get("chuna"));
        assertThat(colleague.get("/campaigns/" + campaign + "/exam").body()).contains("同事写明不是预告的时间公布的：21:15 的一期没有公布");
        assertThat(read(gathering.colleague, "03 08 11", next)).isEqualTo(new ReadSeatSource.Outcome.Drawn(campaign));
        assertThat(new Browser(port)
                        .get("/sunshine/" + gathering.read(campaign).number() + "/exam")
                        .body())
                .contains("published " + next, "not published at the time announced: 21:15 的一期没有公布");
    }

    @Test
    @DisplayName("考试开始以后公布的抽不了座位")
    void whatCameWhenTheExamHadBegunDrawsNothing() {
        opened();
        register("考甲");
        times(-3, -1, 5);
        assertThat(close("第一考场 30")).isInstanceOf(CloseRegistration.Outcome.Closed.class);
        gathering.committedBefore(campaign);
        var begins = gathering.spoke().plus(Duration.ofMinutes(30));
        gathering
                .jobs()
                .sql(
                        "update campaign.exam set closes_at = :begins - interval '2 days', opens_at = :begins - interval '3 days', "
                                + "sits_at = :begins where campaign_id = :id")
                .param("begins", begins.atOffset(ZoneOffset.UTC))
                .param("id", campaign)
                .update();
        assertThat(wrong(begins)).contains("座位要在这以前抽");
        assertThat(read(gathering.officer, "03 08 11")).isEqualTo(new ReadSeatSource.Outcome.Entered(campaign));
    }

    @Test
    @DisplayName("升级以前录入的数值没有公布的时间：另一人照公布的填写数值和时间，一致就抽定")
    void whatWasEnteredBeforeTheTimeWasAskedIsConfirmed() {
        opened();
        register("考甲");
        times(-3, -1, 5);
        assertThat(close("第一考场 30")).isInstanceOf(CloseRegistration.Outcome.Closed.class);
        gathering.committedBefore(campaign);
        assertThat(read(gathering.officer, "03 08 11")).isEqualTo(new ReadSeatSource.Outcome.Entered(campaign));
        shift("source_published_at = null");
        assertThat(read(gathering.colleague, "03 08 12")).isEqualTo(new ReadSeatSource.Outcome.Differs());
        assertThat(read(gathering.colleague, "03 08 11", gathering.spoke().minus(Duration.ofHours(2))))
                .as("定考场以前就知道的照样不能用")
                .isInstanceOf(ReadSeatSource.Outcome.Wanting.class);
        assertThat(read(gathering.colleague, "03 08 11")).isEqualTo(new ReadSeatSource.Outcome.Drawn(campaign));
        assertThat(new Browser(port)
                        .get("/sunshine/" + gathering.read(campaign).number() + "/exam")
                        .body())
                .contains("published " + gathering.spoke());
    }

    @Test
    @DisplayName("升级以前审定的方案没有写用哪一期：全文、摘要和审定那天一样，页面上也不写")
    void whatWasApprovedBeforeKeepsItsDigest() throws Exception {
        var approved = gathering.read(campaign);
        var rule =
                " (the first issue published from then on and after rooms and tickets are committed to; where it stays silent, the next)";
        var before = Sm3.hex(PlanText.of(approved).replace(rule, ""));
        shift("issue_in_text = false");
        var earlier = gathering.read(campaign);
        assertThat(PlanText.version(earlier)).isEqualTo(before).isNotEqualTo(PlanText.version(approved));
        assertThat(earlier.exam().source()).startsWith("20");
        var officer = Browser.signedIn(port, TestCounty.ensure(program).get("xian"));
        assertThat(officer.get("/campaigns/" + campaign + "/exam").body())
                .contains(earlier.exam().source())
                .doesNotContain(ExamPlan.RULE);
        assertThat(new Browser(port)
                        .get("/sunshine/" + earlier.number() + "/plan")
                        .body())
                .doesNotContain("the first issue published");
    }

    @Test
    @DisplayName("升级那一步：审定过的记下全文里没有写，还在拟的照今天的写")
    void theStepTellsApprovedFromDrafted() throws Exception {
        var approved = campaign;
        campaign = gathering.drafted(later(gathering.plan("还在拟的考试")));
        assertThat(plan(60, 40)).isEqualTo(new PlanExam.Outcome.Planned(campaign));
        var step = new ClassPathResource("db/campaign/V202612300840__campaign_exam_issue_in_text.sql")
                .getContentAsString(StandardCharsets.UTF_8);
        try (var connection = new Superuser(program).connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local role rongyi_owner");
            statement.execute("alter table campaign.exam drop column issue_in_text");
            statement.execute(step);
            statement.execute("reset role");
            assertThat(isInText(statement, approved)).isFalse();
            assertThat(isInText(statement, campaign)).isTrue();
            connection.rollback();
        }
    }

    private static boolean isInText(Statement statement, UUID campaign) throws SQLException {
        try (var row = statement.executeQuery(
                "select x.issue_in_text from campaign.exam x where x.campaign_id = '" + campaign + "'")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private String wrong(Instant published) {
        var outcome = read(gathering.officer, "03 08 11", published);
        assertThat(outcome).isInstanceOf(ReadSeatSource.Outcome.Wanting.class);
        return ((ReadSeatSource.Outcome.Wanting) outcome).why();
    }

    @Test
    @DisplayName("座位：来源一人录、另一人自己再填，不一致抽不了；抽定的谁都能照公开的重抽出来，公开的没有姓名、代号")
    void seatsAreDrawnByTwo() {
        seated();
        var number = gathering.read(campaign).number();
        var text = new Browser(port).get("/sunshine/" + number + "/exam").body();
        assertThat(text)
                .contains("source 03 08 11", "room 1 seat 1")
                .doesNotContain("考甲", people.get("考甲").pseudonym());
        var tickets = transactions.read(
                gathering.officer, () -> program.getBean(ExamEntries.class).tickets(campaign));
        var rooms = List.of(new SeatDraw.Room("第一考场", 2), new SeatDraw.Room("第二考场", 2));
        var all = tickets.stream().map(ExamEntries.Ticket::ticket).toList();
        var seed = SeatDraw.seed(SeatDraw.commitment(number, rooms, all), "03 08 11");
        assertThat(SeatDraw.draw(seed, rooms, all))
                .isEqualTo(tickets.stream()
                        .collect(Collectors.toMap(
                                ExamEntries.Ticket::ticket, one -> new SeatDraw.Seat(one.room(), one.seat()))));
        var officer = Browser.signedIn(port, TestCounty.ensure(program).get("xian"));
        assertThat(officer.get("/campaigns/" + campaign + "/exam/people/"
                                + people.get("考甲").id() + "/ticket")
                        .body())
                .contains("准考证号", "考场，第", "县第一中学");
    }
}
