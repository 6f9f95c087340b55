package org.rongyi.career.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.candidate.AddCandidates;
import org.rongyi.career.campaign.group.ApprovePlan;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.campaign.post.CheckPost;
import org.rongyi.career.campaign.post.RaiseSeats;
import org.rongyi.career.campaign.post.WithdrawPost;
import org.rongyi.career.reception.Handed;
import org.rongyi.platform.act.CommandId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("阳光安置：岗位一人录一人核，专项小组审定，公示以后只增不减")
class NoticeTest {

    @Autowired
    private ApplicationContext program;

    @LocalServerPort
    private int port;

    private Gathering gathering;
    private UUID campaign;

    @BeforeEach
    void aDraft() {
        gathering = new Gathering(program);
        campaign = gathering.drafted(gathering.plan("公示的活动"));
    }

    @Test
    @DisplayName("录岗位的人不能自己核；公布前可以撤下，撤下的不公布")
    void whoEntersAPostDoesNotCheckIt() {
        var post = gathering.post(campaign, "设备维护", 2);
        assertThat(gathering.check(gathering.officer, campaign, post)).isEqualTo(new CheckPost.Outcome.SamePerson());
        assertThat(gathering.check(gathering.colleague, campaign, post)).isEqualTo(new CheckPost.Outcome.Checked(post));
        var withdraw = new WithdrawPost.Command(CommandId.fresh(gathering.officer), campaign, post, "单位撤回");
        assertThat(gathering.perform(gathering.officer, WithdrawPost.class, withdraw))
                .isEqualTo(new WithdrawPost.Outcome.Withdrawn(post));
        assertThat(gathering.posts(campaign)).noneMatch(PlacementPost::published);
    }

    @Test
    @DisplayName("得分没有认定、公示没有满的不能列入，并说明差什么；列入两次不行")
    void whoseScoreIsOpenIsNotTakenIn() {
        var handed = new Handed(program);
        var left = handed.today.minusDays(40);
        var waiting = handed.received(handed.person("钱未报到"), Handed.sergeant(left.minusYears(13), left));
        assertThat(gathering.add(campaign, waiting))
                .isInstanceOfSatisfying(
                        AddCandidates.Outcome.NotReady.class,
                        refused -> assertThat(refused.reasons())
                                .contains("还没有报到")
                                .anyMatch(why -> why.startsWith("得分还没有认定")));
        var ready = gathering.settled("钱已认定", 2);
        assertThat(gathering.add(campaign, ready)).isEqualTo(new AddCandidates.Outcome.Added(campaign, 1));
        assertThat(gathering.add(campaign, ready)).isEqualTo(new AddCandidates.Outcome.AlreadyIn());
    }

    @Test
    @DisplayName("拟定方案的人不能登记审定；除去回避的，到会要过半数")
    void theGroupDecidesByMoreThanHalfOfThoseNotKeptAway() {
        gathering.checked(campaign, "综合管理", 1);
        gathering.add(campaign, gathering.settled("钱过半", 1));
        var half = gathering.group(
                campaign,
                Attendance.PRESENT,
                Attendance.PRESENT,
                Attendance.ABSENT,
                Attendance.ABSENT,
                Attendance.KEPT_AWAY);
        assertThat(gathering.approve(gathering.chief, campaign, half))
                .isInstanceOfSatisfying(
                        ApprovePlan.Outcome.Wanting.class,
                        wanting -> assertThat(wanting.why()).contains("应到 4 人，到会 2 人"));
        var edit = new EditPlan.Command(CommandId.fresh(gathering.chief), campaign, gathering.plan("负责人改过"));
        gathering.perform(gathering.chief, EditPlan.class, edit);
        half.replaceAll((member, how) -> Attendance.PRESENT);
        assertThat(gathering.approve(gathering.chief, campaign, half)).isEqualTo(new ApprovePlan.Outcome.SamePerson());
        assertThat(gathering.read(campaign).stage()).isEqualTo(CampaignStage.DRAFT);
    }

    @Test
    @DisplayName("审定以后：方案不能改，摘要、岗位、姓名和得分公开；岗位只能增加，数据库也不让减少")
    void onNoticePostsOnlyRise() {
        var post = gathering.checked(campaign, "水厂运行", 2);
        gathering.add(campaign, gathering.settled("钱公示", 3));
        publish();
        assertThat(edited()).isEqualTo(new EditPlan.Outcome.Frozen());
        assertThat(raise(gathering.officer, post, 3)).isEqualTo(new RaiseSeats.Outcome.SamePerson());
        assertThat(raise(gathering.colleague, post, 1)).isEqualTo(new RaiseSeats.Outcome.NotMore());
        assertThat(raise(gathering.colleague, post, 3)).isEqualTo(new RaiseSeats.Outcome.Raised(post));
        assertThatThrownBy(() -> gathering
                        .jobs()
                        .sql("update campaign.post set seats = 1 where id = :id")
                        .param("id", post)
                        .update())
                .hasMessageContaining("never fewer");
        var withdraw = new WithdrawPost.Command(CommandId.fresh(gathering.officer), campaign, post, "不要人了");
        assertThat(gathering.perform(gathering.officer, WithdrawPost.class, withdraw))
                .isEqualTo(new WithdrawPost.Outcome.NotNow());
        gathering.checked(campaign, "补报的岗位", 1);
        assertThat(gathering.posts(campaign)).allMatch(PlacementPost::published);
        publicPage();
    }

    private EditPlan.Outcome edited() {
        var edit = new EditPlan.Command(CommandId.fresh(gathering.officer), campaign, gathering.plan("再改"));
        return gathering.perform(gathering.officer, EditPlan.class, edit);
    }

    private RaiseSeats.Outcome raise(org.rongyi.platform.kernel.Actor.Office who, UUID post, int seats) {
        return gathering.perform(
                who, RaiseSeats.class, new RaiseSeats.Command(CommandId.fresh(who), campaign, post, seats, "补文"));
    }

    private void publish() {
        var all = gathering.group(campaign, Attendance.PRESENT, Attendance.PRESENT, Attendance.PRESENT);
        assertThat(gathering.approve(gathering.chief, campaign, Map.copyOf(all)))
                .isInstanceOf(ApprovePlan.Outcome.Approved.class);
    }

    private void publicPage() {
        var one = gathering.read(campaign);
        var visitor = new Browser(port);
        var page = visitor.get("/sunshine/" + one.number()).body();
        assertThat(page).contains("钱公示", "53.5", String.valueOf(one.planDigest()), "招 4 人 = 已有人选 0 + 还空 4");
        assertThat(visitor.get("/sunshine/" + one.number() + "/plan").body()).contains("ways: by-score, directive");
        gathering
                .jobs()
                .sql("update campaign.score_notice set to_on = to_on - 60 where campaign_id = :id")
                .param("id", campaign)
                .update();
        assertThat(visitor.get("/sunshine/" + one.number()).body()).doesNotContain("钱公示");
    }
}
