package org.rongyi.career.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.Hostile;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.group.ApprovePlan;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.campaign.objection.AnswerNoticeObjection;
import org.rongyi.career.campaign.objection.ObjectToNotice;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.Objection;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("红队：阳光安置的活动、岗位、参加人、公示异议里写脚本、公式，公开页、办理页、导出都只当文字")
class HostileCampaignTest {

    @Autowired
    private ApplicationContext program;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("公开页不登录看，异议由陌生人提")
    void whatWasTypedIsOnlyText() {
        var gathering = new Gathering(program);
        var campaign = gathering.drafted(gathering.plan(Hostile.NAME));
        var post = gathering.checked(campaign, Hostile.NAME, 1);
        gathering.add(campaign, gathering.settled(Hostile.NAME, 6));
        var number = gathering.read(campaign).number();
        var group = gathering.group(campaign, Attendance.PRESENT, Attendance.PRESENT, Attendance.PRESENT);
        assertThat(gathering.approve(gathering.chief, campaign, group))
                .isInstanceOf(ApprovePlan.Outcome.Approved.class);
        var stranger = new Actor.Visitor();
        var raised = (ObjectToNotice.Outcome.Raised) gathering.perform(
                stranger,
                ObjectToNotice.class,
                new ObjectToNotice.Command(
                        CommandId.fresh(stranger),
                        number,
                        new Objection.Objector("<script>redteam</script>", "13800001234"),
                        Hostile.WORDS));
        var objection = "/campaigns/" + campaign + "/objections/" + raised.subject();
        var officer = Browser.signedIn(
                port, Objects.requireNonNull(TestCounty.ensure(program).get("xian")));
        assertThat(Hostile.shownAsText(
                        officer,
                        "/campaigns",
                        "/campaigns/" + campaign,
                        "/campaigns/" + campaign + "/posts",
                        "/campaigns/" + campaign + "/posts/" + post,
                        "/campaigns/" + campaign + "/candidates",
                        "/campaigns/" + campaign + "/objections",
                        objection))
                .isGreaterThanOrEqualTo(6);
        Hostile.exportedAsText(
                officer,
                "/campaigns/" + campaign + "/posts/export.xlsx",
                "/campaigns/" + campaign + "/candidates/export.xlsx");
        gathering.perform(
                gathering.officer,
                AnswerNoticeObjection.class,
                new AnswerNoticeObjection.Command(
                        CommandId.fresh(gathering.officer),
                        campaign,
                        raised.subject(),
                        Objection.Ruling.REJECTED,
                        Hostile.WORDS,
                        ""));
        assertThat(Hostile.shownAsText(officer, objection)).isEqualTo(1);
        assertThat(Hostile.shownAsText(
                        new Browser(port),
                        "/sunshine",
                        "/sunshine/" + number,
                        "/sunshine/" + number + "/posts",
                        "/sunshine/" + number + "/scores",
                        "/sunshine/" + number + "/objection"))
                .isGreaterThanOrEqualTo(4);
    }
}
