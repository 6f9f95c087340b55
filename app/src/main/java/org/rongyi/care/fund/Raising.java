package org.rongyi.care.fund;

import java.time.LocalDate;
import java.util.UUID;

/** 募捐方案, as a gift asks of it; answered by who keeps the plans. */
public interface Raising {

    /** Whether the plan is one of the fund's, and it was raised by it on that day. */
    boolean raisedOn(UUID plan, UUID fund, LocalDate day);
}
