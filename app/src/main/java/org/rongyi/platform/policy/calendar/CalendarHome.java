package org.rongyi.platform.policy.calendar;

import java.util.List;
import java.util.Optional;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.ui.home.HomeCard;
import org.rongyi.platform.ui.home.HomeSection;
import org.springframework.stereotype.Component;

/** 首页的期限计算, for whoever comes from the street and was told a number of working days. */
@Component
class CalendarHome implements HomeCard {

    private static final int AFTER_THE_STATIONS = 70;

    @Override
    public Optional<HomeSection> find(Actor reader) {
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
