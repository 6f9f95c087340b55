package org.rongyi.care.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongyi.RongyiTest;
import org.springframework.beans.factory.annotation.Autowired;

@RongyiTest
@DisplayName("应联系日：重点对象每季度联系、每年走访，先到者为准；其他人每年联系；从未联系过的自建档起三十天")
class ContactRulesTest {

    @Autowired
    private ContactRules rules;

    @ParameterizedTest(name = "{5}")
    @CsvSource(textBlock = """
            # 类别  建档        上次联系    上次走访    应联系日    为什么
            GENERAL, 2020-01-10,           ,           , 2020-02-09, 普遍联系：从未联系过，建档后三十天
            KEY,     2020-01-10,           ,           , 2020-02-09, 重点联系：从未联系过，也是建档后三十天
            GENERAL, 2020-01-10, 2020-03-05,           , 2021-03-05, 普遍联系：打过电话，一年以后
            GENERAL, 2020-01-10, 2020-03-05, 2020-03-05, 2021-03-05, 普遍联系：上过门，也是一年以后
            GENERAL, 2020-01-10, 2021-02-01, 2019-03-05, 2022-02-01, 普遍联系：只看联系，多久没有上门不论
            GENERAL, 2020-01-10, 2020-02-29,           , 2021-02-28, 普遍联系：闰日的一年以后是二月末
            KEY,     2020-01-10, 2020-03-05, 2020-03-05, 2020-06-05, 重点联系：上过门，三个月以后再联系
            KEY,     2020-01-10, 2020-03-05,           , 2020-06-05, 重点联系：打过电话，三个月以后再联系
            KEY,     2020-01-10, 2020-11-30, 2020-03-05, 2021-02-28, 重点联系：三个月后没有那一天的，是月末
            KEY,     2020-01-10, 2021-01-20, 2020-03-05, 2021-03-05, 重点联系：走访满一年在先，以走访为准
            KEY,     2020-01-10, 2020-12-05, 2020-03-05, 2021-03-05, 重点联系：两个期限同一天
            KEY,     2020-01-10, 2020-12-01,           , 2021-01-10, 重点联系：从未上过门的，自建档起满一年应走访
            KEY,     2020-01-10, 2021-06-01,           , 2021-01-10, 重点联系：只打电话不上门，早已逾期
            """)
    void dueOn(
            Attention attention,
            LocalDate registered,
            @Nullable LocalDate contacted,
            @Nullable LocalDate visited,
            LocalDate due,
            String why) {
        assertThat(rules.dueOn(new ContactRules.Known(attention, registered, contacted, visited)))
                .as(why)
                .isEqualTo(due);
    }
}
