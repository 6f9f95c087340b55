package org.rongyi.network.oversight.web;

import java.time.LocalDate;
import java.util.List;
import org.rongyi.platform.kernel.Actor;

/** What stands above an exported list of this room. */
final class Headings {

    private Headings() {}

    static List<String> lines(Actor.Office actor, String name, LocalDate today) {
        return List.of(actor.unitName() + name, "填表单位：" + actor.unitName() + "　填表人：" + actor.name() + "　日期：" + today);
    }
}
