package org.rongyi.insight.figures.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.insight.figures.Fact;
import org.rongyi.insight.figures.FigureKind;
import org.rongyi.insight.figures.FigureKinds;
import org.rongyi.insight.figures.Figures;
import org.rongyi.platform.documents.sheet.Downloaded;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.kernel.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

@RongyiTest
class FiguresPageTest {

    private static final LocalDate DAY = LocalDate.of(1992, 5, 20);
    private static final DivisionCode COUNTY = new DivisionCode(441403000000L);
    private static final DivisionCode TOWN = new DivisionCode(441403100000L);

    private final MockMvc web;
    private final Figures figures;
    private final FigureKind visits;
    private final TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationContext program;

    @Autowired
    FiguresPageTest(
            WebApplicationContext context,
            Figures figures,
            FigureKinds kinds,
            PlatformTransactionManager transactions) {
        web = MockMvcBuilders.webAppContextSetup(context).build();
        this.figures = figures;
        this.visits = kinds.all().getFirst();
        this.transaction = new TransactionTemplate(transactions);
        transaction.executeWithoutResult(status -> figures.count(List.of(
                Fact.of(visits, TOWN, DAY, Ids.next(), Ids.next()),
                Fact.of(visits, COUNTY, DAY, Ids.next(), Ids.next()))));
    }

