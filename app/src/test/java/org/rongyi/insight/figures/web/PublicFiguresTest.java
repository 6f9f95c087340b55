package org.rongyi.insight.figures.web;

import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.RongyiTest;
import org.rongyi.insight.figures.Fact;
import org.rongyi.insight.figures.FigureKind;
import org.rongyi.insight.figures.FigureKinds;
import org.rongyi.insight.figures.Figures;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

@RongyiTest
class PublicFiguresTest {

    private static final LocalDate MAY = LocalDate.of(1991, 5, 20);

    private final List<Fact> counted = new ArrayList<>();

    @Autowired
    private Divisions divisions;

    @Autowired
    private JdbcClient jdbc;

    private final MockMvc web;
    private final Figures figures;
    private final FigureKind kind;
    private final FigureKinds kinds;
    private final TransactionTemplate transaction;

    @Autowired
    PublicFiguresTest(
            WebApplicationContext context,
            Figures figures,
            FigureKinds kinds,
            PlatformTransactionManager transactions) {
        this.web = MockMvcBuilders.webAppContextSetup(context).build();
        this.figures = figures;
        this.kinds = kinds;
        this.kind = kinds.all().getFirst();
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void citiesOfTheProvinceAreGivenAndSmallNumbersWithheld() throws Exception {
        count("440104001001", 25, LocalDate.of(1990, 5, 20));
        count("440304001001", 12, LocalDate.of(1990, 5, 20));
        count("440402001001", 3, LocalDate.of(1990, 5, 20));
        web.perform(get("/public/figures.json?unit=440000000000&period=1990-05"))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_JSON))
                .andExpect(jsonPath("$", hasSize(2)))
                .andExpect(jsonPath("$[*].code", everyItem(startsWith("44"))))
                .andExpect(jsonPath("$[?(@.code=='440000000000')].value").value(40))
                .andExpect(jsonPath("$[?(@.code=='440100000000')].value").value(25))
                .andExpect(jsonPath("$[?(@.code=='440100000000')].unit").value("人次"))
                .andExpect(jsonPath("$[?(@.code=='440400000000')]", hasSize(0)))
                .andExpect(jsonPath("$[?(@.code=='440300000000')]", hasSize(0)));
        web.perform(get("/public/figures.json?unit=440000000000&period=1990-05&asOf=1999-12-31"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$", hasSize(0)));
    }

    @Test
    void aTownAnswersForItselfAndAnOldCodeForWhoTookOver() throws Exception {
        var county = DivisionCode.parse("440105000000").orElseThrow();
        var towns = divisions.children(county, divisions.today());
        count("" + (towns.get(0).code().value() + 1), 25);
        count("" + (towns.get(1).code().value() + 1), 30);
        web.perform(get("/public/figures.json?period=1991-05&unit="
                        + towns.get(1).code()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$", hasSize(1)))
                .andExpect(jsonPath("$[0].value").value(30));
        var old = jdbc.sql("""
                        select s.old_code, s.new_code from division.successor s
                        where s.main and s.effective_on < date '2026-01-01' and s.old_code % 1000 = 0
                          and s.old_code % 1000000 <> 0
                          and s.old_code / 1000000 <> 440105
                          and not exists (select from division.unit u where u.code = s.old_code and u.valid_to is null)
                          and exists (select from division.unit u where u.code = s.new_code and u.valid_to is null)
                        order by 1 limit 1
                        """)
                .query((row, n) -> List.of(row.getLong(1), row.getLong(2)))
                .single();
        var successor = new DivisionCode(old.getLast());
        var sibling = divisions.children(successor.at(Level.COUNTY), divisions.today()).stream()
                .filter(town -> !town.code().equals(successor))
                .findFirst()
                .orElseThrow();
        count("" + (successor.value() + 1), 60);
        count("" + (sibling.code().value() + 1), 40);
        web.perform(get("/public/figures.json?period=1991-05&unit=" + old.getFirst()))
                .andExpect(jsonPath("$[0].code").value(successor.toString()))
                .andExpect(jsonPath("$[0].value").value(60));
    }

    @Test
    void aYearIsNotGivenWhereItsMonthsWouldLeaveASmallNumberOver() throws Exception {
        for (int month = 1; month <= 12; month++) {
            count("440604001001", 30, LocalDate.of(1989, month, 2));
            count("440703001001", month == 2 ? 3 : 50, LocalDate.of(1989, month, 2));
            count("440802001001", 70, LocalDate.of(1989, month, 2));
        }
        web.perform(get("/public/figures.json?period=1989-02&unit=440000000000"))
                .andExpect(jsonPath("$[?(@.code=='440700000000')]", hasSize(0)))
                .andExpect(jsonPath("$[?(@.code=='440600000000')]", hasSize(0)))
                .andExpect(jsonPath("$[?(@.code=='440800000000')].value").value(70));
        web.perform(get("/public/figures.json?period=1989&unit=440000000000"))
                .andExpect(jsonPath("$[?(@.code=='440700000000')]", hasSize(0)))
                .andExpect(jsonPath("$[?(@.code=='440800000000')].value").value(840));
    }

    @Test
    void anyDayOfThePastMayBeAskedFor() throws Exception {
        web.perform(get("/public/figures.json?unit=440000000000&period=1991-05&asOf=1999-12-30"))
                .andExpect(status().isOk());
    }

    @Test
    void anAmountIsGivenInFenAndWithheldWhereSoFewGotIt() throws Exception {
        var aid = kinds.find("aid").orElseThrow();
        granted(aid, "440104001001", 25);
        granted(aid, "440304001001", 12);
        granted(aid, "440402001001", 3);
        web.perform(get("/public/figures.json?unit=440000000000&period=1991-04&kind=aid-money"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.code=='440100000000')].value").value(25 * 123_456))
                .andExpect(jsonPath("$[?(@.code=='440100000000')].unit").value("分"))
                .andExpect(jsonPath("$[?(@.code=='440000000000')].value").value(40 * 123_456))
                .andExpect(jsonPath("$", hasSize(2)));
        web.perform(get("/public/figures.json?unit=440000000000&period=1991-04&kind=aid"))
                .andExpect(jsonPath("$[?(@.code=='440100000000')].value").value(25))
                .andExpect(jsonPath("$", hasSize(2)));
    }

    private void granted(FigureKind aid, String village, int times) {
        var money = kinds.find("aid-money").orElseThrow();
        var code = DivisionCode.parse(village).orElseThrow();
        count(Stream.generate(Ids::next)
                .limit(times)
                .flatMap(one -> Stream.of(
                        Fact.of(aid, code, MAY.minusMonths(1), one, Ids.next()),
                        Fact.money(money, code, MAY.minusMonths(1), one, 123_456)))
                .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unit=440104001001&period=2021-05",
                "unit=44&period=2021-05",
                "unit=440000000000&period=2021-13",
                "unit=440000000000",
                "unit=440000000000&period=2021&asOf=yesterday",
                "unit=440000000000&period=2021&kind=nothing"
            })
    void whatCannotBeAnsweredIsAProblem(String query) throws Exception {
        web.perform(get("/public/figures.json?" + query))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
    }

    private void count(String village, int times) {
        count(village, times, MAY);
    }

    private void count(String village, int times, LocalDate on) {
        var code = DivisionCode.parse(village).orElseThrow();
        count(Stream.generate(() -> Fact.of(kind, code, on, Ids.next(), Ids.next()))
                .limit(times)
                .toList());
    }

    private void count(List<Fact> facts) {
        counted.addAll(facts);
        transaction.executeWithoutResult(status -> figures.count(facts));
    }

    /** No record stands behind them: whoever recounts afterwards would miss one. */
    @AfterEach
    void takeBack() {
        transaction.executeWithoutResult(
                status -> figures.count(counted.stream().map(Fact::withdrawn).toList()));
    }
}
