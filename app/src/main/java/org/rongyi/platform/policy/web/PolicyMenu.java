package org.rongyi.platform.policy.web;

import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's door in the menu. */
@Configuration(proxyBeanMethods = false)
class PolicyMenu {

    @Bean
    MenuEntry policyDoor() {
        return MenuEntry.forOffice("政策参数", "/policy", Icon.BOOK, 82);
    }
}
