package org.rongyi.career.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.group.ApprovePlan;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.campaign.post.CheckPosts;
import org.rongyi.career.campaign.post.ReportPost;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.intake.ImportDesk;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.CreditCode;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("安置岗位从表格导入，一起核对")
class PostImportTest {

    private static final List<String> TITLES =
            List.of("活动编号*", "单位*", "统一社会信用代码*", "单位性质*", "岗位*", "上班的地方*", "人数*", "其中预留", "岗位条件*", "报送文号*");
    private static final String UNIT = "91441223888888888";
    private static final String PAPER = "县电字〔2026〕8 号";

    @Autowired
    private ApplicationContext program;

    @LocalServerPort
    private int port;

    private Gathering gathering;
    private ImportDesk desk;
    private UUID campaign;
    private String number;

    @BeforeEach
    void county() {
        gathering = new Gathering(program);
        desk = new ImportDesk(program);
        campaign = gathering.drafted(gathering.plan("导入岗位"));
        number = gathering.read(campaign).number();
    }

    private List<String> row(String title, String seats) {
        return row(number, title, seats);
    }

    private List<String> row(String of, String title, String seats) {
        var place = gathering.officer.unitCode().toString();
        var code = UNIT + CreditCode.checkCharacter(UNIT);
        return List.of(of, "县电力公司", code, UnitNature.STATE_ENTERPRISE.zh(), title, place, seats, "", "不限", PAPER);
    }

    private List<String> titles() {
        return gathering.posts(campaign).stream()
                .filter(post -> post.state() != PostState.WITHDRAWN)
                .map(PlacementPost::title)
                .toList();
    }

    private byte[] book(List<List<String>> rows) {
        return ImportDesk.workbook(TITLES, rows);
    }

    @Test
    @DisplayName("对的行录进来等核对，错的行带着原因退回；中途断了接着来，不会录两遍")
    void goodRowsStayAndBadOnesComeBack() {
        var rows = List.of(
                row("线路工", "3"),
                row("抄表员", "2"),
                row("线路工", "3"),
                row("线路工", "5"),
                row("AZ000000-2026-99", "收费员", "1"),
                row("调度员", "1000"));
        var batch = desk.importedAcrossAKill(gathering.officer, "posts", book(rows));
        assertThat(desk.counts(batch)).as("录入、已有、退回").containsExactly(2, 1, 3, 0);
        assertThat(desk.reasons(gathering.officer, batch))
                .anyMatch(reason -> reason.contains("已经录过，编号 P001，人数 3"))
                .anyMatch(reason -> reason.contains("没有这个编号的安置活动"))
                .anyMatch(reason -> reason.contains("1 到 999"));
        assertThat(titles()).containsExactly("线路工", "抄表员");
        assertThat(gathering.posts(campaign)).allMatch(post -> post.state() == PostState.REPORTED && !post.published());
    }

    @Test
    @DisplayName("先核对不写入；别的单位的活动导不进去")
    void theDryRunWritesNothing() {
        var batch = desk.checked(gathering.officer, "posts", book(List.of(row("巡线员", "1"), row("巡线员", "2"))));
        assertThat(desk.counts(batch)).containsExactly(2, 0, 0, 0);
        assertThat(titles()).isEmpty();
        var city = TestCounty.office(program, "shi");
        var elsewhere = desk.imported(city, "posts", book(List.of(row("外来的", "1"))));
        assertThat(desk.counts(elsewhere)).containsExactly(0, 0, 1, 0);
        assertThat(titles()).isEmpty();
    }

    @Test
    @DisplayName("整批撤回：没有公布的都撤下，公布了的留着并写明原因")
    void aBatchIsTakenBackWhileItIsNotPublic() {
        var first = desk.imported(gathering.officer, "posts", book(List.of(row("撤一", "1"), row("撤二", "1"))));
        desk.withdraw(gathering.officer, first);
        assertThat(titles()).isEmpty();
        var second = desk.imported(gathering.officer, "posts", book(List.of(row("撤一", "1"), row("撤三", "1"))));
        assertThat(desk.counts(second)).containsExactly(2, 0, 0, 0);
        assertThat(check(gathering.colleague, List.of(), PAPER)).isEqualTo(new CheckPosts.Outcome.Checked(campaign, 2));
        gathering.add(campaign, gathering.settled("导入人", 1));
        var group = gathering.group(campaign, Attendance.PRESENT, Attendance.PRESENT, Attendance.PRESENT);
        assertThat(gathering.approve(gathering.chief, campaign, group))
                .isInstanceOf(ApprovePlan.Outcome.Approved.class);
        desk.withdraw(gathering.officer, second);
        assertThat(desk.counts(second)).as("都留着").containsExactly(2, 0, 0, 2);
        assertThat(titles()).containsExactly("撤一", "撤三");
    }

