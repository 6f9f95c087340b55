package org.rongyi.career.campaign.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.CampaignPlan;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.ExamPlan;
import org.rongyi.career.campaign.Gathering;
import org.rongyi.career.campaign.candidate.AddCandidates;
import org.rongyi.career.campaign.draw.Assembly;
import org.rongyi.career.campaign.draw.EndNotice;
import org.rongyi.career.campaign.draw.Secrecies;
import org.rongyi.career.campaign.exam.mark.AskForReview;
import org.rongyi.career.campaign.exam.mark.DecideReview;
import org.rongyi.career.campaign.exam.mark.EnterMark;
import org.rongyi.career.campaign.exam.mark.ExamPapers;
import org.rongyi.career.campaign.exam.mark.NumberPapers;
import org.rongyi.career.campaign.exam.mark.RevealMarks;
import org.rongyi.career.campaign.exam.mark.SettleExam;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.campaign.list.ScoreList;
import org.rongyi.career.placement.allocation.SecondOpinion;
import org.rongyi.career.placement.proof.Campaign;
import org.rongyi.career.placement.proof.CampaignRun;
import org.rongyi.career.reception.Handed;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("考试考核：报名、抽座位、盲阅、公布、复核，按权重进到总分里")
class ExamTest {

    private static final int WAIT = 120;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @LocalServerPort
    private int port;

    private Gathering gathering;
    private Actor.Office city;
    private Actor.Office cityChief;
    private UUID campaign;
    private Map<String, Candidate> people;

    /** Four people on notice, and an exam that counts two fifths. */
    @BeforeEach
    void onNotice() {
        gathering = new Gathering(program);
        city = TestCounty.office(program, "shi");
        cityChief = TestCounty.office(program, "shiling");
        campaign = gathering.drafted(later(gathering.plan("考试的活动")));
        gathering.checked(campaign, "综合科员", 2);
        var added = gathering.add(
                campaign,
                gathering.settled("考甲", 6),
                gathering.settled("考乙", 4),
                gathering.settled("考丙", 2),
                gathering.settled("考丁", 1));
        assertThat(added).isEqualTo(new AddCandidates.Outcome.Added(campaign, 4));
        assertThat(plan(60, 40)).isEqualTo(new PlanExam.Outcome.Planned(campaign));
        var group = gathering.group(campaign, Attendance.PRESENT, Attendance.PRESENT, Attendance.PRESENT);
        assertThat(gathering.approve(gathering.chief, campaign, group))
                .isInstanceOf(org.rongyi.career.campaign.group.ApprovePlan.Outcome.Approved.class);
        people = transactions
                .read(gathering.officer, () -> program.getBean(Candidates.class).of(campaign))
                .stream()
                .collect(Collectors.toMap(Candidate::name, one -> one));
    }

    /** Wishes two months from now: an exam fits in before. */
    private CampaignPlan later(CampaignPlan plan) {
        return new CampaignPlan(
                plan.title(),
                plan.ways(),
                plan.ties(),
                plan.priority(),
                plan.least(),
                plan.most(),
                plan.noticeDays(),
                gathering.now.plus(Duration.ofDays(60)),
                gathering.now.plus(Duration.ofDays(67)),
                plan.silent(),
                plan.sources());
    }

    private PlanExam.Outcome plan(int file, int exam) {
        var details = new PlanExam.Details(
                "全体参加人",
                file,
                List.of(new ExamPlan.Subject("公共基础知识", 100, BigDecimal.valueOf(exam, 2))),
                gathering.now.plus(Duration.ofDays(1)),
                gathering.now.plus(Duration.ofDays(3)),
                gathering.now.plus(Duration.ofDays(10)),
                "县第一中学",
                "双色球开奖号码");
        return gathering.perform(
                gathering.officer, PlanExam.class, new PlanExam.Command(id(gathering.officer), campaign, details));
    }

