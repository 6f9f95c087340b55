package org.rongyi.platform.approval.apply;

import java.util.UUID;
import org.rongyi.platform.kernel.DivisionCode;

/** Whom a service is asked for, as the room that keeps his file knows him. */
public interface Applicant {

    UUID id();

    String name();

    /** The place that answers for him. */
    DivisionCode code();

    /** Neither deceased nor moved out. */
    boolean isActive();
}
