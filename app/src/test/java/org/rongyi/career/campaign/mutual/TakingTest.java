package org.rongyi.career.campaign.mutual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.LookAgain;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.direct.DirectSeats;
import org.rongyi.career.campaign.draw.ConfirmSource;
import org.rongyi.career.campaign.draw.EnterSource;
import org.rongyi.career.campaign.draw.OpenDraw;
import org.rongyi.career.campaign.material.WishLists;
import org.rongyi.career.campaign.run.RunCampaign;
import org.rongyi.career.campaign.run.Runs;
import org.rongyi.career.placement.allocation.SecondOpinion;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.NotAllowed;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("先选先定：同时抢的一个人只去一个单位，一个位子只有一个人，选定了谁也改不了，运行给的就是选定的")
class TakingTest {

    private static final int THREADS = 32;
    private static final int WAIT = 240;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Acts acts;

    @BeforeEach
    void county() {
        TestCounty.ensure(program);
    }

    @Test
    @DisplayName("几家单位 32 人同时抢：一个人不给两家，一个位子不给两人，没抢到的都有答复；中途断了的不算，接着抢的接得上；选定的谁也改不了")
    void everybodyAtOnce() throws Exception {
        var selecting = new Selecting(program, "双选抢人").settled(6, 1, 5, 2, 1, 1, 1);
        selecting.at(Phase.APPLYING);
        var posts = selecting.organs();
        for (var who : selecting.people()) {
            posts.forEach(post -> assertThat(selecting.apply(who, post)).isInstanceOf(ApplyOutcome.Applied.class));
        }
        posts.forEach(selecting::employer);
        selecting.at(Phase.DECIDING);
        interrupted(selecting, posts.getFirst());
        var tries = new ArrayList<Callable<TakeOutcome>>();
        var gate = new CyclicBarrier(THREADS);
        for (int i = 0; i < THREADS; i++) {
            var post = posts.get(i % posts.size());
            var by = selecting.employers.get(i % posts.size());
            var seen = selecting.seen(by, post);
            var application = seen.get(i / posts.size() % seen.size()).application();
            tries.add(() -> {
                gate.await(WAIT, TimeUnit.SECONDS);
                return selecting.take(by, post, application);
            });
        }
        var outcomes = new ArrayList<TakeOutcome>();
        var pool = Executors.newFixedThreadPool(THREADS);
        try {
            for (var one : pool.invokeAll(tries, WAIT, TimeUnit.SECONDS)) {
                outcomes.add(one.get());
            }
        } finally {
            pool.shutdownNow();
        }
        var picks = selecting.picks();
        assertThat(picks).extracting(Pick::candidate).doesNotHaveDuplicates();
        assertThat(picks).extracting(one -> one.post() + "/" + one.seat()).doesNotHaveDuplicates();
        for (var post : posts) {
            assertThat(Picks.taken(picks, post.id())).isLessThanOrEqualTo(post.seats());
        }
        assertThat(outcomes.stream().filter(TakeOutcome.Taken.class::isInstance).count())
                .isEqualTo(picks.size())
                .isPositive();
        assertThat(outcomes)
                .as("没抢到的，每一个都说清为什么")
                .hasSize(THREADS)
                .allMatch(one -> one instanceof TakeOutcome.Taken
                        || one instanceof TakeOutcome.TakenElsewhere
                        || one instanceof TakeOutcome.Already
                        || one instanceof TakeOutcome.Full);
        assertThat(PickChain.holds(picks)).isTrue();
        assertThat(new Picks(program.getBean(JdbcClient.class), program.getBean(Clock.class)))
                .as("重新启动的程序看到的一样")
                .satisfies(fresh -> assertThat(
                                transactions.read(selecting.gathering.officer, () -> fresh.of(selecting.campaign)))
                        .isEqualTo(picks));
        nobodyChanges(selecting);
    }

    /** The program stops between taking somebody and the end of it. */
    private void interrupted(Selecting selecting, PlacementPost post) {
        var by = selecting.employers.getFirst();
        var first = selecting.seen(by, post).getFirst();
        assertThatThrownBy(() -> transactions.write(by.at(), () -> {
                    program.getBean(TakeApplicant.class)
                            .run(
                                    by.at(),
                                    new TakeApplicant.Command(
                                            CommandId.fresh(by.at()), post.id(), first.application()));
                    throw new IllegalStateException("power cut");
                }))
                .hasMessage("power cut");
        assertThat(selecting.picks()).isEmpty();
    }

