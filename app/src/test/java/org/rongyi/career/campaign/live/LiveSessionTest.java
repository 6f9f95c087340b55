package org.rongyi.career.campaign.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.CampaignPlan;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.EditPlan;
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
import org.rongyi.career.campaign.group.CallOffCampaign;
import org.rongyi.career.campaign.live.choice.ChooseAtWindow;
import org.rongyi.career.campaign.live.choice.ChooseLive;
import org.rongyi.career.campaign.live.choice.LiveOutcome;
import org.rongyi.career.campaign.live.choice.StartLive;
import org.rongyi.career.campaign.run.RunCampaign;
import org.rongyi.career.campaign.run.Runs;
import org.rongyi.career.campaign.wish.HandInWishes;
import org.rongyi.career.campaign.wish.Wishing;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("现场选岗：一个一个来，各有各的几分钟；位子不重，次序不乱，停机、断网不丢谁的一轮")
class LiveSessionTest {

    private static final int PEOPLE = "full".equals(System.getProperty("rongyi.dose")) ? 200 : 12;
    private static final int WAIT = 240;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @Autowired
    private LiveSessions sessions;

    @Autowired
    private LiveTicker ticker;

    @Autowired
    private Acts acts;

    private final Map<UUID, Actor.Self> selves = new ConcurrentHashMap<>();
    private Gathering gathering;

    @BeforeEach
    void county() {
        TestCounty.ensure(program);
        gathering = new Gathering(program);
    }

    @Test
    @DisplayName("没有轮到的不能选，选过的不能改；满了的、没有公布的不能选；放弃的转入下一种方式，不结束什么")
    void oneAfterTheOther() {
        var campaign = started("现场一", OnTimeout.PASS, 3, 1, 1);
        var post = posts(campaign);
        var turns = turns(campaign);
        assertThat(run(campaign)).as("没有选完不能运行").isEqualTo(new RunCampaign.Outcome.StillChoosing());
        assertThat(choose(turns.get(1), post.getFirst())).isEqualTo(new LiveOutcome.NotHisTurn(1));
        assertThat(choose(turns.getFirst(), UUID.randomUUID())).isEqualTo(new LiveOutcome.NoSeat());
        assertThat(choose(turns.getFirst(), post.getFirst())).isEqualTo(new LiveOutcome.Chosen(campaign));
        assertThat(choose(turns.getFirst(), post.getLast())).isEqualTo(new LiveOutcome.NotHisTurn(-1));
        assertThat(choose(turns.get(1), post.getFirst())).as("选完了").isEqualTo(new LiveOutcome.NoSeat());
        assertThat(choose(turns.get(1), null)).isEqualTo(new LiveOutcome.Passed(campaign));
        assertThat(window(turns.get(2), post.getLast(), "")).isEqualTo(new LiveOutcome.NoWords());
        assertThat(window(turns.get(2), post.getLast(), "本人到场，身份证已核")).isEqualTo(new LiveOutcome.Chosen(campaign));
        ticker.look();
        assertThat(session(campaign).ended()).isNotNull();
        assertThat(run(campaign)).as("运行给的就是选定的").isInstanceOf(RunCampaign.Outcome.Ran.class);
        var given = given(campaign);
        assertThat(given.get(turns.getFirst().candidate())).contains(post.getFirst());
        assertThat(given.get(turns.get(2).candidate())).contains(post.getLast());
        assertThat(given.get(turns.get(1).candidate())).as("放弃的，由下一种方式给").isEmpty();
    }

    @Test
    @DisplayName("办法随方案定：后面还有凭志愿的方式就不能现场选；截止以前不能开始；可以不办；方案改得不能现场选，就不办了")
    void itIsPlannedWithThePlan() {
        var campaign = gathering.drafted(gathering.plan("现场办法"));
        var early =
                new PlanLive.Command(CommandId.fresh(gathering.officer), campaign, 5, OnTimeout.PASS, gathering.now);
        assertThat(plan(early)).isInstanceOf(PlanLive.Outcome.Wanting.class);
        assertThat(plan(live(campaign, OnTimeout.PASS))).isEqualTo(new PlanLive.Outcome.Planned(campaign));
        assertThat(plan(live(campaign, null))).isEqualTo(new PlanLive.Outcome.Planned(campaign));
        assertThat(gathering.read(campaign).live()).isNull();
        plan(live(campaign, OnTimeout.PASS));
        var officer = gathering.officer;
        var edited =
                new EditPlan.Command(CommandId.fresh(officer), campaign, with(List.of(Way.BY_SCORE, Way.TWO_SIDED)));
        assertThat(gathering.perform(officer, EditPlan.class, edited)).isInstanceOf(EditPlan.Outcome.Edited.class);
        assertThat(gathering.read(campaign).live()).isNull();
        assertThat(plan(live(campaign, OnTimeout.PASS))).isEqualTo(new PlanLive.Outcome.NotFirst());
    }

