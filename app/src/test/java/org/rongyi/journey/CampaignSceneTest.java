package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.CampaignPlan;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.Gathering;
import org.rongyi.career.campaign.UnitNature;
import org.rongyi.career.campaign.after.IssueLetter;
import org.rongyi.career.campaign.appeal.AskAnotherLook;
import org.rongyi.career.campaign.appeal.DecideAppeal;
import org.rongyi.career.campaign.candidate.CheckGrounds;
import org.rongyi.career.campaign.candidate.RefusalGround;
import org.rongyi.career.campaign.candidate.Refusals;
import org.rongyi.career.campaign.candidate.RefuseForPost;
import org.rongyi.career.campaign.draw.ConfirmSource;
import org.rongyi.career.campaign.draw.EnterSource;
import org.rongyi.career.campaign.draw.OpenDraw;
import org.rongyi.career.campaign.group.ApprovePlan;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.campaign.group.Held;
import org.rongyi.career.campaign.objection.AnswerNoticeObjection;
import org.rongyi.career.campaign.objection.ObjectToNotice;
import org.rongyi.career.campaign.post.CheckPost;
import org.rongyi.career.campaign.post.ReportPost;
import org.rongyi.career.campaign.run.ApproveResult;
import org.rongyi.career.campaign.run.RunCampaign;
import org.rongyi.career.campaign.wish.HandInWishes;
import org.rongyi.career.campaign.wish.Wishing;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.career.reception.Handed;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.act.Act.Outcome;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.Objection;
import org.rongyi.platform.kernel.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** One campaign of the small county from the plan to the letters: what the office, a veteran and the street have before them. */
@RongyiTest
@Tag("browser")
@DisplayName("一次安置活动从方案到介绍信，办事的人、本人和路人看到的每一页都无障碍、不比屏幕宽")
class CampaignSceneTest {

    private static final List<String> NAMES = List.of(
            "陈志强", "李国华", "黄伟明", "梁永康", "何家荣", "张海涛", "林文辉", "吴德胜", "罗启明", "郑卫东", "谢广生", "潘耀祖", "邓小勇", "冯天佑", "曾庆祥",
            "彭立新", "萧俊杰", "蔡旭东", "潘志豪", "司徒振邦", "欧阳建国");

    private static final List<String> UNITS =
            List.of("四会市自来水公司", "四会市城市建设投资集团有限公司", "四会市公路养护中心", "四会市不动产登记中心（四会市土地储备中心）", "四会市图书馆");

    private static final List<String> TITLES = List.of("设备运行维护", "综合管理", "养护管理", "档案管理和窗口受理", "安全保卫");

    private static final List<String> CONDITIONS =
            List.of("不限", "高中以上文化程度，能倒班", "高中以上文化程度，有 B2 以上驾驶证，能适应野外作业", "大专以上文化程度，文秘、档案、计算机类专业，会用常用办公软件");

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();
    private Gathering gathering;
    private Sight sight;
    private UUID campaign;
    private String path;

    @BeforeEach
    void county() {
        personas = TestCounty.ensure(program);
        gathering = new Gathering(program);
        sight = new Sight(program, port, "CampaignSceneTest");
    }

    @AfterEach
    void goHome() {
        sight.close();
    }

    @Test
    @DisplayName("方案、岗位、参加人、专项小组、公示、异议、复核、封存、抽签、运行、结果、介绍信")
    void fromThePlanToTheLetter() {
        campaign = gathering.drafted(gathering.plan("2026 年第一批符合政府安排工作条件退役士兵安置"));
        path = "/campaigns/" + campaign;
        var officer = sight.of(of("xian"));
        var chief = sight.of(of("juzhang"));
        drafted(officer, chief);
        onNotice(officer, chief);
        wishes(officer);
        drawn(officer);
        followed(officer, chief);
        unitsRank(officer);
        assertThat(sight.barriers()).isEmpty();
    }

