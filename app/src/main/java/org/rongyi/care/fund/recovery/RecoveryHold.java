package org.rongyi.care.fund.recovery;

import java.util.Optional;
import java.util.UUID;
import org.rongyi.care.fund.payment.PaymentBatches;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** A recovery in hand: of the actor's own unit's fund, whose books nobody else moves until the transaction ends. */
@Component
class RecoveryHold {

    private final PaymentBatches batches;
    private final Recoveries recoveries;

    RecoveryHold(PaymentBatches batches, Recoveries recoveries) {
        this.batches = batches;
        this.recoveries = recoveries;
    }

    Optional<Recovery> take(Actor.Office office, UUID id) {
        var found = recoveries
                .find(id)
                .filter(one -> batches.ownFund(office, one.fund()).isPresent());
        found.ifPresent(one -> batches.lockFund(one.fund()));
        return found.flatMap(one -> recoveries.find(one.id())); // read again, held now
    }

    static Actor.Office office(Actor actor) {
        if (actor instanceof Actor.Office office) {
            return office;
        }
        throw new IllegalStateException("only posts recover, says @Allow");
    }
}
