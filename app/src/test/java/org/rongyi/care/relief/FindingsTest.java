package org.rongyi.care.relief;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.care.need.Needs;
import org.rongyi.care.relief.emergency.AskEmergency;
import org.rongyi.care.relief.emergency.EmergencyCases;
import org.rongyi.care.relief.emergency.rule.Kind;
import org.rongyi.care.relief.found.Finding;
import org.rongyi.care.relief.rule.Situation;
import org.rongyi.care.visit.RecordVisit;
import org.rongyi.care.visit.Result;
import org.rongyi.care.visit.Sent;
import org.rongyi.care.visit.VisitContent;
import org.rongyi.care.visit.VisitFile;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.person.Category;
import org.rongyi.people.person.PersonStatus;
import org.rongyi.people.person.SettleStatus;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.database.Superuser;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("政策找人：没办的需求、同住的人去世，和档案合起来够得上困难帮扶援助、应急救助的哪种情形，列给站里；申请，或写明理由不申请，同一条不再提示")
class FindingsTest {

    private static final Pattern NEXT = Pattern.compile("href=\"(/aid-findings\\?after=[^\"]+)\"");

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();
    private HardshipCases aid;
    private Browser clerk;

    @BeforeEach
    void desks() {
        personas = TestCounty.ensure(program);
        aid = new HardshipCases(program);
        clerk = as("cun");
    }

    @ParameterizedTest(name = "{0} 提出 {1}：{2}")
    @CsvSource({
        "DISCHARGED_SOLDIER, MEDICAL, ACCIDENT",
        "DISABLED_SOLDIER, MEDICAL, RELAPSE",
        "DISCHARGED_SOLDIER DISABLED_SOLDIER, RELIEF, DISABLED",
        "DISCHARGED_SOLDIER, RELIEF, OTHER",
        "MARTYR_FAMILY, MEDICAL, ACCIDENT",
        "MARTYR_FAMILY, RELIEF, OTHER",
        "DISABLED_MILITIA, MEDICAL, ACCIDENT",
        "RETIRED_WORKER, RELIEF,",
        "RETIRED_WORKER, MEDICAL,",
        "DISCHARGED_SOLDIER, JOB,",
        "DISCHARGED_SOLDIER, HONOUR,"
    })
    @DisplayName("第十条的对象，第十一条的情形：看需求的类别和档案的身份，不看写了什么")
    void whichSituation(String categories, String kind, Situation situation) {
        assertThat(Finding.situation(of(categories), kind).orElse(null)).isEqualTo(situation);
    }

    @ParameterizedTest(name = "{0} 提出 {1}：{2}")
    @CsvSource({
        "DISCHARGED_SOLDIER, MEDICAL, ILLNESS",
        "DISABLED_SOLDIER, MEDICAL, ILLNESS",
        "DISCHARGED_SOLDIER, RELIEF, EVENT",
        "MARTYR_FAMILY, RELIEF, EVENT",
        "SERVING_FAMILY, MEDICAL, ILLNESS",
        "DISABLED_MILITIA, MEDICAL,",
        "RETIRED_WORKER, RELIEF,",
        "DISCHARGED_SOLDIER, JOB,"
    })
    @DisplayName("应急救助：看病就医对重大疾病，生活帮扶对重大突发事件；不是救助对象的没有")
    void whichKindOfEmergency(String categories, String kind, Kind expected) {
        assertThat(Finding.emergency(of(categories), kind).orElse(null)).isEqualTo(expected);
    }

    @Test
    @DisplayName("列出谁、哪种情形、为什么、哪一条；不写他说了什么；镇里看得到，别村看不到")
    void whoIsFoundAndWhy() {
        var person = aid.person("找到甲");
        var need = asks(person, "MEDICAL", "腰疼得下不了地");
        var page = pageWith(clerk, need);
        assertThat(page)
                .contains("找到甲", "看病就医", "退役士兵", "第十一条")
                .contains("/persons/" + person + "/aid?need=" + need + "&amp;situation=ACCIDENT")
                .doesNotContain("腰疼");
        assertThat(pageWith(as("zhen"), need)).isNotEmpty();
        assertThat(pageWith(as("cun2"), need)).isEmpty();
        assertThat(aside(as("cun2"), need, "不是我村的").statusCode()).isEqualTo(404);
        assertThat(as("laobing").get("/aid-findings").statusCode()).isEqualTo(403);
        var form = clerk.get("/persons/" + person + "/aid?need=" + need + "&situation=ACCIDENT")
                .body();
        assertThat(form).containsPattern("value=\"ACCIDENT\"[^>]*checked").contains("腰疼得下不了地");
        assertThat(page)
                .contains("要是因重大疾病造成的严重困难，1 年以内可以另外申请应急救助")
                .contains("/persons/" + person + "/emergency?need=" + need + "&amp;kind=ILLNESS");
        assertThat(clerk.get("/persons/" + person + "/emergency?need=" + need + "&kind=ILLNESS")
                        .body())
                .containsPattern("value=\"ILLNESS\"[^>]*checked")
                .contains("腰疼得下不了地");
    }