    private void drafted(Page officer, Page chief) {
        for (var list : List.of("posts", "candidates", "group", "objections")) {
            sight.again(officer, path + "/" + list, list + "-empty");
        }
        var posts = new ArrayList<UUID>();
        for (int i = 0; i < 21; i++) {
            posts.add(post(i));
        }
        sight.see(officer, path + "/posts/new", "post-new");
        var colleague = sight.of(of("chuna"));
        sight.see(colleague, path + "/posts", "posts");
        sight.see(colleague, path + "/posts/" + posts.get(3), "post");
        posts.forEach(one -> assertThat(gathering.check(gathering.colleague, campaign, one))
                .isInstanceOf(CheckPost.Outcome.Checked.class));
        var receptions = new ArrayList<UUID>();
        for (int i = 0; i < NAMES.size(); i++) {
            receptions.add(gathering.settled(NAMES.get(i), i % 9 + 1));
        }
        sight.see(officer, path + "/candidates/waiting", "waiting");
        sight.see(officer, path + "/candidates/new?reception=" + receptions.getFirst(), "candidate-new");
        assertThat(gathering.add(campaign, receptions.toArray(UUID[]::new))).isInstanceOf(Outcome.Done.class);
        sight.see(officer, path + "/candidates", "candidates");
        sight.see(officer, path, "campaign-draft");
        var group = gathering.group(campaign, Attendance.PRESENT, Attendance.PRESENT, Attendance.PRESENT);
        sight.see(chief, path + "/group", "group");
        assertThat(gathering.approve(gathering.chief, campaign, group))
                .isInstanceOf(ApprovePlan.Outcome.Approved.class);
        sight.again(chief, path + "/group", "group-held");
    }

    /** A unit's, with a name as long as they get. */
    private UUID post(int i) {
        int unit = i % UNITS.size();
        var stem = "9144128%010d".formatted(4_400 + unit);
        var officer = gathering.officer;
        var details = new ReportPost.Details(
                UNITS.get(unit),
                stem + CreditCode.checkCharacter(stem),
                unit < 2 ? UnitNature.STATE_ENTERPRISE : UnitNature.INSTITUTION,
                TITLES.get((i + i / 5) % TITLES.size()),
                officer.unitCode(),
                1 + i % 3,
                0,
                CONDITIONS.get(i % CONDITIONS.size()),
                List.of(),
                "关于报送安置岗位的函〔2026〕" + (1 + unit) + " 号");
        var outcome = gathering.perform(
                officer, ReportPost.class, new ReportPost.Command(CommandId.fresh(officer), campaign, details));
        return ((ReportPost.Outcome.Reported) outcome).subject();
    }

    private void onNotice(Page officer, Page chief) {
        var number = gathering.read(campaign).number();
        var street = sight.ofAnybody();
        sight.see(street, "/sunshine/" + number + "/posts", "street-posts");
        sight.see(street, "/sunshine/" + number + "/scores", "street-scores");
        sight.see(street, "/sunshine/" + number + "/objection", "street-objection");
        sight.again(officer, path, "campaign-notice");
        appealed(officer, chief);
        var objections = new ArrayList<UUID>();
        for (int i = 0; i < 21; i++) {
            var by = new Objection.Objector(NAMES.get(20 - i), "1380000%04d".formatted(i));
            var command = new ObjectToNotice.Command(
                    CommandId.fresh(gathering.officer), number, by, "他 2012 年在连队没有立过三等功，同年兵都知道；请查奖励登记表的原件，不要只看复印件");
            var outcome = gathering.perform(gathering.officer, ObjectToNotice.class, command);
            objections.add(((ObjectToNotice.Outcome.Raised) outcome).subject());
        }
        sight.see(officer, path + "/objections/" + objections.getFirst(), "objection");
        for (var one : objections) {
            var command = new AnswerNoticeObjection.Command(
                    CommandId.fresh(gathering.officer),
                    campaign,
                    one,
                    Objection.Ruling.REJECTED,
                    "已向原部队政治机关核实，奖励登记表原件在档案第 32 页，立功属实",
                    "");
            assertThat(gathering.perform(gathering.officer, AnswerNoticeObjection.class, command))
                    .isInstanceOf(AnswerNoticeObjection.Outcome.Answered.class);
            if (one.equals(objections.get(12))) {
                sight.see(officer, path + "/objections", "objections");
            }
        }
    }

