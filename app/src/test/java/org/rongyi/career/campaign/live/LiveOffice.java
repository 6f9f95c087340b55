package org.rongyi.career.campaign.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.Gathering;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.candidate.AddCandidates;
import org.rongyi.career.campaign.draw.ConfirmSource;
import org.rongyi.career.campaign.draw.EndNotice;
import org.rongyi.career.campaign.draw.EnterSource;
import org.rongyi.career.campaign.draw.OpenDraw;
import org.rongyi.career.campaign.group.ApprovePlan;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.campaign.live.choice.ChooseAtWindow;
import org.rongyi.career.campaign.live.choice.ChooseLive;
import org.rongyi.career.campaign.live.choice.LiveOutcome;
import org.rongyi.career.campaign.live.choice.StartLive;
import org.rongyi.career.campaign.run.RunCampaign;
import org.rongyi.career.campaign.run.Runs;
import org.rongyi.career.campaign.wish.HandInWishes;
import org.rongyi.career.campaign.wish.Wishing;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.springframework.context.ApplicationContext;

/** The table at which a live session is held, and those who choose there. */
public final class LiveOffice {

    private static final int MINUTES = 5;
    private static final int ABSENT = 60;

    public final Gathering gathering;
    private final ApplicationContext program;
    private final Transactions transactions;
    private final LiveSessions sessions;
    private final Acts acts;
    private final Map<UUID, Actor.Self> selves = new ConcurrentHashMap<>();

    public LiveOffice(ApplicationContext program) {
        TestCounty.ensure(program);
        this.program = program;
        this.gathering = new Gathering(program);
        this.transactions = program.getBean(Transactions.class);
        this.sessions = program.getBean(LiveSessions.class);
        this.acts = program.getBean(Acts.class);
    }

    <C extends Act.Command, O extends Act.Outcome> O perform(
            Actor actor, Class<? extends org.rongyi.platform.act.Act<C, O>> act, C command) {
        return acts.perform(actor, program.getBean(act), command);
    }

    /**
     * What is announced, and how many of the first hand in a list, that has the last post first.
     *
     * @param minutes each one's
     * @param absentSeconds of who was absent when the roll was called
     */
    record Terms(String title, OnTimeout onTimeout, int minutes, int absentSeconds, int lists) {}

    /**
     * A campaign whose lists are open and whose session runs; the first handed in a list.
     *
     * @param seats of each post
     */
    public UUID started(String title, OnTimeout onTimeout, int people, int... seats) {
        return started(new Terms(title, onTimeout, MINUTES, ABSENT, 1), people, seats);
    }

    /** @param seats of each post */
    UUID started(Terms terms, int people, int... seats) {
        var title = terms.title();
        var campaign = gathering.drafted(gathering.plan(title));
        var officer = gathering.officer;
        assertThat(acts.perform(officer, program.getBean(PlanLive.class), live(campaign, terms)))
                .isEqualTo(new PlanLive.Outcome.Planned(campaign));
        for (int post = 0; post < seats.length; post++) {
            gathering.checked(campaign, "管网工" + (post + 1), seats[post]);
        }
        var receptions = IntStream.range(0, people)
                .mapToObj(i -> gathering.settled(title + "第" + (i + 1), i % 9 + 1))
                .toArray(UUID[]::new);
        assertThat(gathering.add(campaign, receptions))
                .isEqualTo(new AddCandidates.Outcome.Added(campaign, people, ""));
        var group = gathering.group(campaign, Attendance.PRESENT, Attendance.PRESENT, Attendance.PRESENT);
        assertThat(gathering.approve(gathering.chief, campaign, group))
                .isInstanceOf(ApprovePlan.Outcome.Approved.class);
        openTheDraw(campaign, terms.lists());
        startsIn(campaign, Duration.ofHours(1));
        assertThat(start(campaign)).as("不能提前").isEqualTo(new StartLive.Outcome.TooEarly());
        startsIn(campaign, Duration.ofHours(-1));
        assertThat(start(campaign)).isEqualTo(new StartLive.Outcome.Started(campaign));
        return campaign;
    }

    private void openTheDraw(UUID campaign, int lists) {
        var officer = gathering.officer;
        startsIn(campaign, Duration.ofHours(-1));
        gathering.shown(campaign);
        assertThat(gathering.perform(
                        officer, EndNotice.class, new EndNotice.Command(CommandId.fresh(officer), campaign)))
                .isInstanceOf(EndNotice.Outcome.Ended.class);
        var wishing = new Wishing(program, gathering, campaign).sealed();
        var codes = published(campaign).stream().map(PlacementPost::code).toList();
        transactions.read(officer, () -> program.getBean(Candidates.class).of(campaign)).stream()
                .limit(lists)
                .forEach(one -> assertThat(wishing.handIn(one, codes.reversed().toArray(String[]::new)))
                        .isInstanceOf(HandInWishes.Outcome.HandedIn.class));
        gathering.past(campaign);
        for (int position = 1; position <= 2; position++) {
            gathering.perform(
                    officer,
                    EnterSource.class,
                    new EnterSource.Command(CommandId.fresh(officer), campaign, position, "数值", "官网"));
            gathering.perform(
                    gathering.colleague,
                    ConfirmSource.class,
                    new ConfirmSource.Command(CommandId.fresh(gathering.colleague), campaign, position, "数值"));
        }
        wishing.open(wishing.made.shares().get(0), wishing.made.shares().get(2));
        assertThat(gathering.perform(officer, OpenDraw.class, new OpenDraw.Command(CommandId.fresh(officer), campaign)))
                .isEqualTo(new OpenDraw.Outcome.Opened(campaign));
    }

