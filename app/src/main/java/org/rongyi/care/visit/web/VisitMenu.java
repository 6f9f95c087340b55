package org.rongyi.care.visit.web;

import org.rongyi.care.visit.RecordVisit;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doors of this room. */
@Configuration(proxyBeanMethods = false)
class VisitMenu {

    @Bean
    MenuEntry contactsDoor() {
        return MenuEntry.forAct("今日走访", "/contacts", Icon.VISIT, 10, RecordVisit.class);
    }

    @Bean
    MenuEntry visitsDoor() {
        return new MenuEntry(
                "走访动态",
                "/visits",
                Icon.LIST,
                20,
                actor -> actor instanceof Actor.Office office && office.role() != Role.SYSTEM_ADMIN);
    }
}
