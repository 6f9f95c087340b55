package org.rongyi.insight.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Autowired;

@RongyiTest
@DisplayName("夜间复核")
class NightRecountTest {

    private static final FigureKind VISITS = new FigureKind(2009, "visits", "走访", "人次", true, "/visits");

    @Autowired
    private NightRecount night;

    @Test
    @DisplayName("不符的，运行状况页说得出在哪里；下一夜相符，就不再说")
    void whatIsFoundIsToldUntilItIsMended() {
        night.keep(List.of(
                new Recount.Difference(VISITS, 1, 6, LocalDate.of(2021, 6, 1), new DivisionCode(441284001001L), 3, 2)));
        assertThat(night.warnings())
                .singleElement()
                .asString()
                .contains("1 处不符", "走访", "441284001001", "数据为 3", "重数为 2");
        night.keep(List.of());
        assertThat(night.warnings()).isEmpty();
    }
}
