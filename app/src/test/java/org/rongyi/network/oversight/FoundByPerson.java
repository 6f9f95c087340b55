package org.rongyi.network.oversight;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.audit.RecordsAbout;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Role;
import org.springframework.context.ApplicationContext;

/** 按所涉的人查留痕: the records by which a unit's auditor finds what was done about somebody. */
public final class FoundByPerson {

    private static final int MOST = 200;

    private FoundByPerson() {}

    public static List<UUID> records(ApplicationContext program, Actor.Office unit, UUID person) {
        var auditor = new Actor.Office(
                unit.account(),
                unit.name(),
                unit.post(),
                unit.unit(),
                unit.unitName(),
                unit.unitCode(),
                Role.AUDITOR,
                unit.level(),
                unit.scope());
        return program.getBean(Transactions.class)
                .read(
                        auditor,
                        () -> program.getBeansOfType(RecordsAbout.class).values().stream()
                                .flatMap(room -> room.about(List.of(person), MOST).stream())
                                .toList());
    }
}