    @Test
    void aCountySeesItsTownsItsOwnRowAndTheWayToTheRecords() throws Exception {
        open("/figures?period=1992-05")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("本级/直属")))
                .andExpect(content().string(containsString("/figures/441403100000?period=1992-05")))
                .andExpect(content().string(containsString("unit=441403100000&amp;from=1992-05-01&amp;to=1992-05-31")))
                .andExpect(content().string(not(containsString("style="))));
    }

    @Test
    void aTownShowsTheWayBackAndNothingAboveTheReadersTerritory() throws Exception {
        open("/figures/441403100000?period=days&from=1992-05-02&to=1992-06-03&asOf=2999-01-01&sort=value")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/figures/441403000000?period=days")))
                .andExpect(content().string(not(containsString("/figures/441400000000"))));
    }

    @Test
    void aNumberOfADayOpensTheRecordsOfThatDayAndTheOwnRowItsOwn() throws Exception {
        open("/figures?period=1992-05").andExpect(content().string(containsString("&amp;own=true")));
        assertThat(body("/figures?period=1992-05&asOf=1992-06-30"))
                .contains("to=1992-05-31&amp;asOf=1992-06-30")
                .doesNotContainPattern("/visits\\?[^\"]*to=1992-05-31\"");
    }

    @Test
    void aStationOfSeveralVillagesSeesThemAllTogetherAndEachByItself() throws Exception {
        var first = new DivisionCode(TOWN.value() + 1);
        var second = new DivisionCode(TOWN.value() + 3);
        count(first, LocalDate.of(1992, 8, 2));
        count(second, LocalDate.of(1992, 8, 3));
        count(second, LocalDate.of(1992, 8, 4));
        var scope = Scope.of(List.of(first, second));
        var page = open("/figures?period=1992-08", first, scope)
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("/figures/" + second + "?period=1992-08");
        assertThat(Pattern.compile("<b[^>]*>3</b>|>3<").matcher(page).find()).isTrue();
        open("/figures/" + second + "?period=1992-08", first, scope).andExpect(status().isOk());
    }

    @Test
    void anOldCodeLeadsToWhoTookOver() throws Exception {
        var old = jdbc.sql("""
                        select s.old_code, s.new_code from division.successor s
                        where s.main and s.effective_on < date '2026-01-01'
                          and s.old_code / 1000000 = s.new_code / 1000000
                          and not exists (select from division.unit u where u.code = s.old_code and u.valid_to is null)
                          and exists (select from division.unit u where u.code = s.new_code and u.valid_to is null)
                        order by 1 limit 1
                        """)
                .query((row, n) -> List.of(row.getLong(1), row.getLong(2)))
                .single();
        var county = new DivisionCode(old.getFirst()).at(Level.COUNTY);
        open("/figures/" + old.getFirst() + "?period=2021", county)
                .andExpect(status().is3xxRedirection())
                .andExpect(header().string("Location", endsWith("/figures/" + old.getLast() + "?period=2021")));
    }

    @Test
    void unitsOutsideTheTerritoryAreNotFound() throws Exception {
        open("/figures/441400000000").andExpect(status().isNotFound());
        open("/figures/441402000000").andExpect(status().isNotFound());
        open("/figures/nonsense").andExpect(status().isNotFound());
    }

    @Test
    void aLateEntryIsSaidBesideThePeriodItChanged() throws Exception {
        open("/figures?period=1992-05")
                .andExpect(content().string(containsString("本期结束（1992年5月31日）后又有补录、更正或撤回入账")))
                .andExpect(content().string(containsString("asOf=1992-05-31")));
        open("/figures?period=1992-05&asOf=1992-06-30")
                .andExpect(content().string(containsString("1992年6月30日后又有补录、更正或撤回入账")))
                .andExpect(content().string(containsString("看现在已入账的数")));
        open("/figures?period=1990-05").andExpect(content().string(not(containsString("又有补录"))));
    }

    @Test
    void theTrendHoldsWhatWasRecordedByTheAsOfDay() throws Exception {
        var somebodyInMay = Pattern.compile("5月：[1-9]");
        assertThat(body("/figures?period=1992-05")).containsPattern(somebodyInMay);
        assertThat(body("/figures?period=1992-05&asOf=1992-06-30")).doesNotContainPattern(somebodyInMay);
    }

    @Test
    void aCityIsAMapOfItsCountiesWhereOutlinesMayBeShown() throws Exception {
        TestCounty.ensure(program);
        var city = new DivisionCode(441400000000L);
        var page = body("/figures?period=1992-05&kind=contact", city);
        var area = "<a href=\"/figures/441403000000?period=1992-05&amp;kind=contact\" aria-label=\"梅县区";
        assertThat(page).contains("<figure class=\"map\"", area, "轮廓无审图号");
        assertThat(body("/figures?period=1992-05")).doesNotContain("<figure class=\"map\"");
    }

    @Test
    void theTableLeavesAsAFileUnderTheSameConditions() throws Exception {
        assertThat(body("/figures?period=1992-05")).contains("/figures/export.xlsx?period=1992-05");
        var sheet = Downloaded.of(open("/figures/export.xlsx?period=1992-05&unit=" + COUNTY)
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .rows();
        assertThat(sheet).anySatisfy(row -> assertThat(row.getFirst()).startsWith("合计：梅县区"));
        assertThat(sheet).anySatisfy(row -> assertThat(row.getFirst()).isEqualTo("本级/直属"));
        open("/figures/export.xlsx?unit=441402000000").andExpect(status().isNotFound());
    }

    @Test
    void aFreePeriodNeedsBothDays() throws Exception {
        open("/figures?period=days&from=1992-05-02").andExpect(status().isUnprocessableContent());
    }

    private String body(String path) throws Exception {
        return body(path, COUNTY);
    }

    private String body(String path, DivisionCode unit) throws Exception {
        return open(path, unit).andReturn().getResponse().getContentAsString();
    }

    private ResultActions open(String path) throws Exception {
        return open(path, COUNTY);
    }

    private void count(DivisionCode village, LocalDate on) {
        transaction.executeWithoutResult(
                status -> figures.count(List.of(Fact.of(visits, village, on, Ids.next(), Ids.next()))));
    }

    private ResultActions open(String path, DivisionCode unit) throws Exception {
        return open(path, unit, Scope.of(unit));
    }

    private ResultActions open(String path, DivisionCode unit, Scope scope) throws Exception {
        var actor = new Actor.Office(
                Ids.next(), "张三", Ids.next(), Ids.next(), "梅县区局", unit, Role.OFFICER, unit.level(), scope);
        return web.perform(get(path).requestAttr(Actor.class.getName(), actor));
    }
}
