package org.rongyi.career.reception;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** 活动安置上岗: a campaign tells that somebody is on duty at the post it gave him; his placement is complete from that day. */
@Component
public class PlacedByCampaign {

    private final Receptions receptions;

    PlacedByCampaign(Receptions receptions) {
        this.receptions = receptions;
    }

    /**
     * Settles it within the act that records the duty.
     *
     * @return false when nothing waits any more
     */
    public boolean settle(UUID reception, LocalDate on, String how) {
        var open = receptions.lock(reception).filter(one -> one.state() == ReceptionState.WAITING);
        open.ifPresent(one -> receptions.settle(one.id(), on, how));
        return open.isPresent();
    }
}
