package org.rongyi.career.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.after.IssueLetter;
import org.rongyi.career.campaign.after.LetterState;
import org.rongyi.career.campaign.after.MoveByDecision;
import org.rongyi.career.campaign.after.Moves;
import org.rongyi.career.campaign.after.PlacementLetter;
import org.rongyi.career.campaign.after.PlacementLetters;
import org.rongyi.career.campaign.after.RecordDuty;
import org.rongyi.career.campaign.candidate.AddCandidates;
import org.rongyi.career.campaign.candidate.DropCandidate;
import org.rongyi.career.campaign.candidate.RetakeScore;
import org.rongyi.career.campaign.draw.ConfirmSource;
import org.rongyi.career.campaign.draw.CorrectScores;
import org.rongyi.career.campaign.draw.EndNotice;
import org.rongyi.career.campaign.draw.EnterSource;
import org.rongyi.career.campaign.draw.OpenDraw;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.campaign.group.CallOffCampaign;
import org.rongyi.career.campaign.group.Held;
import org.rongyi.career.campaign.list.QuotaList;
import org.rongyi.career.campaign.objection.AnswerNoticeObjection;
import org.rongyi.career.campaign.objection.NameAnew;
import org.rongyi.career.campaign.objection.ObjectToNotice;
import org.rongyi.career.campaign.pairs.WaitingTimes;
import org.rongyi.career.campaign.run.ApproveResult;
import org.rongyi.career.campaign.run.RunCampaign;
import org.rongyi.career.campaign.run.Runs;
import org.rongyi.career.campaign.run.SetAsideRun;
import org.rongyi.career.campaign.wish.HandInWishes;
import org.rongyi.career.campaign.wish.Wishing;
import org.rongyi.career.placement.allocation.SecondOpinion;
import org.rongyi.career.reception.Handed;
import org.rongyi.career.reception.SettleReception;
import org.rongyi.career.reception.scoring.EnterScore;
import org.rongyi.career.reception.scoring.EnteredAs;
import org.rongyi.career.reception.scoring.Entry;
import org.rongyi.career.reception.scoring.ReopenScore;
import org.rongyi.demo.TestCounty;
import org.rongyi.insight.figures.Recount;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.Objection;
import org.rongyi.platform.database.Superuser;
import org.rongyi.platform.documents.issued.DocumentState;
import org.rongyi.platform.documents.issued.IssuedDocuments;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("得分有错，谁发现的都改得了：跟着它的公示、先后、结果、介绍信一个不落")
class CascadeTest {

    private static final Objection.Objector NEIGHBOUR = new Objection.Objector("街坊丙", "13800001236");

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @LocalServerPort
    private int port;

    private Gathering gathering;
    private Handed handed;
    private UUID campaign;
    private UUID reception;
    private UUID other;
    private Map<UUID, Attendance> group;

    /** Two people of 55 and 54 points, two posts of one seat each, on notice. */
    @BeforeEach
    void onNotice() {
        gathering = new Gathering(program);
        handed = new Handed(program);
        campaign = gathering.drafted(gathering.plan("得分有错的活动"));
        gathering.checked(campaign, "水厂运行", 1);
        gathering.checked(campaign, "收费管理", 1);
        reception = gathering.settled("韩多算", 6);
        other = gathering.settled("韩第二", 4);
        gathering.add(campaign, reception, other);
        group = gathering.group(campaign, Attendance.PRESENT, Attendance.PRESENT, Attendance.PRESENT);
        gathering.approve(gathering.chief, campaign, group);
    }

    @Test
    @DisplayName("得分公示：别人提异议，成立，没有经手的负责人决定重新审档，活动卡住并说明是谁；重新录入、认定、公示、更新以后重新公示，才能定名单")
    void aStrangersObjectionBringsAWrongScoreDown() {
        var raised = (ObjectToNotice.Outcome.Raised) object("他那次嘉奖是重复登记的");
        assertThat(uphold(raised, "没有这个人")).isInstanceOf(AnswerNoticeObjection.Outcome.Wanting.class);
        assertThat(uphold(raised, "韩多算")).isEqualTo(new AnswerNoticeObjection.Outcome.Answered(raised.subject()));
        days(
                "notice_until = current_date - 1, wishes_open = now() + interval '20 days', wishes_close = now() + interval '27 days'");
        assertThat(open()).singleElement().asString().startsWith("韩多算：公示异议").contains("成立，得分还没有重新审档");
        var page = Browser.signedIn(port, TestCounty.ensure(program).get("juzhang"));
        assertThat(page.get("/campaigns/" + campaign + "/objections/" + raised.subject())
                        .body())
                .contains("/receptions/" + reception + "/score", "决定重新审档");
        assertThat(page.get("/receptions/" + reception + "/score").body()).contains("得分有错，重新审档");

        assertThat(reopen("", "查证材料")).isInstanceOf(ReopenScore.Outcome.Wanting.class);
        assertThat(reopen("第六次嘉奖重复登记", " ")).isInstanceOf(ReopenScore.Outcome.Wanting.class);
        assertThat(reopen("第六次嘉奖重复登记", "政治机关复函第 5 号")).isEqualTo(new ReopenScore.Outcome.Reopened(reception));
        assertThat(reopen("再来一次", "政治机关复函第 5 号")).isEqualTo(new ReopenScore.Outcome.NotNow());
        assertThat(open()).containsExactly("韩多算：得分有错，正在重新审档，还没有重新认定：录入中");
        assertThat(retake()).isInstanceOf(RetakeScore.Outcome.NotReady.class);

        enterAnew(reception, 3);
        assertThat(open()).anyMatch(reason -> reason.startsWith("韩多算：得分公示到"));
        assertThat(retake()).as("本人的公示没有满").isInstanceOf(RetakeScore.Outcome.NotReady.class);
        ownNoticeOver(reception);
        assertThat(open()).contains("韩多算：得分与移交接收的不一致，请更新");
        assertThat(retake())
                .isEqualTo(new RetakeScore.Outcome.Retaken(who("韩多算").id()));
        assertThat(gathering.read(campaign).noticeUntil()).isAfter(handed.today);
        assertThat(sunshine()).contains("韩多算", "53.5");
        assertThat(end()).as("重新公示没有满").isEqualTo(new EndNotice.Outcome.TooEarly());
        gathering.settle(campaign);
        assertThat(gathering.read(campaign).stage()).isEqualTo(CampaignStage.WISHES);
    }