    private void nobodyChanges(Selecting selecting) {
        for (var sql : List.of(
                "update campaign.mutual_pick set pseudonym = 'X' where campaign_id = :id",
                "delete from campaign.mutual_pick where campaign_id = :id")) {
            assertThatThrownBy(() -> program.getBean("jobJdbc", JdbcClient.class)
                            .sql(sql)
                            .param("id", selecting.campaign)
                            .update())
                    .isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> transactions.write(
                            selecting.gathering.officer,
                            () -> program.getBean(JdbcClient.class)
                                    .sql(sql)
                                    .param("id", selecting.campaign)
                                    .update()))
                    .isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> selecting.gathering.perform(
                        selecting.gathering.officer,
                        TakeApplicant.class,
                        new TakeApplicant.Command(
                                CommandId.fresh(selecting.gathering.officer), UUID.randomUUID(), UUID.randomUUID())))
                .as("局里的人不能替单位在网上选")
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    @DisplayName("不能上网的单位，两人照文各录一遍才选定；截止那一刻就不能再选；运行给的就是选定的，核对程序认；剩下的由指令性分配；改了哪一个，链都对不上")
    void theRunGivesWhatWasTaken() throws Exception {
        var selecting = new Selecting(program, "双选运行").settled(3, 1, 5, 1, 1, 2);
        selecting.at(Phase.APPLYING);
        var gathering = selecting.gathering;
        var posts = selecting.organs();
        var people = selecting.people();
        people.forEach(who -> selecting.apply(who, posts.getFirst()));
        selecting.apply(people.getLast(), posts.get(1));
        var net = selecting.employer(posts.getFirst());
        selecting.at(Phase.DECIDING);
        var seen = selecting.seen(net, posts.getFirst());
        var last = seen.getLast();
        assertThat(takeAt(selecting, net, posts.getFirst(), last.application(), Duration.ZERO))
                .isEqualTo(new TakeOutcome.Closed());
        assertThat(takeAt(selecting, net, posts.getFirst(), last.application(), Duration.ofMillis(1)))
                .as("截止以前点的，排队等到截止以后才轮到，不算")
                .isEqualTo(new TakeOutcome.Closed());
        assertThat(selecting.picks()).isEmpty();
        assertThat(selecting.take(net, posts.getFirst(), last.application()))
                .as("得分低的也可以先选")
                .isInstanceOf(TakeOutcome.Taken.class);
        assertThat(selecting.paper(gathering.officer, posts.getFirst(), people.getFirst(), "文 1"))
                .isEqualTo(new TakeOutcome.HasItsOwn());
        var third = people.getLast();
        boolean isTaken = last.candidate().equals(third.id());
        assertThat(selecting.paper(gathering.officer, posts.get(1), third, "文 1"))
                .isInstanceOf(TakeOutcome.Entered.class);
        assertThat(selecting.paper(gathering.officer, posts.get(1), third, "文 1"))
                .as("自己再录一遍不算")
                .isInstanceOf(TakeOutcome.Entered.class);
        assertThat(selecting.paper(gathering.colleague, posts.get(1), third, "文 2"))
                .as("两人录的文号不一致，不选定，后录的算第一次")
                .isInstanceOf(TakeOutcome.Entered.class);
        assertThat(selecting.paper(gathering.officer, posts.get(1), third, "文 2"))
                .isInstanceOf(isTaken ? TakeOutcome.TakenElsewhere.class : TakeOutcome.Taken.class);
        assertThat(gathering.perform(gathering.officer, OpenDraw.class, openDraw(selecting)))
                .as("没有截止不能开启")
                .isInstanceOf(OpenDraw.Outcome.StillOpen.class);
        selecting.at(Phase.OVER);
        assertThat(selecting.seen(net, posts.getFirst())).as("截止以后，单位不再看没有选的人").isEmpty();
        assertThat(transactions.read(
                        net.at(), () -> program.getBean(Applicants.class).name(last.candidate())))
                .as("选定的还看得到姓名")
                .isPresent();
        sources(selecting);
        assertThat(openedBehind(selecting, posts.getLast())).isEqualTo(new OpenDraw.Outcome.Opened(selecting.campaign));
        var picks = selecting.picks();
        assertThat(gathering.perform(
                        gathering.officer,
                        RunCampaign.class,
                        new RunCampaign.Command(CommandId.fresh(gathering.officer), selecting.campaign)))
                .isInstanceOf(RunCampaign.Outcome.Ran.class);
        var runs = program.getBean(Runs.class);
        var run = transactions
                .read(gathering.officer, () -> runs.valid(selecting.campaign))
                .orElseThrow();
        var given = transactions.read(gathering.officer, () -> runs.placed(run.id())).stream()
                .collect(Collectors.toMap(Runs.Placed::candidate, one -> String.valueOf(one.post())));
        for (var pick : picks) {
            assertThat(given.get(pick.candidate())).isEqualTo(pick.post().toString());
        }
        assertThat(given.values()).as("剩下的人由下一种方式给").doesNotContain("null").doesNotHaveDuplicates();
        var files = transactions.read(gathering.officer, () -> List.of(runs.file(run.id()), runs.shown(run.id())));
        assertThat(new SecondOpinion().objection(Map.of("file", files.getFirst())))
                .isEmpty();
        assertThat(new SecondOpinion().objection(Map.of("--public", files.getLast())))
                .isEmpty();
        tampered(selecting);
    }

