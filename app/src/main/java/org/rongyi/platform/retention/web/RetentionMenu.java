package org.rongyi.platform.retention.web;

import java.util.Set;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's door in the menu. */
@Configuration(proxyBeanMethods = false)
class RetentionMenu {

    private static final Set<Role> READERS = Set.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR);

    @Bean
    MenuEntry retentionDoor() {
        return new MenuEntry(
                "保存期限",
                "/retention",
                Icon.CALENDAR,
                78,
                actor -> actor instanceof Actor.Office office && READERS.contains(office.role()));
    }
}
