package org.rongyi.platform.policy.calendar;

import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The door to the calendar in the menu. */
@Configuration(proxyBeanMethods = false)
class CalendarMenu {

    @Bean
    MenuEntry calendarDoor() {
        return MenuEntry.forOffice("工作日历", "/calendar", Icon.CALENDAR, 83);
    }
}
