package org.rongyi.career.campaign.exam.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("评分：两人的取平均，相差超过公布的分数的由第三人评、以第三人为准")
class MarkRuleTest {

    @ParameterizedTest(name = "{0}，差 10 分以内：{1}")
    @CsvSource({
        "80,",
        "80 90, 85",
        "80.5 80, 80.25",
        "80 90.5,",
        "90.5 80,",
        "80 90.5 88, 88",
        "0 0, 0",
    })
    void marks(String marks, BigDecimal points) {
        List<BigDecimal> given =
                Arrays.stream(marks.split(" ")).map(BigDecimal::new).toList();
        var found = MarkRule.points(given, 10);
        if (points == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found.orElseThrow()).isEqualByComparingTo(points);
        }
    }
}
