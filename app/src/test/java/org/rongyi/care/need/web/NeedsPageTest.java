package org.rongyi.care.need.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.need.Needs;
import org.rongyi.demo.TestCounty;
import org.rongyi.network.organisation.Host;
import org.rongyi.network.organisation.Offices;
import org.rongyi.network.organisation.OpenUnit;
import org.rongyi.network.organisation.Unit;
import org.rongyi.network.organisation.UnitKind;
import org.rongyi.network.organisation.Units;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.OtherRaised;
import org.rongyi.platform.documents.sheet.Downloaded;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.policy.WorkingDays;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@RongyiTest
@DisplayName("需求台账：筛选、翻页、导出")
class NeedsPageTest {

    private static final LocalDate LONG_AGO = LocalDate.of(1995, 3, 1);

    /** These needs lie in years of their own, so that a filter by day finds them and nobody else's. */
    private static final String THEN = "from=1995-01-01&to=1995-12-31";

    private final MockMvc web;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Needs needs;

    @Autowired
    private Transactions transactions;

    private Actor.Office head;
    private DivisionCode village;
    private DivisionCode nextVillage;

    @Autowired
    NeedsPageTest(WebApplicationContext context) {
        web = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @BeforeEach
    void aTownWithTwoVillages() {
        head = TestCounty.office(program, "zhen");
        village = TestCounty.office(program, "cun").unitCode();
        nextVillage = TestCounty.office(program, "cun2").unitCode();
    }

    @Test
    @DisplayName("按类别、日期、单位筛选，互不混淆")
    void theListIsNarrowedByKindDayAndUnit() throws Exception {
        var job = ask(village, "JOB", LONG_AGO, "想学驾驶");
        var illness = ask(nextVillage, "MEDICAL", LONG_AGO.plusDays(1), "看病路远");
        open("/needs?" + THEN)
                .andExpect(content().string(containsString(job)))
                .andExpect(content().string(containsString(illness)));
        open("/needs?kind=JOB&" + THEN)
                .andExpect(content().string(containsString(job)))
                .andExpect(content().string(not(containsString(illness))));
        open("/needs?from=" + LONG_AGO.plusDays(1) + "&to=" + LONG_AGO.plusDays(1))
                .andExpect(content().string(containsString(illness)))
                .andExpect(content().string(not(containsString(job))));
        open("/needs?unit=" + nextVillage + "&" + THEN)
                .andExpect(content().string(containsString(illness)))
                .andExpect(content().string(not(containsString(job))));
        open("/needs?state=ANSWERED&" + THEN).andExpect(content().string(containsString("没有符合条件的需求")));
    }

    @Test
    @DisplayName("辖区外的单位，没有找到")
    void unitsOutsideTheTerritoryAreNotFound() throws Exception {
        web.perform(as("/needs?unit=" + head.unitCode().at(Level.CITY))).andExpect(status().isNotFound());
        web.perform(as("/needs/export.xlsx?unit=" + head.unitCode().at(Level.CITY)))
                .andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("一页一页翻到底，不重不漏；带着条件翻")
    void everyNeedStandsOnExactlyOnePage() throws Exception {
        for (int i = 0; i < 2 * NeedList.PAGE + 1; i++) {
            ask(village, "OTHER", LONG_AGO.plusYears(1), "同一天的第" + i + "项");
        }
        var path = "/needs?kind=OTHER&from=1996-01-01&to=1996-12-31";
        var seen = new java.util.ArrayList<String>();
        int pages = 0;
        while (path != null) {
            var body = open(path).andReturn().getResponse().getContentAsString();
            Pattern.compile("href=\"/needs/([0-9a-f-]{36})\"")
                    .matcher(body)
                    .results()
                    .forEach(found -> seen.add(found.group(1)));
            var next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(body);
            path = next.find() ? next.group(1).replace("&amp;", "&") : null;
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(2 * NeedList.PAGE + 1).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("过了答复期限没有答复的，列在镇上的督办清单；没到期的不列，村里自己的清单上没有")
    void whatIsNotAnsweredInTimeIsRaised() {
        var today = LocalDate.now(program.getBean(Clock.class));
        var before = raised(head);
        ask(village, "JOB", today.minusDays(1), "刚提的");
        assertThat(raised(head)).isEqualTo(before);
        ask(village, "JOB", today.minusDays(60), "逾期没有答复");
        var due = program.getBean(WorkingDays.class).calendar().workingDaysAfter(today.minusDays(60), 15);
        assertThat(raised(head)).hasSize(before.size() + 1).anySatisfy(line -> {
            assertThat(line.what()).startsWith("没有答复需求：张测试");
            assertThat(line.due()).isEqualTo(due);
        });
        assertThat(raised(TestCounty.office(program, "cun"))).isEmpty();
    }

    @Test
    @DisplayName("镇里没有人在岗：需求当天就列在县里，一个镇一行，点开就是这个镇的；有人在岗的不列")
    void whereNobodyCouldAnswer() {
        var county = TestCounty.office(program, "juzhang");
        var path = "/needs?unit=" + head.unitCode();
        ask(village, "JOB", LocalDate.now(program.getBean(Clock.class)), "镇里没人办");
        assertThat(raised(county)).noneMatch(line -> line.path().equals(path));
        var found = new java.util.ArrayList<OtherRaised.Line>();
        transactions.write(county, () -> {
            transactions.undone(() -> {
                program.getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                        .sql("""
                                update access.account set disabled = true
                                where id in (select account_id from access.post where unit_id = :unit)
                                """)
                        .param("unit", head.unit())
                        .update();
                found.addAll(program.getBeansOfType(OtherRaised.class).values().stream()
                        .flatMap(one -> one.raised(county).stream())
                        .toList());
            });
            return true;
        });
        assertThat(found)
                .filteredOn(line -> line.path().equals(path))
                .singleElement()
                .satisfies(line -> assertThat(line.what()).contains("镇街没有人在岗"));
    }

    @Test
    @DisplayName("依托县的村级站听到的需求，站里答复不了：列在县里，一个站一行，点得开")
    void whatAHostedStationHears() throws Exception {
        var county = TestCounty.office(program, "juzhang");
        var administrator = Offices.ADMINISTRATOR;
        var opened = program.getBean(Acts.class)
                .perform(
                        administrator,
                        program.getBean(OpenUnit.class),
                        new OpenUnit.Command(
                                CommandId.fresh(administrator),
                                "园区站" + UUID.randomUUID(),
                                UnitKind.STATION,
                                Level.VILLAGE,
                                Host.PARK,
                                county.unitCode().at(Level.COUNTY),
                                List.of(),
                                Unit.Details.NONE,
                                Offices.OPENED));
        var park = program.getBean(Units.class)
                .find(((OpenUnit.Outcome.Opened) opened).subject())
                .orElseThrow();
        var path = "/needs?unit=" + park.code();
        assertThat(raised(county)).noneMatch(line -> line.path().equals(path));
        var found = new java.util.ArrayList<OtherRaised.Line>();
        transactions.write(county, () -> {
            transactions.undone(() -> {
                needs.open(
                        UUID.randomUUID(),
                        new Needs.Asker(
                                Ids.next(), "张测试", park.code(), LocalDate.now(program.getBean(Clock.class)), "李登记"),
                        new Needs.Asked("JOB", "园区里提的"));
                found.addAll(program.getBeansOfType(OtherRaised.class).values().stream()
                        .flatMap(one -> one.raised(county).stream())
                        .toList());
            });
            return true;
        });
        assertThat(found)
                .filteredOn(line -> line.path().equals(path))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.what()).contains("1 件", "依托单位站没有能答复的人在岗");
                    assertThat(line.waits()).isEqualTo(park.name());
                });
        web.perform(get(java.net.URI.create(path)).requestAttr(Actor.class.getName(), county))
                .andExpect(status().isOk());
    }

    private List<OtherRaised.Line> raised(Actor.Office reader) {
        return transactions.read(
                reader,
                () -> program.getBeansOfType(OtherRaised.class).values().stream()
                        .flatMap(one -> one.raised(reader).stream())
                        .toList());
    }

    @Test
    @DisplayName("导出的正是筛选出的那些，一条不少")
    void theFileHoldsWhatTheFilterShows() throws Exception {
        var wanted = ask(village, "HONOUR", LONG_AGO.plusYears(2), "补办光荣牌");
        ask(village, "JOB", LONG_AGO.plusYears(2), "不该在表里");
        var file = Downloaded.of(open("/needs/export.xlsx?kind=HONOUR&from=1997-01-01&to=1997-12-31")
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
        assertThat(file.titles()).startsWith("提出日期", "姓名", "村（社区）", "类别", "需求", "状态");
        assertThat(file.rows()).hasSize(1);
        assertThat(file.rows().getFirst()).contains("1997-03-01", "荣誉证件", wanted, "待受理");
    }

    /** Somebody asked for something; answers the words that tell it apart from every other need. */
    private String ask(DivisionCode code, String kind, LocalDate on, String text) {
        var words = text + Ids.next();
        return transactions.write(head, () -> {
            needs.open(
                    UUID.randomUUID(),
                    new Needs.Asker(Ids.next(), "张测试", code, on, "李登记"),
                    new Needs.Asked(kind, words));
            return words;
        });
    }

    private ResultActions open(String path) throws Exception {
        return web.perform(as(path)).andExpect(status().isOk());
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder as(String path) {
        return get(java.net.URI.create(path)).requestAttr(Actor.class.getName(), head);
    }
}