    @Test
    @DisplayName("自己发现的也改得了：录入、审档的人不能决定重新审档，市里没有经手的负责人可以；页面上本人看得到为什么")
    void whoMadeTheScoreDoesNotOpenIt() {
        gathering
                .jobs()
                .sql(
                        "update reception.score_entry set recorded_account = :chief where reception_id = :id and entered_as = 'OFFICE'")
                .param("chief", gathering.chief.account())
                .param("id", reception)
                .update();
        assertThat(reopen("自查发现多算一次", "奖励登记表第 2 页")).isEqualTo(new ReopenScore.Outcome.SamePerson());
        assertThat(reopen(handed.cityChief, "自查发现多算一次", "奖励登记表第 2 页"))
                .isEqualTo(new ReopenScore.Outcome.Reopened(reception));
        var told = gathering
                .jobs()
                .sql("""
                        select count(*) from notice.message m
                        where m.template = 'reception.score-reopened' and m.person_id =
                              (select r.person_id from reception.reception r where r.id = :id)
                        """)
                .param("id", reception)
                .query(Long.class)
                .single();
        assertThat(told).isPositive();
        var page = Browser.signedIn(port, TestCounty.ensure(program).get("xian"));
        assertThat(page.get("/receptions/" + reception + "/score").body())
                .contains("重新审档", "自查发现多算一次", "奖励登记表第 2 页", "原来认定 55 分");
        assertThat(page.get("/receptions/scores").body()).contains("韩多算", "得分有错，等重新录入");
    }

    @Test
    @DisplayName("结果公示：异议成立、得分更正的，专项小组撤销审定的结果、纠正得分再运行；撤销的留在公示页上，介绍信等到最后；开了介绍信的逐人书面纠正")
    void aWrongScoreUnderAnApprovedResultIsPutRight() throws Exception {
        openTheDraw();
        run();
        assertThat(approve()).isInstanceOf(ApproveResult.Outcome.Approved.class);
        var first = valid();
        assertThat(placed(first)).containsExactly("韩多算", "韩第二");
        var raised = (ObjectToNotice.Outcome.Raised) object("他那次嘉奖是重复登记的");
        assertThat(setAside()).isEqualTo(new SetAsideRun.Outcome.ApprovedStands(List.of()));
        resultShown();
        assertThat(letter("韩第二")).isEqualTo(new IssueLetter.Outcome.StillOpen(List.of("1 件对公示的异议还没有书面答复")));
        uphold(raised, "韩多算");
        assertThat(waiting("韩第二")).contains("成立，得分还没有重新审档");
        reopen("第六次嘉奖重复登记", "政治机关复函第 5 号");
        assertThat(waiting("韩第二")).contains("正在重新审档");
        assertThat(setAside()).isInstanceOf(SetAsideRun.Outcome.ApprovedStands.class);
        enterAnew(reception, 3);
        ownNoticeOver(reception);
        assertThat(waiting("韩第二")).contains("韩多算：55 分更正为 53.5 分");
        var chief = Browser.signedIn(port, TestCounty.ensure(program).get("juzhang"));
        assertThat(chief.get("/campaigns/" + campaign + "/result").body()).contains("55 分更正为 53.5 分", "撤销这次运行，理由公开");

        assertThat(setAside()).isEqualTo(new SetAsideRun.Outcome.SetAside(first.id()));
        assertThat(sunshine()).contains("审定过，已撤销：得分更正，原结果撤销", first.head()).doesNotContain("韩第二");
        assertThat(run()).isInstanceOf(RunCampaign.Outcome.ScoreWrong.class);
        assertThat(chief.get("/campaigns/" + campaign + "/result").body()).contains("专项小组纠正得分", "照移交接收重新认定的改");
        assertThat(correct(" ")).isInstanceOf(CorrectScores.Outcome.Wanting.class);
        assertThat(correct("群众异议成立，嘉奖重复登记")).isEqualTo(new CorrectScores.Outcome.Corrected(campaign, 1));
        assertThat(correct("再来一次")).isEqualTo(new CorrectScores.Outcome.NothingToCorrect(List.of()));
        assertThat(sunshine()).contains("专项小组更正了 1 人的得分", "群众异议成立，嘉奖重复登记", "更正的得分的摘要");
        assertThat(run()).isInstanceOf(RunCampaign.Outcome.Ran.class);
        var again = valid();
        assertThat(again.head()).isNotEqualTo(first.head());
        assertThat(placed(again)).containsExactly("韩第二", "韩多算");
        verified(again);
        assertThat(approve()).isInstanceOf(ApproveResult.Outcome.Approved.class);
        assertThat(sunshine()).contains("韩第二", first.head(), again.head());
        resultShown();
        afterLetters((IssueLetter.Outcome.Issued) letter("韩第二"));
    }

