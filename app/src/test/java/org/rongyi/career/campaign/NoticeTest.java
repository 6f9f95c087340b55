package org.rongyi.career.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.candidate.AddCandidates;
import org.rongyi.career.campaign.candidate.DropCandidate;
import org.rongyi.career.campaign.candidate.RefusalGround;
import org.rongyi.career.campaign.candidate.Refusals;
import org.rongyi.career.campaign.candidate.RefuseForPost;
import org.rongyi.career.campaign.candidate.RetakeScore;
import org.rongyi.career.campaign.group.AddMember;
import org.rongyi.career.campaign.group.ApprovePlan;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.campaign.group.CallOffCampaign;
import org.rongyi.career.campaign.group.RemoveMember;
import org.rongyi.career.campaign.post.CheckPost;
import org.rongyi.career.campaign.post.RaiseSeats;
import org.rongyi.career.campaign.post.WithdrawPost;
import org.rongyi.career.reception.Handed;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
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
        assertThat(gathering.add(campaign, ready)).isEqualTo(new AddCandidates.Outcome.Added(campaign, 1, ""));
        assertThat(gathering.add(campaign, ready)).isEqualTo(new AddCandidates.Outcome.AlreadyIn());
    }

    @Test
    @DisplayName("拟定方案的人不能登记审定；除去回避的，到会要过半数")
    void theGroupDecidesByMoreThanHalfOfThoseNotKeptAway() {
        var officer = Browser.signedIn(
                port, org.rongyi.demo.TestCounty.ensure(program).get("xian"));
        var path = "/campaigns/" + campaign;
        assertThat(officer.get(path).body()).contains("下一步：把方案备齐", "还没有核对过的岗位", "还没有参加人");
        assertThat(officer.get(path + "/group").body()).contains("审定以前还差", path + "/posts");
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
        var again = new EditPlan.Command(CommandId.fresh(gathering.officer), campaign, gathering.plan("经办人又改过"));
        gathering.perform(gathering.officer, EditPlan.class, again);
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
        theGroupStays();
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

    /** Who decided on the rules decides on the result, and everybody reads who that is. */
    private void theGroupStays() {
        var more = new AddMember.Command(CommandId.fresh(gathering.officer), campaign, "后来的", "县委组织部", "组员");
        assertThat(gathering.perform(gathering.officer, AddMember.class, more))
                .isEqualTo(new AddMember.Outcome.NotNow());
        var member = gathering
                .jobs()
                .sql("select m.id from campaign.member m where m.campaign_id = :id limit 1")
                .param("id", campaign)
                .query(UUID.class)
                .single();
        var out = new RemoveMember.Command(CommandId.fresh(gathering.officer), campaign, member);
        assertThat(gathering.perform(gathering.officer, RemoveMember.class, out))
                .isEqualTo(new RemoveMember.Outcome.NotNow());
        assertThat(new Browser(port)
                        .get("/sunshine/" + gathering.read(campaign).number())
                        .body())
                .contains("成员1，县委组织部，组员", "安置纪要〔2026〕1 号；到会：成员1、成员2、成员3");
    }

    @Test
    @DisplayName("公示满期以后什么也不改；公示期间改了公开的，重新公示够天数，碰到开始填报的不许改")
    void whatTheNoticeShowsHangsLongEnough() {
        var post = gathering.checked(campaign, "满期的岗位", 1);
        var waiting = gathering.post(campaign, "没有核对的岗位", 1);
        gathering.add(campaign, gathering.settled("钱满期", 2));
        publish();
        var full = gathering.read(campaign).noticeUntil();
        notice("notice_until = current_date");
        assertThat(raise(gathering.colleague, post, 2)).isEqualTo(new RaiseSeats.Outcome.Raised(post));
        assertThat(gathering.read(campaign).noticeUntil()).isEqualTo(full);
        var late = gathering.settled("钱来晚", 1);
        notice("wishes_open = now() + interval '1 day'");
        assertThat(raise(gathering.colleague, post, 3)).isInstanceOf(RaiseSeats.Outcome.NoticeClosed.class);
        assertThat(gathering.add(campaign, late)).isInstanceOf(AddCandidates.Outcome.NoticeClosed.class);
        notice("wishes_open = now() + interval '16 days', notice_until = current_date - 2");
        var over = "公示已经满期，只能结束公示定名单，或者停办";
        assertThat(gathering.add(campaign, late)).isEqualTo(new AddCandidates.Outcome.NoticeClosed(over));
        assertThat(raise(gathering.colleague, post, 3)).isEqualTo(new RaiseSeats.Outcome.NoticeClosed(over));
        assertThat(gathering.check(gathering.colleague, campaign, waiting))
                .isEqualTo(new CheckPost.Outcome.NoticeClosed(over));
        var who = candidate();
        var drop = new DropCandidate.Command(CommandId.fresh(gathering.officer), campaign, who, "不想让他选");
        assertThat(gathering.perform(gathering.officer, DropCandidate.class, drop))
                .isEqualTo(new DropCandidate.Outcome.NoticeClosed(over));
        assertThat(refuse(who, post)).isEqualTo(new RefuseForPost.Outcome.NoticeClosed(over));
        assertThat(gathering.read(campaign).noticeUntil()).isBefore(full);
    }

    @Test
    @DisplayName("公示满期以后，与事实不符的还能改：得分变了的更新，人已不在等待的撤出，重新公示够天数；来不及的不许")
    void whatIsNotTrueAnyMoreIsMadeTrueAndShownAgain() {
        gathering.checked(campaign, "更正的岗位", 1);
        gathering.add(campaign, gathering.settled("钱更正", 2));
        publish();
        notice("wishes_open = now() + interval '1 day', notice_until = current_date - 2");
        var who = candidate();
        assertThat(retake(who)).as("nothing has changed").isInstanceOf(RetakeScore.Outcome.NoticeClosed.class);
        score(who, "99");
        assertThat(retake(who)).isInstanceOf(RetakeScore.Outcome.NoticeClosed.class);
        notice("wishes_open = now() + interval '16 days'");
        assertThat(retake(who)).isEqualTo(new RetakeScore.Outcome.Retaken(who));
        notice("notice_until = current_date - 2");
        assertThat(retake(who)).as("it is true already").isInstanceOf(RetakeScore.Outcome.NoticeClosed.class);
        score(who, "98");
        assertThat(retake(who)).isEqualTo(new RetakeScore.Outcome.Retaken(who));
        var today = gathering.now.atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
        assertThat(gathering.read(campaign).noticeUntil()).isAfter(today);
        notice("notice_until = current_date - 2");
        gathering.jobs().sql("""
                        update reception.reception r set withdrawn_why = '录错了人' from campaign.candidate c
                        where c.reception_id = r.id and c.id = :id
                        """).param("id", who).update();
        var drop = new DropCandidate.Command(CommandId.fresh(gathering.officer), campaign, who, "接收的记录撤销了");
        assertThat(gathering.perform(gathering.officer, DropCandidate.class, drop))
                .isEqualTo(new DropCandidate.Outcome.Dropped(who));
        assertThat(gathering.read(campaign).noticeUntil()).isAfter(today);
    }

    private void score(UUID candidate, String total) {
        gathering
                .jobs()
                .sql("""
                        update reception.score s set total = :total from campaign.candidate c
                        where c.reception_id = s.reception_id and c.id = :id
                        """)
                .param("total", new BigDecimal(total))
                .param("id", candidate)
                .update();
    }

    private RetakeScore.Outcome retake(UUID candidate) {
        var command = new RetakeScore.Command(CommandId.fresh(gathering.officer), campaign, candidate);
        return gathering.perform(gathering.officer, RetakeScore.class, command);
    }

    private void notice(String set) {
        gathering
                .jobs()
                .sql("update campaign.campaign set " + set + " where id = :id")
                .param("id", campaign)
                .update();
    }

    private UUID candidate() {
        return gathering
                .jobs()
                .sql("select c.id from campaign.candidate c where c.campaign_id = :id and c.left_at is null")
                .param("id", campaign)
                .query(UUID.class)
                .single();
    }

    private RefuseForPost.Outcome refuse(UUID candidate, UUID post) {
        var command = new RefuseForPost.Command(
                CommandId.fresh(gathering.officer),
                campaign,
                candidate,
                post,
                RefusalGround.RELATIVES,
                "SPOUSE",
                "配偶在这个单位");
        return gathering.perform(gathering.officer, RefuseForPost.class, command);
    }

    @Test
    @DisplayName("一个人不能同时在两次活动里；撤出再列入的，资格审查还是不通过")
    void nobodyIsInTwoCampaignsOrLosesARefusalByLeaving() {
        var post = gathering.checked(campaign, "回避的岗位", 1);
        var reception = gathering.settled("钱两处", 2);
        assertThat(gathering.add(campaign, reception)).isEqualTo(new AddCandidates.Outcome.Added(campaign, 1, ""));
        var other = gathering.drafted(gathering.plan("另一次活动"));
        assertThat(gathering.add(other, reception))
                .isInstanceOfSatisfying(
                        AddCandidates.Outcome.NotReady.class,
                        refused -> assertThat(refused.reasons().getFirst())
                                .contains(gathering.read(campaign).number()));
        var first = candidate();
        assertThat(refuse(first, post)).isInstanceOf(RefuseForPost.Outcome.RefusedFor.class);
        var drop = new DropCandidate.Command(CommandId.fresh(gathering.officer), campaign, first, "录错了");
        gathering.perform(gathering.officer, DropCandidate.class, drop);
        gathering.add(campaign, reception);
        assertThat(candidate()).isNotEqualTo(first);
        assertThat(refuse(candidate(), post)).isEqualTo(new RefuseForPost.Outcome.AlreadyRefused());
        var held = program.getBean(Transactions.class)
                .read(gathering.officer, () -> program.getBean(Refusals.class).of(campaign));
        assertThat(held).extracting(Refusals.Refusal::candidate).containsExactly(candidate());
        var off = new CallOffCampaign.Command(CommandId.fresh(gathering.chief), campaign, "合并到另一次");
        gathering.perform(gathering.chief, CallOffCampaign.class, off);
        assertThat(gathering.add(other, reception)).isEqualTo(new AddCandidates.Outcome.Added(other, 1, ""));
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

    @Test
    @DisplayName("随便怎样录、核、增、撤，公布过的岗位一个也不少，公示页上 人数 = 已有人选 + 还空")
    void whateverIsDonePublishedSeatsNeverFall() {
        gathering.checked(campaign, "第一个", 2);
        gathering.add(campaign, gathering.settled("钱随机", 2));
        publish();
        var random = new Random(20261126);
        var visitor = new Browser(port);
        var number = gathering.read(campaign).number();
        Map<UUID, Integer> before = Map.of();
        for (int step = 0; step < 12; step++) {
            something(random);
            var now = gathering.posts(campaign).stream()
                    .filter(PlacementPost::published)
                    .collect(Collectors.toMap(PlacementPost::id, PlacementPost::seats));
            before.forEach(
                    (post, seats) -> assertThat(now.getOrDefault(post, 0)).isGreaterThanOrEqualTo(seats));
            long sum = now.values().stream().mapToLong(Integer::longValue).sum();
            assertThat(visitor.get("/sunshine/" + number).body()).contains("招 " + sum + " 人 = 已有人选 0 + 还空 " + sum);
            before = now;
        }
    }

    /** Any act on any post, allowed or not. */
    private void something(Random random) {
        var all = gathering.posts(campaign);
        var post = all.get(random.nextInt(all.size()));
        var who = random.nextBoolean() ? gathering.officer : gathering.colleague;
        switch (random.nextInt(4)) {
            case 0 -> gathering.post(campaign, "又一个" + all.size(), 1 + random.nextInt(3));
            case 1 -> gathering.check(who, campaign, post.id());
            case 2 -> raise(who, post.id(), random.nextInt(6));
            default ->
                gathering.perform(
                        who,
                        WithdrawPost.class,
                        new WithdrawPost.Command(CommandId.fresh(who), campaign, post.id(), "单位撤回"));
        }
    }

    @Test
    @DisplayName("停办要负责人、要理由；理由公开，得分撤下，摘要留着，什么也不再收")
    void whatIsCalledOffStaysVisible() {
        gathering.checked(campaign, "停办的岗位", 1);
        gathering.add(campaign, gathering.settled("钱停办", 2));
        publish();
        var none = new CallOffCampaign.Command(CommandId.fresh(gathering.chief), campaign, "");
        assertThat(gathering.perform(gathering.chief, CallOffCampaign.class, none))
                .isEqualTo(new CallOffCampaign.Outcome.NoReason());
        var off = new CallOffCampaign.Command(CommandId.fresh(gathering.chief), campaign, "岗位计划撤销");
        assertThat(gathering.perform(gathering.chief, CallOffCampaign.class, off))
                .isEqualTo(new CallOffCampaign.Outcome.CalledOff(campaign));
        var one = gathering.read(campaign);
        assertThat(new Browser(port).get("/sunshine/" + one.number()).body())
                .contains("岗位计划撤销", String.valueOf(one.planDigest()))
                .doesNotContain("钱停办");
        assertThat(gathering.report(campaign, "再加一个", 1))
                .isEqualTo(new org.rongyi.career.campaign.post.ReportPost.Outcome.NotNow());
    }
}
