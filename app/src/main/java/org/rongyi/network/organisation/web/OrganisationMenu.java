package org.rongyi.network.organisation.web;

import org.rongyi.network.organisation.AppointStaff;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's doors in the menu. */
@Configuration(proxyBeanMethods = false)
class OrganisationMenu {

    @Bean
    MenuEntry unitsEntry() {
        return MenuEntry.forAct("机构与人员", "/units", Icon.STATION, 70, AppointStaff.class);
    }

    @Bean
    MenuEntry stationsEntry() {
        return new MenuEntry("找服务站", "/stations", Icon.PIN, 80, actor -> true);
    }
}