    private void appealed(Page officer, Page chief) {
        var whom = people().getLast();
        var posts = gathering.posts(campaign);
        for (var post : List.of(posts.get(3), posts.get(8))) {
            var refuse = new RefuseForPost.Command(
                    CommandId.fresh(gathering.officer),
                    campaign,
                    whom.id(),
                    post.id(),
                    RefusalGround.CONDITIONS,
                    "要求大专以上文化程度、文秘档案类专业，本人高中毕业，没有相应的证书");
            assertThat(gathering.perform(gathering.officer, RefuseForPost.class, refuse))
                    .isInstanceOf(RefuseForPost.Outcome.RefusedFor.class);
        }
        sight.see(officer, path + "/candidates/" + whom.id(), "candidate");
        assertThat(gathering.perform(
                        gathering.colleague,
                        CheckGrounds.class,
                        gathering.checking(gathering.colleague, campaign, whom.id())))
                .isInstanceOf(CheckGrounds.Outcome.Checked.class);
        var village = TestCounty.office(program, "cun").unitCode();
        var own = sight.of(TestCounty.himself(program, whom.person(), whom.name(), village));
        sight.see(own, "/me/campaigns/" + campaign + "/refusals", "own-refusals");
        var refusal = transactions
                .read(gathering.officer, () -> program.getBean(Refusals.class).of(campaign))
                .getFirst()
                .id();
        var himself = new Handed(program).himself(whom.person());
        var ask = new AskAnotherLook.Command(
                CommandId.fresh(himself), whom.id(), refusal, "我 2024 年在省开放大学读完了大专，毕业证书上个月才拿到，原件可以带来");
        assertThat(gathering.perform(himself, AskAnotherLook.class, ask))
                .isInstanceOf(AskAnotherLook.Outcome.Asked.class);
        sight.see(chief, path + "/candidates/" + whom.id() + "/appeals", "appeals");
        var answer = new DecideAppeal.Command(
                CommandId.fresh(gathering.chief), campaign, refusal, true, "毕业证书是公示以后才发的，不在报名的时候");
        assertThat(gathering.perform(gathering.chief, DecideAppeal.class, answer))
                .isInstanceOf(DecideAppeal.Outcome.Decided.class);
        sight.again(own, "/me/campaigns/" + campaign + "/refusals", "own-refusals-answered");
    }

    private void wishes(Page officer) {
        sight.again(officer, path + "/draw", "draw-notice");
        gathering.settle(campaign);
        officer.navigate(path + "/seal");
        var trustees = List.of("梁志强", "四会市纪委监委", "何丽华", "广东省四会市公证处", "黄建国", "四会市人力资源和社会保障局");
        for (int i = 0; i < 3; i++) {
            officer.fill("input[name=name" + (i + 1) + "]", trustees.get(2 * i));
            officer.fill("input[name=body" + (i + 1) + "]", trustees.get(2 * i + 1));
        }
        Chromium.press(officer, "制作密钥");
        sight.see(officer, "shares");
        sight.again(officer, path + "/seal", "seal-made");
        var wishing = new Wishing(program, gathering, campaign).sealed();
        for (var who : people().subList(0, 12)) {
            assertThat(wishing.handIn(who, "P001", "P004", "P009")).isInstanceOf(HandInWishes.Outcome.HandedIn.class);
        }
        sight.see(officer, path + "/seal", "seal");
        gathering.past(campaign);
        sight.again(officer, path + "/seal", "seal-closed");
        sight.see(officer, path + "/draw", "draw");
        for (int position = 1; position <= 2; position++) {
            var value = position == 1 ? "03 08 11 17 24 30 + 09" : "10853.17";
            gathering.perform(
                    gathering.officer,
                    EnterSource.class,
                    new EnterSource.Command(CommandId.fresh(gathering.officer), campaign, position, value, "官方网站当日公告"));
            gathering.perform(
                    gathering.colleague,
                    ConfirmSource.class,
                    new ConfirmSource.Command(CommandId.fresh(gathering.colleague), campaign, position, value));
        }
        wishing.open(wishing.made.shares().get(0), wishing.made.shares().get(2));
        sight.again(officer, path + "/seal", "seal-opened");
    }