    /** Somebody taken in the last moment is not written yet when the draw is opened: opening waits for it, and draws with him. */
    private OpenDraw.Outcome openedBehind(Selecting selecting, PlacementPost post) throws Exception {
        var campaign = selecting.gathering.read(selecting.campaign);
        var picks = program.getBean(Picks.class);
        var late = selecting.people().stream()
                .filter(one -> Picks.of(selecting.picks(), one.id()).isEmpty())
                .findFirst()
                .orElseThrow();
        var pool = Executors.newSingleThreadExecutor();
        try {
            return transactions
                    .write(selecting.gathering.officer, () -> {
                        picks.lock(campaign.id());
                        var opening = pool.submit(() -> selecting.gathering.perform(
                                selecting.gathering.officer, OpenDraw.class, openDraw(selecting)));
                        while (!opening.isDone() && !waits(selecting.campaign)) {
                            LookAgain.soon();
                        }
                        picks.insert(
                                campaign,
                                picks.of(campaign.id()),
                                new Picks.Whom(late.id(), late.pseudonym()),
                                post.id(),
                                PickHow.ONLINE,
                                null);
                        return opening;
                    })
                    .get(WAIT, TimeUnit.SECONDS);
        } finally {
            pool.shutdownNow();
        }
    }

    private boolean waits(UUID campaign) {
        return program.getBean("jobJdbc", JdbcClient.class)
                .sql("""
                        select count(*) > 0 from pg_locks l
                        where l.locktype = 'advisory' and not l.granted
                            and ((l.classid::bigint << 32) | l.objid::bigint)
                                = hashtextextended('campaign.mutual ' || cast(:campaign as text), 0)
                        """)
                .param("campaign", campaign.toString())
                .query(Boolean.class)
                .single();
    }

    /** As the owner of the database could, and nobody else. */
    private void tampered(Selecting selecting) {
        var whole = selecting.picks();
        var other = selecting.posts().getLast().id();
        var first = whole.getFirst();
        var changed = new ArrayList<>(whole);
        changed.set(
                0,
                new Pick(
                        first.campaign(),
                        first.position(),
                        first.candidate(),
                        first.pseudonym(),
                        other,
                        first.seat(),
                        first.how(),
                        first.paper(),
                        first.at(),
                        first.chain()));
        assertThat(PickChain.holds(changed)).isFalse();
        assertThat(PickChain.holds(whole.subList(1, whole.size()))).isEqualTo(whole.size() == 1);
        var campaign = selecting.gathering.read(selecting.campaign);
        assertThat(transactions.read(
                        selecting.gathering.officer,
                        () -> program.getBean(WishLists.class).of(campaign)))
                .hasSameSizeAs(whole);
    }

    /** By a clock this much before the end when it is asked, and at the end when its turn has come. */
    private TakeOutcome takeAt(
            Selecting selecting, Selecting.Employer by, PlacementPost post, UUID application, Duration before) {
        var closing = selecting
                .gathering
                .read(selecting.campaign)
                .online()
                .orElseThrow()
                .decideTo();
        var act = new TakeApplicant(
                program.getBean(PlacementCampaigns.class),
                program.getBean(PlacementPosts.class),
                program.getBean(Receivers.class),
                program.getBean(Applicants.class),
                new Taking(
                        program.getBean(PlacementCampaigns.class),
                        program.getBean(Picks.class),
                        program.getBean(DirectSeats.class),
                        Clock.fixed(closing, ZoneOffset.UTC),
                        program.getBean(AuditTrail.class)),
                Clock.fixed(closing.minus(before), ZoneOffset.UTC));
        return acts.perform(by.at(), act, new TakeApplicant.Command(CommandId.fresh(by.at()), post.id(), application));
    }

    private static OpenDraw.Command openDraw(Selecting selecting) {
        return new OpenDraw.Command(CommandId.fresh(selecting.gathering.officer), selecting.campaign);
    }

    private static void sources(Selecting selecting) {
        var gathering = selecting.gathering;
        Actor.Office officer = gathering.officer;
        for (int position = 1; position <= 2; position++) {
            gathering.perform(
                    officer,
                    EnterSource.class,
                    new EnterSource.Command(CommandId.fresh(officer), selecting.campaign, position, "数值", "官网"));
            gathering.perform(
                    gathering.colleague,
                    ConfirmSource.class,
                    new ConfirmSource.Command(
                            CommandId.fresh(gathering.colleague), selecting.campaign, position, "数值"));
        }
    }
}