    @Test
    @DisplayName("异议成立，写的人没有得分可以重新审档的（最先选的、已经不等安排工作的）不收；答复以后那人安置了，介绍信不再等他")
    void whoHasNoScoreToOpenLocksNothing() throws Exception {
        approved();
        var raised = (ObjectToNotice.Outcome.Raised) object("他那次嘉奖是重复登记的");
        update(
                "campaign.candidate set exempt_ground = '八一勋章', score = null, score_until = null where id = :id",
                who("韩第二").id());
        assertThat(uphold(raised, "韩第二"))
                .isInstanceOfSatisfying(
                        AnswerNoticeObjection.Outcome.Wanting.class,
                        wanting -> assertThat(wanting.why()).contains("没有得分可以重新审档"));
        update("reception.reception set settled_on = current_date, settled_how = '自来水公司' where id = :id", reception);
        assertThat(uphold(raised, "韩多算"))
                .isInstanceOfSatisfying(
                        AnswerNoticeObjection.Outcome.Wanting.class,
                        wanting -> assertThat(wanting.why()).contains("已经不在等待安排工作"));
        update("reception.reception set settled_on = null, settled_how = null where id = :id", reception);
        assertThat(uphold(raised, "韩多算")).isInstanceOf(AnswerNoticeObjection.Outcome.Answered.class);
        resultShown();
        assertThat(waiting("韩第二")).contains("成立，得分还没有重新审档");
        update("reception.reception set settled_on = current_date, settled_how = '自来水公司' where id = :id", reception);
        assertThat(letter("韩第二")).isInstanceOf(IssueLetter.Outcome.Issued.class);
    }

    @Test
    @DisplayName("撤出又列入的还是同一个人，成立的异议照样等他；异议提出时已经在重新审档的算数，认定以后再提的要再审")
    void theSamePersonListedAgainIsStillWaitedFor() {
        uphold((ObjectToNotice.Outcome.Raised) object("他那次嘉奖是重复登记的"), "韩多算");
        drop(campaign, "韩多算");
        assertThat(gathering.add(campaign, reception)).isInstanceOf(AddCandidates.Outcome.Added.class);
        assertThat(upheld()).isEqualTo(1);
        reopen("第六次嘉奖重复登记", "政治机关复函第 5 号");
        uphold((ObjectToNotice.Outcome.Raised) object("又有一次也是重复登记的"), "韩多算");
        assertThat(upheld()).as("它提出的时候正在重新审档").isZero();
        enterAnew(reception, 3);
        assertThat(upheld()).isZero();
        uphold((ObjectToNotice.Outcome.Raised) object("认定以后还是多算"), "韩多算");
        assertThat(upheld()).isEqualTo(1);
    }

    /** As many objections that hold as wait for a score to be opened. */
    private long upheld() {
        var until = gathering.read(campaign).noticeUntil();
        days("notice_until = current_date - 1");
        long waiting =
                open().stream().filter(reason -> reason.startsWith("韩多算：公示异议")).count();
        gathering
                .jobs()
                .sql("update campaign.campaign set notice_until = :until where id = :id")
                .param("until", until)
                .param("id", campaign)
                .update();
        return waiting;
    }

    @Test
    @DisplayName("异议答复时指错了人：答复的人自己不改，没有答复的负责人写明为什么改指；等的是改指的人，答复不变，前后都留着")
    void whoWasNamedWronglyIsNamedAnew() {
        var raised = (ObjectToNotice.Outcome.Raised) object("排在前面的那个人嘉奖是重复登记的");
        assertThat(name(raised, "韩多算", "看错了")).as("还没有答复").isEqualTo(new NameAnew.Outcome.NotNow());
        uphold(raised, "韩第二");
        days("notice_until = current_date - 1");
        assertThat(open()).singleElement().asString().startsWith("韩第二：公示异议");
        assertThat(name(raised, "韩多算", " ")).isInstanceOf(NameAnew.Outcome.Wanting.class);
        assertThat(name(raised, "没有这个人", "看错了")).isInstanceOf(NameAnew.Outcome.Wanting.class);
        assertThat(name(raised, "韩第二", "看错了")).isInstanceOf(NameAnew.Outcome.Wanting.class);
        assertThat(name(raised, "韩多算", "异议说的是第一名，答复时看成了第二名")).isEqualTo(new NameAnew.Outcome.Named(raised.subject()));
        assertThat(open()).singleElement().asString().startsWith("韩多算：公示异议");
        assertThat(name(raised, "", "不是得分的问题")).isEqualTo(new NameAnew.Outcome.Named(raised.subject()));
        assertThat(end()).as("没有人的得分要改了").isNotInstanceOf(EndNotice.Outcome.StillOpen.class);
        var page = Browser.signedIn(port, TestCounty.ensure(program).get("juzhang"));
        assertThat(page.get("/campaigns/" + campaign + "/objections/" + raised.subject())
                        .body())
                .contains("查过，确有重复登记", "韩第二改为韩多算：异议说的是第一名", "韩多算改为没有指人", "改指");
        update(
                "campaign.objection set answered_account = '" + gathering.chief.account() + "' where id = :id",
                raised.subject());
        assertThat(name(raised, "韩多算", "自己再改")).isEqualTo(new NameAnew.Outcome.SamePerson());
    }

