package org.rongyi.career.reception.web;

import org.rongyi.career.reception.ReceivePerson;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The door of this room: for who receives, and for the province that looks on. */
@Configuration(proxyBeanMethods = false)
class ReceptionMenu {

    private static final int BEHIND_FESTIVALS = 48;

    @Bean
    static MenuEntry receptionsDoor() {
        return new MenuEntry("移交接收", "/receptions", Icon.BRIEFCASE, BEHIND_FESTIVALS, ReceptionMenu::mayLook);
    }

    private static boolean mayLook(Actor actor) {
        return Permission.mayPerform(ReceivePerson.class, actor)
                || actor instanceof Actor.Office office
                        && office.level() == Level.PROVINCE
                        && (office.role() == Role.OFFICER || office.role() == Role.LEADER);
    }
}