    private void drawn(Page officer) {
        assertThat(gathering.perform(
                        gathering.officer,
                        OpenDraw.class,
                        new OpenDraw.Command(CommandId.fresh(gathering.officer), campaign)))
                .isEqualTo(new OpenDraw.Outcome.Opened(campaign));
        sight.again(officer, path + "/draw", "draw-opened");
        sight.again(officer, path + "/result", "result-before");
        assertThat(gathering.run(campaign)).isInstanceOf(RunCampaign.Outcome.Ran.class);
    }

    private void followed(Page officer, Page chief) {
        sight.see(chief, path + "/result", "result");
        var members = gathering
                .jobs()
                .sql("select id from campaign.member where campaign_id = :id")
                .param("id", campaign)
                .query(UUID.class)
                .stream()
                .collect(java.util.stream.Collectors.toMap(id -> id, id -> Attendance.PRESENT));
        var held = new Held(new Handed(program).today, "四安组纪〔2026〕2 号", members);
        assertThat(gathering.perform(
                        gathering.chief,
                        ApproveResult.class,
                        new ApproveResult.Command(CommandId.fresh(gathering.chief), campaign, held)))
                .isInstanceOf(ApproveResult.Outcome.Approved.class);
        sight.see(sight.ofAnybody(), "/sunshine/" + gathering.read(campaign).number() + "/results", "street-results");
        for (var sql : List.of(
                "update campaign.run set shown_until = :until where campaign_id = :id",
                "update campaign.result_notice set to_on = :until where campaign_id = :id")) {
            gathering
                    .jobs()
                    .sql(sql)
                    .param("until", new Handed(program).today.minusDays(1))
                    .param("id", campaign)
                    .update();
        }
        UUID letter = null;
        for (var who : people().subList(0, 3)) {
            var issue = new IssueLetter.Command(CommandId.fresh(gathering.officer), campaign, who.id());
            var outcome = gathering.perform(gathering.officer, IssueLetter.class, issue);
            letter = ((IssueLetter.Outcome.Issued) outcome).subject();
        }
        sight.see(officer, path + "/followup", "followup");
        sight.see(officer, path + "/followup/" + letter, "letter");
        gathering
                .jobs()
                .sql("update campaign.campaign set corrected_after = 1, corrected_why = '嘉奖重复登记，逐人书面决定' where id = :id")
                .param("id", campaign)
                .update();
        sight.see(sight.of(Objects.requireNonNull(personas.get("juzhang"))), path + "/followup/moves", "moves");
        sight.again(officer, path, "campaign-result");
    }

    /** 双向选择: another campaign, whose units put people in order. */
    private void unitsRank(Page officer) {
        var plan = gathering.plan("2026 年转业军官双向选择");
        var ranked = gathering.drafted(new CampaignPlan(
                plan.title(),
                List.of(Way.TWO_SIDED),
                plan.ties(),
                plan.priority(),
                plan.least(),
                plan.most(),
                plan.noticeDays(),
                plan.opens(),
                plan.closes(),
                plan.silent(),
                plan.sources()));
        var wishing = new Wishing(program, gathering, ranked).posts(1);
        for (int i = 0; i < 5; i++) {
            wishing.candidate("单" + NAMES.get(i), "6" + i, i);
        }
        wishing.stage("WISHES", Duration.ofDays(1));
        var post = gathering.posts(ranked).getFirst().id();
        sight.see(officer, "/campaigns/" + ranked + "/posts/" + post + "/ranking", "ranking");
    }

    private List<Candidate> people() {
        return transactions.read(
                gathering.officer, () -> program.getBean(Candidates.class).of(campaign));
    }

    private Personas.Entry of(String username) {
        return Objects.requireNonNull(personas.get(username));
    }
}
