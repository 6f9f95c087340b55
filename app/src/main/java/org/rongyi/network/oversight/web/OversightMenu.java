package org.rongyi.network.oversight.web;

import org.rongyi.network.oversight.LockAccount;
import org.rongyi.network.oversight.ReissueLink;
import org.rongyi.network.oversight.RenewKey;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
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
        return new MenuEntry(
                "账号",
                "/accounts",
                Icon.LOCK,
                72,
                actor -> actor instanceof Actor.Office
                        && (Permission.mayPerform(LockAccount.class, actor)
                                || Permission.mayPerform(ReissueLink.class, actor)));
    }

    @Bean
    MenuEntry keysDoor() {
        return MenuEntry.forAct("密钥", "/keys", Icon.SHIELD, 74, RenewKey.class);
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