    private NameAnew.Outcome name(ObjectToNotice.Outcome.Raised raised, String whose, String why) {
        return gathering.perform(
                gathering.chief,
                NameAnew.class,
                new NameAnew.Command(CommandId.fresh(gathering.chief), campaign, raised.subject(), whose, why));
    }

    @Test
    @DisplayName("开出介绍信以后得分更正的，照专项小组的书面决定改派：旧信撤回、开新信，名额不超，结果和公开材料一个字不动，改派不写姓名公开；已经上岗的不动")
    void theGroupMovesInWriting() throws Exception {
        approved();
        resultShown();
        var first = (IssueLetter.Outcome.Issued) letter("韩多算");
        assertThat(move("韩第二", "P002")).isEqualTo(new MoveByDecision.Outcome.NotNow());
        corrected();
        correct("嘉奖重复登记，逐人书面决定");
        assertThat(moving("韩第二", "P009")).contains("没有这个编号");
        assertThat(moving("韩第二", "P001")).contains("就安置在这个岗位");
        assertThat(moving("韩第二", "P002")).contains("没有空的名额");
        var head = valid().head();

        assertThat(move("韩多算", "")).isEqualTo(new MoveByDecision.Outcome.Moved(campaign));
        assertThat(sunshine()).contains("招 2 人 = 已有人选 1 + 还空 1");
        assertThat(seated()).isEqualTo(1);
        assertThat(moving("韩多算", "")).contains("没有岗位可以撤出");
        assertThat(letter("韩多算")).isEqualTo(new IssueLetter.Outcome.AlreadyIssued());
        assertThat(recordDuty(first.subject())).isEqualTo(new RecordDuty.Outcome.NotNow());
        assertThat(state(first.subject())).isEqualTo(DocumentState.REVOKED);
        assertThat(move("韩第二", "P002")).isEqualTo(new MoveByDecision.Outcome.Moved(campaign));
        assertThat(letter("韩第二")).isEqualTo(new IssueLetter.Outcome.AlreadyIssued());
        assertThat(moving("韩多算", "P002")).contains("没有空的名额");
        assertThat(move("韩多算", "P001")).isEqualTo(new MoveByDecision.Outcome.Moved(campaign));

        var letters = transactions.read(
                gathering.officer, () -> program.getBean(PlacementLetters.class).of(campaign));
        assertThat(letters)
                .extracting(PlacementLetter::state)
                .containsExactly(LetterState.WITHDRAWN, LetterState.ISSUED, LetterState.ISSUED);
        assertThat(valid().head()).isEqualTo(head);
        assertThat(placed(valid())).containsExactly("韩多算", "韩第二");
        verified(valid());
        assertThat(sunshine()).contains("照书面决定改派 3 件", "P002", "撤出，另行安置：照更正的得分", "没有岗位的人 改派到 P001");
        assertThat(transactions.read(
                        new Actor.Visitor(), () -> program.getBean(Moves.class).of(campaign)))
                .hasSize(3)
                .noneMatch(one -> one.words().contains("韩"));
        var chief = Browser.signedIn(port, TestCounty.ensure(program).get("juzhang"));
        assertThat(chief.get("/campaigns/" + campaign + "/followup").body()).contains("照书面决定改派", "韩多算", "韩第二");
        assertThat(chief.get("/campaigns/" + campaign + "/followup/moves").body())
                .contains("登记一件决定", "改派到 P002");
        assertThat(told("campaign.moved")).isEqualTo(2);
        assertThat(told("campaign.moved-out")).isEqualTo(1);
        assertThat(seated()).isEqualTo(2);
        assertThat(counted()).as("改派的人，介绍信只数一封").isEqualTo(2);
        theStepTakesEarlierOnesBack();
        assertThat(program.getBean(Recount.class).run().stream()
                        .filter(one -> one.kind().code().equals("placement-letter"))
                        .toList())
                .isEmpty();
        assertThat(chief.get("/campaigns/letters?which=ISSUED&unit=" + gathering.officer.unitCode() + "&q="
                                + URLEncoder.encode("韩多算", StandardCharsets.UTF_8))
                        .body())
                .as("撤回的不在台账里")
                .doesNotContain(first.subject().toString())
                .contains(letters.get(2).id().toString());

        var second = letters.get(1).id();
        assertThat(recordDuty(second)).isEqualTo(new RecordDuty.Outcome.OnDuty(second));
        assertThat(moving("韩第二", "P001")).contains("已上岗，不再改派");
    }

    @Test
    @DisplayName("还没有开介绍信的也可以照书面决定撤出：名额空出来，介绍信不再开，可以列入别的活动，也可以再改派")
    void whoHasNoLetterLeavesHisPost() throws Exception {
        approved();
        resultShown();
        letter("韩多算");
        corrected();
        correct("嘉奖重复登记，逐人书面决定");
        assertThat(move("韩第二", "")).isEqualTo(new MoveByDecision.Outcome.Moved(campaign));
        assertThat(sunshine()).contains("招 2 人 = 已有人选 1 + 还空 1", "P001 县自来水公司 水厂运行 撤出，另行安置");
        assertThat(told("campaign.moved-out")).isEqualTo(1);
        assertThat(told("campaign.moved")).isZero();
        assertThat(letter("韩第二")).isEqualTo(new IssueLetter.Outcome.MovedOut());
        assertThat(moving("韩第二", "")).contains("没有岗位可以撤出");
        var chief = Browser.signedIn(port, TestCounty.ensure(program).get("juzhang"));
        assertThat(chief.get("/campaigns/" + campaign + "/followup").body()).contains("照书面决定撤出，另行安置");
        var later = gathering.drafted(gathering.plan("撤出以后的活动"));
        assertThat(gathering.add(later, other)).isInstanceOf(AddCandidates.Outcome.Added.class);
        drop(later, "韩第二");
        assertThat(move("韩第二", "P001")).isEqualTo(new MoveByDecision.Outcome.Moved(campaign));
        assertThat(told("campaign.moved")).isEqualTo(1);
        assertThat(seated()).isEqualTo(2);
        assertThat(placed(valid())).containsExactly("韩多算", "韩第二");
    }