    @Test
    @DisplayName("随方案定：百分比加起来要是 100；批准以后谁也改不了；公开的方案全文和方案页都写着")
    void itIsPlannedWithThePlan() {
        assertThat(plan(60, 40)).isEqualTo(new PlanExam.Outcome.Frozen());
        var number = gathering.read(campaign).number();
        assertThat(new Browser(port).get("/sunshine/" + number + "/plan").body())
                .contains("file points x 0.60 + 公共基础知识 (of 100) x 0.40", "seats drawn by: 双色球开奖号码");
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

    @Test
    @DisplayName("盲阅：编号的人不阅卷；两人各评各的，评过的看不到、改不了；差得多的第三人评；没有评完不公布，公布的人没有评过")
    void papersAreMarkedBlind() {
        numbered();
        var papers = owners();
        var one = papers.get(people.get("考甲").id());
        var other = papers.get(people.get("考乙").id());
        assertThat(papers).as("缺考的没有卷子").hasSize(2);
        assertThat(mark(gathering.officer, one, "80")).isEqualTo(new EnterMark.Outcome.KnowsNames());
        assertThat(mark(gathering.colleague, "没有这份", "80")).isInstanceOf(EnterMark.Outcome.Wanting.class);
        assertThat(mark(gathering.colleague, one, "100.5")).isInstanceOf(EnterMark.Outcome.Wanting.class);
        pagesShowNothing(one);
        var entered = new EnterMark.Outcome.Entered(campaign);
        assertThat(mark(gathering.colleague, one, "80")).isEqualTo(entered);
        assertThat(mark(gathering.colleague, one, "90")).isEqualTo(new EnterMark.Outcome.AlreadyMarked());
        assertThat(mark(city, one, "90")).isEqualTo(entered);
        assertThat(mark(cityChief, one, "85")).as("差 10 分，不用第三人").isEqualTo(new EnterMark.Outcome.NotWanted());
        assertThat(mark(gathering.colleague, other, "60")).isEqualTo(entered);
        assertThat(reveal(gathering.chief)).isEqualTo(new RevealMarks.Outcome.StillMarking(1));
        assertThat(mark(city, other, "75.5")).as("差得多，回答一样").isEqualTo(entered);
        assertThat(mark(city, other, "70")).isEqualTo(new EnterMark.Outcome.AlreadyMarked());
        assertThat(reveal(gathering.chief)).isEqualTo(new RevealMarks.Outcome.StillMarking(1));
        assertThat(mark(cityChief, other, "70")).isEqualTo(entered);
        nobodyReadsAMark();
        assertThat(reveal(gathering.chief)).isEqualTo(new RevealMarks.Outcome.Revealed(campaign));
        assertThat(mark(cityChief, one, "85")).isEqualTo(new EnterMark.Outcome.NotNow());
        assertThat(points("考甲")).containsExactly(new BigDecimal("85.00"));
        assertThat(points("考乙")).containsExactly(new BigDecimal("70.00"));
        assertThat(points("考丙")).as("缺考").containsExactly(new BigDecimal("0.00"));
    }

    /** A marker sees numbers, not names; who gave the numbers sees them and cannot mark. */
    private void pagesShowNothing(String number) {
        var marker = Browser.signedIn(port, TestCounty.ensure(program).get("chuna"));
        assertThat(marker.get("/campaigns/" + campaign + "/exam/marking").body())
                .contains(number, "公共基础知识，满分 100")
                .doesNotContain("考甲");
        assertThat(marker.get("/campaigns/" + campaign + "/exam/papers").body()).doesNotContain(number);
        var officer = Browser.signedIn(port, TestCounty.ensure(program).get("xian"));
        assertThat(officer.get("/campaigns/" + campaign + "/exam/papers").body())
                .contains(number);
        assertThat(officer.get("/campaigns/" + campaign + "/exam/marking").body())
                .contains("不能阅卷")
                .doesNotContain(number);
    }

    /** Neither in the rows nor in the trail. */
    private void nobodyReadsAMark() {
        var rows = gathering
                .jobs()
                .sql("select string_agg(to_jsonb(m)::text, ' ') from campaign.exam_mark m where m.campaign_id = :id")
                .param("id", campaign)
                .query(String.class)
                .single();
        assertThat(rows).contains("points_sealed").doesNotContain("75.5");
        var trail = gathering
                .jobs()
                .sql(
                        "select coalesce(string_agg(to_jsonb(e)::text, ' '), '') from audit.trail e where e.act = 'EnterMark'")
                .query(String.class)
                .single();
        assertThat(trail).contains("EnterMark").doesNotContain("75.5");
    }

    @Test
    @DisplayName("一份卷子，多人同时抢着评：只收两份，差得多的三份，一人一份")
    void manyMarkAtOnce() throws Exception {
        numbered();
        var paper = owners().get(people.get("考甲").id());
        var who = List.of(gathering.colleague, gathering.chief, city, cityChief);
        var pool = Executors.newFixedThreadPool(8);
        try {
            var tries = IntStream.range(0, 16)
                    .mapToObj(i -> (Callable<EnterMark.Outcome>) () -> mark(who.get(i % 4), paper, "8" + i % 4))
                    .toList();
            var entered = 0;
            for (var one : pool.invokeAll(tries, WAIT, TimeUnit.SECONDS)) {
                entered += one.get() instanceof EnterMark.Outcome.Entered ? 1 : 0;
            }
            assertThat(entered).isEqualTo(2);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    @DisplayName("复核：本人在公布的日子里申请，评过的人不能答复；都答复了、日子过了才定；总分再公示，卷宗里有各项，第二份实现算得出来")
    void theScoreIsWeighed() throws Exception {
        marked();
        var review = asked();
        assertThat(decide(gathering.colleague, review, "88")).isEqualTo(new DecideReview.Outcome.MarkedIt());
        assertThat(decide(gathering.officer, review, "101")).isInstanceOf(DecideReview.Outcome.Wanting.class);
        assertThat(settle())
                .isInstanceOfSatisfying(
                        SettleExam.Outcome.StillOpen.class,
                        open -> assertThat(open.reasons()).anyMatch(one -> one.contains("考甲申请的复核")));
        assertThat(decide(gathering.officer, review, "88")).isEqualTo(new DecideReview.Outcome.Decided(review));
        assertThat(decide(gathering.officer, review, "90")).isEqualTo(new DecideReview.Outcome.NotNow());
        assertThat(settle()).as("申请的日子没有过").isInstanceOf(SettleExam.Outcome.StillOpen.class);
        assertThat(transactions.read(
                        gathering.officer,
                        () -> program.getBean(EndNotice.class).missing(gathering.read(campaign))))
                .contains("考试成绩还没有定下来");
        shift("review_until = review_until - 30");
        assertThat(settle()).isEqualTo(new SettleExam.Outcome.Settled(campaign));
        assertThat(settle()).isEqualTo(new SettleExam.Outcome.NotNow());
        var notice = transactions.read(
                gathering.officer,
                () -> program.getBean(ScoreList.class)
                        .page(campaign, new Handed(program).today, "", null)
                        .rows());
        assertThat(notice).extracting(ScoreList.Line::name).containsExactly("考甲", "考乙", "考丙", "考丁");
        assertThat(notice.getFirst().score()).as("55 × 0.6 + 88 × 0.4").isEqualByComparingTo("68.2");
        assertThat(notice.getFirst().note()).contains("档案分 55.00", "公共基础知识 88.00");
        assertThat(notice.getLast().score()).as("没有报名的只有档案分").isEqualByComparingTo("31.5");
        gathering.shown(campaign);
        var ended = gathering.perform(
                gathering.officer, EndNotice.class, new EndNotice.Command(id(gathering.officer), campaign));
        assertThat(ended).isInstanceOf(EndNotice.Outcome.Ended.class);
        verified();
    }

    /** What the run is given, run and checked by the second implementation. */
    private void verified() throws Exception {
        var whole = transactions.read(gathering.officer, () -> {
            var secrecies = program.getBean(Secrecies.class);
            return program.getBean(Assembly.class)
                    .whole(gathering.read(campaign), secrecies.salt(campaign), secrecies.nonces(campaign), List.of());
        });
        var sources = whole.draw().sources().stream()
                .map(one -> new Campaign.Source(one.name(), "说了"))
                .toList();
        var drawn = new Campaign(
                whole.id(),
                whole.title(),
                whole.office(),
                whole.rules(),
                new Campaign.Draw(whole.draw().salt(), sources),
                whole.posts(),
                whole.candidates(),
                whole.costs());
        var result = CampaignRun.of(drawn);
        var file = new String(result.file(), StandardCharsets.UTF_8);
        assertThat(file)
                .contains(
                        "\"parts\":[{\"name\":\"档案分\",\"weight\":0.6},{\"name\":\"公共基础知识\",\"weight\":0.4}]",
                        "\"score\":68.2,\"parts\":[55,88]");
        assertThat(new String(result.shown(), StandardCharsets.UTF_8)).doesNotContain("[55,88]", "68.2");
        assertThat(new SecondOpinion().objection(Map.of("file", result.file()))).isEmpty();
        assertThat(result.order())
                .as("照总分")
                .containsExactlyElementsOf(List.of("考甲", "考乙", "考丙", "考丁").stream()
                        .map(name -> people.get(name).pseudonym())
                        .toList());
    }

    private UUID asked() {
        var self = himself("考甲");
        var command = new AskForReview.Command(id(self), people.get("考甲").id(), 1, "最后一题漏了分");
        var asked = gathering.perform(self, AskForReview.class, command);
        assertThat(asked).isInstanceOf(AskForReview.Outcome.Asked.class);
        var again = new AskForReview.Command(id(self), people.get("考甲").id(), 1, "再看一次");
        assertThat(gathering.perform(self, AskForReview.class, again))
                .isEqualTo(new AskForReview.Outcome.AlreadyAsked());
        var absent = himself("考丙");
        var none = new AskForReview.Command(id(absent), people.get("考丙").id(), 1, "缺考的");
        assertThat(gathering.perform(absent, AskForReview.class, none)).isEqualTo(new AskForReview.Outcome.NotFound());
        return ((AskForReview.Outcome.Asked) asked).subject();
    }

    private DecideReview.Outcome decide(Actor.Office who, UUID review, String points) {
        return gathering.perform(
                who,
                DecideReview.class,
                new DecideReview.Command(id(who), campaign, review, new BigDecimal(points), "最后一题补 3 分"));
    }

    private SettleExam.Outcome settle() {
        return gathering.perform(
                gathering.officer, SettleExam.class, new SettleExam.Command(id(gathering.officer), campaign));
    }

    private void opened() {
        times(-1, 1, 5);
    }

    /** Three registered; seats drawn. */
    private void seated() {
        opened();
        List.of("考甲", "考乙", "考丙").forEach(this::register);
        times(-3, -1, 5);
        assertThat(close("第一考场 2\n第二考场 2")).isInstanceOf(CloseRegistration.Outcome.Closed.class);
        assertThat(read(gathering.officer, "03 08 10")).isEqualTo(new ReadSeatSource.Outcome.Entered(campaign));
        assertThat(read(gathering.officer, "03 08 11")).isEqualTo(new ReadSeatSource.Outcome.Entered(campaign));
        assertThat(read(gathering.colleague, "03 08 12")).isEqualTo(new ReadSeatSource.Outcome.Differs());
        assertThat(read(gathering.colleague, "03 08 11")).isEqualTo(new ReadSeatSource.Outcome.Drawn(campaign));
        assertThat(read(gathering.colleague, "03 08 11")).isEqualTo(new ReadSeatSource.Outcome.NotNow());
    }

    /** The third did not come. */
    private void numbered() {
        seated();
        var absent = List.of(people.get("考丙").id());
        assertThat(number(absent)).isEqualTo(new NumberPapers.Outcome.TooEarly());
        times(-5, -3, -1);
        assertThat(number(absent)).isEqualTo(new NumberPapers.Outcome.Numbered(campaign, 2));
        assertThat(number(absent)).isEqualTo(new NumberPapers.Outcome.NotNow());
    }

    private void marked() {
        numbered();
        for (var paper : Map.of("考甲", "85", "考乙", "70").entrySet()) {
            var number = owners().get(people.get(paper.getKey()).id());
            mark(gathering.colleague, number, paper.getValue());
            mark(city, number, paper.getValue());
        }
        assertThat(reveal(gathering.chief)).isEqualTo(new RevealMarks.Outcome.Revealed(campaign));
    }

    private NumberPapers.Outcome number(List<UUID> absent) {
        return gathering.perform(
                gathering.officer,
                NumberPapers.class,
                new NumberPapers.Command(id(gathering.officer), campaign, absent));
    }

    private ReadSeatSource.Outcome read(Actor.Office who, String value) {
        return gathering.perform(
                who, ReadSeatSource.class, new ReadSeatSource.Command(id(who), campaign, value, "中国福利彩票官网"));
    }

    private EnterMark.Outcome mark(Actor.Office who, String paper, String points) {
        return gathering.perform(
                who, EnterMark.class, new EnterMark.Command(id(who), campaign, paper, new BigDecimal(points)));
    }

    private RevealMarks.Outcome reveal(Actor.Office who) {
        return gathering.perform(who, RevealMarks.class, new RevealMarks.Command(id(who), campaign));
    }

    private CloseRegistration.Outcome close(String rooms) {
        var all = rooms.lines()
                .map(line -> line.split(" "))
                .map(line -> new SeatDraw.Room(line[0], Integer.parseInt(line[1])))
                .toList();
        return gathering.perform(
                gathering.officer,
                CloseRegistration.class,
                new CloseRegistration.Command(id(gathering.officer), campaign, all));
    }

    private RegisterForExam.Outcome register(String name) {
        var self = himself(name);
        return gathering.perform(
                self,
                RegisterForExam.class,
                new RegisterForExam.Command(id(self), people.get(name).id()));
    }

    private RegisterForExam.Outcome counter(String name) {
        return gathering.perform(
                gathering.officer,
                RegisterForExam.class,
                new RegisterForExam.Command(
                        id(gathering.officer), people.get(name).id()));
    }

    private Actor.Self himself(String name) {
        return new Handed(program).himself(people.get(name).person());
    }

    private List<BigDecimal> points(String name) {
        return transactions.read(
                gathering.officer,
                () -> program.getBean(ExamEntries.class)
                        .find(people.get(name).id())
                        .orElseThrow()
                        .points());
    }

    /** Numbers of papers by candidate. */
    private Map<UUID, String> owners() {
        var all = new HashMap<UUID, String>();
        transactions
                .read(gathering.officer, () -> program.getBean(ExamPapers.class).owners(campaign))
                .forEach(one -> all.put(one.candidate(), one.number()));
        return all;
    }

    /** Registration opens and closes, and the exam begins, so many days from now. */
    private void times(int opens, int closes, int sits) {
        gathering
                .jobs()
                .sql(
                        "update campaign.exam set opens_at = :opens, closes_at = :closes, sits_at = :sits where campaign_id = :id")
                .param("opens", at(opens))
                .param("closes", at(closes))
                .param("sits", at(sits))
                .param("id", campaign)
                .update();
    }

    private java.time.OffsetDateTime at(int days) {
        Instant at = gathering.now.plus(Duration.ofDays(days));
        return at.atOffset(ZoneOffset.UTC);
    }

    private void shift(String what) {
        gathering
                .jobs()
                .sql("update campaign.exam set " + what + " where campaign_id = :id")
                .param("id", campaign)
                .update();
    }

    private static CommandId id(Actor actor) {
        return CommandId.fresh(actor);
    }
}