    private CampaignPlan with(List<Way> ways) {
        var plan = gathering.plan("现场办法");
        return new CampaignPlan(
                plan.title(),
                ways,
                plan.ties(),
                plan.priority(),
                plan.least(),
                plan.most(),
                plan.noticeDays(),
                plan.opens(),
                plan.closes(),
                plan.silent(),
                plan.sources());
    }

    private PlanLive.Outcome plan(PlanLive.Command command) {
        return gathering.perform(gathering.officer, PlanLive.class, command);
    }

    @Test
    @DisplayName("选完以后改了谁的选择，链就对不上，不给运行；停办了的，谁也不能再选")
    void whatWasShownStands() {
        var campaign = started("现场五", OnTimeout.PASS, 2, 1, 1);
        var turns = turns(campaign);
        choose(turns.getFirst(), posts(campaign).getFirst());
        choose(turns.getLast(), null);
        ticker.look();
        shift(
                "update campaign.live_turn set post_id = (select id from campaign.post where campaign_id = :campaign order by code desc limit 1) where campaign_id = :campaign and position = 1 and :secs >= 0",
                campaign,
                Duration.ZERO);
        assertThatThrownBy(() -> run(campaign)).hasMessageContaining("not what was shown");
        var other = started("现场六", OnTimeout.PASS, 2, 1);
        var chief = gathering.chief;
        assertThat(gathering.perform(
                        chief,
                        CallOffCampaign.class,
                        new CallOffCampaign.Command(CommandId.fresh(chief), other, "会场停电，改日另办")))
                .isInstanceOf(CallOffCampaign.Outcome.CalledOff.class);
        assertThat(choose(turns(other).getFirst(), posts(other).getFirst())).isEqualTo(new LiveOutcome.NotRunning());
    }

    @Test
    @DisplayName("到时间：照公布的办法，按封存的志愿给他还有的岗位，没有封存的就没有；后一位从这时起算")
    void timeIsUp() {
        var campaign = started("现场二", OnTimeout.FALL_BACK, 3, 1, 2);
        var turns = turns(campaign);
        passes(campaign, Duration.ofMinutes(4));
        ticker.look();
        assertThat(now(campaign)).isEqualTo(1);
        passes(campaign, Duration.ofMinutes(1));
        assertThat(choose(turns.getFirst(), posts(campaign).getFirst())).isEqualTo(new LiveOutcome.TooLate());
        ticker.look();
        var over = turns(campaign).getFirst();
        assertThat(over.how()).isEqualTo(TurnEnd.FELL_BACK);
        assertThat(over.post()).as("先想要的").isEqualTo(posts(campaign).getLast());
        ticker.look();
        assertThat(now(campaign)).as("后一位有他自己的五分钟").isEqualTo(2);
    }

    @Test
    @DisplayName("停机一天、暂停一小时：谁的时间也没有少，次序不变")
    void nobodyLosesHisTurn() {
        var campaign = started("现场三", OnTimeout.PASS, 2, 2);
        passes(campaign, Duration.ofMinutes(4));
        gone(campaign, Duration.ofDays(1));
        ticker.look();
        ticker.look();
        assertThat(now(campaign)).isEqualTo(1);
        pause(campaign, "会场网络中断");
        assertThat(choose(turns(campaign).getFirst(), posts(campaign).getFirst()))
                .isEqualTo(new LiveOutcome.Paused());
        pausedFor(campaign, Duration.ofHours(1));
        ticker.look();
        pause(campaign, null);
        ticker.look();
        assertThat(now(campaign)).isEqualTo(1);
        assertThat(choose(turns(campaign).getFirst(), posts(campaign).getFirst()))
                .isEqualTo(new LiveOutcome.Chosen(campaign));
    }