    PlanLive.Command live(UUID campaign, OnTimeout onTimeout) {
        return live(campaign, new Terms("", onTimeout, MINUTES, ABSENT, 0));
    }

    private PlanLive.Command live(UUID campaign, Terms terms) {
        var closes = gathering.read(campaign).plan().closes();
        return new PlanLive.Command(
                CommandId.fresh(gathering.officer),
                campaign,
                terms.minutes(),
                terms.onTimeout(),
                terms.absentSeconds(),
                closes.plus(Duration.ofDays(1)));
    }

    StartLive.Outcome start(UUID campaign) {
        var officer = gathering.officer;
        return gathering.perform(officer, StartLive.class, new StartLive.Command(CommandId.fresh(officer), campaign));
    }

    /** The announced instant is moved; the plan's digest is made anew by {@link Gathering#past}. */
    void startsIn(UUID campaign, Duration time) {
        gathering
                .jobs()
                .sql("update campaign.live set starts_at = :at where campaign_id = :campaign")
                .param("at", gathering.now.plus(time).atOffset(ZoneOffset.UTC))
                .param("campaign", campaign)
                .update();
    }

    RunCampaign.Outcome run(UUID campaign) {
        var officer = gathering.officer;
        return gathering.perform(
                officer, RunCampaign.class, new RunCampaign.Command(CommandId.fresh(officer), campaign));
    }

    /** By candidate, the post the run gave him. */
    Map<UUID, Optional<UUID>> given(UUID campaign) {
        var runs = program.getBean(Runs.class);
        return transactions
                .read(
                        gathering.officer,
                        () -> runs.placed(runs.valid(campaign).orElseThrow().id()))
                .stream()
                .collect(Collectors.toMap(Runs.Placed::candidate, one -> Optional.ofNullable(one.post())));
    }

    public LiveOutcome choose(LiveTurn turn, UUID post) {
        var self = himself(turn);
        return acts.perform(
                self,
                program.getBean(ChooseLive.class),
                new ChooseLive.Command(CommandId.fresh(self), turn.campaign(), post));
    }

    LiveOutcome window(LiveTurn turn, UUID post, String words) {
        var officer = gathering.officer;
        return acts.perform(
                officer,
                program.getBean(ChooseAtWindow.class),
                new ChooseAtWindow.Command(CommandId.fresh(officer), turn.campaign(), turn.candidate(), post, words));
    }

    public Candidate candidate(LiveTurn turn) {
        return transactions
                .read(gathering.officer, () -> program.getBean(Candidates.class).find(turn.candidate()))
                .orElseThrow();
    }

    void pause(UUID campaign, String why) {
        var officer = gathering.officer;
        assertThat(acts.perform(
                        officer,
                        program.getBean(PauseLive.class),
                        new PauseLive.Command(CommandId.fresh(officer), campaign, why)))
                .isEqualTo(
                        why == null ? new PauseLive.Outcome.GoesOn(campaign) : new PauseLive.Outcome.Paused(campaign));
    }

    Actor.Self himself(LiveTurn turn) {
        return selves.computeIfAbsent(
                turn.candidate(),
                id -> new Actor.Self(UUID.randomUUID(), "本人", candidate(turn).person()));
    }

    LiveSession session(UUID campaign) {
        return transactions
                .read(gathering.officer, () -> sessions.find(campaign))
                .orElseThrow();
    }

    public List<LiveTurn> turns(UUID campaign) {
        return transactions.read(gathering.officer, () -> sessions.turns(campaign));
    }

    int now(UUID campaign) {
        return LiveSessions.current(turns(campaign)).orElseThrow().position();
    }

    List<PlacementPost> published(UUID campaign) {
        return transactions.read(
                gathering.officer, () -> program.getBean(PlacementPosts.class).published(campaign));
    }

    public List<UUID> posts(UUID campaign) {
        return published(campaign).stream().map(PlacementPost::id).toList();
    }

    List<SeatsLeft.Post> seats(UUID campaign) {
        return published(campaign).stream()
                .map(post -> new SeatsLeft.Post(post.id(), post.seats(), post.reserved()))
                .toList();
    }

    /** The turn that runs began so much earlier, and the program looked all the while. */
    void passes(UUID campaign, Duration time) {
        shift(
                "update campaign.live set started_at = started_at - make_interval(secs => :secs) where campaign_id = :campaign",
                campaign,
                time);
        shift(
                "update campaign.live_turn set ended_at = ended_at - make_interval(secs => :secs) where campaign_id = :campaign",
                campaign,
                time);
    }

    /** Since then the program has not looked. */
    void gone(UUID campaign, Duration time) {
        passes(campaign, time);
        shift(
                "update campaign.live set ticked_at = ticked_at - make_interval(secs => :secs) where campaign_id = :campaign",
                campaign,
                time);
    }

    void pausedFor(UUID campaign, Duration time) {
        passes(campaign, time);
        shift(
                "update campaign.live set paused_at = paused_at - make_interval(secs => :secs) where campaign_id = :campaign",
                campaign,
                time);
    }

    void shift(String sql, UUID campaign, Duration time) {
        gathering
                .jobs()
                .sql(sql)
                .param("secs", time.toSeconds())
                .param("campaign", campaign)
                .update();
    }
}
