package org.rongyi.insight.figures.web;

import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.RongyiTest;
import org.rongyi.insight.figures.Fact;
import org.rongyi.insight.figures.FigureKind;
import org.rongyi.insight.figures.FigureKinds;
import org.rongyi.insight.figures.Figures;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

@RongyiTest
class PublicFiguresTest {

    private static final LocalDate MAY = LocalDate.of(1991, 5, 20);

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
        count("440104001001", 25);
        count("440304001001", 12);
        count("440402001001", 3);
        web.perform(get("/public/figures.json?unit=440000000000&period=1991-05"))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_JSON))
                .andExpect(jsonPath("$", hasSize(21)))
                .andExpect(jsonPath("$[*].code", everyItem(startsWith("44"))))
                .andExpect(jsonPath("$[?(@.code=='440100000000')].value").value(25))
                .andExpect(jsonPath("$[?(@.code=='440100000000')].unit").value("人次"))
                .andExpect(jsonPath("$[?(@.code=='440400000000')].withheld").value(true));
        web.perform(get("/public/figures.json?unit=440000000000&period=1991-05&asOf=1999-12-31"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.withheld)]", hasSize(21)));
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
                .andExpect(jsonPath("$[?(@.code=='440400000000')].withheld").value(true))
                .andExpect(jsonPath("$[?(@.withheld)]", hasSize(20)));
        web.perform(get("/public/figures.json?unit=440000000000&period=1991-04&kind=aid"))
                .andExpect(jsonPath("$[?(@.code=='440100000000')].value").value(25))
                .andExpect(jsonPath("$[?(@.withheld)]", hasSize(20)));
    }

    private void granted(FigureKind aid, String village, int times) {
        var money = kinds.find("aid-money").orElseThrow();
        var code = DivisionCode.parse(village).orElseThrow();
        transaction.executeWithoutResult(status -> figures.count(Stream.generate(Ids::next)
                .limit(times)
                .flatMap(one -> Stream.of(
                        Fact.of(aid, code, MAY.minusMonths(1), one, Ids.next()),
                        Fact.money(money, code, MAY.minusMonths(1), one, 123_456)))
                .toList()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unit=440104001000&period=2021-05",
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
        var code = DivisionCode.parse(village).orElseThrow();
        transaction.executeWithoutResult(status ->
                figures.count(Stream.generate(() -> Fact.of(kind, code, MAY, Ids.next(), Ids.next()))
                        .limit(times)
                        .toList()));
    }
}