    @Test
    @DisplayName("应急救助有一件在办的，只再提示困难帮扶；由这条需求申请的，这条不再提示")
    void whileAnEmergencyIsHandled() {
        var person = aid.person("找到己");
        var need = asks(person, "RELIEF", "家里遭了火");
        var other = asks(person, "MEDICAL", "要做手术");
        assertThat(lineOf(pageWith(clerk, other), other)).contains("/emergency?need=" + other);
        assertThat(aid.<Applied>perform(aid.village, emergency(person, need))).isInstanceOf(Applied.Asked.class);
        assertThat(pageWith(clerk, need)).isEmpty();
        assertThat(lineOf(pageWith(clerk, other), other))
                .contains("/aid?need=" + other)
                .doesNotContain("/emergency?need=" + other);
    }

    @Test
    @DisplayName("同住的人一年以内去世：按重大家庭变故列给站里，哪天的替他填好；别村看不到；申请了就不再列")
    void aDeathInTheHousehold() {
        var person = aid.person("找到庚");
        var on = aid.today.minusDays(30);
        died(ofHisHousehold("找到辛", person), on);
        var path = "/persons/" + person + "/emergency?occurredOn=" + on + "&kind=FAMILY";
        var page = pageWith(clerk, family(person));
        assertThat(page).contains("档案里同住的找到辛", "因重大家庭变故造成的严重困难，1 年以内可以申请应急救助").contains(path.replace("&", "&amp;"));
        assertThat(clerk.get(path).body())
                .containsPattern("value=\"FAMILY\"[^>]*checked")
                .contains("value=\"" + on + "\"");
        assertThat(pageWith(as("cun2"), family(person))).isEmpty();
        assertThat(aside(as("cun2"), person, family(person), "不是我村的").statusCode())
                .isEqualTo(404);
        assertThat(aid.<Applied>perform(aid.village, emergency(person, null))).isInstanceOf(Applied.Asked.class);
        assertThat(pageWith(clerk, family(person))).isEmpty();
    }

    @Test
    @DisplayName("户籍不在这里、只是常住的：应急救助要到户籍地申请，变故不列，需求只提示困难帮扶")
    void whoIsRegisteredElsewhere() throws SQLException {
        var person = aid.person("找到戊");
        var need = asks(person, "MEDICAL", "要做手术");
        died(ofHisHousehold("找到丁", person), aid.today.minusDays(3));
        assertThat(pageWith(clerk, family(person))).isNotEmpty();
        assertThat(lineOf(pageWith(clerk, need), need)).contains("/emergency?need=" + need);
        try (var database = new Superuser(program).connect();
                var statement = database.createStatement()) {
            assertThat(statement.executeUpdate(
                            "update person.place set kind = 'RESIDENCE' where person_id = '" + person + "'"))
                    .isOne();
        }
        assertThat(pageWith(clerk, family(person))).isEmpty();
        assertThat(lineOf(pageWith(clerk, need), need))
                .contains("/aid?need=" + need)
                .doesNotContain("/emergency?need=" + need);
        assertThat(aid.<Applied>perform(aid.village, emergency(person, null))).isInstanceOf(Applied.NotHere.class);
    }

    @Test
    @DisplayName("家庭变故也可以写明理由不申请；一年以前的、不是救助对象的，不列")
    void aDeathPutAside() {
        var person = aid.person("找到壬");
        died(ofHisHousehold("找到癸", person), aid.today.minusDays(3));
        assertThat(aside(clerk, person, family(person), " ").body()).contains("请写明为什么不申请");
        assertThat(aside(clerk, person, family(person), "问过家里，生活没有困难").statusCode())
                .isEqualTo(303);
        assertThat(pageWith(clerk, family(person))).isEmpty();
        assertThat(aside(clerk, person, family(person), "再写一遍").body()).contains("这件家庭变故不在名单里");

        var longAgo = aid.person("找到子");
        died(ofHisHousehold("找到丑", longAgo), aid.today.minusYears(1).minusDays(1));
        assertThat(pageWith(clerk, family(longAgo))).isEmpty();
        var worker = aid.person("找到寅");
        everything
                .sql("update person.person set categories = '{RETIRED_WORKER}' where id = :id")
                .param("id", worker)
                .update();
        died(ofHisHousehold("找到卯", worker), aid.today);
        assertThat(pageWith(clerk, family(worker))).isEmpty();
    }

