package org.rongyi.care.fund.recovery;

import java.util.Optional;
import java.util.UUID;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.payment.Payment;
import org.rongyi.care.fund.payment.PaymentBatches;
import org.rongyi.care.fund.payment.Payments;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** A recovery, or what was paid twice, in hand: of the actor's own unit's fund, whose books nobody else moves until the transaction ends. */
@Component
class RecoveryHold {

    private final Funds funds;
    private final PaymentBatches batches;
    private final Payments payments;
    private final Recoveries recoveries;

    RecoveryHold(Funds funds, PaymentBatches batches, Payments payments, Recoveries recoveries) {
        this.funds = funds;
        this.batches = batches;
        this.payments = payments;
        this.recoveries = recoveries;
    }

    Optional<Recovery> take(Actor.Office office, UUID id) {
        var found = recoveries
                .find(id)
                .filter(one -> batches.ownFund(office, one.fund()).isPresent());
        found.ifPresent(one -> funds.hold(one.fund()));
        return found.flatMap(one -> recoveries.find(one.id())); // read again, held now
    }

    Optional<Payment> takePayment(Actor.Office office, UUID id) {
        var found = payments.find(id)
                .filter(one -> batches.ownFund(office, one.fund()).isPresent());
        found.ifPresent(one -> funds.hold(one.fund()));
        return found.flatMap(one -> payments.find(one.id()));
    }

    static Actor.Office office(Actor actor) {
        if (actor instanceof Actor.Office office) {
            return office;
        }
        throw new IllegalStateException("only posts recover, says @Allow");
    }
}
