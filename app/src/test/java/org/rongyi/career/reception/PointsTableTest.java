package org.rongyi.career.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.career.placement.score.ScoreTable;
import org.rongyi.career.placement.score.ScoreTerms;
import org.rongyi.career.reception.scoring.EnterScore;
import org.rongyi.career.reception.scoring.EnteredAs;
import org.rongyi.career.reception.scoring.Entry;
import org.rongyi.career.reception.scoring.ScoringState;
import org.rongyi.network.organisation.Offices;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@RongyiTest
@DisplayName("2023 年办法的分值：整表导入，错行说明白，两个人，从那天起按它评分")
class PointsTableTest {

    private static final Actor.Office MAKER = Offices.of(Role.OFFICER, 440000000000L);
    private static final Actor.Office LEADER = Offices.of(Role.LEADER, 440000000000L);
    private static final String HEAD = "项目,分值,单位,条,生效日\n";
    private static final String BASE = """
            服役年限：前段每年,2,分,第九条,%1$s
            服役年限：后段每年,2.5,分,第九条,%1$s
            服役年限：前段年数,12,年,第九条,%1$s
            服役年限：零头恰为六个月,0.5,年,第九条,%1$s
            """;
    private static final Pattern ROW = Pattern.compile("name=\"row\" value=\"([^\"]*)\"");

    private final WebApplicationContext program;
    private final MockMvc web;
    private final Policy policy;
    private final LocalDate today;

    @Autowired
    PointsTableTest(WebApplicationContext program, Policy policy, Clock clock) {
        this.program = program;
        this.web = MockMvcBuilders.webAppContextSetup(program).build();
        this.policy = policy;
        this.today = LocalDate.now(clock);
    }

    @Test
    @DisplayName("市县的人打不开；模板里有 2023 年办法新列的项目，没有分值")
    void theProvinceBringsItIn() throws Exception {
        var city = Offices.of(Role.OFFICER, 440100000000L);
        web.perform(by(city, get("/receptions/score-table"))).andExpect(status().isForbidden());
        web.perform(by(MAKER, get("/receptions/score-table")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("2022年11月30日")));
        var template = web.perform(by(MAKER, get("/receptions/score-table/template.xlsx")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        var again = new MockMultipartFile("file", "t.xlsx", null, template);
        web.perform(filled(again))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("没有一项填了分值")));
        assertThat(policy.get("placement.score.rank.staff.first").find(today.minusDays(1), null))
                .isEmpty();
    }

    @Test
    @DisplayName("每一个错行都说出第几行、哪里不对；缺了服役年限的整张不能用")
    void everyWrongRowIsSaid() throws Exception {
        var rows = HEAD + """
                服役年限：前段每年,两分,分,第九条,2099-01-01
                平时奖励：嘉奖,0.5,次,第十条,2099-01-01
                平时奖励：三等功,10,分,,2099-01-01
                平时奖励：三等功,10,分,第十条,2099-01-01
                平时奖励：二等功,20,分,第十条,2099-02-01
                练兵备战：比武名次,5,分,第八条,2099-01-01
                平时奖励：一等功,40,分,第十条,
                军衔：上士,,分,第七条,2099-01-01
                """;
        web.perform(filled(csv(rows, StandardCharsets.UTF_8)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("应为 0 以上的数字")))
                .andExpect(content().string(containsString("单位应为“分”，写的是“次”")))
                .andExpect(content().string(containsString("请写明是办法的哪一条")))
                .andExpect(content().string(containsString("这一项写了两次")))
                .andExpect(content().string(containsString("没有这一项")))
                .andExpect(content().string(containsString("请写明生效日")))
                .andExpect(content().string(containsString("凭省厅转发的文件")));
        var parted = HEAD + BASE.formatted("2099-01-01") + "平时奖励：嘉奖,0.5,分,第十条,2099-02-01\n";
        web.perform(filled(csv(parted, StandardCharsets.UTF_8)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("一张表一个生效日")));
        var without = HEAD + "平时奖励：嘉奖,0.5,分,第十条,2099-01-01\n";
        web.perform(filled(csv(without, StandardCharsets.UTF_8)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("服役年限算不出来")));
        web.perform(filled(csv("甲,乙\n1,2\n", StandardCharsets.UTF_8))).andExpect(status().isUnprocessableContent());
        assertThat(policy.get("placement.score.peace.praise").find(LocalDate.of(2099, 1, 1), null))
                .isEmpty();
    }

