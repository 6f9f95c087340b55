package org.rongyi.career.campaign.mutual;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.CampaignPlan;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.EditPlan;
import org.rongyi.career.campaign.Gathering;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.Selection;
import org.rongyi.career.campaign.UnitNature;
import org.rongyi.career.campaign.direct.DirectSeats;
import org.rongyi.career.campaign.group.PlanText;
import org.rongyi.career.campaign.wish.HandInWishes;
import org.rongyi.career.placement.proof.Priority;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.demo.TestCounty;
import org.rongyi.network.organisation.Offices;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.access.Posts;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("网上双选（2017 年的办法）：到点申请，看不到姓名地挑，先选先定")
class MutualTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Acts acts;

    @LocalServerPort
    private int port;

    @BeforeEach
    void county() {
        TestCounty.ensure(program);
    }

    @Test
    @DisplayName("随方案定，写进方案全文：双向选择不在最前、后面还要志愿、设预留岗位的不能网上双选；时间一步接一步；没有定的方案一个字不变")
    void itIsPlannedWithThePlan() {
        var selecting = new Selecting(program, "双选办法");
        var gathering = selecting.gathering;
        var closes = gathering.read(selecting.campaign).plan().closes();
        var before = PlanText.of(gathering.read(selecting.campaign));
        var rule = Selecting.rule(closes, 3, 20);
        assertThat(selecting.planned(new Selection.Online(
                        3, 20, closes.minusSeconds(1), rule.browseTo(), rule.decideFrom(), rule.decideTo())))
                .isInstanceOf(PlanMutual.Outcome.Wanting.class);
        assertThat(selecting.planned(new Selection.Online(
                        3, 20, closes, rule.browseTo(), rule.browseTo().minusSeconds(1), rule.decideTo())))
                .isInstanceOf(PlanMutual.Outcome.Wanting.class);
        assertThat(selecting.planned(Selecting.rule(closes, 4, 3))).isInstanceOf(PlanMutual.Outcome.Wanting.class);
        assertThat(selecting.planned(rule)).isEqualTo(new PlanMutual.Outcome.Planned(selecting.campaign));
        assertThat(PlanText.of(gathering.read(selecting.campaign)))
                .startsWith(before)
                .contains("two-sided online", "3 to 20", rule.decideTo().toString());
        assertThat(selecting.planned(null)).isEqualTo(new PlanMutual.Outcome.Planned(selecting.campaign));
        assertThat(PlanText.of(gathering.read(selecting.campaign))).isEqualTo(before);
        for (var other : List.of(
                Selecting.plan(gathering, "双选办法", List.of(Way.BY_SCORE, Way.DIRECTIVE), Priority.NONE),
                Selecting.plan(gathering, "双选办法", List.of(Way.TWO_SIDED, Way.BY_SCORE), Priority.NONE),
                Selecting.plan(gathering, "双选办法", List.of(Way.TWO_SIDED, Way.DIRECTIVE), Priority.RESERVED))) {
            edit(
                    gathering,
                    selecting.campaign,
                    Selecting.plan(gathering, "双选办法", List.of(Way.TWO_SIDED), Priority.NONE));
            selecting.planned(rule);
            edit(gathering, selecting.campaign, other);
            assertThat(gathering.read(selecting.campaign).selection())
                    .as("方案改得不能双选，就不办了")
                    .isEqualTo(new Selection.Sealed());
            assertThat(selecting.planned(rule)).isEqualTo(new PlanMutual.Outcome.CannotBeOnline());
        }
    }

    private static void edit(Gathering gathering, UUID campaign, CampaignPlan plan) {
        assertThat(gathering.perform(
                        gathering.officer,
                        EditPlan.class,
                        new EditPlan.Command(CommandId.fresh(gathering.officer), campaign, plan)))
                .isInstanceOf(EditPlan.Outcome.Edited.class);
    }

    @Test
    @DisplayName("到点就开，到点就关：开始的那一刻收，截止的那一刻不收；截止以前随便撤换；公务员、参公的有最多，事业单位不限；不够最少的单位看不到")
    void windowsToTheInstantAndLeastAndMost() {
        var selecting = new Selecting(program, "双选申请");
        selecting.post(UnitNature.INSTITUTION, 1);
        selecting.post(UnitNature.INSTITUTION, 1);
        selecting.settled(2, 2, 2, 1, 1, 1);
        selecting.at(Phase.APPLYING);
        var plan = selecting.gathering.read(selecting.campaign).plan();
        var organs = selecting.organs();
        var free = selecting.posts().stream()
                .filter(one -> one.nature() == UnitNature.INSTITUTION)
                .toList();
        var who = selecting.people().getFirst();
        assertThat(applyAt(selecting, plan.opens().minusMillis(1), who, organs.getFirst()))
                .isEqualTo(new ApplyOutcome.NotOpenYet());
        assertThat(applyAt(selecting, plan.opens(), who, organs.getFirst()))
                .isEqualTo(new ApplyOutcome.Applied(who.id()));
        assertThat(applyAt(selecting, plan.closes().minusMillis(1), who, organs.get(1)))
                .isEqualTo(new ApplyOutcome.Applied(who.id()));
        assertThat(applyAt(selecting, plan.closes(), who, free.getFirst())).isEqualTo(new ApplyOutcome.Closed());
        assertThat(selecting.apply(who, organs.get(1))).isEqualTo(new ApplyOutcome.Already());
        assertThat(selecting.apply(who, organs.get(2))).isEqualTo(new ApplyOutcome.BeyondMost(2));
        free.forEach(one -> assertThat(selecting.apply(who, one)).isEqualTo(new ApplyOutcome.Applied(who.id())));
        assertThat(selecting.withdraw(who, organs.get(1))).isEqualTo(new ApplyOutcome.Withdrawn(who.id()));
        assertThat(selecting.apply(who, organs.get(2))).isEqualTo(new ApplyOutcome.Applied(who.id()));
        assertThat(selecting.gathering.perform(
                        selecting.himself(who),
                        HandInWishes.class,
                        new HandInWishes.Command(
                                CommandId.fresh(selecting.himself(who)), who.id(), "", "0".repeat(64), true)))
                .as("网上双选不收志愿")
                .isEqualTo(new HandInWishes.Outcome.HeldOnline());
        var few = selecting.people().getLast();
        assertThat(selecting.apply(few, organs.getFirst())).isEqualTo(new ApplyOutcome.Applied(few.id()));
        assertThat(selecting.apply(few, free.getFirst())).isEqualTo(new ApplyOutcome.Applied(few.id()));
        var stranger = selecting.himself(few);
        assertThat(acts.perform(
                        stranger,
                        program.getBean(ApplyForPost.class),
                        new ApplyForPost.Command(
                                CommandId.fresh(stranger),
                                who.id(),
                                organs.get(1).id())))
                .as("替别人申请不了")
                .isEqualTo(new ApplyOutcome.NotFound());
        var employer = selecting.employer(organs.getFirst());
        assertThat(selecting.seen(employer, organs.getFirst())).as("没有到时间").isEmpty();
        selecting.at(Phase.BROWSING);
        assertThat(selecting.apply(who, organs.get(1))).isEqualTo(new ApplyOutcome.Closed());
        assertThat(selecting.withdraw(who, organs.getFirst())).isEqualTo(new ApplyOutcome.Closed());
        assertThat(selecting.seen(employer, organs.getFirst()))
                .as("申请一个的不够两个，看不到")
                .extracting(Applicants.Applicant::pseudonym)
                .containsExactly(who.pseudonym());
        assertThat(signedIn(employer)
                        .get("/recruiting/" + organs.getFirst().id())
                        .body())
                .contains(who.pseudonym());
        assertThat(readings(who)).as("谁看过我的档案").isPositive();
        assertThat(readings(few)).as("单位看不到的，不记看过").isZero();
    }

    /** The same act by a clock that stands at this instant. */
    private ApplyOutcome applyAt(Selecting selecting, Instant now, Candidate who, PlacementPost post) {
        var act = new ApplyForPost(new Applying(
                program.getBean(PlacementCampaigns.class),
                program.getBean(Candidates.class),
                program.getBean(PlacementPosts.class),
                program.getBean(PostApplications.class),
                program.getBean(DirectSeats.class),
                Clock.fixed(now, ZoneOffset.UTC),
                program.getBean(AuditTrail.class)));
        var self = selecting.himself(who);
        return acts.perform(self, act, new ApplyForPost.Command(CommandId.fresh(self), who.id(), post.id()));
    }

    @Test
    @DisplayName("资格审查不通过的岗位：本人、窗口都申请不了，村里的人看不到局里的审查也一样；窗口替没有手机的人申请")
    void whoWasRefusedDoesNotApply() {
        var selecting = new Selecting(program, "双选审查").refusing().settled(1, 1, 3, 1, 1);
        selecting.at(Phase.APPLYING);
        var posts = selecting.organs();
        var who = selecting.people().getFirst();
        assertThat(selecting.apply(who, posts.getFirst())).isEqualTo(new ApplyOutcome.NoSuchPost());
        var clerk = TestCounty.office(program, "cun");
        var village = new Actor.Office(
                clerk.account(),
                clerk.name(),
                clerk.post(),
                clerk.unit(),
                clerk.unitName(),
                clerk.unitCode(),
                clerk.role(),
                clerk.level(),
                Scope.of(who.home()));
        assertThat(counter(village, who, posts.getFirst())).isEqualTo(new ApplyOutcome.NoSuchPost());
        assertThat(counter(village, who, posts.getLast())).isEqualTo(new ApplyOutcome.Applied(who.id()));
        var page = Browser.signedIn(port, TestCounty.ensure(program).get("xian"))
                .get("/campaigns/" + selecting.campaign + "/online/" + who.id());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(posts.getLast().unit(), "撤回")
                .doesNotContain(posts.getFirst().unit());
    }

    private ApplyOutcome counter(Actor.Office by, Candidate who, PlacementPost post) {
        return acts.perform(
                by,
                program.getBean(ApplyForPost.class),
                new ApplyForPost.Command(CommandId.fresh(by), who.id(), post.id()));
    }

    @Test
    @DisplayName("单位的人登录：只看到自己岗位的申请，没有姓名、电话、证件号、村；别家的一律没有；看过的本人查得到；选定以后才知道是谁")
    void aUnitSeesItsOwnApplicantsWithoutNames() {
        var selecting = new Selecting(program, "双选看申请").settled(2, 1, 3, 1, 1);
        selecting.at(Phase.APPLYING);
        var posts = selecting.organs();
        var people = selecting.people();
        people.forEach(one -> selecting.apply(one, posts.getFirst()));
        selecting.apply(people.getFirst(), posts.getLast());
        var mine = selecting.employer(posts.getFirst());
        var other = selecting.employer(posts.getLast());
        assertThat(mine.at().scope().isEmpty()).as("没有辖区").isTrue();
        var browser = signedIn(mine);
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
        assertThat(browser.get("/").body())
                .contains("/recruiting")
                .doesNotContain("/persons", "/visits", "/campaigns\"");
        var path = "/recruiting/" + posts.getFirst().id();
        assertThat(browser.get(path).body())
                .as("没有到时间")
                .doesNotContain(people.getFirst().pseudonym());
        selecting.at(Phase.BROWSING);
        var page = browser.get(path).body();
        var village =
                program.getBean(Divisions.class).fullName(people.getFirst().home());
        assertThat(page)
                .contains(people.getFirst().pseudonym(), people.getLast().pseudonym(), "总分")
                .doesNotContain("双选甲者", people.getFirst().person().toString(), village)
                .doesNotContainPattern("[^0-9a-fA-F-]1[3-9][0-9]{9}[^0-9a-fA-F-]")
                .doesNotContainPattern("[1-9][0-9]{16}[0-9X]");
        assertThat(browser.get("/recruiting").body()).contains(posts.getFirst().code());
        var elsewhere = "/recruiting/" + posts.getLast().id();
        assertThat(browser.get(elsewhere).statusCode()).isEqualTo(404);
        assertThat(browser.get("/recruiting/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(selecting.seen(mine, posts.getLast())).as("数据库也不给").isEmpty();
        assertThat(transactions.read(
                        mine.at(), () -> program.getBean(Candidates.class).of(selecting.campaign)))
                .isEmpty();
        assertThat(browser.get("/campaigns/" + selecting.campaign).statusCode()).isEqualTo(403);
        assertThat(readings(people.getFirst())).as("谁看过我的档案").isPositive();
        var first = selecting.seen(mine, posts.getFirst()).getFirst();
        assertThat(selecting.take(mine, posts.getFirst(), first.application())).isEqualTo(new TakeOutcome.NotOpenYet());
        selecting.at(Phase.DECIDING);
        assertThat(selecting.take(other, posts.getFirst(), first.application())).isEqualTo(new TakeOutcome.NotFound());
        assertThat(selecting.take(other, posts.getLast(), first.application()))
                .as("不是申请这个岗位的")
                .isEqualTo(new TakeOutcome.NotFound());
        var taking = browser.post(
                path + "/taking",
                Map.of(
                        "_command",
                        Ids.next().toString(),
                        "_post",
                        mine.at().post().toString(),
                        "application",
                        first.application().toString()));
        assertThat(taking.statusCode()).isEqualTo(303);
        var name = people.stream()
                .filter(one -> one.id().equals(first.candidate()))
                .findFirst()
                .orElseThrow()
                .name();
        assertThat(browser.get(path).body()).contains(name);
        assertThat(signedIn(other).get(elsewhere).body()).doesNotContain(name);
        var number = selecting.gathering.read(selecting.campaign).number();
        assertThat(new Browser(port).get("/sunshine/" + number + "/online").body())
                .contains(
                        first.pseudonym(),
                        "共 2 人：已选定 1 人，还空 1 人",
                        "<a href=\"#taken\">1（第 1 个）</a>",
                        selecting.picks().getLast().chain())
                .doesNotContain("双选甲者");
    }

    private int readings(Candidate who) {
        return selectingJobs()
                .sql(
                        "select count(*) from audit.trail where act = 'ReadRecord' and subject = :person and purpose like '接收单位%'")
                .param("person", who.person())
                .query(Integer.class)
                .single();
    }

    private JdbcClient selectingJobs() {
        return program.getBean("jobJdbc", JdbcClient.class);
    }

    private Browser signedIn(Selecting.Employer one) {
        return Browser.signedIn(port, new Personas.Entry(one.username(), Selecting.PASSWORD, "", "", 3, "单位经办人", ""));
    }

    @Test
    @DisplayName("指定错了的机构，选定开始以前可以撤销，照单位的文录入；没有人能登录的，页上说出来；开始以后不能")
    void aReceiverIsUnnamed() {
        var selecting = new Selecting(program, "双选指定").settled(1, 1, 3, 1, 1);
        selecting.at(Phase.APPLYING);
        var posts = selecting.organs();
        var who = selecting.people().getFirst();
        posts.forEach(one -> selecting.apply(who, one));
        selecting.employer(posts.getFirst());
        selecting.employer(posts.getLast());
        var page = Browser.signedIn(port, TestCounty.ensure(program).get("xian"));
        var path = "/campaigns/" + selecting.campaign + "/online";
        assertThat(page.get(path).body()).contains("1 人申请了岗位", path + "/print").doesNotContain("没有人能登录");
        assertThat(page.get(path + "/print").body())
                .as("数字点开是人，不说申请了哪个岗位")
                .contains(who.name(), who.pseudonym(), "申请了几个岗位")
                .doesNotContain(posts.getFirst().title());
        transactions.write(
                Offices.ADMINISTRATOR,
                () -> program.getBean(Posts.class)
                        .close(
                                selecting.employers.getFirst().at().post(),
                                program.getBean(Divisions.class).today()));
        assertThat(page.get(path).body()).contains("没有人能登录", "撤销指定");
        var credit = posts.getFirst().creditCode();
        assertThat(selecting.name(credit, null)).isEqualTo(new NameReceiver.Outcome.Unnamed(selecting.campaign));
        assertThat(page.get(path).body()).doesNotContain("没有人能登录");
        assertThat(selecting.name(credit, null)).as("没有指定的").isInstanceOf(NameReceiver.Outcome.Wanting.class);
        selecting.at(Phase.DECIDING);
        assertThat(selecting.paper(selecting.gathering.officer, posts.getFirst(), who, "文 1"))
                .as("照单位的文")
                .isInstanceOf(TakeOutcome.Entered.class);
        assertThat(selecting.name(posts.getLast().creditCode(), null)).isEqualTo(new NameReceiver.Outcome.NotNow());
    }
}
