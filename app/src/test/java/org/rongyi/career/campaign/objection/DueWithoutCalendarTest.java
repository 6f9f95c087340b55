package org.rongyi.career.campaign.objection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.platform.policy.CalendarYear;
import org.rongyi.platform.policy.WorkingCalendar;

@DisplayName("公示异议：明年的工作日历没有载入也收，答复的期限先照周一到周五算")
class DueWithoutCalendarTest {

    @Test
    @DisplayName("年底收的，期限跨到没有载入的一年：星期六、星期日不算")
    void theTermRunsIntoAYearWithoutCalendar() {
        var calendar = new WorkingCalendar(List.of(new CalendarYear(2026, "某办发〔2025〕1 号", List.of())));
        var wednesday = LocalDate.of(2026, 12, 30);
        assertThat(ObjectToNotice.due(calendar, wednesday, 1)).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(ObjectToNotice.due(calendar, wednesday, 5)).isEqualTo(LocalDate.of(2027, 1, 6));
    }
}
