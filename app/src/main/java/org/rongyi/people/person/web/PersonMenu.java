package org.rongyi.people.person.web;

import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doors of this room. */
@Configuration(proxyBeanMethods = false)
class PersonMenu {

    @Bean
    MenuEntry personsDoor() {
        return new MenuEntry(
                "人员名册",
                "/persons",
                Icon.PEOPLE,
                30,
                actor -> actor instanceof Actor.Office office
                        && office.role() != Role.SYSTEM_ADMIN
                        && office.role() != Role.AUDITOR);
    }

    @Bean
    MenuEntry ownFileDoor() {
        return new MenuEntry("我的档案", "/me", Icon.PERSON, 10, Actor.Self.class::isInstance);
    }
}
