package org.rongyi.career.campaign.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.career.campaign.CampaignPlan;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.ExamPlan;
import org.rongyi.career.campaign.Gathering;
import org.rongyi.career.campaign.candidate.AddCandidates;
import org.rongyi.career.campaign.exam.mark.AskForReview;
import org.rongyi.career.campaign.exam.mark.EnterMark;
import org.rongyi.career.campaign.exam.mark.ExamPapers;
import org.rongyi.career.campaign.exam.mark.NumberPapers;
import org.rongyi.career.campaign.exam.mark.RevealMarks;
import org.rongyi.career.campaign.group.ApprovePlan;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.reception.Handed;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.springframework.context.ApplicationContext;

/** A campaign with an exam, step by step. */
public final class Examining {

    public final Gathering gathering;
    public final Actor.Office city;
    public final Actor.Office cityChief;
    public final UUID campaign;

    private final ApplicationContext program;
    private final Transactions transactions;

    /** Drafted, with a checked post. */
    public Examining(ApplicationContext program) {
        this.program = program;
        transactions = program.getBean(Transactions.class);
        gathering = new Gathering(program);
        city = TestCounty.office(program, "shi");
        cityChief = TestCounty.office(program, "shiling");
        var plan = gathering.plan("补好的考试");
        campaign = gathering.drafted(new CampaignPlan(
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
                List.of(gathering.speaking(68, "双色球开奖号码"), gathering.speaking(69, "深证成指收盘点位"))));
        gathering.checked(campaign, "综合科员", 2);
    }

    /** Two fifths for the exam. */
    public PlanExam.Outcome plan(Actor.Office who, int sits) {
        var details = new PlanExam.Details(
                "全体参加人",
                60,
                List.of(new ExamPlan.Subject("公共基础知识", 100, new BigDecimal("0.40"))),
                gathering.now.plus(Duration.ofDays(1)),
                gathering.now.plus(Duration.ofDays(3)),
                gathering.now.plus(Duration.ofDays(sits)),
                "县第一中学",
                gathering.speaking(4, "双色球开奖号码"));
        return perform(who, PlanExam.class, new PlanExam.Command(id(who), campaign, details));
    }

    /** These take part, the plan is approved, registration runs. */
    public Examining opened(String... names) {
        gathering.add(
                campaign,
                Arrays.stream(names).map(one -> gathering.settled(one, 1)).toArray(UUID[]::new));
        return opened();
    }

    public Examining opened() {
        assertThat(plan(gathering.officer, 10)).isEqualTo(new PlanExam.Outcome.Planned(campaign));
        assertThat(approve(gathering.now)).isInstanceOf(ApprovePlan.Outcome.Approved.class);
        times(-1, 1, 5);
        return this;
    }

    public ApprovePlan.Outcome approve(java.time.Instant meeting) {
        var group = gathering.group(campaign, Attendance.PRESENT, Attendance.PRESENT, Attendance.PRESENT);
        var held = new org.rongyi.career.campaign.group.Held(
                LocalDate.ofInstant(meeting, java.time.ZoneId.of("Asia/Shanghai")), "安置纪要〔2026〕2 号", group);
        return perform(
                gathering.chief, ApprovePlan.class, new ApprovePlan.Command(id(gathering.chief), campaign, held));
    }

    /** Somebody who chooses first, by one person's word. */
    public void addExempt(String name) {
        var entry = new AddCandidates.Entry(gathering.settled(name, 6), "八一勋章", null, null, null, List.of());
        var command = new AddCandidates.Command(id(gathering.officer), campaign, List.of(entry));
        assertThat(perform(gathering.officer, AddCandidates.class, command))
                .isEqualTo(new AddCandidates.Outcome.Added(campaign, 1, ""));
    }

    /** Registered, seated, and their papers numbered by the officer. */
    public Examining numbered(String... names) {
        opened(names);
        Arrays.stream(names)
                .forEach(one -> assertThat(register(one)).isInstanceOf(RegisterForExam.Outcome.Registered.class));
        times(-3, -1, 5);
        assertThat(close()).isInstanceOf(CloseRegistration.Outcome.Closed.class);
        gathering.committedBefore(campaign);
        read(gathering.officer);
        assertThat(read(gathering.colleague)).isEqualTo(new ReadSeatSource.Outcome.Drawn(campaign));
        times(-5, -3, -1);
        assertThat(perform(
                        gathering.officer,
                        NumberPapers.class,
                        new NumberPapers.Command(id(gathering.officer), campaign, List.of())))
                .isEqualTo(new NumberPapers.Outcome.Numbered(campaign, names.length));
        return this;
    }

    private ReadSeatSource.Outcome read(Actor.Office who) {
        return perform(
                who,
                ReadSeatSource.class,
                new ReadSeatSource.Command(id(who), campaign, "03 08 11", gathering.spoke(), "", "中国福利彩票官网\n第二行"));
    }

    public CloseRegistration.Outcome close() {
        return perform(
                gathering.officer,
                CloseRegistration.class,
                new CloseRegistration.Command(id(gathering.officer), campaign, List.of(new SeatDraw.Room("第一考场", 30))));
    }

    public Candidate who(String name) {
        return transactions
                .read(gathering.officer, () -> program.getBean(Candidates.class).of(campaign))
                .stream()
                .collect(Collectors.toMap(Candidate::name, one -> one))
                .get(name);
    }

    public RegisterForExam.Outcome register(String name) {
        var whom = who(name);
        var self = new Handed(program).himself(whom.person());
        return perform(self, RegisterForExam.class, new RegisterForExam.Command(id(self), whom.id()));
    }

    public AskForReview.Outcome ask(String name) {
        var whom = who(name);
        var self = new Handed(program).himself(whom.person());
        return perform(self, AskForReview.class, new AskForReview.Command(id(self), whom.id(), 1, "最后一题漏了分"));
    }

    public EnterMark.Outcome mark(Actor.Office who, String paper, String points) {
        return perform(who, EnterMark.class, new EnterMark.Command(id(who), campaign, paper, new BigDecimal(points)));
    }

    public RevealMarks.Outcome reveal(Actor.Office who) {
        return perform(who, RevealMarks.class, new RevealMarks.Command(id(who), campaign));
    }

    /** Numbers of papers by name. */
    public String paper(String name) {
        var all = new HashMap<UUID, String>();
        transactions
                .read(gathering.officer, () -> program.getBean(ExamPapers.class).owners(campaign))
                .forEach(one -> all.put(one.candidate(), one.number()));
        return Map.copyOf(all).get(who(name).id());
    }

    /** Registration opens and closes, and the exam begins, so many days from now. */
    public void times(int opens, int closes, int sits) {
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

    private OffsetDateTime at(int days) {
        return gathering.now.plus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC);
    }

    public void set(String what) {
        gathering
                .jobs()
                .sql("update campaign.exam set " + what + " where campaign_id = :id")
                .param("id", campaign)
                .update();
    }

    public <C extends Act.Command, O extends Act.Outcome> O perform(
            Actor actor, Class<? extends org.rongyi.platform.act.Act<C, O>> act, C command) {
        return gathering.perform(actor, act, command);
    }

    public static CommandId id(Actor actor) {
        return CommandId.fresh(actor);
    }
}
