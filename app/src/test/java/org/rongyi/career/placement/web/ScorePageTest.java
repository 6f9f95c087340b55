package org.rongyi.career.placement.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@RongyiTest
@DisplayName("量化评分试算：谁都能算，每项有依据，填错了说清楚")
class ScorePageTest {

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("从自己的移交安置过来的，服役的起止日期已经填好")
    void whatIsKnownNeedNotBeTypedAgain() {
        assertThat(new Browser(port)
                        .get("/score?table=SOLDIER&enlisted=2004-12-01&discharged=2020-12-01")
                        .body())
                .contains("value=\"2004-12-01\"", "value=\"2020-12-01\"");
    }

    @Test
    @DisplayName("算出总分和每一项；系统默认的分值标出来；没有公开分值的年份说明白")
    void anybodyReckonsHisScore() {
        var browser = new Browser(port);
        assertThat(browser.get("/score").body()).contains("2018 年秋季从 9 月 1 日算起", "系统默认，待业务确认");
        var scored = browser.post(
                "/score",
                Map.of("enlisted", "2004-12-01", "discharged", "2020-12-01", "peace.third", "1", "martyr", "yes"));
        assertThat(scored.statusCode()).isEqualTo(200);
        assertThat(scored.body()).contains("77 分", "平时奖励：三等功", "1 次 × 10 分", "量化评分暂行办法（2018）", "系统默认，待业务确认");
        var late = browser.post("/score", Map.of("enlisted", "2010-12-01", "discharged", "2023-12-01"));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("2023 年办法的分值没有公开");
    }

    @Test
    @DisplayName("军官按示例的标准算，没有见到的部分说明白")
    void officersHaveAnExample() {
        var browser = new Browser(port);
        assertThat(browser.get("/score?table=OFFICER").body()).contains("示例，不是完整的标准", "“学历”以下的部分没有见到", "正连职");
        var scored = browser.post(
                "/score",
                Map.of(
                        "table", "OFFICER",
                        "enlisted", "2003-09-01",
                        "discharged", "2015-03-31",
                        "duty", "officer.duty.company",
                        "rank", "officer.rank.captain",
                        "officer.hard", "4",
                        "officer.peace.second", "1"));
        assertThat(scored.statusCode()).isEqualTo(200);
        assertThat(scored.body()).contains("24 分", "粤军转组〔2015〕1号", "没有见到分值，没有算");
    }

    @Test
    @DisplayName("任过主官只有有和没有：勾了才算四分，填 0 不算")
    void whatIsHeldIsTicked() {
        var browser = new Browser(port);
        assertThat(browser.get("/score?table=OFFICER").body())
                .containsPattern("<input type=\"checkbox\"[^>]*name=\"officer.chief\"");
        var fields = Map.of("table", "OFFICER", "enlisted", "2010-01-01", "discharged", "2023-01-01");
        var without = new HashMap<>(fields);
        without.put("officer.chief", "0");
        assertThat(browser.post("/score", without).body()).contains("<h2>26 分</h2>");
        var with = new HashMap<>(fields);
        with.put("officer.chief", "yes");
        assertThat(browser.post("/score", with).body()).contains("<h2>30 分</h2>");
    }

    @Test
    @DisplayName("填错的留着，错在哪一项说在哪一项；获勋章称号的不评分")
    void whatIsWrongIsSaidWhereItIs() {
        var browser = new Browser(port);
        var wrong = browser.post(
                "/score",
                Map.of("enlisted", "2018-09-01", "discharged", "2020-09-01", "hard.2", "40", "peace.first", "x"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("请填写整数", "value=\"40\"");
        var beyond =
                browser.post("/score", Map.of("enlisted", "2018-09-01", "discharged", "2020-09-01", "hard.2", "40"));
        assertThat(beyond.body()).contains("超过服役的 25 个月");
        assertThat(browser.post("/score", Map.of("honoured", "yes")).body()).contains("不评分，优先安排");
        var titled = Map.of("enlisted", "2000-12-01", "discharged", "2016-12-01", "honoured", "yes");
        assertThat(browser.post("/score", titled).body()).contains("荣誉称号按 2016 年的试行办法计分");
        var officer = Map.of("table", "OFFICER", "discharged", "2016-12-01", "honoured", "yes");
        assertThat(browser.post("/score", officer).body())
                .as("2016 年的试行办法只给士兵的荣誉称号计分")
                .contains("不评分，优先安排");
        var scored = Map.of("enlisted", "2000-12-01", "discharged", "2016-12-01", "title.region", "1");
        assertThat(browser.post("/score", scored).body()).contains("<h2>116 分</h2>");
    }
}
