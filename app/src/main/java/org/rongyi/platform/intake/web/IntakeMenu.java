package org.rongyi.platform.intake.web;

import org.rongyi.platform.intake.Importers;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The door of this room: for whoever may import something. */
@Configuration(proxyBeanMethods = false)
class IntakeMenu {

    @Bean
    MenuEntry importsDoor(Importers importers) {
        return new MenuEntry(
                "导入",
                "/imports",
                Icon.UPLOAD,
                90,
                actor -> !importers.allowed(actor).isEmpty());
    }
}
