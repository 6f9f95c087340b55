package org.rongyi.platform.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.person.Files;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.route.Position.Result;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("会签、或签、集体研究：在页面上从受理走到决定")
class JointRouteTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseFiles files;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();
    private Actor.Office city;
    private UUID file;

    @BeforeEach
    void aCaseForMany() {
        personas = TestCounty.ensure(program);
        city = TestCounty.office(program, "shi");
        var village = TestCounty.office(program, "cun");
        var person = new Files(program).register(village, "联合办", Files.number(), null);
        var filing = new Cases.Filing(JointOfTests.ID, "联合办理", person, "联合办", village.unitCode(), "本人到场");
        file = Ids.next();
        assertThat(transactions.write(village, () -> cases.open(village, file, filing)))
                .isEqualTo(new Cases.Opened(file));
    }

    @Test
    @DisplayName("会签两家都签才往下走，一家不同意只是意见；或签一家签了就走，另一家的待办撤掉；集体研究要三人、有议定内容，会后才决定")
    void fromTheCounterToTheMeeting() {
        sent(post("zhen", task("zhen"), "acceptance", Map.of("opinion", "")));
        assertThat(open()).extracting(Task::zh).containsExactly("镇县会签", "镇县会签");
        assertThat(page("xian", task("xian"))).contains("镇县会签", "签署意见");
        var first = task("zhen");
        sent(answer("zhen", first, "AGAINST", "镇里认为材料不足"));
        assertThat(post("zhen", first, "answer", Map.of("verdict", "AGREE", "opinion", ""))
                        .statusCode())
                .as("签过的不能再签")
                .isEqualTo(409);
        assertThat(open())
                .as("还差一家")
                .singleElement()
                .satisfies(one -> assertThat(one.desk().unit())
                        .isEqualTo(TestCounty.office(program, "xian").unit()));
        assertThat(Browser.signedIn(port, personas.get("cun"))
                        .get("/cases/" + file)
                        .body())
                .contains("会签，2 个单位", "或签，2 个单位", "镇里认为材料不足");
        sent(answer("xian", task("xian"), "AGREE", ""));

        assertThat(open()).extracting(Task::zh).containsExactly("县市或签", "县市或签");
        var county = task("xian");
        sent(answer("shi", task("shi"), "AGREE", "市里同意"));
        assertThat(open()).extracting(Task::zh).containsExactly("县局集体研究");
        assertThat(post("xian", county, "answer", Map.of("verdict", "AGREE", "opinion", ""))
                        .statusCode())
                .as("另一家签过，县里不用签了")
                .isEqualTo(409);

        meeting();
        var decided = transactions.read(city, () -> cases.find(file)).orElseThrow();
        assertThat(decided.result()).isEqualTo(Result.AGREED);
        assertThat(decided.decision().reason()).contains("参加：甲一、乙二、丙三", "同意办理");
        assertThat(transactions.read(city, () -> files.papers(file)))
                .extracting(paper -> paper.title())
                .contains("受理通知书", "办理决定书");
        sent(post(
                "zhen",
                task("zhen"),
                "delivery",
                Map.of("way", "HAND", "on", LocalDate.now(clock).toString(), "proof", "本人签收")));
        assertThat(open()).isEmpty();
    }

    private void meeting() {
        assertThat(page("juzhang", task("juzhang"))).contains("开会日期", "参加的人", "议定的内容");
        var today = LocalDate.now(clock);
        assertThat(held(today.toString(), "甲一、乙二、乙二", "同意办理")).isEqualTo(422);
        assertThat(held(today.toString(), "甲一、乙二、丙三", "")).isEqualTo(422);
        assertThat(held(today.plusDays(1).toString(), "甲一、乙二、丙三", "同意办理"))
                .as("还没有开的会")
                .isEqualTo(422);
        assertThat(held("+999999999-12-31", "甲一、乙二、丙三", "同意办理")).isEqualTo(422);
        assertThat(held(today.toString(), "甲一、乙二、丙三", "同意办理")).isEqualTo(303);
    }

    private int held(String on, String present, String words) {
        var fields = Map.of("verdict", "AGREE", "meetingOn", on, "present", present, "opinion", words);
        return post("juzhang", task("juzhang"), "answer", fields).statusCode();
    }

    @Test
    @DisplayName("或签的一步退回会签：两家重新签，原来签的不算；会签的一家撤回自己的意见可以再签")
    void whatIsGivenBackIsSignedAnew() {
        sent(post("zhen", task("zhen"), "acceptance", Map.of("opinion", "")));
        var mine = task("zhen");
        sent(answer("zhen", mine, "AGREE", ""));
        assertThat(page("zhen", mine)).contains("撤回我的意见");
        assertThat(page("xian", mine)).doesNotContain("撤回我的意见");
        sent(post("zhen", mine, "recall", Map.of("recallReason", "看错了")));
        assertThat(page("zhen", mine)).as("撤回过的不能再撤").doesNotContain("撤回我的意见");
        assertThat(open()).hasSize(2);
        sent(answer("zhen", task("zhen"), "AGREE", "核过了"));
        sent(answer("xian", task("xian"), "AGREE", ""));
        sent(post("shi", task("shi"), "return", Map.of("step", "1", "returnReason", "请镇县再核一次")));
        assertThat(open()).extracting(Task::zh).containsExactly("镇县会签", "镇县会签");
        assertThat(transactions.read(city, () -> cases.find(file)).orElseThrow().round())
                .isEqualTo(2);
        sent(answer("xian", task("xian"), "AGREE", ""));
        assertThat(open()).singleElement().satisfies(one -> assertThat(one.zh()).isEqualTo("镇县会签"));
    }

    @Test
    @DisplayName("旁的事都在页面上：请别人提意见、答复、减签、暂停和恢复计时、转办、催办，件件在经过里")
    void everythingBesideTheWayIsOnThePages() {
        var seat = task("zhen");
        var county = TestCounty.office(program, "xian").unit().toString();
        assertThat(page("zhen", seat)).contains("转给别人办", "先请别人核实、提意见", "不予受理，写明理由", "材料不齐，通知补正");
        sent(post("zhen", seat, "asking", Map.of("askTo", county, "question", "请核对退役档案")));
        var opinion = opinion();
        assertThat(page("zhen", seat)).contains("请核对退役档案", "/tasks/" + opinion + "/dropping");
        assertThat(post("zhen", seat, "acceptance", Map.of("opinion", "")).statusCode())
                .as("还在等意见")
                .isEqualTo(409);
        assertThat(page("xian", opinion)).contains("核实的情况或意见");
        assertThat(post("xian", opinion, "opinion", Map.of("opinion", " ")).statusCode())
                .isEqualTo(422);
        sent(post("xian", opinion, "opinion", Map.of("opinion", "档案相符")));
        sent(post("zhen", seat, "asking", Map.of("askTo", county, "question", "请再核一次")));
        sent(post("zhen", opinion(), "dropping", Map.of()));
        sent(post("zhen", seat, "acceptance", Map.of("opinion", "")));

        var mine = task("zhen");
        assertThat(page("zhen", mine)).contains("进入特别程序，暂停计时");
        sent(post("zhen", mine, "pause", Map.of("pauseReason", "现场勘验，约五天")));
        assertThat(page("zhen", mine)).contains("恢复计时").doesNotContain("签署意见");
        sent(post("zhen", mine, "resumption", Map.of("outcome", "勘验完毕")));
        var village = Browser.signedIn(port, personas.get("cun"));
        var path = "/cases/" + file;
        assertThat(village.get(path).body()).contains(path + "/urging");
        assertThat(village.post(
                                path + "/urging",
                                Map.of("_command", Ids.next().toString(), "_post", village.postOf(path)))
                        .statusCode())
                .isEqualTo(303);
        assertThat(page("zhen", mine)).contains("催办");
        sent(post("zhen", mine, "passing", Map.of("to", county, "passReason", "由县里一并办")));
        assertThat(open()).allSatisfy(one -> assertThat(one.desk().unit()).hasToString(county));
        assertThat(transactions.read(city, () -> cases.events(file)))
                .extracting(event -> event.what())
                .anyMatch(what -> what.startsWith("加签：请"))
                .anyMatch(what -> what.endsWith("：已答复"))
                .anyMatch(what -> what.startsWith("减签：不再请"))
                .anyMatch(what -> what.startsWith("进入特别程序"))
                .anyMatch(what -> what.equals("催办"))
                .anyMatch(what -> what.contains("：转给"));
    }

    @Test
    @DisplayName("不予受理在页面上：要写理由，书面告知，办件结束")
    void whatIsNotTakenUpIsSaidOnThePage() {
        var seat = task("zhen");
        assertThat(post("zhen", seat, "refusal", Map.of("declineReason", "")).body())
                .contains("不予受理");
        sent(post("zhen", seat, "refusal", Map.of("declineReason", "不属于本单位职责")));
        assertThat(transactions.read(city, () -> files.papers(file)))
                .extracting(paper -> paper.title())
                .containsExactly("不予受理决定书");
        assertThat(Browser.signedIn(port, personas.get("cun"))
                        .get("/cases/" + file)
                        .body())
                .contains("不属于本单位职责", "不予受理决定书");
    }

    private UUID opinion() {
        return open().stream()
                .filter(one -> one.kind() == Task.Kind.OPINION)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private HttpResponse<String> answer(String who, UUID task, String verdict, String opinion) {
        return post(who, task, "answer", Map.of("verdict", verdict, "opinion", opinion));
    }

    private HttpResponse<String> post(String who, UUID task, String what, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("_command", Ids.next().toString());
        form.put("_post", TestCounty.office(program, who).post().toString());
        return Browser.signedIn(port, personas.get(who)).post("/tasks/" + task + "/" + what, form);
    }

    private static void sent(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    private String page(String who, UUID task) {
        return Browser.signedIn(port, personas.get(who)).get("/tasks/" + task).body();
    }

    /** The one that waits for this persona's unit. */
    private UUID task(String who) {
        var unit = TestCounty.office(program, who).unit();
        return open().stream()
                .filter(one -> one.desk().unit().equals(unit))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<Task> open() {
        return transactions.read(city, () -> cases.tasks(file)).stream()
                .filter(Task::isOpen)
                .toList();
    }
}
