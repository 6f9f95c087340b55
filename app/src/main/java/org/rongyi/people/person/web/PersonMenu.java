package org.rongyi.people.person.web;

import org.rongyi.people.person.AcceptHandover;
import org.rongyi.people.person.Handovers;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
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
                actor -> actor instanceof Actor.Office office && !office.role().isSeparate());
    }

    @Bean
    MenuEntry handoversDoor(Handovers handovers) {
        return new MenuEntry(
                        "移交",
                        "/handovers",
                        Icon.SWAP,
                        65,
                        actor -> actor instanceof Actor.Office office
                                && !office.role().isSeparate())
                .counting(actor ->
                        Permission.mayPerform(AcceptHandover.class, actor) ? handovers.countWaiting(actor.scope()) : 0);
    }

    @Bean
    MenuEntry ownFileDoor() {
        return new MenuEntry("我的档案", "/me", Icon.PERSON, 10, Actor.Self.class::isInstance);
    }
}
