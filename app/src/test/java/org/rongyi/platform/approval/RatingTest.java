package org.rongyi.platform.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.documents.sheet.Downloaded;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Assurance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

@RongyiTest
@DisplayName("好差评：谁能评，差评由谁查")
class RatingTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseNight night;

    @Autowired
    private Ratings ratings;

    @Autowired
    private Transactions transactions;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @LocalServerPort
    private int port;

    private AidCases aid;
    private Actor.Office city;
    private Actor.Office chief;

    @BeforeEach
    void desks() {
        aid = new AidCases(program);
        city = TestCounty.office(program, "shi");
        chief = TestCounty.office(program, "shiling");
    }

    @Test
    @DisplayName("差评由作决定的单位的上一级查，不由它自己；办过这件事的人不能回访自己，代理他的也不行")
    void whoIsComplainedOfDoesNotAnswer() {
        var id = refused();
        var self = new Actor.Self(UUID.randomUUID(), "本人", aid.read(id).person(), Assurance.CHECKED);
        assertThat(rate(self, id, "WORST")).isEqualTo(new TaskOutcome.Done(id));
        var complaint = transactions.read(city, () -> cases.tasks(id)).stream()
                .filter(task -> task.kind() == Task.Kind.COMPLAINT)
                .findFirst()
                .orElseThrow();
        assertThat(complaint.desk().unit()).as("县里决定的，市里查").isEqualTo(city.unit());
        everything // somebody of the city once took a step of that case
                .sql("update approval.task set done_account = :me where case_id = :id and zh = '县级审核'")
                .param("me", city.account())
                .param("id", id)
                .update();
        assertThat(answer(city, complaint)).isEqualTo(new TaskOutcome.SamePerson("县级审核"));
        assertThat(answer(chief, complaint)).isEqualTo(new TaskOutcome.Done(id));
    }

    @Test
    @DisplayName("到窗口来的，提交的单位代为登记，两个人的名字都记下；别的单位、作决定的人不能替他评")
    void whoCameToTheCounterRatesThere() {
        var id = refused();
        assertThat(rate(aid.town, id, "GOOD")).isEqualTo(new TaskOutcome.NotYours());
        everything
                .sql("update approval.task set done_account = :me where case_id = :id and zh = '县级审批'")
                .param("me", aid.village.account())
                .param("id", id)
                .update();
        assertThat(rate(aid.village, id, "GOOD")).isEqualTo(new TaskOutcome.SamePerson("县级审批"));
        everything
                .sql("update approval.task set done_account = :me where case_id = :id and zh = '县级审批'")
                .param("me", aid.chief.account())
                .param("id", id)
                .update();
        assertThat(rate(aid.village, id, "GOOD")).isEqualTo(new TaskOutcome.Done(id));
        assertThat(transactions.read(city, () -> ratings.find(id))).hasValueSatisfying(rating -> {
            assertThat(rating.byDefault()).isFalse();
            assertThat(rating.toldBy()).contains(aid.village.name(), aid.village.unitName());
        });
        assertThat(transactions.read(city, () -> cases.events(id)).getLast().what())
                .startsWith("本人到窗口评价，代为登记");
        assertThat(rate(aid.village, id, "BEST")).isEqualTo(new TaskOutcome.Over());
    }

    @Test
    @DisplayName("按地方、服务、等级数，到期没有评的另数，不混进基本满意；可以导出")
    void whatWasSaidIsCountedApartFromTheDefault() throws IOException {
        var county = Browser.signedIn(
                port, Objects.requireNonNull(TestCounty.ensure(program).get("xian")));
        var before = sums(county);
        var said = refused();
        rate(new Actor.Self(UUID.randomUUID(), "本人", aid.read(said).person(), Assurance.CHECKED), said, "GOOD");
        var silent = refused();
        everything.sql("""
                        insert into approval.rating (id, person_id, code_now, service, grade, by_default, at)
                        select id, person_id, code_now, service, 'FAIR', true, applied_at from approval.case_file where id = :id
                        """).param("id", silent).update();
        var after = sums(county);
        assertThat(after.get("满意") - before.get("满意")).isEqualTo(1);
        assertThat(after.get("基本满意")).isEqualTo(before.get("基本满意"));
        assertThat(after.get("评了的") - before.get("评了的")).isEqualTo(1);
        assertThat(after.get("到期未评") - before.get("到期未评")).isEqualTo(1);
        assertThat(county.get("/ratings").body()).contains("合计", "到期未评");
    }

    @Test
    @DisplayName("每个数打开就是它数的那些办件：评为满意的只有评了满意的，到期未评的另列；带着别的条件也一样")
    void everyNumberOpensTheCasesItCounts() {
        var county = Browser.signedIn(
                port, Objects.requireNonNull(TestCounty.ensure(program).get("xian")));
        var good = refused();
        rate(new Actor.Self(UUID.randomUUID(), "本人", aid.read(good).person(), Assurance.CHECKED), good, "GOOD");
        var silent = refused();
        everything.sql("""
                        insert into approval.rating (id, person_id, code_now, service, grade, by_default, at)
                        select id, person_id, code_now, service, 'GOOD', true, now() from approval.case_file where id = :id
                        """).param("id", silent).update();
        var ratings = county.get("/ratings").body();
        var links = Pattern.compile("href=\"(/cases\\?[^\"]*rated=(\\w+)[^\"]*)\">([0-9,]+)<")
                .matcher(ratings)
                .results()
                .toList();
        assertThat(links).isNotEmpty();
        for (var link : links) {
            var listed = county.get(HtmlUtils.htmlUnescape(link.group(1))).body();
            assertThat(listed).contains("只列评价为");
            assertThat(Pattern.compile("全部\\s*<[^>]*>\\s*([0-9,]+)")
                            .matcher(listed)
                            .results()
                            .map(all -> all.group(1)))
                    .as(link.group())
                    .containsExactly(link.group(3));
        }
        assertThat(county.get("/cases?rated=GOOD").body())
                .contains("/cases/" + good)
                .doesNotContain("/cases/" + silent);
        assertThat(county.get("/cases?rated=default").body())
                .contains("/cases/" + silent)
                .doesNotContain("/cases/" + good);
        assertThat(county.get("/cases?rated=nonsense").body()).contains("没有这个等级", "没有符合条件的办件");
    }

    /** The last row of the exported list, by the heading of its columns; nothing before anybody rated. */
    private static Map<String, Long> sums(Browser browser) throws IOException {
        var sheet = Downloaded.of(browser.download("/ratings/export.xlsx"));
        var sums = new HashMap<String, Long>();
        for (var grade : List.of("满意", "基本满意", "评了的", "到期未评")) {
            int column = sheet.titles().indexOf(grade);
            sums.put(
                    grade,
                    sheet.rows().isEmpty()
                            ? 0L
                            : Long.parseLong(sheet.rows().getLast().get(column).replaceAll("\\..*", "")));
        }
        return sums;
    }

    @Test
    @DisplayName("自己撤回的不请他评价，评不了")
    void whatWasTakenBackIsNotRated() {
        var id = aid.filed();
        aid.perform(aid.village, new WithdrawCase.Command(CommandId.fresh(aid.village), id, "想通了"));
        var self = new Actor.Self(UUID.randomUUID(), "本人", aid.read(id).person(), Assurance.CHECKED);
        assertThat(rate(self, id, "BEST")).isInstanceOf(TaskOutcome.NotNow.class);
    }

    private TaskOutcome rate(Actor actor, UUID id, String grade) {
        return aid.perform(actor, new RateCase.Command(CommandId.fresh(actor), id, grade, ""));
    }

    private TaskOutcome answer(Actor.Office actor, Task complaint) {
        return aid.perform(actor, new AnswerComplaint.Command(CommandId.fresh(actor), complaint.id(), "已回访，县里重新说明了理由"));
    }

    private UUID refused() {
        var id = aid.published();
        aid.letDaysPass(id);
        night.endPublications();
        aid.done(
                aid.chief,
                id,
                task -> new AnswerTask.Command(CommandId.fresh(aid.chief), task, Verdict.AGAINST, "未达到严重困难", null));
        return id;
    }
}
