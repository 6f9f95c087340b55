package org.rongyi.platform.policy.calendar;

import java.util.List;
import java.util.Optional;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.home.HomeBlock;
import org.rongyi.platform.ui.home.HomeCard;
import org.rongyi.platform.ui.home.HomeSection;
import org.springframework.stereotype.Component;

/** 首页的期限计算, for whoever comes from the street and was told a number of working days; and the years that wait for a second administrator. */
@Component
class CalendarHome implements HomeCard {

    private static final int AFTER_THE_STATIONS = 70;
    private static final int BEFORE_THE_REST = 20;

    private final CalendarRecords records;

    CalendarHome(CalendarRecords records) {
        this.records = records;
    }

    @Override
    public Optional<HomeSection> find(Actor reader) {
        if (Permission.mayPerform(AgreeCalendar.class, reader)) {
            int waiting = records.waiting().size();
            return waiting == 0
                    ? Optional.empty()
                    : Optional.of(new HomeSection(
                            BEFORE_THE_REST,
                            "工作日历",
                            "载入的放假安排，另一位管理员确认以后生效。",
                            List.of(new HomeBlock.Numbers(
                                    List.of(HomeBlock.Number.of("等确认的年份", Words.number(waiting), "个", "/calendar")))),
                            List.of()));
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
}