    @Test
    @DisplayName("撤出以后列入了别的活动的，先从那里撤出才能改派；那次活动算他落空一次；会要在决定纠正得分以后开")
    void whoIsElsewhereIsNotMovedBack() throws Exception {
        approved();
        resultShown();
        letter("韩多算");
        corrected();
        update("campaign.run set approved_at = now() - interval '9 days' where campaign_id = :id", campaign);
        correct("嘉奖重复登记，逐人书面决定");
        assertThat(((MoveByDecision.Outcome.Wanting) move("韩多算", "", handed.today.minusDays(1))).why())
                .contains("决定纠正得分那天");
        assertThat(move("韩多算", "")).isEqualTo(new MoveByDecision.Outcome.Moved(campaign));
        var later = gathering.drafted(gathering.plan("撤回以后的活动"));
        assertThat(gathering.add(later, reception)).isInstanceOf(AddCandidates.Outcome.Added.class);
        assertThat(moving("韩多算", "P002"))
                .contains("已经列入安置活动 " + gathering.read(later).number());
        assertThat(transactions.read(gathering.officer, () -> {
                    var again = program.getBean(Candidates.class).named(later, "韩多算", 1);
                    return program.getBean(WaitingTimes.class).words(again.getFirst(), handed.today);
                }))
                .contains("以前的活动没有安置上、单位拒收，加 1 个");
        drop(later, "韩多算");
        assertThat(move("韩多算", "P002")).isEqualTo(new MoveByDecision.Outcome.Moved(campaign));
        assertThat(gathering.add(later, reception)).isInstanceOf(AddCandidates.Outcome.NotReady.class);
    }

    @Test
    @DisplayName("改派的会，在决定纠正他本人得分那天或以后；以后又纠正了别人的，不挡从前开的会")
    void aMeetingIsHeldAgainstHisOwnCorrection() throws Exception {
        approved();
        resultShown();
        letter("韩多算");
        letter("韩第二");
        corrected();
        correct("嘉奖重复登记，逐人书面决定");
        transactions.write(
                gathering.officer,
                () -> program.getBean(JdbcClient.class)
                        .sql("""
                        with later as (
                            insert into campaign.meeting (id, campaign_id, code_now, about, held_on, minutes, entered_at, entered_by)
                            select gen_random_uuid(), m.campaign_id, m.code_now, m.about, m.held_on + 5, '以后的会', m.entered_at, m.entered_by
                            from campaign.correction o join campaign.meeting m on m.id = o.meeting_id
                            where o.campaign_id = :campaign
                            returning id, campaign_id)
                        insert into campaign.correction (id, campaign_id, candidate_id, meeting_id, code_now, score, tie_merit, tie_service,
                                                         tie_hardship, tie_disability, tie_age, after_letters, reason, decided_at,
                                                         decided_by, decided_account)
                        select gen_random_uuid(), l.campaign_id, c.id, l.id, c.code_now, c.score, c.tie_merit, c.tie_service, c.tie_hardship,
                               c.tie_disability, c.tie_age, true, '更正', now(), '甲', l.id
                        from later l join campaign.candidate c on c.campaign_id = l.campaign_id and c.name = '韩第二'
                        """)
                        .param("campaign", campaign)
                        .update());
        assertThat(moving("韩第二", "")).contains("决定纠正得分那天");
        assertThat(move("韩多算", "")).isEqualTo(new MoveByDecision.Outcome.Moved(campaign));
    }

    /** Of the plan's unit, as everybody reads it. */
    private int seated() {
        return transactions
                .read(
                        new Actor.Visitor(),
                        () -> program.getBean(QuotaList.class)
                                .page(campaign, QuotaList.Filter.shown(""), null)
                                .rows())
                .getFirst()
                .filled();
    }

    /** How many letters of the campaign the figure has. */
    private long counted() throws SQLException {
        try (var connection = new Superuser(program).connect();
                var statement = connection.createStatement()) {
            return counted(statement);
        }
    }

