package org.rongyi.platform.removal.web;

import java.util.List;
import java.util.Optional;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.removal.ConfirmRemoval;
import org.rongyi.platform.removal.ProposeRemoval;
import org.rongyi.platform.removal.Removals;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.MenuEntry;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.home.HomeBlock;
import org.rongyi.platform.ui.home.HomeCard;
import org.rongyi.platform.ui.home.HomeSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** The room's door in the menu, and 首页的待核准清除 for whoever confirms them. */
@Component
class RemovalDoors implements HomeCard {

    private static final int WITH_THE_WORK = 15;

    private final Removals removals;

    RemovalDoors(Removals removals) {
        this.removals = removals;
    }

    @Override
    public Optional<HomeSection> find(Actor reader) {
        if (!Permission.mayPerform(ConfirmRemoval.class, reader)) {
            return Optional.empty();
        }
        var waiting = removals.waiting();
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        var entries = waiting.stream()
                .map(one -> new HomeBlock.Entry(
                        "清除" + one.zh() + "里的内容",
                        one.unitName() + "提出于 " + Words.moment(one.proposedAt().toInstant()),
                        one.state().zh(),
                        Tone.WARNING,
                        "/removals/" + one.id()))
                .toList();
        return Optional.of(new HomeSection(
                WITH_THE_WORK,
                "清除泄密内容",
                "负责人凭有权机关的文件提出，核准后马上清除。",
                List.of(new HomeBlock.Entries(entries, "没有等您核准的。")),
                List.of()));
    }

    /** For leaders, security administrators and auditors. */
    @Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        MenuEntry removalsDoor() {
            return new MenuEntry(
                    "清除泄密内容",
                    "/removals",
                    Icon.SHIELD,
                    76,
                    actor -> Permission.mayPerform(ProposeRemoval.class, actor)
                            || Permission.mayPerform(ConfirmRemoval.class, actor)
                            || (actor instanceof Actor.Office office
                                    && office.role() == Role.AUDITOR
                                    && office.level() != Level.VILLAGE));
        }
    }
}
