package org.rongyi.career.campaign.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.live.choice.CallRoll;
import org.rongyi.career.campaign.live.choice.ComeForward;
import org.rongyi.career.campaign.live.choice.LiveOutcome;
import org.rongyi.platform.act.CommandId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("现场选岗的点名：未到的，轮到时只等公布的那么多秒；手机上照样能选，来了就有全部的时间")
class RollCallTest {

    private static final String WORDS = "主持席点名三遍，纪检席见证";

    @Autowired
    private ApplicationContext program;

    @Autowired
    private LiveTicker ticker;

    private LiveOffice office;

    @BeforeEach
    void county() {
        office = new LiveOffice(program);
    }

    @Test
    @DisplayName("点名未到的，轮到时过了 60 秒就照公布的办法办；没有点名的，有他的五分钟")
    void whoIsAbsentIsWaitedForAMinute() {
        var campaign = office.started("点名一", OnTimeout.PASS, 4, 4);
        var turns = office.turns(campaign);
        assertThat(call(turns, turns.get(1), WORDS)).isEqualTo(new CallRoll.Outcome.Called(campaign, 1));
        office.choose(turns.getFirst(), null);
        office.passes(campaign, Duration.ofSeconds(55));
        ticker.look();
        assertThat(office.now(campaign)).isEqualTo(2);
        office.passes(campaign, Duration.ofSeconds(6));
        ticker.look();
        assertThat(office.now(campaign)).as("六十秒过了").isEqualTo(3);
        var missed = office.turns(campaign).get(1);
        assertThat(missed.how()).isEqualTo(TurnEnd.TIMED_OUT);
        assertThat(missed.absentWords()).isEqualTo(WORDS);
        office.passes(campaign, Duration.ofMinutes(4));
        ticker.look();
        assertThat(office.now(campaign)).as("没有点名未到的，五分钟没有到").isEqualTo(3);
    }

    @Test
    @DisplayName("点名未到的人在手机上说“我到了”，轮到以后也行：五分钟都是他的；没有记过的、别人的，说了不算什么")
    void whoComesHasAllHisMinutes() {
        var campaign = office.started("点名二", OnTimeout.PASS, 3, 3);
        var turns = office.turns(campaign);
        call(turns, turns.get(1), WORDS);
        assertThat(come(turns.get(2))).isEqualTo(new ComeForward.Outcome.NotMarked());
        office.choose(turns.getFirst(), null);
        office.passes(campaign, Duration.ofSeconds(50));
        assertThat(come(turns.get(1))).isEqualTo(new ComeForward.Outcome.Here(campaign));
        office.passes(campaign, Duration.ofMinutes(3));
        ticker.look();
        assertThat(office.now(campaign)).isEqualTo(2);
        assertThat(office.choose(turns.get(1), office.posts(campaign).getFirst()))
                .isEqualTo(new LiveOutcome.Chosen(campaign));
        assertThat(come(turns.get(1))).as("选完了").isEqualTo(new ComeForward.Outcome.NotMarked());
    }

    @Test
    @DisplayName("正轮到的人、已经选过的人不点名；点过名又来了的，再点一次去掉；不写谁点的、谁见证，不记")
    void whoIsCalled() {
        var campaign = office.started("点名三", OnTimeout.PASS, 3, 3);
        var turns = office.turns(campaign);
        assertThat(call(turns, turns.getFirst(), WORDS)).as("正轮到他").isEqualTo(new CallRoll.Outcome.Called(campaign, 0));
        assertThat(call(turns, turns.get(1), " ")).isEqualTo(new CallRoll.Outcome.NoWords());
        assertThat(call(turns, turns.get(1), "第 123 团主持")).isInstanceOf(CallRoll.Outcome.LooksSecret.class);
        assertThat(absent(campaign)).isEmpty();
        call(turns, turns.get(1), WORDS);
        assertThat(absent(campaign)).containsExactly(turns.get(1).candidate());
        call(turns, turns.get(2), WORDS);
        assertThat(absent(campaign)).as("这一次到了").containsExactly(turns.get(2).candidate());
        assertThat(office.choose(turns.getFirst(), null)).isEqualTo(new LiveOutcome.Passed(campaign));
        assertThat(office.choose(turns.get(1), null)).isEqualTo(new LiveOutcome.Passed(campaign));
        assertThat(office.choose(turns.get(2), office.posts(campaign).getFirst()))
                .as("记着未到，在手机上照样选")
                .isEqualTo(new LiveOutcome.Chosen(campaign));
        ticker.look();
        assertThat(call(turns, turns.get(2), WORDS)).as("选完了").isEqualTo(new CallRoll.Outcome.NotNow());
    }

    @Test
    @DisplayName("记着未到的刚轮到，主持席去掉勾再交一次，他就有全部的时间；没有去掉的，不说都到了")
    void whoseTurnHasBegunIsUnmarkedToo() {
        var campaign = office.started("点名四", OnTimeout.PASS, 3, 3);
        var turns = office.turns(campaign);
        call(turns, turns.get(1), WORDS);
        assertThat(RollCall.listed(office.turns(campaign)))
                .as("正轮到的没有记未到，不列")
                .extracting(LiveTurn::position)
                .containsExactly(2, 3);
        office.choose(turns.getFirst(), null);
        assertThat(RollCall.listed(office.turns(campaign)))
                .as("记着未到的，轮到了也列着")
                .extracting(LiveTurn::position)
                .containsExactly(2, 3);
        assertThat(call(turns, turns.get(1), WORDS)).isEqualTo(new CallRoll.Outcome.Called(campaign, 1));
        assertThat(absent(campaign)).containsExactly(turns.get(1).candidate());
        call(turns, turns.get(2), WORDS);
        assertThat(absent(campaign)).containsExactly(turns.get(2).candidate());
        office.passes(campaign, Duration.ofMinutes(3));
        ticker.look();
        assertThat(office.now(campaign)).as("五分钟没有到").isEqualTo(2);
    }

    private CallRoll.Outcome call(List<LiveTurn> turns, LiveTurn absent, String words) {
        var officer = office.gathering.officer;
        var called = turns.stream().map(LiveTurn::candidate).collect(Collectors.toSet());
        return office.perform(
                officer,
                CallRoll.class,
                new CallRoll.Command(
                        CommandId.fresh(officer), absent.campaign(), called, Set.of(absent.candidate()), words));
    }

    private ComeForward.Outcome come(LiveTurn turn) {
        var self = office.himself(turn);
        return office.perform(self, ComeForward.class, new ComeForward.Command(CommandId.fresh(self), turn.campaign()));
    }

    private List<UUID> absent(UUID campaign) {
        return office.turns(campaign).stream()
                .filter(turn -> turn.absent() != null)
                .map(LiveTurn::candidate)
                .toList();
    }
}