    private long counted(Statement statement) throws SQLException {
        try (var row = statement.executeQuery(
                "select sum(f.value) from figures.fact f join campaign.letter l on l.id = f.subject where f.kind = 60 and l.campaign_id = '"
                        + campaign + "'")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** As it was when what was withdrawn stayed counted; said again, nothing is taken back twice. */
    private void theStepTakesEarlierOnesBack() throws Exception {
        var step = new ClassPathResource("db/campaign/V202612300845__campaign_withdrawn_letters_uncounted.sql")
                .getContentAsString(StandardCharsets.UTF_8);
        try (var owner = new Superuser(program).connect();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("""
                    select figures.count_facts(array[60::smallint], array[l.code_now], array[l.issued_on], array[l.id],
                                               array[l.person_id], array[1::bigint], current_date, interval '1 hour')
                    from campaign.letter l where l.state = 'WITHDRAWN' and l.campaign_id = '%s'
                    """.formatted(campaign));
            assertThat(counted(statement)).isEqualTo(3);
            statement.execute("set local role rongyi_owner");
            statement.execute(step);
            statement.execute(step);
            statement.execute("reset role");
            assertThat(counted(statement)).isEqualTo(2);
            owner.rollback();
        }
    }

    private DocumentState state(UUID letter) {
        return transactions
                .read(
                        gathering.officer,
                        () -> program.getBean(IssuedDocuments.class).list("campaign.letter", letter))
                .getFirst()
                .state();
    }

    private long told(String template) {
        return gathering
                .jobs()
                .sql("""
                        select count(*) from notice.message m
                        where m.template = :template
                          and m.person_id in (select c.person_id from campaign.candidate c where c.campaign_id = :campaign)
                        """)
                .param("template", template)
                .param("campaign", campaign)
                .query(Long.class)
                .single();
    }

    private String moving(String whose, String post) {
        return ((MoveByDecision.Outcome.Wanting) move(whose, post)).why();
    }

    private MoveByDecision.Outcome move(String whose, String post) {
        return move(whose, post, handed.today);
    }

    private MoveByDecision.Outcome move(String whose, String post, LocalDate on) {
        var held = new Held(on, "四安组纪〔2026〕9 号", group);
        return gathering.perform(
                gathering.chief,
                MoveByDecision.class,
                new MoveByDecision.Command(
                        CommandId.fresh(gathering.chief), campaign, held, whose, post, "照更正的得分，先后换了"));
    }

    @Test
    @DisplayName("更正的得分改变了军官的类别：审定以前停办另办；审定以后停不了，只纠正得分和先后，类别照名单")
    void anotherKindStopsNothingForEver() throws Exception {
        openTheDraw();
        run();
        corrected();
        update(
                "campaign.candidate set kind = 'BATTALION' where id = :id",
                who("韩多算").id());
        assertThat(approve())
                .isInstanceOfSatisfying(
                        ApproveResult.Outcome.ScoreWrong.class,
                        wrong -> assertThat(wrong.reasons())
                                .singleElement()
                                .asString()
                                .contains("类别不能再改，请停办另办"));
        update(
                "campaign.run set approved_at = now(), approved_account = id, shown_until = current_date - 1 where campaign_id = :id",
                campaign);
        assertThat(waiting("韩第二")).contains("55 分更正为 53.5 分", "类别照名单").doesNotContain("停办另办");
        assertThat(setAside()).isInstanceOf(SetAsideRun.Outcome.SetAside.class);
        assertThat(correct("嘉奖重复登记")).isEqualTo(new CorrectScores.Outcome.Corrected(campaign, 1));
    }

    @Test
    @DisplayName("撤销审定的结果：落空的人已经列入别的活动的，先从那里撤出；会要在重新审档以后开；更正又改回来的，公示页写明已撤回")
    void nobodyIsPutIntoTwoCampaigns() throws Exception {
        approved();
        update(
                "campaign.placed set post_id = null where candidate_id = :id",
                who("韩第二").id());
        update("campaign.run set ran_at = now() - interval '3 days' where campaign_id = :id", campaign);
        var later = gathering.drafted(gathering.plan("下一次活动"));
        assertThat(gathering.add(later, other)).isInstanceOf(AddCandidates.Outcome.Added.class);
        corrected();
        assertThat(setAside(handed.today.minusDays(1)))
                .isInstanceOfSatisfying(
                        SetAsideRun.Outcome.Wanting.class,
                        wanting -> assertThat(wanting.why()).contains("重新审档那天"));
        assertThat(setAside())
                .isInstanceOfSatisfying(
                        SetAsideRun.Outcome.Wanting.class,
                        wanting -> assertThat(wanting.why())
                                .contains("韩第二在安置活动 " + gathering.read(later).number()));
        drop(later, "韩第二");
        assertThat(setAside()).isInstanceOf(SetAsideRun.Outcome.SetAside.class);
        assertThat(gathering.add(later, other)).isInstanceOf(AddCandidates.Outcome.NotReady.class);

        assertThat(correct("嘉奖重复登记")).isEqualTo(new CorrectScores.Outcome.Corrected(campaign, 1));
        reopen("原件找到了", "政治机关复函第 6 号");
        enterAnew(reception, 6);
        ownNoticeOver(reception);
        assertThat(correct("原件找到了")).isEqualTo(new CorrectScores.Outcome.Corrected(campaign, 1));
        assertThat(sunshine()).contains("更正已撤回，照名单运行。理由：原件找到了");
    }

    @Test
    @DisplayName("现场选岗选过、结果审定了：先撤销这次运行再停办，页面不叫人去做办不成的纠正")
    void whoHasChosenLiveIsNotPromisedACorrection() throws Exception {
        approved();
        transactions.write(
                gathering.officer,
                () -> program.getBean(JdbcClient.class)
                        .sql("""
                        insert into campaign.live (campaign_id, code_now, minutes, on_timeout, starts_at, planned_by, started_at,
                                                   started_by, ticked_at, ended_at)
                        select c.id, c.code_now, 5, 'PASS', now(), '甲', now(), '甲', now(), now()
                        from campaign.campaign c where c.id = :id
                        """)
                        .param("id", campaign)
                        .update());
        corrected();
        var chief = Browser.signedIn(port, TestCounty.ensure(program).get("juzhang"));
        assertThat(chief.get("/campaigns/" + campaign + "/result").body()).contains("先由专项小组撤销这次运行，再由负责人停办");
        assertThat(chief.get("/campaigns/" + campaign).body()).contains("现场选岗已经选过、不能再纠正", "由专项小组撤销这次运行，再由负责人停办另办");
        assertThat(setAside()).isInstanceOf(SetAsideRun.Outcome.SetAside.class);
        assertThat(correct("嘉奖重复登记")).isEqualTo(new CorrectScores.Outcome.ChosenLive());
        assertThat(chief.get("/campaigns/" + campaign).body()).contains("不能再纠正：请由负责人停办");
        assertThat(gathering.perform(
                        gathering.chief,
                        CallOffCampaign.class,
                        new CallOffCampaign.Command(CommandId.fresh(gathering.chief), campaign, "得分有错，另办")))
                .isEqualTo(new CallOffCampaign.Outcome.CalledOff(campaign));
    }

    private void approved() throws Exception {
        openTheDraw();
        run();
        assertThat(approve()).isInstanceOf(ApproveResult.Outcome.Approved.class);
    }

    /** His 55 points are 53.5 by reception, and his own notice is over. */
    private void corrected() {
        assertThat(reopen("第六次嘉奖重复登记", "政治机关复函第 5 号")).isInstanceOf(ReopenScore.Outcome.Reopened.class);
        enterAnew(reception, 3);
        ownNoticeOver(reception);
    }

    private void update(String what, UUID id) {
        assertThat(gathering.jobs().sql("update " + what).param("id", id).update())
                .isPositive();
    }

    private void drop(UUID from, String name) {
        var whom = transactions
                .read(gathering.officer, () -> program.getBean(Candidates.class).named(from, name, 1))
                .getFirst();
        assertThat(gathering.perform(
                        gathering.officer,
                        DropCandidate.class,
                        new DropCandidate.Command(CommandId.fresh(gathering.officer), from, whom.id(), "先撤出")))
                .isInstanceOf(DropCandidate.Outcome.Dropped.class);
    }

    /** The result stands; letters stop until the group has decided in writing. */
    private void afterLetters(IssueLetter.Outcome.Issued issued) {
        assertThat(setAside()).isEqualTo(new SetAsideRun.Outcome.LettersIssued());
        reopen(gathering.chief, other, "有两次嘉奖没有原件", "干部人事档案第 9 页");
        assertThat(duty(issued.subject())).contains("纠正以前不登记上岗", "正在重新审档");
        assertThat(settle()).contains("正在重新审档", "认定以后再登记办结");
        enterAnew(other, 2);
        ownNoticeOver(other);
        assertThat(duty(issued.subject())).contains("韩第二：54 分更正为 53 分，专项小组还没有纠正");
        assertThat(settle()).contains("纠正以前不登记办结", gathering.read(campaign).number(), "专项小组还没有纠正");
        assertThat(waiting("韩多算")).contains("韩第二：54 分更正为 53 分");
        assertThat(Browser.signedIn(port, TestCounty.ensure(program).get("juzhang"))
                        .get("/campaigns/" + campaign + "/result")
                        .body())
                .contains("已经开出介绍信，结果不再撤销", "由专项小组书面决定怎样逐人纠正");
        assertThat(correct("嘉奖没有原件，岗位不变，书面告知本人")).isEqualTo(new CorrectScores.Outcome.Corrected(campaign, 1));
        assertThat(letter("韩多算")).isInstanceOf(IssueLetter.Outcome.Issued.class);
        assertThat(sunshine()).contains("开出介绍信以后，得分更正了 1 人，结果不变");
        assertThat(recordDuty(issued.subject())).isEqualTo(new RecordDuty.Outcome.OnDuty(issued.subject()));
    }

    private RecordDuty.Outcome recordDuty(UUID letter) {
        return gathering.perform(
                gathering.officer,
                RecordDuty.class,
                new RecordDuty.Command(CommandId.fresh(gathering.officer), campaign, letter, handed.today, null, true));
    }

    private String duty(UUID letter) {
        return ((RecordDuty.Outcome.Wanting) recordDuty(letter)).why();
    }

    private String settle() {
        var outcome = gathering.perform(
                handed.officer,
                SettleReception.class,
                new SettleReception.Command(CommandId.fresh(handed.officer), other, handed.today, "水厂，已上岗"));
        return ((SettleReception.Outcome.Wanting) outcome).why();
    }

    private void verified(Runs.Run run) throws Exception {
        var second = new SecondOpinion();
        byte[] shown = transactions.read(
                gathering.officer, () -> program.getBean(Runs.class).shown(run.id()));
        byte[] full = transactions.read(
                gathering.officer, () -> program.getBean(Runs.class).file(run.id()));
        assertThat(second.objection(Map.of("--public", shown))).isEmpty();
        assertThat(second.said(Map.of("file", full))).contains("public sm3 " + run.head());
    }

    private ObjectToNotice.Outcome object(String grounds) {
        var visitor = new Actor.Visitor();
        return gathering.perform(
                visitor,
                ObjectToNotice.class,
                new ObjectToNotice.Command(
                        CommandId.fresh(visitor), gathering.read(campaign).number(), NEIGHBOUR, grounds));
    }

    private AnswerNoticeObjection.Outcome uphold(ObjectToNotice.Outcome.Raised raised, String whose) {
        return gathering.perform(
                gathering.officer,
                AnswerNoticeObjection.class,
                new AnswerNoticeObjection.Command(
                        CommandId.fresh(gathering.officer),
                        campaign,
                        raised.subject(),
                        Objection.Ruling.UPHELD,
                        "查过，确有重复登记",
                        whose));
    }

    private ReopenScore.Outcome reopen(String reason, String paper) {
        return reopen(gathering.chief, reason, paper);
    }

    private ReopenScore.Outcome reopen(Actor.Office by, String reason, String paper) {
        return reopen(by, reception, reason, paper);
    }

    private ReopenScore.Outcome reopen(Actor.Office by, UUID whose, String reason, String paper) {
        return gathering.perform(
                by, ReopenScore.class, new ReopenScore.Command(CommandId.fresh(by), whose, reason, paper));
    }

    /** So many commendations, by both alike. */
    private void enterAnew(UUID whose, int praise) {
        var lines = Map.of("placement.score.peace.praise", new Entry.Line(praise, "奖励登记（报告）表第 2 页"));
        var stated = new BigDecimal("52").add(new BigDecimal("0.5").multiply(BigDecimal.valueOf(praise)));
        gathering.perform(
                handed.officer,
                EnterScore.class,
                new EnterScore.Command(CommandId.fresh(handed.officer), whose, EnteredAs.ARMY, lines, stated));
        gathering.perform(
                handed.colleague,
                EnterScore.class,
                new EnterScore.Command(CommandId.fresh(handed.colleague), whose, EnteredAs.OFFICE, lines, null));
    }

    private void ownNoticeOver(UUID whose) {
        gathering
                .jobs()
                .sql("update reception.score set notice_until = :on where reception_id = :id")
                .param("on", handed.today.minusDays(1))
                .param("id", whose)
                .update();
    }

    private void days(String set) {
        gathering
                .jobs()
                .sql("update campaign.campaign set " + set + " where id = :id")
                .param("id", campaign)
                .update();
    }

    private void resultShown() {
        gathering
                .jobs()
                .sql("update campaign.run set shown_until = :on where campaign_id = :id and approved_at is not null")
                .param("on", handed.today.minusDays(1))
                .param("id", campaign)
                .update();
    }

    private EndNotice.Outcome end() {
        return gathering.perform(
                gathering.officer,
                EndNotice.class,
                new EndNotice.Command(CommandId.fresh(gathering.officer), campaign));
    }

    private List<String> open() {
        return ((EndNotice.Outcome.StillOpen) end()).reasons();
    }

    private RetakeScore.Outcome retake() {
        return gathering.perform(
                gathering.officer,
                RetakeScore.class,
                new RetakeScore.Command(
                        CommandId.fresh(gathering.officer), campaign, who("韩多算").id()));
    }

    private Candidate who(String name) {
        return transactions
                .read(gathering.officer, () -> program.getBean(Candidates.class).of(campaign))
                .stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void openTheDraw() {
        gathering.settle(campaign);
        var wishing = new Wishing(program, gathering, campaign).sealed();
        for (var name : List.of("韩多算", "韩第二")) {
            assertThat(wishing.handIn(who(name), "P002", "P001")).isInstanceOf(HandInWishes.Outcome.HandedIn.class);
        }
        gathering.past(campaign);
        for (int position = 1; position <= 2; position++) {
            gathering.perform(
                    gathering.officer,
                    EnterSource.class,
                    new EnterSource.Command(
                            CommandId.fresh(gathering.officer), campaign, position, "数值 " + position, "官网"));
            gathering.perform(
                    gathering.colleague,
                    ConfirmSource.class,
                    new ConfirmSource.Command(
                            CommandId.fresh(gathering.colleague), campaign, position, "数值 " + position));
        }
        wishing.open(wishing.made.shares().get(0), wishing.made.shares().get(2));
        assertThat(gathering.perform(
                        gathering.officer,
                        OpenDraw.class,
                        new OpenDraw.Command(CommandId.fresh(gathering.officer), campaign)))
                .isEqualTo(new OpenDraw.Outcome.Opened(campaign));
    }

    private RunCampaign.Outcome run() {
        return gathering.run(campaign);
    }

    private Runs.Run valid() {
        return transactions.read(
                gathering.officer,
                () -> program.getBean(Runs.class).valid(campaign).orElseThrow());
    }

    /** In the order of the campaign. */
    private List<String> placed(Runs.Run run) {
        return transactions
                .read(gathering.officer, () -> program.getBean(Runs.class).placed(run.id()))
                .stream()
                .map(Runs.Placed::name)
                .toList();
    }

    private Held held() {
        return held(handed.today);
    }

    private Held held(LocalDate on) {
        return new Held(on, "安置纪要〔2026〕7 号", group);
    }

    private ApproveResult.Outcome approve() {
        return gathering.perform(
                gathering.chief,
                ApproveResult.class,
                new ApproveResult.Command(CommandId.fresh(gathering.chief), campaign, held()));
    }

    private SetAsideRun.Outcome setAside() {
        return setAside(handed.today);
    }

    private SetAsideRun.Outcome setAside(LocalDate on) {
        return gathering.perform(
                gathering.chief,
                SetAsideRun.class,
                new SetAsideRun.Command(CommandId.fresh(gathering.chief), campaign, held(on), "得分更正，原结果撤销"));
    }

    private CorrectScores.Outcome correct(String reason) {
        return gathering.perform(
                gathering.chief,
                CorrectScores.class,
                new CorrectScores.Command(CommandId.fresh(gathering.chief), campaign, held(), reason));
    }

    private IssueLetter.Outcome letter(String name) {
        return gathering.perform(
                gathering.officer,
                IssueLetter.class,
                new IssueLetter.Command(
                        CommandId.fresh(gathering.officer), campaign, who(name).id()));
    }

    private String waiting(String name) {
        return String.join("；", ((IssueLetter.Outcome.StillOpen) letter(name)).reasons());
    }

    private String sunshine() {
        return new Browser(port)
                .get("/sunshine/" + gathering.read(campaign).number())
                .body();
    }
}
