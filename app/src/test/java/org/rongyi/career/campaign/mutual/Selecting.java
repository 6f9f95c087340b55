package org.rongyi.career.campaign.mutual;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignPlan;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.Gathering;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.Selection;
import org.rongyi.career.campaign.UnitNature;
import org.rongyi.career.campaign.candidate.AddCandidates;
import org.rongyi.career.campaign.candidate.CheckGrounds;
import org.rongyi.career.campaign.candidate.RefusalGround;
import org.rongyi.career.campaign.candidate.RefuseForPost;
import org.rongyi.career.campaign.draw.EndNotice;
import org.rongyi.career.campaign.draw.MovedDays;
import org.rongyi.career.campaign.group.ApprovePlan;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.campaign.post.CheckPost;
import org.rongyi.career.campaign.post.ReportPost;
import org.rongyi.career.placement.proof.Priority;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.network.organisation.AppointStaff;
import org.rongyi.network.organisation.Employment;
import org.rongyi.network.organisation.Establishment;
import org.rongyi.network.organisation.Offices;
import org.rongyi.network.organisation.OpenUnit;
import org.rongyi.network.organisation.Unit;
import org.rongyi.network.organisation.UnitKind;
import org.rongyi.platform.access.Accounts;
import org.rongyi.platform.access.Posts;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.CreditCode;
import org.rongyi.platform.kernel.Role;
import org.springframework.context.ApplicationContext;

/** A campaign of the small county that holds 双向选择 online, the units that reported its posts, and their people. */
public final class Selecting {

    public static final String PASSWORD = "Shuangxuan-2017";

    public final Gathering gathering;
    public final UUID campaign;
    final List<Employer> employers = new ArrayList<>();

    private final ApplicationContext program;
    private final Transactions transactions;
    private final Acts acts;
    private final Map<UUID, Actor.Self> selves = new ConcurrentHashMap<>();
    private int units;
    private boolean refuses;

    public Selecting(ApplicationContext program, String title) {
        this.program = program;
        transactions = program.getBean(Transactions.class);
        acts = program.getBean(Acts.class);
        gathering = new Gathering(program);
        campaign = gathering.drafted(plan(gathering, title, List.of(Way.TWO_SIDED, Way.DIRECTIVE), Priority.NONE));
    }

    /** @param at work for the unit with this credit code */
    public record Employer(String creditCode, String username, Actor.Office at) {}

    static CampaignPlan plan(Gathering gathering, String title, List<Way> ways, Priority priority) {
        var plan = gathering.plan(title);
        return new CampaignPlan(
                plan.title(),
                ways,
                plan.ties(),
                priority,
                plan.least(),
                plan.most(),
                plan.noticeDays(),
                plan.opens(),
                plan.closes(),
                plan.silent(),
                plan.sources());
    }

    /** Units look two days after the close for a day, and take two days later for a day. */
    static Selection.Online rule(Instant closes, int least, int most) {
        return new Selection.Online(
                least,
                most,
                closes.plus(Duration.ofDays(2)),
                closes.plus(Duration.ofDays(3)),
                closes.plus(Duration.ofDays(5)),
                closes.plus(Duration.ofDays(6)));
    }

    PlanMutual.Outcome planned(Selection.Online rule) {
        return gathering.perform(
                gathering.officer,
                PlanMutual.class,
                new PlanMutual.Command(CommandId.fresh(gathering.officer), campaign, rule));
    }

    /** The first of the people is refused for the first post, and another has checked it. */
    Selecting refusing() {
        refuses = true;
        return this;
    }

    private void refuse() {
        var who = people().getFirst();
        var post = gathering.posts(campaign).getFirst();
        var officer = gathering.officer;
        var colleague = gathering.colleague;
        assertThat(gathering.perform(
                        officer,
                        RefuseForPost.class,
                        new RefuseForPost.Command(
                                CommandId.fresh(officer),
                                campaign,
                                who.id(),
                                post.id(),
                                RefusalGround.CONDITIONS,
                                "要求本科，本人大专")))
                .isInstanceOf(RefuseForPost.Outcome.RefusedFor.class);
        assertThat(gathering.perform(colleague, CheckGrounds.class, gathering.checking(colleague, campaign, who.id())))
                .isInstanceOf(CheckGrounds.Outcome.Checked.class);
        gathering
                .jobs()
                .sql("update campaign.refusal set checked_at = checked_at - interval '30 days' where campaign_id = :id")
                .param("id", campaign)
                .update();
    }

