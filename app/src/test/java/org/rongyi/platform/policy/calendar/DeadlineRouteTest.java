package org.rongyi.platform.policy.calendar;

import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.RongyiTest;
import org.rongyi.platform.policy.WorkingDays;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@RongyiTest
@DisplayName("期限计算：谁都可以问，空的系统也答得出")
class DeadlineRouteTest {

    private final MockMvc web;
    private final WorkingDays days;

    @Autowired
    DeadlineRouteTest(WebApplicationContext context, WorkingDays days) {
        this.days = days;
        web = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Test
    @DisplayName("2021 年 9 月 24 日（周五）起 5 个工作日：26 日（周日调休）、27、28、29、30 日")
    void theTermOfTheIssue() throws Exception {
        web.perform(get("/public/deadline.json?from=2021-09-24&workingDays=5"))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_JSON))
                .andExpect(jsonPath("$", aMapWithSize(3)))
                .andExpect(jsonPath("$.from").value("2021-09-24"))
                .andExpect(jsonPath("$.workingDays").value(5))
                .andExpect(jsonPath("$.due").value("2021-09-30"));
    }

    @ParameterizedTest
    @DisplayName("没有日历的年份是 422，并说出是哪一年")
    @CsvSource({"2003-06-01, 1, 2003", "9999-12-31, 1, 9999"})
    void aYearWithoutCalendar(String from, int workingDays, int year) throws Exception {
        refused(from, workingDays, year);
    }

    @Test
    @DisplayName("起在没有日历的下一年，或者期限跨进去，也是 422")
    void aTermThatRunsIntoTheNextYearWithoutCalendar() throws Exception {
        int missing = firstMissing();
        refused(missing + "-06-01", 0, missing);
        refused("2021-09-24", 5000, missing);
    }

    /** Years are entered one by one, so it is not always the one after the last. */
    private int firstMissing() {
        var known = days.calendar().years();
        return IntStream.iterate(2021, year -> year + 1)
                .filter(year -> !known.contains(year))
                .findFirst()
                .orElseThrow();
    }

    private void refused(String from, int workingDays, int year) throws Exception {
        web.perform(get("/public/deadline.json?from=" + from + "&workingDays=" + workingDays))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.year").value(year))
                .andExpect(jsonPath("$.detail", containsString(year + " 年")));
    }

    @ParameterizedTest
    @DisplayName("问错了是 400，并说出是哪一项")
    @CsvSource({
        "workingDays=5, from",
        "from=&workingDays=5, from",
        "from=2021-02-30&workingDays=5, from",
        "from=24/09/2021&workingDays=5, from",
        "from=2021-9-4&workingDays=5, from",
        "from=%2B12021-01-01&workingDays=5, from",
        "from=2021-09-24&from=2021-09-25&workingDays=5, from",
        "from=2021-09-24, workingDays",
        "from=2021-09-24&workingDays=-1, workingDays",
        "from=2021-09-24&workingDays=1.5, workingDays",
        "from=2021-09-24&workingDays=five, workingDays",
        "from=2021-09-24&workingDays=5001, workingDays",
        "from=2021-09-24&workingDays=99999999999999999999, workingDays",
        "from=2003-01-01&workingDays=-1, workingDays"
    })
    void aWrongQuestion(String query, String field) throws Exception {
        // as a browser sends it: the query is encoded already
        web.perform(get(java.net.URI.create("/public/deadline.json?" + query)))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.field").value(field))
                .andExpect(jsonPath("$.detail", containsString(field)));
    }

    @Test
    @DisplayName("网页上也能算，不用脚本；填错的留在原处")
    void thePageAnswersTheSame() throws Exception {
        web.perform(get("/deadline"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("起算日")));
        web.perform(get("/deadline?from=2021-09-24&workingDays=5"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("2021年9月30日 周四")))
                .andExpect(content().string(containsString("6 天")));
        int missing = firstMissing();
        web.perform(get("/deadline?from=" + missing + "-06-01&workingDays=5"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(missing + " 年的放假安排尚未载入")))
                .andExpect(content().string(containsString("value=\"" + missing + "-06-01\"")));
        web.perform(get("/deadline?from=2021-09-24&workingDays=abc"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"abc\"")));
    }

    @ParameterizedTest
    @DisplayName("工作日历按年查看；没有的年份没有页")
    @ValueSource(strings = {"2003", "2099", "abcd", "20211"})
    void theCalendarOfAYear(String missing) throws Exception {
        web.perform(get("/calendar?year=2021"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("国庆节：2021年10月1日 周五 至 10月7日 周四，共 7 天")))
                .andExpect(content().string(containsString("春节：2021年2月7日 周日")))
                .andExpect(content().string(containsString("250 天")));
        web.perform(get("/calendar?year=" + missing)).andExpect(status().isNotFound());
    }
}
