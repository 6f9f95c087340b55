package org.rongyi.career.campaign.direct;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.CampaignPlan;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.Gathering;
import org.rongyi.career.campaign.after.IssueLetter;
import org.rongyi.career.campaign.after.MoveByDecision;
import org.rongyi.career.campaign.candidate.AddCandidates;
import org.rongyi.career.campaign.candidate.DropCandidate;
import org.rongyi.career.campaign.candidate.RefusalGround;
import org.rongyi.career.campaign.candidate.RefuseForPost;
import org.rongyi.career.campaign.draw.ConfirmSource;
import org.rongyi.career.campaign.draw.EndNotice;
import org.rongyi.career.campaign.draw.EnterSource;
import org.rongyi.career.campaign.draw.OpenDraw;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.campaign.group.Held;
import org.rongyi.career.campaign.run.ApproveResult;
import org.rongyi.career.campaign.run.RunCampaign;
import org.rongyi.career.campaign.run.Runs;
import org.rongyi.career.campaign.slip.Slip;
import org.rongyi.career.campaign.slip.Slips;
import org.rongyi.career.campaign.wish.HandInWishes;
import org.rongyi.career.campaign.wish.Wishing;
import org.rongyi.career.placement.allocation.SecondOpinion;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.career.reception.Handed;
import org.rongyi.demo.TestCounty;
import org.rongyi.network.oversight.FoundByPerson;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("直通安置：只在试点；先公开招人，人人可报，资格审查、两人核对意向、公示、异议，再由没有经手的负责人确定")
class DirectTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String> CHECKS = List.of("WAITING", "FILE", "CONDITIONS", "RELATIVES");

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @LocalServerPort
    private int port;

    private Gathering gathering;
    private UUID campaign;
    private UUID post;
    private UUID small;
    private Map<UUID, Attendance> group;
    private Map<String, Candidate> people;

    /** A campaign of the province: two posts, of two seats and of one; three people; on notice. */
    @BeforeEach
    void onNotice() {
        gathering = Gathering.ofTheProvince(program);
        campaign = gathering.drafted(plan(gathering));
        post = gathering.checked(campaign, "水质化验", 2);
        small = gathering.checked(campaign, "收费管理", 1);
        gathering.add(campaign, gathering.settled("直一", 6), gathering.settled("直二", 4), gathering.settled("直三", 2));
        group = gathering.group(campaign, Attendance.PRESENT, Attendance.PRESENT, Attendance.PRESENT);
        gathering.approve(gathering.chief, campaign, group);
        people = read();
    }

    /** Who takes part, by name. */
    private Map<String, Candidate> read() {
        return transactions
                .read(gathering.officer, () -> program.getBean(Candidates.class).of(campaign))
                .stream()
                .filter(Candidate::takesPart)
                .collect(Collectors.toMap(Candidate::name, one -> one));
    }

    private static CampaignPlan plan(Gathering gathering) {
        var plan = gathering.plan("直通安置的活动");
        return new CampaignPlan(
                plan.title(),
                List.of(Way.BY_SCORE),
                plan.ties(),
                plan.priority(),
                plan.least(),
                plan.most(),
                plan.noticeDays(),
                gathering.now.plus(Duration.ofDays(25)),
                gathering.now.plus(Duration.ofDays(30)),
                plan.silent(),
                plan.sources());
    }

    @Test
    @DisplayName("不在试点的县不能办，说明现在哪里试点；试点里方案审定以前也不能招")
    void onlyInThePilots() {
        var county = new Gathering(program);
        var other = county.drafted(plan(county));
        var there = county.checked(other, "水质化验", 1);
        county.add(other, county.settled("县一", 3));
        assertThat(call(county, other, there, 1)).as("没有公布的岗位").isEqualTo(new CallDirect.Outcome.NotFound());
        county.approve(
                county.chief, other, county.group(other, Attendance.PRESENT, Attendance.PRESENT, Attendance.PRESENT));
        assertThat(call(county, other, there, 1)).isEqualTo(new CallDirect.Outcome.NoPilot("省直、广州、深圳、惠州"));
        var page = Browser.signedIn(port, TestCounty.ensure(program).get("xian"));
        assertThat(page.get("/campaigns/" + other + "/direct").body()).contains("不在试点里");
        assertThat(page.get("/campaigns/" + other).body()).doesNotContain("/campaigns/" + other + "/direct");
    }

    @Test
    @DisplayName("招的人数不超过岗位的，期限不短于规定的工作日，也不晚到填报志愿以后")
    void aCallIsWithinThePost() {
        assertThat(call(gathering, campaign, post, 3)).isInstanceOf(CallDirect.Outcome.Wanting.class);
        assertThat(call(2, 2)).isInstanceOf(CallDirect.Outcome.Wanting.class);
        assertThat(call(2, 40))
                .isInstanceOfSatisfying(
                        CallDirect.Outcome.Wanting.class,
                        wanting -> assertThat(wanting.why()).containsAnyOf("来不及", "工作日历还没有载入"));
        assertThat(call(2, 5)).isInstanceOf(CallDirect.Outcome.Called.class);
        assertThat(call(1, 5)).as("位子都招着").isInstanceOf(CallDirect.Outcome.Wanting.class);
    }

    @Test
    @DisplayName("没有公开招人的不能报、不能有意向；招人没有满期、没有审查的，不能录入意向")
    void nothingWithoutAPublicCall() {
        var none = new ApplyDirect.Command(CommandId.fresh(gathering.officer), UUID.randomUUID(), of("直一").id());
        assertThat(gathering.perform(gathering.officer, ApplyDirect.class, none))
                .isEqualTo(new ApplyDirect.Outcome.NotFound());
        var call = called(1);
        var one = applied(call, "直一");
        assertThat(agree(one)).isEqualTo(new AgreeDirect.Outcome.NotExamined());
        assertThat(apply(gathering.officer, call, "直一")).isEqualTo(new ApplyDirect.Outcome.AlreadyApplied());
        assertThat(examine(one, List.of("FILE"), null)).isInstanceOf(ExamineDirect.Outcome.Wanting.class);
        assertThat(examine(one, CHECKS, null)).isInstanceOf(ExamineDirect.Outcome.Passed.class);
        assertThat(agree(one)).isEqualTo(new AgreeDirect.Outcome.CallNotOver());
        over(call);
        assertThat(apply(gathering.officer, call, "直二")).isEqualTo(new ApplyDirect.Outcome.CallOver());
        assertThat(agree(one)).isInstanceOf(AgreeDirect.Outcome.Agreed.class);
    }

    @Test
    @DisplayName("本人在手机上报名、看到审查不通过的原因；资格审查不通过的岗位报不了；别人的办不了；撤回要写原因")
    void heAppliesHimself() {
        var call = called(2);
        var self = himself("直一");
        assertThat(apply(self, call, "直二")).isEqualTo(new ApplyDirect.Outcome.NotFound());
        var own = ((ApplyDirect.Outcome.Applied) apply(self, call, "直一")).subject();
        var refuse = new RefuseForPost.Command(
                CommandId.fresh(gathering.officer),
                campaign,
                of("直三").id(),
                post,
                RefusalGround.RELATIVES,
                "LINEAL",
                "父亲在这个单位");
        assertThat(gathering.perform(gathering.officer, RefuseForPost.class, refuse))
                .isInstanceOf(RefuseForPost.Outcome.RefusedFor.class);
        assertThat(apply(himself("直三"), call, "直三"))
                .isEqualTo(new ApplyDirect.Outcome.NotQualified("亲属回避，直系血亲关系（公务员法（2018 年修订） 第七十四条）：父亲在这个单位"));
        var other = applied(call, "直二");
        assertThat(examine(other, List.of(), RefusalGround.CONDITIONS))
                .isEqualTo(new ExamineDirect.Outcome.NotPassed(other));
        var seen = transactions.read(
                himself("直二"), () -> program.getBean(DirectApplications.class).of(campaign));
        assertThat(seen).extracting(DirectApplications.Application::name).containsExactly("直二");
        assertThat(seen.getFirst().state()).isEqualTo(DirectState.REFUSED);
        assertThat(withdraw(himself("直二"), own, "不要了")).isEqualTo(new WithdrawDirect.Outcome.NotFound());
        assertThat(withdraw(self, own, " ")).isInstanceOf(WithdrawDirect.Outcome.Wanting.class);
        assertThat(withdraw(self, own, "另有打算")).isEqualTo(new WithdrawDirect.Outcome.Withdrawn(own));
        assertThat(withdraw(self, own, "另有打算")).isEqualTo(new WithdrawDirect.Outcome.NotNow());
    }

    @Test
    @DisplayName("资格审查不通过按这里的规定：亲属回避要选明关系；学历没有认证也登记得了，本人看得到哪个文件")
    void refusedByTheRulesOfThePlace() {
        var call = called(2);
        var one = applied(call, "直一");
        var page = Browser.signedIn(port, TestCounty.ensure(program).get("sheng"))
                .get("/campaigns/" + campaign + "/direct/" + one)
                .body();
        assertThat(page).contains("学历、学位没有认证", "没有岗位要求的法律职业资格", "三代以内旁系血亲关系");
        assertThat(examine(one, List.of(), RefusalGround.RELATIVES))
                .isInstanceOfSatisfying(
                        ExamineDirect.Outcome.Wanting.class,
                        wanting -> assertThat(wanting.field()).isEqualTo("relation"));
        assertThat(examine(one, List.of(), RefusalGround.DEGREE)).isEqualTo(new ExamineDirect.Outcome.NotPassed(one));
        var two = applied(call, "直二");
        assertThat(examine(two, RefusalGround.LICENCE, null)).isEqualTo(new ExamineDirect.Outcome.NotPassed(two));
        var three = applied(call, "直三");
        assertThat(examine(three, RefusalGround.RELATIVES, "SPOUSE"))
                .isEqualTo(new ExamineDirect.Outcome.NotPassed(three));
        assertThat(refusal("直一")).startsWith("学历、学位没有认证（济南市 2024 年").endsWith("：要求本科，本人大专");
        assertThat(refusal("直三")).startsWith("亲属回避，夫妻关系（公务员法（2018 年修订） 第七十四条）");
    }

    private String refusal(String name) {
        return transactions.read(
                himself(name),
                () -> Objects.requireNonNull(program.getBean(DirectApplications.class)
                        .of(campaign)
                        .getFirst()
                        .refusal()));
    }

    private ExamineDirect.Outcome examine(UUID one, RefusalGround ground, @Nullable String relation) {
        var officer = gathering.officer;
        return gathering.perform(
                officer,
                ExamineDirect.class,
                new ExamineDirect.Command(CommandId.fresh(officer), one, List.of(), ground, relation, "要求本科，本人大专"));
    }

    @Test
    @DisplayName("意向不超过招的人数，一人只有一个；录入的人不能自己核对")
    void neverMoreThanCalledFor() {
        var call = called(1);
        var one = passed(call, "直一");
        var two = passed(call, "直二");
        over(call);
        assertThat(agree(one)).isInstanceOf(AgreeDirect.Outcome.Agreed.class);
        assertThat(agree(two)).isEqualTo(new AgreeDirect.Outcome.NoSeat());
        assertThat(confirm(gathering.officer, one)).isEqualTo(new ConfirmDirect.Outcome.SamePerson());
        assertThat(confirm(gathering.colleague, one)).isInstanceOf(ConfirmDirect.Outcome.Confirmed.class);
        var second = called(1);
        var again = passed(second, "直一");
        over(second);
        assertThat(agree(again)).isEqualTo(new AgreeDirect.Outcome.AlreadyAgreed());
        var withdrawn = new WithdrawDirect.Command(CommandId.fresh(gathering.officer), one, DirectSide.UNIT, "单位改了主意");
        assertThat(gathering.perform(gathering.officer, WithdrawDirect.class, withdrawn))
                .isInstanceOf(WithdrawDirect.Outcome.Withdrawn.class);
        assertThat(agree(two)).isInstanceOf(AgreeDirect.Outcome.Agreed.class);
    }

    @Test
    @DisplayName("一个位子不给两个人：前一次招人没有意向、又招了一次的，两次合起来不超过岗位的位子；确定的时候再数一遍")
    void oneSeatIsNotForTwo() {
        var call = called(small, 1);
        var one = passed(call, "直一");
        over(call);
        var second = called(small, 1);
        var two = passed(second, "直二");
        assertThat(agree(one)).as("位子又招着").isEqualTo(new AgreeDirect.Outcome.NoSeat());
        over(second);
        assertThat(agree(two)).isInstanceOf(AgreeDirect.Outcome.Agreed.class);
        assertThat(agree(two)).as("核对以前可以重录").isInstanceOf(AgreeDirect.Outcome.Agreed.class);
        assertThat(agree(one)).as("位子给了后一次的").isEqualTo(new AgreeDirect.Outcome.NoSeat());
        confirm(gathering.colleague, two);
        shown(two);
        var other = called(1);
        var three = passed(other, "直三");
        over(other);
        agree(three);
        confirm(gathering.colleague, three);
        shown(three);
        gathering
                .jobs()
                .sql("update campaign.direct_call set post_id = :post where id = :id")
                .param("post", small)
                .param("id", other)
                .update();
        var deputy = TestCounty.besides(program, gathering.chief, Role.LEADER);
        assertThat(settle(deputy, two)).isEqualTo(new SettleDirect.Outcome.Settled(two));
        assertThat(settle(deputy, three)).isEqualTo(new SettleDirect.Outcome.NoSeat());
    }

    @Test
    @DisplayName("确定以后不能再登记这个岗位资格审查不通过；万一有了，公示结束以前就说出来，不等到运行")
    void whoHasAPostIsNotRefusedForIt() {
        var call = called(1);
        var one = passed(call, "直一");
        over(call);
        agree(one);
        confirm(gathering.colleague, one);
        shown(one);
        settle(TestCounty.besides(program, gathering.chief, Role.LEADER), one);
        assertThat(refuse(post)).isEqualTo(new RefuseForPost.Outcome.HasIt());
        assertThat(refuse(small)).as("别的岗位").isInstanceOf(RefuseForPost.Outcome.RefusedFor.class);
        gathering
                .jobs()
                .sql("update campaign.refusal set post_id = :post where campaign_id = :campaign")
                .param("post", post)
                .param("campaign", campaign)
                .update();
        assertThat(end())
                .isInstanceOfSatisfying(
                        EndNotice.Outcome.StillOpen.class,
                        open -> assertThat(open.reasons())
                                .anyMatch(why -> why.contains("直一报岗位 P001") && why.contains("资格审查没有通过")));
    }

    @Test
    @DisplayName("撤出参加人的，公示跟着下来；又接进来的，从前报的名、有过的意向都不挡他；撤回的只公示哪一方，不公示为什么")
    void whoLeftIsNotShownAndStartsAnew() {
        var call = called(1);
        var one = passed(call, "直一");
        over(call);
        agree(one);
        confirm(gathering.colleague, one);
        var page = "/sunshine/" + gathering.read(campaign).number();
        assertThat(new Browser(port).get(page).body()).contains("专业对口");
        droppedAndTakenAgain("直一");
        assertThat(new Browser(port).get(page).body()).doesNotContain("专业对口");
        var second = called(1);
        applied(second, "直一");
        droppedAndTakenAgain("直一");
        var again = passed(second, "直一");
        over(second);
        assertThat(agree(again)).isInstanceOf(AgreeDirect.Outcome.Agreed.class);
        confirm(gathering.colleague, again);
        assertThat(withdraw(himself("直一"), again, "回家照顾生病的父亲")).isEqualTo(new WithdrawDirect.Outcome.Withdrawn(again));
        assertThat(new Browser(port).get(page).body()).contains("已经撤掉：本人撤回").doesNotContain("生病的父亲");
    }

    private void droppedAndTakenAgain(String name) {
        var officer = gathering.officer;
        var drop = new DropCandidate.Command(CommandId.fresh(officer), campaign, of(name).id(), "先去读书");
        assertThat(gathering.perform(officer, DropCandidate.class, drop))
                .isInstanceOf(DropCandidate.Outcome.Dropped.class);
        assertThat(gathering.add(campaign, of(name).reception()))
                .isEqualTo(new AddCandidates.Outcome.Added(campaign, 1, ""));
        people = read();
    }

    private RefuseForPost.Outcome refuse(UUID where) {
        var officer = gathering.officer;
        return gathering.perform(
                officer,
                RefuseForPost.class,
                new RefuseForPost.Command(
                        CommandId.fresh(officer),
                        campaign,
                        of("直一").id(),
                        where,
                        RefusalGround.RELATIVES,
                        "LINEAL",
                        "父亲在这个单位"));
    }

    @Test
    @DisplayName("公示盖住姓名的一部分，谁都看得到；还空的位子减去留着的；异议没有答复、公示没有满期、经手的人，都不能确定")
    void shownAndObjectedToAndSettled() {
        var call = called(1);
        var one = passed(call, "直一");
        passed(call, "直二");
        over(call);
        agree(one);
        confirm(gathering.colleague, one);
        var number = gathering.read(campaign).number();
        var page = new Browser(port).get("/sunshine/" + number).body();
        assertThat(page)
                .contains("直*", "专业对口", "省直试点", "招 3 人 = 已有人选 0 + 按意向留着 1 + 还空 2")
                .doesNotContain("意向公示</h2>");
        assertThat(settle(gathering.chief, one)).isEqualTo(new SettleDirect.Outcome.TooEarly());
        var objection = new ObjectDirect.Command(CommandId.fresh(gathering.officer), one, "匿名", "是单位领导的亲戚");
        var raised = gathering.perform(gathering.officer, ObjectDirect.class, objection);
        assertThat(raised).isInstanceOf(ObjectDirect.Outcome.Taken.class);
        assertThat(FoundByPerson.records(program, gathering.officer, of("直一").person()))
                .as("按他的姓名查留痕：报名，和对他的异议")
                .contains(one, ((ObjectDirect.Outcome.Taken) raised).subject());
        assertThat(gathering
                        .jobs()
                        .sql("""
                                select count(*) from campaign.direct_objection o
                                where o.application_id = :id
                                    and position(convert_to('领导的亲戚', 'UTF8') in o.words_sealed) = 0
                                    and position(convert_to('匿名', 'UTF8') in o.whose_sealed) = 0
                                """)
                        .param("id", one)
                        .query(Integer.class)
                        .single())
                .as("谁提的、说了什么，加密存着")
                .isEqualTo(1);
        assertThat(Browser.signedIn(port, TestCounty.ensure(program).get("sheng"))
                        .get("/campaigns/" + campaign + "/direct/" + one)
                        .body())
                .contains("是单位领导的亲戚");
        shown(one);
        assertThat(settle(gathering.chief, one)).isEqualTo(new SettleDirect.Outcome.ObjectionOpen());
        var subject = ((ObjectDirect.Outcome.Taken) raised).subject();
        assertThat(answer(gathering.officer, subject, false)).isEqualTo(new AnswerDirect.Outcome.SamePerson());
        assertThat(answer(gathering.colleague, subject, false)).isInstanceOf(AnswerDirect.Outcome.Answered.class);
        var deputy = TestCounty.besides(program, gathering.chief, Role.LEADER);
        assertThat(end())
                .isInstanceOfSatisfying(
                        EndNotice.Outcome.StillOpen.class,
                        open -> assertThat(open.reasons()).anyMatch(why -> why.contains("直一") && why.contains("意向")));
        assertThat(settle(deputy, one)).isEqualTo(new SettleDirect.Outcome.Settled(one));
        assertThat(withdraw(himself("直一"), one, "不要了")).isEqualTo(new WithdrawDirect.Outcome.NotNow());
        assertThat(new Browser(port).get("/sunshine/" + number).body()).contains("招 3 人 = 已有人选 1（其中直通安置 1） + 还空 2");
    }

    @Test
    @DisplayName("审查、录入、核对过的负责人不能确定；异议成立的意向就撤了")
    void theMakerIsNotTheSettler() {
        var call = called(2);
        var one = passed(call, "直一");
        var two = passed(call, "直二");
        over(call);
        agree(one);
        confirm(gathering.chief, one);
        agree(two);
        confirm(gathering.colleague, two);
        var objection = new ObjectDirect.Command(CommandId.fresh(gathering.officer), two, "张三", "学历不实");
        var raised = (ObjectDirect.Outcome.Taken) gathering.perform(gathering.officer, ObjectDirect.class, objection);
        shown(one);
        shown(two);
        assertThat(settle(gathering.chief, one)).isEqualTo(new SettleDirect.Outcome.SamePerson());
        answer(gathering.chief, raised.subject(), true);
        assertThat(settle(gathering.chief, two)).isEqualTo(new SettleDirect.Outcome.NotNow());
        assertThat(state(two)).isEqualTo(DirectState.WITHDRAWN);
    }

    @Test
    @DisplayName("定名单时和名单一起封定：不能再填志愿，位子先扣，运行一次，第二份实现认；结果、凭单、岗位都另外写出直通安置")
    void frozenWithTheListAndRun() throws Exception {
        var call = called(1);
        var one = passed(call, "直一");
        over(call);
        agree(one);
        confirm(gathering.colleague, one);
        shown(one);
        assertThat(settle(TestCounty.besides(program, gathering.chief, Role.LEADER), one))
                .isInstanceOf(SettleDirect.Outcome.Settled.class);
        assertThat(end()).isInstanceOf(EndNotice.Outcome.Ended.class);
        var wishing = new Wishing(program, gathering, campaign).sealed();
        assertThat(wishing.handIn(of("直一"), "P001")).isEqualTo(new HandInWishes.Outcome.SettledDirectly());
        assertThat(wishing.handIn(of("直二"), "P001", "P002")).isInstanceOf(HandInWishes.Outcome.HandedIn.class);
        assertThat(wishing.handIn(of("直三"), "P001", "P002")).isInstanceOf(HandInWishes.Outcome.HandedIn.class);
        ran(wishing);
        var result = transactions.read(gathering.officer, () -> {
            var runs = program.getBean(Runs.class);
            var run = runs.valid(campaign).orElseThrow().id();
            return Map.of("full", runs.file(run), "public", runs.shown(run));
        });
        var second = new SecondOpinion();
        assertThat(second.objection(Map.of("file", result.get("full")))).isEmpty();
        assertThat(second.objection(Map.of("--public", result.get("public")))).isEmpty();
        assertThat(new String(result.get("full"), StandardCharsets.UTF_8))
                .contains("\"direct\":{\"pilot\":\"省直\",\"name\":\"直通安置\"", "专业对口，在部队做过水质化验");
        var placed = transactions
                .read(gathering.officer, () -> {
                    var runs = program.getBean(Runs.class);
                    return runs.placed(runs.valid(campaign).orElseThrow().id());
                })
                .stream()
                .collect(Collectors.toMap(Runs.Placed::name, each -> each));
        assertThat(placed.get("直一").round()).isZero();
        assertThat(placed.get("直一").post()).isEqualTo(post);
        assertThat(placed.get("直二").post()).as("两个位子还有一个").isEqualTo(post);
        assertThat(placed.get("直三").post()).isNotEqualTo(post).isNotNull();
        var officer = Browser.signedIn(port, TestCounty.ensure(program).get("sheng"));
        assertThat(officer.get("/campaigns/" + campaign + "/result").body())
                .contains("招 3 人 = 已有人选 3（其中直通安置 1） + 还空 0");
        assertThat(officer.get("/campaigns/" + campaign + "/direct/print").body())
                .contains("直一", "专业对口，在部队做过水质化验");
        assertThat(officer.get("/campaigns/" + campaign + "/direct/export.xlsx").statusCode())
                .isEqualTo(200);
        followed();
    }

    /** He reads why, and his letter is like everybody's. */
    private void followed() {
        var chief = gathering.chief;
        var held = new Held(LocalDate.ofInstant(gathering.now, ZONE), "安置纪要〔2026〕2 号", group);
        assertThat(gathering.perform(
                        chief, ApproveResult.class, new ApproveResult.Command(CommandId.fresh(chief), campaign, held)))
                .isInstanceOf(ApproveResult.Outcome.Approved.class);
        var whom = of("直一");
        var slip = transactions.read(
                himself("直一"),
                () -> program.getBean(Slips.class).own(campaign, whom.person()).orElseThrow());
        assertThat(Slip.read(slip.bytes(), Map.of()).direct()).isEqualTo("专业对口，在部队做过水质化验");
        assertThat(new Browser(port)
                        .get("/sunshine/" + gathering.read(campaign).number())
                        .body())
                .contains("招 3 人 = 已有人选 3（其中直通安置 1） + 还空 0");
        gathering
                .jobs()
                .sql("update campaign.run set shown_until = shown_until - 60 where campaign_id = :id")
                .param("id", campaign)
                .update();
        var officer = gathering.officer;
        assertThat(gathering.perform(
                        officer,
                        IssueLetter.class,
                        new IssueLetter.Command(CommandId.fresh(officer), campaign, whom.id())))
                .isInstanceOf(IssueLetter.Outcome.Issued.class);
        movedSince();
    }

    /** After a score was put right the group moves him, and another one to his post, who did not come directly. */
    private void movedSince() {
        transactions.write(
                gathering.officer,
                () -> program.getBean(JdbcClient.class)
                        .sql("""
                        insert into campaign.correction (id, campaign_id, candidate_id, meeting_id, code_now, score, tie_merit, tie_service,
                                                         tie_hardship, tie_disability, tie_age, after_letters, reason, decided_at,
                                                         decided_by, decided_account)
                        select gen_random_uuid(), c.campaign_id, c.id, m.id, c.code_now, c.score, c.tie_merit, c.tie_service,
                               c.tie_hardship, c.tie_disability, c.tie_age, true, '更正', now(), '甲', m.id
                        from campaign.candidate c join campaign.meeting m on m.campaign_id = c.campaign_id
                        where c.id = :candidate limit 1
                        """)
                        .param("candidate", of("直一").id())
                        .update());
        gathering
                .jobs()
                .sql("update campaign.campaign set corrected_after = 1, corrected_why = '更正' where id = :id")
                .param("id", campaign)
                .update();
        move("直一", "");
        assertThat(sunshine()).contains("招 3 人 = 已有人选 2 + 还空 1").doesNotContain("其中直通安置");
        move("直三", "P001");
        assertThat(sunshine())
                .as("补上的人不是直通安置的")
                .contains("招 3 人 = 已有人选 2 + 还空 1")
                .doesNotContain("其中直通安置");
        move("直三", "P002");
        move("直一", "P001");
        assertThat(sunshine()).contains("招 3 人 = 已有人选 3（其中直通安置 1） + 还空 0");
    }

    private void move(String whose, String post) {
        var chief = gathering.chief;
        var held = new Held(LocalDate.ofInstant(gathering.now, ZONE), "安置纪要〔2026〕9 号", group);
        assertThat(gathering.perform(
                        chief,
                        MoveByDecision.class,
                        new MoveByDecision.Command(CommandId.fresh(chief), campaign, held, whose, post, "照更正的得分，先后换了")))
                .isEqualTo(new MoveByDecision.Outcome.Moved(campaign));
    }

    private String sunshine() {
        return new Browser(port)
                .get("/sunshine/" + gathering.read(campaign).number())
                .body();
    }

    private void ran(Wishing wishing) {
        gathering.past(campaign);
        for (int position = 1; position <= 2; position++) {
            var officer = gathering.officer;
            gathering.perform(
                    officer,
                    EnterSource.class,
                    new EnterSource.Command(CommandId.fresh(officer), campaign, position, "数值 " + position, "官网"));
            var colleague = gathering.colleague;
            gathering.perform(
                    colleague,
                    ConfirmSource.class,
                    new ConfirmSource.Command(CommandId.fresh(colleague), campaign, position, "数值 " + position));
        }
        wishing.open(wishing.made.shares().get(0), wishing.made.shares().get(2));
        var officer = gathering.officer;
        assertThat(gathering.perform(officer, OpenDraw.class, new OpenDraw.Command(CommandId.fresh(officer), campaign)))
                .isEqualTo(new OpenDraw.Outcome.Opened(campaign));
        assertThat(gathering.perform(
                        officer, RunCampaign.class, new RunCampaign.Command(CommandId.fresh(officer), campaign)))
                .isInstanceOf(RunCampaign.Outcome.Ran.class);
    }

    @Test
    @DisplayName("各页都打得开：招人、报名的人、一个人的意向、本人自己的")
    void thePages() {
        var call = called(2);
        var one = applied(call, "直一");
        var officer = Browser.signedIn(port, TestCounty.ensure(program).get("sheng"));
        var base = "/campaigns/" + campaign + "/direct";
        assertThat(officer.get("/campaigns/" + campaign).body()).contains(base);
        assertThat(officer.get(base).body()).contains("水质化验", "省直", "直一", "窗口代为报名");
        assertThat(officer.get(base + "?q=没有").body()).contains("没有这个姓名的人报名");
        assertThat(officer.get(base + "/" + one).body()).contains("等资格审查", "亲属关系");
        assertThat(gathering
                        .jobs()
                        .sql("select purpose from audit.trail where subject = :id and act = 'ReadRecord'")
                        .param("id", of("直一").person())
                        .query(String.class)
                        .list())
                .as("谁看过我的档案")
                .containsOnlyOnce("打开直通安置的报名");
        assertThat(officer.get(base + "/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        var county = Browser.signedIn(port, TestCounty.ensure(program).get("xian"));
        assertThat(county.get(base).statusCode()).as("别的单位").isEqualTo(404);
        assertThat(county.get(base + "/" + one).statusCode()).isEqualTo(404);
    }

    private Candidate of(String name) {
        return Objects.requireNonNull(people.get(name));
    }

    private Actor.Self himself(String name) {
        return new Handed(program).himself(of(name).person());
    }

    private UUID called(int seats) {
        return called(post, seats);
    }

    private UUID called(UUID where, int seats) {
        var outcome = call(gathering, campaign, where, seats);
        assertThat(outcome).isInstanceOf(CallDirect.Outcome.Called.class);
        return ((CallDirect.Outcome.Called) outcome).subject();
    }

    private CallDirect.Outcome call(int seats, int days) {
        return gathering.perform(
                gathering.officer,
                CallDirect.class,
                new CallDirect.Command(CommandId.fresh(gathering.officer), campaign, post, seats, "同岗位条件", days));
    }

    private static CallDirect.Outcome call(Gathering where, UUID campaign, UUID post, int seats) {
        return where.perform(
                where.officer,
                CallDirect.class,
                new CallDirect.Command(CommandId.fresh(where.officer), campaign, post, seats, "同岗位条件", 5));
    }

    private ApplyDirect.Outcome apply(Actor who, UUID call, String name) {
        return gathering.perform(
                who, ApplyDirect.class, new ApplyDirect.Command(CommandId.fresh(who), call, of(name).id()));
    }

    private UUID applied(UUID call, String name) {
        return ((ApplyDirect.Outcome.Applied) apply(gathering.officer, call, name)).subject();
    }

    private UUID passed(UUID call, String name) {
        var one = applied(call, name);
        assertThat(examine(one, CHECKS, null)).isInstanceOf(ExamineDirect.Outcome.Passed.class);
        return one;
    }

    private ExamineDirect.Outcome examine(UUID one, List<String> checks, @Nullable RefusalGround ground) {
        return gathering.perform(
                gathering.officer,
                ExamineDirect.class,
                new ExamineDirect.Command(CommandId.fresh(gathering.officer), one, checks, ground, "要求本科，本人大专"));
    }

    private AgreeDirect.Outcome agree(UUID one) {
        return gathering.perform(
                gathering.officer,
                AgreeDirect.class,
                new AgreeDirect.Command(
                        CommandId.fresh(gathering.officer),
                        one,
                        "水字〔2026〕8 号",
                        LocalDate.ofInstant(gathering.now, ZONE),
                        "专业对口，在部队做过水质化验"));
    }

    private ConfirmDirect.Outcome confirm(Actor.Office who, UUID one) {
        return gathering.perform(who, ConfirmDirect.class, new ConfirmDirect.Command(CommandId.fresh(who), one));
    }

    private AnswerDirect.Outcome answer(Actor.Office who, UUID objection, boolean upheld) {
        return gathering.perform(
                who, AnswerDirect.class, new AnswerDirect.Command(CommandId.fresh(who), objection, upheld, "查过，写明如上"));
    }

    private SettleDirect.Outcome settle(Actor.Office who, UUID one) {
        return gathering.perform(who, SettleDirect.class, new SettleDirect.Command(CommandId.fresh(who), one));
    }

    private WithdrawDirect.Outcome withdraw(Actor who, UUID one, String why) {
        return gathering.perform(
                who, WithdrawDirect.class, new WithdrawDirect.Command(CommandId.fresh(who), one, DirectSide.SELF, why));
    }

    private EndNotice.Outcome end() {
        gathering.shown(campaign);
        return gathering.perform(
                gathering.officer,
                EndNotice.class,
                new EndNotice.Command(CommandId.fresh(gathering.officer), campaign));
    }

    private DirectState state(UUID one) {
        return transactions.read(
                gathering.officer,
                () -> program.getBean(DirectApplications.class)
                        .find(one)
                        .orElseThrow()
                        .state());
    }

    /** The last day to apply is yesterday. */
    private void over(UUID call) {
        var yesterday = LocalDate.ofInstant(gathering.now, ZONE).minusDays(1);
        gathering
                .jobs()
                .sql("update campaign.direct_call set from_on = :from, until_on = :until where id = :id")
                .param("from", yesterday.minusDays(7))
                .param("until", yesterday)
                .param("id", call)
                .update();
    }

    /** The last day of its notice is yesterday. */
    private void shown(UUID one) {
        gathering
                .jobs()
                .sql("update campaign.direct_application set notice_until = :until where id = :id")
                .param("until", LocalDate.ofInstant(gathering.now, ZONE).minusDays(1))
                .param("id", one)
                .update();
    }
}
