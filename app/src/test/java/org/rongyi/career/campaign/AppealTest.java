package org.rongyi.career.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.appeal.Appeals;
import org.rongyi.career.campaign.appeal.AskAnotherLook;
import org.rongyi.career.campaign.appeal.DecideAppeal;
import org.rongyi.career.campaign.candidate.CheckGrounds;
import org.rongyi.career.campaign.candidate.LiftRefusal;
import org.rongyi.career.campaign.candidate.RefusalGround;
import org.rongyi.career.campaign.candidate.Refusals;
import org.rongyi.career.campaign.candidate.RefuseForPost;
import org.rongyi.career.campaign.draw.EndNotice;
import org.rongyi.career.campaign.group.ApprovePlan;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.reception.Handed;
import org.rongyi.demo.TestCounty;
import org.rongyi.network.oversight.FoundByPerson;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("资格审查复核：本人申请一次，没有经手的人书面答复")
class AppealTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @LocalServerPort
    private int port;

    private Gathering gathering;
    private UUID campaign;
    private Candidate whom;
    private UUID refusal;

    /** On notice, and the officer has refused somebody for the post. */
    @BeforeEach
    void refused() {
        gathering = new Gathering(program);
        campaign = gathering.drafted(gathering.plan("复核的活动"));
        var post = gathering.checked(campaign, "护理员", 1);
        gathering.add(campaign, gathering.settled("复核甲", 6));
        var group = gathering.group(campaign, Attendance.PRESENT, Attendance.PRESENT, Attendance.PRESENT);
        assertThat(gathering.approve(gathering.chief, campaign, group))
                .isInstanceOf(ApprovePlan.Outcome.Approved.class);
        whom = transactions
                .read(gathering.officer, () -> program.getBean(Candidates.class).of(campaign))
                .getFirst();
        assertThat(refuse(whom.id(), post)).isInstanceOf(RefuseForPost.Outcome.RefusedFor.class);
        refusal = transactions
                .read(gathering.officer, () -> program.getBean(Refusals.class).of(campaign))
                .getFirst()
                .id();
        assertThat(FoundByPerson.records(program, gathering.officer, whom.person()))
                .as("按他的姓名查留痕")
                .contains(refusal);
    }

    private void check() {
        var command = gathering.checking(gathering.colleague, campaign, whom.id());
        assertThat(gathering.perform(gathering.colleague, CheckGrounds.class, command))
                .isInstanceOf(CheckGrounds.Outcome.Checked.class);
    }

    private void daysAgo(int days) {
        gathering
                .jobs()
                .sql(
                        "update campaign.refusal set checked_at = checked_at - make_interval(days => :days) where id = :id")
                .param("days", days)
                .param("id", refusal)
                .update();
        gathering
                .jobs()
                .sql("update campaign.campaign set notice_from = notice_from - :days where id = :id")
                .param("days", days)
                .param("id", campaign)
                .update();
    }

    private void notice(String set) {
        gathering
                .jobs()
                .sql("update campaign.campaign set " + set + " where id = :id")
                .param("id", campaign)
                .update();
    }

    private RefuseForPost.Outcome refuse(UUID who, UUID post) {
        var command = new RefuseForPost.Command(
                CommandId.fresh(gathering.officer), campaign, who, post, RefusalGround.CONDITIONS, "要求护理专业");
        return gathering.perform(gathering.officer, RefuseForPost.class, command);
    }

    private LiftRefusal.Outcome lift() {
        var command = new LiftRefusal.Command(CommandId.fresh(gathering.officer), campaign, refusal, "查错了");
        return gathering.perform(gathering.officer, LiftRefusal.class, command);
    }

    /** What was said of this refusal. */
    private List<String> told(String template) {
        return gathering
                .jobs()
                .sql("select m.body from notice.message m where m.template = :template and m.record_id = :id")
                .param("template", template)
                .param("id", refusal)
                .query(String.class)
                .list();
    }

    private Browser browser(String persona) {
        return Browser.signedIn(port, TestCounty.ensure(program).get(persona));
    }

    private String appeals() {
        return "/campaigns/" + campaign + "/candidates/" + whom.id() + "/appeals";
    }

    private AskAnotherLook.Outcome ask(Actor who, String words) {
        return gathering.perform(
                who, AskAnotherLook.class, new AskAnotherLook.Command(CommandId.fresh(who), whom.id(), refusal, words));
    }

    private DecideAppeal.Outcome decide(Actor.Office who, boolean upheld, String answer) {
        var command = new DecideAppeal.Command(CommandId.fresh(who), campaign, refusal, upheld, answer);
        return gathering.perform(who, DecideAppeal.class, command);
    }

    private Actor.Self himself() {
        return new Handed(program).himself(whom.person());
    }

    private List<String> missing() {
        return transactions.read(
                gathering.officer, () -> program.getBean(EndNotice.class).missing(gathering.read(campaign)));
    }

    @Test
    @DisplayName("没有另一人核对的、过了期限的不能申请；只能申请一次，别人不能替他")
    void itIsAskedOnceAndInTime() {
        assertThat(ask(himself(), "我有护士证")).isEqualTo(new AskAnotherLook.Outcome.NotNow());
        check();
        assertThat(ask(new Actor.Self(Ids.next(), "别人", UUID.randomUUID()), "我有护士证"))
                .isEqualTo(new AskAnotherLook.Outcome.NotFound());
        assertThat(ask(himself(), "")).isInstanceOf(AskAnotherLook.Outcome.Wanting.class);
        daysAgo(30);
        assertThat(ask(himself(), "我有护士证")).isEqualTo(new AskAnotherLook.Outcome.NotNow());
        daysAgo(-30);
        assertThat(ask(himself(), "我有护士证")).isEqualTo(new AskAnotherLook.Outcome.Asked(refusal));
        assertThat(ask(gathering.officer, "再申请")).isEqualTo(new AskAnotherLook.Outcome.AlreadyAsked());
    }

    @Test
    @DisplayName("登记的、核对的人不能复核；没有答复，公示不能结束；维持的写明理由，本人看得到")
    void whoTookPartDoesNotLookAgain() {
        check();
        assertThat(missing()).anyMatch(reason -> reason.contains("复核甲") && reason.contains("可以申请复核"));
        ask(himself(), "我有护士证");
        assertThat(missing()).contains("复核甲：资格审查的复核还没有答复");
        assertThat(decide(gathering.officer, true, "维持")).isEqualTo(new DecideAppeal.Outcome.TookPart());
        assertThat(decide(gathering.colleague, true, "维持")).isEqualTo(new DecideAppeal.Outcome.TookPart());
        assertThat(decide(TestCounty.office(program, "shi"), true, "别处的"))
                .isEqualTo(new DecideAppeal.Outcome.NotFound());
        assertThat(decide(gathering.chief, true, "")).isInstanceOf(DecideAppeal.Outcome.Wanting.class);
        assertThat(decide(gathering.chief, true, "证书是别的专业")).isEqualTo(new DecideAppeal.Outcome.Decided(refusal));
        assertThat(decide(gathering.chief, false, "再改")).isEqualTo(new DecideAppeal.Outcome.NotNow());
        assertThat(missing()).noneMatch(reason -> reason.contains("复核甲"));
        var all = "/campaigns/" + campaign + "/appeals";
        assertThat(browser("xian").get(all + "/print").body())
                .contains("复核甲", "护理员", "要求护理专业", "我有护士证", "维持", "证书是别的专业");
        assertThat(browser("xian").get(all + "/export.xlsx").statusCode()).isEqualTo(200);
        assertThat(browser("shenji").get(all + "/print").statusCode()).isEqualTo(403);
        var seen = transactions.read(
                himself(), () -> program.getBean(Appeals.class).of(campaign, whom.person()));
        assertThat(seen).singleElement().satisfies(look -> {
            assertThat(look.lifted()).isFalse();
            assertThat(String.valueOf(look.asked())).contains("证书是别的专业");
        });
    }

    @Test
    @DisplayName("撤销的，他又可以报；撤销还要另一人核对")
    void whatIsNotUpheldIsLifted() {
        check();
        ask(himself(), "我有护士证");
        assertThat(decide(gathering.chief, false, "护士证有效，符合条件")).isEqualTo(new DecideAppeal.Outcome.Decided(refusal));
        assertThat(transactions.read(
                        gathering.officer, () -> program.getBean(Refusals.class).of(campaign)))
                .isEmpty();
        assertThat(missing()).contains("复核甲：撤销资格审查不通过还没有另一位同事核对");
        assertThat(browser("juzhang").get(appeals()).body())
                .as("没有核对的，不说可以报了")
                .contains("已经撤销，等另一位同事核对")
                .doesNotContain("已经撤销，可以报");
    }

    @Test
    @DisplayName("复核的期限到不了填报以前的，不能登记、核对不通过；没有核对的满期以后可以撤销，公示不会卡住")
    void nobodyIsRefusedTooLateToAsk() {
        notice("wishes_open = now() + interval '1 day'");
        var other = gathering.posts(campaign).getFirst().id();
        assertThat(refuse(whom.id(), other))
                .isInstanceOfSatisfying(
                        RefuseForPost.Outcome.NoTimeToAppeal.class,
                        late -> assertThat(late.why()).contains("申请复核", "来不及"));
        assertThat(gathering.perform(
                        gathering.colleague,
                        CheckGrounds.class,
                        gathering.checking(gathering.colleague, campaign, whom.id())))
                .isInstanceOf(CheckGrounds.Outcome.NoTimeToAppeal.class);
        var form = Map.of(
                "_command",
                Ids.next().toString(),
                "_post",
                gathering.colleague.post().toString(),
                "seen",
                gathering.checking(gathering.colleague, campaign, whom.id()).seen());
        assertThat(browser("chuna")
                        .post("/campaigns/" + campaign + "/candidates/" + whom.id() + "/check", form)
                        .body())
                .contains("来不及；已经登记的请撤销");
        assertThat(told("campaign.refused")).isEmpty();
        notice("notice_until = current_date - 2");
        assertThat(lift()).isEqualTo(new LiftRefusal.Outcome.Lifted(refusal));
        check();
        assertThat(missing()).noneMatch(reason -> reason.contains("复核甲"));
    }

    @Test
    @DisplayName("满期以后，复核没有人能答复的可以撤销，另一人核对；撤销了的不再答复，页面写明可以报")
    void whatNobodyCanAnswerIsLiftedBehindTheLastDay() {
        check();
        ask(himself(), "我有护士证");
        notice("notice_until = current_date - 2");
        assertThat(lift()).isEqualTo(new LiftRefusal.Outcome.Lifted(refusal));
        assertThat(missing()).contains("复核甲：撤销资格审查不通过还没有另一位同事核对");
        check();
        assertThat(missing()).noneMatch(reason -> reason.contains("复核甲"));
        assertThat(decide(gathering.chief, true, "维持")).isEqualTo(new DecideAppeal.Outcome.NotNow());
        var chief = browser("juzhang");
        assertThat(chief.get(appeals()).body()).contains("已经撤销，可以报").doesNotContain("还没有答复", "/decision");
        assertThat(chief.get("/campaigns/" + campaign + "/candidates/" + whom.id())
                        .body())
                .as("撤销了的也找得到")
                .contains(appeals());
        assertThat(transactions.read(
                        himself(), () -> program.getBean(Refusals.class).any(campaign, whom.person())))
                .isTrue();
    }

    @Test
    @DisplayName("满期以后，期限过了的、复核维持了的不能再撤销")
    void whatIsSettledIsNotLiftedBehindTheLastDay() {
        check();
        notice("notice_until = current_date - 2");
        daysAgo(30);
        assertThat(lift()).isInstanceOf(LiftRefusal.Outcome.NoticeClosed.class);
        daysAgo(-30);
        ask(himself(), "我有护士证");
        decide(gathering.chief, true, "证书是别的专业");
        assertThat(lift()).isInstanceOf(LiftRefusal.Outcome.NoticeClosed.class);
    }

    @Test
    @DisplayName("核对了告诉本人到哪天可以申请复核，申请了告诉经办，答复了告诉本人；不写岗位和原因")
    void everybodyIsTold() {
        assertThat(told("campaign.refused")).isEmpty();
        check();
        assertThat(told("campaign.refused"))
                .singleElement()
                .asString()
                .contains("复核的活动", "可以申请复核，到", "为止", "电话")
                .doesNotContain("护理", "复核甲");
        ask(himself(), "我有护士证");
        assertThat(told("campaign.appeal-asked"))
                .isNotEmpty()
                .allMatch(text -> text.contains("书面答复"))
                .noneMatch(text -> text.contains("复核甲") || text.contains("护士证"));
        decide(gathering.chief, true, "证书是别的专业");
        assertThat(told("campaign.appeal-answered")).singleElement().asString().doesNotContain("证书", "护理");
    }

    @Test
    @DisplayName("拟定时核对的，从公示第一天起算期限，审定时告诉本人")
    void theTermBeginsWithTheNotice() {
        campaign = gathering.drafted(gathering.plan("拟定时审查的活动"));
        var post = gathering.checked(campaign, "护理员", 1);
        gathering.add(campaign, gathering.settled("复核乙", 6));
        whom = transactions
                .read(gathering.officer, () -> program.getBean(Candidates.class).of(campaign))
                .getFirst();
        refusal = ((RefuseForPost.Outcome.RefusedFor) refuse(whom.id(), post)).subject();
        check();
        daysAgo(30);
        assertThat(told("campaign.refused")).isEmpty();
        var group = gathering.group(campaign, Attendance.PRESENT, Attendance.PRESENT, Attendance.PRESENT);
        assertThat(gathering.approve(gathering.chief, campaign, group))
                .isInstanceOf(ApprovePlan.Outcome.Approved.class);
        assertThat(told("campaign.refused")).hasSize(1);
        assertThat(ask(himself(), "我有护士证")).isEqualTo(new AskAnotherLook.Outcome.Asked(refusal));
    }

    @Test
    @DisplayName("工作日历没有载入的年份：期限等载入，公示不结束，页面照样打开，本人照样可以申请")
    void anUnknownTermRuns() {
        check();
        notice("notice_from = date '2099-06-01'");
        assertThat(missing()).contains("复核甲：资格审查不通过，本人可以申请复核，期限等工作日历载入");
        var officer = browser("xian");
        assertThat(officer.get(appeals()).body()).contains("期限等工作日历载入", "代为申请复核");
        assertThat(officer.get("/campaigns/" + campaign).statusCode()).isEqualTo(200);
        assertThat(ask(himself(), "我有护士证")).isEqualTo(new AskAnotherLook.Outcome.Asked(refusal));
    }

    @Test
    @DisplayName("在窗口代为申请、在页面上答复：没有写的不丢，经手的人看到要由同事答复")
    void itIsDoneOnThePages() {
        check();
        var personas = TestCounty.ensure(program);
        var path = "/campaigns/" + campaign + "/candidates/" + whom.id() + "/appeals";
        var officer = Browser.signedIn(port, personas.get("xian"));
        assertThat(officer.get("/campaigns/" + campaign + "/candidates/" + whom.id())
                        .body())
                .contains(path);
        assertThat(officer.get(path).body()).contains("护理员", "要求护理专业", "代为申请复核");
        var form = new LinkedHashMap<String, String>(Map.of(
                "_command",
                Ids.next().toString(),
                "_post",
                gathering.officer.post().toString(),
                "words." + refusal,
                "本人说有护士证"));
        assertThat(officer.post(path + "/" + refusal, form).statusCode()).isEqualTo(303);
        assertThat(officer.get(path).body()).contains("由没有经手的同事答复", "本人说有护士证。提出：");
        var chief = Browser.signedIn(port, personas.get("juzhang"));
        var reply = new LinkedHashMap<String, String>(Map.of(
                "_command",
                Ids.next().toString(),
                "_post",
                gathering.chief.post().toString(),
                "answer." + refusal,
                "查了证书"));
        assertThat(chief.post(path + "/" + refusal + "/decision", reply).body()).contains("请选择维持还是撤销", "查了证书");
        reply.put("_command", Ids.next().toString());
        reply.put("ruling." + refusal, "UPHELD");
        assertThat(chief.post(path + "/" + refusal + "/decision", reply).statusCode())
                .isEqualTo(303);
        assertThat(chief.get(path).body()).contains("复核维持：查了证书");
    }
}
