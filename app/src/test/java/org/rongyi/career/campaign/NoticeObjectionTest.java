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
import org.rongyi.career.campaign.draw.EndNotice;
import org.rongyi.career.campaign.group.ApprovePlan;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.campaign.objection.AnswerNoticeObjection;
import org.rongyi.career.campaign.objection.NoticeObjections;
import org.rongyi.career.campaign.objection.ObjectToNotice;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.Objection;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("安置公示：谁都可以提异议，没有答复完不结束")
class NoticeObjectionTest {

    private static final Objection.Objector NEIGHBOUR = new Objection.Objector("街坊甲", "13800001234");

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @LocalServerPort
    private int port;

    private Gathering gathering;
    private UUID campaign;
    private String number;

    @BeforeEach
    void onNotice() {
        gathering = new Gathering(program);
        campaign = gathering.drafted(gathering.plan("有异议的活动"));
        gathering.checked(campaign, "异议岗位", 1);
        gathering.add(campaign, gathering.settled("被异议的", 6));
        number = gathering.read(campaign).number();
    }

    private void approve() {
        var group = gathering.group(campaign, Attendance.PRESENT, Attendance.PRESENT, Attendance.PRESENT);
        assertThat(gathering.approve(gathering.chief, campaign, group))
                .isInstanceOf(ApprovePlan.Outcome.Approved.class);
    }

    private ObjectToNotice.Outcome object(Actor who, Objection.Objector by, String grounds) {
        return gathering.perform(
                who, ObjectToNotice.class, new ObjectToNotice.Command(CommandId.fresh(who), number, by, grounds));
    }

    private AnswerNoticeObjection.Outcome answer(Actor.Office who, UUID objection, String text) {
        var command = new AnswerNoticeObjection.Command(
                CommandId.fresh(who), campaign, objection, Objection.Ruling.REJECTED, text, "");
        return gathering.perform(who, AnswerNoticeObjection.class, command);
    }

    private NoticeObjections.Counts counts() {
        return transactions.read(
                new Actor.Visitor(),
                () -> program.getBean(NoticeObjections.class).counts(campaign));
    }

    @Test
    @DisplayName("公示以前、满期以后不收；没有写姓名、电话、事实的说明白")
    void itIsTakenOnlyWhileTheNoticeHangs() {
        var visitor = new Actor.Visitor();
        assertThat(object(visitor, NEIGHBOUR, "档案分多算了")).isEqualTo(new ObjectToNotice.Outcome.NotHanging());
        approve();
        assertThat(object(visitor, new Objection.Objector("", "13800001234"), "多算了"))
                .isInstanceOfSatisfying(
                        ObjectToNotice.Outcome.Wanting.class,
                        wanting -> assertThat(wanting.field()).isEqualTo("name"));
        assertThat(object(visitor, new Objection.Objector("街坊甲", "123"), "多算了"))
                .isInstanceOfSatisfying(
                        ObjectToNotice.Outcome.Wanting.class,
                        wanting -> assertThat(wanting.field()).isEqualTo("phone"));
        assertThat(object(visitor, NEIGHBOUR, " "))
                .isInstanceOfSatisfying(
                        ObjectToNotice.Outcome.Wanting.class,
                        wanting -> assertThat(wanting.field()).isEqualTo("grounds"));
        assertThat(counts()).isEqualTo(new NoticeObjections.Counts(0, 0));
        gathering.shown(campaign);
        assertThat(object(visitor, NEIGHBOUR, "档案分多算了")).isEqualTo(new ObjectToNotice.Outcome.NotHanging());
    }

    @Test
    @DisplayName("一天从网上收的有数，再多的到窗口提，窗口的都收")
    void soManyAreTakenFromTheNet() {
        approve();
        var visitor = new Actor.Visitor();
        for (int i = 0; i < 20; i++) {
            assertThat(object(visitor, NEIGHBOUR, "第 " + i + " 件")).isInstanceOf(ObjectToNotice.Outcome.Raised.class);
        }
        assertThat(object(visitor, NEIGHBOUR, "再一件")).isEqualTo(new ObjectToNotice.Outcome.FullToday());
        assertThat(object(gathering.officer, NEIGHBOUR, "来窗口说的"))
                .isInstanceOfSatisfying(
                        ObjectToNotice.Outcome.Raised.class,
                        raised -> assertThat(raised.number()).isEqualTo(number + "-YY021"));
    }

