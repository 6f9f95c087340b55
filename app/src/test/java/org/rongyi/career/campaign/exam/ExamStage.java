package org.rongyi.career.campaign.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.rongyi.career.campaign.CampaignPlan;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.ExamPlan;
import org.rongyi.career.campaign.Gathering;
import org.rongyi.career.campaign.candidate.AddCandidates;
import org.rongyi.career.campaign.exam.mark.EnterMark;
import org.rongyi.career.campaign.exam.mark.ExamPapers;
import org.rongyi.career.campaign.exam.mark.NumberPapers;
import org.rongyi.career.campaign.exam.mark.RevealMarks;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.reception.Handed;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Four people on notice and an exam that counts two fifths, with the hands that carry it from step to step. */
abstract class ExamStage {

    @Autowired
    ApplicationContext program;

    @Autowired
    Transactions transactions;

    @LocalServerPort
    int port;

    Gathering gathering;
    Actor.Office city;
    Actor.Office cityChief;
    UUID campaign;
    Map<String, Candidate> people;

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
        assertThat(added).isEqualTo(new AddCandidates.Outcome.Added(campaign, 4, ""));
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
    CampaignPlan later(CampaignPlan plan) {
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
                List.of(gathering.speaking(68, "双色球开奖号码"), gathering.speaking(69, "深证成指收盘点位")));
    }

    PlanExam.Outcome plan(int file, int exam) {
        return plan(file, exam, gathering.speaking(4, "双色球开奖号码"));
    }

    PlanExam.Outcome plan(int file, int exam, String source) {
        var details = new PlanExam.Details(
                "全体参加人",
                file,
                List.of(new ExamPlan.Subject("公共基础知识", 100, BigDecimal.valueOf(exam, 2))),
                gathering.now.plus(Duration.ofDays(1)),
                gathering.now.plus(Duration.ofDays(3)),
                gathering.now.plus(Duration.ofDays(10)),
                "县第一中学",
                source);
        return gathering.perform(
                gathering.officer, PlanExam.class, new PlanExam.Command(id(gathering.officer), campaign, details));
    }

    void opened() {
        times(-1, 1, 5);
    }

    /** Three registered; seats drawn. */
    void seated() {
        opened();
        List.of("考甲", "考乙", "考丙").forEach(this::register);
        times(-3, -1, 5);
        assertThat(close("第一考场 2\n第二考场 2")).isInstanceOf(CloseRegistration.Outcome.Closed.class);
        gathering.committedBefore(campaign);
        assertThat(read(gathering.officer, "03 08 10")).isEqualTo(new ReadSeatSource.Outcome.Entered(campaign));
        assertThat(read(gathering.officer, "03 08 11")).isEqualTo(new ReadSeatSource.Outcome.Entered(campaign));
        assertThat(read(gathering.colleague, "03 08 12")).isEqualTo(new ReadSeatSource.Outcome.Differs());
        assertThat(read(gathering.colleague, "03 08 11")).isEqualTo(new ReadSeatSource.Outcome.Drawn(campaign));
        assertThat(read(gathering.colleague, "03 08 11")).isEqualTo(new ReadSeatSource.Outcome.NotNow());
    }

    /** The third did not come. */
    void numbered() {
        seated();
        var absent = List.of(people.get("考丙").id());
        assertThat(number(absent)).isEqualTo(new NumberPapers.Outcome.TooEarly());
        times(-5, -3, -1);
        assertThat(number(absent)).isEqualTo(new NumberPapers.Outcome.Numbered(campaign, 2));
        assertThat(number(absent)).isEqualTo(new NumberPapers.Outcome.NotNow());
    }

    void marked() {
        numbered();
        for (var paper : Map.of("考甲", "85", "考乙", "70").entrySet()) {
            var number = owners().get(people.get(paper.getKey()).id());
            mark(gathering.colleague, number, paper.getValue());
            mark(city, number, paper.getValue());
        }
        assertThat(reveal(gathering.chief)).isEqualTo(new RevealMarks.Outcome.Revealed(campaign));
    }

    NumberPapers.Outcome number(List<UUID> absent) {
        return gathering.perform(
                gathering.officer,
                NumberPapers.class,
                new NumberPapers.Command(id(gathering.officer), campaign, absent));
    }

    ReadSeatSource.Outcome read(Actor.Office who, String value) {
        return read(who, value, gathering.spoke());
    }

    ReadSeatSource.Outcome read(Actor.Office who, String value, Instant published) {
        return read(who, value, published, "");
    }

    ReadSeatSource.Outcome read(Actor.Office who, String value, Instant published, String later) {
        return gathering.perform(
                who,
                ReadSeatSource.class,
                new ReadSeatSource.Command(id(who), campaign, value, published, later, "中国福利彩票官网"));
    }

    EnterMark.Outcome mark(Actor.Office who, String paper, String points) {
        return gathering.perform(
                who, EnterMark.class, new EnterMark.Command(id(who), campaign, paper, new BigDecimal(points)));
    }

    RevealMarks.Outcome reveal(Actor.Office who) {
        return gathering.perform(who, RevealMarks.class, new RevealMarks.Command(id(who), campaign));
    }

    CloseRegistration.Outcome close(String rooms) {
        var all = rooms.lines()
                .map(line -> line.split(" "))
                .map(line -> new SeatDraw.Room(line[0], Integer.parseInt(line[1])))
                .toList();
        return gathering.perform(
                gathering.officer,
                CloseRegistration.class,
                new CloseRegistration.Command(id(gathering.officer), campaign, all));
    }

    RegisterForExam.Outcome register(String name) {
        var self = himself(name);
        return gathering.perform(
                self,
                RegisterForExam.class,
                new RegisterForExam.Command(id(self), people.get(name).id()));
    }

    RegisterForExam.Outcome counter(String name) {
        return gathering.perform(
                gathering.officer,
                RegisterForExam.class,
                new RegisterForExam.Command(
                        id(gathering.officer), people.get(name).id()));
    }

    Actor.Self himself(String name) {
        return new Handed(program).himself(people.get(name).person());
    }

    List<BigDecimal> points(String name) {
        return transactions.read(
                gathering.officer,
                () -> program.getBean(ExamEntries.class)
                        .find(people.get(name).id())
                        .orElseThrow()
                        .points());
    }

    /** Numbers of papers by candidate. */
    Map<UUID, String> owners() {
        var all = new HashMap<UUID, String>();
        transactions
                .read(gathering.officer, () -> program.getBean(ExamPapers.class).owners(campaign))
                .forEach(one -> all.put(one.candidate(), one.number()));
        return all;
    }

    /** Registration opens and closes, and the exam begins, so many days from now. */
    void times(int opens, int closes, int sits) {
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

    java.time.OffsetDateTime at(int days) {
        Instant at = gathering.now.plus(Duration.ofDays(days));
        return at.atOffset(ZoneOffset.UTC);
    }

    void shift(String what) {
        gathering
                .jobs()
                .sql("update campaign.exam set " + what + " where campaign_id = :id")
                .param("id", campaign)
                .update();
    }

    static CommandId id(Actor actor) {
        return CommandId.fresh(actor);
    }
}
