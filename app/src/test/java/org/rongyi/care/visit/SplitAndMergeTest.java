package org.rongyi.care.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.insight.figures.FigureTable;
import org.rongyi.insight.figures.Period;
import org.rongyi.insight.figures.Question;
import org.rongyi.insight.figures.Recount;
import org.rongyi.people.person.Category;
import org.rongyi.people.person.Files;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.RegisterPerson;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("村（社区）拆分、合并在屏幕上录入：人由镇街、县区说明划到哪里，联系、需求随人走，数字接得上")
class SplitAndMergeTest extends VillageClerk {

    private static final Pattern POST = Pattern.compile("name=\"_post\" value=\"([^\"]+)\"");

    @Autowired
    private Recount recount;

    @Autowired
    private FigureTable figures;

    @Autowired
    private Divisions divisions;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @LocalServerPort
    private int port;

    private Browser province;
    private Browser county;
    private DivisionCode town;
    private DivisionCode village;
    private DivisionCode part;

    @BeforeEach
    void aVillageOfItsOwn() {
        clerk = TestCounty.office(program, "xian");
        var personas = TestCounty.ensure(program);
        province = Browser.signedIn(port, Objects.requireNonNull(personas.get("sheng")));
        county = Browser.signedIn(port, Objects.requireNonNull(personas.get("xian")));
        var demo = TestCounty.office(program, "zhen").unitCode();
        town = divisions.children(clerk.unitCode(), today).stream()
                .map(one -> one.code())
                .filter(code -> !code.equals(demo))
                .findFirst()
                .orElseThrow();
        village = new DivisionCode(town.value() + 391);
        part = new DivisionCode(town.value() + 392);
    }

    @Test
    @DisplayName("拆分后没有人在新村，等人划分；按小组划去的整户走，合并又回来；每一步数字等于重数")
    void aSplitIsAskedAboutAndAMergeBringsThemBack() {
        change(town, Map.of("kind", "ADDED", "newCode", village.toString(), "name", "试拆村"), 400);
        var mother = register("一组", null);
        var son = register("二组", mother);
        var neighbour = register("三组", null);
        var visit = recorded(Map.of(mother, Result.MET), "HOME");

        change(village, Map.of("kind", "SPLIT", "parts", part + " 试拆新村"), 20);
        assertThat(codes("person.place", mother)).containsExactly(village.value());
        assertThat(county.get("/village-splits").body()).contains("试拆村", "试拆新村");
        assertThat(county.get("/").body()).contains("拆分待划分");
        var path = "/village-splits/" + village;
        assertThat(county.get(path).body()).contains("一组", "三组", "3 人", "试拆新村");
        assertThat(neighbourTown().get(path).statusCode()).isEqualTo(404);
        assertThat(act(county, path + "/persons", path, Map.of("part", part.toString())))
                .contains("请选择要划去的村民小组或住户");
        assertThat(act(county, path + "/persons", path, Map.of("part", town.toString(), "groups", "一组")))
                .contains("请选择这次拆分出来的");

        act(county, path + "/persons", path, Map.of("part", part.toString(), "groups", "一组"));
        for (var moved : List.of(mother, son)) {
            assertThat(codes("person.place", moved)).containsExactly(part.value());
            assertThat(codes("person.name_gram", moved)).containsExactly(part.value());
            assertThat(codes("visit.contact", moved)).containsExactly(part.value());
        }
        assertThat(codes("need.need", mother)).containsExactly(part.value());
        assertThat(codes("person.place", neighbour)).containsExactly(village.value());
        assertThat(counted(village)).isEqualTo(1);
        assertThat(view(visit).code()).isEqualTo(village);
        assertThat(recount.run()).isEmpty();

        recorded(Map.of(son, Result.MET), "PHONE");
        assertThat(counted(part)).isEqualTo(1);
        assertThat(county.get(path).body()).contains("1 人", "三组").doesNotContain("一组");
        act(county, path + "/end", path, Map.of());
        assertThat(county.get("/village-splits").body()).doesNotContain("试拆村");
        assertThat(county.get(path).body()).contains("已记为划分完毕").doesNotContain("划分选中的");

        change(part, Map.of("kind", "MERGED", "target", village.toString()), 0);
        program.getBeansOfType(DivisionFollower.class).values().forEach(one -> one.recoded(part, village, today));
        assertThat(codes("person.place", mother)).containsExactly(village.value());
        assertThat(codes("visit.contact", son)).containsExactly(village.value());
        assertThat(counted(village)).isEqualTo(2);
        assertThat(recount.run()).isEmpty();
        assertThat(county.get("/village-splits").body()).doesNotContain("试拆");
    }

