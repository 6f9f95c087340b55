package org.rongyi.career.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.after.IssueLetter;
import org.rongyi.career.campaign.after.PlacementLetters;
import org.rongyi.career.campaign.after.RecordDuty;
import org.rongyi.career.campaign.after.RecordLetterRefusal;
import org.rongyi.career.campaign.candidate.CheckGrounds;
import org.rongyi.career.campaign.candidate.RefusalGround;
import org.rongyi.career.campaign.candidate.RefuseForPost;
import org.rongyi.career.campaign.draw.ConfirmSource;
import org.rongyi.career.campaign.draw.EndNotice;
import org.rongyi.career.campaign.draw.EnterSource;
import org.rongyi.career.campaign.draw.OpenDraw;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.campaign.group.Held;
import org.rongyi.career.campaign.material.DrawSources;
import org.rongyi.career.campaign.material.Secrecies;
import org.rongyi.career.campaign.run.ApproveResult;
import org.rongyi.career.campaign.run.RunCampaign;
import org.rongyi.career.campaign.run.Runs;
import org.rongyi.career.campaign.run.SetAsideRun;
import org.rongyi.career.campaign.wish.HandInWishes;
import org.rongyi.career.campaign.wish.Wishing;
import org.rongyi.career.placement.allocation.SecondOpinion;
import org.rongyi.career.placement.proof.Commitment;
import org.rongyi.career.reception.Handed;
import org.rongyi.career.reception.ReceptionState;
import org.rongyi.demo.TestCounty;
import org.rongyi.network.oversight.FoundByPerson;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.vault.Signer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("阳光安置：定名单、抽签、运行一次、专项小组审定或者撤销")
class RunTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @LocalServerPort
    private int port;

    /** Day, time and the space behind. */
    private static final int SPEAKS = 17;

    private Gathering gathering;
    private UUID campaign;
    private Map<UUID, Attendance> group;

    /** Three people, two posts of one seat each, on notice. */
    @BeforeEach
    void onNotice() {
        gathering = new Gathering(program);
        campaign = gathering.drafted(gathering.plan("运行的活动"));
        gathering.checked(campaign, "水厂运行", 1);
        gathering.checked(campaign, "收费管理", 1);
        gathering.add(campaign, gathering.settled("孙第一", 6), gathering.settled("孙第二", 4), gathering.settled("孙第三", 2));
        group = gathering.group(campaign, Attendance.PRESENT, Attendance.PRESENT, Attendance.PRESENT);
        gathering.approve(gathering.chief, campaign, group);
    }

    @Test
    @DisplayName("公示没有满、岗位没有核对、得分变了的，都不能定名单，并说明差什么")
    void theListIsSettledOnlyWhenNothingIsOpen() {
        assertThat(end()).isEqualTo(new EndNotice.Outcome.TooEarly());
        gathering.post(campaign, "没有核对的", 1);
        gathering
                .jobs()
                .sql("update campaign.candidate set tie_merit = 8 where campaign_id = :id and name = '孙第三'")
                .param("id", campaign)
                .update();
        gathering.shown(campaign);
        gathering.jobs().sql("""
                        update reception.score s set total = 99 from campaign.candidate c
                        where c.reception_id = s.reception_id and c.campaign_id = :id and c.name = '孙第二'
                        """).param("id", campaign).update();
        assertThat(end())
                .isInstanceOfSatisfying(
                        EndNotice.Outcome.StillOpen.class,
                        open -> assertThat(open.reasons())
                                .contains("岗位 P003 还没有核对", "孙第二：得分与移交接收的不一致，请更新")
                                .anyMatch(reason -> reason.startsWith("孙第三：同分先后的依据")));
        gathering.past(campaign);
        assertThat(end())
                .isInstanceOfSatisfying(
                        EndNotice.Outcome.StillOpen.class,
                        open -> assertThat(open.reasons()).contains(EndNotice.TOO_LATE));
        var officer = Browser.signedIn(port, TestCounty.ensure(program).get("xian"));
        for (var page : List.of("", "/draw")) {
            assertThat(officer.get("/campaigns/" + campaign + page).body())
                    .as("页面和答复说的一样")
                    .contains(EndNotice.TOO_LATE);
        }
        assertThat(gathering.read(campaign).stage()).isEqualTo(CampaignStage.NOTICE);
    }

    @Test
    @DisplayName("优先的依据、资格审查不通过：录的人自己不能核，没有另一人核对的不能定名单")
    void whatOnePersonSaysIsCheckedByAnother() {
        gathering.jobs().sql("""
                        update campaign.candidate set priority_ground = '烈士子女' where campaign_id = :id and name = '孙第三'
                        """).param("id", campaign).update();
        var people = transactions.read(
                gathering.officer, () -> program.getBean(Candidates.class).of(campaign));
        var post = gathering.posts(campaign).getFirst().id();
        var refuse = new RefuseForPost.Command(
                CommandId.fresh(gathering.officer),
                campaign,
                people.get(0).id(),
                post,
                RefusalGround.RELATIVES,
                "SPOUSE",
                "配偶在这个单位");
        gathering.perform(gathering.officer, RefuseForPost.class, refuse);
        gathering.shown(campaign);
        assertThat(end())
                .isEqualTo(
                        new EndNotice.Outcome.StillOpen(List.of("孙第三：最先选、优先安置的依据还没有另一位同事核对", "孙第一：资格审查不通过还没有另一位同事核对")));
        var first = people.get(0).id();
        var third = people.get(2).id();
        assertThat(check(gathering.officer, first)).isEqualTo(new CheckGrounds.Outcome.SamePerson());
        assertThat(check(gathering.officer, third)).isEqualTo(new CheckGrounds.Outcome.SamePerson());
        var second = Browser.signedIn(
                port, org.rongyi.demo.TestCounty.ensure(program).get("chuna"));
        assertThat(second.get("/campaigns/" + campaign + "/candidates/" + third).body())
                .contains("等另一位同事核对");
        assertThat(check(gathering.colleague, first))
                .as("填报已经开始，来不及申请复核")
                .isInstanceOf(CheckGrounds.Outcome.NoTimeToAppeal.class);
        wishes("+ interval '22 days'");
        assertThat(check(gathering.colleague, first)).isEqualTo(new CheckGrounds.Outcome.Checked(first));
        wishes("- interval '22 days'");
        assertThat(check(gathering.colleague, third)).isEqualTo(new CheckGrounds.Outcome.Checked(third));
        assertThat(check(gathering.colleague, third)).isEqualTo(new CheckGrounds.Outcome.NotFound());
        assertThat(end())
                .as("他还可以申请复核")
                .isInstanceOfSatisfying(
                        EndNotice.Outcome.StillOpen.class,
                        open -> assertThat(open.reasons())
                                .singleElement()
                                .asString()
                                .contains("孙第一", "可以申请复核"));
        gathering
                .jobs()
                .sql("update campaign.refusal set checked_at = checked_at - interval '30 days' where campaign_id = :id")
                .param("id", campaign)
                .update();
        assertThat(end()).isInstanceOf(EndNotice.Outcome.Ended.class);
    }

    private void wishes(String moved) {
        gathering
                .jobs()
                .sql(
                        "update campaign.campaign set wishes_open = wishes_open %1$s, wishes_close = wishes_close %1$s where id = :id"
                                .formatted(moved))
                .param("id", campaign)
                .update();
    }

    private CheckGrounds.Outcome check(Actor.Office who, UUID candidate) {
        return gathering.perform(who, CheckGrounds.class, gathering.checking(who, campaign, candidate));
    }

    @Test
    @DisplayName("来源一人录入、另一人自己再填；不一致核不过；截止以前录不进去；都齐了才开启抽签")
    void aSourceIsReadByTwo() {
        gathering.shown(campaign);
        assertThat(end()).isInstanceOf(EndNotice.Outcome.Ended.class);
        gathering.past(campaign);
        assertThat(gathering.report(campaign, "定名单以后", 1))
                .isEqualTo(new org.rongyi.career.campaign.post.ReportPost.Outcome.NotNow());
        unheard();
        enter(1, "03 08 10");
        corrected();
        assertThat(confirm(gathering.officer, 1, "03 08 11")).isEqualTo(new ConfirmSource.Outcome.SamePerson());
        assertThat(confirm(gathering.colleague, 1, "03 08 12")).isEqualTo(new ConfirmSource.Outcome.Differs());
        assertThat(confirm(gathering.colleague, 1, "03 08 11"))
                .isEqualTo(new ConfirmSource.Outcome.Confirmed(campaign));
        assertThat(open())
                .isInstanceOfSatisfying(
                        OpenDraw.Outcome.StillOpen.class,
                        still -> assertThat(still.reasons()).hasSize(2));
        assertThat(gathering.read(campaign).share()).isNull();
        var command = new EnterSource.Command(CommandId.fresh(gathering.officer), campaign, 1, "改一改", "官网");
        assertThat(gathering.perform(gathering.officer, EnterSource.class, command))
                .isEqualTo(new EnterSource.Outcome.Frozen());
    }

    /** Before its hour nobody says what a source said, nor that it stayed silent. */
    private void unheard() {
        var draw = gathering.jobs();
        var ahead =
                "update campaign.draw_source set name = replace(name, :one, :other) where campaign_id = :id and position = 1";
        var spoken = transactions.read(
                gathering.officer,
                () -> program.getBean(DrawSources.class).of(campaign).getFirst().name());
        var later = gathering.speaking(1, spoken.substring(SPEAKS));
        draw.sql(ahead)
                .param("one", spoken)
                .param("other", later)
                .param("id", campaign)
                .update();
        for (var value : new String[] {"03 08 10", null}) {
            var early = new EnterSource.Command(CommandId.fresh(gathering.officer), campaign, 1, value, "官网");
            assertThat(gathering.perform(gathering.officer, EnterSource.class, early))
                    .isInstanceOfSatisfying(
                            EnterSource.Outcome.Wanting.class,
                            wanting -> assertThat(wanting.why()).contains("还没有到公布的时间"));
        }
        draw.sql(ahead)
                .param("one", later)
                .param("other", spoken)
                .param("id", campaign)
                .update();
    }

    /** What was entered wrong is entered anew, on the page, until somebody else has confirmed it. */
    private void corrected() {
        var personas = org.rongyi.demo.TestCounty.ensure(program);
        var officer = Browser.signedIn(port, personas.get("xian"));
        var path = "/campaigns/" + campaign + "/draw";
        assertThat(officer.get("/campaigns/" + campaign).body()).contains("下一步：密钥一直没有备齐", "停办");
        assertThat(officer.get("/campaigns/" + campaign + "/seal").body()).contains("填报时间已过，密钥一直没有备齐");
        assertThat(officer.get(path).body()).contains("录错了，重新录入：", "双色球开奖号码");
        var form = new java.util.LinkedHashMap<>(Map.of(
                "_command",
                org.rongyi.platform.kernel.Ids.next().toString(),
                "_post",
                gathering.officer.post().toString(),
                "position",
                "1",
                "again",
                "YES",
                "newValue.1",
                "03 08 11"));
        assertThat(officer.post(path + "/sources/value", form).body()).contains("请写明在哪里看到的", "value=\"03 08 11\"");
        form.put("newWhere.1", "官网公告");
        assertThat(officer.post(path + "/sources/value", form).statusCode()).isEqualTo(303);
    }

    @Test
    @DisplayName("运行只有一次，签名；撤销的留着，再运行结果一样；审定以后公布，岗位 = 已有人选 + 还空")
    void oneRunOneResult() throws Exception {
        var kept = new ArrayList<byte[]>();
        openTheDraw();
        kept.add(published());
        onlyTheShareIsPublic();
        assertThat(run()).isInstanceOf(RunCampaign.Outcome.Ran.class);
        assertThat(run()).isEqualTo(new RunCampaign.Outcome.NotNow());
        var first = valid();
        assertThat(program.getBean(Signer.class)
                        .verifies(
                                first.head().getBytes(StandardCharsets.US_ASCII),
                                new Signer.Signature(
                                        first.signingKey(), HexFormat.of().parseHex(first.signature()))))
                .isTrue();
        gathering
                .jobs()
                .sql("update campaign.run set ran_at = ran_at + interval '2 days' where id = :id")
                .param("id", first.id())
                .update();
        assertThat(approve(gathering.chief))
                .isInstanceOfSatisfying(
                        ApproveResult.Outcome.Wanting.class,
                        wanting -> assertThat(wanting.why()).contains("运行那天"));
        gathering
                .jobs()
                .sql("update campaign.run set ran_at = ran_at - interval '2 days', ran_account = :chief where id = :id")
                .param("chief", gathering.chief.account())
                .param("id", first.id())
                .update();
        var own = new SetAsideRun.Command(CommandId.fresh(gathering.chief), campaign, held(), "自己运行的自己撤销");
        assertThat(gathering.perform(gathering.chief, SetAsideRun.class, own))
                .isEqualTo(new SetAsideRun.Outcome.SamePerson());
        gathering
                .jobs()
                .sql("update campaign.run set ran_account = :officer where id = :id")
                .param("officer", gathering.officer.account())
                .param("id", first.id())
                .update();
        var aside = new SetAsideRun.Command(CommandId.fresh(gathering.chief), campaign, held(), "保管人在开启时没有当场核对身份");
        assertThat(gathering.perform(gathering.chief, SetAsideRun.class, aside))
                .isEqualTo(new SetAsideRun.Outcome.SetAside(first.id()));
        run();
        var result = "/campaigns/" + campaign + "/result";
        assertThat(officer().get(result + "/print?q=" + encoded("孙第一")).body())
                .contains("安置结果（未经专项小组审定）", "筛选：姓名 孙第一")
                .doesNotContain("孙第二");
        assertThat(officer().get(result + "?q=" + encoded("孙第一")).body())
                .contains(result + "/export.xlsx?q=" + encoded("孙第一"), result + "/print?q=" + encoded("孙第一"));
        assertThat(valid().head()).isEqualTo(first.head());
        placedByScore();
        assertThat(approve(gathering.chief)).isEqualTo(new ApproveResult.Outcome.Approved(valid().id()));
        assertThat(officer().get(result + "/print").body()).contains("孙第二").doesNotContain("未经专项小组审定");
        var visitor = new Browser(port);
        var number = gathering.read(campaign).number();
        var page = visitor.get("/sunshine/" + number).body();
        assertThat(page).contains("招 2 人 = 已有人选 2 + 还空 0", "孙第一", "这次没有安置上", "保管人在开启时没有当场核对身份", first.head());
        assertThat(visitor.get("/sunshine/" + number + "/file").body()).doesNotContain("孙第一", "孙第三");
        kept.add(published());
        anybodyHoldsTheOfficeToIt(number, kept);
        auditor();
        onDuty();
    }

    private byte[] published() {
        var number = gathering.read(campaign).number();
        return bytes(new Browser(port).get("/sunshine/" + number + "/published.json"));
    }

    private static byte[] bytes(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body().getBytes(StandardCharsets.UTF_8);
    }

    /** With what the page gives out, and the other implementation: what was kept at each stage, the signature, the key. */
    private void anybodyHoldsTheOfficeToIt(String number, List<byte[]> kept) throws Exception {
        var visitor = new Browser(port);
        var second = new SecondOpinion();
        var file = bytes(visitor.get("/sunshine/" + number + "/file"));
        var key = bytes(visitor.get("/sunshine/" + number + "/key.json"));
        var signature = bytes(visitor.get("/sunshine/" + number + "/signature.json"));
        for (var one : kept) {
            assertThat(second.said(
                            Map.of("--public", file, "--published", one, "--signature", signature, "--key", key)))
                    .contains("verified published", "verified signature");
        }
        assertThat(new String(kept.getLast(), StandardCharsets.UTF_8))
                .contains("\"run\":\"" + valid().head() + "\"")
                .containsOnlyOnce("null") // nobody was corrected
                .contains("\"corrected\":null");
    }

    /** With the salt who guessed names, scores and pseudonyms could be told that he was right. */
    private void onlyTheShareIsPublic() {
        var salt = transactions.read(
                gathering.officer, () -> program.getBean(Secrecies.class).salt(campaign));
        var one = gathering.read(campaign);
        assertThat(one.share()).isEqualTo(Commitment.share(salt));
        assertThat(new Browser(port).get("/sunshine/" + one.number()).body())
                .contains(String.valueOf(one.share()))
                .doesNotContain(salt);
        var row = gathering
                .jobs()
                .sql("select to_jsonb(c)::text from campaign.campaign c where c.id = :id")
                .param("id", campaign)
                .query(String.class)
                .single();
        assertThat(row).contains(String.valueOf(one.share())).doesNotContain(salt);
    }

    /** The letter waits for the notice; the contract follows the rule; on duty he is settled; a refusal ends nothing. */
    private void onDuty() {
        var people = transactions.read(
                gathering.officer, () -> program.getBean(Candidates.class).of(campaign));
        assertThat(letter(people.get(0))).isEqualTo(new IssueLetter.Outcome.NotNow());
        gathering
                .jobs()
                .sql("update campaign.run set shown_until = shown_until - 60 where campaign_id = :id")
                .param("id", campaign)
                .update();
        assertThat(letter(people.get(2))).isEqualTo(new IssueLetter.Outcome.NotFound());
        var issued = (IssueLetter.Outcome.Issued) letter(people.get(0));
        assertThat(letter(people.get(0))).isEqualTo(new IssueLetter.Outcome.AlreadyIssued());
        assertThat(gathering.read(campaign).stage()).isEqualTo(CampaignStage.FOLLOWED);
        var today = new Handed(program).today;
        var kept = transactions.read(
                gathering.officer,
                () -> program.getBean(PlacementLetters.class)
                        .find(issued.subject())
                        .orElseThrow());
        assertThat(kept.dutyBy()).isEqualTo(today.plusDays(30));
        keptWaiting(issued.subject());
        assertThat(duty(issued.subject(), 3, false))
                .isInstanceOfSatisfying(
                        RecordDuty.Outcome.Wanting.class,
                        wanting -> assertThat(wanting.why()).contains("无固定期限"));
        assertThat(duty(issued.subject(), null, true)).isEqualTo(new RecordDuty.Outcome.OnDuty(issued.subject()));
        assertThat(new Handed(program).read(people.get(0).reception()).state()).isEqualTo(ReceptionState.SETTLED);
        assertThat(letter(people.get(0))).as("上岗办结了的，再按一次").isEqualTo(new IssueLetter.Outcome.AlreadyIssued());
        placedElsewhere(people.get(1), people.get(0), issued.subject());
        var second = (IssueLetter.Outcome.Issued) letter(people.get(1));
        var paper = gathering
                .jobs()
                .sql("select id from documents.issued where person_id = :person")
                .param("person", people.get(1).person())
                .query(UUID.class)
                .list();
        assertThat(paper).isNotEmpty();
        assertThat(FoundByPerson.records(
                        program, gathering.officer, people.get(1).person()))
                .as("按他的姓名查留痕：介绍信，和发给他的这份文书")
                .contains(second.subject())
                .containsAll(paper);
        var refused = new RecordLetterRefusal.Command(
                CommandId.fresh(gathering.officer), campaign, second.subject(), false, "本人来电说不去");
        assertThat(gathering.perform(gathering.officer, RecordLetterRefusal.class, refused))
                .isEqualTo(new RecordLetterRefusal.Outcome.Recorded(second.subject()));
        assertThat(new Handed(program).read(people.get(1).reception()).state()).isEqualTo(ReceptionState.WAITING);
        var officer = Browser.signedIn(
                port, org.rongyi.demo.TestCounty.ensure(program).get("xian"));
        assertThat(officer.get("/campaigns/" + campaign + "/followup").body()).contains("已上岗", "本人拒绝");
        assertThat(officer.get("/campaigns/" + campaign + "/followup/" + second.subject())
                        .body())
                .contains("安置介绍信", "办理终止安置待遇");
    }

    /** Who was settled otherwise by now, or has the letter of another result in his hand, gets none. */
    private void placedElsewhere(Candidate whom, Candidate other, UUID letter) {
        settled(whom, new Handed(program).today, "自谋职业");
        assertThat(letter(whom)).isEqualTo(new IssueLetter.Outcome.PlacedElsewhere());
        assertThat(noButton(whom)).contains("已另有安置");
        settled(whom, null, null);
        isOf(letter, whom);
        assertThat(letter(whom)).isEqualTo(new IssueLetter.Outcome.PlacedElsewhere());
        isOf(letter, other);
        withdrawn(whom, "录错了人");
        assertThat(letter(whom)).isEqualTo(new IssueLetter.Outcome.OutOfReach());
        assertThat(noButton(whom)).contains("移交接收已转走或撤下");
        withdrawn(whom, null);
        assertThat(followUp()).contains("value=\"" + whom.id() + "\"");
    }

    private String noButton(Candidate whom) {
        assertThat(followUp()).doesNotContain("value=\"" + whom.id() + "\"");
        return officer().get("/campaigns/" + campaign + "/followup/print").body();
    }

    private String followUp() {
        return officer().get("/campaigns/" + campaign + "/followup").body();
    }

    private Browser officer() {
        return Browser.signedIn(port, org.rongyi.demo.TestCounty.ensure(program).get("xian"));
    }

    private void withdrawn(Candidate whom, @Nullable String why) {
        gathering
                .jobs()
                .sql("update reception.reception set withdrawn_why = :why where id = :id")
                .param("why", why)
                .param("id", whom.reception())
                .update();
    }

    private void settled(Candidate whom, @Nullable LocalDate on, @Nullable String how) {
        gathering
                .jobs()
                .sql("update reception.reception set settled_on = cast(:on as date), settled_how = :how where id = :id")
                .param("on", on)
                .param("how", how)
                .param("id", whom.reception())
                .update();
    }

    private void isOf(UUID letter, Candidate whom) {
        gathering
                .jobs()
                .sql("update campaign.letter set reception_id = :reception, person_id = :person where id = :id")
                .param("reception", whom.reception())
                .param("person", whom.person())
                .param("id", letter)
                .update();
    }

    /** 非因本人原因没有上岗: the page says what the unit owes him, and not before. */
    private void keptWaiting(UUID letter) {
        var officer = Browser.signedIn(
                port, org.rongyi.demo.TestCounty.ensure(program).get("xian"));
        var page = "/campaigns/" + campaign + "/followup/" + letter;
        assertThat(officer.get(page).body()).doesNotContain("平均工资");
        var refused = new RecordLetterRefusal.Command(
                CommandId.fresh(gathering.officer), campaign, letter, true, "单位来函说暂时没有编制");
        assertThat(gathering.perform(gathering.officer, RecordLetterRefusal.class, refused))
                .isEqualTo(new RecordLetterRefusal.Outcome.Recorded(letter));
        assertThat(officer.get(page).body()).contains("从开出介绍信的当月起", "平均工资的 80%");
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private IssueLetter.Outcome letter(Candidate whom) {
        return gathering.perform(
                gathering.officer,
                IssueLetter.class,
                new IssueLetter.Command(CommandId.fresh(gathering.officer), campaign, whom.id()));
    }

    private RecordDuty.Outcome duty(UUID letter, @Nullable Integer years, boolean openEnded) {
        var command = new RecordDuty.Command(
                CommandId.fresh(gathering.officer), campaign, letter, new Handed(program).today, years, openEnded);
        return gathering.perform(gathering.officer, RecordDuty.class, command);
    }

    /** Who has most points gets his first wish; the third finds nothing left. */
    private void placedByScore() {
        var placed = transactions.read(
                gathering.officer, () -> program.getBean(Runs.class).placed(valid().id()));
        assertThat(placed).extracting(Runs.Placed::name).containsExactly("孙第一", "孙第二", "孙第三");
        var codes =
                gathering.posts(campaign).stream().collect(Collectors.toMap(PlacementPost::id, PlacementPost::code));
        assertThat(placed.stream()
                        .map(one -> one.post() == null ? "" : codes.get(one.post()))
                        .toList())
                .containsExactly("P002", "P001", "");
        assertThat(placed).extracting(Runs.Placed::wish).containsExactly(1, 2, 0);
    }

    private void auditor() {
        var audit = Browser.signedIn(
                port, org.rongyi.demo.TestCounty.ensure(program).get("shenji"));
        var page = audit.get("/campaign-files").body();
        assertThat(page).contains("运行的活动", "已审定");
        var form = Map.of(
                "_command",
                org.rongyi.platform.kernel.Ids.next().toString(),
                "_post",
                org.rongyi.demo.TestCounty.office(program, "shenji").post().toString(),
                "reason." + valid().id(),
                "年度检查");
        var path = "/campaign-files/" + campaign + "/" + valid().id();
        var file = audit.post(path, form);
        assertThat(file.body()).contains("P002").doesNotContain("孙第一");
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .contains(gathering.read(campaign).number() + "-2-full.json");
        var officer = Browser.signedIn(
                port, org.rongyi.demo.TestCounty.ensure(program).get("xian"));
        assertThat(officer.get("/campaign-files").statusCode()).isEqualTo(403);
        assertThat(officer.get("/campaigns/" + campaign + "/result").body()).contains("孙第一", "第 2 志愿");
    }

    private void openTheDraw() {
        gathering.shown(campaign);
        end();
        var wishing = new Wishing(program, gathering, campaign).sealed();
        transactions
                .read(gathering.officer, () -> program.getBean(Candidates.class).of(campaign))
                .forEach(who -> assertThat(wishing.handIn(who, "P002", "P001"))
                        .isInstanceOf(HandInWishes.Outcome.HandedIn.class));
        gathering.past(campaign);
        for (int position = 1; position <= 2; position++) {
            enter(position, "数值 " + position);
            confirm(gathering.colleague, position, "数值 " + position);
        }
        wishing.open(wishing.made.shares().get(0), wishing.made.shares().get(2));
        assertThat(open()).isEqualTo(new OpenDraw.Outcome.Opened(campaign));
    }

    private Runs.Run valid() {
        return transactions.read(
                gathering.officer,
                () -> program.getBean(Runs.class).valid(campaign).orElseThrow());
    }

    private Held held() {
        return new Held(new Handed(program).today, "安置纪要〔2026〕2 号", group);
    }

    private EndNotice.Outcome end() {
        return gathering.perform(
                gathering.officer,
                EndNotice.class,
                new EndNotice.Command(CommandId.fresh(gathering.officer), campaign));
    }

    private void enter(int position, String value) {
        var command =
                new EnterSource.Command(CommandId.fresh(gathering.officer), campaign, position, value, "中国福利彩票官网");
        assertThat(gathering.perform(gathering.officer, EnterSource.class, command))
                .isEqualTo(new EnterSource.Outcome.Entered(campaign));
    }

    private ConfirmSource.Outcome confirm(Actor.Office who, int position, String value) {
        return gathering.perform(
                who, ConfirmSource.class, new ConfirmSource.Command(CommandId.fresh(who), campaign, position, value));
    }

    private OpenDraw.Outcome open() {
        return gathering.perform(
                gathering.officer, OpenDraw.class, new OpenDraw.Command(CommandId.fresh(gathering.officer), campaign));
    }

    private RunCampaign.Outcome run() {
        return gathering.perform(
                gathering.officer,
                RunCampaign.class,
                new RunCampaign.Command(CommandId.fresh(gathering.officer), campaign));
    }

    private ApproveResult.Outcome approve(Actor.Office who) {
        return gathering.perform(
                who, ApproveResult.class, new ApproveResult.Command(CommandId.fresh(who), campaign, held()));
    }
}