    /** Up to the settled list: posts of each unit, people, rule. */
    public Selecting settled(int people, int least, int most, int... seats) {
        var closes = gathering.read(campaign).plan().closes();
        assertThat(planned(rule(closes, least, most))).isEqualTo(new PlanMutual.Outcome.Planned(campaign));
        for (int seat : seats) {
            post(UnitNature.ORGAN, seat);
        }
        var receptions = IntStream.range(0, people)
                .mapToObj(i -> gathering.settled("双选甲者" + i, i % 9 + 1))
                .toArray(UUID[]::new);
        assertThat(gathering.add(campaign, receptions))
                .isEqualTo(new AddCandidates.Outcome.Added(campaign, people, ""));
        if (refuses) {
            refuse();
        }
        var group = gathering.group(campaign, Attendance.PRESENT, Attendance.PRESENT, Attendance.PRESENT);
        assertThat(gathering.approve(gathering.chief, campaign, group))
                .isInstanceOf(ApprovePlan.Outcome.Approved.class);
        gathering.shown(campaign);
        assertThat(gathering.perform(
                        gathering.officer,
                        EndNotice.class,
                        new EndNotice.Command(CommandId.fresh(gathering.officer), campaign)))
                .isInstanceOf(EndNotice.Outcome.Ended.class);
        return this;
    }

    /** Of a unit of its own. */
    UUID post(UnitNature nature, int seats) {
        units++;
        var code = "91441223%09d".formatted(100 + units);
        var credit = code + CreditCode.checkCharacter(code);
        var details = new ReportPost.Details(
                "双选单位" + units,
                credit,
                nature,
                "科员" + units,
                gathering.officer.unitCode(),
                seats,
                0,
                "不限",
                List.of(),
                "某字 " + units + " 号");
        var reported = gathering.perform(
                gathering.officer,
                ReportPost.class,
                new ReportPost.Command(CommandId.fresh(gathering.officer), campaign, details));
        var post = ((ReportPost.Outcome.Reported) reported).subject();
        assertThat(gathering.check(gathering.colleague, campaign, post)).isEqualTo(new CheckPost.Outcome.Checked(post));
        return post;
    }

    /** Its posts at public bodies. */
    public List<PlacementPost> organs() {
        return posts().stream().filter(one -> one.nature() == UnitNature.ORGAN).toList();
    }

    /** Somebody who signs in for the unit of this post. */
    public Employer employer(PlacementPost post) {
        var code = gathering.officer.unitCode().value();
        var unit = Offices.open(
                acts,
                program.getBean(OpenUnit.class),
                post.unit() + UUID.randomUUID(),
                UnitKind.PARTNER,
                code,
                Unit.Details.NONE);
        var username = "y" + UUID.randomUUID().toString().substring(0, 12);
        var outcome = acts.perform(
                Offices.ADMINISTRATOR,
                program.getBean(AppointStaff.class),
                new AppointStaff.Command(
                        CommandId.fresh(Offices.ADMINISTRATOR),
                        unit,
                        null,
                        username,
                        "单位经办人",
                        "人事干部",
                        Role.EMPLOYER,
                        Employment.PART_TIME,
                        Establishment.CONCURRENT,
                        false,
                        Offices.OPENED));
        var appointed = (AppointStaff.Outcome.Appointed) outcome;
        transactions.write(new Actor.Visitor(), () -> {
            program.getBean(Accounts.class).enable(appointed.account(), PASSWORD);
            return true;
        });
        var actor = transactions
                .read(
                        Offices.ADMINISTRATOR,
                        () -> program.getBean(Posts.class).findOffice(appointed.account(), appointed.post()))
                .orElseThrow();
        assertThat(name(post.creditCode(), unit)).isEqualTo(new NameReceiver.Outcome.Named(campaign));
        var employer = new Employer(post.creditCode(), username, actor);
        employers.add(employer);
        return employer;
    }

