package org.rongyi.career.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.rongyi.career.campaign.candidate.AddCandidates;
import org.rongyi.career.campaign.candidate.CheckGrounds;
import org.rongyi.career.campaign.candidate.SecondWord;
import org.rongyi.career.campaign.draw.ConfirmSource;
import org.rongyi.career.campaign.draw.EndNotice;
import org.rongyi.career.campaign.draw.EnterSource;
import org.rongyi.career.campaign.draw.MovedDays;
import org.rongyi.career.campaign.draw.OpenDraw;
import org.rongyi.career.campaign.group.AddMember;
import org.rongyi.career.campaign.group.ApprovePlan;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.campaign.group.Held;
import org.rongyi.career.campaign.post.CheckPost;
import org.rongyi.career.campaign.post.ReportPost;
import org.rongyi.career.campaign.run.RunCampaign;
import org.rongyi.career.campaign.wish.Wishing;
import org.rongyi.career.placement.proof.Priority;
import org.rongyi.career.placement.proof.Tie;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.career.reception.Handed;
import org.rongyi.career.reception.scoring.EnterScore;
import org.rongyi.career.reception.scoring.EnteredAs;
import org.rongyi.career.reception.scoring.Entry;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.Act.Command;
import org.rongyi.platform.act.Act.Outcome;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.CreditCode;
import org.rongyi.platform.kernel.Role;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A campaign of the small county's bureau, and the desks that run it. */
public final class Gathering {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public final Actor.Office officer;
    public final Actor.Office colleague;
    public final Actor.Office chief;
    public final Instant now;

    private final ApplicationContext program;
    private final Transactions transactions;

    public Gathering(ApplicationContext program) {
        this(
                program,
                TestCounty.office(program, "xian"),
                TestCounty.office(program, "chuna"),
                TestCounty.office(program, "juzhang"));
    }

