package org.rongyi.platform.policy.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.policy.WorkingDays;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.home.HomeBlock;
import org.rongyi.platform.ui.home.HomeCard;
import org.rongyi.platform.ui.home.HomeSection;
import org.springframework.stereotype.Component;

/**
 * 首页的期限计算, for whoever comes from the street and was told a number of working days; the years that wait for a second administrator; and
 * for who enters years the one that is about to be missing: its notice comes out in autumn, and terms soon run into it.
 */
@Component
class CalendarHome implements HomeCard {

    private static final int AFTER_THE_STATIONS = 70;
    private static final int BEFORE_THE_REST = 20;

    /** About fifty working days, longer than any term of the procedures here. */
    private static final int DAYS_AHEAD = 75;

    private final CalendarRecords records;
    private final WorkingDays days;
    private final Clock clock;

    CalendarHome(CalendarRecords records, WorkingDays days, Clock clock) {
        this.records = records;
        this.days = days;
        this.clock = clock;
    }

    @Override
    public Optional<HomeSection> find(Actor reader) {
        if (Permission.mayPerform(AgreeCalendar.class, reader)) {
            return administrators(Permission.mayPerform(LoadCalendar.class, reader));
        }
        return reader instanceof Actor.Visitor
                ? Optional.of(new HomeSection(
                        AFTER_THE_STATIONS,
                        "办事要等到哪一天",
                        "知道收件的日子和“几个工作日”，就能算出最晚哪天办好。",
                        List.of(),
                        List.of(new HomeSection.Door("期限计算", "/deadline"), new HomeSection.Door("工作日历", "/calendar"))))
                : Optional.empty();
    }

    private Optional<HomeSection> administrators(boolean mayLoad) {
        var numbers = new ArrayList<HomeBlock.Number>();
        var waiting = records.waiting();
        if (!waiting.isEmpty()) {
            numbers.add(HomeBlock.Number.of("等确认的年份", Words.number(waiting.size()), "个", "/calendar"));
        }
        int soon = LocalDate.now(clock).plusDays(DAYS_AHEAD).getYear();
        boolean missing = mayLoad
                && !days.calendar().years().contains(soon)
                && waiting.stream().noneMatch(one -> one.notice().year() == soon);
        if (missing) {
            numbers.add(HomeBlock.Number.of("还没有载入放假安排", String.valueOf(soon), "年", "/calendar/load?year=" + soon));
        }
        return numbers.isEmpty()
                ? Optional.empty()
                : Optional.of(new HomeSection(
                        BEFORE_THE_REST,
                        "工作日历",
                        missing
                                ? "国务院办公厅的放假通知一般在上一年 10、11 月发出。没有载入以前，跨进 " + soon + " 年的期限算不出来。"
                                : "载入的放假安排，另一位管理员确认以后生效。",
                        List.of(new HomeBlock.Numbers(numbers)),
                        List.of()));
    }
}
