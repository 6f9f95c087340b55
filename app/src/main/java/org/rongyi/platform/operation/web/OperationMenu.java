package org.rongyi.platform.operation.web;

import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's door in the menu. */
@Configuration(proxyBeanMethods = false)
class OperationMenu {

    @Bean
    MenuEntry operationDoor() {
        return new MenuEntry(
                "运行",
                "/operation",
                Icon.SETTINGS,
                76,
                actor -> actor instanceof Actor.Office office && office.role() == Role.SYSTEM_ADMIN);
    }
}