    @Test
    @DisplayName("人人同时抢着选、反复点、看钟的也在看：一个位子一个人，先后照次序，每人只有一轮")
    void everybodyAtOnce() throws Exception {
        var campaign = started("现场四", OnTimeout.PASS, PEOPLE, PEOPLE / 3, PEOPLE / 3, PEOPLE / 3 - 1);
        var post = posts(campaign);
        var over = new AtomicBoolean();
        var pool = Executors.newFixedThreadPool(16);
        try {
            var people = turns(campaign).stream()
                    .map(turn -> (Callable<Integer>) () -> tries(turn, post, over))
                    .toList();
            var clock = pool.submit(() -> {
                while (!over.get()) {
                    ticker.look();
                }
                return true;
            });
            var done = pool.invokeAll(people, WAIT, TimeUnit.SECONDS);
            over.set(true);
            assertThat(clock.get(WAIT, TimeUnit.SECONDS)).isTrue();
            for (var one : done) {
                assertThat(one.isCancelled()).as("没有在限定的时间里选完").isFalse();
                assertThat(one.get()).as("每人只成一次").isEqualTo(1);
            }
        } finally {
            over.set(true);
            pool.shutdownNow();
        }
        var turns = turns(campaign);
        assertThat(turns).allMatch(turn -> turn.ended() != null);
        assertThat(turns).extracting(LiveTurn::ended).isSorted();
        var left = new SeatsLeft(seats(campaign), LiveSessions.taken(turns));
        assertThat(post).allMatch(one -> left.open(one) >= 0);
        long chosen = turns.stream().filter(turn -> turn.post() != null).count();
        assertThat(chosen + post.stream().mapToInt(left::open).sum())
                .as("报来的位子等于选走的加还有的")
                .isEqualTo(
                        seats(campaign).stream().mapToInt(SeatsLeft.Post::seats).sum());
    }

    /** Somebody who does not wait to be called: answers how often he got through. */
    private int tries(LiveTurn turn, List<UUID> posts, AtomicBoolean over) {
        var chance = new Random(turn.position());
        int done = 0;
        int after = 0;
        while (!over.get() && after < 3) {
            var post = chance.nextInt(10) == 0 ? null : posts.get(chance.nextInt(posts.size()));
            var outcome = choose(turn, post);
            if (outcome instanceof LiveOutcome.Chosen || outcome instanceof LiveOutcome.Passed) {
                done++;
            }
            if (outcome instanceof LiveOutcome.NoSeat && chance.nextInt(4) == 0) {
                done += choose(turn, null) instanceof LiveOutcome.Passed ? 1 : 0;
            }
            after += done == 0 ? 0 : 1;
        }
        return done;
    }

    /**
     * A campaign whose lists are open and whose session runs; the first handed in a list that has the last post first.
     *
     * @param seats of each post
     */
    private UUID started(String title, OnTimeout onTimeout, int people, int... seats) {
        var campaign = gathering.drafted(gathering.plan(title));
        var officer = gathering.officer;
        assertThat(acts.perform(officer, program.getBean(PlanLive.class), live(campaign, onTimeout)))
                .isEqualTo(new PlanLive.Outcome.Planned(campaign));
        for (int seat : seats) {
            gathering.checked(campaign, "管网工" + seat, seat);
        }
        var receptions = IntStream.range(0, people)
                .mapToObj(i -> gathering.settled(title + "第" + (i + 1), i % 9 + 1))
                .toArray(UUID[]::new);
        assertThat(gathering.add(campaign, receptions)).isEqualTo(new AddCandidates.Outcome.Added(campaign, people));
        var group = gathering.group(campaign, Attendance.PRESENT, Attendance.PRESENT, Attendance.PRESENT);
        assertThat(gathering.approve(gathering.chief, campaign, group))
                .isInstanceOf(ApprovePlan.Outcome.Approved.class);
        openTheDraw(campaign);
        startsIn(campaign, Duration.ofHours(1));
        assertThat(start(campaign)).as("不能提前").isEqualTo(new StartLive.Outcome.TooEarly());
        startsIn(campaign, Duration.ofHours(-1));
        assertThat(start(campaign)).isEqualTo(new StartLive.Outcome.Started(campaign));
        return campaign;
    }