    private Gathering(ApplicationContext program, Actor.Office officer, Actor.Office colleague, Actor.Office chief) {
        this.program = program;
        this.transactions = program.getBean(Transactions.class);
        this.officer = officer;
        this.colleague = colleague;
        this.chief = chief;
        now = program.getBean(Clock.class).instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Of the province's department: its people are the county's. */
    /** By who has the page before him. */
    public CheckGrounds.Command checking(Actor.Office who, UUID campaign, UUID candidate) {
        var seen = transactions.read(
                who, () -> SecondWord.seen(program.getBean(SecondWord.class).open(campaign, candidate)));
        return new CheckGrounds.Command(CommandId.fresh(who), campaign, candidate, seen);
    }

    public static Gathering ofTheProvince(ApplicationContext program) {
        var officer = TestCounty.office(program, "sheng");
        return new Gathering(
                program,
                officer,
                TestCounty.besides(program, officer, Role.OFFICER),
                TestCounty.office(program, "shengling"));
    }

    /** By score, then by direction; wishes from ten days on for a week. */
    public CampaignPlan plan(String title) {
        return plan(title, List.of(Way.BY_SCORE, Way.DIRECTIVE), Priority.NONE);
    }

    public CampaignPlan plan(String title, List<Way> ways, Priority priority) {
        return new CampaignPlan(
                title,
                ways,
                List.of(Tie.MERIT, Tie.SERVICE, Tie.AGE),
                priority,
                1,
                5,
                5,
                now.plus(Duration.ofDays(10)),
                now.plus(Duration.ofDays(17)),
                "没有公布的不计入",
                List.of(speaking(40, "双色球开奖号码"), speaking(41, "深证成指收盘点位")));
    }

    /** A source that speaks so many days from now. */
    public String speaking(int days, String source) {
        return LocalDate.ofInstant(now, ZONE).plusDays(days) + " 21:15 " + source;
    }

    /** When the source of an exam's seats spoke. */
    public Instant spoke() {
        return SourceTime.of(speaking(-1, "双色球开奖号码")).orElseThrow();
    }

    /** Rooms and tickets were committed to an hour before the source spoke. */
    public void committedBefore(UUID campaign) {
        jobs().sql("update campaign.exam set closed_at = :at, source = :source where campaign_id = :id")
                .param("at", spoke().minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
                .param("source", speaking(-1, "双色球开奖号码"))
                .param("id", campaign)
                .update();
    }

    public UUID drafted(CampaignPlan plan) {
        var outcome = perform(officer, DraftCampaign.class, new DraftCampaign.Command(CommandId.fresh(officer), plan));
        assertThat(outcome).isInstanceOf(DraftCampaign.Outcome.Drafted.class);
        return ((DraftCampaign.Outcome.Drafted) outcome).subject();
    }

    /** Somebody of sixteen years and so many commendations, whose score is settled and whose notice is past. */
    public UUID settled(String name, int praise) {
        return settled(new Handed(program).person(name), praise);
    }

    /** The same of somebody on file. */
    public UUID settled(UUID person, int praise) {
        var handed = new Handed(program);
        var left = LocalDate.of(2022, 9, 1);
        var reception = handed.received(person, Handed.sergeant(left.minusYears(16), left));
        handed.report(reception, left.plusDays(12), "");
        var lines = Map.of("placement.score.peace.praise", new Entry.Line(praise, "奖励登记（报告）表第 2 页"));
        var stated = new BigDecimal("52").add(new BigDecimal("0.5").multiply(BigDecimal.valueOf(praise)));
        perform(
                handed.officer,
                EnterScore.class,
                new EnterScore.Command(CommandId.fresh(handed.officer), reception, EnteredAs.ARMY, lines, stated));
        perform(
                handed.colleague,
                EnterScore.class,
                new EnterScore.Command(CommandId.fresh(handed.colleague), reception, EnteredAs.OFFICE, lines, null));
        jobs().sql("update reception.score set notice_until = :on where reception_id = :id")
                .param("on", handed.today.minusDays(1))
                .param("id", reception)
                .update();
        return reception;
    }

    public JdbcClient jobs() {
        return program.getBean("jobJdbc", JdbcClient.class);
    }

    public UUID post(UUID campaign, String title, int seats) {
        var outcome = report(campaign, title, seats);
        assertThat(outcome).isInstanceOf(ReportPost.Outcome.Reported.class);
        return ((ReportPost.Outcome.Reported) outcome).subject();
    }

    public ReportPost.Outcome report(UUID campaign, String title, int seats) {
        return report(campaign, title, seats, List.of());
    }

    public ReportPost.Outcome report(UUID campaign, String title, int seats, List<String> abilities) {
        var details = new ReportPost.Details(
                "县自来水公司",
                "9144122377777777" + "7" + CreditCode.checkCharacter("91441223777777777"),
                UnitNature.STATE_ENTERPRISE,
                title,
                officer.unitCode(),
                seats,
                0,
                "不限",
                abilities,
                "县水字〔2026〕3 号");
        return perform(officer, ReportPost.class, new ReportPost.Command(CommandId.fresh(officer), campaign, details));
    }

    /** The officer enters it, his colleague checks it. */
    public UUID checked(UUID campaign, String title, int seats) {
        var post = post(campaign, title, seats);
        assertThat(check(colleague, campaign, post)).isEqualTo(new CheckPost.Outcome.Checked(post));
        return post;
    }

    public CheckPost.Outcome check(Actor.Office who, UUID campaign, UUID post) {
        return perform(who, CheckPost.class, new CheckPost.Command(CommandId.fresh(who), campaign, post));
    }

    public AddCandidates.Outcome add(UUID campaign, UUID... receptions) {
        var entries =
                Stream.of(receptions).map(one -> AddCandidates.Entry.plain(one)).toList();
        return perform(
                officer, AddCandidates.class, new AddCandidates.Command(CommandId.fresh(officer), campaign, entries));
    }

    public Map<UUID, Attendance> group(UUID campaign, Attendance... how) {
        var members = new LinkedHashMap<UUID, Attendance>();
        for (int i = 0; i < how.length; i++) {
            var outcome = perform(
                    officer,
                    AddMember.class,
                    new AddMember.Command(CommandId.fresh(officer), campaign, "成员" + (i + 1), "县委组织部", "组员"));
            members.put(((AddMember.Outcome.Added) outcome).subject(), how[i]);
        }
        return members;
    }

    public ApprovePlan.Outcome approve(Actor.Office who, UUID campaign, Map<UUID, Attendance> how) {
        var held = new Held(LocalDate.ofInstant(now, ZONE), "安置纪要〔2026〕1 号", how);
        return perform(who, ApprovePlan.class, new ApprovePlan.Command(CommandId.fresh(who), campaign, held));
    }

    /** The notice lies behind and the time for wishes runs; {@link #past} ends it. */
    public void shown(UUID campaign) {
        moved(campaign, now.plus(Duration.ofDays(1)));
    }

    /** The notice and the time for wishes lie behind. */
    public void past(UUID campaign) {
        moved(campaign, now.minus(Duration.ofDays(1)));
    }

    /** The days of the plan are moved, and what was promised of them with them; nobody may ask for another look any more. */
    private void moved(UUID campaign, Instant closes) {
        jobs().sql("""
                        update campaign.campaign
                        set notice_from = least(notice_from, :from), notice_until = :until, wishes_open = :opens, wishes_close = :closes where id = :id
                        """)
                .param("from", LocalDate.ofInstant(now, ZONE).minusDays(30))
                .param("until", LocalDate.ofInstant(now, ZONE).minusDays(1))
                .param("opens", now.minus(Duration.ofDays(2)).atZone(ZONE).toOffsetDateTime())
                .param("closes", closes.atZone(ZONE).toOffsetDateTime())
                .param("id", campaign)
                .update();
        jobs().sql("update campaign.refusal set checked_at = checked_at - interval '30 days' where campaign_id = :id")
                .param("id", campaign)
                .update();
        program.getBean(MovedDays.class).settle(campaign, officer);
    }

    /** The notice is over and the list settled. */
    public void settle(UUID campaign) {
        shown(campaign);
        var end = new EndNotice.Command(CommandId.fresh(officer), campaign);
        assertThat(perform(officer, EndNotice.class, end)).isInstanceOf(EndNotice.Outcome.Ended.class);
    }

    /** The list is settled, the wishes are open, the draw is made: everything but the run. */
    public void drawn(UUID campaign) {
        settle(campaign);

        var wishing = new Wishing(program, this, campaign).sealed();
        past(campaign);
        for (int position = 1; position <= 2; position++) {
            var enter = new EnterSource.Command(CommandId.fresh(officer), campaign, position, "数值 " + position, "官网");
            assertThat(perform(officer, EnterSource.class, enter)).isEqualTo(new EnterSource.Outcome.Entered(campaign));
            var confirm = new ConfirmSource.Command(CommandId.fresh(colleague), campaign, position, "数值 " + position);
            assertThat(perform(colleague, ConfirmSource.class, confirm))
                    .isEqualTo(new ConfirmSource.Outcome.Confirmed(campaign));
        }
        wishing.open(wishing.made.shares().get(0), wishing.made.shares().get(2));
        var open = new OpenDraw.Command(CommandId.fresh(officer), campaign);
        assertThat(perform(officer, OpenDraw.class, open)).isEqualTo(new OpenDraw.Outcome.Opened(campaign));
    }

    public RunCampaign.Outcome run(UUID campaign) {
        return perform(officer, RunCampaign.class, new RunCampaign.Command(CommandId.fresh(officer), campaign));
    }

    public List<PlacementPost> posts(UUID campaign) {
        return transactions.read(
                officer, () -> program.getBean(PlacementPosts.class).of(campaign));
    }

    public CampaignRecord read(UUID campaign) {
        return transactions.read(
                officer,
                () -> program.getBean(PlacementCampaigns.class).find(campaign).orElseThrow());
    }

    public <C extends Command, O extends Outcome> O perform(Actor actor, Class<? extends Act<C, O>> act, C command) {
        return program.getBean(Acts.class).perform(actor, program.getBean(act), command);
    }
}