    @Test
    @DisplayName("一人提出，另一人同意，那天起退役的就能试算、能评分：十二年按二分是 24，一级上士 6，重大行动三等功 8，共 38")
    void agreedToItScores() throws Exception {
        var rows =
                HEAD + BASE.formatted(today) + "军衔：一级上士,6,分,第七条,%1$s\n重大非战争军事行动奖励：三等功,8,分,第十一条,%1$s\n".formatted(today);
        var looked = web.perform(filled(csv(rows, Charset.forName("GB18030"))))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("没有错行，共 6 项")))
                .andExpect(content().string(containsString("烈士子女")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var proposal = words(act(MAKER, post("/receptions/score-table")));
        var found = ROW.matcher(looked);
        while (found.find()) {
            proposal.param("row", found.group(1));
        }
        var sheet = Objects.requireNonNull(web.perform(proposal)
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getHeader("Location"));
        assertThat(ScoreTerms.on(policy, ScoreTable.SOLDIER, today).isKnown()).isFalse();
        web.perform(by(LEADER, get(sheet)))
                .andExpect(content().string(containsString("等 6 项")))
                .andExpect(content().string(containsString("军衔：一级上士")))
                .andExpect(content().string(containsString("同意变更")));
        web.perform(act(LEADER, post(sheet + "/agree"))).andExpect(status().isSeeOther());
        assertThat(ScoreTerms.on(policy, ScoreTable.SOLDIER, today.minusDays(1)).isKnown())
                .isFalse();
        web.perform(post("/score")
                        .param("enlisted", today.minusYears(12).toString())
                        .param("discharged", today.toString())
                        .param("rank", "rank.staff.first")
                        .param("operation.third", "1"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<h2>38 分</h2>")))
                .andExpect(content().string(containsString("量化评分办法（试验〔2090〕1号） 第十一条")));
        scoredInReception();
    }

    @Test
    @DisplayName("只有一行、行里有逗号的也完整提出；传回来不完整的行，一项也不提出")
    void oneRowIsOneRow() throws Exception {
        var row = "2\t军官：驻港澳每年\t1\t分\t第三条,第二款\t2099-01-01";
        web.perform(words(act(MAKER, post("/receptions/score-table")))
                        .param("table", "OFFICER")
                        .param("row", row, "3\t军官：参战每天\t1"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("没有完整地传回来")));
        var sheet = Objects.requireNonNull(web.perform(words(act(MAKER, post("/receptions/score-table")))
                        .param("table", "OFFICER")
                        .param("row", row))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getHeader("Location"));
        web.perform(by(LEADER, get(sheet))).andExpect(content().string(containsString("第三条,第二款")));
    }

    @Test
    @DisplayName("后来的一张表没有填的项目还按前一份文件：提出的人、审核的人都看得到是哪份文件、几分")
    void whatGoesOnByAnotherDocumentIsSaid() throws Exception {
        var rows = HEAD + """
                军官：年限每年,3,分,第五条,2099-03-01
                军官：不满一年的按几年,1,年,第五条,2099-03-01
                """;
        var kept = "军官：参战每天：没有填，仍按“转业军官考核评分办法（转载，文号和起止日期未见）” 1 分";
        var looked = web.perform(filled(csv(rows, StandardCharsets.UTF_8), "OFFICER"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(kept)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var proposal = words(act(MAKER, post("/receptions/score-table"))).param("table", "OFFICER");
        var found = ROW.matcher(looked);
        while (found.find()) {
            proposal.param("row", found.group(1));
        }
        var sheet = Objects.requireNonNull(web.perform(proposal)
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getHeader("Location"));
        web.perform(by(LEADER, get(sheet))).andExpect(content().string(containsString(kept)));
    }

    private void scoredInReception() {
        var handed = new Handed(program);
        var id = handed.received(handed.person("邝新表"), Handed.sergeant(today.minusYears(12), today));
        var lines = Map.of(
                "placement.score.rank.staff.first",
                new Entry.Line(1, "登记表第 1 页"),
                "placement.score.operation.third",
                new Entry.Line(1, "奖励表第 1 页"));
        enter(handed, handed.officer, id, EnteredAs.ARMY, lines);
        assertThat(enter(handed, handed.colleague, id, EnteredAs.OFFICE, lines))
                .isEqualTo(new EnterScore.Outcome.Entered(id, ScoringState.SETTLED));
    }

    private static EnterScore.Outcome enter(
            Handed handed, Actor.Office by, java.util.UUID id, EnteredAs as, Map<String, Entry.Line> lines) {
        return handed.perform(by, EnterScore.class, new EnterScore.Command(CommandId.fresh(by), id, as, lines, null));
    }

    private static MockMultipartFile csv(String text, Charset charset) {
        return new MockMultipartFile("file", "points.csv", "text/csv", text.getBytes(charset));
    }

    private static RequestBuilder filled(MockMultipartFile file) {
        return filled(file, "SOLDIER");
    }

    private static RequestBuilder filled(MockMultipartFile file, String table) {
        return multipart("/receptions/score-table/check")
                .file(file)
                .param("table", table)
                .param("document", "量化评分办法（试验〔2090〕1号）")
                .param("reason", "凭省厅转发的文件第 3 页")
                .requestAttr(Actor.class.getName(), MAKER);
    }

    private static MockHttpServletRequestBuilder words(MockHttpServletRequestBuilder request) {
        return request.param("document", "量化评分办法（试验〔2090〕1号）").param("reason", "凭省厅转发的文件第 3 页");
    }

    private static MockHttpServletRequestBuilder act(Actor.Office actor, MockHttpServletRequestBuilder request) {
        return by(actor, request)
                .param("_command", Ids.next().toString())
                .param("_post", actor.post().toString());
    }

    /** As the session filter would have it. */
    private static MockHttpServletRequestBuilder by(Actor.Office actor, MockHttpServletRequestBuilder request) {
        return request.requestAttr(Actor.class.getName(), actor);
    }
}