    /** Only who stands first has handed in a list: the last post first. */
    private void openTheDraw(UUID campaign) {
        var officer = gathering.officer;
        startsIn(campaign, Duration.ofHours(-1));
        gathering.shown(campaign);
        assertThat(gathering.perform(
                        officer, EndNotice.class, new EndNotice.Command(CommandId.fresh(officer), campaign)))
                .isInstanceOf(EndNotice.Outcome.Ended.class);
        var wishing = new Wishing(program, gathering, campaign).sealed();
        var codes = published(campaign).stream().map(PlacementPost::code).toList();
        var first = transactions
                .read(officer, () -> program.getBean(Candidates.class).of(campaign))
                .getFirst();
        assertThat(wishing.handIn(first, codes.reversed().toArray(String[]::new)))
                .isInstanceOf(HandInWishes.Outcome.HandedIn.class);
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

    private PlanLive.Command live(UUID campaign, OnTimeout onTimeout) {
        var closes = gathering.read(campaign).plan().closes();
        return new PlanLive.Command(
                CommandId.fresh(gathering.officer), campaign, 5, onTimeout, closes.plus(Duration.ofDays(1)));
    }

    private StartLive.Outcome start(UUID campaign) {
        var officer = gathering.officer;
        return gathering.perform(officer, StartLive.class, new StartLive.Command(CommandId.fresh(officer), campaign));
    }

    /** The announced instant is moved; the plan's digest is made anew by {@link Gathering#past}. */
    private void startsIn(UUID campaign, Duration time) {
        gathering
                .jobs()
                .sql("update campaign.live set starts_at = :at where campaign_id = :campaign")
                .param("at", gathering.now.plus(time).atOffset(ZoneOffset.UTC))
                .param("campaign", campaign)
                .update();
    }

    private RunCampaign.Outcome run(UUID campaign) {
        var officer = gathering.officer;
        return gathering.perform(
                officer, RunCampaign.class, new RunCampaign.Command(CommandId.fresh(officer), campaign));
    }

    /** By candidate, the post the run gave him. */
    private Map<UUID, Optional<UUID>> given(UUID campaign) {
        var runs = program.getBean(Runs.class);
        return transactions
                .read(
                        gathering.officer,
                        () -> runs.placed(runs.valid(campaign).orElseThrow().id()))
                .stream()
                .collect(Collectors.toMap(Runs.Placed::candidate, one -> Optional.ofNullable(one.post())));
    }

    private LiveOutcome choose(LiveTurn turn, UUID post) {
        var self = himself(turn);
        return acts.perform(
                self,
                program.getBean(ChooseLive.class),
                new ChooseLive.Command(CommandId.fresh(self), turn.campaign(), post));
    }

    private LiveOutcome window(LiveTurn turn, UUID post, String words) {
        var officer = gathering.officer;
        return acts.perform(
                officer,
                program.getBean(ChooseAtWindow.class),
                new ChooseAtWindow.Command(CommandId.fresh(officer), turn.campaign(), turn.candidate(), post, words));
    }

    private void pause(UUID campaign, String why) {
        var officer = gathering.officer;
        assertThat(acts.perform(
                        officer,
                        program.getBean(PauseLive.class),
                        new PauseLive.Command(CommandId.fresh(officer), campaign, why)))
                .isEqualTo(
                        why == null ? new PauseLive.Outcome.GoesOn(campaign) : new PauseLive.Outcome.Paused(campaign));
    }

    private Actor.Self himself(LiveTurn turn) {
        return selves.computeIfAbsent(
                turn.candidate(),
                id -> new Actor.Self(
                        UUID.randomUUID(),
                        "本人",
                        transactions
                                .read(
                                        gathering.officer,
                                        () -> program.getBean(Candidates.class).find(id))
                                .orElseThrow()
                                .person()));
    }

    private LiveSession session(UUID campaign) {
        return transactions
                .read(gathering.officer, () -> sessions.find(campaign))
                .orElseThrow();
    }

    private List<LiveTurn> turns(UUID campaign) {
        return transactions.read(gathering.officer, () -> sessions.turns(campaign));
    }

    private int now(UUID campaign) {
        return LiveSessions.current(turns(campaign)).orElseThrow().position();
    }

    private List<PlacementPost> published(UUID campaign) {
        return transactions.read(
                gathering.officer, () -> program.getBean(PlacementPosts.class).published(campaign));
    }

    private List<UUID> posts(UUID campaign) {
        return published(campaign).stream().map(PlacementPost::id).toList();
    }

    private List<SeatsLeft.Post> seats(UUID campaign) {
        return published(campaign).stream()
                .map(post -> new SeatsLeft.Post(post.id(), post.seats(), post.reserved()))
                .toList();
    }

    /** The turn that runs began so much earlier, and the program looked all the while. */
    private void passes(UUID campaign, Duration time) {
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
    private void gone(UUID campaign, Duration time) {
        passes(campaign, time);
        shift(
                "update campaign.live set ticked_at = ticked_at - make_interval(secs => :secs) where campaign_id = :campaign",
                campaign,
                time);
    }

    private void pausedFor(UUID campaign, Duration time) {
        passes(campaign, time);
        shift(
                "update campaign.live set paused_at = paused_at - make_interval(secs => :secs) where campaign_id = :campaign",
                campaign,
                time);
    }

    private void shift(String sql, UUID campaign, Duration time) {
        gathering
                .jobs()
                .sql(sql)
                .param("secs", time.toSeconds())
                .param("campaign", campaign)
                .update();
    }
}
