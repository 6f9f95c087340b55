package org.rongyi.career.campaign.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.CampaignPlan;
import org.rongyi.career.campaign.EditPlan;
import org.rongyi.career.campaign.Gathering;
import org.rongyi.career.campaign.Selection;
import org.rongyi.career.campaign.group.CallOffCampaign;
import org.rongyi.career.campaign.live.choice.LiveOutcome;
import org.rongyi.career.campaign.run.RunCampaign;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.platform.act.CommandId;
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
    private LiveTicker ticker;

    private LiveOffice office;
    private Gathering gathering;

    @BeforeEach
    void county() {
        office = new LiveOffice(program);
        gathering = office.gathering;
    }

    @Test
    @DisplayName("没有轮到的不能选，选过的不能改；满了的、没有公布的不能选；放弃的转入下一种方式，不结束什么")
    void oneAfterTheOther() {
        var campaign = office.started("现场一", OnTimeout.PASS, 3, 1, 1);
        var post = office.posts(campaign);
        var turns = office.turns(campaign);
        assertThat(office.run(campaign)).as("没有选完不能运行").isEqualTo(new RunCampaign.Outcome.StillChoosing());
        assertThat(office.choose(turns.get(1), post.getFirst())).isEqualTo(new LiveOutcome.NotHisTurn(1));
        assertThat(office.choose(turns.getFirst(), UUID.randomUUID())).isEqualTo(new LiveOutcome.NoSeat());
        assertThat(office.choose(turns.getFirst(), post.getFirst())).isEqualTo(new LiveOutcome.Chosen(campaign));
        assertThat(office.choose(turns.getFirst(), post.getLast())).isEqualTo(new LiveOutcome.NotHisTurn(-1));
        assertThat(office.choose(turns.get(1), post.getFirst())).as("选完了").isEqualTo(new LiveOutcome.NoSeat());
        assertThat(office.choose(turns.get(1), null)).isEqualTo(new LiveOutcome.Passed(campaign));
        assertThat(office.window(turns.get(2), post.getLast(), "")).isEqualTo(new LiveOutcome.NoWords());
        assertThat(office.window(turns.get(2), post.getLast(), "本人到场，身份证已核"))
                .isEqualTo(new LiveOutcome.Chosen(campaign));
        ticker.look();
        assertThat(office.session(campaign).ended()).isNotNull();
        assertThat(office.run(campaign)).as("运行给的就是选定的").isInstanceOf(RunCampaign.Outcome.Ran.class);
        var given = office.given(campaign);
        assertThat(given.get(turns.getFirst().candidate())).contains(post.getFirst());
        assertThat(given.get(turns.get(2).candidate())).contains(post.getLast());
        assertThat(given.get(turns.get(1).candidate())).as("放弃的，由下一种方式给").isEmpty();
    }

    @Test
    @DisplayName("办法随方案定：后面还有凭志愿的方式就不能现场选；截止以前不能开始；可以不办；方案改得不能现场选，就不办了")
    void itIsPlannedWithThePlan() {
        var campaign = gathering.drafted(gathering.plan("现场办法"));
        var early = new PlanLive.Command(
                CommandId.fresh(gathering.officer), campaign, 5, OnTimeout.PASS, null, gathering.now);
        assertThat(plan(early)).isInstanceOf(PlanLive.Outcome.Wanting.class);
        assertThat(plan(office.live(campaign, OnTimeout.PASS))).isEqualTo(new PlanLive.Outcome.Planned(campaign));
        assertThat(plan(office.live(campaign, null))).isEqualTo(new PlanLive.Outcome.Planned(campaign));
        assertThat(gathering.read(campaign).selection()).isEqualTo(new Selection.Sealed());
        plan(office.live(campaign, OnTimeout.PASS));
        var officer = gathering.officer;
        var edited =
                new EditPlan.Command(CommandId.fresh(officer), campaign, with(List.of(Way.BY_SCORE, Way.TWO_SIDED)));
        assertThat(gathering.perform(officer, EditPlan.class, edited)).isInstanceOf(EditPlan.Outcome.Edited.class);
        assertThat(gathering.read(campaign).selection()).isEqualTo(new Selection.Sealed());
        assertThat(plan(office.live(campaign, OnTimeout.PASS))).isEqualTo(new PlanLive.Outcome.NotFirst());
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
        var campaign = office.started("现场五", OnTimeout.PASS, 2, 1, 1);
        var turns = office.turns(campaign);
        office.choose(turns.getFirst(), office.posts(campaign).getFirst());
        office.choose(turns.getLast(), null);
        ticker.look();
        office.shift(
                "update campaign.live_turn set post_id = (select id from campaign.post where campaign_id = :campaign order by code desc limit 1) where campaign_id = :campaign and position = 1 and :secs >= 0",
                campaign,
                Duration.ZERO);
        assertThatThrownBy(() -> office.run(campaign)).hasMessageContaining("not what was shown");
        var other = office.started("现场六", OnTimeout.PASS, 2, 1);
        var chief = gathering.chief;
        assertThat(gathering.perform(
                        chief,
                        CallOffCampaign.class,
                        new CallOffCampaign.Command(CommandId.fresh(chief), other, "会场停电，改日另办")))
                .isInstanceOf(CallOffCampaign.Outcome.CalledOff.class);
        assertThat(office.choose(
                        office.turns(other).getFirst(), office.posts(other).getFirst()))
                .isEqualTo(new LiveOutcome.NotRunning());
    }

    @Test
    @DisplayName("到时间：照公布的办法，按封存的志愿给他还有的岗位，没有封存的就没有；后一位从这时起算")
    void timeIsUp() {
        var campaign = office.started("现场二", OnTimeout.FALL_BACK, 3, 1, 2);
        var turns = office.turns(campaign);
        office.passes(campaign, Duration.ofMinutes(4));
        ticker.look();
        assertThat(office.now(campaign)).isEqualTo(1);
        office.passes(campaign, Duration.ofMinutes(1));
        assertThat(office.choose(turns.getFirst(), office.posts(campaign).getFirst()))
                .isEqualTo(new LiveOutcome.TooLate());
        ticker.look();
        var over = office.turns(campaign).getFirst();
        assertThat(over.how()).isEqualTo(TurnEnd.FELL_BACK);
        assertThat(over.post()).as("先想要的").isEqualTo(office.posts(campaign).getLast());
        ticker.look();
        assertThat(office.now(campaign)).as("后一位有他自己的五分钟").isEqualTo(2);
    }

    @Test
    @DisplayName("停机一天、暂停一小时：谁的时间也没有少，次序不变")
    void nobodyLosesHisTurn() {
        var campaign = office.started("现场三", OnTimeout.PASS, 2, 2);
        office.passes(campaign, Duration.ofMinutes(4));
        office.gone(campaign, Duration.ofDays(1));
        ticker.look();
        ticker.look();
        assertThat(office.now(campaign)).isEqualTo(1);
        office.pause(campaign, "会场网络中断");
        assertThat(office.choose(
                        office.turns(campaign).getFirst(),
                        office.posts(campaign).getFirst()))
                .isEqualTo(new LiveOutcome.Paused());
        office.pausedFor(campaign, Duration.ofHours(1));
        ticker.look();
        office.pause(campaign, null);
        ticker.look();
        assertThat(office.now(campaign)).isEqualTo(1);
        assertThat(office.choose(
                        office.turns(campaign).getFirst(),
                        office.posts(campaign).getFirst()))
                .isEqualTo(new LiveOutcome.Chosen(campaign));
    }

    @Test
    @DisplayName("人人同时抢着选、反复点、看钟的也在看：一个位子一个人，先后照次序，每人只有一轮")
    void everybodyAtOnce() throws Exception {
        var campaign = office.started("现场四", OnTimeout.PASS, PEOPLE, PEOPLE / 3, PEOPLE / 3, PEOPLE / 3 - 1);
        var post = office.posts(campaign);
        var over = new AtomicBoolean();
        var pool = Executors.newFixedThreadPool(16);
        try {
            var people = office.turns(campaign).stream()
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
        var turns = office.turns(campaign);
        assertThat(turns).allMatch(turn -> turn.ended() != null);
        assertThat(turns).extracting(LiveTurn::ended).isSorted();
        var left = new SeatsLeft(office.seats(campaign), LiveSessions.taken(turns));
        assertThat(post).allMatch(one -> left.open(one) >= 0);
        long chosen = turns.stream().filter(turn -> turn.post() != null).count();
        assertThat(chosen + post.stream().mapToInt(left::open).sum())
                .as("报来的位子等于选走的加还有的")
                .isEqualTo(office.seats(campaign).stream()
                        .mapToInt(SeatsLeft.Post::seats)
                        .sum());
    }

    /** Somebody who does not wait to be called: answers how often he got through. */
    private int tries(LiveTurn turn, List<UUID> posts, AtomicBoolean over) {
        var chance = new Random(turn.position());
        int done = 0;
        int after = 0;
        while (!over.get() && after < 3) {
            var post = chance.nextInt(10) == 0 ? null : posts.get(chance.nextInt(posts.size()));
            var outcome = office.choose(turn, post);
            if (outcome instanceof LiveOutcome.Chosen || outcome instanceof LiveOutcome.Passed) {
                done++;
            }
            if (outcome instanceof LiveOutcome.NoSeat && chance.nextInt(4) == 0) {
                done += office.choose(turn, null) instanceof LiveOutcome.Passed ? 1 : 0;
            }
            after += done == 0 ? 0 : 1;
        }
        return done;
    }
}
