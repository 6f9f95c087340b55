package org.rongyi.platform.policy.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.network.organisation.Offices;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.database.BusinessClock;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.WorkingDays;
import org.rongyi.platform.ui.home.HomeBlock;
import org.rongyi.platform.ui.home.HomeSection;
import org.springframework.beans.factory.annotation.Autowired;

@RongyiTest
@DisplayName("首页的工作日历：期限快要跨进没有放假安排的年份，先告诉载入的人")
class CalendarHomeTest {

    private static final Actor.Office ADMINISTRATOR = Offices.ADMINISTRATOR;
    private static final Actor.Office CHECKER = Offices.of(Role.SECURITY_ADMIN, 440000000000L);

    private final CalendarHome home;
    private final WorkingDays days;
    private final Transactions transactions;

    @Autowired
    CalendarHomeTest(CalendarHome home, WorkingDays days, Transactions transactions) {
        this.home = home;
        this.days = days;
        this.transactions = transactions;
    }

    @Test
    @DisplayName("离有安排的最后一天还有 75 天以内才说；只告诉能载入的人")
    void theYearThatIsAboutToBeMissing() {
        int last = Stream.iterate(2021, year -> year + 1)
                .takeWhile(days.calendar().years()::contains)
                .reduce(2021, Math::max);
        var lastDay = LocalDate.of(last, 12, 31);
        assertThat(said(ADMINISTRATOR, lastDay.minusDays(75))).doesNotContain("还没有载入放假安排");
        assertThat(said(ADMINISTRATOR, lastDay.minusDays(74))).contains("还没有载入放假安排 " + (last + 1) + " 年");
        assertThat(said(ADMINISTRATOR, lastDay)).contains("还没有载入放假安排 " + (last + 1) + " 年");
        assertThat(said(CHECKER, lastDay)).doesNotContain("还没有载入放假安排");
    }

    private String said(Actor reader, LocalDate today) {
        var answer = new AtomicReference<Optional<HomeSection>>(Optional.empty());
        BusinessClock.at(
                today.atTime(9, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant(),
                () -> answer.set(transactions.read(reader, () -> home.find(reader))));
        return answer.get().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(HomeBlock.Numbers.class::isInstance)
                .flatMap(block -> ((HomeBlock.Numbers) block).numbers().stream())
                .map(number -> number.label() + " " + number.number() + " " + number.unit())
                .reduce("", (all, one) -> all + one + "\n");
    }
}
