package org.rongyi.network.oversight.web;

import org.rongyi.network.oversight.LockAccount;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's doors in the menu. */
@Configuration(proxyBeanMethods = false)
class OversightMenu {

    @Bean
    MenuEntry accountsDoor() {
        return MenuEntry.forAct("账号", "/accounts", Icon.LOCK, 72, LockAccount.class);
    }

    @Bean
    MenuEntry trailDoor() {
        return new MenuEntry(
                "留痕查询",
                "/trail",
                Icon.EYE,
                15,
                actor -> actor instanceof Actor.Office office && office.role() == Role.AUDITOR);
    }
}
