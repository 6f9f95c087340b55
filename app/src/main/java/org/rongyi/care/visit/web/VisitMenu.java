package org.rongyi.care.visit.web;

import org.rongyi.care.visit.RecordVisit;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doors of this room. */
@Configuration(proxyBeanMethods = false)
class VisitMenu {

    @Bean
    MenuEntry contactsDoor() {
        return new MenuEntry("今日走访", "/contacts", Icon.VISIT, 10, actor -> records(actor) && isVillage(actor));
    }

    /** The same list to those who do not walk it themselves. */
    @Bean
    MenuEntry contactsAboveDoor() {
        return new MenuEntry("联系名单", "/contacts", Icon.VISIT, 10, actor -> records(actor) && !isVillage(actor));
    }

    private static boolean records(Actor actor) {
        return Permission.mayPerform(RecordVisit.class, actor);
    }

    private static boolean isVillage(Actor actor) {
        return actor instanceof Actor.Office office && office.level() == Level.VILLAGE;
    }

    @Bean
    MenuEntry visitsDoor() {
        return new MenuEntry(
                "走访动态",
                "/visits",
                Icon.LIST,
                20,
                actor -> actor instanceof Actor.Office office && office.role().readsRecords());
    }
}
