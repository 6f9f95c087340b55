package org.rongyi.care.fund.payment;

import java.util.UUID;
import org.rongyi.platform.kernel.Money;

/**
 * 没有给的: a service whose grants are figures is told when some of one is not given after all. In the act's transaction, so that the
 * figure moves with the books.
 */
public interface TakenBack {

    /** The service as grants name it. */
    String service();

    /** Of a case it keeps; of another one nothing is counted.
     *
     * @param inKind whether it is goods
     * @param amount of the grant, promised and freed or paid and back again; below 0 when it was not back after all */
    void less(UUID caseId, boolean inKind, Money amount);
}