    @Test
    @DisplayName("住户多的一页一页看，一户不拆在两页；没办成的，还在那一页，勾过的还勾着")
    void manyHouseholdsArePagedAndTicksStay() {
        village = new DivisionCode(town.value() + 393);
        part = new DivisionCode(town.value() + 394);
        change(town, Map.of("kind", "ADDED", "newCode", village.toString(), "name", "试分页村"), 400);
        var homes = IntStream.range(0, 55)
                .mapToObj(n -> register("%02d组".formatted(n), null))
                .toList();
        register("54组", homes.getFirst()); // a second one of the first household
        assignedElsewhere(homes.get(49)); // where the first page ends
        change(village, Map.of("kind", "SPLIT", "parts", part + " 试分页新村"), 20);
        var path = "/village-splits/" + village;
        var first = county.get(path).body();
        assertThat(first).contains("拆分人00组", "拆分人49组").doesNotContain("拆分人50组");
        var households = Pattern.compile("name=\"households\" value=\"([^\"]+)\"");
        assertThat(households.matcher(first).results()).hasSize(50);
        var next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(first);
        assertThat(next.find()).isTrue();
        var second = county.get(next.group(1).replace("&amp;", "&")).body();
        assertThat(second).contains("拆分人50组", "回到第一页");
        var shown =
                households.matcher(second).results().map(one -> one.group(1)).toList();
        assertThat(shown).hasSize(5);
        var after = Pattern.compile("name=\"after\" value=\"([^\"]+)\"").matcher(second);
        assertThat(after.find()).isTrue();

        var again = act(
                county,
                path + "/persons",
                path,
                Map.of("households", shown.getLast(), "groups", "54组", "after", after.group(1)));
        assertThat(again).contains("请选择划到哪个村", "拆分人54组").doesNotContain("拆分人49组（");
        assertThat(again).containsPattern("value=\"" + shown.getLast() + "\"[^>]* checked");
        assertThat(again).containsPattern("value=\"54组\"[^>]* checked");
        var divided =
                new HashMap<>(Map.of("part", part.toString(), "households", shown.getLast(), "after", after.group(1)));
        divided.put("_command", Ids.next().toString());
        divided.put("_post", county.postOf(path));
        assertThat(county.post(path + "/persons", divided).headers().firstValue("Location"))
                .hasValueSatisfying(back -> assertThat(back).contains("after=" + after.group(1)));
        assertThat(codes("person.place", homes.getLast())).containsExactly(part.value());
        act(county, path + "/persons", path, Map.of("part", part.toString(), "households", after.group(1)));
        assertThat(county.get(path + "?after=" + after.group(1)).body())
                .as("页末那一户划走了，后一页仍从它后面起")
                .contains("拆分人50组")
                .doesNotContain("拆分人00组");
        assertThat(county.get(path).body()).contains("县区、镇街的业务干部或者负责人都可以");
    }

    /** He has an assigned place, without a group, in another village. */
    private void assignedElsewhere(UUID person) {
        transactions.write(
                clerk,
                () -> program.getBean("appJdbc", JdbcClient.class)
                        .sql("""
                        insert into person.place (person_id, kind, code_then, code_now, responsible, valid_from)
                        values (:person, 'ASSIGNED', :code, :code, false, :on)
                        """)
                        .param("person", person)
                        .param(
                                "code",
                                TestCounty.office(program, "cun2").unitCode().value())
                        .param("on", today)
                        .update());
    }

    private Browser neighbourTown() {
        return Browser.signedIn(
                port, Objects.requireNonNull(TestCounty.ensure(program).get("zhen")));
    }

    /** As the province's officer fills in the form, its check first. */
    private void change(DivisionCode unit, Map<String, String> what, int daysAgo) {
        var fields = new HashMap<>(what);
        fields.put("on", today.minusDays(daysAgo).toString());
        fields.put("source", "粤府函〔2026〕9 号");
        var path = "/divisions/" + unit + "/change";
        var check = province.post(path + "/check", fields);
        assertThat(check.statusCode()).as(check.body()).isEqualTo(200);
        var opened = POST.matcher(check.body());
        assertThat(opened.find()).isTrue();
        fields.put("_command", Ids.next().toString());
        fields.put("_post", opened.group(1));
        assertThat(province.post(path, fields).statusCode()).isEqualTo(303);
        divisions.forget();
    }

    /** What the page says after the form was sent. */
    private static String act(Browser browser, String path, String page, Map<String, String> what) {
        var fields = new HashMap<>(what);
        fields.put("_command", Ids.next().toString());
        fields.put("_post", browser.postOf(page));
        var answer = browser.post(path, fields);
        return answer.statusCode() == 303 ? "" : answer.body();
    }

    private UUID register(String group, UUID housemate) {
        var household = housemate == null
                ? null
                : transactions.read(
                        clerk,
                        () -> program.getBean(PersonFile.class)
                                .find(housemate)
                                .orElseThrow()
                                .household());
        var outcome = acts.perform(
                clerk,
                program.getBean(RegisterPerson.class),
                new RegisterPerson.Command(
                        CommandId.fresh(clerk),
                        "拆分人" + group,
                        Files.number(),
                        "13900000000",
                        Set.of(Category.DISCHARGED_SOLDIER),
                        new RegisterPerson.Spot(village, "1号", group),
                        null,
                        household));
        return ((RegisterPerson.Outcome.Registered) outcome).subject();
    }

    private List<Long> codes(String table, UUID person) {
        return everything
                .sql("select distinct code_now from " + table + " where person_id = :person")
                .param("person", person)
                .query(Long.class)
                .list();
    }

    private long counted(DivisionCode unit) {
        var question = new Question(unit, List.of(VisitKinds.CONTACT), new Period.Month(YearMonth.from(today)), null);
        return transactions
                .read(clerk, () -> figures.total(question))
                .getFirst()
                .times();
    }
}