    @Test
    @DisplayName("还有异议没有答复，公示就不能结束；书面答复以后才可以")
    void nothingEndsWhileOneIsOpen() {
        approve();
        var raised = (ObjectToNotice.Outcome.Raised) object(new Actor.Visitor(), NEIGHBOUR, "档案分多算了");
        assertThat(counts()).isEqualTo(new NoticeObjections.Counts(1, 1));
        gathering.shown(campaign);
        assertThat(end()).isEqualTo(new EndNotice.Outcome.StillOpen(List.of("1 件公示异议还没有书面答复")));
        assertThat(answer(TestCounty.office(program, "shi"), raised.subject(), "别处来答"))
                .isEqualTo(new AnswerNoticeObjection.Outcome.NotFound());
        assertThat(answer(gathering.officer, raised.subject(), ""))
                .isInstanceOf(AnswerNoticeObjection.Outcome.Wanting.class);
        assertThat(answer(gathering.officer, raised.subject(), "查了档案第 2 页，没有多算"))
                .isEqualTo(new AnswerNoticeObjection.Outcome.Answered(raised.subject()));
        assertThat(answer(gathering.colleague, raised.subject(), "再答一次"))
                .isEqualTo(new AnswerNoticeObjection.Outcome.NotNow());
        assertThat(counts()).isEqualTo(new NoticeObjections.Counts(1, 0));
        assertThat(end()).isInstanceOf(EndNotice.Outcome.Ended.class);
    }

    private EndNotice.Outcome end() {
        return gathering.perform(
                gathering.officer,
                EndNotice.class,
                new EndNotice.Command(CommandId.fresh(gathering.officer), campaign));
    }

    @Test
    @DisplayName("公示页上看得到收了几件、答复几件，看不到谁提的；主办单位看得到，并在页面上答复")
    void whoObjectedIsForTheOfficeAlone() {
        approve();
        var stranger = new Browser(port);
        var path = "/sunshine/" + number;
        assertThat(stranger.get(path).body()).contains(path + "/objection", "收到 0 件");
        var form = new LinkedHashMap<String, String>(
                Map.of("_command", Ids.next().toString(), "name", "街坊乙", "phone", "138 0000 1235", "grounds", ""));
        assertThat(stranger.post(path + "/objection", form).body()).contains("请写明哪里不对", "街坊乙");
        form.put("_command", Ids.next().toString());
        form.put("grounds", "他没有立过功");
        assertThat(stranger.post(path + "/objection", form).statusCode()).isEqualTo(303);
        assertThat(stranger.get(path).body()).contains("收到 1 件，已经书面答复 0 件").doesNotContain("街坊乙", "没有立过功");
        var officer = Browser.signedIn(port, TestCounty.ensure(program).get("xian"));
        var list = "/campaigns/" + campaign + "/objections";
        assertThat(officer.get(list).body()).contains(number + "-YY001", "街坊乙");
        var one = transactions.read(
                gathering.officer,
                () -> program.getBean(NoticeObjections.class)
                        .page(campaign, null)
                        .rows()
                        .getFirst());
        assertThat(officer.get(list + "/" + one.id()).body()).contains("他没有立过功", "13800001235", "书面答复");
        var reply = new LinkedHashMap<String, String>(Map.of(
                "_command",
                Ids.next().toString(),
                "_post",
                gathering.officer.post().toString(),
                "answer",
                "查过，立过三等功"));
        assertThat(officer.post(list + "/" + one.id(), reply).body()).contains("请选择异议成立不成立", "查过，立过三等功");
        reply.put("_command", Ids.next().toString());
        reply.put("ruling", "REJECTED");
        assertThat(officer.post(list + "/" + one.id(), reply).statusCode()).isEqualTo(303);
        assertThat(officer.get(list + "/" + one.id()).body()).contains("异议不成立", "查过，立过三等功");
        assertThat(officer.get(list + "/print").body())
                .as("台账上没有电话")
                .contains(number + "-YY001", "街坊乙", "他没有立过功", "异议不成立", "查过，立过三等功")
                .doesNotContain("13800001235");
        assertThat(officer.get(list + "/export.xlsx").statusCode()).isEqualTo(200);
        assertThat(Browser.signedIn(port, TestCounty.ensure(program).get("shi"))
                        .get(list + "/print")
                        .statusCode())
                .isEqualTo(404);
        var row = gathering
                .jobs()
                .sql("select to_jsonb(o)::text from campaign.objection o where o.id = :id")
                .param("id", one.id())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain("街坊乙", "13800001235", "立过");
    }
}
