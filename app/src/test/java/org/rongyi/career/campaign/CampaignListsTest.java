package org.rongyi.career.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.group.ApprovePlan;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.campaign.wish.HandInWishes;
import org.rongyi.career.campaign.wish.Wishing;
import org.rongyi.demo.TestCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("阳光安置：名单翻得动、找得到、导得出")
class CampaignListsTest {

    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

    @Autowired
    private ApplicationContext program;

    @LocalServerPort
    private int port;

    private Gathering gathering;
    private Browser officer;

    @BeforeEach
    void county() {
        gathering = new Gathering(program);
        officer = Browser.signedIn(port, TestCounty.ensure(program).get("xian"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The codes on a page, from the first page to the last. */
    private List<List<String>> pages(Browser who, String path, Pattern row) {
        var pages = new java.util.ArrayList<List<String>>();
        var next = path;
        while (next != null) {
            var body = who.get(next).body();
            pages.add(row.matcher(body).results().map(found -> found.group(1)).toList());
            var link = NEXT.matcher(body);
            next = link.find() ? link.group(1).replace("&amp;", "&") : null;
        }
        return pages;
    }

    @Test
    @DisplayName("岗位一页二十个，按编号；按单位、岗位、编号、文号和情况找；导出的就是找到的")
    void postsAreReadByPages() {
        var campaign = gathering.drafted(gathering.plan("岗位名单"));
        IntStream.rangeClosed(1, 22).forEach(i -> gathering.post(campaign, "岗位" + i, 1));
        var wanted = gathering.checked(campaign, "护理员", 3);
        assertThat(officer.get("/campaigns/print").body()).contains("岗位名单", "安置活动台账", "拟定");
        assertThat(officer.get("/campaigns/export.xlsx").statusCode()).isEqualTo(200);
        var path = "/campaigns/" + campaign + "/posts";
        var code = Pattern.compile("<a href=\"" + path + "/[-0-9a-f]{36}\">(P[0-9]+)</a>");
        var pages = pages(officer, path, code);
        assertThat(pages).hasSize(2);
        assertThat(pages.getFirst()).hasSize(20).startsWith("P001", "P002");
        assertThat(pages.getLast()).containsExactly("P021", "P022", "P023");
        assertThat(officer.get(path).body()).contains("23 个岗位，共招 25 人");
        assertThat(pages(officer, path + "?q=" + encoded("护理"), code)).isEqualTo(List.of(List.of("P023")));
        assertThat(pages(officer, path + "?q=p02", code)).isEqualTo(List.of(List.of("P020", "P021", "P022", "P023")));
        assertThat(pages(officer, path + "?q=" + encoded("县水字〔2026〕3 号"), code)).hasSize(2);
        assertThat(pages(officer, path + "?state=CHECKED", code)).isEqualTo(List.of(List.of("P023")));
        assertThat(officer.get(path + "?q=" + encoded("没有的")).body()).contains("没有符合条件的岗位");
        assertThat(officer.get(path + "/export.xlsx").statusCode()).isEqualTo(200);
        assertThat(officer.get(path + "/print?state=CHECKED").body())
                .contains("护理员")
                .doesNotContain("岗位22");
        assertThat(wanted).isNotNull();
        assertThat(Browser.signedIn(port, TestCounty.ensure(program).get("cun2"))
                        .get(path + "/export.xlsx")
                        .statusCode())
                .as("别处的导不出")
                .isIn(403, 404);
    }

    @Test
    @DisplayName("编号过了 P999，P1000 排在后面")
    void aThousandStandsBehindNineHundred() {
        var campaign = gathering.drafted(gathering.plan("编号先后"));
        var first = gathering.post(campaign, "甲", 1);
        var second = gathering.post(campaign, "乙", 1);
        rename(first, "P1000");
        rename(second, "P999");
        var path = "/campaigns/" + campaign + "/posts";
        assertThat(pages(officer, path, Pattern.compile(">(P[0-9]+)</a>")))
                .isEqualTo(List.of(List.of("P999", "P1000")));
    }

    private void rename(UUID post, String code) {
        gathering
                .jobs()
                .sql("update campaign.post set code = :code where id = :id")
                .param("code", code)
                .param("id", post)
                .update();
    }

    @Test
    @DisplayName("参加人按得分或者按姓名，按姓名、拼音首字母、代号找；没有列入的另有一页，列入了就不在那里")
    void candidatesAreFound() {
        var campaign = gathering.drafted(gathering.plan("参加人名单"));
        var one = gathering.settled("单子甲", 1);
        gathering.settled("单子乙", 2);
        var path = "/campaigns/" + campaign + "/candidates";
        assertThat(officer.get(path).body()).contains("还没有参加人");
        assertThat(officer.get(path + "/waiting?q=" + encoded("单子")).body()).contains("单子甲", "单子乙", "可以列入");
        gathering.add(campaign, one);
        assertThat(officer.get(path + "/waiting?q=" + encoded("单子")).body())
                .contains("单子乙")
                .doesNotContain("单子甲");
        gathering.add(campaign, gathering.settled("单子丙", 3));
        var name = Pattern.compile("<a href=\"" + path + "/[-0-9a-f]{36}\">([^<]+)</a>");
        assertThat(pages(officer, path, name)).isEqualTo(List.of(List.of("单子丙", "单子甲")));
        assertThat(pages(officer, path + "?order=name", name).getFirst()).containsExactlyInAnyOrder("单子甲", "单子丙");
        assertThat(pages(officer, path + "?q=szb", name)).isEqualTo(List.of(List.of("单子丙")));
        assertThat(pages(officer, path + "?q=" + encoded("子甲"), name)).isEqualTo(List.of(List.of("单子甲")));
        assertThat(officer.get(path + "?kind=PRIORITY").body()).contains("没有符合条件的参加人");
        assertThat(officer.get(path + "/print").body()).contains("单子甲", "单子丙");
        assertThat(officer.get(path + "/export.xlsx").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("公示的岗位、得分谁都可以翻、可以找，没有登录也一样")
    void everybodyReadsTheWholeNotice() {
        var campaign = gathering.drafted(gathering.plan("公示名单"));
        IntStream.rangeClosed(1, 21).forEach(i -> gathering.checked(campaign, "公示岗位" + i, 1));
        gathering.add(campaign, gathering.settled("公示人", 4));
        var group = gathering.group(campaign, Attendance.PRESENT, Attendance.PRESENT, Attendance.PRESENT);
        assertThat(gathering.approve(gathering.chief, campaign, group))
                .isInstanceOf(ApprovePlan.Outcome.Approved.class);
        var stranger = new Browser(port);
        var path = "/sunshine/" + gathering.read(campaign).number();
        assertThat(stranger.get(path).body())
                .contains(path + "/posts", "公示岗位20", "公示人")
                .doesNotContain("公示岗位21");
        var pages = pages(stranger, path + "/posts", Pattern.compile(">(P[0-9]+) "));
        assertThat(pages.getFirst()).hasSize(20);
        assertThat(pages.getLast()).containsExactly("P021");
        assertThat(stranger.get(path + "/posts?q=" + encoded("岗位21")).body())
                .contains("公示岗位21")
                .doesNotContain("公示岗位20");
        assertThat(stranger.get(path + "/scores?q=" + encoded("公示")).body()).contains("公示人");
        assertThat(stranger.get(path + "/scores?q=" + encoded("别人")).body()).contains("没有这个姓名");
        assertThat(stranger.get(path + "/results").body()).contains("现在没有公示的结果");
        assertThat(stranger.get("/sunshine/none/posts").statusCode()).isEqualTo(404);
        assertThat(stranger.get(path + "/posts/print").body())
                .as("整份打印，一页一页翻的都在")
                .contains("公示岗位1<", "公示岗位21", "招 21 人");
        assertThat(stranger.get(path + "/posts/print?q=" + encoded("岗位21")).body())
                .contains("公示岗位21")
                .doesNotContain("公示岗位20");
        assertThat(stranger.get("/sunshine/none/posts/print").statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("交志愿名册：谁交了、谁没有交，不说交了什么；别处的看不到")
    void whoHasHandedIn() {
        var wishing = new Wishing(program, "交志愿名册的活动").posts(2).sealed();
        var one = wishing.candidate("名册甲", "66", 1);
        wishing.candidate("名册乙", "65", 1);
        wishing.stage("WISHES", Duration.ofDays(1));
        assertThat(wishing.handIn(one, "A-2")).isInstanceOf(HandInWishes.Outcome.HandedIn.class);
        var path = "/campaigns/" + wishing.campaign + "/seal";
        assertThat(officer.get(path).body()).contains(path + "/export.xlsx", path + "/print", "还没有交的 1 人。");
        assertThat(officer.get("/campaigns/" + wishing.campaign + "/appeals/print")
                        .body())
                .as("资格审查台账回到给出它的那一页")
                .contains("资格审查", "href=\"/campaigns/" + wishing.campaign + "/candidates\"");
        "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许".chars().forEach(c -> wishing.candidate((char) c + "名册", "60", 1));
        assertThat(officer.get(path).body()).contains("还没有交的 21 人，先列 20 人，其余请查找。");
        assertThat(officer.get(path + "?q=" + encoded("名册乙")).body()).contains("找到还没有交的 1 人。");
        assertThat(officer.get(path + "/print").body())
                .containsPattern("名册甲</td><td>[^<]+</td><td>交了<")
                .containsPattern("名册乙</td><td>[^<]+</td><td>没有交<")
                .doesNotContain("A-2");
        assertThat(officer.get(path + "/export.xlsx").statusCode()).isEqualTo(200);
        assertThat(Browser.signedIn(port, TestCounty.ensure(program).get("shi"))
                        .get(path + "/print")
                        .statusCode())
                .isEqualTo(404);
    }
}
