package org.rongyi.platform.stopped;

import java.util.UUID;
import org.rongyi.platform.act.Act.Outcome;
import org.rongyi.platform.secrecy.Secrets;

/** How a decision on stopped words ends, whichever it is. */
public sealed interface WordsOutcome extends Outcome {

    /** Of a reason, in characters. */
    int LONGEST_REASON = 200;

    record Decided(UUID subject) implements WordsOutcome, Done {}

    /** Absent, or not his to decide: indistinguishable. */
    record NotFound() implements WordsOutcome, Refused {}

    record NothingWaits() implements WordsOutcome, Refused {}

    /** None, or longer than the page takes. */
    record NoReason() implements WordsOutcome, Refused {}

    record LooksSecret(Secrets.Found found) implements WordsOutcome, Refused {}
}
