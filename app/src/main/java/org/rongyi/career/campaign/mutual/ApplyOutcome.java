package org.rongyi.career.campaign.mutual;

import java.util.UUID;
import org.rongyi.platform.act.Act.Outcome;

/** How applying for a post ends, or taking that back. */
public sealed interface ApplyOutcome extends Outcome {

    record Applied(UUID subject) implements ApplyOutcome, Done {}

    record Withdrawn(UUID subject) implements ApplyOutcome, Done {}

    /** Nobody of the kind, not his, or he does not take part. */
    record NotFound() implements ApplyOutcome, Refused {}

    record NotOpenYet() implements ApplyOutcome, Refused {}

    /** From the closing instant on. */
    record Closed() implements ApplyOutcome, Refused {}

    /** Not published here, or not for him. */
    record NoSuchPost() implements ApplyOutcome, Refused {}

    record Already() implements ApplyOutcome, Refused {}

    /** 直通安置 has given him a post. */
    record SettledDirectly() implements ApplyOutcome, Refused {}

    /** @param most as announced */
    record BeyondMost(int most) implements ApplyOutcome, Refused {}
}
