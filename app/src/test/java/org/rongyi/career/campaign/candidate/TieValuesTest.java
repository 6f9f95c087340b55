package org.rongyi.career.campaign.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.career.placement.proof.Tie;

@DisplayName("同分先后：军士、义务兵和军官各按自己的评分表数奖励、艰苦边远")
class TieValuesTest {

    private static final LocalDate LEFT = LocalDate.of(2023, 3, 31);

    @Test
    @DisplayName("军官的艰苦边远按年记，一年十二个月，不分类区的、海拔三千五百米以上的都算；奖励取最高的一次")
    void officersByTheirOwnTable() {
        var ties = of(Map.of(
                "placement.score.officer.hard", 4,
                "placement.score.officer.high", 2,
                "placement.score.officer.tibet.3", 1,
                "placement.score.officer.garrison", 3,
                "placement.score.officer.peace.third", 2,
                "placement.score.officer.peace.second", 1));
        assertThat(ties.get(Tie.HARDSHIP)).isEqualTo(84);
        assertThat(ties.get(Tie.MERIT))
                .isEqualTo(of(Map.of("placement.score.peace.second", 1)).get(Tie.MERIT))
                .isPositive();
    }

    @Test
    @DisplayName("军士的艰苦边远按月记")
    void soldiersByTheirs() {
        var ties = of(Map.of(
                "placement.score.hard.3", 8, "placement.score.overseas", 6, "placement.score.disabled.war.7", 1));
        assertThat(ties.get(Tie.HARDSHIP)).isEqualTo(14);
        assertThat(ties.get(Tie.DISABILITY)).isEqualTo(4);
    }

    private static Map<Tie, Long> of(Map<String, Integer> counted) {
        return TieValues.of(LEFT.minusYears(16), LEFT, LEFT.minusYears(38), counted);
    }
}
