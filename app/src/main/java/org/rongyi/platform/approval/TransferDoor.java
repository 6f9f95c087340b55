package org.rongyi.platform.approval;

import java.util.Optional;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** 移送的门: whether a post may hand a case over now, and to which unit. Asked in the page's transaction. */
@Component
public class TransferDoor {

    private final Transferring transferring;
    private final Cases cases;

    TransferDoor(Transferring transferring, Cases cases) {
        this.transferring = transferring;
        this.cases = cases;
    }

    /** The unit of the right place; empty where the case is right here, or not the post's to hand over. */
    public Optional<Desks.Desk> to(CaseFile file, Actor.Office office) {
        return cases.tasks(file.id()).stream().noneMatch(task -> task.waitsFor(office))
                ? Optional.empty()
                : transferring.right(file).map(Transferring.Right::desk);
    }
}