    NameReceiver.Outcome name(String creditCode, @Nullable UUID unit) {
        return gathering.perform(
                gathering.officer,
                NameReceiver.class,
                new NameReceiver.Command(CommandId.fresh(gathering.officer), campaign, creditCode, unit));
    }

    /** The server's clock stands in this phase: all instants are moved, and what was promised of them with them. */
    public void at(Phase phase) {
        var hour = Duration.ofHours(1);
        var now = gathering.now;
        var instants = new ArrayList<Instant>();
        for (int i = 0; i < 6; i++) {
            instants.add(now.plus(hour.multipliedBy(2L * i - 2L * phase.ordinal() + 1)));
        }
        gathering
                .jobs()
                .sql("update campaign.campaign set wishes_open = :opens, wishes_close = :closes where id = :id")
                .param("opens", instants.get(0).atOffset(ZoneOffset.UTC))
                .param("closes", instants.get(1).atOffset(ZoneOffset.UTC))
                .param("id", campaign)
                .update();
        gathering
                .jobs()
                .sql("""
                        update campaign.mutual
                        set browse_from = :a, browse_to = :b, decide_from = :c, decide_to = :d where campaign_id = :id
                        """)
                .param("a", instants.get(2).atOffset(ZoneOffset.UTC))
                .param("b", instants.get(3).atOffset(ZoneOffset.UTC))
                .param("c", instants.get(4).atOffset(ZoneOffset.UTC))
                .param("d", instants.get(5).atOffset(ZoneOffset.UTC))
                .param("id", campaign)
                .update();
        program.getBean(MovedDays.class).settle(campaign, gathering.officer);
        assertThat(Phase.of(gathering.read(campaign), now.plusSeconds(60))).isEqualTo(phase);
    }

    List<PlacementPost> posts() {
        return transactions.read(
                gathering.officer, () -> program.getBean(PlacementPosts.class).published(campaign));
    }

    public List<Candidate> people() {
        return transactions.read(
                gathering.officer, () -> program.getBean(Candidates.class).of(campaign));
    }

    List<Pick> picks() {
        return transactions.read(
                gathering.officer, () -> program.getBean(Picks.class).of(campaign));
    }

    Actor.Self himself(Candidate who) {
        return selves.computeIfAbsent(who.id(), id -> new Actor.Self(UUID.randomUUID(), "本人", who.person()));
    }

    public ApplyOutcome apply(Candidate who, PlacementPost post) {
        var self = himself(who);
        return acts.perform(
                self,
                program.getBean(ApplyForPost.class),
                new ApplyForPost.Command(CommandId.fresh(self), who.id(), post.id()));
    }

    ApplyOutcome withdraw(Candidate who, PlacementPost post) {
        var self = himself(who);
        return acts.perform(
                self,
                program.getBean(WithdrawApplication.class),
                new WithdrawApplication.Command(CommandId.fresh(self), who.id(), post.id()));
    }

    public List<Applicants.Applicant> seen(Employer by, PlacementPost post) {
        return transactions.read(
                by.at(), () -> program.getBean(Applicants.class).page(post.id(), "", 0));
    }

    public TakeOutcome take(Employer by, PlacementPost post, UUID application) {
        return acts.perform(
                by.at(),
                program.getBean(TakeApplicant.class),
                new TakeApplicant.Command(CommandId.fresh(by.at()), post.id(), application));
    }

    TakeOutcome paper(Actor.Office by, PlacementPost post, Candidate who, String paper) {
        return acts.perform(
                by,
                program.getBean(TakeByPaper.class),
                new TakeByPaper.Command(CommandId.fresh(by), campaign, post.code(), who.pseudonym(), paper));
    }
}