    @Test
    @DisplayName("不申请的要写明理由，写过的话都还在；写了就不再提示，第二个人也不再写；别的需求照样提示")
    void putAsideOnce() {
        var person = aid.person("找到乙");
        var need = asks(person, "RELIEF", "想要补助");
        var refused = aside(clerk, need, " ");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("请写明为什么不申请");
        assertThat(aside(clerk, need, "长".repeat(201)).body()).contains("长长长");
        assertThat(aside(clerk, need, "问过本人，儿子接去城里住，不用申请").statusCode()).isEqualTo(303);
        assertThat(pageWith(clerk, need)).isEmpty();
        var again = aside(as("zhen"), need, "再写一遍");
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("这条需求不在名单里");
        assertThat(pageWith(clerk, asks(person, "MEDICAL", "又病了"))).isNotEmpty();
    }

    @Test
    @DisplayName("申请了的不再提示；他有一件在办，别的需求也先不提示；办结以后，没接办的那条又列出来")
    void takenUp() {
        var person = aid.person("找到丙");
        var need = asks(person, "RELIEF", "房子漏雨");
        var other = asks(person, "MEDICAL", "要做手术");
        aid.ask(person, HardshipCases.request(aid.today), need);
        assertThat(pageWith(clerk, need)).isEmpty();
        assertThat(pageWith(clerk, other)).isEmpty();
        var id = Objects.requireNonNull(found(person));
        aid.reviewed(id);
        aid.done(aid.county, id, task -> aid.decide(task, "3000", ""));
        assertThat(pageWith(clerk, need)).as("这一条办过了").isEmpty();
        assertThat(pageWith(clerk, other)).isNotEmpty();
    }

    private UUID found(UUID person) {
        return transactions
                .read(aid.village, () -> program.getBean(Aids.class).latestOf(person))
                .orElseThrow()
                .id();
    }

    private UUID asks(UUID person, String kind, String words) {
        var content = new VisitContent(
                Map.of(person, Result.MET),
                aid.today,
                "REGULAR",
                "HOME",
                Set.of(Sent.POLICY),
                "",
                "",
                List.of(new Needs.Asked(kind, words)));
        var recorded = aid.<RecordVisit.Outcome>perform(
                aid.village, new RecordVisit.Command(CommandId.fresh(aid.village), content, List.of(), false, true));
        var visit = ((RecordVisit.Outcome.Recorded) recorded).subject();
        return transactions
                .read(
                        aid.village,
                        () -> program.getBean(VisitFile.class).find(visit).orElseThrow())
                .needs()
                .getFirst()
                .id();
    }

    private static Set<Category> of(String categories) {
        return Arrays.stream(categories.split(" ")).map(Category::valueOf).collect(Collectors.toSet());
    }

    /** Somebody else on the register who lives with him. */
    private UUID ofHisHousehold(String name, UUID person) {
        var other = aid.person(name);
        everything.sql("""
                        update person.person set household_id = (select household_id from person.person where id = :person)
                        where id = :id
                        """).param("person", person).param("id", other).update();
        return other;
    }

    private void died(UUID person, LocalDate on) {
        int version = everything
                .sql("select version from person.person where id = :id")
                .param("id", person)
                .query(Integer.class)
                .single();
        var settled = aid.<SettleStatus.Outcome>perform(
                aid.village,
                new SettleStatus.Command(
                        CommandId.fresh(aid.village), person, version, PersonStatus.DECEASED, on, "户口注销证明"));
        assertThat(settled).isInstanceOf(SettleStatus.Outcome.Settled.class);
    }

    private AskEmergency.Command emergency(UUID person, @Nullable UUID need) {
        return new AskEmergency.Command(
                CommandId.fresh(aid.village), person, EmergencyCases.request(aid.today), "行动不便", need, null, null);
    }

    private static String family(UUID person) {
        return "/aid-findings/families/" + person + "/aside";
    }

    /** What the page says between this need's door and the next heading. */
    private static String lineOf(String page, UUID need) {
        var from = page.substring(page.indexOf("/needs/" + need));
        return from.substring(0, from.indexOf("</section>"));
    }

    private static String pageWith(Browser reader, UUID need) {
        return pageWith(reader, "/needs/" + need);
    }

    /** The page of the list it stands on; empty when it stands on none. */
    private static String pageWith(Browser reader, String said) {
        var path = "/aid-findings";
        while (path != null) {
            var page = reader.get(path).body();
            if (page.contains(said)) {
                return page;
            }
            var next = NEXT.matcher(page);
            path = next.find() ? next.group(1).replace("&amp;", "&") : null;
        }
        return "";
    }

    private static java.net.http.HttpResponse<String> aside(Browser by, UUID need, String reason) {
        return aside(by, need, "/aid-findings/" + need + "/aside", reason);
    }

    private static java.net.http.HttpResponse<String> aside(Browser by, UUID found, String path, String reason) {
        return by.post(
                path,
                Map.of(
                        "reason." + found,
                        reason,
                        "_command",
                        Ids.next().toString(),
                        "_post",
                        by.postOf("/persons/new")));
    }

    private Browser as(String persona) {
        return Browser.signedIn(port, Objects.requireNonNull(personas.get(persona)));
    }
}
