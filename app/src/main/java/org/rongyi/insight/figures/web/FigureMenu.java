package org.rongyi.insight.figures.web;

import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FigureMenu {

    private static final int ORDER = 40;

    @Bean
    MenuEntry figuresDoor() {
        return new MenuEntry(
                "数据",
                "/figures",
                Icon.CHART,
                ORDER,
                actor -> actor instanceof Actor.Office office && office.role().readsRecords());
    }
}
