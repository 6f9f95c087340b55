package org.rongyi.care.fund.recovery.web;

import java.util.Optional;
import org.rongyi.care.fund.payment.Grants;
import org.rongyi.care.fund.recovery.RecoveryDoors;
import org.rongyi.platform.approval.CaseFile;
import org.rongyi.platform.approval.CaseHint;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** From a case that gave something to 追回 of it. */
@Component
class RecoveryHint implements CaseHint {

    private final Grants grants;
    private final RecoveryDoors doors;

    RecoveryHint(Grants grants, RecoveryDoors doors) {
        this.grants = grants;
        this.doors = doors;
    }

    @Override
    public Optional<Hint> of(CaseFile file, Actor reader) {
        return reader instanceof Actor.Office
                ? doors.of(reader, grants.ofCase(file.id())).stream()
                        .findFirst()
                        .map(door ->
                                new Hint("发现弄虚作假的，可以追回", "先告知本人、听他说明，另一个人决定；退回的钱回到原来的资金。", door.label(), door.path()))
                : Optional.empty();
    }
}