    private CheckPosts.Outcome check(Actor.Office who, List<UUID> posts, String paper) {
        long waiting = gathering.posts(campaign).stream()
                .filter(one -> one.state() == PostState.REPORTED && one.paper().equals(paper))
                .count();
        return check(who, posts, paper, waiting);
    }

    private CheckPosts.Outcome check(Actor.Office who, List<UUID> posts, String paper, long seen) {
        return gathering.perform(
                who, CheckPosts.class, new CheckPosts.Command(CommandId.fresh(who), campaign, posts, paper, seen));
    }

    @Test
    @DisplayName("看过以后这份文又录入了岗位的，不算看过：请再看一遍，一个也不核对")
    void whatCameSinceWasNotSeen() {
        desk.imported(gathering.officer, "posts", book(List.of(row("先一", "1"), row("先二", "1"))));
        assertThat(check(gathering.colleague, List.of(), PAPER, 1)).isEqualTo(new CheckPosts.Outcome.MoreSince());
        assertThat(gathering.posts(campaign)).extracting(PlacementPost::state).containsOnly(PostState.REPORTED);
        assertThat(check(gathering.colleague, List.of(), PAPER, 2))
                .isEqualTo(new CheckPosts.Outcome.Checked(campaign, 2));
    }

    @Test
    @DisplayName("一起核对：自己录入的不算，勾选的、一份文的由另一位同事核对")
    void manyAreCheckedBySomebodyElse() {
        var mine = gathering.post(campaign, "录一", 1);
        var other = gathering.post(campaign, "录二", 1);
        assertThat(check(gathering.officer, List.of(mine, other), ""))
                .isEqualTo(new CheckPosts.Outcome.NothingToCheck());
        assertThat(check(gathering.colleague, List.of(mine), ""))
                .isEqualTo(new CheckPosts.Outcome.Checked(campaign, 1));
        assertThat(check(gathering.colleague, List.of(mine), "")).isEqualTo(new CheckPosts.Outcome.NothingToCheck());
        var city = TestCounty.office(program, "shi");
        assertThat(check(city, List.of(other), "")).isEqualTo(new CheckPosts.Outcome.NotFound());
        assertThat(gathering.posts(campaign))
                .extracting(PlacementPost::state)
                .containsExactly(PostState.CHECKED, PostState.REPORTED);
    }

    @Test
    @DisplayName("在名单上：录入的人看不到勾选，同事勾了就核对；什么也没勾的说明白")
    void theyAreTickedOnTheList() {
        var post = gathering.post(campaign, "勾选的", 1);
        var path = "/campaigns/" + campaign + "/posts";
        var personas = TestCounty.ensure(program);
        assertThat(Browser.signedIn(port, personas.get("xian")).get(path).body())
                .contains("从表格导入")
                .doesNotContain("勾选的核对无误");
        var colleague = Browser.signedIn(port, personas.get("chuna"));
        assertThat(colleague.get(path).body()).contains("勾选的核对无误", "县水字〔2026〕3 号（1 个）");
        var form = new LinkedHashMap<String, String>();
        form.put("_command", Ids.next().toString());
        form.put("_post", gathering.colleague.post().toString());
        assertThat(colleague.post(path + "/checks", form).body()).contains("请勾选核对过的岗位");
        form.put("_command", Ids.next().toString());
        form.put("checked", post.toString());
        assertThat(colleague.post(path + "/checks", form).statusCode()).isEqualTo(303);
        assertThat(gathering.posts(campaign)).extracting(PlacementPost::state).containsExactly(PostState.CHECKED);
    }

    @Test
    @DisplayName("同一份文里完全一样的岗位不录两遍，人数写在一条里")
    void twoAlikeAreOneWithMoreSeats() {
        gathering.post(campaign, "一样的", 2);
        assertThat(gathering.report(campaign, "一样的", 2))
                .isEqualTo(new ReportPost.Outcome.AlreadyReported("P001", 2, 0));
        assertThat(titles()).containsExactly("一样的");
    }
}
