package org.rongyi.career.campaign.mutual;

import java.util.UUID;
import org.rongyi.platform.act.Act.Outcome;

/** How it ends that a unit takes somebody, online or by its paper. */
public sealed interface TakeOutcome extends Outcome {

    /** For good. */
    record Taken(UUID subject) implements TakeOutcome, Done {}

    /** It waits for another. */
    record Entered(UUID subject) implements TakeOutcome, Done {}

    /** No such post or application, or another unit's: indistinguishable. */
    record NotFound() implements TakeOutcome, Refused {}

    record NotOpenYet() implements TakeOutcome, Refused {}

    record Closed() implements TakeOutcome, Refused {}

    /** Another unit was first. */
    record TakenElsewhere() implements TakeOutcome, Refused {}

    /** For this very post. */
    record Already() implements TakeOutcome, Refused {}

    /** No seat is left. */
    record Full() implements TakeOutcome, Refused {}

    /** Somebody of its unit signs in for it. */
    record HasItsOwn() implements TakeOutcome, Refused {}

    record Wanting(String field, String why) implements TakeOutcome, Refused {}
}
