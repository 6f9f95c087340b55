package org.rongyi.career.campaign.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.draw.EndNotice;
import org.rongyi.career.campaign.exam.mark.AskForReview;
import org.rongyi.career.campaign.exam.mark.DecideReview;
import org.rongyi.career.campaign.exam.mark.EnterMark;
import org.rongyi.career.campaign.exam.mark.RevealMarks;
import org.rongyi.career.campaign.exam.mark.SettleExam;
import org.rongyi.career.campaign.list.ScoreList;
import org.rongyi.career.campaign.material.Assembly;
import org.rongyi.career.campaign.material.Secrecies;
import org.rongyi.career.placement.allocation.SecondOpinion;
import org.rongyi.career.placement.proof.Campaign;
import org.rongyi.career.placement.proof.CampaignRun;
import org.rongyi.career.reception.Handed;
import org.rongyi.demo.TestCounty;
import org.rongyi.network.oversight.FoundByPerson;
import org.rongyi.platform.kernel.Actor;

@RongyiTest
@DisplayName("考试考核：盲阅、公布、复核，按权重进到总分里")
class ExamScoreTest extends ExamStage {

    private static final int WAIT = 120;

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
        assertThat(FoundByPerson.records(
                        program, gathering.officer, people.get("考甲").person()))
                .as("按他的姓名查留痕")
                .contains(review);
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
}
